"""CIT017: a term that a document defines or puts in quotation marks, and writes otherwise in one place."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from lawcheck.checks.alike import is_alike
from lawcheck.checks.likelihood import is_word
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN, is_han

_DEFINED = Pattern(
    f"[（(]以下(?:统一?|合|并)?简称(?:为|：)?[“《]?(?P<term>[{HAN}]{{4,16}})[”》]?[）)]"
    f"|本[{HAN}]{{1,4}}所称(?:的)?“?(?P<called>[{HAN}]{{4,16}})”?[，,]?(?:是指|系指|指|包括)",
    first="（(本",
)
_QUOTED = Pattern(f"“(?P<term>[{HAN}]{{4,12}})”", first="“")
_MOST = 40
_USUAL = 3
# So much longer a term is of which a character may be lost, or which may have one too many.
_LONG = 6
# So many characters at the outer end of a term must be there.
_OUTER = 2
# What stands between the words of a term without changing it, and what tells two of them apart on purpose.
_LINKS = frozenset("的地得和与及或之、")
_APART = frozenset(
    "省市县区州盟旗镇乡村国一二三四五六七八九十百上下左右前后东南西北中内外大小新老旧甲乙丙丁男女正副总分本全各原非不未无"
)

Span = tuple[int, int]


def term_in_another_form(document: Document) -> Iterator[Finding]:
    """CIT017: the one place where a term has another character, one too many or too few, or another order."""
    text = document.text
    told: set[Span] = set()
    terms = dict.fromkeys(islice(_terms(text), _MOST))
    for term in terms:
        places = text.count(term)
        if places < _USUAL:
            continue
        near = dict.fromkeys([*_near(text, term), *_reordered(text, term)])
        found = [span for span in near if not any(a < span[1] and span[0] < b for a, b in told)]
        # Another form that stands again and again is meant.
        if len(found) != 1 or text.count(text[slice(*found[0])]) > 1 or text[slice(*found[0])] in terms:
            continue
        at = text.find(term)
        told.add(found[0])
        values = {"found": text[slice(*found[0])], "usual": term}
        yield Finding(*found[0], values, related=((at, at + len(term), "related"),))


def _terms(text: str) -> Iterator[str]:
    for match in _DEFINED.finditer(text):
        yield match["term"] or match["called"]
    quoted = Counter(match["term"] for match in _QUOTED.finditer(text))
    yield from (term for term, count in quoted.items() if count >= _USUAL)


def _near(text: str, term: str) -> Iterator[Span]:
    """Where one half of a term stands beside what is nearly the other half."""
    half = len(term) // 2
    left, right = term[:half], term[half:]
    for at in _places(text, right):
        for size in (half, half - 1, half + 1):
            if _is_form(text[max(0, at - size) : at], left, term, at_end=True):
                yield at - size, at + len(right)
                break
    for at in _places(text, left):
        end = at + len(left)
        for size in (len(right), len(right) - 1, len(right) + 1):
            if _is_form(text[end : end + size], right, term, at_end=False):
                yield at, end + size
                break


def _reordered(text: str, term: str) -> Iterator[Span]:
    """Where all characters of a term stand in another order, the first two or the last two of them in their places."""
    size = len(term) - _OUTER
    for at in _places(text, term[-_OUTER:]) if len(term) >= _LONG else ():
        seen = text[max(0, at - size) : at]
        if seen != term[:size] and sorted(seen) == sorted(term[:size]):
            yield at - size, at + _OUTER
    for at in _places(text, term[:_OUTER]) if len(term) >= _LONG else ():
        seen = text[at + _OUTER : at + len(term)]
        if seen != term[_OUTER:] and sorted(seen) == sorted(term[_OUTER:]):
            yield at, at + len(term)


def _places(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _is_form(seen: str, part: str, term: str, at_end: bool) -> bool:
    """Whether these characters are those of a part of a term, but for one."""
    if seen == part or not seen or not all(map(is_han, seen)):
        return False
    if len(seen) == len(part):
        at = _common(seen, part)
        return seen[at + 1 :] == part[at + 1 :] and _is_slip(seen, part, at)
    longer, shorter = (seen, part) if len(seen) > len(part) else (part, seen)
    at = _common(longer, shorter)
    if len(longer) != len(shorter) + 1 or longer[at + 1 :] != shorter[at:]:
        return False
    # At the outer end what is too many belongs to another word, and what is left may begin another: 公|司工作人员.
    outer = longer[:_OUTER] if at_end else longer[-_OUTER:]
    if longer is seen:
        return (seen[1:] if at_end else seen[:-1]) != part and longer[at] in term
    return len(term) >= _LONG and longer[at] not in _LINKS | _APART and outer in seen


def _is_slip(seen: str, part: str, at: int) -> bool:
    """Whether one character was taken for another one that sounds or looks like it, and makes no word there."""
    if seen[at] in _APART or part[at] in _APART or not is_alike(seen[at], part[at]):
        return False
    return not any(len(word) == 2 and is_word(word) for word in (seen[max(0, at - 1) : at + 1], seen[at : at + 2]))


def _common(one: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
