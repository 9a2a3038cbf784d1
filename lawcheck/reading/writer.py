"""The one way into files: every report, fixed document and cache is written here.

No output takes the place of a file that the call reads or is configured by. Files are replaced all at once, by a new
file of an unpredictable name beside them. A link at the end of a path that the user names is followed; one that was
found in a folder only to where the folders of the call reach.
"""

import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from lawcheck.errors import SourceError, Words
from lawcheck.reading.encoding import encode
from lawcheck.reading.remembered import is_remembered
from lawcheck.reading.storage import opened, printable, replace_file, unwritable
from lawcheck.text.source import Source

CHANGED = Words(
    "文件已有变动，或者不能原样写回，未修改",
    "has changed meanwhile, or cannot be written back as it was; it is unchanged",
)
_IS_READ = Words(
    "是要读的文件，不能写入；请用别的文件名", "is read by this call and cannot be written; please use another name"
)
_OTHER_NAMES = Words(
    "这个文件另有硬链接，未修改；请先复制成单独的文件",
    "has other names (hard links) and is unchanged; please make a copy of it first",
)
_NO_RIGHT = Words("没有写入权限，未修改", "may not be written; it is unchanged")


def verify_output(path: str, instead_of: str | None = None) -> None:
    """Raises SourceError where an output would take the place of a file that this call reads or is configured by.

    `instead_of` is the only such file that it may take the place of.
    """
    if is_remembered(path) and not (instead_of is not None and is_same(path, instead_of)):
        raise SourceError(printable(path), _IS_READ)


def verify_ending(output: str, of: str) -> None:
    """Raises SourceError where what has the format of one file would be called by the ending of another format.

    A file without an ending, as a pipe, may be made of any and become any.
    """
    ending, wanted = Path(of).suffix.lower(), Path(output).suffix.lower()
    if ending and wanted and ending != wanted:
        reason = Words(
            f"扩展名应是 {ending}，与原文件相同", f"needs the ending {ending}, that of the file it is made of"
        )
        raise SourceError(printable(output), reason)


def write_file(path: str, data: bytes, instead_of: str | None = None) -> None:
    """Writes an output that the user has named; raises SourceError where that is not possible, or must not be."""
    verify_output(path, instead_of)
    try:
        target = Path(os.path.realpath(path))
        if target.is_symlink():
            raise OSError(errno.ELOOP, path)
        if not _is_stream(target):
            replace_file(target, data)
            return
        # A pipe that nobody reads is an error, not a wait.
        with os.fdopen(os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0)), "wb") as stream:
            os.set_blocking(stream.fileno(), True)
            stream.write(data)
    except (OSError, ValueError) as error:
        raise SourceError(printable(path), unwritable(error)) from error


def replace_unchanged(path: str, name: str, before: bytes, after: bytes) -> None:
    """Gives a file, which reports call `name`, new content, all at once, if it still holds what it held before.

    Raises SourceError, and leaves the file alone, when it does not, or cannot be written.
    """
    target = Path(os.path.realpath(path))
    try:
        if not os.access(target, os.W_OK):
            raise SourceError(name, _NO_RIGHT)
        if target.stat().st_nlink > 1:  # the others would keep the text as it was
            raise SourceError(name, _OTHER_NAMES)
        with opened(target) as file:
            held = file.read(len(before) + 1)
        if held != before:
            raise SourceError(name, CHANGED)
        replace_file(target, after)
    except OSError as error:
        raise SourceError(name, unwritable(error) + Words("，未修改", ", unchanged")) from error


def leads_outside(path: str, named: Iterable[str]) -> bool:
    """Whether a document is a link that was found in a folder and leads out of all that the call names."""
    if not Path(path).is_symlink() or path in (places := list(named)):
        return False
    real = Path(os.path.realpath(path))
    return not any(real.is_relative_to(os.path.realpath(place)) for place in places)


def encoded(source: Source, text: str) -> bytes:
    """A new text for a source in the encoding that it has, with its byte order mark.

    Raises SourceError when the encoding lacks a character.
    """
    try:
        return encode(text, source.encoding, source.mark)
    except UnicodeEncodeError as error:
        missing = text[error.start]
        reason = Words(
            f"{source.encoding} 编码中没有“{missing}”（U+{ord(missing):04X}），文件未修改；请先另存为 UTF-8",
            f"{source.encoding} has no {missing} (U+{ord(missing):04X}), it is unchanged; save it as UTF-8 first",
        )
        raise SourceError(source.path, reason) from error


def is_same(path: str, other: str) -> bool:
    """Whether two paths lead to one file."""
    try:
        return Path(path).samefile(other)
    except (OSError, ValueError):  # no such file
        return False


def _is_stream(target: Path) -> bool:
    """Whether a path leads to a device, pipe or socket, which is written into and not replaced."""
    try:
        mode = target.stat().st_mode
    except (OSError, ValueError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)
