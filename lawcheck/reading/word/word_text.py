"""The text of a Word document as Word shows it, and the way back from each character to its run."""

from bisect import bisect_right
from collections.abc import Iterator

from lawcheck.errors import Words
from lawcheck.reading.safe_xml import Element
from lawcheck.reading.word.automatic_numbers import Numbering
from lawcheck.reading.word.contents_field import contents_spans
from lawcheck.reading.word.looks import read_layout
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.styles import Styles
from lawcheck.reading.word.walker import Run, Walker, WordParagraph
from lawcheck.reading.word.xml import is_on, w
from lawcheck.records import dataclass
from lawcheck.text.layout import Layout
from lawcheck.text.source import Source, Table

__all__ = ["WordParagraph", "WordText", "read_source", "read_text"]
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
# Where Word keeps the pictures of a document.
_PICTURES = "/media/"
_NO_TEXT = Words("只有图片，没有可以检查的文字", "holds only pictures and no text that can be checked")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class WordText:
    """A whole document: the body up to `body_end`, then text boxes, notes, headers and footers, each apart.

    Every paragraph ends with "\\n" (at the end of a cell with "\\t", unless it is the last one of its row).
    """

    text: str
    paragraphs: tuple[WordParagraph, ...]
    tables: tuple[Table, ...]
    body_end: int
    contents: tuple[tuple[int, int], ...]
    layout: Layout

    @property
    def labels(self) -> tuple[tuple[int, int], ...]:
        """The spans of automatic numbers: no run holds them, and no edit of text reaches them."""
        return tuple((p.start, p.body_start) for p in self.paragraphs if p.body_start > p.start)

    def paragraph_at(self, offset: int) -> WordParagraph | None:
        """The paragraph that an offset lies in, its end included."""
        index = bisect_right(self.paragraphs, offset, key=lambda p: p.start) - 1
        # Of a paragraph that is empty and the next one at the same place the last one has the text.
        found = self.paragraphs[index] if index >= 0 else None
        return found if found and offset <= found.end else None

    def source(self, path: str) -> Source:
        """What is checked of the document."""
        return Source(
            self.text,
            path,
            encoding="",
            labels=self.labels,
            tables=self.tables,
            body_end=self.body_end,
            contents=self.contents,
            layout=self.layout,
        )

    def anchor(self, start: int, end: int) -> list[Run]:
        """The runs that hold a span, clipped to it; none for a span that is all label."""
        index = max(0, bisect_right(self.paragraphs, start, key=lambda p: p.start) - 1)
        found: list[Run] = []
        while index < len(self.paragraphs) and self.paragraphs[index].start < max(end, start + 1):
            for a, b, element in self.paragraphs[index].runs:
                if a < end and b > start:
                    found.append((max(a, start), min(b, end), element))
            index += 1
        return found


def read_source(data: bytes, name: str, original: bool = False) -> Source:
    """The document in a .docx package; where it is only pictures, what is recognised on them. Raises SourceError."""
    package = Package(data, name)
    found = read_text(package, original)
    if not found.text[: found.body_end].strip() and any(_PICTURES in name for name in package.names):
        from lawcheck.reading.paged.paged_reader import read_pictures  # few documents are so
        from lawcheck.reading.word.page_pictures import page_pictures

        pictures = page_pictures(package)
        if not pictures:
            raise package.refused(_NO_TEXT)
        return read_pictures(pictures, name)
    return found.source(package.path)


def read_text(package: Package, original: bool = False) -> WordText:
    """The text of a package; `original` undoes its tracked changes, which else count as accepted."""
    styles = Styles(package.only("styles"))
    walker = Walker(styles, Numbering(package.only("numbering"), styles), original)
    body = package.xml(package.main)
    for story in body.iterchildren(w("body")):
        walker.story(package.main, story)
    body_end = walker.content.size
    for part, root in _others(package, body, walker):
        walker.blank_line()
        walker.story(part, root)
    whole = walker.content.text
    layout = read_layout(package, walker.paragraphs, whole, body_end)
    contents = contents_spans(body, walker.paragraphs, styles, body_end)
    return WordText(whole, tuple(walker.paragraphs), tuple(walker.tables), body_end, contents, layout)


def _others(package: Package, body: Element, walker: Walker) -> Iterator[tuple[str, Element]]:
    """Every story after the body, each once; walking one may bring up more text boxes."""
    yield from _boxes(package.main, walker)
    for kind, name in _NOTES.items():
        for part in package.related(package.main, kind)[:1]:
            notes = {n.get(w("id"), ""): n for n in package.xml(part).iterchildren(w(name))}
            for number in dict.fromkeys(i for k, i in walker.content.notes if k == kind):
                if number in notes:
                    yield part, notes[number]
            yield from _boxes(part, walker)
    for part in _margins(package, body):
        yield part, package.xml(part)
        yield from _boxes(part, walker)


def _boxes(part: str, walker: Walker) -> Iterator[tuple[str, Element]]:
    while walker.content.boxes:
        yield part, walker.content.boxes.popleft()


def _margins(package: Package, body: Element) -> list[str]:
    """The parts of headers and footers that are shown, in the order of the sections."""
    settings = package.only("settings")
    found: dict[str, None] = {}
    for kind in ("header", "footer"):
        parts = package.relationships(package.main, kind)
        for section in body.iter(w("sectPr")):
            for reference in section.iterchildren(w(f"{kind}Reference")):
                shown = {"first": is_on(section, "titlePg"), "even": is_on(settings, "evenAndOddHeaders")}
                part = parts.get(reference.get(_RELATION, ""))
                if part and shown.get(reference.get(w("type"), ""), True):
                    found[part] = None
    return list(found)
