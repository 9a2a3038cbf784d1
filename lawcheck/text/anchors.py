"""Which few characters every match of a regular expression holds, and how far behind its beginning they stand.

To find a character takes a twentieth of the time that an expression takes to fail at every place of a text. So an
expression is tried only where one of its characters says that a match may begin. Which ones are best is read off its
parts, and how common they are in official texts.
"""

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from re import IGNORECASE, MULTILINE
from typing import Any, NamedTuple


class Reach(NamedTuple):
    """How far behind the beginning of a match something stands, at least and at most; before it: negative.

    What makes the difference is one run of `loose` characters alone, that ends so many characters `behind`. Where they
    are not known, any may stand there.
    """

    least: int
    most: int
    loose: str = ""
    behind: int = 0


# A word that a match may hold, and where; the empty word is the beginning of the text.
Anchor = tuple[str, tuple[int, int, str, int]]
_Found = tuple[float, tuple[Anchor, ...]]

# How common characters are in official texts, in thousandths, from plans, statutes and reports of work.
_THOUSANDTHS = (
    (30, "，、"),
    (14, "的\n。人"),
    (7, "业\u3000和第行条法国定政 十理应有规管务以民）（"),
    (
        3.5,
        "工发一产设建关会当用生者机化作制部新等中全实动或；地市展保区进技合0公二对资大三1门在2事省"
        "施员主家经成不提重科企为其责体加本上年级",
    ),
    (
        1.5,
        "能院处安高要品项及方创物构开可位出力单学权五监府强推服四通金基依术共持下时同育任“水”：内期"
        "社立与分证职照自组护委性信件准并查改教所质审办目标境他量入5批由度支环报3据个营农代研点程场"
        "各造计案划利治向情平专县域按决请备源活城现收织外运数范.系导得检供海交4六",
    ),
    (
        0.9,
        "议督文相律防调《》求统面医表日协转取于费效集息申电使接领七式过指明例优款到确投违污联未予负告"
        "需核态长放6元财染前村9特增道网结果受后万执升八济险台罚商车书评校型局意完培是预百采具列乡心"
        "障令疗况九刑融料8华知示好名励助急健间形验引承策之记控严深测河口色原解快许置复章节",
    ),
)
_COMMON = {character: often / 1000 for often, characters in _THOUSANDTHS for character in characters}
_RARE = 0.0002
_TOGETHER = 0.1
# What it takes, in nanoseconds for each character of the text: to look for a character, for two of them; to try the
# expression at a place; to let it try itself at each character where it begins with a character, with one of several,
# and with anything else.
_ONE, _TWO, _TRY = 0.02, 0.1, 250
_AS_ONE, _AS_SEVERAL, _AS_ANYTHING, _EACH = 0.6, 3.0, 14.0, 60
_MOST = 40
_MOST_ANCHORS = 120
# So many places are tried for a word behind a run of characters, on average; longer runs are not gone back over.
_LOOSELY, _LONGEST_RUN = 1.5, 100


def anchors(pattern: str, flags: int) -> tuple[Anchor, ...]:
    """Of these every match holds at least one; none where it is no quicker to look for them."""
    return anchors_of(import_module("re._parser").parse(pattern, flags))


def anchors_of(parsed: Any) -> tuple[Anchor, ...]:
    """The same of an expression that is taken apart."""
    if parsed.state.flags & IGNORECASE or parsed.getwidth()[0] == 0:
        return ()
    found = _of_sequence(parsed, Reach(0, 0), bool(parsed.state.flags & MULTILINE))
    if found is None or found[0] > _as_it_is(parsed) or len(found[1]) > _MOST_ANCHORS:
        return ()
    return found[1]


def _of_sequence(parts: Any, reach: Reach, lines: bool) -> _Found | None:
    """The anchors that are the quickest to look for, of a sequence that begins so far behind the match."""
    best: _Found | None = None
    for index, (kind, value) in enumerate(parts):
        kind = str(kind)
        found = [_of_part(kind, value, reach, lines)]
        after = parts[index + 1] if index + 1 < len(parts) else ("", 0)
        if kind == str(after[0]) == "LITERAL":
            found.append(_worth([(chr(value) + chr(after[1]), (*reach,))]))
        best = min((each for each in (best, *found) if each), default=None)
        reach = _behind(reach, parts[index : index + 1])
    return best


