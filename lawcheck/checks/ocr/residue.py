"""What other formats leave in a text: OCR012 and OCR014."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from lawcheck.checks.ocr.joined_lines import ends_of_short_lines, pages_in_one_line
from lawcheck.checks.ocr.note_marks import note_marks
from lawcheck.checks.ocr.parted_words import parts_phrase, parts_word
from lawcheck.checks.ocr.program_words import program_words
from lawcheck.checks.opened_marks import is_title_open
from lawcheck.checks.scanned import is_scanned
from lawcheck.checks.set_apart import is_in_byline, is_in_columns
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Paragraph
from lawcheck.text.edits import Edit
from lawcheck.text.layers import heading_marks
from lawcheck.text.layers.entities import entity_character
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import TITLE_GENRE
from lawcheck.text.vocabulary.han import HAN, has_han
from lawcheck.text.vocabulary.offices import INNER_OFFICES, SIGNING_END

_POINTS = "，。；…"
# After an ordinal or a date a space is layout; so it is at the beginning of a line
# and, where no line of one sentence has it as its only one, between the names of offices that issue together.
_LAYOUT_BEFORE = "条章节款项编分日号表图件注"
_OFFICE_BEFORE = "部央厅局委院府会室"
_SPACE = Pattern(f"[ \u3000](?<=[{HAN}].)[ \u3000]{{0,2}}(?=[{HAN}])(?!第[一二三四五六七八九十百]{{1,5}}[条章节])")
_LINE_HEAD = 12
_COLUMNS = ("  ", "\u3000\u3000")
_WIDEST = 3
# Of a longer line only what is near a space shows whether it is one in columns.
_LONG_LINE = 150
# A line whose characters are all set apart: so many pieces, of which nearly all are single characters.
_SPACED_LINE = Pattern("[^ \u3000\n](?:[ \u3000]{1,2}[^ \u3000\n]){7}")
_BLANKS = Pattern("[ \u3000]{1,2}")
_SPACES = (" ", "\u3000")
_FEWEST_PIECES = 8
_WORDS_AMONG = 5
_QUOTE_REACH = 60
# 联系人：示例局综合科 王某；
_CONTACT = Pattern(f"[{INNER_OFFICES}科][ \u3000]{{1,3}}[{HAN}]{{2,4}}[；，。（(0-9]")
_NAME = Pattern(f"(?:公司|[大中]学|人民政府|委员会|{TITLE_GENRE})$")
# 主要负 责人：示例局, 经 办人 王某: what a label or a column has is set apart for its looks.
_LABEL = Pattern(f"[{HAN}]{{1,6}}(?:[：: \u3000（(]|$)", re.MULTILINE)
# What leads on to the next word.
_LEADS_ON = Pattern("(?:应当|可以|不得|必须|按照|依照|违反|下列|或者|以及|及其|进行|根据|对于)$")
_LONGEST_LEAD = 2
_SENTENCE_ENDS = "。；"
_OFFICE_BEHIND = Pattern(f"[{HAN}]{{1,12}}?{SIGNING_END}")
_HALVES = 2
_HEADLINE = 50
_STOP, _POINT = Pattern("[。；！？]"), Pattern("[，：。；]")


def space_between_han(document: Document) -> Iterator[Finding]:
    """OCR012: spaces between Chinese characters of a sentence."""
    text = document.text
    spaced: list[tuple[int, int]] = []
    for paragraph in document.paragraphs:
        start, end = paragraph.start, paragraph.end
        if sum(text.count(space, start, end) for space in _SPACES) < _FEWEST_PIECES - 1:
            continue
        if _SPACED_LINE.search(text, start, end) and is_spaced(text[start:end]):
            spaced.append((start, end))
            yield _closed_up(document, paragraph)
    starts: set[int] | None = None
    line = -1
    inside = (0, 0, 0)
    for match in _SPACE.finditer(text):
        start, end = match.span()
        if line < 0 or document.paragraphs[line].end < end:
            line = bisect_right(document.paragraphs, start, key=lambda p: p.start) - 1
            paragraph = document.paragraphs[line]
            inside = _sentences(text, paragraph) if (paragraph.start, paragraph.end) not in spaced else (0, 0, 0)
        starts = starts if starts is not None else {node.body_start for node in document.walk()}
        if start >= inside[1] or end - start > inside[2] or start in starts or end in starts:
            continue
        if _is_within_sentence(document, document.paragraphs[line], start, end, inside[0]) and not _is_meant(
            text, start, end
        ):
            # In a page of one line a blank may also be the end of a paragraph.
            in_page = (paragraph.start, paragraph.end) in pages_in_one_line(document)
            # In a scan it may be all that is left of a stop.
            unsafe = in_page or (is_scanned(document) and not parts_word(text, start, end))
            yield Finding(start, end, edits=(Edit(start, end, ""),), unsafe=unsafe)


def _is_within_sentence(document: Document, paragraph: Paragraph, start: int, end: int, head: int) -> bool:
    """Whether a space is none of layout: 所有部 长联名, 举一 反三 are told by their words, others by their place."""
    text = document.text
    if (paragraph.start, paragraph.end) in pages_in_one_line(document):
        return parts_word(text, start, end) or start not in ends_of_short_lines(document)
    if start < head:
        in_label = _LABEL.match(text, end)
        return parts_phrase(text, start, end) or (
            not in_label and (parts_word(text, start, end) or _goes_on(text, start, end))
        )
    in_long_line = paragraph.end - paragraph.start >= _LONG_LINE
    if in_long_line and is_in_columns(text, start, end):
        return False
    if _CONTACT.match(text, start - 1) or _is_headline(text[paragraph.start : paragraph.end], start - paragraph.start):
        return parts_word(text, start, end)
    before = text[start - 1]
    if before in _OFFICE_BEFORE and text[paragraph.end - 1] in _SENTENCE_ENDS and not _OFFICE_BEHIND.match(text, end):
        is_only_one = not in_long_line and len(text[paragraph.start : paragraph.end].split()) == _HALVES
        return is_only_one and not is_title_open(text[paragraph.start : start])
    is_layout = before in _LAYOUT_BEFORE or before in _OFFICE_BEFORE
    return not is_layout or parts_word(text, start, end) or parts_phrase(text, start, end)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether no heading or name ends before a space, or none begins behind it: 有下列 情形之一, 尚未完成 的."""
    return text[end] == "的" or _LEADS_ON.search(text, max(0, start - _LONGEST_LEAD), start) is not None


