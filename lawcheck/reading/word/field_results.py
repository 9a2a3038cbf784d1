"""Fields that show something else than they would if they were updated: references to bookmarks, counts of captions."""

import re
from collections.abc import Iterator, Mapping, Sequence

from lawcheck.reading.safe_xml import Element
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.walker import WordParagraph
from lawcheck.reading.word.xml import w
from lawcheck.records import dataclass, field
from lawcheck.text.layout import FieldResult

_CODE_OF = re.compile(r'\s*(REF|PAGEREF|SEQ|SET|ASK)\s+(?:"([^"]*)"|(\S+))(.*)', re.DOTALL)
# What changes neither the text nor the number that is shown; with anything else nothing is said.
_HARMLESS = re.compile(r"\\h\b|\\\*\s*(?:MERGEFORMAT|CHARFORMAT|ARABIC)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\\[nrw]\b")
_NUMERALS = re.compile(r"[0-9]+|[〇零一二三四五六七八九十百千]+|[①-⑳]|[A-Za-z]+")
_ERROR = re.compile("错误|Error!")
_SPACE = re.compile(r"\s+")
# A bookmark around several paragraphs or cells.
_PARTS = re.compile("[\n\t]")
_FIELD, _CODE, _SIMPLE = w("fldChar"), w("instrText"), w("fldSimple")
_START, _END, _P, _BOX = w("bookmarkStart"), w("bookmarkEnd"), w("p"), w("txbxContent")
_ID, _NAME, _TYPE, _INSTRUCTION = w("id"), w("name"), w("fldCharType"), w("instr")
# What is longer is no heading and no name of a table.
_LONGEST = 200
# Fields within fields, as deep as people nest them.
_DEEPEST = 20


@dataclass(slots=True)
class _Field:
    """A field, and where the text stands that it shows."""

    host: Element
    codes: list[str] = field(default_factory=list)
    start: int = -1
    end: int = -1
    has_result: bool = False


