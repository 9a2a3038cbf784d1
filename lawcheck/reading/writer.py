"""Puts fixed texts into the place of their files."""

import os
from pathlib import Path

from lawcheck.errors import SourceError, Words
from lawcheck.reading.encoding import encode
from lawcheck.reading.storage import replace_file, unwritable
from lawcheck.text.source import Source


def encoded(source: Source, text: str) -> bytes:
    """A new text for a source in the encoding that it has, with its byte order mark.

    Raises SourceError when the encoding lacks a character.
    """
    try:
        return encode(text, source.encoding, source.mark)
    except UnicodeEncodeError as error:
        missing = text[error.start]
        code = f"U+{ord(missing):04X}"
        reason = Words(
            f"{source.encoding} 编码中没有“{missing}”（{code}），文件未修改；请先另存为 UTF-8",
            f"{source.encoding} has no {missing} ({code}), the file is unchanged; please save it as UTF-8 first",
        )
        raise SourceError(source.path, reason) from error


def write_path(path: str, source: Source, text: str) -> None:
    """Replaces the text of a file, all at once; permissions and encoding stay.

    Raises SourceError, and leaves the file alone, when it is no longer what was read, cannot hold the text or cannot
    be written.
    """
    data = encoded(source, text)
    replace_unchanged(path, source.path, encoded(source, source.text), data)


def replace_unchanged(path: str, name: str, before: bytes, after: bytes) -> None:
    """Gives a file, which reports call `name`, new content, all at once, if it still holds what it held before.

    Raises SourceError, and leaves the file alone, when it does not, or cannot be written.
    """
    target = Path(path).resolve()
    try:
        if not os.access(target, os.W_OK):
            raise SourceError(name, Words("没有写入权限，未修改", "no permission to write it, unchanged"))
        if target.read_bytes() != before:
            raise SourceError(
                name,
                Words(
                    "文件已有变动，或者不能原样写回，未修改",
                    "has changed meanwhile or cannot be written back as it was, unchanged",
                ),
            )
        replace_file(target, after)
    except OSError as error:
        raise SourceError(name, unwritable(error) + Words("，未修改", ", unchanged")) from error
