"""How days are written, and whether they exist (DOC006–DOC008)."""

from collections.abc import Iterator

from lawcheck.checks.set_apart import is_in_sentence
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.damaged_dates import PADDED_MONTH
from lawcheck.text.vocabulary.dates import date_at, dates_in

_PADDING = Pattern(r"[年月]\s{0,3}(?P<zero>[0０])[1-9１-９]")


def date_zero_padded(document: Document) -> Iterator[Finding]:
    """DOC006: a zero before the month or the day of a date, and before a month by itself in a sentence."""
    text = document.text
    for match in PADDED_MONTH.finditer(text):
        at = match.start("zero")
        # 03月05日 is a date, which is read below.
        if date_at(text, at) is None and is_in_sentence(text, *match.span()) and not document.is_in_cell(at):
            yield Finding(at, at + 1, edits=(Edit(at, at + 1, ""),))
    for found in dates_in(text):
        for match in _PADDING.finditer(text, found.start, found.end):
            at = match.start("zero")
            yield Finding(at, at + 1, edits=(Edit(at, at + 1, ""),))


_NUMERAL = Pattern("[一二三四五六七八九十]")
_LONGEST_SIGNATURE = 40
# GB/T 9704—2012 took effect on 1 July 2012; until then dates were written in Chinese numerals.
_IN_FORCE = (2012, 7)


def cjk_numeral_date(document: Document) -> Iterator[Finding]:
    """DOC007: a date in Chinese numerals where a document is signed: at the end of a short line of its own."""
    text = document.text
    for paragraph in document.paragraphs:
        if paragraph.end - paragraph.start > _LONGEST_SIGNATURE or text[paragraph.end - 1] != "日":
            continue
        for found in dates_in(text, paragraph.start, paragraph.end)[-1:]:
            if found.end != paragraph.end or not _NUMERAL.search(text, found.start, found.end):
                continue
            # A zero that is none is told by itself, and courts keep to Chinese numerals.
            if _NO_ZERO.search(text, found.start, found.end) or _is_of_court(document, found.start):
                continue
            if found.year and found.month and (found.year, found.month) >= _IN_FORCE:
                right = f"{found.year}年{found.month}月{found.day}日"
                edits = (Edit(found.start, found.end, right),)
                yield Finding(found.start, found.end, {"right": right}, edits=edits)


_NO_ZERO = Pattern("[0-9０-９OoＯОо]")
_COURT = ("法院", "检察院")
# A judgment is signed by the judges, and its day is in Chinese numerals whatever the others are.
_GAP = "[ \u3000]{0,4}"
_JUDGES = Pattern(
    f"\n[ \u3000]{{0,40}}(?:代理)?(?:审{_GAP}判{_GAP}[长员]|人民陪审员|执{_GAP}行{_GAP}员|检{_GAP}察{_GAP}[官员])"
    "[ \u3000：]"
)
_ABOVE_DAY = 200


def _is_of_court(document: Document, signed: int) -> bool:
    """Whether judges sign a text, or a court or procuratorate does and its other dates are in Chinese numerals too."""
    if _JUDGES.search(document.text, max(0, signed - _ABOVE_DAY), signed):
        return True
    if not any(signer.name.endswith(_COURT) for signer in document.frame.signers):
        return False
    text = document.text
    others = [found for found in dates_in(text) if found.end <= signed and found.month]
    return bool(others) and all(_NUMERAL.search(text, found.start, found.end) for found in others)


# Months of the old calendar have a day more or less.
_OLD_CALENDAR = Pattern("[农阴夏]历|旧历|腊月|正月")
_NEAR = 8


def invalid_date(document: Document) -> Iterator[Finding]:
    """DOC008: a day that the calendar does not have: 2023年2月29日, 4月31日, 2023年13月."""
    text = document.text
    for found in dates_in(text):
        # Without a day only a month beyond the year is certainly wrong: 0月 may be a template.
        if found.exists or (found.day is None and not found.month):
            continue
        if not _OLD_CALENDAR.search(text, max(0, found.start - _NEAR), found.start):
            yield Finding(found.start, found.end, {"date": text[found.start : found.end]})


_SOURCE = Pattern(r"\s{1,40}(?:信息|稿件|文章)?来源[ \u3000]?[:：]")


def signing_date_form(document: Document) -> Iterator[Finding]:
    """DOC027: a document is signed with a date that is not written in year, month and day (2024.3.5, 3月5日)."""
    text, addressed = document.text, document.frame.addressee is not None
    for part in document.frame.texts:
        signed = part.date if part.signers else None
        # The date of a web page stands beside where the text was taken from.
        if signed and _SOURCE.match(text, signed.end):
            continue
        for found in dates_in(text, signed.start, signed.end)[:1] if signed else ():
            written = text[found.start : found.end]
            if not found.is_whole:
                if addressed and found.month:
                    yield Finding(found.start, found.end, {"found": written}, "part")
            elif found.exists and not any(sign in written for sign in "年月日"):
                right = f"{found.year}年{found.month}月{found.day}日"
                edits = (Edit(found.start, found.end, right),)
                yield Finding(found.start, found.end, {"right": right}, edits=edits)
