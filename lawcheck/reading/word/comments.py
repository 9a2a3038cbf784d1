"""The comments of a Word document: those that it has, and more."""

import posixpath
import re
from collections.abc import Iterator, Sequence

from lxml import etree

from lawcheck.reading.safe_xml import Element
from lawcheck.reading.word.own_marks import NAME
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.runs import text_element
from lawcheck.reading.word.xml import serialise, w

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_WORD = w("").strip("{}")
# Word does not open a file with more (MS-OI29500, 2.1.315).
MOST = 32_767
# What may not stand in XML.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Comments:
    """Adds comments to a package; they are in it once its parts are written."""

    def __init__(self, package: Package, author: str, date: str, numbers: Iterator[str]) -> None:
        self._package = package
        self._about = {w("author"): author, w("date"): date, w("initials"): NAME}
        self._numbers = numbers
        existing = package.related(package.main, "comments")
        self._part = existing[0] if existing else ""
        self._root = package.xml(self._part) if existing else etree.Element(w("comments"), nsmap={"w": _WORD})
        self._there = len(self._root)
        self.count = 0

    @property
    def is_full(self) -> bool:
        """Whether the document has as many comments as Word can open."""
        return self._there + self.count >= MOST

    def add(self, lines: Sequence[str]) -> str:
        """A new comment of these paragraphs; returns its number, for the marks in the text."""
        number = next(self._numbers)
        comment = etree.SubElement(self._root, w("comment"), {w("id"): number, **self._about})
        for line in lines:
            run = etree.SubElement(etree.SubElement(comment, w("p")), w("r"))
            run.append(text_element("t", legal(line)))
        self.count += 1
        return number

    def parts(self) -> tuple[dict[str, bytes], dict[str, bytes]]:
        """The parts to be replaced and those to be added for the comments."""
        if not self.count:
            return {}, {}
        if self._part:
            return {self._part: serialise(self._root)}, {}
        folder, file = posixpath.split(self._package.main)
        name = self._free_name(folder)
        replaced: dict[str, bytes] = {_TYPES: self._types(name)}
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        data = self._relations(relations, posixpath.basename(name))
        added = {name: serialise(self._root)}
        (replaced if relations in self._package.names else added)[relations] = data
        return replaced, added

    def _free_name(self, folder: str) -> str:
        taken = {name.lower() for name in self._package.names}
        name = posixpath.join(folder, "comments.xml")
        number = 0
        while name.lower() in taken:
            number += 1
            name = posixpath.join(folder, f"comments{number}.xml")
        return name

    def _types(self, name: str) -> bytes:
        root = self._package.xml(_TYPES)
        about = {"PartName": f"/{name}", "ContentType": _TYPE}
        etree.SubElement(root, f"{{{_PACKAGE}/content-types}}Override", about)
        return serialise(root)

    def _relations(self, part: str, target: str) -> bytes:
        space = f"{_PACKAGE}/relationships"
        present = part in self._package.names
        root = self._package.xml(part) if present else etree.fromstring(f'<Relationships xmlns="{space}"/>')
        taken = {relation.get("Id") for relation in root}
        identifier = next(i for n in range(len(taken) + 1) if (i := f"rIdLawcheck{n}") not in taken)
        about = {"Id": identifier, "Type": _RELATION, "Target": target}
        etree.SubElement(root, f"{{{space}}}Relationship", about)
        return serialise(root)


def mark(first: Element, last: Element, number: str) -> None:
    """Puts the marks of a comment around what stands between two elements."""
    first.addprevious(etree.Element(w("commentRangeStart"), {w("id"): number}))
    end = etree.Element(w("commentRangeEnd"), {w("id"): number})
    last.addnext(end)
    end.addnext(_reference(number))


def mark_empty(paragraph: Element, number: str) -> None:
    """Puts a comment on a paragraph that has no text."""
    paragraph.append(etree.Element(w("commentRangeStart"), {w("id"): number}))
    paragraph.append(etree.Element(w("commentRangeEnd"), {w("id"): number}))
    paragraph.append(_reference(number))


def legal(text: str) -> str:
    """A text that may stand in XML."""
    return _ILLEGAL.sub("\ufffd", text)


def _reference(number: str) -> Element:
    run = etree.Element(w("r"))
    etree.SubElement(run, w("commentReference"), {w("id"): number})
    return run
