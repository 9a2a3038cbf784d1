"""Puts mended texts into the place of their files."""

import os
from pathlib import Path

from lawcheck.errors import SourceError
from lawcheck.readers.encoding import encode
from lawcheck.source import Source
from lawcheck.storage import replace_file


def encoded(source: Source, text: str) -> bytes:
    """A new text for a source in the encoding that it has, with its byte order mark.

    Raises SourceError when the encoding lacks a character, or when the text is only a part of the file.
    """
    if source.format == "docx":
        raise SourceError(source.path, "是 Word 文件，--fix 不改写；请用 lawcheck annotate 作成修订，未修改")
    try:
        return encode(text, source.encoding, source.mark)
    except UnicodeEncodeError as error:
        missing = text[error.start]
        reason = f"{source.encoding} 编码中没有“{missing}”（U+{ord(missing):04X}），文件未修改；请先另存为 UTF-8"
        raise SourceError(source.path, reason) from error


def write_path(path: str, source: Source, text: str) -> None:
    """Replaces the text of a file, all at once; permissions and encoding stay.

    Raises SourceError, and leaves the file alone, when it is no longer what was read, cannot hold the text or cannot
    be written.
    """
    data = encoded(source, text)
    target = Path(path).resolve()
    try:
        if not os.access(target, os.W_OK):
            raise SourceError(source.path, "没有写入权限，未修改")
        if target.read_bytes() != encoded(source, source.text):
            raise SourceError(source.path, "文件已有变动，或者不能原样写回，未修改")
        replace_file(target, data)
    except OSError as error:
        raise SourceError(source.path, f"无法写入（{error.strerror}），未修改") from error
