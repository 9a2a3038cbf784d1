"""Where the names of persons stand: any characters at all may be side by side in them."""

from lawcheck.checks.language import word_level
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import is_han
from lawcheck.text.vocabulary.offices import HOLDERS, SURNAMES

# A name stands after an office (总经理王某某), and alone between signs.
_OFFICE = Pattern(f"(?:{HOLDERS}|同志|[长员人任师生])\\Z")
_OFFICE_REACH = 4
_LONGEST = 4
_DOUBLE = ("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "令狐", "慕容")
# So often (natural logarithm) a word is met that begins as a name might: 高度, 严格.
_USUAL = 3.0


def is_of_person(text: str, at: int) -> bool:
    """Whether a character seems to belong to the name of a person."""
    first = at
    while first and at - first < _LONGEST and is_han(text[first - 1]):
        first -= 1
    last = at + 1
    while last < len(text) and last - at < _LONGEST and is_han(text[last]):
        last += 1
    begins = not (first and is_han(text[first - 1]))
    if begins and last - first <= _LONGEST and not is_han(text[last : last + 1]) and _surname(text, first):
        return True
    for start in range(first, at + 1):
        size = _surname(text, start)
        if not size or at >= start + size + 2:
            continue
        if _OFFICE.search(text[max(0, start - _OFFICE_REACH) : start]):
            return True
        if start == first and begins and (start == at or word_level(text[start : start + 2]) < _USUAL):
            return True
    return False


def _surname(text: str, at: int) -> int:
    """How many characters of a family's name stand at a place."""
    if text[at : at + 2] in _DOUBLE:
        return 2
    return int(text[at] in SURNAMES)
