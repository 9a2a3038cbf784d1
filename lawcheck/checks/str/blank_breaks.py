"""Blanks behind full stops: slips of typing, or all that is left of the line end between two paragraphs."""

from functools import lru_cache

from lawcheck.structure.document import Document
from lawcheck.structure.kinds import Kind
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import OFFICE_CHARACTERS

_BLANK = "[ \u3000\u00a0]"
_BEHIND_STOP = Pattern(
    f"(?<=[{HAN}”》）0-9%][。！？]){_BLANK}{{1,4}}(?=[{HAN}“《])(?![{HAN}]{{1,6}}[：:])",
    first=" \u3000\u00a0",
)
# What begins a line wherever it stands: 决定如下： 甲…, …（无反对票） 特此公告, …监事会 2024年5月8日.
_BEHIND_OTHERS = Pattern(
    f"(?:如下[{HAN}]{{0,4}}：|）(?={_BLANK}{{1,4}}(?:特此|妥否|附件))|[{OFFICE_CHARACTERS}社](?={_BLANK}{{1,4}}{DATE}{_BLANK}{{0,4}}(?:\n|$)))"
    f"(?P<blank>{_BLANK}{{1,4}})(?=[{HAN}“《0-9])",
    needs=("如下", "特此", "妥否", "附件", *"12１２一二"),
)
_LINE = 2000
_LONG = Pattern("[^。！？ \u3000\n]{8}")
_INDENT = "\u3000\u3000"
_SLIPS = (" ", "  ")
# What is a sentence has so many characters before its stop; what is shorter may be a field of a form.
_SENTENCE = Pattern("(?![^：:。，\n]{0,6}[：:])[^\n\u3000_]{8,200}[。！？；，：]|[^\n\u3000_]{8,60}(?:\n|$)")
_INSIDE = Pattern(f"[。！？](?=[{HAN}“《])", needs=("。", "！", "？"))
_MOST_SLIPS = 3
# Who has a blank behind nearly every stop types so; who has it in long lines has lost their ends.
_HABIT = 0.8
_LONG_LINE = 150

Spans = list[tuple[int, int]]


@lru_cache(maxsize=1)
def blanks_behind_stops(document: Document) -> tuple[Spans, Spans]:
    """The blanks between two sentences of a paragraph, and those between what were two paragraphs."""
    text = document.text
    found = [match.span() for match in _BEHIND_STOP.finditer(text) if not document.is_in_cell(match.start())]
    paragraphs = [span for span in found if _SENTENCE.match(text, span[1])]
    blanks = [(start, end) for start, end in found if text[start:end] in _SLIPS]
    # The paragraphs of an article stand one below the other.
    if (
        document.run_on
        or document.kind is Kind.STATUTE
        or (len(blanks) > _MOST_SLIPS and _has_lost_lines(text, blanks))
    ):
        others = [match.span("blank") for match in _BEHIND_OTHERS.finditer(text) if _is_inside(document, match.start())]
        return [], sorted({*paragraphs, *others})
    slips = blanks if len(blanks) <= _MOST_SLIPS else [span for span in blanks if _LONG.match(text, span[1])]
    return slips, [span for span in paragraphs if text.startswith(_INDENT, span[0])]


def _is_inside(document: Document, at: int) -> bool:
    """Whether the line that a place stands in has a sentence before it, and is no row."""
    before = document.text[max(0, at - _LINE) : at].rpartition("\n")[2]
    return "。" in before and not document.is_in_cell(at)


def _has_lost_lines(text: str, blanks: Spans) -> bool:
    """Whether the lines that hold these blanks are too long for paragraphs, and not every stop has one."""
    lines = {(text.rfind("\n", 0, start), text.find("\n", start)) for start, _ in blanks}
    length = sum((last if last >= 0 else len(text)) - first for first, last in lines)
    habit = len(blanks) >= _HABIT * (len(blanks) + sum(1 for _ in _INSIDE.finditer(text)))
    return not habit and length > _LONG_LINE * len(lines)
