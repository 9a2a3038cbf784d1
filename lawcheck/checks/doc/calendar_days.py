"""Days that do not fit the calendar, the number or the date of the document (DOC016–DOC018)."""

from collections.abc import Iterator
from datetime import date

from lawcheck.checks.doc.past_goals import past_goals
from lawcheck.checks.doc.table_days import NAMES, past_limits, weekdays_beside
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.frame import SigningDate
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import CONNECTOR, YEAR, WrittenDate, date_at, dates_in, periods_in, value_of
from lawcheck.text.vocabulary.genres import ARRANGING_GENRES, CALLING_GENRES, SPOKEN_GENRE

_WEEKDAY = Pattern(r"\s?(?:[（(]\s?(?:星期|周|礼拜)|[，,]?星期|周)(?P<day>[一二三四五六日天])(?![至到—、年边])[）)]?")
# 2026年6月1日（星期一）上午9:00至6月14日: the second day is of the year of the first one, or of the next.
_JOINED = Pattern(
    r"(?:\s?[（(](?:星期|周|礼拜)[一二三四五六日天][）)])?(?:[上下]午|晚上?)?(?:[0-9]{1,2}[:：时点](?:[0-9]{2}分?|半)?)?"
    rf"\s?(?:{CONNECTOR}|[、和及])\s?"
)
_WIDEST_JOIN = 16


def weekday_mismatch(document: Document) -> Iterator[Finding]:
    """DOC016: a day with another day of the week than the calendar has."""
    text = document.text
    previous: WrittenDate | None = None
    told: set[int] = set()
    for written in dates_in(text):
        previous = found = _dated(text, written, previous)
        weekday = _WEEKDAY.match(text, found.end) if found.month and found.day else None
        if weekday is None or not found.exists:
            continue
        named = NAMES.index(weekday["day"].replace("天", "日"))
        right = [date(year, found.month or 1, found.day or 1).weekday() for year in _years(document, found)]
        if right and named not in right:
            at = weekday.start("day")
            told.add(found.start)
            values = {"named": weekday["day"], "right": NAMES[right[0]], "day": _shown(found, document)}
            yield Finding(found.start, weekday.end(), values, related=((at, at + 1, "weekday"),))
    for day, beside, correct in weekdays_beside(document):
        if day.start in told:
            continue
        values = {"named": beside.words[-1], "right": NAMES[correct], "day": text[day.start : day.end]}
        yield Finding(beside.start, beside.end, values, related=((day.start, day.end, "weekday"),))


def _dated(text: str, found: WrittenDate, previous: WrittenDate | None) -> WrittenDate:
    """A day with the year of the day that it is joined to, if it has none and is later in the year."""
    if previous is None or not previous.is_whole or found.year or found.month is None or found.day is None:
        return found
    # 12月30日至1月4日 reaches into the next year.
    later = (found.month, found.day) > (previous.month, previous.day)
    near = found.start - previous.end <= _WIDEST_JOIN
    if not (near and later and _JOINED.fullmatch(text, previous.end, found.start)):
        return found
    return WrittenDate(found.start, found.end, previous.year, found.month, found.day)


def _years(document: Document, found: WrittenDate) -> list[int]:
    """The years that a day may be of: its own, or that of the document's date and the one after it."""
    if found.year:
        return [found.year]
    signed = document.frame.date
    if signed is None or signed.iso is None:
        return []
    year = int(signed.iso[:4])
    # The last day of February is not in every year.
    return [each for each in (year, year + 1) if _exists(each, found)]


def _exists(year: int, found: WrittenDate) -> bool:
    return WrittenDate(found.start, found.end, year, found.month, found.day).exists


def _shown(found: WrittenDate, document: Document) -> str:
    return document.text[found.start : found.end]


# Of a date that is a year alone it may be.
_JANUARY = ("01", "")


def number_year_mismatch(document: Document) -> Iterator[Finding]:
    """DOC017: the year of the document's own number is another one than that of its date."""
    number, signed = document.frame.letterhead.number, document.frame.date
    if number is None or number.year is None or signed is None or signed.iso is None:
        return
    year = int(signed.iso[:4])
    in_january = signed.iso[5:7] in _JANUARY
    # What was numbered at the end of a year is often signed at the beginning of the next one.
    if number.year > year or (number.year < year and not (number.year == year - 1 and in_january)):
        values = {"number": number.year, "date": year}
        yield Finding(number.start, number.end, values, related=((signed.start, signed.end, "date"),))


_DUE = Pattern(
    "(?:之?前|以前)(?:[，,]?(?:要|须|应|必须|务必|请|将|由|把|以|按|统一|及时|书面|通过|一并|分别)[^，。；\n]{0,24}?)?"
    "(?:报送|上报|报[至到给区市县省]|提交|反馈|完成|办结|建成|交[至到回]|送[至达交]|发[至送]|落实|制定|印发|出台|报名)"
)
# What was done, or what belongs to those that did it.
_DONE = Pattern("已|曾|对|凡|的|在册|截[至止]|自|从|将[^，。]{0,6}于|原|年来|较|比")
_BEFORE = 12
# 会议时间：2026年3月2日; 定于2026年3月2日
_TO_COME = Pattern(
    r"(?:会议|培训|活动|报到|报名|开会|召开|比赛|考试|笔试|面试|申报|检查|演练)"
    r"(?:日期|时间)(?:为|定在|[：:]|\n[ \u3000]{0,4})[ \u3000]?$"
    "|(?:(?<![原已])[定拟将]于|请于|(?<![各在])务必于)$"
)


