"""What must not be published: numbers of private persons (DOC040), and papers marked as secret or internal (DOC041)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern

# Province, birthday and the rest of a number of an identity card: eighteen figures, or fifteen behind its name.
_IDENTITY = Pattern(
    "(?<![0-9A-Za-z./-])(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)[0-9]{4}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
    "[0-9]{3}[0-9Xx](?![0-9A-Za-z])"
)
_OLD_IDENTITY = Pattern(
    "(?<![0-9A-Za-z./-])(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])[0-9]{4}[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}(?![0-9A-Za-z])"
)
_CARD = Pattern("(?<![0-9A-Za-z./-])[3-9][0-9]{3}(?:[ ]?[0-9]{4}){3}(?:[ ]?[0-9]{1,3})?(?![0-9A-Za-z])")
_MOBILE = Pattern("(?<![0-9A-Za-z./+-])1[3-9][0-9]{9}(?![0-9A-Za-z])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_SAYS_IDENTITY = Pattern("身份证|公民身份号码|证件号")
_SAYS_CARD = Pattern("银行卡|借记卡|储蓄卡|工资卡|社保卡|卡号")
_SAYS_OFFICE = Pattern("对公|开户单位|户名[：:][^\n]{2,30}(?:局|委|办|中心|公司|学校|厅|院|会)")
# An office gives its own contact; a list of people has neither.
_CONTACT = Pattern("联系|电话|手机|咨询|举报|热线|传真|报名|值班|监督|客服|微信|投诉|报送|经办|Tel|TEL|QQ")
_PUBLISHED = Pattern("公示|公告|名单|公开|拟录用|获奖|拟聘用|表彰")
_NEAR = 24
_LINE = 200
# Examples of how to fill in a form.
_EXAMPLE = Pattern("例如|例[：:]|示例[：:]|样例|如[：:]$|填写说明")


def personal_number(document: Document) -> Iterator[Finding]:
    """DOC040: numbers of identity cards and bank cards, and of mobile telephones in lists that are published."""
    text = document.text
    for match in _IDENTITY.finditer(text):
        if _checks(match[0]) and not _is_example(text, match.start()):
            yield Finding(*match.span(), {}, "identity")
    for match in _OLD_IDENTITY.finditer(text):
        if _SAYS_IDENTITY.search(text, max(0, match.start() - _NEAR), match.start()):
            yield Finding(*match.span(), {}, "identity")
    for match in _CARD.finditer(text):
        around = text[max(0, match.start() - _NEAR) : match.start()]
        if (
            _SAYS_CARD.search(around)
            and _luhn(match[0].replace(" ", ""))
            and not _SAYS_OFFICE.search(_line_before(text, match.start()))
        ):
            yield Finding(*match.span())
    if document.title is None or not _PUBLISHED.search(document.title.text):
        return
    for match in _MOBILE.finditer(text):
        line = _line_before(text, match.start())
        if not _CONTACT.search(line) and not document.is_in_cell(match.start()):
            yield Finding(*match.span(), {}, "mobile")


def _line_before(text: str, at: int) -> str:
    return text[max(0, at - _LINE) : at].rpartition("\n")[2]


def _is_example(text: str, at: int) -> bool:
    return _EXAMPLE.search(text[max(0, at - _NEAR) : at]) is not None


def _checks(number: str) -> bool:
    """Whether the last figure of a number of an identity card is the one that follows from the others."""
    total = sum(int(figure) * weight for figure, weight in zip(number[:17], _WEIGHTS, strict=True))
    return number[17].upper() == _CHECK[total % 11]


def _luhn(number: str) -> bool:
    """Whether the last figure of a card follows from the others (ISO/IEC 7812)."""
    doubled = [int(figure) * (1 + at % 2) for at, figure in enumerate(reversed(number))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


_SECRET = Pattern(
    "(?:绝密|机密|秘密)[★☆](?:[0-9一二三四五六七八九十]{1,3}[年月]|长期)?"
    "|内部(?:资料|文件|材料)[，、 \u3000]{0,2}(?:注意保存|请勿外传|不得外传|严禁外传|注意保密)"
    "|[（(](?:此件)?(?:不予公开|不公开|不得公开)[）)]|公开(?:方式|属性|选项|类型)[：:][ \u3000]?(?:不予公开|不公开)",
    needs=("密★", "密☆", "内部", "公开"),
)
_OPEN = Pattern(
    "[（(]此件(?:公开发布|主动公开|可?公开)[）)]|[（(]主动公开[）)]|公开(?:方式|属性|选项|类型)[：:][ \u3000]?主动公开",
    needs=("公开",),
)


def secret_and_published(document: Document) -> Iterator[Finding]:
    """DOC041: a mark of secrecy or of internal papers in a text that says that it is published."""
    text = document.text
    opened = next(_OPEN.finditer(text), None)
    if opened is None:
        return
    for match in _SECRET.finditer(text):
        before = text[max(0, match.start() - _NEAR) : match.start()].rpartition("\n")[2]
        if before.rfind("“") <= before.rfind("”"):
            related = ((opened.start(), opened.end(), "related"),)
            yield Finding(*match.span(), {"found": match[0], "open": opened[0]}, related=related)
