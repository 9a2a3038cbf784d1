"""Where a character is wrong that no list has: 充分法挥 for 充分发挥, 限期整该 for 限期整改.

Official texts never have two characters side by side that stand so here, and with another one of them, that sounds or
looks alike, both models of official language find the words much likelier: that of words and that of characters.
"""

from collections import Counter
from collections.abc import Container, Iterator
from functools import cache, lru_cache
from itertools import compress
from operator import add

from lawcheck.checks.alike import blurred_alikes, blurred_to, homophones, look_alikes
from lawcheck.checks.language import followers, run_level, word_level
from lawcheck.checks.lexicon import words
from lawcheck.checks.likelihood import cut, is_word
from lawcheck.checks.person_names import is_of_person
from lawcheck.checks.sequences import sequence_score
from lawcheck.reading.resources import rows
from lawcheck.records import dataclass
from lawcheck.text.vocabulary.han import is_han

_REACH = 5
# How many of the other characters that make the sequence likeliest are held against the words too.
_TRIED = 3
# What is written so often in a document is a term of its own.
_RECURRING = 3
# How often (natural logarithm) the word that was meant stands in official texts at least.
_USUAL_WORD, _LISTED_WORD = 4.0, 1.0
# In a scan two characters are looked at that official texts have so seldom (natural logarithm) side by side.
_HARDLY_KNOWN = 4.5
_BONUS = 4.0
# How much likelier (natural logarithm) the sequence must become to be looked at more closely.
_LIKELIER = 7.0
# The characters that a sequence of three makes likelier or not, behind the one that is changed.
_AFFECTED = 3
# A character that is as rare as this, in official texts and others, is one of a name or a trade: no one types it by mistake.
_RARE_OFFICIAL, _RARE = 6.0, 5
# Short names of places, which stand beside anything: 湘企, 环京.
_PLACES = frozenset("京津沪渝冀晋辽皖闽赣鲁豫鄂湘粤桂琼蜀黔滇陕陇藏疆蒙澳")
# Names and coinages stand in marks.
_OPENED, _CLOSED, _LONGEST_NAME = "“《‘", "”》’", 8
_LONGEST_WORD = 4
# Where both models are as sure as this and together as sure as that, the character is wrong; in a word that exists,
# they must be surer. Measured in November 2026 on drafts with known mistakes and on published texts.
_EACH, _BOTH, _IN_A_WORD = 11.0, 32.0, 39.0
_DOUBTFUL_EACH, _DOUBTFUL_BOTH = 9.0, 30.0
# One that looks alike in a scan.
_SHAPE_EACH, _SHAPE_BOTH, _SHAPE_IN_A_WORD = 6.0, 17.0, 26.0


@dataclass(frozen=True, slots=True)
class WrongCharacter:
    """The character at `at` should be `right`, which makes `word` with its neighbours; how much likelier (natural
    logarithm) the characters and the words become, and whether it looks alike or only sounds alike."""

    at: int
    right: str
    start: int
    word: str
    by_sequence: float
    by_words: float
    looks_alike: bool
    in_a_word: bool

    @property
    def gain(self) -> float:
        """What both models say together."""
        return self.by_sequence + self.by_words

    @property
    def agreed(self) -> float:
        """What each of the models says at least."""
        return min(self.by_sequence, self.by_words)

    def is_sure(self, scanned: bool) -> bool:
        """Whether both models are sure of it."""
        if scanned and self.looks_alike:
            return self.agreed >= _SHAPE_EACH and self.gain >= (_SHAPE_IN_A_WORD if self.in_a_word else _SHAPE_BOTH)
        return self.agreed >= _EACH and self.gain >= (_IN_A_WORD if self.in_a_word or scanned else _BOTH)

    def is_doubtful(self, scanned: bool) -> bool:
        """Whether they say enough for somebody to look at it."""
        return not self.in_a_word and self.agreed >= _DOUBTFUL_EACH and self.gain >= _DOUBTFUL_BOTH


@lru_cache(maxsize=4)
def wrong_characters(text: str, any_other: bool = False) -> tuple[WrongCharacter, ...]:
    """Every character that seems to be wrong, in the order of the text; of two neighbours the likelier one.

    With `any_other` any character may have been meant that makes a word, not only those that sound or look alike.
    """
    pairs = list(map(add, text, text[1:]))
    most = _HARDLY_KNOWN if any_other else 0.0
    unknown = {pair for pair in set(pairs) if _is_unknown(pair, most)}
    if not unknown:
        return ()
    places = list(compress(range(len(pairs)), map(unknown.__contains__, pairs)))
    often = Counter(pairs[at] for at in places)
    found: dict[int, WrongCharacter] = {}
    for place in dict.fromkeys(at for pair in places if often[pairs[pair]] < _RECURRING for at in (pair, pair + 1)):
        if (one := _judged(text, place, any_other)) and not is_left_out(text, place, any_other):
            if one.looks_alike or not any_other or _is_singular(pairs, often, place):
                found[place] = one
    return tuple(_apart(found))


def _is_unknown(pair: str, most: float = 0.0) -> bool:
    """Whether official texts have two characters side by side more seldom than `most` (natural logarithm)."""
    first, second = pair
    if not (is_han(first) and is_han(second)):
        return False
    return second not in followers().get(first, "") or (most > 0 and run_level(pair) < most)


def _is_singular(pairs: list[str], often: Counter[str], at: int) -> bool:
    """Whether a character stands beside each neighbour this once."""
    return all(often[pair] < 2 for pair in pairs[max(0, at - 1) : at + 1])


