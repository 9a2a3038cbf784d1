"""Car numbers and credit codes of which one place has a character misread or two turned round (CIT027)."""

from collections import defaultdict
from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

# 示A12345, 示A·12345, and the eighteen characters of a credit code: each stands for one thing.
_CODE = Pattern(
    rf"(?<![A-Za-z0-9])(?:(?P<car>[{HAN}][A-Z][·•]?[A-Z0-9]{{5,6}})|(?P<credit>(?:91|92|93|12|11|5[1-39])[A-Z0-9]{{16}}))"
    "(?![A-Za-z0-9])"
)
# Within so many characters of the number of a car stands the word: 车牌号为, 号货车.
_NEAR = 8
# What print and eye take for each other.
_LOOK_ALIKE = frozenset(map(frozenset, ("0O", "1I", "0D", "8B", "2Z", "5S", "0Q", "6G")))
# What divides two codes of a row.
_JOINT = f"(?:[{HAN}]{{0,4}}[、/]|号?(?:以及|[和及与]))"
_JOINT_BEFORE = Pattern(f"[A-Z0-9]{_JOINT}$")
_JOINT_BEHIND = Pattern(f"{_JOINT}[{HAN}]{{0,4}}[A-Z0-9]")
_TWICE = 2
_MOST = 200


def code_in_two_forms(document: Document) -> Iterator[Finding]:
    """CIT027: the one place of a code that stands elsewhere with one character changed or two in turned order."""
    every: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    meant: set[str] = set()
    for match in _CODE.finditer(document.text):
        every[match[0]].append(match.span())
        if match["credit"] or "车" in document.text[max(0, match.start() - _NEAR) : match.end() + _NEAR]:
            meant.add(match[0])
    places = {code: spans for code, spans in every.items() if code in meant}
    if not 2 <= len(places) <= _MOST:
        return
    for rare, spans in places.items():
        usual = max(
            (code for code in places if _is_misread(code, rare)), key=lambda code: len(places[code]), default=""
        )
        # The form with a letter for a figure is the wrong one, however seldom the other one stands.
        if not usual or len(spans) > 1 or len(places[usual]) < (1 if _is_letter_for_figure(rare, usual) else _TWICE):
            continue
        if _is_listed(document.text, *spans[0]) and not _is_letter_for_figure(rare, usual):
            continue
        start, end = places[usual][0]
        yield Finding(*spans[0], {"found": rare, "usual": usual}, related=((start, end, "related"),))


def _is_listed(text: str, start: int, end: int) -> bool:
    """Whether a code is one of a row, so that each names a thing of its own: 示A12345号、示A12354号货车."""
    before, behind = text[max(0, start - _NEAR - 1) : start], text[end : end + _NEAR + 1]
    return _JOINT_BEFORE.search(before) is not None or _JOINT_BEHIND.match(behind) is not None


def _is_misread(usual: str, rare: str) -> bool:
    if len(usual) != len(rare) or usual == rare:
        return False
    differing = [at for at, (one, other) in enumerate(zip(usual, rare, strict=True)) if one != other]
    if len(differing) == 1:
        return frozenset((usual[differing[0]], rare[differing[0]])) in _LOOK_ALIKE
    # Two that stand side by side, and are turned round.
    first, last = differing[0], differing[-1]
    return last == first + 1 and usual[first] == rare[last] and usual[last] == rare[first]


def _is_letter_for_figure(rare: str, usual: str) -> bool:
    """Whether the rarer form has a letter between figures where the usual one has a figure."""
    return any(
        one.isascii() and one.isalpha() and other.isdigit() and rare[at - 1].isdigit()
        for at, (one, other) in enumerate(zip(rare, usual, strict=True))
    )
