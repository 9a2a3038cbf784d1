"""Formulas that open and close a document, and its remark, without their signs (DOC045, DOC048, DOC049)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE
from lawcheck.text.vocabulary.genres import SELF_NAME
from lawcheck.text.vocabulary.han import HAN

_LINE_END = r"[ \t\u3000]*(?:\n|$)"
_CLOSING = Pattern(
    rf"(?:(?<=[\n \t\u3000。；])|^)特此(?:{SELF_NAME}|复函|致函|函请|证明|说明|声明|告知|公布)"
    rf"(?P<sign>[，、；;！!]?)(?={_LINE_END})",
    needs=("特此",),
)
# 望互相转告, 敬请谅解, 妥否，请批示: what is asked for at the end of a text, above its signature or date.
_ASKING = Pattern(
    f"(?:(?<=[\n \t\u3000，。；,;])|^)(?:妥否，?|当否，?|可否，?|是否妥当，?|特此(?:{SELF_NAME}|告知|公布)，?)?"
    f"(?:[请望希盼]|敬请|恳请|务请|谨请|还望|希望)[{HAN}]{{0,16}}(?:周知|知照|知悉|转告|提醒|配合|谅解|理解|支持|执行|落实|办理"
    "|批示|批复|审批|审[议阅示定]|指示|函复|复函|查收|协助|惠允|参加|出席|监督|体谅|关注|遵守)"
    rf"(?P<sign>[，、；;！!]?)(?={_LINE_END})",
    first="妥当可是特请望希盼敬恳务谨还",
)
# 各村要高度重视，认真抓好落实: a whole line that asks for something.
_ASKING_LINE = Pattern(
    f"(?:(?<=[\n \t\u3000])|^)(?P<said>(?:请|敬请|恳请|务请|望|希望?|各[{HAN}、（）]{{1,16}}(?:要|应|须|务必))"
    rf"[{HAN}，、,“”《》（）()0-9]{{6,120}}[{HAN}])(?P<sign>)(?={_LINE_END})",
    first="请敬恳务望希各",
)
_LINES_BELOW, _LONGEST_BELOW = 3, 200
_SIGNED = Pattern(rf"\s{{0,8}}(?:[^\n。；：:]{{2,40}}\n\s{{0,8}}){{0,{_LINES_BELOW}}}{DATE}[ \t\u3000]*(?:\n|$)")
_LAST_LINE = Pattern(f"\\s{{0,8}}(?:[{HAN}（） \u3000]{{2,30}})?\\s{{0,8}}$")
_LONGEST_SAID, _NEAR = 30, 20
_FULL_STOP = "。"
# 现将有关事项通知如下
_OPENING = Pattern(rf"(?:{SELF_NAME}|答复|规定|安排|要求)如下(?P<sign>[，,；;、]?)(?=[ \t\u3000]*\n)", needs=("如下",))
# 此件公开发布
_REMARK = Pattern(
    r"(?<=\n)[ \t\u3000]*(?P<remark>此件(?:公开发布|主动公开|依申请公开|不予公开|删减后公开|不公开|公开))"
    rf"(?P<stop>[。]?)(?={_LINE_END})",
    needs=("此件",),
)


def closing_without_stop(document: Document) -> Iterator[Finding]:
    """DOC045: 特此通知 at the end of a line, without 。 behind it; 敬请谅解 and the like above the signature."""
    yield from _asked(document)
    for match in _CLOSING.finditer(document.text):
        if not document.is_in_cell(match.start()):
            variant = "sign" if match["sign"] else "default"
            yield Finding(*match.span(), {"found": match[0]}, variant, edits=(Edit(*match.span("sign"), "。"),))


def _asked(document: Document) -> Iterator[Finding]:
    """What is asked for in the last line above a signature, in a text that has full stops."""
    text = document.text
    if _FULL_STOP not in text:
        return
    told: set[int] = set()
    for pattern, group in ((_ASKING, 0), (_ASKING_LINE, "said")):
        for match in pattern.finditer(text):
            end = match.end()
            signed = _SIGNED.match(text, end, end + _LONGEST_BELOW) or (group == 0 and _LAST_LINE.match(text, end))
            # A whole line begins its own.
            before = text[max(0, match.start() - _NEAR) : match.start()].rpartition("\n")[2].strip() if group else ""
            if signed and not before and end not in told and not document.is_in_cell(match.start()):
                told.add(end)
                variant = "sign" if match["sign"] else "default"
                start = max(match.start(group), end - _LONGEST_SAID)
                yield Finding(start, end, {"found": text[start:end]}, variant, (Edit(*match.span("sign"), "。"),))


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