def _of_part(kind: str, value: Any, reach: Reach, lines: bool) -> _Found | None:
    if kind == "LITERAL":
        return _worth([(chr(value), (*reach,))])
    if kind == "IN":
        several = _characters(value)
        return _worth([(character, (*reach,)) for character in several]) if several else None
    if kind == "BRANCH":
        return _of_all(_of_sequence(branch, reach, lines) for branch in value[1])
    if kind == "SUBPATTERN":
        return None if value[1] & (IGNORECASE | MULTILINE) else _of_sequence(value[3], reach, lines)
    if kind == "ATOMIC_GROUP":
        return _of_sequence(value, reach, lines)
    if kind.endswith("_REPEAT"):
        return _of_sequence(value[2], reach, lines) if value[0] else None
    if kind == "ASSERT":
        back = value[1].getwidth()[0] if value[0] < 0 else 0
        return _of_sequence(value[1], Reach(reach.least - back, reach.most - back) if back else reach, lines)
    if kind == "AT" and str(value) in ("AT_BEGINNING", "AT_BEGINNING_STRING") and reach.least == reach.most:
        newline = [("\n", (reach.least - 1, reach.least - 1, "", 0))] if lines and str(value) == "AT_BEGINNING" else []
        return _worth([("", (*reach,)), *newline])
    return None


def _behind(reach: Reach, part: Any) -> Reach:
    """How far behind the beginning stands what follows a part."""
    shortest, longest = part.getwidth()
    least, most = reach.least + shortest, reach.most + longest
    made_of = _made_of(part)
    is_fixed = reach.least == reach.most
    if shortest == longest and is_fixed:
        return Reach(least, most)
    if made_of is not None and not reach.behind and (is_fixed or reach.loose) and most - least <= _LONGEST_RUN:
        loose = "".join(sorted({*reach.loose, *made_of}))
        return Reach(least, most, loose if len(loose) <= _MOST else "")
    if shortest == longest and reach.loose:
        return Reach(least, most, reach.loose, reach.behind + shortest)
    return Reach(least, most)


def _made_of(parts: Any) -> str | None:
    """All characters that parts of an expression may consist of, where they are few."""
    found = ""
    for kind, value in parts:
        kind = str(kind)
        of: str | None = None
        if kind == "LITERAL":
            of = chr(value)
        elif kind == "IN":
            of = _characters(value) or None
        elif kind == "BRANCH":
            of = _joined(map(_made_of, value[1]))
        elif kind == "SUBPATTERN" and not value[1] & IGNORECASE:
            of = _made_of(value[3])
        elif kind == "ATOMIC_GROUP":
            of = _made_of(value)
        elif kind.endswith("_REPEAT"):
            of = _made_of(value[2])
        elif kind in ("AT", "ASSERT", "ASSERT_NOT"):
            of = ""
        if of is None:
            return None
        found += of
    return found


def _joined(several: Iterable[str | None]) -> str | None:
    found = ""
    for each in several:
        if each is None:
            return None
        found += each
    return found


def _characters(members: Sequence[tuple[Any, Any]]) -> str:
    """The characters of a class, where they are few; empty where they are many."""
    found = []
    for kind, value in members:
        if str(kind) == "LITERAL":
            found.append(chr(value))
        elif str(kind) == "RANGE" and value[1] - value[0] < _MOST:
            found += map(chr, range(value[0], value[1] + 1))
        else:
            return ""
    return "".join(found) if len(found) <= _MOST else ""


def _of_all(branches: Iterable[_Found | None]) -> _Found | None:
    """Those of each branch together; none where a branch has none."""
    every: dict[Anchor, None] = {}
    for found in branches:
        if found is None:
            return None
        every.update(dict.fromkeys(found[1]))
    return _worth(list(every))


def _worth(found: list[Anchor]) -> _Found:
    finding = sum(_ONE if len(word) == 1 else _TWO for word in {word for word, _ in found})
    return finding + sum(_TRY * _often(word) * _tries(*reach) for word, reach in found), tuple(found)


def _tries(least: int, most: int, loose: str, behind: int) -> float:
    return min(_LOOSELY, most - least + 1) if loose else most - least + 1


def _often(word: str) -> float:
    """How common a word is, roughly: two characters are a tenth as common as the rarer one of them."""
    rarest = min((_COMMON.get(character, _RARE) for character in word), default=0.0)
    return rarest if len(word) == 1 else rarest * _TOGETHER


def _as_it_is(parts: Any) -> float:
    """What it takes to let an expression look for its matches itself."""
    firsts = list(_firsts(parts))
    if "" in firsts:
        return _AS_ANYTHING
    often = sum(_often(first) for first in firsts)
    return (_AS_ONE if len(firsts) == 1 else _AS_SEVERAL) + _EACH * often


def _first(parts: Any) -> tuple[str, Any]:
    return (str(parts[0][0]), parts[0][1]) if len(parts) else ("", None)


def _firsts(parts: Any) -> Iterator[str]:
    """The characters that a match may begin with, as far as `re` makes use of them; the empty word for others."""
    kind, value = _first(parts)
    if kind == "SUBPATTERN":
        yield from _firsts(value[3])
    elif kind == "BRANCH":
        for branch in value[1]:
            yield from _firsts(branch)
    elif kind == "LITERAL":
        yield chr(value)
    elif kind == "IN" and (several := _characters(value)):
        yield from several
    else:
        yield ""
