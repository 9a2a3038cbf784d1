"""Files by path or address (s3://bucket/folder): opened, measured and listed."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import pyarrow as pa
from pyarrow import fs

from lawcheck.errors import SourceError, Words
from lawcheck.reading.files import find_documents
from lawcheck.reading.storage import is_folder as is_local_folder
from lawcheck.reading.storage import opened as opened_file
from lawcheck.reading.storage import printable

_SCHEME = "://"


def is_address(path: str) -> bool:
    """Whether it is an address, and no path of this computer."""
    return _SCHEME in path


@contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """A file, open to be read at any place; raises SourceError."""
    context = _opened_address(path) if is_address(path) else opened_file(path)
    file = context.__enter__()
    try:
        yield file
    finally:
        # What is wrong with the content is no fault of opening it, which the context would tell instead.
        context.__exit__(None, None, None)


@contextmanager
def _opened_address(path: str) -> Iterator[IO[bytes]]:
    try:
        system, inside = fs.FileSystem.from_uri(path)
        file = system.open_input_file(inside)
    except (OSError, ValueError, pa.ArrowException) as error:
        raise SourceError(printable(path), _told(error)) from error
    with file:
        yield file


def size_of(path: str) -> int:
    """How many bytes a file has; raises SourceError."""
    if not is_address(path):
        with opened_file(path) as file:
            return file.seek(0, 2)
    return int(_entry(path).size or 0)


def is_folder(path: str) -> bool:
    """Whether it is a folder; raises SourceError for an address that cannot be asked."""
    return _entry(path).type == fs.FileType.Directory if is_address(path) else is_local_folder(path)


def documents_in(path: str, known: tuple[str, ...]) -> Iterator[str | SourceError]:
    """The files below a folder, sorted: documents, and those with one of the endings `known`."""
    if not is_address(path):
        yield from find_documents(path)
        return
    try:
        system, inside = fs.FileSystem.from_uri(path)
        entries = system.get_file_info(fs.FileSelector(inside, recursive=True))
    except (OSError, ValueError, pa.ArrowException) as error:
        yield SourceError(printable(path), _told(error))
        return
    base = path.rstrip("/")
    root = inside.rstrip("/")
    for entry in sorted(entries, key=lambda entry: entry.path):
        hidden = any(part.startswith(".") for part in entry.path[len(root) :].split("/"))
        if entry.type == fs.FileType.File and not hidden and entry.path.lower().endswith(known):
            yield base + entry.path[len(root) :]


def _entry(path: str) -> Any:
    try:
        system, inside = fs.FileSystem.from_uri(path)
        entry = system.get_file_info(inside)
    except (OSError, ValueError, pa.ArrowException) as error:
        raise SourceError(printable(path), _told(error)) from error
    if entry.type == fs.FileType.NotFound:
        raise SourceError(printable(path), Words("文件不存在", "no such file"))
    return entry


def _told(error: Exception) -> Words:
    why = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
    return Words(f"无法读取（{why}）", f"cannot be read ({why})")
