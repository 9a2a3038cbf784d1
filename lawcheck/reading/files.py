"""Finds and reads documents."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import replace
from pathlib import Path

from lawcheck.errors import SourceError, Words
from lawcheck.reading.binary import file_type
from lawcheck.reading.encoding import byte_order_mark, decode
from lawcheck.reading.formats import HTML, MARKDOWN, endings, identify, of_ending, sniffed
from lawcheck.reading.ignored import top_level
from lawcheck.reading.remembered import remember
from lawcheck.reading.storage import (
    MAX_BYTES,
    encodable,
    is_folder,
    limit_size,
    opened,
    printable,
    read_bytes,
    reason,
)
from lawcheck.text.file_format import PLAIN, FileFormat
from lawcheck.text.source import Source

STDIN = "-"
# What it is called in this call.
_stdin_name: ContextVar[str] = ContextVar("stdin_name", default=STDIN)
# By these a report of lawcheck is known, near its beginning.
_OWN_MARKS = {HTML.name: b'<meta name="generator" content="lawcheck ', MARKDOWN.name: b"### lawcheck\n"}
_MARK_WITHIN = 512
# The file by which Word and WPS mark a document as open.
_LOCK = "~$"
# Half of a surrogate pair is no character, and no encoding has it.
_WRONG_ENDING = Words("，扩展名却是文本的，请改正扩展名", ", but has the ending of a text; please correct the ending")


@contextmanager
def stdin_called(name: str) -> Iterator[None]:
    """Inside, standard input is a document of this name, which need not exist."""
    token = _stdin_name.set(name)
    try:
        yield
    finally:
        _stdin_name.reset(token)


def is_stdin(path: str) -> bool:
    """Whether a path stands for standard input."""
    return path in (STDIN, _stdin_name.get())


def find_documents(path: str) -> Iterator[str | SourceError]:
    """The documents under a folder, sorted; hidden and ignored ones and linked folders are skipped. A file is itself.

    A folder that cannot be listed, or has no documents, comes as an error among the others; so does an ignore file
    that cannot be used.
    """
    if is_stdin(path) or not is_folder(path):
        yield path
        return
    found = False
    errors: list[OSError] = []
    # A list of what is still to be searched: folders may be deeper than calls can be nested.
    waiting = [(path, top_level(path))]
    while waiting:
        folder, level = waiting.pop()
        yield from level.errors
        try:
            with os.scandir(folder) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except OSError as why:
            errors.append(why)
            continue
        below = [each for each in inside if each.is_dir(follow_symlinks=False) and not each.name.startswith(".")]
        waiting += [
            (str(Path(folder, each.name)), level.below(each.name))
            for each in reversed(below)
            if not level.ignores(each.name, is_folder=True)
        ]
        for name in (each.name for each in inside if not _is_folder(each)):
            if not name.startswith((".", _LOCK)) and _is_sought(name):
                found = True
                document = str(Path(folder, name))
                if not level.ignores(name) and not is_own_report(document):
                    yield document
    for error in errors:
        yield SourceError(printable(error.filename), reason(error))
    if not found and not errors:
        yield SourceError(
            printable(path), Words(f"目录中没有 {'、'.join(endings())} 文件", f"has no files in {', '.join(endings())}")
        )


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    """Whether it is a folder or leads to one; a link that leads nowhere does not."""
    with suppress(OSError):
        return entry.is_dir()
    return False


def _is_sought(name: str) -> bool:
    """Whether a file of a folder is a document that is read."""
    found = of_ending(name)
    return found is not None and (found.is_sought is None or found.is_sought())


def is_own_report(path: str) -> bool:
    """Whether a file is a report that lawcheck wrote: it is no document."""
    found = of_ending(path)
    mark = _OWN_MARKS.get(found.name) if found else None
    if mark is None:
        return False
    with suppress(SourceError), opened(path) as file:
        return mark in file.read(_MARK_WITHIN)
    return False


def read_path(path: str | os.PathLike[str], original: bool = False) -> Source:
    """The document in a file; `original` undoes the tracked changes of a Word file, which else count as accepted.

    Raises SourceError, whose text names the file and the reason.
    """
    return read_stream(read_bytes(path), os.fspath(path), original)


def read_input(path: str) -> bytes:
    """What a file holds, `-` being standard input; raises SourceError."""
    if not is_stdin(path):
        return read_bytes(path)
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        raise SourceError(path, reason(error)) from error
    limit_size(data, path)
    with suppress(OSError):  # it may be none of the system's
        remember(os.fstat(sys.stdin.fileno()))
    return data


def read_stream(data: bytes, name: str = STDIN, original: bool = False, converted: bytes | None = None) -> Source:
    """The document in these bytes: the one way from bytes to a source.

    `name` is what the report calls it, and its ending tells the format; `converted` is what was made of the bytes
    where that was done before, for many together.

    Raises SourceError, whose text names the document and the reason.
    """
    limit_size(data, name)
    found = identify(data, name)
    if found.read is None:
        return _read_text(data, printable(name), found)
    if converted is None and found.convert:
        (outcome,) = found.convert([(name, data)])
        if isinstance(outcome, SourceError):
            raise outcome
        converted = outcome
    source = found.read(converted or data, name, original)
    return source if source.format is not PLAIN else replace(source, format=found)


def text_source(text: str, name: str = STDIN) -> Source:
    """The document in a text that is decoded already; the ending of its name says whether it is marked up."""
    said = of_ending(name)
    return Source(encodable(text), printable(name), format=said if said and said.has_lines else PLAIN)


def _not_read() -> Words:
    return Words(
        f"，不能读取；能读取的有 {'、'.join(endings())} 文件，请先另存为其中一种",
        f", which is not read; please save it as one of {', '.join(endings())} first",
    )


def _read_text(data: bytes, name: str, file_format: FileFormat) -> Source:
    other = sniffed(data)
    if other and not other.has_lines:
        raise SourceError(name, Words("是 ", "is ") + other.title + _WRONG_ENDING)
    if what := file_type(data):
        raise SourceError(name, what + _not_read())
    text, encoding = decode(data, name)
    return Source(text, name, encoding, file_format, byte_order_mark(data))
