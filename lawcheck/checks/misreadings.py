"""Where another character of similar shape was meant: 深人 for 深入, 法冶 for 法治, 末经 for 未经.

A character is looked at that belongs to no word, where official writing hardly knows the two characters that stand side
by side. It is misread where another one of similar shape makes a word with them, pairs that are known, and likelier
words all in all. Some are misread so often, and stand by themselves so seldom, that this tells in any document. Of all
others it tells in scans alone: a new word or a name looks no different.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache

from lawcheck.checks.lexicon import best_division, rank
from lawcheck.checks.pairs import Pairs
from lawcheck.reading.resources import rows
from lawcheck.records import dataclass
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN, is_han

_HAN_AFTER = Pattern(f"^[{HAN}]*")
_HAN_BEFORE = Pattern(rf"[{HAN}]*\Z")
_REACH = 4
# So many stretches are remembered with the judgement on them; the same ones come again and again.
_REMEMBERED = 4096
# The characters that are misread most of all, and what they are misread for.
_OFTEN = dict(zip("人己巳末曰旳冶币戌戍坏休间干土侯", "入已已未日的治市成成环体问于士候", strict=True))
_SUSPECTS = Pattern(f"[{''.join(_OFTEN)}]")
# How much likelier the words must become (natural logarithm), for these and for all others.
_GAIN_OFTEN, _GAIN = 7, 6
# These two are no part of a word, and stand before a verb.
_ADVERBS = "已未"
# After a figure stands a measure word (156米及175米), and the end of a plan after its name (“十四五”末).
_MEASURED, _NAMED = "0123456789", "”"
# A name after an office: 总经理王体轩、.
_OFFICE = Pattern(rf"(?:长|经理|主任|书记|董事|主席|委员|代表|教授|同志)[{HAN}]?\Z")
_CLOSINGS = ("此复", "此令", "此致", "此布")
_DIRECTION = Pattern("[由自从][东南西北中上下左右][往向至到][东南西北中上下左右]")
# 以己度人, 修己安人, 视如己出: oneself, in the terse style of sayings.
_NO_SAYING = "(?![民员大数均口才事类力])"
_ONESELF = Pattern(
    "[与为]己(?:无关|有关|任|重任|所[用有为]|谋私|甚)|"
    f"以己(?:之|[度正律率推化量]人{_NO_SAYING})|[修立成正律推克]己[安达成正律及为]人{_NO_SAYING}|如己出",
    first="以修立成正律推克如与为",
)
# 一曰求精，二曰求新; 一伙人围在门口, 带人驻点.
_TOLD = Pattern("[一二三四五其故名]曰|[伙群帮带派领率]人(?=[围驻住])", first="一二三四五其故名伙群帮带派领率")
_END_OF_NAME = Pattern(f"[{HAN}]{{0,2}}(?:[、，（(\\s]|$)")
_OFFICE_REACH = 4
# A pair as common as this is no evidence of damage.
_KNOWN = 2
# No neighbour on this side.
_NOBODY = 9


def _is_hardly_known(one: str, other: str) -> bool:
    return is_han(one) and is_han(other) and rank(one + other) < _KNOWN


# Of all others only those are looked at that stand in such a pair.
_HARDLY_KNOWN = Pairs(_is_hardly_known)


@dataclass(frozen=True, slots=True)
class Misreading:
    """The character at `at` should be `right`; the word that it makes has the span, `gain` is how much likelier."""

    at: int
    right: str
    start: int
    end: int
    gain: int
    often: bool = False

    def moved(self, by: int) -> "Misreading":
        """The same further on in the text."""
        return replace(self, at=self.at + by, start=self.start + by, end=self.end + by)


@cache
def _rights() -> dict[str, str]:
    """For each character those of similar shape."""
    table: dict[str, str] = {}
    for right, *groups in rows("confusables.tsv"):
        for wrong in "".join(groups):
            table[wrong] = table.get(wrong, "") + right
    return table


@lru_cache(maxsize=2)
def frequent_misreadings(text: str) -> tuple[Misreading, ...]:
    """Where one of the characters is wrong that are misread most of all."""
    return tuple(_misreadings(text, (match.start() for match in _SUSPECTS.finditer(text)), often=True))


@lru_cache(maxsize=2)
def likely_misreadings(text: str) -> tuple[Misreading, ...]:
    """Where any other character seems to be wrong."""
    rights = _rights()
    places = {at for pair in _HARDLY_KNOWN.places(text)[0] for at in (pair, pair + 1)}
    places.update(match.start() for match in _SUSPECTS.finditer(text))
    return tuple(_misreadings(text, (at for at in sorted(places) if text[at] in rights), often=False))


def _misreadings(text: str, suspects: Iterable[int], often: bool) -> Iterator[Misreading]:
    for at in suspects:
        if often and not _may_be_wrong(text, at):
            continue
        before = _HAN_BEFORE.compiled.findall(text[max(0, at - _REACH) : at])[0]
        after = _HAN_AFTER.compiled.findall(text[at + 1 : at + 1 + _REACH])[0]
        edge = text[at - len(before) - 1 : at - len(before)]
        found = _judge(before, text[at], after, often)
        if found and not _is_right(text, at, found, before, edge):
            yield found.moved(at - len(before))


def _may_be_wrong(text: str, at: int) -> bool:
    """Whether a pair becomes more common by the character that this one is often taken for; most places end here."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    before, after = before if is_han(before) else "", after if is_han(after) else ""
    return _is_better_known(before, text[at], _OFTEN[text[at]], after, often=True)


