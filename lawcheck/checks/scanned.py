"""Whether a document is a scan: read off pages by recognition, with all the damage that this does.

What is likely in a scan is unlikely elsewhere. In a text that people typed, two characters that are nowhere else side
by side are a name or a new word; in a scan one of them was misread.
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from string import ascii_letters, digits

from lawcheck.checks.misreadings import frequent_misreadings, likely_misreadings
from lawcheck.structure.document import Document
from lawcheck.text.layers import furniture, linebreaks, segments, watermark
from lawcheck.text.patterns import Pattern
from lawcheck.text.view import View
from lawcheck.text.vocabulary.han import HAN

# A document whose marks weigh this much is a scan. The weights were measured in November 2026: 43 texts of recognition
# have 3 or more, and 577 published texts from web pages and files of offices have none at all.
_ENOUGH = 3
_SEVERAL = 3
_SHORTEST_LINE = 6
_DENSE = 10_000
# In a shorter text a few marks are no more than in this one.
_SHORT = 1_000

_BEFORE_STOP = Pattern(f"(?<=[{HAN}”》）]) {{1,3}}[，。；：、](?= *(?:[{HAN}“《（]|\\n|$))", first=" ")
_BRACKETS = Pattern("[（(《〈〔【\\[][^（）()《》〈〉〔〕【】\\[\\]“”\\n]{1,12}[）)》〉〕】\\]]", first="（(《〈〔【[")
_CLOSED_BY = {"（": "）)", "(": ")）", "《": "》", "〈": "〉", "〔": "〕", "【": "】", "[": "]"}
_LETTER_IN_NUMBER = Pattern(
    "(?<![A-Za-z0-9])(?:[0-9]{1,4}[OolIZ][0-9OolI]{0,3}|[lIO][0-9]{1,4})(?=[年月日个项家条章号万亿%％])",
    first=digits + "lIO",
)
_LETTERS = frozenset(ascii_letters)
# What a site that sells documents does to a text whose characters are as they were typed.
_OF_SITE = frozenset({"watermark", "line-breaks", "page-numbers"})
_LOST = Pattern(f"(?<=[{HAN}])[?□■\ufffd](?=[{HAN}])", first="?□■\ufffd")


def is_scanned(document: Document) -> bool:
    """Whether it is a scan: as the user says, or its reader, or by the marks of recognition in its text."""
    for said in (document.settings.scanned, document.scanned):
        if said is not None:
            return said
    return bool(_marks_of_scan(document.view))


def is_misread(document: Document) -> bool:
    """Whether its characters may have been taken for others: a scan whose text shows it.

    Sites that sell documents put their lines and counters into typed ones too, and who copies a page has the ends of
    its lines, which says nothing of the characters.
    """
    if document.settings.scanned is not None or document.scanned is not None:
        return is_scanned(document)
    marks = _marks_of_scan(document.view)
    is_typed = _OF_SITE.issuperset(marks)
    return bool(marks) and (not is_typed or _has_misread_words(document.view.text))


def why_scanned(document: Document) -> tuple[str, ...]:
    """By what a document is taken for a scan, if it is: "setting", "reader", or the marks in its text."""
    if not is_scanned(document):
        return ()
    if document.settings.scanned is not None:
        return ("setting",)
    return ("reader",) if document.scanned is not None else _marks_of_scan(document.view)


@lru_cache(maxsize=2)
def _marks_of_scan(view: View) -> tuple[str, ...]:
    """The marks of recognition where they are enough to make a scan of a document."""
    marks = {name: weight for name, weight in _marks(view) if weight}
    weight = sum(marks.values())
    if weight < _ENOUGH and (misread := _misread_words(view.text, weight)):
        marks["misread-words"] = misread
    return tuple(marks) if sum(marks.values()) >= _ENOUGH else ()


def _marks(view: View) -> Iterator[tuple[str, int]]:
    """The weight of each sort of mark that is no word."""
    removed = Counter(cut.kind for cut in view.removed)
    text = view.text
    # A site that sells documents put them in: what it sells are scans.
    yield "watermark", 3 if removed[watermark.KIND] or removed[segments.KIND] else 0
    # Lines that end where those of a page did. Every fourth one says enough, a few of them something.
    broken = _broken_lines(view)
    if broken >= _SEVERAL and broken * 4 >= broken + text.count("\n"):
        yield "line-breaks", 3
    else:
        yield "line-breaks", 2 if _is_dense(broken, 20, text) else 0
    # The numbers of pages between the paragraphs.
    yield "page-numbers", 1 if removed[furniture.KIND] else 0
    # A blank before a stop is the width of the stop on the page.
    yield "blanks-before-stops", 2 if _is_dense(sum(1 for _ in _BEFORE_STOP.finditer(text)), 5, text) else 0
    # Brackets that close as others: 〈一）, （二》.
    crossed = sum(match[0][-1] not in _CLOSED_BY[match[0][0]] for match in _BRACKETS.finditer(text))
    yield "crossed-brackets", _by_number(crossed)
    # Letters for figures: 2Ol4年, l0个.
    letters = sum(not _LETTERS.isdisjoint(match[0]) for match in _LETTER_IN_NUMBER.finditer(text))
    yield "letters-in-numbers", _by_number(letters)
    # Characters of which only a box or a question mark is left.
    yield "lost-characters", _by_number(sum(1 for _ in _LOST.finditer(text)))


def _broken_lines(view: View) -> int:
    """How many lines end where those of a page did; no line of a page is as short as the parts of a date."""
    source = view.source_text
    ends = (cut.start for cut in view.removed_as(linebreaks.KIND))
    return sum(1 for end in ends if end - source.rfind("\n", 0, end) > _SHORTEST_LINE)


@lru_cache(maxsize=2)
def _has_misread_words(text: str) -> bool:
    """Whether so many characters seem to be others that it is not the few of any text."""
    misread = len(frequent_misreadings(text)) + len(likely_misreadings(text))
    return misread * _DENSE >= 10 * max(len(text), _SHORT)


def _misread_words(text: str, weight: int) -> int:
    """The weight of the characters that were taken for others.

    Those that are taken so most often come first; where there are some of them or other marks, the others count too.
    """
    misread = len(frequent_misreadings(text))
    if weight or misread >= 2:
        misread += len(likely_misreadings(text))
    return 3 if _is_dense(misread, 10, text) else 1 if misread >= 2 and misread * _DENSE >= 5 * len(text) else 0


def _by_number(marks: int) -> int:
    return 2 if marks >= _SEVERAL else 1 if marks else 0


def _is_dense(marks: int, least: int, text: str) -> bool:
    """Whether there are several marks, and at least so many in 10,000 characters."""
    return marks >= _SEVERAL and marks * _DENSE >= least * max(len(text), _SHORT)
