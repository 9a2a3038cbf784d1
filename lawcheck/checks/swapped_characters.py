"""Two neighbours of an ordinary word that have changed places: 年度标目 for 年度目标, 提质升量 for 提升质量."""

import re
from collections.abc import Iterator

from lawcheck.checks.coined import is_coined
from lawcheck.checks.likelihood import cut
from lawcheck.checks.sequences import sequence_score
from lawcheck.checks.wrong_characters import unknown_pairs
from lawcheck.reading.known_words import is_official_word
from lawcheck.reading.language import followers
from lawcheck.records import dataclass
from lawcheck.text.vocabulary.han import is_han

_REACH = 5
# A pair, the character before it and the two behind it are made likelier or not.
_AFFECTED = 4
# How sure (natural logarithm) each model and both together must be. Measured as for `WrongCharacter`.
_LIKELIER, _EACH, _BOTH = 12.0, 12.0, 35.0
# Verbs of one character that two halves of a slogan begin with.
_VERBS = frozenset("尊重爱拥护敬助帮惠利兴强稳促保治育引留用扶扬弃革除建立明践")
# Opposites, which are written either way: 繁简, 简繁.
_OPPOSITES = frozenset(
    re.findall(
        "..",
        "繁简供需城乡增减进出买卖收支奖惩宽严轻重缓急冷热新旧先后出入高低长短强弱多少大小老幼男女内外上下左右"
        "南北东西远近深浅厚薄快慢疏堵放管虚实主次点面软硬干湿早晚公私医患党群警民政企",
    )
)


@dataclass(frozen=True, slots=True)
class Swapped:
    """The characters at `at` and behind it stand the wrong way round."""

    at: int
    right: str
    gain: float


def swapped_characters(text: str) -> list[Swapped]:
    """Every such pair, in the order of the text; of pairs side by side the likelier one."""
    found: dict[int, Swapped] = {}
    places = {at for pair in unknown_pairs(text, False) for at in (pair - 1, pair, pair + 1)}
    known = followers()
    for at in places:
        pair = text[at : at + 2] if at >= 0 else ""
        if len(pair) < 2 or pair[0] not in known.get(pair[1], "") or pair[0] == pair[1] or not _fits_turned(text, at):
            continue
        if (one := _judged(text, at)) and not (is_coined(text, at, False) or is_coined(text, at + 1, False)):
            found[at] = one
    return list(_apart(found))


def _fits_turned(text: str, at: int) -> bool:
    """Whether two characters that have changed places stand beside what is beside them in official texts too."""
    known = followers()
    before, after = text[at - 1 : at], text[at + 2 : at + 3]
    if is_han(before) and text[at + 1] not in known.get(before, ""):
        return False
    return not is_han(after) or after in known.get(text[at], "")


def _apart(found: dict[int, Swapped]) -> Iterator[Swapped]:
    for at, one in sorted(found.items()):
        if all(one.gain >= found[other].gain for other in range(at - 2, at + 3) if other in found):
            yield one


def _judged(text: str, at: int) -> Swapped | None:
    """Two characters that stand the other way round too in official texts, where that makes both models sure."""
    right = text[at + 1] + text[at]
    before, after = text[at - 1 : at], text[at + 2 : at + 3]
    # 尊医重卫, coined like 尊师重教.
    if before in _VERBS and text[at + 1] in _VERBS and is_han(after):
        return None
    if right in _OPPOSITES or is_official_word(before + right[1]) or is_official_word(right[0] + after):
        return None
    start, end = at, at + 2
    while start and at - start < _REACH and is_han(text[start - 1]):
        start -= 1
    while end < len(text) and end - at <= _REACH + 1 and is_han(text[end]):
        end += 1
    stretch, place = text[start:end], at - start
    changed = stretch[:place] + right + stretch[place + 2 :]
    by_sequence = sequence_score(changed, place, place + _AFFECTED) - sequence_score(stretch, place, place + _AFFECTED)
    if by_sequence < _LIKELIER:
        return None
    by_words = cut(changed).score - cut(stretch).score
    both = by_sequence + by_words
    return Swapped(at, right, both) if by_words >= _EACH and both >= _BOTH else None
