"""Formulas that open and close a document, and its remark, without their signs (DOC045, DOC048, DOC049)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import SELF_NAME

_LINE_END = r"[ \t\u3000]*(?:\n|$)"
_CLOSING = Pattern(
    rf"(?:(?<=[\n \t\u3000。；])|^)特此(?:{SELF_NAME}|复函|致函|函请|证明|说明|声明|告知|公布)"
    rf"(?P<sign>[，、；;！!]?)(?={_LINE_END})",
    needs=("特此",),
)
# 现将有关事项通知如下
_OPENING = Pattern(rf"(?:{SELF_NAME}|答复|规定|安排|要求)如下(?P<sign>[，,；;、]?)(?=[ \t\u3000]*\n)", needs=("如下",))
# 此件公开发布
_REMARK = Pattern(
    r"(?<=\n)[ \t\u3000]*(?P<remark>此件(?:公开发布|主动公开|依申请公开|不予公开|删减后公开|不公开|公开))"
    rf"(?P<stop>[。]?)(?={_LINE_END})",
    needs=("此件",),
)


def closing_without_stop(document: Document) -> Iterator[Finding]:
    """DOC045: 特此通知 at the end of a line, without 。 behind it."""
    for match in _CLOSING.finditer(document.text):
        if not document.is_in_cell(match.start()):
            variant = "sign" if match["sign"] else "default"
            yield Finding(*match.span(), {"found": match[0]}, variant, edits=(Edit(*match.span("sign"), "。"),))


def remark_without_brackets(document: Document) -> Iterator[Finding]:
    """DOC048: 此件公开发布 on a line of its own, without （ ）."""
    for match in _REMARK.finditer(document.text):
        start, end = match.start("remark"), match.end()
        edits = (Edit(start, start, "（"), Edit(*match.span("stop"), "）"))
        yield Finding(start, end, {"remark": match["remark"]}, edits=edits)


def opening_without_colon(document: Document) -> Iterator[Finding]:
    """DOC049: 通知如下 at the end of a line, with no sign or a comma behind it."""
    for match in _OPENING.finditer(document.text):
        if not document.is_in_cell(match.start()):
            yield Finding(*match.span(), {"found": match[0]}, edits=(Edit(*match.span("sign"), "："),))
