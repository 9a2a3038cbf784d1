"""When a document was made, by what it says itself."""

from collections.abc import Iterator

from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE, YEAR, date_of, dates_in, periods_in, value_of
from lawcheck.text.vocabulary.document_numbers import DocumentNumber, document_numbers_in

# The document's own number opens a line; behind a title, a bracket or a verb it is that of another one.
_NUMBER_REACH = 60
_CITED = Pattern("[《》（(]|根据|按照|依据|落实|贯彻")
_ADOPTED = Pattern("通过|批准|公布|发布|颁布|修正|修订|修改|印发|第.{1,9}号")
_EFFECTIVE = Pattern(rf"自(?P<date>{DATE})起(?:施行|实施|执行)")
_EFFECTIVE_REACH = 400
# 2024年5月6日起, 以前, 之后: a day from or until which something is to be done.
_OPEN_END = Pattern("[起之以]?[起前后]")
_BRACKETED_YEAR = Pattern(f"{YEAR}(?=[〕\\]）)］])", first="12１２一二")
_CENTURIES = range(1900, 2100)
_HEAD_PARAGRAPHS = 8
_LONGEST_DATE_LINE = 20
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
    named = {value_of(match[0]) for match in _BRACKETED_YEAR.finditer(text)}
    named |= {year for period in periods_in(text) for year in (period.first, period.last)}
    named |= {day.year for day in dates_in(text) if day.year}
    return {year for year in named if year in _CENTURIES}


def is_on_or_after(date: str, day: str) -> bool:
    """Whether a date, perhaps only a year, is certainly not before a day."""
    return (date if len(date) > 4 else f"{date}-01-01") >= day


def _own_dates(document: Document) -> Iterator[str]:
    text = document.text
    for index, paragraph in enumerate(document.paragraphs):
        size = paragraph.end - paragraph.start
        in_head = index < _HEAD_PARAGRAPHS
        if size > _LONGEST_DATE_LINE and not in_head:
            continue
        line = "".join(text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST_HEAD_LINE)].split())
        days = list(_days(line))
        # A date by itself in a table of tasks is a time limit.
        alone = _is_date(line) and not document.is_in_row(paragraph.start)
        if days and (alone or (in_head and size <= _LONGEST_HEAD_LINE and _ADOPTED.search(line))):
            yield max(days)
        elif in_head and (number := _first_number(line)) and not _CITED.search(line[: number.start]):
            yield str(number.year)


def _first_number(line: str) -> DocumentNumber | None:
    return next(iter(document_numbers_in(line[:_NUMBER_REACH])), None)


def _is_date(line: str) -> bool:
    found = date_of(line)
    return found is not None and found.is_whole


def _days(line: str) -> Iterator[str]:
    for found in dates_in(line):
        if found.iso and found.is_whole and found.exists and not _OPEN_END.match(line, found.end):
            yield found.iso
