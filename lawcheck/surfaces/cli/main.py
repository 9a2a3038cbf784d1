"""`lawcheck`: from the words of a call to a command and its exit status."""

import atexit
import gc
import os
import sys
from collections.abc import Mapping, Sequence

from lawcheck import __version__
from lawcheck.errors import LawcheckError
from lawcheck.surfaces.cli import about, commands
from lawcheck.surfaces.cli.calls import Command, asks_for_help, read_call, unknown
from lawcheck.surfaces.cli.notes import complain, told_warnings
from lawcheck.surfaces.cli.parameters import HELP, flag
from lawcheck.surfaces.cli.serve import serve

_ABOUT = "检查中文公文、方案和法规的结构、编号、责任分工和文字。"
_VERSION = flag("--version", text="显示版本")
# In the order of the help.
COMMANDS: Mapping[str, Command] = {
    "check": commands.check,
    "baseline": commands.baseline,
    "annotate": commands.annotate,
    "outline": commands.outline,
    "tasks": commands.tasks,
    "compare": commands.compare,
    "overview": commands.overview,
    "text": commands.text,
    "config": about.config,
    "rules": about.rules,
    "explain": about.explain,
    "lsp": about.lsp,
    "serve": serve,
}
_INTERRUPTED = 130
# Its shells leave wildcards to the programs.
_ON_WINDOWS = os.name == "nt"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns the exit status."""
    # What a check makes lives until its report is written; looking for garbage among it takes a tenth of the time.
    # `inputs` collects it between documents.
    gc.disable()
    if arguments is None:
        # The process is ours: what is left at its end is not searched for garbage once more.
        atexit.register(gc.freeze)
    try:
        with told_warnings():
            return _run(_words() if arguments is None else arguments)
    except LawcheckError as error:
        complain(str(error))
        return 2
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read what is told has gone; what is left in the buffer must not be written at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
        return 1


def _words() -> list[str]:
    """The words that the shell gives."""
    if not _ON_WINDOWS:
        return sys.argv[1:]
    from lawcheck.surfaces.cli.wildcards import expanded

    return expanded(sys.argv[1:])


def _run(words: Sequence[str]) -> int:
    if not words:
        _show_help()
        return 2
    name, rest = words[0], words[1:]
    if name in _VERSION.names:
        print(f"lawcheck {__version__}")
    elif name in HELP.names:
        _show_help()
    elif name.startswith("-"):
        raise unknown("选项", name, [*_VERSION.names, *HELP.names])
    elif name not in COMMANDS:
        raise unknown("命令", name, COMMANDS)
    elif asks_for_help(rest):
        _show_help(name)
    else:
        called = COMMANDS[name]
        return called.run(read_call(called, rest))
    return 0


def _show_help(name: str | None = None) -> None:
    from lawcheck.surfaces.cli.help import command_help, overall_help
    from lawcheck.surfaces.cli.output import write

    write(command_help(name, COMMANDS[name]) if name else overall_help(_ABOUT, COMMANDS, [_VERSION, HELP]))
