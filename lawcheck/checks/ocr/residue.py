"""What other formats leave in a text: OCR012 and OCR014."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Paragraph
from lawcheck.text.edits import Edit
from lawcheck.text.layers.entities import entity_character
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN, has_han

_POINTS = "，。；"
# After an ordinal or a date a space is layout; so it is at the beginning of a line
# and between the names of offices that issue together.
_LAYOUT_BEFORE = "条章节款项编部分日号表图件注央厅局委院府会"
_SPACE = Pattern(f"[ \u3000](?<=[{HAN}].)(?<![{_LAYOUT_BEFORE}].)[ \u3000]{{0,2}}(?=[{HAN}])")
_LINE_HEAD = 12
_COLUMNS = ("  ", "\u3000\u3000")


def space_between_han(document: Document) -> Iterator[Finding]:
    """OCR012: spaces between Chinese characters of a sentence."""
    text = document.text
    starts: set[int] | None = None
    line = -1
    inside = (0, 0)
    for match in _SPACE.finditer(text):
        start, end = match.span()
        if line < 0 or document.paragraphs[line].end < end:
            line = bisect_right(document.paragraphs, start, key=lambda p: p.start) - 1
            inside = _sentences(text, document.paragraphs[line])
        starts = starts if starts is not None else {node.body_start for node in document.walk()}
        if inside[0] <= start < inside[1] and start not in starts and end not in starts:
            yield Finding(start, end, edits=(Edit(start, end, ""),))


def _sentences(text: str, paragraph: Paragraph) -> tuple[int, int]:
    """The part of a paragraph in which a space is none of layout; nothing where it is a row of a table."""
    first = paragraph.start + _LINE_HEAD
    last = max(text.rfind(point, first, paragraph.end) for point in _POINTS)
    if sum(text.count(gap, paragraph.start, paragraph.end) for gap in _COLUMNS) > 1:
        return 0, 0
    return first, last


_ENTITY = Pattern("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
_TAG = Pattern(
    "</?(?:br|p|div|span|table|tr|td|th|tbody|font|strong|b|i|u|a|h[1-6]|ul|ol|li|img|sub|sup|em|center|section|o:p)"
    r"(?:\s[^<>\n]{0,300})?/?>",
    re.IGNORECASE,
)
_FIELD = Pattern(
    r"PAGEREF _?Toc[0-9]{1,12}(?: \\[a-z])?|HYPERLINK (?:\\l )?\"[^\"\n]{0,200}\""
    r"|TOC \\o \"[0-9-]{1,5}\"(?: \\[a-z]){0,4}|\\\* MERGEFORMAT|_Toc[0-9]{6,12}",
    first="PHT\\_",
)
# What programs print where a value, a reference or a character was missing.
_VOID = Pattern(
    r"\[object Object\]|[(（]cid[:：][0-9]{1,6}[)）]|javascript:(?:void\(0\)|;)"
    r"|#(?:REF|NAME|VALUE|DIV/0|NULL|NUM)[!?]|#N/A"
    r"|错误[!！][ \u3000]?(?:未找到引用源|未定义书签|文档中没有指定样式的文字|超链接引用无效)[。.]?"
    r"|Error! (?:Reference source not found|Bookmark not defined|Hyperlink reference not valid)\.?"
    r"|(?<![A-Za-z0-9_.])(?:undefined|NaN)(?![A-Za-z0-9_.])",
    needs=("[object", "cid", "javascript:", "#", "错误", "Error!", "undefined", "NaN"),
)
# [b]…[/b], [url=…]…[/url]: marks of a forum. One alone may be a note of the author.
_FORUM = Pattern(
    r"\[(?P<open>/)?(?P<name>b|i|u|s|url|img|color|size|font|quote|align|center|table|tr|td)(?:=[^\]\n]{1,80})?\]",
    re.IGNORECASE,
)
# PM_2.5, CO_2, PM_{2.5}, m^2, km^2, 10^4: a subscript or an exponent that became a plain character.
_SCRIPT = Pattern(
    r"(?<![A-Za-z0-9_/\\.@-])(?P<base>PM|SO|NO|CO|H|N|O|CH|NH|SF|CaCO)(?P<sub>_(?:\{(?P<subs>[0-9.x]{1,4})\}|(?P<subn>10|[0-9](?:\.[0-9])?)))(?![A-Za-z0-9_/@])"
    r"|(?<![A-Za-z0-9_/\\.@-])(?P<unit>[0-9.]{0,12}(?:m|km|cm|mm|dm)|10)\^(?:\{(?P<powers>-?[0-9]{1,2})\}|(?P<power>[0-9]))(?![A-Za-z0-9_^])",
    needs=("_", "^"),
)
_BOLD = Pattern(r"\*\*(?P<text>[^*\n]{1,80})\*\*")
_HEADING = Pattern(rf"(?:^|(?<=\n))#{{1,6}} (?=[{HAN}（(“0-9])")
_QUOTED = '“‘`"「'


def markup_residue(document: Document) -> Iterator[Finding]:
    """OCR014: entities, tags, field codes of Word and marks of Markdown in a plain text."""
    if document.format.read_markup:
        return
    text = document.text
    for start, end, right in sorted([*_html(text), *_word(text), *_markdown(text), *_forum(text), *_scripts(text)]):
        if text[start - 1 : start] not in tuple(_QUOTED):
            yield Finding(start, end, {"found": text[start:end][:30]}, edits=(Edit(start, end, right),))
    for match in _VOID.finditer(text):
        if text[match.start() - 1 : match.start()] not in tuple(_QUOTED):
            yield Finding(*match.span(), {"found": match[0]}, "lost")


def _html(text: str) -> Iterator[tuple[int, int, str]]:
    if "&" in text:
        for match in _ENTITY.finditer(text):
            before = text[match.start() - 1 : match.start()]
            if before.isascii() and before.isalnum():
                continue
            character = entity_character(match[0])
            yield *match.span(), "" if character == match[0] or len(character) > 1 else character
    if "<" in text:
        for match in _TAG.finditer(text):
            yield *match.span(), ""


def _word(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _FIELD.finditer(text):
        yield *match.span(), ""


def _markdown(text: str) -> Iterator[tuple[int, int, str]]:
    if "**" in text:
        for match in _BOLD.finditer(text):
            if has_han(match["text"]):
                yield *match.span(), match["text"]
    if "# " in text:
        for match in _HEADING.finditer(text):
            yield *match.span(), ""


def _forum(text: str) -> Iterator[tuple[int, int, str]]:
    if "[/" in text:
        marks = list(_FORUM.finditer(text))
        closed = {match["name"].lower() for match in marks if match["open"]}
        for match in marks:
            if match["name"].lower() in closed:
                yield *match.span(), ""


_POWERS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def _scripts(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _SCRIPT.finditer(text):
        power = match["powers"] or match["power"]
        sign = match.start("sub") if match["base"] else match.end("unit")
        yield sign, match.end(), (power.translate(_POWERS) if power else match["subs"] or match["subn"])
