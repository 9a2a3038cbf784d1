"""The standard streams: what goes out goes out at once, or it is known why not."""

import io
import os
import sys
from typing import TextIO

from lawcheck.errors import COLON, LawcheckError, Words

_OUTPUT = Words("标准输出", "standard output")


def put(data: bytes) -> None:
    """Writes to standard output; raises LawcheckError when it is full or closed.

    A reader who has seen enough (lawcheck … | head) is no error.
    """
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        give_up(sys.stdout)
        if not isinstance(error, BrokenPipeError):
            from lawcheck.reading.storage import unwritable

            raise LawcheckError(_OUTPUT + COLON + unwritable(error)) from error


def give_up(stream: TextIO) -> None:
    """What is left in the buffer of a stream that cannot be written must not be written at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def open_missing() -> None:
    """Puts something in the place of standard streams that the process was started without.

    Input cannot be read and output cannot be written, which costs only those calls that want it; notes go nowhere.
    """
    if sys.stdin is None:
        sys.stdin = _nothing("w")
    if sys.stdout is None:
        sys.stdout = _nothing("r")
    if sys.stderr is None:
        sys.stderr = _nothing("w")


def _nothing(mode: str) -> TextIO:
    return io.TextIOWrapper(io.FileIO(os.devnull, mode), encoding="utf-8")
