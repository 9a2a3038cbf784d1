"""Readings of a scan that make no words, where others would (OCR020)."""

from collections.abc import Iterator
from functools import cache

from lawcheck.checks.alike import look_alikes
from lawcheck.checks.language import followers, is_attested
from lawcheck.checks.likelihood import cut, is_word
from lawcheck.checks.misreadings import frequent_misreadings, likely_misreadings
from lawcheck.checks.scanned import is_scanned
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.document_numbers import document_numbers_in
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import HOLDERS, SURNAMES

_RUN = Pattern(f"[{HAN}]{{2,}}")
_REACH = 5
# How much likelier the words must become (natural logarithm). Measured on recognised pages whose right text is known:
# from 13 on nine in ten of these places are damaged, and half of them should be the character that is named.
_GAIN = 13.0
# Of these a reading is named; below, only that the place is doubtful.
_NAMED_GAIN = 16.0
# A name stands after an office (总经理王某某), and alone between signs.
_OFFICE = Pattern(f"(?:{HOLDERS}|同志|[长员人任])\\Z")
_OFFICE_REACH = 4
_NAME = 4
_OPENING = ("“", "《")


def doubtful_reading(document: Document) -> Iterator[Finding]:
    """OCR020: in a scan, a character that stands in no word and beside neighbours that it never stands beside."""
    if not is_scanned(document):
        return
    text = document.text
    told = {reading.at for reading in (*frequent_misreadings(text), *likely_misreadings(text))}
    codes = {number.opening for number in document_numbers_in(text)}
    for run in _RUN.finditer(text):
        # The code of an agency and what is named in quotation marks are made up of characters as they come.
        if run.end() in codes or (text[run.start() - 1 : run.start()] in _OPENING and run.end() - run.start() <= _NAME):
            continue
        for at in range(run.start(), run.end()):
            if at not in told and not _is_known(text, run.start(), at, run.end()):
                yield from _judged(text, run.start(), at, run.end())


def _is_known(text: str, first: int, at: int, last: int) -> bool:
    """Whether a character stands beside one of its neighbours elsewhere too."""
    before = at > first and is_attested(text[at - 1 : at + 1])
    return before or (at + 1 < last and is_attested(text[at : at + 2]))


def _judged(text: str, first: int, at: int, last: int) -> Iterator[Finding]:
    start, end = max(first, at - _REACH), min(last, at + _REACH + 1)
    stretch, place = text[start:end], at - start
    found = cut(stretch)
    if len(found.word_at(place)[1]) > 1 or _is_of_name(text, first, at, last):
        return
    before = text[at - 1] if at > first else ""
    after = text[at + 1] if at + 1 < last else ""
    best, right = found.score, ""
    for other in sorted(_others(before, text[at], after)):
        score = cut(stretch[:place] + other + stretch[place + 1 :]).score
        if score > best:
            best, right = score, other
    gain = best - found.score
    if gain >= _GAIN:
        changed = cut(stretch[:place] + right + stretch[place + 1 :])
        word_at, word = changed.word_at(place)
        seen = text[start + word_at : start + word_at + len(word)]
        values = {"found": seen, "right": word}
        yield Finding(at, at + 1, values, "default" if gain < _NAMED_GAIN else "named")


def _others(before: str, found: str, after: str) -> set[str]:
    """What may have been meant: characters of similar shape, and those that make a word with a neighbour."""
    others = set(look_alikes().get(found, ""))
    if before:
        others |= {c for c in _behind(before) if not after or c in _before(after)}
    if after:
        others |= {c for c in _in_front(after) if not before or c in followers().get(before, "")}
    return others - {found}


@cache
def _leaders() -> dict[str, frozenset[str]]:
    """For each character those that it follows in official texts."""
    table: dict[str, set[str]] = {}
    for head, following in followers().items():
        for character in following:
            table.setdefault(character, set()).add(head)
    return {character: frozenset(heads) for character, heads in table.items()}


def _before(character: str) -> frozenset[str]:
    return _leaders().get(character, frozenset())


@cache
def _behind(character: str) -> frozenset[str]:
    """The last characters of words that begin with this one."""
    return frozenset(other for other in followers().get(character, "") if is_word(character + other))


@cache
def _in_front(character: str) -> frozenset[str]:
    """The first characters of words that end with this one."""
    return frozenset(other for other in _before(character) if is_word(other + character))


def _is_of_name(text: str, first: int, at: int, last: int) -> bool:
    """Whether a character seems to belong to the name of a person."""
    for start in range(max(first, at - 2), at + 1):
        if text[start] not in SURNAMES:
            continue
        if start == first or _OFFICE.search(text[max(0, start - _OFFICE_REACH) : start]):
            return True
    return last - first <= _NAME and text[first] in SURNAMES
