"""The zip package that a .docx file is, read with distrust and written with everything else left alone."""

import io
import posixpath
import zipfile
from collections.abc import Mapping

from lawcheck.errors import SourceError, Words
from lawcheck.reading.packed_parts import ENCRYPTED, Parts
from lawcheck.reading.safe_xml import Element
from lawcheck.reading.storage import printable
from lawcheck.reading.word.xml import w

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_APPLICATION = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Application"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DATE = (1980, 1, 1, 0, 0, 0)
_OLD_FILE = Words(
    "是旧版 Office 文件，不是 .docx，请改用正确的扩展名",
    "is a file of an older Office, not .docx; please give it the right ending",
)
_NO_WORD_FILE = Words(
    "不是 Word 文件（.docx），或者文件已损坏、不完整",
    "is no Word file (.docx), or is damaged or incomplete",
)


class Package(Parts):
    """The parts of one .docx file. Every way of reading one raises SourceError when it must not be trusted."""

    def __init__(self, data: bytes, path: str) -> None:
        if data.startswith(_OLE):
            raise SourceError(printable(path), ENCRYPTED if _ENCRYPTED_PACKAGE in data else _OLD_FILE)
        super().__init__(data, path, _NO_WORD_FILE)
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
