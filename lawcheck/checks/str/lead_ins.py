"""What leads in a list, a text or a table that does not follow (STR018)."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node, Paragraph
from lawcheck.structure.frame import FrameName, SigningDate
from lawcheck.structure.levels import LEVEL
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import SELF_NAME
from lawcheck.text.vocabulary.han import HAN

_COLONS = "：:"
_ANNOUNCES = Pattern("(?:如下|(?:以下|下列|下述|下面)[^，。；：:\n]{0,16})[：:]$|如下。$")
# The last words of a text that is yet to come; 现予以公告 says itself what it announces.
_YET_TO_COME = Pattern(
    f"(?:^|[。；，])(?:现|这里|下面|现在)(?!予以?公)[^。；\n]{{0,40}}(?:说明|公布|{SELF_NAME})(?:如下)?[。：:]$"
)
# What plain text cannot hold.
_SHOWN = Pattern(
    "[表图]|[上下公算]式|附件|链接|网址|二维码|地址|示例|格式|样式|式样|填写|签[名字章]|盖章|电话|邮箱|联系|备注|说明"
)
# A caption, and the note below what it stands over.
_CAPTION = Pattern(
    f"[{HAN}0-9（）()、]{{1,24}}表(?:[一二三四五六七八九十0-9]{{1,2}})?(?:[（(][^（()）。]{{1,20}}[）)])?$"
)
_NOTE = Pattern("[（(【]?(?:附?注|说明)[ \u3000]?[0-9一二三①]?[：:].{0,6}?[本上该]表")
_POINTS_DOWN = Pattern("(?:[见如按]下表|下表(?:所[示列]|中的?))", needs=("下表",))
_PICTURES = ("![", "<img", "<IMG", "<svg", "<object", "<iframe")
_PART = Pattern("[，。；：、]")
_LONGEST = 16
_REACH = 60
_SHORTEST = 4
_BLANK = Pattern("[_＿]{2}|[ \u3000]{4}")
_HAN = Pattern(f"[{HAN}]")


def nothing_behind_lead_in(document: Document) -> Iterator[Finding]:
    """STR018: a colon behind which the next heading stands, or the end of the text."""
    paragraphs = document.paragraphs
    nodes = list(document.walk())
    starts = [node.start for node in nodes]
    colons = _colons(document)
    signed = {part.start for part in _closing(document)}
    yield from _lost_tables(document)
    for index, paragraph in enumerate(paragraphs):
        tail = document.text[max(paragraph.start, paragraph.end - _REACH) : paragraph.end]
        if tail[-1] not in "：:。" or document.is_in_cell(paragraph.start):
            continue
        if tail[-1] == "。" and "如下" not in tail[-3:] and index + 1 < len(paragraphs):
            continue
        if index + 1 == len(paragraphs):
            removed = has_removed(document, paragraph.end, len(document.text))
            if not removed and (_ANNOUNCES.search(tail) or _YET_TO_COME.search(tail)):
                yield _finding(document, paragraph, "end")
            continue
        following = paragraphs[index + 1].start
        if has_removed(document, paragraph.end, following):
            continue
        if following in signed and _ANNOUNCES.search(tail) and not _SHOWN.search(tail[-24:]):
            yield _finding(document, paragraph, "end")
            continue
        own = bisect_right(starts, paragraph.end - 1) - 1
        if own < 0 or own + 1 == len(nodes) or starts[own + 1] != following:
            continue
        if _closes(document, nodes[own], nodes[own + 1]) and _is_lead_in(document, paragraph, tail, nodes[own], colons):
            yield _finding(document, paragraph, "default")


def has_removed(document: Document, start: int, end: int) -> bool:
    """Whether the source has something between two places that was cut from the text."""
    view = document.view
    return bool(view.source_text[view.source_offset(start - 1) + 1 : view.source_offset(end)].strip())


def _closing(document: Document) -> Iterator[FrameName | SigningDate]:
    """What closes the document."""
    yield from document.frame.signers[:1]
    if document.frame.date:
        yield document.frame.date


def _lost_tables(document: Document) -> Iterator[Finding]:
    """A caption with nothing but the note on its table below, and 见下表 where a page of the web has no table."""
    text = document.text
    for caption, note in pairwise(document.paragraphs):
        if not _NOTE.match(text, note.start, note.end) or document.is_in_cell(note.start):
            continue
        if _CAPTION.fullmatch(text, caption.start, caption.end) and not document.is_in_cell(caption.start):
            yield Finding(caption.start, caption.end, {"tail": document.text_of(caption)}, "table")
    view = document.view
    if document.format.read_markup is None or any(sign in view.source_text for sign in _PICTURES):
        return
    last = max((row[0].at for table in view.tables for row in table.rows if row), default=-1)
    for match in _POINTS_DOWN.finditer(text):
        if view.source_offset(match.start()) > last and not document.is_in_cell(match.start()):
            yield Finding(*match.span(), {"tail": match[0]}, "table")


def _finding(document: Document, paragraph: Paragraph, variant: str) -> Finding:
    start = max(paragraph.start, paragraph.end - _LONGEST)
    start = paragraph.end - 1 - len(_PART.compiled.split(document.text[start : paragraph.end - 1])[-1])
    return Finding(start, paragraph.end, {"tail": document.text[start : paragraph.end]}, variant)


def _closes(document: Document, own: Node, following: Node) -> bool:
    """Whether the next ordinal counts on from one that stands above, so that it cannot belong to what is led in."""
    if following.inferred or not following.number or following.number == 1 or document.is_in_cell(following.start):
        return False
    return bool(own.form and following.form) and LEVEL[following.form].rank <= LEVEL[own.form].rank


def _is_lead_in(document: Document, paragraph: Paragraph, tail: str, own: Node, colons: dict[int, int]) -> bool:
    line = document.text[max(paragraph.start, paragraph.end - 400) : paragraph.end]
    if _SHOWN.search(tail[-24:]) or _BLANK.search(line):
        return False
    if _ANNOUNCES.search(tail):
        return True
    # The labels of a form end in colons one as the other.
    return len(_HAN.compiled.findall(line)) >= _SHORTEST and colons.get(own.start, 0) < 2


def _colons(document: Document) -> dict[int, int]:
    """For each node how many of its siblings and itself end in a colon with nothing below."""
    found: dict[int, int] = {}
    for family in document.families:
        bare = [
            node
            for node in family
            if not node.children and document.text[node.start : node.end].rstrip()[-1:] in _COLONS
        ]
        for node in family:
            found[node.start] = len(bare)
    return found
