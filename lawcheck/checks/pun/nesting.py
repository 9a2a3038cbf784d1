"""Quotation marks and title marks: straight ones, nested ones, and rows of them (PUN004–PUN007)."""

from collections.abc import Iterator

from lawcheck.checks.opened_marks import is_title_open
from lawcheck.checks.pun.quotes import mismatched_quote
from lawcheck.checks.scanned import is_scanned
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.verbatim import is_in_reference
from lawcheck.text.vocabulary.genres import CITED_GENRE, NAMED_GENRE, STAGE
from lawcheck.text.vocabulary.han import HAN, has_han

_CHINESE = Pattern(f"[{HAN}“”《》（）、，。；：！？…—]")
# A pair of double or single marks, or a mark that has lost its partner or has a curved one.
_DOUBLE = Pattern('"[^"“”\n]{1,80}"|"')
_SINGLE = Pattern("'[^'\"\n]{1,60}'")
_ANY_MARK = Pattern('[“”"]')
_NEAR = 60
# After a number a mark means inches or seconds.
_MEASURES = tuple("0123456789°′'")
# Around a quoted value of a program or of markup.
_CODE_BEFORE = "={["
_CODE_AFTER = "]}>"


def straight_quote(document: Document) -> Iterator[Finding]:
    """PUN004: straight quotation marks around or beside Chinese text; inches, seconds and code are left alone."""
    text = document.text
    if '"' in text:
        yield from _double_marks(text, is_scanned(document))
    if "'" in text:
        for match in _SINGLE.finditer(text):
            before = text[match.start() - 1 : match.start()]
            latin = before.isascii() and before.isalnum()
            if has_han(match[0]) and not latin and not _is_code(text, *match.span()):
                yield from _curved(*match.span(), "'", "‘’" if _is_inside(text, match.start()) else "“”")


def _double_marks(text: str, scanned: bool) -> Iterator[Finding]:
    match = _DOUBLE.search(text)
    while match:
        start, end = match.span()
        closes = _closes(text, start)
        if closes or end - start == 1 or text[start - 1 : start] in _MEASURES:
            end = start + 1
            # In a scan a mark without a partner is mostly what was left of another sign.
            alone = scanned and not closes
            in_code = start > 0 and text[start - 1] in _CODE_BEFORE
            in_text = _stands_in_chinese(text, start) or (closes and _CHINESE.match(text, end))
            if in_text and not in_code and not alone:
                yield Finding(start, end, {"sign": '"'}, edits=(Edit(start, end, "”" if closes else "“"),))
        elif (has_han(match[0]) or _is_between_chinese(text, start, end)) and not _is_code(text, start, end):
            yield from _curved(start, end, '"', "“”")
        match = _DOUBLE.search(text, end)


def _is_inside(text: str, at: int) -> bool:
    """Whether a quotation in double marks is open at a place of its line."""
    line = text[max(0, at - _NEAR) : at].rpartition("\n")[2]
    return len(_ANY_MARK.compiled.findall(line)) % 2 == 1


def _curved(start: int, end: int, sign: str, marks: str) -> Iterator[Finding]:
    values = {"sign": sign}
    yield Finding(start, start + 1, values, edits=(Edit(start, start + 1, marks[0]),))
    yield Finding(end - 1, end, values, edits=(Edit(end - 1, end, marks[1]),))


