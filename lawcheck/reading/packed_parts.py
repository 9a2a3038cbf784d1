"""A zip package that a document is, read with distrust."""

import io
import re
import zipfile
import zlib

from lawcheck.errors import SourceError, Words
from lawcheck.reading.safe_xml import Element, RefusedXmlError, parse_xml
from lawcheck.reading.storage import printable

MAX_PARTS = 10_000
MAX_PART = 64 * 1024 * 1024
MAX_TOTAL = 256 * 1024 * 1024
# XML packs to a fifth or a twentieth; only what is made to burst packs to less than a five-hundredth.
MAX_RATIO = 500
_RATIO_FROM = 1024 * 1024
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DIRECTORY_ENTRY = b"PK\x01\x02"
_BAD_NAME = re.compile(r"\A(?:/|[A-Za-z]:)|\\|[\x00-\x1f]|(?:\A|/)\.\.(?:/|\Z)")
# What zipfile raises on files that were made to confuse it.
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    OverflowError,
    IndexError,
)
ENCRYPTED = Words("文件已加密，请先去掉打开密码", "is encrypted; please remove the password first")


class Parts:
    """The parts of a package. Every way of reading one raises SourceError when it must not be trusted.

    `none` says what a file is not that is no such package at all.
    """

    def __init__(self, data: bytes, path: str, none: Words) -> None:
        self.path = printable(path)
        self._parsed: dict[str, Element] = {}
        self._archive = self._opened(data, none)
        self._entries = self._checked_entries()
        self.names = tuple(self._entries)

    def refused(self, reason: Words) -> SourceError:
        """The error that says why this file is not read."""
        return SourceError(self.path, reason)

    def read(self, name: str) -> bytes:
        """The content of a part."""
        try:
            return self._archive.read(self._entries[name])
        except KeyError:
            raise self.refused(Words(f"缺少部件 {printable(name)}", f"the part {printable(name)} is missing")) from None
        except _ZIP_ERRORS as error:
            raise self.refused(
                Words(f"部件 {printable(name)} 已损坏", f"the part {printable(name)} is damaged")
            ) from error

    def xml(self, name: str) -> Element:
        """The root element of a part, parsed once: changes to it are seen by the next caller."""
        if name not in self._parsed:
            try:
                self._parsed[name] = parse_xml(self.read(name))
            except RefusedXmlError as error:
                raise self.refused(
                    Words(f"部件 {name} {error.words.zh}", f"the part {name} {error.words.en}")
                ) from error
        return self._parsed[name]

    def _opened(self, data: bytes, none: Words) -> zipfile.ZipFile:
        if data.count(_DIRECTORY_ENTRY) > MAX_PARTS:
            raise self.refused(
                Words(
                    f"压缩包中的部件超过 {MAX_PARTS} 个，拒绝读取", f"has more than {MAX_PARTS} parts and is not read"
                )
            )
        try:
            return zipfile.ZipFile(io.BytesIO(data))
        except (*_ZIP_ERRORS, NotImplementedError) as error:
            raise self.refused(none) from error

    def _checked_entries(self) -> dict[str, zipfile.ZipInfo]:
        entries: dict[str, zipfile.ZipInfo] = {}
        total = 0
        for entry in self._archive.infolist():
            self._check_entry(entry)
            if entry.filename in entries:
                raise self.refused(Words("压缩包中有重名的部件，拒绝读取", "has two parts of one name and is not read"))
            entries[entry.filename] = entry
            total += entry.file_size
        if total > MAX_TOTAL:
            raise self.refused(_larger("解压后", "unpacks to", MAX_TOTAL))
        return entries

    def _check_entry(self, entry: zipfile.ZipInfo) -> None:
        if _BAD_NAME.search(entry.orig_filename):
            raise self.refused(
                Words("压缩包中有指向外部的路径，拒绝读取", "has a part whose path leads outside and is not read")
            )
        if entry.flag_bits & _ENCRYPTED:
            raise self.refused(ENCRYPTED)
        if entry.compress_type not in _METHODS:
            raise self.refused(Words("压缩方法不常用，拒绝读取", "is compressed in an unusual way and is not read"))
        if entry.file_size > MAX_PART:
            raise self.refused(_larger("其中的部件解压后", "has a part that unpacks to", MAX_PART))
        if entry.file_size > _RATIO_FROM and entry.file_size > MAX_RATIO * entry.compress_size:
            raise self.refused(
                Words(
                    "压缩率异常（可能是压缩炸弹），拒绝读取",
                    "is compressed suspiciously well (perhaps a zip bomb) and is not read",
                )
            )


def _larger(what: str, does: str, most: int) -> Words:
    mib = most // 1024 // 1024
    return Words(f"{what}超过 {mib} MiB，拒绝读取", f"{does} more than {mib} MiB and is not read")
