"""When a document was made, by what it says itself."""

from collections.abc import Iterator

from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE, YEAR, date_of, dates_in, periods_in, value_of

_ADOPTED = Pattern("通过|批准|公布|发布|颁布|修正|修订|修改|印发|第.{1,9}号")
_EFFECTIVE = Pattern(rf"自(?P<date>{DATE})起(?:施行|实施|执行)")
_EFFECTIVE_REACH = 400
# 2024年5月6日起, 以前, 之后: a day from or until which something is to be done.
_OPEN_END = Pattern("[起之以]?[起前后]")
_YEAR_BRACKET = Pattern(f"[〕\\]）)］](?<={YEAR}.)")
_YEAR_FIGURES = 4
_CENTURIES = range(1900, 2100)
_HEAD_PARAGRAPHS = 8
_LONGEST_HEAD_LINE = 400


def made_on(document: Document) -> str | None:
    """The latest date that the document gives for itself (ISO 8601, only the year where no more is known).

    When it was adopted or signed; else the year of its number, the day on which it takes effect, the year of its title.
    """
    dates = list(_own_dates(document))
    if dates:
        return max(dates)
    effective = _EFFECTIVE.search(document.text, max(0, len(document.text) - _EFFECTIVE_REACH))
    if effective and (day := next(_days(effective["date"]), None)):
        return day
    return _first_year(document.title.text) if document.title else None


def _first_year(title: str) -> str | None:
    """The year, or the first of the years, that a title names."""
    found = [(period.start, period.first) for period in periods_in(title)]
    found += [(day.start, day.year) for day in dates_in(title) if day.year]
    return str(min(found)[1]) if found else None


def mentioned_years(document: Document) -> set[int]:
    """Every year that the text names."""
    text = document.text
    ends = [match.start() for match in _YEAR_BRACKET.finditer(text)]
    named = {value_of(text[end - _YEAR_FIGURES : end]) for end in ends}
    named |= {year for period in periods_in(text) for year in (period.first, period.last)}
    named |= {day.year for day in dates_in(text) if day.year}
    return {year for year in named if year in _CENTURIES}


def is_on_or_after(date: str, day: str) -> bool:
    """Whether a date, perhaps only a year, is certainly not before a day."""
    return (date if len(date) > 4 else f"{date}-01-01") >= day


def _own_dates(document: Document) -> Iterator[str]:
    """When the document and its annexes were signed, when it was adopted, and the year of its number."""
    yield from (text.date.iso for text in document.frame.texts if text.date and text.date.iso)
    if (number := document.frame.letterhead.number) and number.year:
        yield str(number.year)
    for paragraph in document.paragraphs[:_HEAD_PARAGRAPHS]:
        if paragraph.end - paragraph.start <= _LONGEST_HEAD_LINE:
            line = "".join(document.text[paragraph.start : paragraph.end].split())
            days = list(_days(line))
            if days and (_is_date(line) or _ADOPTED.search(line)):
                yield max(days)


def _is_date(line: str) -> bool:
    found = date_of(line)
    return found is not None and found.is_whole


def _days(line: str) -> Iterator[str]:
    for found in dates_in(line):
        if found.iso and found.is_whole and found.exists and not _OPEN_END.match(line, found.end):
            yield found.iso
