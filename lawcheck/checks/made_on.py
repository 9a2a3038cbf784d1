"""When a document was made, by what it says itself."""

from collections.abc import Iterator

from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern

_DATE = Pattern(
    r"(?P<year>(?:19|20)\d\d)年(?P<month>1[0-2]|0?[1-9])月(?P<day>3[01]|[12]\d|0?[1-9])日(?![起之以]?[起前后])"
)
_CHINESE_DATE = Pattern(
    "(?P<year>[一二][〇○零Ｏ０一二三四五六七八九]{3})年(?P<month>十?[一二三四五六七八九十])月"
    "(?P<day>[一二三]?十?[一二三四五六七八九十])日"
)
_NUMBER = Pattern(r"[〔\[（(［](?P<year>(?:19|20)\d\d)[〕\]）)］]\s?\d{1,4}\s?号")
# The document's own number opens a line; behind a title, a bracket or a verb it is that of another one.
_NUMBER_REACH = 60
_CITED = Pattern("[《》（(]|根据|按照|依据|落实|贯彻")
_ADOPTED = Pattern("通过|批准|公布|发布|颁布|修正|修订|修改|印发|第.{1,9}号")
_EFFECTIVE = Pattern(r"自(?P<date>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)起(?:施行|实施|执行)")
_EFFECTIVE_REACH = 400
_TITLE_YEAR = Pattern(r"(?P<year>20\d\d)[年—－–\-~～至]")
_MENTIONED = Pattern(r"(?:19|20)\d\d(?=年|[—－–\-~～至](?:19|20)\d\d年|[〕\]）)］])", first="12")
_HEAD_PARAGRAPHS = 8
_LONGEST_DATE_LINE = 20
_LONGEST_HEAD_LINE = 400
_DIGITS = {c: str(n) for n, c in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0", "Ｏ": "0", "０": "0"}
_NUMERALS = {c: n for n, c in enumerate("零一二三四五六七八九十")}


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
    year = _TITLE_YEAR.search(document.title.text) if document.title else None
    return year["year"] if year else None


def mentioned_years(document: Document) -> set[int]:
    """Every year that the text names."""
    return {int(m[0]) for m in _MENTIONED.finditer(document.text)}


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
        elif in_head and (number := _NUMBER.search(line[:_NUMBER_REACH])) and not _CITED.search(line[: number.start()]):
            yield number["year"]


def _is_date(line: str) -> bool:
    return bool(_DATE.fullmatch(line) or _CHINESE_DATE.fullmatch(line))


def _days(line: str) -> Iterator[str]:
    for match in _DATE.finditer(line):
        yield f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
    for match in _CHINESE_DATE.finditer(line):
        year = "".join(_DIGITS[c] for c in match["year"])
        yield f"{year}-{_number(match['month']):02}-{_number(match['day']):02}"


def _number(word: str) -> int:
    """The value of a Chinese numeral below 40."""
    tens, ten, ones = word.rpartition("十")
    return (_NUMERALS.get(tens, 1) * 10 if ten else 0) + _NUMERALS.get(ones, 0)
