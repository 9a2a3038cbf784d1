"""DOC003, DOC013: parts of a document that stand in one line."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.kinds import Kind
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import EVERY_GENRE
from lawcheck.text.vocabulary.han import HAN, is_han

# How the messages call what begins inside a line; what a title runs into is another matter.
_PARTS = {
    "number": "number",
    "addressee": "addressee",
    "text": "body",
    "signature": "signature",
    "signature_date": "signature",
    "note": "note",
    "announced": "note",
    "annex": "annex",
    "title": "title",
    "imprint": "imprint",
    "mark": "stamp",
    "secrecy": "stamp",
    "urgency": "stamp",
    "approver": "approver",
    "remark": "remark",
    "date": "date",
    "signer": "signer",
    "item": "item",
    "printed": "printed",
}
# These share a line with what stands before them, with space between.
_BESIDE = frozenset(("approver", "printed"))
# Those whose parts have lines of their own, as DOC013 says in its rule file.
_FRAMED = (Kind.PLAN, Kind.OFFICIAL)
_SPACE = " \t\u3000\xa0"
# What names the part that follows in the same line: 抄送：…, 公开方式：主动公开, 主办单位：…, 附件1-3 某某示意图.
_LABEL = Pattern(
    r"(?:抄[送报]|主送|分送|公开(?:方式|属性|形式|范围)|(?:主办|承办|协办|发文|拟稿|责任|印发)(?:单位|部门|机关)|(?:主|承)办"
    r"|版权所有|附件[ \u3000]?[0-9]{1,2}[-－—–~～][0-9]{1,2}[:：]?)[ \u3000]?[:：]?[ \t\u3000\xa0]*$"
)
_CONTACT_HEADING = Pattern(r"[、.．）)][ \u3000]?(?:其他|有关)?联系(?:方式|人|电话|事项)[。：:]?[ \u3000]*$")
# 某民初〔2026〕12号判决书已经生效: the text begins with a document that it speaks of.
_SPOKEN_OF = Pattern(
    f"(?![为现根按依各请经近兹据关])[{HAN}]{{0,8}}?(?:书|{EVERY_GENRE}|文件?)"
    "(?=[已经于的系是所中对第，]|要求|指控|认定|明确|规定|收悉|载明|确认|指出)"
)
_LONGEST_LABEL = 16
_LONGEST_GAP = 4


# The rest of a title line that is longer than this is body text.
_LONGEST_REST = 15
# After these the name goes on: it was cited in a sentence.
_GOES_ON = "的》〉”、，；"


def parts_run_together(document: Document) -> Iterator[Finding]:
    """DOC013: a number, addressee, signature, note or annex that does not begin a line of its own."""
    parts = {at: (variant, edit) for at, variant, edit in _glued_parts(document)}
    end = _end_of_glued_title(document)
    if parts and end is not None:
        # One cause: what the title runs into is told with the rest.
        parts.setdefault(end, ("body", Edit(end, end, "\n")))
    for at, (variant, edit) in sorted(parts.items()):
        yield Finding(at, at, {}, variant, edits=(edit,))


def title_body_run_on(document: Document) -> Iterator[Finding]:
    """DOC003: a title that is followed by body text on its line, where this is all that runs together (DOC013)."""
    end = _end_of_glued_title(document)
    if end is not None and document.title and not (document.kind in _FRAMED and any(_glued_parts(document))):
        yield Finding(end, end, {"title": document.title.text}, edits=(Edit(end, end, "\n"),))


def _end_of_glued_title(document: Document) -> int | None:
    """Where the body follows the title in its line."""
    title = document.title
    if title is None:
        return None
    line_end = document.text.find("\n", title.end)
    rest = document.text[title.end : line_end if line_end >= 0 else len(document.text)]
    return title.end if len(rest.strip()) > _LONGEST_REST and rest[0] not in _GOES_ON else None


def _glued_parts(document: Document) -> Iterator[tuple[int, str, Edit]]:
    """Where a part begins inside a line, the name of its message, and how it gets its place."""
    text = document.text
    titles = sorted(annex.title.end for annex in document.frame.annexes if annex.title)
    for glued in document.frame.glued:
        variant, at = _PARTS.get(glued.part), glued.at
        if variant is None or (glued.part == "text" and glued.before == "remark"):
            continue
        if glued.part == "text" and glued.before == "number" and _SPOKEN_OF.match(text, at):
            continue
        # Body text that follows the document's title in its line is found by the title itself.
        of_annex = bisect_right(titles, at) > bisect_left(titles, at - _LONGEST_GAP)
        names_somebody = glued.part == "addressee" and is_han(text[at])
        # A number in brackets belongs to the title of an announcement: 招聘公告（2024年第13号）.
        is_number = glued.part == "number" and text[at] not in "（("
        if glued.before == "title" and not (names_somebody or of_annex or is_number):
            continue
        if glued.before != "label" and _LABEL.search(text[max(0, at - _LONGEST_LABEL) : at]):
            continue
        # Below a heading that announces it, it is body text: 六、联系方式。联系人：王某某.
        if glued.part == "remark" and _CONTACT_HEADING.search(text[max(0, at - _LONGEST_LABEL) : at]):
            continue
        # Whom to call may end a paragraph: 按月报送。联系人：王某某.
        if glued.part == "remark" and text[at] not in "（(" and not document.run_on:
            continue
        start = at
        while start and text[start - 1] in _SPACE:
            start -= 1
        yield at, variant, Edit(at, at, "\u3000") if glued.part in _BESIDE else Edit(start, at, "\n")
