"""The pages of --help, wrapped by the columns that Chinese characters take, which argparse does not know."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lawcheck.reporting.excerpt import text_width
from lawcheck.surfaces.cli.calls import Command
from lawcheck.surfaces.cli.parameters import Option, Parameter

_WIDTH = 80
_INDENT = 2
# Where explanations begin; what is longer than this leaves has a line to itself.
_COLUMN = 34
# Where a line may end: after a Chinese character or a word, with the punctuation behind it.
_PIECE = re.compile(r"(?:[!-~]+|[^!-~])[，。；：、！？”）]*")

_Rows = Sequence[tuple[str, str]]


def command_help(name: str, command: Command) -> str:
    """The help of one command."""
    needed = [f"{option.key} {option.metavar}" for option in command.options if option.required]
    words = [argument.metavar if argument.required else f"[{argument.metavar}]" for argument in command.arguments]
    usage = " ".join(["lawcheck", name, *needed, "[选项]", *words])
    arguments = [(argument.metavar, argument.help) for argument in command.arguments]
    options = [(_names(option), _explained(option)) for option in command.options]
    return _page(usage, command.help, {"参数": arguments, "选项": options})


def overall_help(about: str, commands: Mapping[str, Command], options: Sequence[Option[Any]]) -> str:
    """The help of lawcheck itself, with the first sentence on each command."""
    rows = [(name, command.help[: command.help.index("。") + 1]) for name, command in commands.items()]
    about = f"{about}各命令的参数和选项见 lawcheck 命令 --help。"
    return _page("lawcheck 命令 [选项] [参数]", about, {"命令": rows, "选项": [(_names(o), o.help) for o in options]})


def _names(option: Option[Any]) -> str:
    return f"{', '.join(option.names)} {option.metavar}".rstrip()


def _explained(parameter: Parameter[Any]) -> str:
    if parameter.required:
        return f"{parameter.help}；必须给出"
    return f"{parameter.help}；默认 {parameter.default}" if parameter.default else parameter.help


def _page(usage: str, about: str, tables: Mapping[str, _Rows]) -> str:
    lines = [f"用法：{usage}", "", *_wrapped(about, _WIDTH)]
    for heading, rows in tables.items():
        if rows:
            lines += ["", f"{heading}：", *_table(rows)]
    return "".join(f"{line}\n" for line in lines)


def _table(rows: _Rows) -> Iterator[str]:
    column = min(_COLUMN, max(len(left) for left, _ in rows) + 2 * _INDENT)
    for left, right in rows:
        beginning = " " * _INDENT + left
        if len(left) + 2 * _INDENT > column:
            yield beginning
            beginning = ""
        for line in _wrapped(right, _WIDTH - column):
            yield f"{beginning:<{column}}{line}"
            beginning = ""


def _wrapped(text: str, width: int) -> Iterator[str]:
    line = ""
    for piece in _PIECE.findall(text):
        if text_width(line + piece) > width:
            yield line.rstrip()
            line = ""
        line = (line + piece).lstrip()
    yield line
