"""Characters that were taken for others of similar shape (OCR009): 深人 for 深入, 法冶 for 法治, 末经 for 未经.

A place is looked at when two characters there are a damaged pair of a common word, or one of them seldom stands in
official writing. It is a finding when the words with the other character are far likelier.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache

from lawcheck.checks.lexicon import best_division, words
from lawcheck.checks.trm.phrases import misread_phrases
from lawcheck.reading.resources import rows
from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.search import Terms
from lawcheck.text.vocabulary.han import HAN

_HAN_AFTER = Pattern(f"^[{HAN}]*")
_HAN_BEFORE = Pattern(f"[{HAN}]*$")
_REACH = 4
_LONGEST_PHRASE = 20
# Up to this length it takes less to look at each pair of the text than to make ready for a search for all of them.
_SHORT_TEXT = 500
# So many stretches are remembered with the judgement on them; the same ones come again and again.
_REMEMBERED = 4096
# Misreading is haphazard: what recurs while the other word is nowhere in the document is a term of its own.
_RECURRING = 3
# The least number of a common word: about 700 occurrences in the 60 million words of the table.
_COMMON = 7
# How much likelier the words must become (natural logarithm), for characters that are easily confused and for others.
_SURE, _OTHER = 6, 9
_CERTAIN = 9
# Characters that seldom stand in official writing, and those that they are most often misread for.
_SELDOM = {"己": "已", "末": "未", "曰": "日", "旳": "的", "冶": "治", "币": "市", "巳": "已", "戌": "成", "戍": "成"}
# These need a verb after them.
_ADVERBS = "已未"
_SELDOM_PATTERN = Pattern(f"[{''.join(_SELDOM)}](?<!”.)", first="".join(_SELDOM))


@dataclass(frozen=True, slots=True)
class _Reading:
    """Another reading of the character at `at`; the word that it makes has the span, `gain` is how much likelier.

    `excess` is what the gain has over the one that is needed.
    """

    at: int
    right: str
    start: int
    end: int
    gain: int
    excess: int

    def moved(self, by: int) -> "_Reading":
        """The same further on in the text."""
        return replace(self, at=self.at + by, start=self.start + by, end=self.end + by)


@cache
def _confusables() -> dict[str, dict[str, int]]:
    """For each character those that may be right in its place, with the gain that each needs."""
    table: dict[str, dict[str, int]] = {}
    for right, *groups in rows("confusables.tsv"):
        for group, needed in zip(groups, (_SURE, _OTHER), strict=False):
            for wrong in group:
                table.setdefault(wrong, {})[right] = needed
    for wrong, right in _SELDOM.items():
        table.setdefault(wrong, {})[right] = _SURE
    return table


@cache
def _pairs() -> frozenset[str]:
    """Every two characters that stand side by side in a common word."""
    common = (word for word, count in words().items() if len(word) > 1 and count >= _COMMON)
    return frozenset(word[i : i + 2] for word in common for i in range(len(word) - 1))


@cache
def _damaged_pairs() -> tuple[Terms, list[set[int]]]:
    """What becomes of these pairs when one character is misread, and which one; pairs that are words say nothing."""
    wrongs = {right: "".join(groups) for right, *groups in rows("confusables.tsv")}
    damaged: dict[str, set[int]] = {}
    for pair in _pairs():
        for wrong in wrongs.get(pair[0], ""):
            damaged.setdefault(wrong + pair[1], set()).add(0)
        for wrong in wrongs.get(pair[1], ""):
            damaged.setdefault(pair[0] + wrong, set()).add(1)
    telling = {pair: places for pair, places in damaged.items() if pair not in words()}
    return Terms(telling, overlapping=True), list(telling.values())


def shape_confusion(document: Document) -> Iterator[Finding]:
    """OCR009: a character in whose place one of similar shape makes the words far likelier."""
    text = document.text
    readings = list(_apart(sorted(_readings(text), key=lambda r: (-r.excess, r.at))))
    pairs = [(text[r.start : r.end], text[r.start : r.at] + r.right + text[r.at + 1 : r.end]) for r in readings]
    terms = {pair for pair, count in Counter(pairs).items() if count >= _RECURRING and pair[1] not in text}
    for reading, (seen, right) in zip(readings, pairs, strict=True):
        if (seen, right) not in terms:
            variant = "default" if reading.gain >= _CERTAIN else "likely"
            edit = Edit(reading.at, reading.at + 1, reading.right)
            yield Finding(reading.start, reading.end, {"found": seen, "right": right}, variant, (edit,))


def _readings(text: str) -> Iterator[_Reading]:
    for at in sorted(set(_suspects(text))):
        before = _HAN_BEFORE.compiled.findall(text[max(0, at - _REACH) : at])[0]
        after = _HAN_AFTER.compiled.findall(text[at + 1 : at + 1 + _REACH])[0]
        reading = _judge(before + text[at] + after, len(before))
        if reading and not _in_phrase(text, at):
            yield reading.moved(at - len(before))


def _in_phrase(text: str, at: int) -> bool:
    """Whether the character is the damaged one of a fixed phrase, which is reported as a whole (TRM001)."""
    start = max(0, at - _LONGEST_PHRASE)
    spans = misread_phrases(text[start : at + _LONGEST_PHRASE])
    return any(first <= at - start < last for first, last in spans)


def _apart(readings: Iterable[_Reading]) -> Iterator[_Reading]:
    """The readings that do not overlap one that comes before them, in the order of the text."""
    taken: set[int] = set()
    kept = []
    for reading in readings:
        span = range(reading.start, reading.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(reading)
    yield from sorted(kept, key=lambda r: r.start)


def _suspects(text: str) -> Iterator[int]:
    """Where a character stands that may be misread."""
    yield from (match.start() for match in _SELDOM_PATTERN.finditer(text))
    known = words()
    for at, places in _damaged(text):
        # Where one word ends and another one begins, the pair says nothing: 行政主管, 万元以上.
        if not (text[at - 1 : at + 1] in known and text[at + 1 : at + 3] in known):
            yield from (at + place for place in places)


def _damaged(text: str) -> Iterator[tuple[int, Iterable[int]]]:
    """Each damaged pair in the text, and which of its characters may be wrong."""
    if len(text) > _SHORT_TEXT:
        terms, wrong = _damaged_pairs()
        yield from ((start, wrong[index]) for index, start, _ in terms.find(text))
        return
    for at, pair in enumerate(map(str.__add__, text, text[1:])):
        if pair not in words() and (places := _wrong_places(pair)):
            yield at, places


def _wrong_places(pair: str) -> list[int]:
    """Which characters of a pair may be misread, so that a common pair was meant."""
    confusables, pairs = _confusables(), _pairs()
    first, second = pair[0], pair[1]
    wrong = []
    if any(right + second in pairs for right in confusables.get(first, ())):
        wrong.append(0)
    if any(first + right in pairs for right in confusables.get(second, ())):
        wrong.append(1)
    return wrong


@lru_cache(_REMEMBERED)
def _judge(stretch: str, at: int) -> _Reading | None:
    """The best other reading of a character, if it gains enough."""
    wrong = stretch[at]
    score, *_ = best_division(stretch, at)
    best: _Reading | None = None
    for right, needed in _confusables()[wrong].items():
        if not _makes_word(stretch, at, right):
            continue
        likelihood, start, end = best_division(stretch[:at] + right + stretch[at + 1 :], at)
        gain = likelihood - score
        is_word = end - start > 1 or _SELDOM.get(wrong) == right
        if is_word and gain >= needed and (best is None or gain - needed > best.excess):
            best = _Reading(at, right, start, end, gain, gain - needed)
    return best


def _makes_word(stretch: str, at: int, right: str) -> bool:
    """Whether the character may make a common word with a neighbour, or is itself the word that is meant."""
    pairs = _pairs()
    if stretch[max(0, at - 1) : at] + right in pairs or right + stretch[at + 1 : at + 2] in pairs:
        return True
    return _SELDOM.get(stretch[at]) == right and (right not in _ADVERBS or at + 1 < len(stretch))