def _is_code(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return (
        bool(before and before in _CODE_BEFORE)
        or bool(after and after in _CODE_AFTER)
        or text[end : end + 2] == ": "
        or text[end - 2] in _CODE_BEFORE
    )


def _stands_in_chinese(text: str, at: int) -> bool:
    """Whether a mark stands beside Chinese text, at the edge of a line or between Chinese characters."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before.strip() or not after.strip():
        return bool(_CHINESE.match(before + after))
    return _is_between_chinese(text, at, at + 1)


def _is_between_chinese(text: str, start: int, end: int) -> bool:
    return bool(_CHINESE.match(text[start - 1 : start]) and _CHINESE.match(text, end))


def _closes(text: str, at: int) -> bool:
    """Whether the last mark before this one on its line is an opening curved one."""
    line = text[max(0, at - _NEAR) : at].rpartition("\n")[2]
    marks = _ANY_MARK.compiled.findall(line)
    return bool(marks) and marks[-1] == "“"


_NESTED = Pattern("“[^“”\n]{0,60}(?:“[^“”\n]{1,60}”[^“”\n]{0,60}){1,4}”")
_INNER = Pattern("“[^“”\n]{1,60}”")
# A mark that points the wrong way looks like a quotation in a quotation; these signs give it away.
_AFTER_CLOSING = "，。、；：）》"
_BEFORE_OPENING = "，、；：（《"


def nested_quote(document: Document) -> Iterator[Finding]:
    """PUN005: a quotation in double marks inside another one in double marks."""
    text = document.text
    wrong: list[int] | None = None
    for outer in _NESTED.finditer(text):
        if wrong is None:
            wrong = [found.start for found in mismatched_quote(document)]
        # Where a mark points the wrong way the quotations only seem to stand in each other.
        if any(outer.start() <= at < outer.end() for at in wrong):
            continue
        inner = list(_INNER.finditer(text, outer.start() + 1, outer.end() - 1))
        if any(m[0][1] in _AFTER_CLOSING or m[0][-2] in _BEFORE_OPENING for m in inner):
            continue
        if text[outer.start() + 1] in _AFTER_CLOSING or text[outer.end() - 2] in _BEFORE_OPENING:
            continue
        for match in inner:
            start, end = match.span()
            edits = (Edit(start, start + 1, "‘"), Edit(end - 1, end, "’"))
            yield Finding(start, end, {"inner": match[0][1:-1]}, edits=edits)


# <…> in a title, which the keyboard has in the place of 〈…〉.
_ANGLED_TITLE = Pattern(
    f"《[^《》<>\n]{{0,60}}(?:<[{HAN}0-9“][^《》<>\n]{{1,80}}>[^《》<>\n]{{0,60}}){{1,4}}》", needs=("<",)
)
_ANGLED = Pattern(f"<[{HAN}0-9“][^《》<>\n]{{1,80}}>")
# A title in a title: nothing that divides a sentence stands before it, so no closing mark was lost.
_NESTED_TITLE = Pattern("《[^《》\n、，。；：]{0,60}(?:《[^《》〈〉\n。]{1,80}》[^《》\n。]{0,60}){1,4}》")
# 《关于印发（示例办法）的通知》: between what is done to a text and the sort of the outer one stands a title, no note.
_ROUND_TITLE = Pattern(
    "《[^《》\n]{0,30}(?:印发|转发|批转|修改|发布|废止|公布|执行|贯彻|落实)"
    f"(?P<inner>[（(][^《》〈〉（）()\n]{{4,60}}(?:{CITED_GENRE})(?:{STAGE})?[）)])"
    "(?:的|等)[^《》\n]{0,20}》",
    needs=("《",),
)
_INNER_TITLE = Pattern("《[^《》]{1,80}》")


_OF_STATUTES = ("part", "chapter", "article")


def end_of_statute_head(document: Document) -> int:
    """Where a statute's title and the note on how it was adopted and changed end; 0 where there are none.

    The note is the publisher's: what is wrong there touches no provision.
    """
    first = document.nodes[0] if document.nodes else None
    return first.start if first and first.level in _OF_STATUTES else 0


def nested_title_mark(document: Document) -> Iterator[Finding]:
    """PUN006: a title in double marks directly inside another one; in single marks it is the third level and right."""
    text = document.text
    head = end_of_statute_head(document)
    for outer in _ANGLED_TITLE.finditer(text) if "<" in text else ():
        for match in _ANGLED.finditer(text, outer.start() + 1, outer.end() - 1):
            start, end = match.span()
            edits = (Edit(start, start + 1, "〈"), Edit(end - 1, end, "〉"))
            yield Finding(start, end, {"inner": match[0][1:-1]}, "note" if start < head else "angled", edits)
    for match in _ROUND_TITLE.finditer(text):
        start, end = match.span("inner")
        edits = (Edit(start, start + 1, "〈"), Edit(end - 1, end, "〉"))
        yield Finding(start, end, {"inner": match["inner"][1:-1]}, "round", edits)
    for outer in _NESTED_TITLE.finditer(text):
        for match in _INNER_TITLE.finditer(text, outer.start() + 1, outer.end() - 1):
            start, end = match.span()
            if text.count("〈", outer.start(), start) == text.count("〉", outer.start(), start):
                edits = (Edit(start, start + 1, "〈"), Edit(end - 1, end, "〉"))
                yield Finding(start, end, {"inner": match[0][1:-1]}, edits=edits)


# A title in marks that are none of the outer ones: 〈示例办法〉, <示例办法>, «示例办法».
_OTHER_MARKS = Pattern(
    f"[〈<＜«‹](?P<name>[^《》〈〉<>＜＞«»‹›\n]{{1,60}}(?:{NAMED_GENRE}))(?:{STAGE})?[〉>＞»›]",
    first="〈<＜«‹",
)
_TITLE_REACH = 200


def title_in_other_marks(document: Document) -> Iterator[Finding]:
    """PUN018: a title that stands in no other one has single title marks, angle brackets or foreign quotation marks."""
    text = document.text
    for match in _OTHER_MARKS.finditer(text):
        start, end = match.span()
        before = text[max(0, start - _TITLE_REACH) : start]
        if not has_han(match["name"]) or is_title_open(before) or is_in_reference(text, start):
            continue
        edits = (Edit(start, start + 1, "《"), Edit(end - 1, end, "》"))
        yield Finding(start, end, {"found": match[0], "right": f"《{match[0][1:-1]}》"}, edits=edits)


_QUOTES = "“[^“”\n]{1,60}”"
_TITLES = "《[^《》\n]{1,100}》"
_ROW = Pattern(f"{_QUOTES}(?:、{_QUOTES}){{1,20}}|{_TITLES}(?:、{_TITLES}){{1,20}}")
_BETWEEN = Pattern("[”》](?P<sign>、)[“《]")


def dunhao_between_marks(document: Document) -> Iterator[Finding]:
    """PUN007: 、 between quotations or titles that stand side by side.

    It stays where another member of the row has no marks, or a note in brackets stands between.
    """
    text = document.text
    for row in _ROW.finditer(text):
        after = text[row.end() : row.end() + 2]
        # The 、 before 等 divides nothing: PUN008.
        if text[row.start() - 1 : row.start()] == "、" or (after[:1] in ("、", "（", "(") and after != "、等"):
            continue
        for match in _BETWEEN.finditer(text, row.start(), row.end()):
            at = match.start("sign")
            yield Finding(at, at + 1, edits=(Edit(at, at + 1, ""),))
