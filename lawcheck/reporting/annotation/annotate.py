"""Writes findings into a Word document: each a comment at its characters, each fix a tracked change."""

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum

from lawcheck.fixing.fixer import compatible, units
from lawcheck.reading.safe_xml import Element
from lawcheck.reading.word.comments import Comments, legal, mark, mark_empty
from lawcheck.reading.word.openings import Places, narrowed
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.runs import cut, overlapping, touching
from lawcheck.reading.word.tracked import Changes
from lawcheck.reading.word.walker import WordParagraph
from lawcheck.reading.word.word_text import WordText
from lawcheck.reading.word.xml import serialise, w
from lawcheck.records import dataclass, field
from lawcheck.reporting.annotation.remarks import first_line, remark
from lawcheck.reporting.words import word
from lawcheck.rulebook.findings import Issue, Safety
from lawcheck.rulebook.rule import Rule
from lawcheck.text.edits import Edit

# Of a finding with more places than these the rest is only counted.
MOST_COMMENTS_EACH = 50
# Comments on each of many comments and changes would double them.
_TOLD_ONCE = frozenset(("FMT008",))
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
_TEXT_PARTS = ("header", "footer", *_NOTES, "comments")


class Fixes(StrEnum):
    """Which fixes become tracked changes."""

    SAFE = "safe"
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Manner:
    """How findings are written: in whose name, of which date, in which language, with which of the fixes."""

    author: str
    date: str
    language: str = "zh"
    fixes: Fixes = Fixes.SAFE


@dataclass(frozen=True, slots=True)
class Annotated:
    """What is to be written: the parts that are other or new, and how many comments and changes are in them.

    `left` counts the places that have no comment because Word opens no document with so many.
    """

    replaced: Mapping[str, bytes]
    added: Mapping[str, bytes]
    comments: int
    changes: int
    left: int = 0


@dataclass(slots=True)
class _Work:
    """What is to be done in one paragraph."""

    paragraph: WordParagraph
    edits: list[Edit] = field(default_factory=list)
    comments: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def places(self) -> set[int]:
        """Where its runs are to be cut."""
        spans = [(edit.start, edit.end) for edit in self.edits] + [(start, end) for start, end, _ in self.comments]
        return {place for span in spans for place in span}


def annotate(
    package: Package,
    text: WordText,
    diagnostics: Sequence[Issue],
    rules: Mapping[str, Rule],
    manner: Manner,
    touched: Collection[str] = (),
    edits: Sequence[Edit] = (),
) -> Annotated:
    """Writes findings into the XML of a package, whose text this is; what is to be saved, with parts touched before.

    `edits` are made too, as tracked changes; one that cannot be is told in a comment.
    """
    return _Annotator(package, text, manner).run(diagnostics, rules, touched, edits)


