"""The date of a document and its remarks, wherever they stand, and where the document ends that stands twice."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from lawcheck.structure.frame import SigningDate
from lawcheck.structure.frame_names import is_signature
from lawcheck.structure.frame_phrases import BODY, Phrase
from lawcheck.structure.frame_remarks import REMARK
from lawcheck.structure.frame_tails import date_line
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE, dates_in
from lawcheck.text.vocabulary.han import HAN

_OF_OFFICE = Pattern(rf"[（(](?P<office>[{HAN}、 \u3000]{{2,40}}?)[ \u3000]{{0,4}}{DATE}[）)]$")
_NAMED = frozenset(("title", "number", "lines"))
# A text of so many characters behind whom to call goes on with the matter.
_LONG_TEXT = 30
# A copy begins as the text does, and has so large a part of it.
_PROBE = 60
_SHARE = 0.6
_SHORTEST_COPY = 150
_MOST_COPIES = 4


def signing_date(text: str, tail: Sequence[Phrase]) -> SigningDate | None:
    """The date among the phrases that close a text."""
    pieces = (p for phrase in tail if phrase.rule not in ("stray", "imprint") for p in phrase.pieces)
    for piece in pieces:
        if piece.terminal not in ("DATE", "DAY"):
            continue
        day = next(iter(dates_in(text, piece.start, piece.end)), None)
        if day:
            return SigningDate(day.iso if day.exists else None, day.start, day.end)
        if month := date_line(text[piece.start : piece.end], signed=True):
            return SigningDate(month.iso, piece.start, piece.end)
    return None


def date_of_head(text: str, phrases: Sequence[Phrase]) -> SigningDate | None:
    """The date of what has none at its end: a day alone below its title or behind its number."""
    is_named = False
    for phrase in takewhile(lambda p: p.rule not in BODY, phrases):
        is_named = is_named or phrase.rule in _NAMED
        if not is_named or phrase.rule != "byline":
            continue
        for piece in phrase.pieces:
            day = date_line(text[piece.start : piece.end].strip())
            if (day and day.is_whole) or _is_of_office(text, piece.start, piece.end):
                found = dates_in(text, piece.start, piece.end)[0]
                return SigningDate(found.iso if found.exists else None, found.start, found.end)
    return None


def _is_of_office(text: str, start: int, end: int) -> bool:
    """Whether a line in brackets says who issued a document and on which day: （示例区园林局　2024年3月5日）."""
    line = _OF_OFFICE.match(text, start, end)
    return line is not None and is_signature(text, *line.span("office"))


def first_copy_end(text: str) -> int:
    """Where the second copy begins of a text that stands twice in one line; the end of one that stands there once."""
    start = len(text) - len(text.lstrip())
    probe, whole = text[start : start + _PROBE], text.rstrip()
    at = start
    for _ in range(_MOST_COPIES):
        at = whole.find(probe, at + _SHORTEST_COPY)
        if at < 0:
            break
        size = min(at - start, len(whole) - at)
        first = text[start:at].rstrip()
        if size >= _SHARE * len(first) and first[:size] == whole[at : at + len(first)][:size]:
            return at
    return len(text)


def remarks(text: str, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """What is said of the document and whom to call about it; whom to call about one matter is text that goes on."""
    last = max((index for index, phrase in enumerate(phrases) if _is_matter(phrase)), default=-1)
    for index, phrase in enumerate(phrases):
        if phrase.rule == "remark" and (index > last or REMARK.match(text, phrase.start)):
            yield phrase


def _is_matter(phrase: Phrase) -> bool:
    """Whether a body goes on with a heading, or with a sentence of some length."""
    return phrase.rule in BODY and any(
        piece.terminal in ("NEXT", "HEADING", "NEXT_HEADING") or piece.end - piece.start >= _LONG_TEXT
        for piece in phrase.pieces
    )
