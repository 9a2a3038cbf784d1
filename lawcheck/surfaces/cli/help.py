"""The pages of --help, wrapped by the columns that Chinese characters take, which Typer does not know."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lawcheck.errors import Words
from lawcheck.reporting.excerpt import text_width
from lawcheck.surfaces.cli.languages import chosen
from lawcheck.text.patterns import Pattern

_WIDTH = 80
_INDENT = 2
# Where explanations begin; what is longer than this leaves has a line to itself.
_COLUMN = 34
# Where a line may end: after a Chinese character, or at the space after a word, with the punctuation after it.
_PIECE = Pattern(r"(?:[!-~]+|[^!-~])[，。；：、！？”）]*")
# The first sentence of what a command does.
_SENTENCE = Pattern(r".*?(?:。|\.(?=\s|$))")
_HELP = Words("显示帮助", "show this help")
_USAGE = Words("用法：", "Usage: ")
_OPTIONS = Words("[选项]", "[options]")
_ARGUMENTS = Words("参数", "Arguments")
_COMMANDS = Words("命令", "Commands")
_OTHER = Words("其他", "Other")
_CALL = Words("lawcheck 命令 [选项] [参数]", "lawcheck COMMAND [options] [arguments]")
_MORE = Words(
    "各命令的参数和选项见 lawcheck 命令 --help。", "lawcheck COMMAND --help shows what a command can be given."
)
_REQUIRED = Words("；必须给出", "; required")
_DEFAULT = Words("；默认 ", "; default: ")

_Rows = Sequence[tuple[str, str]]


def command_help(command: Any, language: str) -> str:
    """The help of one command, its options in groups."""
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    options = [each for each in command.params if each.param_type_name == "option"]
    needed = [f"{each.opts[-1]} {each.metavar}" for each in options if each.required]
    words = [each.metavar if each.required else f"[{each.metavar}]" for each in arguments]
    usage = " ".join(["lawcheck", command.name, *needed, _OPTIONS.in_language(language), *words])
    tables = {
        _ARGUMENTS.in_language(language): [(each.metavar, _explained(each, language)) for each in arguments],
        **_groups(options, language),
    }
    return _page(usage, chosen(command.help, language), tables, language)


def overall_help(about: Words, commands: Mapping[str, Words], options: Sequence[Any], language: str) -> str:
    """The help of lawcheck itself, with the first sentence on each command."""
    rows = [(name, _first_sentence(words.in_language(language))) for name, words in commands.items()]
    tables = {_COMMANDS.in_language(language): rows, **_groups(options, language)}
    return _page(_CALL.in_language(language), (about + _MORE).in_language(language), tables, language)


def _first_sentence(text: str) -> str:
    found = _SENTENCE.match(text)
    return found[0] if found else text


def _groups(options: Sequence[Any], language: str) -> dict[str, _Rows]:
    """The options by their groups, in the order of `GROUPS`, and the one that asks for help."""
    from lawcheck.surfaces.cli.options import GROUPS

    groups: dict[str, list[tuple[str, str]]] = {chosen(group, language): [] for group in GROUPS}
    for option in options:
        groups[chosen(option.rich_help_panel, language)].append((_names(option), _explained(option, language)))
    groups[_OTHER.in_language(language)].append(("-h, --help", _HELP.in_language(language)))
    return dict(groups)


def _names(option: Any) -> str:
    return f"{', '.join(option.opts)} {'' if option.is_flag else option.metavar}".rstrip()


def _explained(parameter: Any, language: str) -> str:
    text = chosen(parameter.help, language)
    if parameter.param_type_name == "option" and parameter.required:
        return text + _REQUIRED.in_language(language)
    if parameter.default and isinstance(parameter.default, str | int) and parameter.default is not True:
        return f"{text}{_DEFAULT.in_language(language)}{parameter.default}"
    return text


def _page(usage: str, about: str, tables: Mapping[str, _Rows], language: str) -> str:
    lines = [f"{_USAGE.in_language(language)}{usage}", "", *_wrapped(about, _WIDTH)]
    for heading, rows in tables.items():
        if rows:
            lines += ["", f"{heading}{Words('：', ':').in_language(language)}", *_table(rows)]
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
    for piece in _PIECE.compiled.findall(text):
        if text_width(line + piece) > width:
            yield line.rstrip()
            line = ""
        line = (line + piece).lstrip()
    yield line