class _Annotator:
    def __init__(self, package: Package, text: WordText, manner: Manner) -> None:
        numbers = _free_numbers(package)
        author = legal(manner.author)
        self._package = package
        self._text = text
        self._manner = manner
        self._places = Places(text)
        self._changes = Changes(author, manner.date, numbers)
        self._comments = Comments(package, author, manner.date, numbers)
        self._work: dict[Element, _Work] = {}
        self._references = _references(package)
        self._around: list[tuple[Element, str]] = []
        self._empty: list[tuple[WordParagraph, str]] = []
        self._left = 0
        body = [p for p in text.paragraphs if p.part == package.main and not _in_box(p.element)]
        self._top = next((p for p in body if p.runs), body[0] if body else None)

    def run(
        self, diagnostics: Sequence[Issue], rules: Mapping[str, Rule], touched: Collection[str], edits: Sequence[Edit]
    ) -> Annotated:
        """Decides what becomes a change, then marks everything, paragraph by paragraph."""
        made = set(self._plan_changes(diagnostics)) | set(self._plan_edits(edits))
        # What is seen in the file by itself is told in one comment, at the first of its places.
        told_once = [d for d in diagnostics if d.code in _TOLD_ONCE]
        for diagnostic in diagnostics:
            if diagnostic.code not in _TOLD_ONCE:
                self._plan_comments(diagnostic, rules.get(diagnostic.code), made)
            elif diagnostic is told_once[0]:
                self._plan_comments(diagnostic, rules.get(diagnostic.code), made, told_once[1:])
        for work in self._work.values():
            self._do(work)
        for element, number in self._around:
            run = list(element.iterancestors(w("r")))[-1]
            mark(run, run, number)
        for paragraph, number in self._empty:
            mark_empty(paragraph.element, number)
        parts = {work.paragraph.part for work in self._work.values()} | set(touched)
        if self._comments.count:
            parts.add(self._package.main)
        replaced, added = self._comments.parts()
        replaced |= {part: serialise(self._package.xml(part)) for part in parts if part not in replaced}
        return Annotated(replaced, added, self._comments.count, len(made), self._left)

    def _plan_changes(self, diagnostics: Sequence[Issue]) -> Iterator[Edit]:
        """Notes the edits that become tracked changes: of each fix all or none, safe ones first."""
        wanted = {Fixes.SAFE: (Safety.SAFE,), Fixes.ALL: (Safety.SAFE, Safety.UNSAFE), Fixes.NONE: ()}
        possible: list[list[tuple[Edit, WordParagraph]]] = []
        for safety in wanted[self._manner.fixes]:
            for diagnostic in diagnostics:
                if diagnostic.safety is safety:
                    possible += [placed for unit in units(diagnostic) if len(placed := self._placed(unit)) == len(unit)]
        for index in compatible([[edit for edit, _ in placed] for placed in possible]):
            for edit, paragraph in possible[index]:
                self._of(paragraph).edits.append(narrowed(self._text.text, paragraph, edit))
                yield edit

    def _plan_edits(self, edits: Sequence[Edit]) -> Iterator[Edit]:
        """Notes edits that were made elsewhere, of which not every one can be shown as a change."""
        for edit in edits:
            if paragraph := self._places.paragraph(edit):
                self._of(paragraph).edits.append(narrowed(self._text.text, paragraph, edit))
                yield edit
            elif paragraph := self._places.empty(edit):
                self._of(paragraph)
                self._changes.fill(paragraph, edit.content)
                yield edit
            elif place := self._place(edit.start, edit.end):
                old = self._text.text[edit.start : edit.end]
                line = word("untracked", self._manner.language, old=old, new=edit.content)
                self._put(place, edit.start, edit.end, self._comments.add([" ".join(line.split())]))

    def _placed(self, unit: Sequence[Edit]) -> list[tuple[Edit, WordParagraph]]:
        """Those of some edits that can be made, with their paragraphs."""
        return [(edit, paragraph) for edit in unit if (paragraph := self._places.paragraph(edit))]

    def _plan_comments(
        self, diagnostic: Issue, rule: Rule | None, made: set[Edit], others: Sequence[Issue] = ()
    ) -> None:
        most = 1 if diagnostic.code in _TOLD_ONCE else MOST_COMMENTS_EACH
        for index, (start, end) in enumerate(diagnostic.spans[:most]):
            if self._comments.is_full:
                self._left += 1
                continue
            place = self._place(start, end)
            lines = remark(diagnostic, index, most, rule, made, self._manner.language)
            lines[1:1] = [first_line(other, rule, self._manner.language) for other in others]
            if place is None or self._top is None:  # a document without a paragraph has no place for a comment
                continue
            if not self._holds_comments(place):
                around = self._text.text[place.body_start : place.end]
                lines.append(f"〔{around[:40]}〕")
            self._put(place, start, end, self._comments.add(lines))

    def _put(self, place: WordParagraph, start: int, end: int, number: str) -> None:
        """Notes where a comment goes; where there can be none it goes to what is seen of the place in the body."""
        if not self._holds_comments(place):
            sign = self._sign(place)
            if sign is not None:
                self._around.append((sign, number))
                return
            place, start, end = self._top or place, 0, 0
        if place.runs:
            self._of(place).comments.append((*_anchored(place, start, end), number))
        else:
            self._empty.append((place, number))

    def _holds_comments(self, paragraph: WordParagraph) -> bool:
        """Whether Word shows comments there: it ignores them in headers, footers, notes and text boxes.

        So says MS-OI29500, 2.1.315; and LibreOffice 7.4 does not open a file with one in a note.
        """
        return paragraph.part == self._package.main and not _in_box(paragraph.element)

    def _sign(self, paragraph: WordParagraph) -> Element | None:
        """What stands in a run of the body for a paragraph that is elsewhere: a text box, the sign of a note."""
        if paragraph.part == self._package.main:
            return next(paragraph.element.iterancestors(w("txbxContent")), None)
        notes = paragraph.element.iterancestors(*(w(name) for name in _NOTES.values()))
        return next((self._references.get((note.tag, note.get(w("id"), ""))) for note in notes), None)

    def _place(self, start: int, end: int) -> WordParagraph | None:
        """The paragraph of a finding: the first one with text of it, else the one that it is in or after."""
        runs = self._text.anchor(start, end)
        found = self._text.paragraph_at(runs[0][0] if runs else start)
        return found or self._top

    def _of(self, paragraph: WordParagraph) -> _Work:
        return self._work.setdefault(paragraph.element, _Work(paragraph))

    def _do(self, work: _Work) -> None:
        """Cuts the runs of a paragraph, makes its changes and puts the marks of its comments around them."""
        pieces = cut(work.paragraph, work.places)
        for edit in sorted(work.edits, key=lambda edit: (edit.start, edit.end)):
            self._changes.make(pieces, edit)
        for start, end, number in work.comments:
            held = touching(pieces, start, end)
            mark(held[0].first, held[-1].last, number)


def _anchored(paragraph: WordParagraph, start: int, end: int) -> tuple[int, int]:
    """The characters of a paragraph that stand for a span: its own, else one beside it, else those of its first run."""
    first, last = paragraph.runs[0], paragraph.runs[-1]
    if start < end and overlapping(paragraph.runs, start, end):
        return max(start, first[0]), min(end, last[1])
    if first[0] < start <= last[1]:
        return start - 1, start
    return first[0], first[1]


def _in_box(element: Element) -> bool:
    return any(True for _ in element.iterancestors(w("txbxContent")))


def _references(package: Package) -> dict[tuple[str, str], Element]:
    """The first sign of each note in the body."""
    names = {w(f"{name}Reference"): w(name) for name in _NOTES.values()}
    found: dict[tuple[str, str], Element] = {}
    for element in package.xml(package.main).iter(*names):
        parent = element.getparent()
        if parent is not None and parent.tag == w("r") and not _in_box(element):
            found.setdefault((names[str(element.tag)], element.get(w("id"), "")), element)
    return found


def _free_numbers(package: Package) -> Iterator[str]:
    """Numbers that no comment, change or other mark of the document has."""
    parts = [package.main, *(part for kind in _TEXT_PARTS for part in package.related(package.main, kind))]
    taken: set[str] = set()
    for part in parts:
        found = package.xml(part).xpath("//@*[local-name()='id']")
        taken.update(map(str, found) if isinstance(found, list) else ())
    return (number for n in itertools.count() if (number := str(n)) not in taken)