@dataclass(slots=True)
class _Target:
    """What a bookmark stands around, and the automatic number of the paragraph that it begins in."""

    start: int
    end: int
    label: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a field asks for."""

    kind: str
    name: str
    switches: str
    field: _Field


def read_fields(package: Package, paragraphs: Sequence[WordParagraph], text: str) -> Iterator[FieldResult]:
    """The references and counts of the body that are not up to date."""
    root = package.xml(package.main)
    codes = (each.text if each.tag == _CODE else each.get(_INSTRUCTION) for each in root.iter(_CODE, _SIMPLE))
    if not any(code and ("REF" in code or "SEQ" in code) for code in codes):
        return
    read = _Reading(root, [p for p in paragraphs if p.part == package.main])
    asked = list(_asked(read.fields))
    yield from sorted([*_references(asked, read, paragraphs, text), *_counts(asked, text)], key=lambda f: f.start)


def _asked(fields: Sequence[_Field]) -> Iterator[_Asked]:
    for each in fields:
        match = _CODE_OF.fullmatch("".join(each.codes))
        if match:
            yield _Asked(match[1], match[2] or match[3], _HARMLESS.sub("", match[4]).strip(), each)


def _references(
    asked: Sequence[_Asked], read: "_Reading", paragraphs: Sequence[WordParagraph], text: str
) -> Iterator[FieldResult]:
    """Those that show another text or number than their bookmark has, or whose bookmark is nowhere."""
    may_be_set = any(each.kind in ("SET", "ASK") for each in asked)
    others: set[str] | None = None
    for each in asked:
        start, end = each.field.start, each.field.end
        shown = text[start:end] if 0 <= start < end else ""
        # Contents are made anew as a whole, and another rule speaks of the errors that stand in a text.
        if each.kind not in ("REF", "PAGEREF") or not shown or each.name.startswith("_Toc") or _ERROR.match(shown):
            continue
        target = read.targets.get(each.name)
        if target is None:
            others = _elsewhere(paragraphs) if others is None else others
            if not may_be_set and each.name.lower() not in others:
                yield FieldResult("lost", start, end, "")
        elif each.kind == "REF" and (now := _now(each, target, text)) and not _is_same(each, shown, now):
            yield FieldResult("number" if each.switches else "text", start, end, now)


def _now(asked: _Asked, target: _Target, text: str) -> str:
    """What a reference would show; "" where that cannot be told."""
    if not asked.switches:
        found = text[target.start : target.end]
        return "" if len(found) > _LONGEST or _PARTS.search(found.strip()) else found.strip()
    if _NUMBERED.fullmatch(asked.switches):
        return text[target.label[0] : target.label[1]].strip()
    return ""


def _is_same(asked: _Asked, shown: str, now: str) -> bool:
    if not asked.switches:
        return _SPACE.sub("", shown).lower() == _SPACE.sub("", now).lower()
    # The numbers of levels above may stand before it or be left out, and which signs do is Word's affair.
    one, other = sorted((_NUMERALS.findall(shown), _NUMERALS.findall(now)), key=len)
    return other[len(other) - len(one) :] == one


def _elsewhere(paragraphs: Sequence[WordParagraph]) -> set[str]:
    """The bookmarks of all parts: names do not tell large letters from small ones."""
    roots = dict.fromkeys(p.element.getroottree().getroot() for p in paragraphs)
    return {mark.get(_NAME, "").lower() for root in roots for mark in root.iter(_START)}


def _counts(asked: Sequence[_Asked], text: str) -> Iterator[FieldResult]:
    """Captions whose number is not that of their place; not where one of them begins anew, repeats or floats."""
    series: dict[str, list[_Asked]] = {}
    for each in asked:
        if each.kind == "SEQ":
            series.setdefault(each.name.lower(), []).append(each)
    for members in series.values():
        shown = [text[each.field.start : each.field.end].strip() for each in members]
        is_plain = all(number.isascii() and number.isdigit() for number in shown)
        if not is_plain or any(each.switches or _floats(each.field) for each in members):
            continue
        for count, (each, number) in enumerate(zip(members, shown, strict=True), 1):
            if number != str(count):
                yield FieldResult("count", each.field.start, each.field.end, str(count))


def _floats(found: _Field) -> bool:
    return next(found.host.iterancestors(_BOX), None) is not None


class _Reading:
    """The fields and bookmarks of the body, in the order of the file."""

    def __init__(self, root: Element, paragraphs: Sequence[WordParagraph]) -> None:
        self.fields: list[_Field] = []
        self.targets: dict[str, _Target] = {}
        self._open: list[_Field] = []
        self._marks: dict[str, _Target] = {}
        # Bookmarks that begin between paragraphs begin with the next one.
        self._pending: list[_Target] = []
        self._at = 0
        self._label = (0, 0)
        self._paragraphs: Mapping[Element, WordParagraph] = {p.element: p for p in paragraphs}
        self._places = {element: (start, end) for p in paragraphs for start, end, element in p.runs}
        for element in root.iter():
            self._take(element)

    def _take(self, element: Element) -> None:
        tag = element.tag
        if element in self._places:
            self._text(*self._places[element])
        elif tag == _P:
            self._paragraph(element)
        elif tag == _FIELD:
            self._mark(element)
        elif tag == _CODE:
            if self._open and not self._open[-1].has_result:
                self._open[-1].codes.append(element.text or "")
        elif tag == _SIMPLE:
            inside = [self._places[text] for text in element.iter() if text in self._places]
            span = (inside[0][0], inside[-1][1]) if inside else (-1, -1)
            self.fields.append(_Field(element, [element.get(_INSTRUCTION, "")], *span))
        elif tag == _START:
            self._bookmark(element)
        elif tag == _END and (target := self._marks.pop(element.get(_ID, ""), None)):
            target.end = self._at

    def _text(self, start: int, end: int) -> None:
        self._at = end
        for each in self._open[-_DEEPEST:]:
            if each.has_result:
                each.start, each.end = (start if each.start < 0 else each.start), end

    def _paragraph(self, element: Element) -> None:
        found = self._paragraphs.get(element)
        if found is None:
            return
        self._at, self._label = found.body_start, (found.start, found.body_start)
        for target in self._pending:
            target.start, target.label = self._at, self._label
        self._pending.clear()

    def _mark(self, element: Element) -> None:
        kind = element.get(_TYPE)
        if kind == "begin":
            self._open.append(_Field(element))
        elif kind == "separate" and self._open:
            self._open[-1].has_result = True
        elif kind == "end" and self._open:
            self.fields.append(self._open.pop())

    def _bookmark(self, element: Element) -> None:
        target = _Target(self._at, -1, self._label)
        self.targets.setdefault(element.get(_NAME, ""), target)
        self._marks[element.get(_ID, "")] = target
        if next(element.iterancestors(_P), None) is None:
            self._pending.append(target)
