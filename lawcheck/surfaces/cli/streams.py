"""The standard streams: what goes out goes out at once, or it is known why not."""

import io
import os
import re
import sys
from typing import TextIO

from lawcheck.errors import COLON, LawcheckError, Words

# Control characters, and those that turn the direction of writing; colours as `reporting.text` has them are kept.
_DRIVES = (
    "(\x1b\\[(?:[0-2]|3[1-6])m)|\r(?!\n)|"
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)
_OUTPUT = Words("标准输出", "standard output")


def for_terminal(text: str, colours: bool = False) -> str:
    """A text that a terminal only shows: what would drive it is replaced, but for line ends, tabs and our `colours`."""
    if text.isprintable():
        return text
    return re.sub(_DRIVES, lambda found: found[1] if colours and found[1] else "".join(map(_picture, found[0])), text)


def _picture(sign: str) -> str:
    if sign.isprintable():
        return sign
    return chr(0x2400 + ord(sign)) if sign < " " else "\ufffd"


def put(data: bytes, colours: bool = False) -> None:
    """Writes to standard output, where a report has these `colours`; raises LawcheckError when it is full or closed.

    A reader who has seen enough (lawcheck … | head) is no error.
    """
    try:
        sys.stdout.flush()
        if sys.stdout.isatty():
            data = for_terminal(data.decode("utf-8", "replace"), colours).encode("utf-8")
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
