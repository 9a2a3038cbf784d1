"""The measures of a plan: what each of its items wants done, in one or in several sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lawcheck.comparing.passages import FRAME, PARAGRAPH, Passage, passages
from lawcheck.records import dataclass
from lawcheck.structure.deadlines import find_deadlines
from lawcheck.structure.document import Attribution, Deadline, Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import DEPARTMENTS

_SENTENCE = Pattern("[^。！？\n]+[。！？]?[”’」』）)]*")
# What an attribution has that is no part of a sentence.
_APART = Pattern("[（(【\\[〔]|[^：:\n]{0,20}[：:]")
_SAYS_SOMETHING = Pattern(f"[{HAN}]{{2}}")
# （示例县）: no measure is so short.
_WANTS_SOMETHING = Pattern(f"(?:[{HAN}][^{HAN}]*){{6}}")
# What is told in general before the measures begin.
_GENERAL = Pattern("总体要求|总体思路|指导思想|基本原则|工作原则|重要意义|充分认识|(?:总体|工作|发展|主要|行动)目标")
# What central bodies are to make, which no lower document can take up.
_CENTRAL = Pattern(
    f"(?:国务院|中央|全国|(?:{DEPARTMENTS})部)[{HAN}、]{{0,40}}?(?:要|会同|负责|牵头|抓紧|应当)"
    f"[{HAN}、]{{0,20}}?(?:修订|制定|制订|起草|出台|研究|提请)"
)
_LOCAL = Pattern("各地|地方|各省|各级|各市|各区|各县|各有关|各部门|各单位")
_CENTRAL_REACH = 60
# A row of a table or a clause of an article is one measure with all its sentences, and so is an item below the second
# level that has few; elsewhere each sentence may be one of its own.
_WHOLE = frozenset({"row", "clause"})
_BELOW = frozenset({"item", "subitem"})
_FEW_SENTENCES = 3
# The first sentence of an item that is its heading.
_LONGEST_HEADING = 24
_HEADINGS = frozenset({"section", "subsection", "chapter", "division", "part"})


@dataclass(frozen=True, slots=True, eq=False)
class CoveredFile:
    """A document with the path that it is called by."""

    path: str
    document: Document


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure, in offsets of the text of its document.

    `label` are the ordinals that lead to it, with the number of the sentence where an item has several measures;
    `heading` is that of its item and `above` that of what the item hangs under. `said` is what it says, without
    heading and attribution; `deadlines` are those of its attribution too. `is_task` is false for guiding thought,
    aims, and duties of central bodies. `item` is where the item begins that it is of.
    """

    file: CoveredFile
    label: str
    heading: str
    above: str
    start: int
    end: int
    said: str
    units: tuple[str, ...]
    deadlines: tuple[Deadline, ...]
    is_task: bool
    item: int

    @property
    def text(self) -> str:
        """Heading, words and attribution in one line."""
        return " ".join(self.file.document.text_of(self).split())

    @property
    def source_span(self) -> tuple[int, int]:
        """Where it stands in the source of its document."""
        return self.file.document.source_span(self)


def measures_of(file: CoveredFile) -> tuple[Measure, ...]:
    """Every measure of a document, in order."""
    found: list[Measure] = []
    for passage in passages(file.document):
        if passage.level not in FRAME:
            found += _measures(file, passage)
    if not any(measure.label for measure in found):
        # A document without ordinals: every sentence counts.
        found = [replace(measure, is_task=_is_wanted(measure.said)) for measure in found]
    return tuple(found)


def _measures(file: CoveredFile, passage: Passage) -> Iterator[Measure]:
    document = file.document
    sentences = list(_sentences(document, passage))
    heading = _heading(document, passage, sentences)
    first = sentences.pop(0) if heading and (len(sentences) > 1 or passage.level not in _WHOLE | _BELOW) else None
    if not sentences:
        return
    if passage.level in _WHOLE or (passage.level in _BELOW and len(sentences) <= _FEW_SENTENCES):
        sentences = [(sentences[0][0], sentences[-1][1])]
    above = _title(passage.parent) if passage.parent else ""
    is_general = any(_GENERAL.search(title) for title in (heading, above)) or not passage.label
    for number, (start, end) in enumerate(sentences, 1):
        said = _said(document, passage, start, end)
        label = passage.label if number == 1 else f"{passage.label}句{number}"
        start = first[0] if first and number == 1 else start
        is_task = not is_general and _is_wanted(said)
        limits = _deadlines(document, passage, start, end)
        yield Measure(file, label, heading, above, start, end, said, _units(passage), limits, is_task, passage.start)


def _sentences(document: Document, passage: Passage) -> Iterator[tuple[int, int]]:
    """The sentences of a passage that say something besides who carries it out."""
    for match in _SENTENCE.finditer(document.text, passage.body, passage.end):
        said = _said(document, passage, *match.span())
        if _SAYS_SOMETHING.search(said):
            lead = len(match[0]) - len(match[0].lstrip())
            yield match.start() + lead, match.end()


def _said(document: Document, passage: Passage, start: int, end: int) -> str:
    """The words of a span without the attributions in it; a sentence keeps the names of those who act in it."""
    pieces, at = [], start
    for attribution in passage.attributions:
        if attribution.end > at and attribution.start < end and _stands_apart(document, passage, attribution):
            pieces.append(document.text[at : max(at, attribution.start)])
            at = attribution.end
    return "".join([*pieces, document.text[at:end]]) if at < end else "".join(pieces)


def _stands_apart(document: Document, passage: Passage, attribution: Attribution) -> bool:
    """Whether an attribution is a cell, or has brackets or a label: （市教育局负责）, 责任单位：市教育局."""
    return passage.level in _WHOLE or _APART.match(document.text, attribution.start, attribution.end) is not None


def _heading(document: Document, passage: Passage, sentences: Sequence[tuple[int, int]]) -> str:
    """The heading of an item: its first sentence, when others follow or it is a heading by its level."""
    if passage.level == PARAGRAPH or not sentences:
        return ""
    start, end = sentences[0]
    if len(sentences) == 1 and passage.weight == 1 and document.text[end - 1] == "。":
        # A whole sentence with nothing below it is what is to be done: （一）推行企业开办一日办结。
        return ""
    is_short = end - start <= _LONGEST_HEADING
    return document.text[start:end].strip() if is_short and (len(sentences) > 1 or passage.level in _HEADINGS) else ""


def _title(passage: Passage) -> str:
    return passage.text.strip().split("\n")[0].split("。")[0][: 2 * _LONGEST_HEADING]


def _is_wanted(said: str) -> bool:
    """Whether it says what is to be done, and by whom else than central bodies."""
    return bool(_WANTS_SOMETHING.search(said)) and not _is_central(said)


def _is_central(said: str) -> bool:
    start = said.lstrip()[:_CENTRAL_REACH]
    return bool(_CENTRAL.match(start)) and not _LOCAL.search(start)


def _units(passage: Passage) -> tuple[str, ...]:
    return tuple(dict.fromkeys(u.name for a in passage.attributions for f in a.fields for u in f.units))


def _deadlines(document: Document, passage: Passage, start: int, end: int) -> tuple[Deadline, ...]:
    """The dated time limits of a sentence, and those of who carries the passage out."""
    found = {d.start: d for d in find_deadlines(document.text, start, end)}
    found |= {d.start: d for a in passage.attributions for d in a.deadlines}
    return tuple(found[at] for at in sorted(found) if found[at].date)