def _is_headline(line: str, at: int) -> bool:
    """Whether a line is one of a paper, in two parts, or begins as its title: 区政府部署春耕 各镇动员，全力备播."""
    if _POINT.search(line[:at]):
        return False
    ended = len(line) < _HEADLINE and not _STOP.search(line)
    return ended or _NAME.search(line[:at]) is not None


def is_spaced(line: str) -> bool:
    """Whether nearly every character of a sentence is set apart from the next; a title may be so for its looks."""
    pieces = line.split()
    words = sum(len(piece) > 1 for piece in pieces)
    return len(pieces) >= _FEWEST_PIECES and words * _WORDS_AMONG <= len(pieces) and bool(set(pieces) & set(_POINTS))


def _closed_up(document: Document, paragraph: Paragraph) -> Finding:
    """A line whose spaces all go together: half of them would leave it worse than it was. Ordinals keep theirs."""
    text = document.text
    index = bisect_right(document.nodes, paragraph.end, key=lambda node: node.start)
    within = (node for top in document.nodes[max(0, index - 1) : index] for node in top.walk())
    ordinals = [(node.start, node.body_start) for node in within if paragraph.start <= node.start < paragraph.end]
    blanks = [
        blank
        for blank in _BLANKS.finditer(text, paragraph.start, paragraph.end)
        if not any(start <= blank.start() < end for start, end in ordinals)
    ]
    # Where figures or foreign words would grow together nobody knows what they were.
    unsafe = any(text[b.start() - 1].isalnum() and (text[b.start() - 1] + text[b.end()]).isascii() for b in blanks)
    edits = tuple(Edit(*blank.span(), "") for blank in blanks)
    return Finding(paragraph.start, paragraph.end, edits=edits, unsafe=unsafe)


def _is_meant(text: str, start: int, end: int) -> bool:
    """Whether a space is the author's: in a name of two characters, an open date, a slogan of two halves in quotes."""
    # 2024年 月 日: a date that is not filled in yet.
    if text[start - 1] + text[end] in ("年月", "月日") or is_in_byline(text, start, end):
        return True
    before, after = text[max(0, start - 2) : start - 1], text[end + 1 : end + 2]
    if not (has_han(before) or has_han(after) or before in _SPACES or after in _SPACES):
        return True
    opening = text.rfind("“", max(0, start - _QUOTE_REACH), start)
    closing = text.find("”", end, end + _QUOTE_REACH)
    if opening < 0 or closing < 0 or "”" in text[opening:start] or "“" in text[end:closing]:
        return False
    return all(len(half) > 1 for half in text[opening + 1 : closing].split())


