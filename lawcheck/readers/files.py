"""Finds and reads documents."""

import os
from collections.abc import Iterator
from pathlib import Path

from lawcheck.errors import SourceError
from lawcheck.readers.encoding import byte_order_mark, decode
from lawcheck.source import Source

FORMATS = {".txt": "text", ".md": "markdown", ".html": "html", ".htm": "html"}
MAX_BYTES = 64 * 1024 * 1024
STDIN = "-"
_HTML_STARTS = ("<!doctype html", "<html")
_REASONS = {
    FileNotFoundError: "文件不存在",
    PermissionError: "没有读取权限",
    IsADirectoryError: "是目录，不是文件",
}


def find_documents(path: str) -> Iterator[str | SourceError]:
    """The documents under a folder, sorted, hidden ones and linked folders skipped; a file is itself.

    A folder that cannot be listed, or has no documents, comes as an error among the others.
    """
    if path == STDIN or not Path(path).is_dir():
        yield path
        return
    found = False
    errors: list[OSError] = []
    for folder, subfolders, names in os.walk(path, onerror=errors.append):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in FORMATS:
                found = True
                yield str(Path(folder, name))
    for error in errors:
        yield SourceError(printable(error.filename), _reason(error))
    if not found and not errors:
        yield SourceError(printable(path), f"目录中没有 {'、'.join(FORMATS)} 文件")


def read_path(path: str | os.PathLike[str]) -> Source:
    """The document in a file; raises SourceError, whose text names the file and the reason."""
    name = os.fspath(path)
    try:
        # One byte more than allowed tells that there is more, whatever the file system says about the size.
        with Path(name).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise SourceError(printable(name), _reason(error)) from error
    return read_stream(data, name)


def read_stream(data: bytes, name: str = STDIN) -> Source:
    """The document in these bytes; `name` is what the report calls it, and its ending tells the format.

    Raises SourceError, whose text names the document and the reason.
    """
    name = printable(name)
    if len(data) > MAX_BYTES:
        raise SourceError(name, f"超过大小上限（{MAX_BYTES // 1024 // 1024} MiB）")
    text, encoding = decode(data, name)
    text_format = FORMATS.get(Path(name).suffix.lower())
    if text_format is None:
        text_format = "html" if text[:200].lstrip().lower().startswith(_HTML_STARTS) else "text"
    return Source(text, name, encoding, text_format, byte_order_mark(data))


def printable(name: str) -> str:
    """A file name as text that can be encoded: bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def _reason(error: OSError | ValueError) -> str:
    for kind, reason in _REASONS.items():
        if isinstance(error, kind):
            return reason
    return f"无法读取（{getattr(error, 'strerror', None) or error}）"
