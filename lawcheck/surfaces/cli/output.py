"""Where reports go: standard output, or a file that is never seen half-written."""

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from lawcheck.errors import COLON, UsageError, Words
from lawcheck.reading.files import is_own_page
from lawcheck.reading.storage import printable, unwritable

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


def write(text: str, path: str | None = None) -> None:
    """Writes a report as UTF-8, to standard output without a path; raises UsageError for a bad path."""
    write_bytes(text.encode("utf-8", "replace"), path)


def write_lines(lines: Iterable[str], path: str | None = None) -> None:
    """Writes a report that is lines, in the same way."""
    write("".join(f"{line}\n" for line in lines), path)


def write_bytes(data: bytes, path: str | None) -> None:
    """Writes a report that is bytes already, in the same way."""
    if path is None:
        _print(data)
        return
    try:
        _write_file(data, Path(path).resolve())
    except OSError as error:
        raise UsageError(path + COLON + unwritable(error)) from error


def without_output(path: str, documents: Iterable[str]) -> list[str]:
    """The documents of a report but for an earlier page of lawcheck in its place, which may be written anew.

    Raises UsageError when the report would take the place of any other document that it is about.
    """
    kept = []
    for document in documents:
        if not _is_same(path, document):
            kept.append(document)
        elif not is_own_page(path):
            raise UsageError(
                printable(path)
                + COLON
                + Words(
                    "是要读的文件，不能写入；请用别的文件名",
                    "is read and cannot be written; please choose another name",
                )
            )
    return kept


def _is_same(path: str, other: str) -> bool:
    try:
        return Path(path).samefile(other)
    except (OSError, ValueError):  # no such file
        return False


def _print(data: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The reader has seen enough (lawcheck … | head); what is left in the buffer must not be written at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write_file(data: bytes, target: Path) -> None:
    if target.exists() and not target.is_file():
        target.write_bytes(data)  # a device or a pipe
        return
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def use_colours() -> bool:
    """Whether standard output is a terminal whose user has not asked for no colours."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