def _sentences(text: str, paragraph: Paragraph) -> tuple[int, int, int]:
    """The part of a paragraph in which a space is none of layout, and how wide such a one may be.

    There is none in a row of a table; in a long line that holds one only single spaces count. A colon at its end ends
    a sentence, too.
    """
    first = paragraph.start + _LINE_HEAD
    last = max(text.rfind(point, first, paragraph.end) for point in _POINTS)
    if text.startswith("：", paragraph.end - 1) and text.find("，", paragraph.start, paragraph.end) >= 0:
        last = paragraph.end - 1
    gaps = sum(text.count(gap, paragraph.start, paragraph.end) for gap in _COLUMNS)
    if gaps > 1 and paragraph.end - paragraph.start < _LONG_LINE:
        return 0, 0, 0
    return first, last, 1 if gaps > 1 else _WIDEST


# &; is what was left of one whose name was cut out.
_ENTITY = Pattern("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8})?;")
_TAG = Pattern(
    "<!--(?:[^-]|-(?!->)){0,4000}-->|</?(?:br|p|div|span|table|tr|td|th|tbody|font|strong|b|i|u|a|h[1-6]|ul|ol|li|img|sub|sup|em|center|section|o:p)"
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
# 减量image002.png，: the name that Word gives to the pictures of a page, glued to the words beside it.
_PICTURE = Pattern(
    rf"(?:(?<=[{HAN}，。；：、）])(?<![名为用如以是成即])|(?<=\n))(?:clip_)?image[0-9]{{3}}\.(?:png|jpe?g|gif|emf|wmf)",
    needs=("image",),
)
# 落实责任\\n确保完成: the sign for a line end or a tab, as programs write it.
_ESCAPED = Pattern(rf"(?<=[{HAN}，。；：、）])(?:\\[rnt]){{1,4}}(?![A-Za-z])", needs=("\\n", "\\r", "\\t"))
_QUOTED = '“‘`"「'


def markup_residue(document: Document) -> Iterator[Finding]:
    """OCR014: entities, tags, field codes of Word and marks of Markdown in a plain text."""
    if document.format.read_markup:
        return
    source = document.view.source_text
    for mark in document.view.removed_as(heading_marks.KIND):
        found = source[mark.start : mark.end]
        yield Finding(mark.start, mark.end, {"found": found}, edits=(Edit(mark.start, mark.end, ""),), in_source=True)
    # What rules leave alone elsewhere (entities, addresses in tags) is their subject here.
    text = document.view.text
    for start, end, right in sorted([*_html(text), *_word(text), *_markdown(text), *_forum(text), *_scripts(text)]):
        if text[start - 1 : start] not in tuple(_QUOTED):
            yield Finding(start, end, {"found": text[start:end][:30]}, edits=(Edit(start, end, right),))
    for match in _PICTURE.finditer(text):
        yield Finding(*match.span(), {"found": match[0]}, edits=(Edit(*match.span(), ""),))
    for start, end in note_marks(text):
        yield Finding(start, end, {"found": text[start:end]}, edits=(Edit(start, end, ""),))
    told = [*_FIELD.finditer(text), *_FORUM.finditer(text), *_TAG.finditer(text), *_VOID.finditer(text)]
    taken = sorted(match.span() for match in told)
    for start, end, lost in program_words(text):
        index = bisect_right(taken, (start, len(text)))
        beside = taken[max(0, index - 1) : index + 1]
        word = text[start - 1 : start]
        apart = word not in tuple(_QUOTED) and not (word.isascii() and word.isalnum())
        if apart and not any(first < end and start < last for first, last in beside):
            edits = () if lost else (Edit(start, end, ""),)
            yield Finding(start, end, {"found": text[start:end][:30]}, "lost" if lost else "default", edits=edits)
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
    for match in _ESCAPED.finditer(text):
        yield *match.span(), "\n"


def _markdown(text: str) -> Iterator[tuple[int, int, str]]:
    if "**" in text:
        for match in _BOLD.finditer(text):
            if has_han(match["text"]):
                yield *match.span(), match["text"]


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
