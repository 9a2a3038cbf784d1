"""What of a measure is lost or changed in those that take it up: dates, figures, duties, units, members of lists."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from lawcheck.comparing.coverage.duties import begins_clause, duties, plain
from lawcheck.comparing.coverage.measures import Measure
from lawcheck.comparing.quantities import DATE, Quantity, quantities
from lawcheck.records import dataclass
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import INNER_OFFICES, PLACE_END

# 甲、乙、丙和丁: the members of a list.
_MEMBER = Pattern(f"(?<=、)[{HAN}]{{2,10}}?(?=[、，。；和及与等的])|(?<=[和及])(?<!以及)[{HAN}]{{2,8}}(?=[，。；])")
_FEWEST_MEMBERS = 2
# Half of the pairs of characters of a member have to stand elsewhere for it not to be lost.
_KEPT = 0.5
_CONTEXT = 8
# A figure stands in the same place when so many, and such a part, of the pairs of characters around it are the same.
_FEWEST_SHARED = 3
_SAME_PLACE = 0.5
_LIMIT = Pattern("不超过|不高于|不多于|不得超过|控制在|低于|少于|降至|降到|压减到")
_AT_MOST = Pattern("以内|以下|之内|内")
# 省司法厅 and 区司法局 have the same duty: the level and the kind of office say nothing.
_LEVEL = Pattern(
    f"^(?:国家|全国|中央|自治区|[省市区县州盟旗乡镇]|[{HAN}]{{2,4}}{PLACE_END})"
    f"|(?:部门|委员会|办公室|总局|[{INNER_OFFICES}]){{1,2}}$"
)


class What(StrEnum):
    """What of a measure has changed."""

    DEADLINE = "deadline"
    FIGURE = "figure"
    MODALITY = "modality"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Altered:
    """A part of a measure before and after; `weaker` where the own document wants less than the superior."""

    what: What
    before: str
    after: str
    weaker: bool


def altered(measure: Measure, taken: Sequence[Measure]) -> Iterator[Altered]:
    """What is said otherwise by those that take a measure up."""
    others = "\n".join(m.said for m in taken)
    limits = list(_limits(measure, taken))
    yield from limits
    figures = [f for f in _quantities_changed(measure.said, others) if not any(f.before in d.before for d in limits)]
    wanted, done = (plain(text) for text in (_with_heading(measure), "\n".join(map(_with_heading, taken))))
    weakened = (Altered(What.MODALITY, *found) for found in duties(wanted, done))
    yield from dict.fromkeys((*figures, *weakened))
    own = list(dict.fromkeys(name for m in taken for name in m.units))
    gone, come = _without(measure.units, own), _without(own, measure.units)
    if gone and come:
        yield Altered(What.UNIT, "、".join(gone), "、".join(come), False)


def lost(measure: Measure, taken: Sequence[Measure], changes: Sequence[Altered]) -> Iterator[str]:
    """Time limits, figures and members of lists that none of those has which take a measure up."""
    others = "\n".join(f"{m.heading}\n{m.said}" for m in taken)
    changed = {change.before for change in changes}
    known = {(figure.value, figure.unit) for figure in _figures(others)}
    days = {deadline.date for m in taken for deadline in m.deadlines}
    for deadline in measure.deadlines:
        if deadline.date not in days and not any(text in deadline.text for text in changed):
            yield deadline.text
    for figure in _figures(measure.said):
        counts = figure.unit != DATE or _opens(measure.said, figure)
        if counts and (figure.value, figure.unit) not in known and not any(figure.text in text for text in changed):
            yield figure.text
    own = list(dict.fromkeys(name for m in taken for name in m.units))
    if own and not _without(own, measure.units):
        yield from _without(measure.units, own)
    members = [match[0] for match in _MEMBER.finditer(measure.said)]
    if len(members) >= _FEWEST_MEMBERS:
        yield from (member for member in dict.fromkeys(members) if not _is_kept(member, others))


def _with_heading(measure: Measure) -> str:
    """What a measure says, with the heading that it stands behind."""
    document = measure.file.document
    begins = measure.heading and document.text.startswith(measure.heading, measure.start)
    return f"{measure.heading}\n{measure.said}" if begins else measure.said


def _opens(said: str, figure: Quantity) -> bool:
    """Whether a date stands by itself before what is to be done then: 2025年，建成…"""
    return said[figure.end : figure.end + 1] in ("，", ",") and begins_clause(said, figure.start)


def _limits(measure: Measure, taken: Sequence[Measure]) -> Iterator[Altered]:
    """The time limits of both that have no equal in the other, the first with the first."""
    theirs = [deadline for m in taken for deadline in m.deadlines]
    gone = [d for d in measure.deadlines if d.date not in {other.date for other in theirs}]
    come = [d for d in theirs if d.date not in {mine.date for mine in measure.deadlines}]
    for before, after in zip(gone, come, strict=False):
        is_later = (after.date or "") > (before.date or "")
        yield Altered(What.DEADLINE, before.text, after.text, is_later)


def _quantities_changed(said: str, others: str) -> Iterator[Altered]:
    """Figures and dates around which the same words stand, with another value."""
    theirs = [(figure, _around(others, figure)) for figure in _figures(others)]
    for before in _figures(said):
        words = _around(said, before)
        shared, after = max(
            ((len(words & around), figure) for figure, around in theirs if figure.unit == before.unit),
            key=lambda found: (found[0], found[1].value == before.value),
            default=(0, before),
        )
        if after.value != before.value and shared >= max(_FEWEST_SHARED, _SAME_PLACE * len(words)):
            what = What.DEADLINE if before.unit == DATE else What.FIGURE
            yield Altered(what, before.text, after.text, _is_less(said, before, after))


def _figures(text: str) -> Iterator[Quantity]:
    return (figure for figure in quantities(text, 0, len(text)) if figure.unit)


def _around(text: str, figure: Quantity) -> frozenset[str]:
    """The pairs of characters just before and behind a figure, each with its side."""
    before = text[max(0, figure.start - _CONTEXT) : figure.start]
    behind = text[figure.end : figure.end + _CONTEXT]
    return frozenset(
        f"{side}{words[at : at + 2]}" for side, words in (("<", before), (">", behind)) for at in range(len(words) - 1)
    )


def _is_less(said: str, before: Quantity, after: Quantity) -> bool:
    """Whether a figure was lowered, a limit raised, or a day put off."""
    if before.unit == DATE:
        return _parts(after.value) > _parts(before.value)
    try:
        difference = float(after.value) - float(before.value)
    except ValueError:
        return False
    is_limit = _LIMIT.search(said[max(0, before.start - _CONTEXT) : before.start]) or _AT_MOST.match(said, before.end)
    return difference > 0 if is_limit else difference < 0


def _parts(day: str) -> list[int]:
    """Year, month and day of a date, 0 for what it does not say."""
    return [int(part) if part.isdecimal() else 0 for part in day.split("-")]


def _is_kept(member: str, others: str) -> bool:
    pairs = [member[at : at + 2] for at in range(len(member) - 1)]
    return sum(pair in others for pair in pairs) >= _KEPT * len(pairs)


def _is_same_office(one: str, other: str) -> bool:
    """Whether two offices have the same duty at their levels: 省司法厅 and 区司法局, 市水利局 and 区水务局; 教育局 and
    体育局 have not."""
    mine, theirs = _core(one), _core(other)
    shared = len(set(mine) & set(theirs))
    return 2 * shared >= min(map(len, map(set, (mine, theirs)))) and (shared > 1 or mine[0] == theirs[0])


def _without(offices: Sequence[str], others: Sequence[str]) -> list[str]:
    """The offices that have no equal among the others."""
    return [one for one in offices if not any(_is_same_office(one, other) for other in others)]


def _core(name: str) -> str:
    """What an office is responsible for: 司法 of 省司法厅."""
    shorter = _LEVEL.compiled.sub("", name)
    return shorter if len(shorter) > 1 else name