# Of another year than the document.
_NOT_THIS_YEAR = Pattern("(?:每|次|明|翌|来|下一?|去|上|前|当|同|该)年(?:度|的)?[^，。；\n]{0,4}$|年[^，。；\n]{0,12}$")
_RECENT = 90


def _day(text: str, found: WrittenDate, signed: str) -> str | None:
    """The day that a date means in a document signed on another day; None where that is not sure.

    A day without its year is of the year of the document, unless it is long past: then the next one may be meant.
    """
    if not found.exists:
        return None
    if found.is_whole:
        return found.iso
    if found.year or not found.day or _NOT_THIS_YEAR.search(text, max(0, found.start - _BEFORE - 4), found.start):
        return None
    day = f"{signed[:4]}-{found.month:02}-{found.day:02}"
    if not _exists(int(signed[:4]), found):
        return None
    past = date.fromisoformat(signed) - date.fromisoformat(day)
    return day if past.days <= _RECENT else None


# What a notice of a holiday says in its title: 2019年国庆节放假的通知. School holidays reach into the next year.
_HOLIDAY = Pattern(
    f"(?P<year>{YEAR})年?[^。，]{{0,6}}?(?P<day>元旦|春节|清明|劳动节|五一|端午|中秋|国庆|寒假|暑假)[^。，]{{0,16}}(?:放假|值班|安排|假期)"
)
_DECEMBER = 12
_AUTUMN = 10


def deadline_before_document(document: Document) -> Iterator[Finding]:
    """DOC018: a time limit of a notice that had passed when it was signed, or a holiday of another year."""
    yield from _in_tables(document)
    yield from past_goals(document)
    signed = document.frame.date
    if signed is None or signed.iso is None or len(signed.iso) < len("2024-05-06"):
        return
    yield from _of_another_year(document, signed)
    text, body = document.text, document.frame.body
    calls = document.title is not None and document.title.genre in CALLING_GENRES
    for found in dates_in(text, body.start, body.end):
        # Elsewhere a day without its year may be told of the past.
        day = _day(text, found, signed.iso) if calls or found.is_whole else None
        if day is None or day >= signed.iso:
            continue
        due = _DUE.match(text, found.end, body.end)
        before = text[max(body.start, found.start - _BEFORE) : found.start]
        if due is None and calls and _TO_COME.search(before):
            values = {"day": text[found.start : found.end], "date": text[signed.start : signed.end]}
            related = ((signed.start, signed.end, "date"),)
            yield Finding(found.start, found.end, values, "meeting", related=related)
        clause = before[max(map(before.rfind, "，。；：\n")) + 1 :]
        # 完成了 tells of the past, 报送的 of those that did.
        if due and not _DONE.search(clause) and not text.startswith(("了", "的", "过"), due.end()):
            values = {"day": text[found.start : found.end], "date": text[signed.start : signed.end]}
            yield Finding(found.start, due.end(), values, related=((signed.start, signed.end, "date"),))


_YEAR = Pattern(f"(?P<year>{YEAR})年(?!.{{0,40}}(?:{SPOKEN_GENRE}|情况|进展))")


def _in_tables(document: Document) -> Iterator[Finding]:
    """The only time limit of a table that lies before the date of the document, or before the year of its title."""
    title, date_of = document.title, document.frame.date or _last_line(document)
    if date_of and date_of.iso and len(date_of.iso) == len("2024-05-06"):
        day, said, variant, label = date_of.iso, document.text_of(date_of), "default", "date"
        place = (date_of.start, date_of.end)
    elif title and (year := _YEAR.search(title.text)) and not periods_in(title.text):
        day, said, variant, label = f"{value_of(year['year'])}-01-01", year[0], "title", "named"
        place = (title.start, title.end)
    else:
        return
    for cell in past_limits(document, day):
        values = {"day": document.text_of(cell), "date": said}
        yield Finding(cell.start, cell.end, values, variant, related=((*place, label),))


def _last_line(document: Document) -> WrittenDate | None:
    """The date that stands alone in the last line, where a table stands above those who sign."""
    last = document.paragraphs[-1] if document.paragraphs else None
    found = date_at(document.text, last.start) if last else None
    return found if found and last and found.end == last.end and found.exists else None


def _of_another_year(document: Document, signed: SigningDate) -> Iterator[Finding]:
    """The date of a notice whose title speaks of a holiday in another year: 2019年国庆节放假, signed in autumn 2018."""
    title = document.title
    match = _HOLIDAY.search(title.text) if title and signed.iso and title.genre in ARRANGING_GENRES else None
    if match is None or signed.iso is None:
        return
    year, month = int(signed.iso[:4]), int(signed.iso[5:7] or _DECEMBER)
    told = value_of(match["year"])
    # What falls into the first weeks of a year is told of before it begins.
    early = year == told - 1 and month >= (_AUTUMN if match["day"] in ("元旦", "春节", "寒假") else _DECEMBER)
    late = year > told and (match["day"] != "寒假" or year > told + 1)
    if (year < told and not early) or late:
        values = {"holiday": match["day"], "year": told, "date": document.text[signed.start : signed.end]}
        yield Finding(signed.start, signed.end, values, "holiday")
