"""Which files a call has read: none of its outputs may take the place of one.

Files are told apart by device and inode, so that no link, relative path or other spelling hides one.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# None where nothing is remembered: a program that uses lawcheck as a library writes its files itself.
_files: set[tuple[int, int]] | None = None


@contextmanager
def remembering() -> Iterator[None]:
    """Remembers the files that are read inside; what was remembered before comes back at the end."""
    global _files
    before, _files = _files, set()
    try:
        yield
    finally:
        _files = before


def remember(status: os.stat_result) -> None:
    """Remembers an open file."""
    if _files is not None:
        _files.add((status.st_dev, status.st_ino))


def remember_path(path: str) -> None:
    """Remembers a file that will be read; one that does not exist yet, or cannot be looked at, is no output's."""
    with suppress(OSError, ValueError):
        remember(Path(path).stat())


def is_remembered(path: str) -> bool:
    """Whether a path leads to one of the files."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return False
    return _files is not None and (status.st_dev, status.st_ino) in _files
