"""Remarks: what is said of a document beside its text, and whom to call about it."""

from collections.abc import Callable

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

REMARK = Pattern(
    r"[（(][ ]?(?:此件|本件|本文|本公文|信息公开|公开[发方属]|主动公开|依申请公开|不予公开|联系|附注)"
    r"(?:[^（）()\n]|[（(][^（）()\n]{0,60}[）)]){0,200}[）)]"
    # The same without the brackets, as a whole line: 此件公开发布.
    r"|[此本]件(?:主动|依申请|不予|可|不)?(?:全文|删减后)?公开(?:发布|发至[^。，；\n]{1,12})?。?$"
)
_CONTACT = Pattern(
    r"(?:(?:工作)?(?:联[ \u3000]?系[ \u3000]?(?:人|电话|方式|单位|科室|地址)|(?:电子)?邮箱|传真"
    r"|(?:监督|咨询|举报|投诉|服务|值班)(?:电话|热线))[^：:，。\n]{0,8}[：:][^。；\n]{0,80}"
    # Who asks is named before it: 区普法办联系人及电话：王某某，8880000；
    rf"|[{HAN}]{{1,10}}联系(?:人|电话|方式)[^：:，。\n]{{0,8}}[：:][^。；\n]{{1,80}})[；。]?$"
)
# What goes on below a line of these: 教育科0999-8888000, wsj@example.cn.
_CONTACT_FURTHER = Pattern(
    rf"[{HAN}（）() \u3000]{{0,24}}[：:]?[ \u3000]?(?:[0-9]{{3,4}}[-—－ ]?[0-9]{{7,8}}|1[0-9]{{10}})[^。\n]{{0,30}}$"
    r"|[\w.-]{2,30}@[\w.-]{4,30}$|(?:邮编|地址|通[讯信]地址|手机|电话)[：:][^。；\n]{2,60}$"
)
# The same behind a sentence in a line: …另行通知。联系人：王某某，电话：8888000.
_INLINE_CONTACT = Pattern(r"(?<=[。；])(?:工作)?联系(?:人|电话|方式|单位|科室)[^：:，。\n]{0,8}[：:]")
_CONTACT_BEGIN = Pattern(r"(?:工作)?联系(?:人|电话|方式|单位|科室)[^：:，。\n]{0,8}[：:]")
# What a page says of a document behind its date: 公开程序：本单位审核后公开, 责任部门：秘书处.
PAGE_NOTE = (
    r"(?:政[府务])?(?:信息)?(?:公开(?:程序|方式|属性|类别|类型|选项|形式|范围|时限|责任部门)|责任(?:部门|处室|编辑)|发布(?:单位|机构|部门)"
    r"|(?:信息)?来源|编辑|审核|校对)[ \u3000]?[:：]"
)
_OF_PAGE = Pattern(PAGE_NOTE)
# The labels of whom to call in a line that goes on with something else, and what the last of them says.
_LABEL = Pattern(
    r"(?:联系(?:人|电话|方式|单位|科室|地址)|(?:监督|咨询|举报|投诉|服务|值班)(?:电话|热线)|(?:办公)?电话|手机|传真|(?:电子)?邮箱|邮编|(?:通[讯信])?地址)"
    r"[^：:，。\n]{0,8}[：:]",
    needs=("：", ":"),
)
_VALUE = Pattern(
    rf"[ \u3000]?(?:[{HAN}·]{{2,4}}[ \u3000]?)?"
    r"(?:[0-9][0-9（）()、，,/－—-]{5,59}|[A-Za-z0-9_.-]{2,30}@[A-Za-z0-9_.-]{4,30})"
    r"(?:（[^（）\n]{1,8}）)?[。；]?"
)
_REACH = 200
_REMARK_REACH = 300
_LONGEST_CONTACT = 100
_LONGEST_CONTACTS = 200
_LONGEST_VALUE = 60


def remark_at(text: str, start: int, end: int, last: str, titled: Callable[[int, int], int | None]) -> int | None:
    """Where a remark ends that begins at a place of a line: in brackets, or below a date (`last`) or another remark.

    `titled` says where a title ends that begins at a place of the line.
    """
    if remark := REMARK.match(text, start, end):
        return remark.end()
    if last not in ("DATE", "REMARK"):
        return None
    if last == "DATE" and _OF_PAGE.match(text, start, end):
        return end
    if last == "REMARK" and end - start <= _LONGEST_CONTACT and _CONTACT_FURTHER.match(text, start, end):
        return end
    stop = _calls_end(text, start, min(end, start + _LONGEST_CONTACTS))
    return stop if stop and titled(stop, end) else None


def _calls_end(text: str, start: int, end: int) -> int | None:
    """Where it ends whom to call, up to a number or address: 联系单位：水利科监督电话：8888000."""
    last = _LABEL.match(text, start, end)
    for label in _LABEL.finditer(text, last.end(), end) if last else ():
        if last and label.start() - last.end() > _LONGEST_VALUE:
            break
        last = label
    value = _VALUE.match(text, last.end(), end) if last else None
    return value.end() if value else None


def contacts_end(text: str, start: int, stop: int, end: int) -> int | None:
    """Where it ends whom to call, in a line or in the part of one that something closes at `stop`."""
    if stop - start <= _LONGEST_CONTACT and _CONTACT.match(text, start, stop):
        return stop
    return stop if stop - start <= _LONGEST_CONTACTS and _CONTACT_BEGIN.match(text, start, end) else None


def remark_behind(text: str, start: int, end: int) -> int | None:
    """Where a remark begins that ends a text: …另行通知。联系人：王某某, or one in brackets."""
    low = max(start, end - _REACH)
    if text.find("联系", low, end) > 0 and (contact := _INLINE_CONTACT.search(text, low, end)):
        return contact.start()
    if text[end - 1] not in "）)" and not text[end - 1].isspace():
        return None
    low = max(start, end - _REMARK_REACH)
    last = max(text.rfind("（", low, end), text.rfind("(", low, end))
    if last > 0 and (remark := REMARK.match(text, last, end)) and not text[remark.end() : end].strip():
        return last
    return None
