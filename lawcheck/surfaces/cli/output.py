"""Where reports go: standard output, or a file that is never seen half-written."""

import os
import sys
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from lawcheck.errors import COLON, UsageError, Words
from lawcheck.reading.files import is_own_report
from lawcheck.reading.remembered import remember_path
from lawcheck.reading.storage import printable
from lawcheck.reading.writer import is_same, verify_output, write_file
from lawcheck.running.configuration.finder import Finder
from lawcheck.surfaces.cli.streams import put

_Format = TypeVar("_Format")


def format_of(output: str | None, formats: Mapping[str, _Format], default: _Format) -> _Format:
    """The format that the ending of a file asks for, the default without one; raises UsageError for another ending."""
    if output is None:
        return default
    ending = Path(output).suffix.lower()
    if ending not in formats:
        raise UsageError(
            printable(output)
            + COLON
            + Words(
                f"从扩展名看不出格式（{'、'.join(formats)}），请加 --output-format",
                f"the ending names no format ({', '.join(formats)}); please add --output-format",
            )
        )
    return formats[ending]


def write(text: str, path: str | None = None, colours: bool = False) -> None:
    """Writes a report as UTF-8, to standard output without a path, where it may have colours.

    Raises SourceError for a bad path, LawcheckError when standard output is full or closed.
    """
    data = text.encode("utf-8", "replace")
    if path is None:
        put(data, colours)
    else:
        write_file(path, data)


def write_lines(lines: Iterable[str], path: str | None = None) -> None:
    """Writes a report that is lines, in the same way."""
    write("".join(f"{line}\n" for line in lines), path)


def write_bytes(data: bytes, path: str | None, instead_of: str | None = None) -> None:
    """Writes a report that is bytes already, in the same way.

    `instead_of` is the only file read by this call that it may take the place of.
    """
    if path is None:
        put(data)
        return
    write_file(path, data, instead_of)


def without_outputs(outputs: Iterable[str], documents: Iterable[str], finder: Finder) -> list[str]:
    """The documents of a call except for earlier reports of lawcheck, and empty files, in the place of its outputs.

    Raises SourceError, before anything is read or written, when an output would take the place of any other of them,
    or of a file that configures them.
    """
    places = list(outputs)
    given_up = {path for path in documents if any(is_same(path, place) for place in places) and _loses_nothing(path)}
    kept = [path for path in documents if path not in given_up]
    for path in kept:
        finder.configuration(path)  # read now, so that it is known which files that takes
        remember_path(path)
    for place in places:
        verify_output(place)
    return kept


def _loses_nothing(path: str) -> bool:
    """Whether a file may be written anew: an earlier report, or one that was only made to be written into."""
    return is_own_report(path) or Path(path).stat().st_size == 0


class Color(StrEnum):
    """When reports on standard output have colours."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def use_colours(chosen: Color = Color.AUTO) -> bool:
    """Whether standard output has colours: where the call says so, else the environment, else on a terminal."""
    if chosen is not Color.AUTO or os.environ.get("NO_COLOR"):
        return chosen is Color.ALWAYS
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")
