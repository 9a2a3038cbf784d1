"""The days of which a text says what was done on them: 2022年3月5日公布, 根据2019年4月1日…的决定修正."""

from collections.abc import Iterator
from itertools import zip_longest

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import dates_in

PUBLISHED, AMENDED = "published", "amended"
_DEEDS = {
    "通过": "adopted",
    "批准": "approved",
    **dict.fromkeys(("公布", "发布", "颁布", "印发"), PUBLISHED),
    **dict.fromkeys(("修订", "修正"), AMENDED),
}
_DEED = Pattern("|".join(_DEEDS))
# 根据2019年4月1日第十届…会议《关于修改…的决定》第二次修正
_REACH = 90

# What was done, and the day (ISO 8601, perhaps only the year).
DeedDay = tuple[str, str]


def deed_days(text: str) -> Iterator[DeedDay]:
    """Each day of a short text behind which it is said what was done, up to the next day."""
    days = [day for day in dates_in(text) if day.iso]
    for day, following in zip_longest(days, days[1:]):
        limit = min(day.end + _REACH, following.start if following else len(text))
        if deed := _DEED.search(text, day.end, limit):
            yield _DEEDS[deed[0]], day.iso or ""


def is_other_day(deed_day: DeedDay, known: tuple[DeedDay, ...]) -> tuple[str, ...]:
    """The days on which the same was done by what is known, where nothing was done on this one: what is amended is
    published anew."""
    deed, day = deed_day
    same = tuple(other for kind, other in known if kind == deed)
    return () if any(other.startswith(day) or day.startswith(other) for _, other in known) else same
