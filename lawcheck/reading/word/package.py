"""The zip package that a .docx file is, read with distrust and written with everything else left alone."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping

from lawcheck.errors import SourceError
from lawcheck.reading.storage import printable
from lawcheck.reading.word.xml import Element, RefusedXmlError, parse_xml, w

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
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
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
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DATE = (1980, 1, 1, 0, 0, 0)


class Package:
    """The parts of one .docx file. Every way of reading one raises SourceError when it must not be trusted."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = printable(path)
        self._parsed: dict[str, Element] = {}
        self._archive = self._opened(data)
        self._entries = self._checked_entries()
        self.names = tuple(self._entries)
        main = self.related("", "officeDocument")
        if not main:
            raise self.refused("不是 Word 文件（.docx）：其中没有正文")
        self.main = main[0]
        if self.xml(self.main).tag != w("document"):
            raise self.refused("不是普通的 Word 文件（.docx），请用 Word 或 WPS 另存为 .docx")

    def refused(self, reason: str) -> SourceError:
        """The error that says why this file is not read."""
        return SourceError(self.path, reason)

    def read(self, name: str) -> bytes:
        """The content of a part."""
        try:
            return self._archive.read(self._entries[name])
        except KeyError:
            raise self.refused(f"缺少部件 {printable(name)}") from None
        except _ZIP_ERRORS as error:
            raise self.refused(f"部件 {printable(name)} 已损坏") from error

    def xml(self, name: str) -> Element:
        """The root element of a part, parsed once: changes to it are seen by whoever asks for it next."""
        if name not in self._parsed:
            try:
                self._parsed[name] = parse_xml(self.read(name))
            except RefusedXmlError as error:
                raise self.refused(f"部件 {name} {error}") from error
        return self._parsed[name]

    def related(self, part: str, kind: str) -> list[str]:
        """The existing parts that a part ("" is the package itself) names by relationships of a kind ("header")."""
        return list(self.relationships(part, kind).values())

    def only(self, kind: str) -> Element | None:
        """The root of the one part of a kind ("styles") that belongs to the main part."""
        parts = self.related(self.main, kind)
        return self.xml(parts[0]) if parts else None

    @property
    def is_signed(self) -> bool:
        """Whether it has a digital signature, which is for the parts as they are."""
        return bool(self.related("", "origin"))

    def relationships(self, part: str, kind: str) -> dict[str, str]:
        """The same by the identifiers that the part uses for them."""
        folder, file = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        found: dict[str, str] = {}
        if name not in self._entries:
            return found
        for relationship in self.xml(name).iterchildren(_RELATIONSHIP):
            if relationship.get("Type", "").rpartition("/")[2] != kind or relationship.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, relationship.get("Target", ""))).lstrip("/")
            if target in self._entries:
                found[relationship.get("Id", "")] = target
        return found

    def packed(self, replaced: Mapping[str, bytes], added: Mapping[str, bytes]) -> bytes:
        """The bytes of a package with these parts replaced and added, all others as they are."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, entry in self._entries.items():
                archive.writestr(_entry_like(entry), replaced[name] if name in replaced else self.read(name))
            for name, data in added.items():
                archive.writestr(_new_entry(name), data)
        return packed.getvalue()

    def _opened(self, data: bytes) -> zipfile.ZipFile:
        if data.startswith(_OLE):
            encrypted = _ENCRYPTED_PACKAGE in data
            raise self.refused(
                "文件已加密，请先去掉打开密码" if encrypted else "是旧版 Office 文件，不是 .docx，请改用正确的扩展名"
            )
        if data.count(_DIRECTORY_ENTRY) > MAX_PARTS:
            raise self.refused(f"压缩包中的部件超过 {MAX_PARTS} 个，拒绝读取")
        try:
            return zipfile.ZipFile(io.BytesIO(data))
        except (*_ZIP_ERRORS, NotImplementedError) as error:
            raise self.refused("不是 Word 文件（.docx），或者文件已损坏、不完整") from error

    def _checked_entries(self) -> dict[str, zipfile.ZipInfo]:
        entries: dict[str, zipfile.ZipInfo] = {}
        total = 0
        for entry in self._archive.infolist():
            self._check_entry(entry)
            if entry.filename in entries:
                raise self.refused("压缩包中有重名的部件，拒绝读取")
            entries[entry.filename] = entry
            total += entry.file_size
        if total > MAX_TOTAL:
            raise self.refused(f"解压后超过 {MAX_TOTAL // 1024 // 1024} MiB，拒绝读取")
        return entries

    def _check_entry(self, entry: zipfile.ZipInfo) -> None:
        if _BAD_NAME.search(entry.orig_filename):
            raise self.refused("压缩包中有指向外部的路径，拒绝读取")
        if entry.flag_bits & _ENCRYPTED:
            raise self.refused("文件已加密，请先去掉打开密码")
        if entry.compress_type not in _METHODS:
            raise self.refused("压缩方法不是 .docx 所用的，拒绝读取")
        if entry.file_size > MAX_PART:
            raise self.refused(f"其中的部件解压后超过 {MAX_PART // 1024 // 1024} MiB，拒绝读取")
        if entry.file_size > _RATIO_FROM and entry.file_size > MAX_RATIO * entry.compress_size:
            raise self.refused("压缩率异常（可能是压缩炸弹），拒绝读取")


def _entry_like(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """The directory entry of a part that is written again."""
    new = zipfile.ZipInfo(entry.filename, entry.date_time)
    new.compress_type = entry.compress_type
    new.external_attr = entry.external_attr
    new.create_system = entry.create_system
    return new


def _new_entry(name: str) -> zipfile.ZipInfo:
    new = zipfile.ZipInfo(name, _DATE)
    new.compress_type = zipfile.ZIP_DEFLATED
    return new
