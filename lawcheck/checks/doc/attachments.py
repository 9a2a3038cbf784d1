"""DOC009: the note that names the attachments of a document (附件说明)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Paragraph
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import ends_as_office

_NOTE = Pattern(r"附件(?P<colon>[:：])[ \t\u3000]{0,8}(?:(?P<number>[0-9]{1,2})(?P<mark>[.．、,，])[ \t\u3000]{0,4})?")
# 附件：1示例表, with 2示例表 below it; 附件：（1）示例表.
_UNPOINTED = Pattern(rf"附件[:：][ \t\u3000]{{0,8}}(?P<whole>(?P<number>1)|[（(](?P<enclosed>1)[）)])(?=[{HAN}《])")
_NEXT_UNPOINTED = Pattern(
    rf"[ \t\u3000]{{0,8}}(?P<whole>(?P<number>[0-9]{{1,2}})|[（(](?P<enclosed>[0-9]{{1,2}})[）)])(?=[{HAN}《])"
)
_NEXT = Pattern(r"(?P<number>[0-9]{1,2})(?P<mark>[.．、,，])[ \t\u3000]{0,4}")
_MARKED = Pattern("《[^《》]{1,80}》(?=[。；，、;,.]?$)")
_END = Pattern("[。；，、;,]$")
_REST = Pattern(rf"\n[ \t\u3000]{{1,16}}(?![0-9]{{1,2}}[.．、])[{HAN}《“（A-Za-z0-9]")
_LABEL_ALONE = Pattern(r"[ \t\u3000]*附件[:：][ \t\u3000]*")
_POINT = Pattern("[，。；：、《]")
_LONGEST = 100


def attachment_note_format(document: Document) -> Iterator[Finding]:
    """DOC009: a half-width colon, title marks around a whole name, a point after one, or none after its number."""
    text = document.text
    paragraphs = iter(document.paragraphs)
    expected = 0
    yield from _unpointed(document)
    yield from _empty(document)
    for paragraph in paragraphs:
        match = _NOTE.match(text, paragraph.start, paragraph.end)
        if match is None and expected:
            match = _NEXT.match(text, paragraph.start, paragraph.end)
            if match and int(match["number"]) != expected:
                match = None
        expected = 0
        if match is None or _is_sentence(text, match.end(), paragraph):
            continue
        if match["number"]:
            expected = int(match["number"]) + 1
        edits = tuple(_edits(text, match, paragraph))
        if text[paragraph.end - 1] in "、，" and _goes_on(text, paragraph.end):
            edits = edits[:-1]
        if edits:
            yield Finding(paragraph.start, paragraph.end, edits=edits)


def _empty(document: Document) -> Iterator[Finding]:
    """附件： with nothing behind it, where an office signs next."""
    for paragraph, following in pairwise(document.paragraphs):
        signer = document.text_of(following).strip()
        if (
            ends_as_office(signer)
            and _POINT.search(signer) is None
            and _LABEL_ALONE.fullmatch(document.text, paragraph.start, paragraph.end)
        ):
            yield Finding(paragraph.start, paragraph.end, {}, "empty")


def _unpointed(document: Document) -> Iterator[Finding]:
    """Names whose numbers stand before them without a point, two of them at least."""
    lines: list[re.Match[str]] = []
    for paragraph in document.paragraphs:
        pattern = _NEXT_UNPOINTED if lines else _UNPOINTED
        match = pattern.match(document.text, paragraph.start, paragraph.end)
        number = int(match["number"] or match["enclosed"]) if match else 0
        if match and number == len(lines) + 1 and not _is_sentence(document.text, match.end(), paragraph):
            lines.append(match)
            continue
        if len(lines) > 1:
            break
        lines = []
    for match in lines if len(lines) > 1 else ():
        start, end = match.span("whole")
        edit = Edit(end, end, ".") if match["number"] else Edit(start, end, f"{match['enclosed']}.")
        yield Finding(start, end, edits=(edit,), unsafe=True)


def _is_sentence(text: str, start: int, paragraph: Paragraph) -> bool:
    """Nothing is named, or the line goes on with other text."""
    name = text[start : paragraph.end]
    return not name or len(name) > _LONGEST or "。" in name[:-1]


def _goes_on(text: str, end: int) -> bool:
    """Whether the next line ends a name that was too long for its own: it has no number."""
    return _REST.match(text, end) is not None


def _edits(text: str, match: re.Match[str], paragraph: Paragraph) -> Iterator[Edit]:
    if "colon" in match.re.groupindex and match["colon"] == ":":
        yield Edit(*match.span("colon"), "：")
    if match["mark"] and match["mark"] not in ".．":
        yield Edit(*match.span("mark"), ".")
    name = _MARKED.match(text, match.end(), paragraph.end)
    if name:
        yield Edit(name.start(), name.start() + 1, "")
        yield Edit(name.end() - 1, name.end(), "")
    if _END.search(text[paragraph.end - 1 : paragraph.end]):
        yield Edit(paragraph.end - 1, paragraph.end, "")
