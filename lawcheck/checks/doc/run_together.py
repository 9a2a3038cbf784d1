"""DOC013: parts of a document that stand in one line."""

import re
from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit

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
_SPACE = " \t\u3000\xa0"
# What names the part that follows in the same line: 抄送：…, 公开方式：主动公开, 主办单位：…, 附件1-3 某某示意图.
_LABEL = re.compile(
    r"(?:抄[送报]|主送|分送|公开(?:方式|属性|形式|范围)|(?:主办|承办|协办|发文|拟稿|责任|印发)(?:单位|部门|机关)"
    r"|版权所有|附件[ \u3000]?[0-9]{1,2}[-－—–~～][0-9]{1,2}[:：]?)[ \u3000]?[:：]?[ \t\u3000\xa0]*$"
)
_LONGEST_LABEL = 16
_LONGEST_GAP = 4


def parts_run_together(document: Document) -> Iterator[Finding]:
    """DOC013: a number, addressee, signature, note or annex that does not begin a line of its own."""
    text = document.text
    titles = [annex.title.end for annex in document.frame.annexes if annex.title]
    for glued in document.frame.glued:
        variant, at = _PARTS.get(glued.part), glued.at
        if variant is None or (glued.part == "text" and glued.before == "remark"):
            continue
        # What follows the document's title in its line is a matter of DOC003.
        if glued.before == "title" and not any(0 <= at - end <= _LONGEST_GAP for end in titles):
            continue
        if glued.before != "label" and _LABEL.search(text[max(0, at - _LONGEST_LABEL) : at]):
            continue
        # Whom to call may end a paragraph: 按月报送。联系人：王某某.
        if glued.part == "remark" and text[at] not in "（(" and not document.run_on:
            continue
        start = at - len(text[:at]) + len(text[:at].rstrip(_SPACE)) if text[at - 1] in _SPACE else at
        edit = Edit(at, at, "\u3000") if glued.part in _BESIDE else Edit(start, at, "\n")
        yield Finding(at, at, {}, variant, edits=(edit,))
