"""Items that say the same of two things on purpose: two lists, or two annexes, that are built alike (STR012)."""

from bisect import bisect_right
from functools import lru_cache

from lawcheck.structure.document import Document

# A longer item is a task that was copied; what is shorter is a step or a condition that belongs to both lists.
_LONGEST = 60
_CLAUSE_ENDS = ("；", ";")
_REACH = 40
_LEAD_IN_ENDS = ("：", ":")
_SENTENCE_ENDS = "。；！？\n"


def is_parallel(document: Document, original: int, copy: tuple[int, int]) -> bool:
    """Whether a paragraph and its copy are items of different lists that may both say this, or stand in two annexes.

    A text that stands twice as a whole has one title.
    """
    start, end = copy
    titles = [_title_at(document, at) for at in (original, start)]
    if all(titles) and titles[0] != titles[1]:
        return True
    lists = _lists(document)
    one, other = lists.get(original), lists.get(start)
    if one is None or other is None or one == other:
        return False
    text = document.text
    is_short = end - start <= _LONGEST or text[end - 1] in _CLAUSE_ENDS
    return is_short or bool(_lead_in(text, one) and _lead_in(text, one) == _lead_in(text, other))


def _title_at(document: Document, at: int) -> str:
    """The title of the annex that a place stands in; "" where it has none, or the place is in the body."""
    annexes = document.frame.annexes
    index = bisect_right(annexes, at, key=lambda annex: annex.start) - 1
    title = annexes[index].title if index >= 0 else None
    return title.text if title else ""


@lru_cache(maxsize=1)
def _lists(document: Document) -> dict[int, int]:
    """Where the list of each item begins: with the first item before it that has its number 1."""
    found: dict[int, int] = {}
    for family in document.families:
        first = family[0].start if family else 0
        for node in family:
            first = node.start if node.number == 1 else first
            found[node.start] = first
    return found


def _lead_in(text: str, first: int) -> str:
    """What introduces a list, down to its colon; "" where nothing does."""
    before = text[max(0, first - _REACH) : first].rstrip()
    if not before.endswith(_LEAD_IN_ENDS):
        return ""
    return before[max(before.rfind(sign) for sign in _SENTENCE_ENDS) + 1 :].strip()
