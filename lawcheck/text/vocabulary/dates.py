"""Dates and periods of years, however they are written: one pattern and one parser of each.

２０２４年５月６日, 2024 年 5 月 6 日, 二〇二四年五月六日 (with any zero), 2024-05-06, 2024.5.6 and 2024/5/6 are the
same day.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeVar

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.numerals import parse_numeral

# The zero of a year in Chinese numerals is 〇; the others are what people and machines write for it.
ZEROS = "〇○ＯOo0０零"
_ONES = "一二三四五六七八九"
_DIGIT = "[0-9０-９]"
_NUMERAL = f"[{ZEROS}{_ONES}]"
_GAP = r"[^\S\n]{0,3}"
_FIGURES_YEAR = rf"(?<!{_DIGIT})[12１２]{_DIGIT}{{3}}"
_NUMERALS_YEAR = rf"(?<![{ZEROS}{_ONES}十百千])[一二]{_NUMERAL}{{3}}"
_YEAR = f"(?:{_FIGURES_YEAR}|{_NUMERALS_YEAR})"
_MONTH = f"(?:{_DIGIT}{{1,2}}|十[{_ONES}]?|一[{ZEROS}]|[{_ONES}])"
_DAY = f"(?:{_DIGIT}{{1,2}}|[一二三]?十[{_ONES}]?|[一二三]{_NUMERAL}|[{_ONES}])"
_SEPARATOR = "[-./－．／]"
_DASHED = rf"(?<![0-9０-９A-Za-z./-])(?:19|20|１９|２０){_DIGIT}{{2}}"
_SHORT_MONTH = "(?:1[0-2]|0?[1-9]|１[０-２]|０?[１-９])"
_SHORT_DAY = "(?:3[01]|[12][0-9]|0?[1-9]|３[０１]|[１２][０-９]|０?[１-９])"
_DASHED_END = rf"(?!{_DIGIT}|{_SEPARATOR}{_DIGIT})"

_WRITTEN = Pattern(
    f"(?P<year>{_YEAR}){_GAP}年(?:{_GAP}(?P<month>{_MONTH}|元){_GAP}月(?:{_GAP}(?P<day>{_DAY}){_GAP}日)?)?"
    f"|(?<!{_DIGIT})(?<![{_ONES}十])(?P<lone_month>{_MONTH}){_GAP}月{_GAP}(?P<lone_day>{_DAY}){_GAP}日"
    f"|(?P<dashed_year>{_DASHED})(?P<separator>{_SEPARATOR})(?P<dashed_month>{_SHORT_MONTH})(?P=separator)"
    f"(?P<dashed_day>{_SHORT_DAY}){_DASHED_END}"
)
_CONNECTOR = "(?:[—－–～~〜─﹣‐‑-]{1,2}|[至到一])"
_SECOND_YEAR = rf"(?:(?:19|20|１９|２０){_DIGIT}{{2}}|[一二]{_NUMERAL}{{3}})"
_WRITTEN_PERIOD = Pattern(
    f"(?P<first>{_YEAR}){_GAP}(?P<middle>年?{_GAP}{_CONNECTOR}?){_GAP}"
    f"(?P<last>{_SECOND_YEAR})(?!{_DIGIT}|[./-]{_DIGIT})(?P<year>{_GAP}年)?"
)

# For patterns that a date is a part of: a whole day, in words or divided by signs.
DATE = (
    f"(?:{_YEAR}{_GAP}年{_GAP}(?:{_MONTH}|元){_GAP}月{_GAP}{_DAY}{_GAP}日"
    f"|{_DASHED}(?:(?:-{_SHORT_MONTH}-|[.．]{_SHORT_MONTH}[.．]|[/／]{_SHORT_MONTH}[/／]){_SHORT_DAY}{_DASHED_END}))"
)
# A year, a month of a year, a day of a year, or a day of any year.
PART_OF_DATE = (
    f"(?:{_YEAR}{_GAP}年(?:{_GAP}(?:{_MONTH}|元){_GAP}月(?:{_GAP}{_DAY}{_GAP}日)?)?"
    f"|(?<!{_DIGIT}){_MONTH}{_GAP}月{_GAP}{_DAY}{_GAP}日)"
)
# Two years with what stands between them: 2023—2025年, 2023年至2025年.
PERIOD = f"(?:{_YEAR}{_GAP}年?{_GAP}{_CONNECTOR}{_GAP}{_SECOND_YEAR}(?:{_GAP}年)?)"
_LEAP_YEAR = 2000
# The dates of shorter texts are found anew each time, so that they do not drive out those of a whole document.
_SHORT = 400


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text; what is not written of it is None."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None

    @property
    def is_whole(self) -> bool:
        """Whether it names one day."""
        return None not in (self.year, self.month, self.day)

    @property
    def exists(self) -> bool:
        """Whether the calendar has it; without its year 2月29日 does exist."""
        try:
            date(self.year or _LEAP_YEAR, 1 if self.month is None else self.month, 1 if self.day is None else self.day)
        except ValueError:
            return False
        return True

    @property
    def iso(self) -> str | None:
        """As ISO 8601 writes it, as far as it is known: 2024-05-06, 2024-05 or 2024; None without a year."""
        if self.year is None:
            return None
        parts = [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join([f"{self.year:04}", *parts])


@dataclass(frozen=True, slots=True)
class YearPeriod:
    """Two years: `gap` is where the figures of the first one end, `second` where those of the last one begin."""

    start: int
    end: int
    first: int
    last: int
    gap: int
    second: int


_Place = TypeVar("_Place", WrittenDate, YearPeriod)


def dates_in(text: str, start: int = 0, end: int | None = None) -> Sequence[WrittenDate]:
    """The dates that lie in a span of a text, in order."""
    return _within(_dates(text) if len(text) > _SHORT else tuple(_find_dates(text)), start, end)


def date_at(text: str, at: int) -> WrittenDate | None:
    """The date that begins at a place."""
    match = _WRITTEN.match(text, at)
    return _date(match) if match else None


def date_of(text: str) -> WrittenDate | None:
    """The date that a text is, if it is nothing else."""
    match = _WRITTEN.fullmatch(text)
    return _date(match) if match else None


def periods_in(text: str, start: int = 0, end: int | None = None) -> Sequence[YearPeriod]:
    """The periods of years that lie in a span of a text, in order."""
    return _within(_periods(text) if len(text) > _SHORT else tuple(_find_periods(text)), start, end)


def period_at(text: str, at: int) -> YearPeriod | None:
    """The period of years that begins at a place."""
    match = _WRITTEN_PERIOD.match(text, at)
    return _period(match) if match and _is_period(match) else None


def _within(found: tuple[_Place, ...], start: int, end: int | None) -> Sequence[_Place]:
    if start == 0 and end is None:
        return found
    first = bisect_left(found, start, key=lambda place: place.start)
    last = len(found) if end is None else bisect_left(found, end, key=lambda place: place.start)
    if last > first and end is not None and found[last - 1].end > end:
        last -= 1
    return found[first:last]


@lru_cache(maxsize=2)
def _dates(text: str) -> tuple[WrittenDate, ...]:
    return tuple(_find_dates(text))


@lru_cache(maxsize=2)
def _periods(text: str) -> tuple[YearPeriod, ...]:
    return tuple(_find_periods(text))


def _find_dates(text: str) -> Iterator[WrittenDate]:
    return map(_date, _WRITTEN.finditer(text))


def _find_periods(text: str) -> Iterator[YearPeriod]:
    return (_period(match) for match in _WRITTEN_PERIOD.finditer(text) if _is_period(match))


def _date(match: re.Match[str]) -> WrittenDate:
    year, month, day, lone_month, lone_day, dashed_year, _, dashed_month, dashed_day = match.groups()
    return WrittenDate(
        match.start(),
        match.end(),
        _year(year or dashed_year),
        _number(month or lone_month or dashed_month),
        _number(day or lone_day or dashed_day),
    )


def _period(match: re.Match[str]) -> YearPeriod:
    first, last = _year(match["first"]) or 0, _year(match["last"]) or 0
    return YearPeriod(match.start(), match.end(), first, last, match.end("first"), match.start("last"))


def _is_period(match: re.Match[str]) -> bool:
    """Whether two numbers of four figures are years: run together only with 年 behind them or alone in brackets."""
    if match["middle"].strip() not in ("", "年"):
        return True
    text = match.string
    bracketed = text[match.start() - 1 : match.start()] in ("（", "(") and text[match.end() : match.end() + 1] in (
        "）",
        ")",
    )
    return match["middle"].strip() == "" and (match["year"] is not None or bracketed)


_FIGURES = str.maketrans(dict.fromkeys(ZEROS, "0") | {numeral: str(n) for n, numeral in enumerate(_ONES, 1)})


def _year(word: str | None) -> int | None:
    return int(word.translate(_FIGURES)) if word else None


def _number(word: str | None) -> int | None:
    """The value of a month or day; 一〇 and 二八 are read figure by figure."""
    if not word:
        return None
    if "十" in word:
        return parse_numeral(word)
    return 1 if word == "元" else int(word.translate(_FIGURES))
