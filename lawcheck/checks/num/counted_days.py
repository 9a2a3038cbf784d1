"""Days from one date to another that are not as many as is said: 3月1日至3月10日（共7天） (NUM034)."""

from collections.abc import Iterator
from datetime import date

from lawcheck.rulebook.findings import Finding
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import CONNECTOR, DAY, MONTH
from lawcheck.text.vocabulary.numerals import parse_numeral

_COUNTED = Pattern(
    f"(?P<first_month>{MONTH})月(?P<first_day>{DAY})日?{CONNECTOR}(?:(?P<last_month>{MONTH})月)?(?P<last_day>{DAY})日?"
    "[（(，,]?(?:公示期|会期|期限|活动期|培训期)?(?:共计?|为期|历时|计)?(?<=[共计期时])(?P<count>[0-9]{1,3}|[一二三四五六七八九十]{1,3})"
    "(?P<unit>天|日|个?工作日)(?![0-9])",
    needs=("共", "计", "期", "历时"),
)
# Any year and one with a day more in February.
_YEARS = (2023, 2024)


def days_against_dates(text: str) -> Iterator[Finding]:
    """Where a count of days fits neither with nor without the last of them; of working days there may be fewer."""
    for match in _COUNTED.finditer(text):
        count = parse_numeral(match["count"]) or 0
        month, day = parse_numeral(match["first_month"]) or 0, parse_numeral(match["first_day"]) or 0
        last_month = parse_numeral(match["last_month"]) if match["last_month"] else month
        days = [
            _between(year, (month, day), (last_month or 0, parse_numeral(match["last_day"]) or 0)) for year in _YEARS
        ]
        spans = [span for span in days if span is not None]
        if not spans or not count:
            continue
        of_work = match["unit"].endswith("工作日")
        if count > max(spans) + 1 if of_work else not any(span <= count <= span + 1 for span in spans):
            yield Finding(*match.span(), {"found": match[0]})


def _between(year: int, first: tuple[int, int], last: tuple[int, int]) -> int | None:
    """How many days lie between two days; None where there is no such day."""
    try:
        start, end = date(year, *first), date(year + (last < first), *last)
    except ValueError:
        return None
    return (end - start).days