def _is_right(text: str, at: int, found: Misreading, before: str, edge: str) -> bool:
    """Whether what stands around says that it is right: a measure, a list, the end of a plan, a saying, a name."""
    if not before and edge and (edge in _NAMED or (edge in _MEASURED and text[at] != "曰")):
        return True
    # 一企一策一专班 is made up as it goes along.
    if before[-1:] == "一" and "一" in (text[at - 3 : at - 2], text[at + 1 : at + 2]):
        return True
    # 由东往西, 从南到北: directions; 此复。 closes a letter.
    if _DIRECTION.match(text, at) or (not before and text.startswith(_CLOSINGS, at)):
        return True
    # 转人社局办理, 刷脸录人像: words that the tables do not have.
    if text.startswith(("人社局", "人社部", "人社厅", "人社所", "人像"), at):
        return True
    if at and (_ONESELF.match(text, at - 1) or _TOLD.match(text, at - 1)):
        return True
    start, end = at - len(before) + found.start, at - len(before) + found.end
    named = _OFFICE.search(text[max(0, start - _OFFICE_REACH) : start])
    return bool(named and _END_OF_NAME.match(text, end))


@lru_cache(_REMEMBERED)
def _judge(before: str, wrong: str, after: str, often: bool) -> Misreading | None:
    """The best other reading of a character between its neighbours, if it is better by enough."""
    at = len(before)
    stretch = before + wrong + after
    score, start, end = best_division(stretch, at)
    if end - start > 1:
        return None
    best: Misreading | None = None
    for right in _OFTEN[wrong] if often else _rights()[wrong]:
        if not _is_better_known(before[-1:], wrong, right, after[:1], often):
            continue
        changed = before + right + after
        likelihood, start, end = best_division(changed, at)
        single = end - start == 1
        if single and not (right in _ADVERBS and after):
            continue
        gain = likelihood - score
        least = _GAIN_OFTEN if often else _GAIN
        if gain >= least and (best is None or gain > best.gain) and _is_whole(stretch, start, end, at):
            if often and not single and not _tells(before[-1:], wrong, right, after[:1], start < at, at + 1 < end):
                continue
            best = Misreading(at, right, start, end, gain, often)
    return best


def _steps(before: str, wrong: str, right: str, after: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """How common the pairs before and after were, and how common they become."""
    first = (rank(before + wrong), rank(before + right)) if before else (_NOBODY, _NOBODY)
    return first, (rank(wrong + after), rank(right + after)) if after else (_NOBODY, _NOBODY)


@lru_cache(_REMEMBERED)
def _is_better_known(before: str, wrong: str, right: str, after: str, often: bool) -> bool:
    """Whether the pairs of the other character are known where those of this one are not."""
    steps = _steps(before, wrong, right, after)
    gains = [new - old for old, new in steps]
    if _OFTEN.get(wrong) == right:
        # In a scan their words alone decide.
        return max(gains) >= 1 or not (often or right in _ADVERBS)
    known = all(new >= min(old, 1) for old, new in steps)
    unknown_before = any((old == 0 and new >= 2) or (old == 1 and new == 4) for old, new in steps)
    return known and unknown_before and min(gains) >= -1 and sum(gains) >= 2


def _tells(before: str, wrong: str, right: str, after: str, takes_before: bool, takes_after: bool) -> bool:
    """Whether a pair inside the new word is more common, and one across its border does not get much rarer."""
    first, second = _steps(before, wrong, right, after)
    sides = ((takes_before, *first), (takes_after, *second))
    return any(inside and new > old for inside, old, new in sides) and all(
        inside or new >= old - 2 for inside, old, new in sides
    )


def _is_whole(stretch: str, start: int, end: int, at: int) -> bool:
    """Whether the new word takes nothing from the words beside it as they stand."""
    return (start == at or best_division(stretch, start)[1] == start) and (
        end == at + 1 or best_division(stretch, end - 1)[2] == end
    )