def _apart(found: dict[int, WrongCharacter]) -> Iterator[WrongCharacter]:
    """Those that no better one stands beside."""
    for at, one in sorted(found.items()):
        beside = [found[other].gain for other in (at - 1, at + 1) if other in found]
        if all(one.gain >= gain for gain in beside):
            yield one


def _judged(text: str, at: int, any_other: bool) -> WrongCharacter | None:
    """What should stand at a place, if anything else makes both the sequence and the words likelier."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    before, after = before if is_han(before) else "", after if is_han(after) else ""
    blurred = _blurred(text[at]) if any_other else look_alikes().get(text[at], "")
    if not any_other:
        others = _alike(text[at])
    elif (before and _is_unknown(before + text[at])) or (after and _is_unknown(text[at] + after)):
        others = possible_others(before, text[at], after)
    else:
        others = blurred
    meant = [
        (other, word)
        for other in others
        if (word := _word(before, other, after, _LISTED_WORD if any_other and other in blurred else _USUAL_WORD))
    ]
    if not meant:
        return None
    start, end = at, at + 1
    while start and at - start < _REACH and is_han(text[start - 1]):
        start -= 1
    while end < len(text) and end - at <= _REACH and is_han(text[end]):
        end += 1
    stretch, place = text[start:end], at - start
    head, tail = stretch[:place], stretch[place + 1 :]
    as_it_is = sequence_score(stretch, place, place + _AFFECTED)
    likelier = [
        (gain + _BONUS * (other in blurred), other, word)
        for other, word in meant
        if (gain := sequence_score(head + other + tail, place, place + _AFFECTED) - as_it_is)
        >= (4.0 if any_other and other in blurred else _LIKELIER)
    ]
    if not likelier:
        return None
    seen = cut(stretch)
    if len(seen.word_at(place)[1]) > 2:
        return None
    found = [
        WrongCharacter(
            at,
            other,
            at - (word[0] != other or (len(word) == 2 and word[1] == other and word[0] == before)),
            word,
            gain - _BONUS * (other in blurred),
            cut(head + other + tail).score - seen.score,
            other in blurred,
            _is_in_a_word(text, at),
        )
        for gain, other, word in sorted(likelier, reverse=True)[:_TRIED]
    ]
    return max(found, key=lambda one: one.gain + 2 * _BONUS * one.looks_alike)


@cache
def _blurred(character: str) -> str:
    """The characters that bad print may make this one of."""
    return blurred_alikes(character) + blurred_to().get(character, "") + look_alikes().get(character, "")


def _word(before: str, other: str, after: str, least: float) -> str:
    """The usual word that another character makes with a neighbour where official texts have it beside both."""
    follow = followers()
    if (before and other not in follow.get(before, "")) or (after and after not in follow.get(other, "")):
        return ""
    first = word_level(before + other) if before else -1.0
    second = word_level(other + after) if after else -1.0
    if max(first, second) < least:
        return ""
    return before + other if first >= second else other + after


@cache
def _alike(character: str) -> str:
    """Those that sound or look like a character."""
    heard = homophones(character) + look_alikes().get(character, "")
    return "".join(dict.fromkeys(heard)).replace(character, "")


def possible_others(before: str, found: str, after: str) -> set[str]:
    """What may have been meant: characters of similar shape, and those that make a word with a neighbour."""
    others = set(_alike(found) + _blurred(found))
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


def is_left_out(text: str, at: int, scanned: bool) -> bool:
    """Whether a place is of a name or a coinage, or of one of the trades that have characters of their own.

    In a scan a rare character is no sign of a trade: recognition puts any at all.
    """
    character = text[at]
    if character in _PLACES and not scanned:
        return True
    if not scanned and run_level(character) < _RARE_OFFICIAL and words().get(character, 0) <= _RARE:
        return True
    # 能进尽进, 以学增智, 逐条、逐段: coined as they are needed.
    if character in (text[at + by : at + by + 1] for by in (-3, -2, 2, 3) if at + by >= 0):
        return True
    if at and is_han(text[at - 1]) and text[at - 1] == text[at + 1 : at + 2]:
        return True
    return _is_in(_new_words(), text, at) or _is_in_marks(text, at) or is_of_person(text, at)


def _is_in_a_word(text: str, at: int) -> bool:
    """Whether a place may be of a word that there is, be it a rare one."""
    return any(is_word(pair) for pair in (text[max(0, at - 1) : at + 1], text[at : at + 2]) if len(pair) == 2)


@cache
def _new_words() -> frozenset[str]:
    return frozenset(word for (line,) in rows("new_words.tsv") for word in line.split(" "))


def _is_in(listed: Container[str], text: str, at: int) -> bool:
    """Whether one of the words listed covers a place."""
    return any(
        text[start:end] in listed
        for start in range(max(0, at - _LONGEST_WORD + 1), at + 1)
        for end in range(max(at + 1, start + 2), start + _LONGEST_WORD + 1)
    )


def _is_in_marks(text: str, at: int) -> bool:
    """Whether a place is within a short stretch between quotation or title marks."""
    opened = next((i for i in range(at - 1, max(-1, at - _LONGEST_NAME - 1), -1) if not is_han(text[i])), -1)
    closed = next((i for i in range(at + 1, min(len(text), at + _LONGEST_NAME + 1)) if not is_han(text[i])), -1)
    return opened >= 0 and closed >= 0 and text[opened] in _OPENED and text[closed] in _CLOSED
