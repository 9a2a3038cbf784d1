"""The zip package that a .docx file is, read with distrust and written with everything else left alone."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping

from lawcheck.errors import SourceError, Words
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
_APPLICATION = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Application"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DATE = (1980, 1, 1, 0, 0, 0)
_ENCRYPTED_FILE = Words("文件已加密，请先去掉打开密码", "is encrypted; please remove the password first")
_OLD_FILE = Words(
    "是旧版 Office 文件，不是 .docx，请改用正确的扩展名",
    "is a file of an older Office, not .docx; please give it the right ending",
)


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
            raise self.refused(
                Words("不是 Word 文件（.docx）：其中没有正文", "is no Word file (.docx): there is no document in it")
            )
        self.main = main[0]
        if self.xml(self.main).tag != w("document"):
            raise self.refused(
                Words(
                    "不是普通的 Word 文件（.docx），请用 Word 或 WPS 另存为 .docx",
                    "is not an ordinary Word file (.docx); please save it as .docx with Word or WPS",
                )
            )

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

    def related(self, part: str, kind: str) -> list[str]:
        """The existing parts that a part ("" is the package itself) names by relationships of a kind ("header")."""
        return list(self.relationships(part, kind).values())

    def only(self, kind: str) -> Element | None:
        """The root of the one part of a kind ("styles") that belongs to the main part."""
        parts = self.related(self.main, kind)
        return self.xml(parts[0]) if parts else None

    @property
    def producer(self) -> str:
        """The program that wrote the file, as far as it says so."""
        for part in self.related("", "extended-properties"):
            return "".join(found.text or "" for found in self.xml(part).iterchildren(_APPLICATION))
        return ""

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
            raise self.refused(_ENCRYPTED_FILE if _ENCRYPTED_PACKAGE in data else _OLD_FILE)
        if data.count(_DIRECTORY_ENTRY) > MAX_PARTS:
            raise self.refused(
                Words(
                    f"压缩包中的部件超过 {MAX_PARTS} 个，拒绝读取", f"has more than {MAX_PARTS} parts and is not read"
                )
            )
        try:
            return zipfile.ZipFile(io.BytesIO(data))
        except (*_ZIP_ERRORS, NotImplementedError) as error:
            raise self.refused(
                Words(
                    "不是 Word 文件（.docx），或者文件已损坏、不完整",
                    "is no Word file (.docx), or is damaged or incomplete",
                )
            ) from error

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
            raise self.refused(_ENCRYPTED_FILE)
        if entry.compress_type not in _METHODS:
            raise self.refused(
                Words(
                    "压缩方法不是 .docx 所用的，拒绝读取",
                    "is compressed in a way that .docx does not use and is not read",
                )
            )
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
