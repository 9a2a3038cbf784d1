"""`lawcheck`: from the words of a call to a command and its exit status."""

import atexit
import gc
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from lawcheck import __version__
from lawcheck.errors import LawcheckError, fault_words
from lawcheck.surfaces.cli.notes import complain, told_warnings
from lawcheck.surfaces.cli.streams import give_up, open_missing, put

_INTERRUPTED = 130
_SIGNALLED = 128
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
        open_missing()
        _end_in_order()
    words = _words() if arguments is None else list(arguments)
    try:
        return _answered(words)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        give_up(sys.stderr)  # whose reader has gone
        return 1
    except Exception as error:
        complain(fault_words(error).in_language(_language(words)))
        return 2


def _end_in_order() -> None:
    """SIGTERM and SIGHUP end the call as Ctrl-C does: programs that it has started, and temporary files, go with it."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:  # nohup ignores it
            signal.signal(number, _end)


def _end(number: int, _: object) -> None:
    signal.signal(number, signal.SIG_IGN)  # once is enough; what follows is tidying up
    raise SystemExit(_SIGNALLED + number)


def _language(words: list[str]) -> str:
    """The language of the call, where that can be told: the fault may be in what tells it."""
    from lawcheck.surfaces.cli.languages import language_of

    with suppress(Exception):
        return language_of(words)
    return "zh"


def _words() -> list[str]:
    """The words that the shell gives."""
    if not _ON_WINDOWS:
        return sys.argv[1:]
    from lawcheck.surfaces.cli.wildcards import expanded

    return expanded(sys.argv[1:])


def _answered(words: list[str]) -> int:
    try:
        if words[:1] == ["--version"]:  # asked by other programs, which do not wait for Typer
            put(f"lawcheck {__version__}\n".encode())
            return 0
        with told_warnings():
            return _run(words)
    except LawcheckError as error:
        from lawcheck.surfaces.cli.languages import language_of

        complain(error.in_language(language_of(words)))
        return 2


def _run(words: list[str]) -> int:
    import typer

    from lawcheck.surfaces.cli.completion import VARIABLE
    from lawcheck.surfaces.cli.program import app

    program = typer.main.get_command(app)
    if VARIABLE in os.environ:
        return _complete(program)
    try:
        with program.make_context("lawcheck", list(words), obj=words) as context:
            # Help reads nothing.
            from lawcheck.reading.paged.page_options import for_one_call
            from lawcheck.reading.remembered import remembering
            from lawcheck.reading.resources import keeping_programs

            with for_one_call(), remembering(), keeping_programs():
                status: int = program.invoke(context)
            return status
    except typer.Exit as end:
        return end.exit_code


def _complete(program: Any) -> int:
    """Answers a shell that completes a call, which it tells in the environment."""
    from typer._completion_classes import completion_init

    completion_init()
    try:
        program.main([], prog_name="lawcheck")
    except SystemExit as end:
        return int(end.code or 0)
    raise AssertionError("Typer ends when it has answered")
