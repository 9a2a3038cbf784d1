"""Readings that make no words, where others would (OCR020)."""

from collections import Counter
from collections.abc import Iterator
from operator import add

from lawcheck.checks import cut_off_words, extra_characters, left_out_characters
from lawcheck.checks.coined import is_coined, is_rare
from lawcheck.checks.judged_characters import WrongCharacter
from lawcheck.checks.likelihood import cut
from lawcheck.checks.meant_characters import possible_others
from lawcheck.checks.misreadings import frequent_misreadings, likely_misreadings
from lawcheck.checks.mistyped_words import mistyped_words
from lawcheck.checks.old_prose import is_old_prose
from lawcheck.checks.same_sound_words import other_words, sure_words
from lawcheck.checks.scanned import is_misread
from lawcheck.checks.sequences import scores_of_others
from lawcheck.checks.wrong_characters import (
    ends_a_short_name,
    is_of_matter,
    sure_characters,
    unknown_pairs,
    wrong_characters,
)
from lawcheck.reading.language import is_attested
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.document_numbers import document_numbers_in
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import INNER_OFFICES, PLACE_END

_RUN = Pattern(f"[{HAN}]{{2,}}")
_REACH = 5
# How much likelier the words must become (natural logarithm). Measured on recognised pages whose right text is known:
# from 13 on nine in ten of these places are damaged, and half of them should be the character that is named.
_GAIN = 13.5
# Of these a reading is named; below, only that the place is doubtful.
_NAMED_GAIN = 16.0
_NAME = 4
# So many of the others that make the sequence likeliest are held against the words.
_TRIED = 8
# A typed document with so many wrong characters, and one in so few, has more of them: then it takes less to doubt one
# that sounds or looks like another one, and any other at all may have been meant. Measured in November 2026 on slips of
# all sorts put into published texts: a tenth more of them are told, and of the places that are told more, two in three
# are slips.
_CARELESS, _EVERY = 3, 2000
_ALIKE_EACH, _ALIKE_BOTH = 6.0, 22.0
_OTHER_EACH, _OTHER_BOTH = 9.0, 34.0
_OPENING = ("“", "《")
# 我区, 本县, 该镇: any place or body may be called so.
_OURS = Pattern(f"[我本该全各贵](?:{PLACE_END}|[{INNER_OFFICES}镇乡村街])", first="我本该全各贵")


def doubtful_reading(document: Document) -> Iterator[Finding]:
    """OCR020: a character that both models of official language doubt, where the document has wrong ones for certain;
    in a scan, one that stands in no word and beside neighbours that it never stands beside too."""
    text, scanned = document.text, is_misread(document)
    if is_old_prose(text):
        return
    likely, heard, mistyped = wrong_characters(text, scanned), other_words(text), mistyped_words(text)
    told = {reading.at for reading in frequent_misreadings(text)} | {one.at for one in sure_characters(text, scanned)}
    told |= {one.start for one in left_out_characters.find(text) if one.gain >= left_out_characters.SURE}
    told |= {one.start for one in cut_off_words.find(text)}
    told |= {one.at for one in extra_characters.find(text) if one.gain >= extra_characters.SURE}
    sure = [other.at for other in sure_words(text)] + [one.at for one in mistyped if one.is_sure]
    mistakes = len(told) + len(sure)
    told |= {place for at in sure for place in (at, at + 1)}
    if scanned:
        told |= {reading.at for reading in likely_misreadings(text)}
    elif not told:
        return
    found = {one.at: _named(text, one) for one in likely if one.is_doubtful(scanned)}
    if not scanned and mistakes >= _CARELESS and mistakes * _EVERY >= len(text):
        found |= {one.at: _named(text, one) for one in _slips(text)}
    words = [(other.at, other.found, other.right) for other in heard]
    words += [(one.at, one.found, one.right) for one in mistyped]
    words += [(one.start, text[one.start : one.end], one.word) for one in left_out_characters.find(text)]
    found |= {at: Finding(at, at + len(wrong), {"found": wrong, "right": right}, "named") for at, wrong, right in words}
    found |= {one.at: Finding(one.at, one.at + 1, {"found": text[one.at]}) for one in extra_characters.find(text)}
    if scanned:
        found |= {reading.start: reading for reading in _strangers(text, told)}
    ours = {at for match in _OURS.finditer(text) for at in range(*match.span())} if found else set[int]()
    for at in sorted(found.keys() - told - ours):
        yield found[at]


def _named(text: str, one: WrongCharacter) -> Finding:
    return Finding(one.at, one.at + 1, {"found": text[one.start : one.end], "right": one.word}, "named")


def _slips(text: str) -> Iterator[WrongCharacter]:
    """The characters that are probably wrong where many others are."""
    for one in wrong_characters(text, False):
        if not one.in_a_word and one.agreed >= _ALIKE_EACH and one.gain >= _ALIKE_BOTH:
            yield one
    for one in wrong_characters(text, True):
        is_usual = not (one.in_a_word or is_rare(text[one.at]))
        if is_usual and one.agreed >= _OTHER_EACH and one.gain >= _OTHER_BOTH:
            yield one


def _strangers(text: str, told: set[int]) -> Iterator[Finding]:
    """The characters of a scan that stand beside no neighbour elsewhere, and in no word; others tell of some."""
    codes = {number.opening for number in document_numbers_in(text)}
    often = Counter(map(add, text, text[1:]))
    seldom, written = frozenset(unknown_pairs(text, scanned=True)), Counter(text)
    for run in _RUN.finditer(text):
        # The code of an agency and what is named in quotation marks are made up of characters as they come.
        if run.end() in codes or (text[run.start() - 1 : run.start()] in _OPENING and run.end() - run.start() <= _NAME):
            continue
        for at in range(run.start(), run.end()):
            # Most stand beside a neighbour that they usually have.
            if (at > run.start() and at - 1 not in seldom) or (at + 1 < run.end() and at not in seldom) or at in told:
                continue
            # What stands beside the same neighbour again is of a term of the document.
            recurs = any(often[text[first : first + 2]] > 1 for first in (max(0, at - 1), at))
            if recurs or ends_a_short_name(text, at) or is_of_matter(text, at, written):
                continue
            if not _is_known(text, run.start(), at, run.end()):
                yield from _judged(text, run.start(), at, run.end())


def _is_known(text: str, first: int, at: int, last: int) -> bool:
    """Whether a character stands beside one of its neighbours elsewhere too."""
    before = at > first and is_attested(text[at - 1 : at + 1])
    return before or (at + 1 < last and is_attested(text[at : at + 2]))


def _judged(text: str, first: int, at: int, last: int) -> Iterator[Finding]:
    start, end = max(first, at - _REACH), min(last, at + _REACH + 1)
    stretch, place = text[start:end], at - start
    found = cut(stretch)
    if len(found.word_at(place)[1]) > 1 or is_coined(text, at, misread=True):
        return
    before = text[at - 1] if at > first else ""
    after = text[at + 1] if at + 1 < last else ""
    best, right = found.score, ""
    others = possible_others(before, text[at], after)
    # It takes less to tell how likely another character makes the sequence than how likely it makes the words.
    likely = sorted((-score, other) for score, other in scores_of_others(stretch, place, others))[:_TRIED]
    for _, other in likely:
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
