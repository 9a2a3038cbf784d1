"""DOC005: the form of the number of a document (发文字号), such as 示政发〔2024〕5号."""

from collections.abc import Iterator

from lawcheck.checks.scanned import is_scanned
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.document_numbers import CODE_ENDS, DocumentNumber, document_numbers_in
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import SIGNING_END

_ROUND = "（(〈"
# The small forms are told by PUN035.
_RIGHT = "〔〕﹝﹞"
_SHORT_YEAR = len("〔24")
# Several numbers of one year share the year: 〔2020〕5、6号.
_GOES_ON = tuple("、，和及与-—～至0123456789")

_SHORTEST_CODE = 3
# The own number of a document stands above its text.
_HEAD = 600
# The rules of 1987 did away with 第 and with years of two figures: older numbers are quoted as they were written.
_RULES_SINCE = 1987
_LONGEST_CODE = 16
_TORN = Pattern(
    f"(?P<code>[{HAN}]{{1,8}}[{CODE_ENDS}](?<![证书照可]字))\\n?(?P<open>[〔﹝［\\[【（(〈]?)(?P<year>(?:19[5-9]|20[0-4])[0-9])"
    "(?P<close>[〕﹞］\\]】）)〉]?)(?P<number>[1-9][0-9]{0,3})号",
    needs=("号",),
)


# 示政发2024 5号, （示政发2024-5号）, 示政发{2024}5号: without brackets, or with others.
_OTHER = Pattern(
    f"(?<=[{HAN}]{{2}}[发函办字规])[ \\u3000]?(?:(?P<blank>20[0-4][0-9])[ \\u3000]{{1,2}}第?"
    f"|(?<=[（(][{HAN}]{{3}})(?P<joined>20[0-4][0-9])[-—－年]第?(?=[0-9]{{1,4}}号[）)])"
    f"|(?<=[（(][{HAN}]{{4}})(?P<joint>20[0-4][0-9])[-—－年]第?(?=[0-9]{{1,4}}号[）)])"
    "|[{<「《﹙„‚“‘‹«〖](?P<other>20[0-4][0-9])[}>」》﹚‟‛”’›»〗]第?)(?P<number>[1-9][0-9]{0,3})号",
    needs=("号",),
)
# 示教发[2024]（5）号, 示教发2024（5）号: brackets around the number.
_IN_BRACKETS = Pattern(
    "(?:[〔﹝［\\[【（(](?P<year>(?:19|20)[0-9]{2})[〕﹞］\\]】）)]|(?<=["
    + CODE_ENDS
    + "])(?P<bare>(?:19|20)[0-9]{2}))"
    "[（(［\\[〔](?P<number>[1-9][0-9]{0,3})(?:[）)］\\]〕]号|号[）)］\\]〕])",
    needs=("号",),
)
# 〔20224〕5号, 〔204〕5号, 〔2203〕5号: a figure too many, too few or another; 〔2024〕　号: never filled in.
_YEAR_FIGURES = Pattern(
    r"[〔﹝\[](?:[12][0-9]{2}|20[0-9]{3}|2[1-9][0-9]{2}|1[0-8][0-9]{2})[〕﹞\]][0-9]{1,4}号",
    needs=("号",),
    first="〔﹝[",
)
# 〔201 6〕5号: a blank that came into the year.
_YEAR_TORN = Pattern(
    r"[〔﹝\[［](?P<year>[12](?=[0-9]* [0-9 ]*[〕﹞\]］])[ ]?[09][ ]?[0-9][ ]?[0-9])[〕﹞\]］]"
    "[ ]?(?P<number>[0-9]{1,4})号",
    needs=("号",),
    first="〔﹝[［",
)
# 《示例通知》（〔2024〕2号）: the code of the agency is lost.
_WITHOUT_CODE = Pattern(
    r"(?<=》[（(])[〔﹝\[](?:19|20)[0-9]{2}[〕﹞\]][0-9]{1,4}号(?=[）)])", needs=("号",), first="〔﹝["
)
# 示农〔年〕6号, 示农〔〕月6号: the year is lost.
_YEAR_LOST = Pattern(
    f"(?<=[{HAN}][{CODE_ENDS}])[〔﹝][ \u3000]{{0,4}}年?[ \u3000]{{0,4}}[〕﹞]月?[0-9]{{1,4}}号", first="〔﹝"
)
_UNFILLED = Pattern(
    rf"(?<=[{HAN}])[〔﹝\[]20[0-4][0-9][〕﹞\]](?:[ \u3000]{{0,8}}|[_＿]{{1,8}})号(?![0-9码])",
    needs=("号",),
    first="〔﹝[",
)
# 〔二〇二四〕5号, 〔2024〕五号
_NUMERALS = Pattern(
    "[〔﹝\\[](?:二[〇○零][〇○零一二三四][〇○零一二三四五六七八九][〕﹞\\]]第?[0-9一二三四五六七八九十百]{1,4}号"
    "|20[0-4][0-9][〕﹞\\]]第?[一二三四五六七八九十百]{1,4}号)",
    needs=("号",),
    first="〔﹝[",
)

# 示政发〔201023）: a bracket and 号 are lost; 》（示财农200725号）: both brackets.
_HALF = Pattern(
    f"(?<=[{HAN}][{CODE_ENDS}])[〔﹝](?P<year>20[0-4][0-9])(?P<number>[1-9][0-9]{{0,3}})(?=[）)])"
    f"|(?<=[（(])(?P<code>[{HAN}]{{1,8}}[{CODE_ENDS}])[ ]?"
    "(?P<bare>(?:199|20[0-4])[0-9])(?P<last>[1-9][0-9]{0,2})[ ]?号(?=[）)])",
    needs=("〔", "﹝", "（", "("),
)
# 〔2026〕示政发12号: the year before the code, as was done until the rules of 1987.
_TURNED = Pattern(
    f"(?:(?<=[\\n \\u3000])|^)(?P<year>[〔﹝［\\[【（(]20[0-4][0-9][〕﹞］\\]】）)])"
    f"(?P<code>[{HAN}]{{1,8}}[{CODE_ENDS}])(?P<number>[1-9][0-9]{{0,3}})号(?=[ \\u3000]*(?:\\n|$))",
    first="〔﹝［[【（(",
)


# What an office decides in a case has a number of its own, that others quote as it stands:
# 罚〔2024〕第12号行政处罚决定书.
_CASE_CODE = frozenset("罚缉诉执裁仲鉴认扣勘检验")
_OF_A_CASE = Pattern(
    f"[{HAN}]{{0,12}}(?:决定书?|告知书|裁[定决]书?|判决书?|认定书|鉴定书|催告书|意见书|处罚|复议|强制)"
)

# 国务院令344号: orders count with 第, in a thousand published ones without exception; 沪府令59号 is a code of its own.
_ORDER = Pattern(f"(?:(?<={SIGNING_END})(?<![^政]府)|(?<=主席))令(?P<number>[0-9]{{1,4}})号", needs=("令",))


def document_number_format(document: Document) -> Iterator[Finding]:
    """DOC005: a document number with wrong brackets, 第, a padded number, 年 in the brackets, or without 号."""
    text = document.text
    for number in document_numbers_in(text):
        if _is_of_old(number):
            continue
        if number.closing - number.opening == _SHORT_YEAR:
            yield Finding(number.opening, number.end, {}, "year")
        elif edits := tuple(_edits(text, number)):
            right = number.written.removeprefix(number.agency)
            yield Finding(number.opening, number.end, {"right": right}, edits=edits)
    yield from _torn_numbers(document)
    for match in _OTHER.finditer(text):
        year = match["blank"] or match["joined"] or match["joint"] or match["other"]
        right = f"〔{year}〕{match['number']}号"
        yield Finding(*match.span(), {"right": right}, edits=(Edit(*match.span(), right),), unsafe=True)
    for match in _ORDER.finditer(text):
        at = match.start("number")
        yield Finding(*match.span(), {"right": f"令第{match['number']}号"}, edits=(Edit(at, at, "第"),))
    for match in _HALF.finditer(text):
        right = f"〔{match['year'] or match['bare']}〕{match['number'] or match['last']}号"
        start = match.end("code") if match["code"] else match.start()
        yield Finding(start, match.end(), {"right": right}, edits=(Edit(start, match.end(), right),), unsafe=True)
    for match in _YEAR_TORN.finditer(text):
        right = f"〔{match['year'].replace(' ', '')}〕{match['number']}号"
        yield Finding(*match.span(), {"right": right}, edits=(Edit(*match.span(), right),))
    for match in _IN_BRACKETS.finditer(text):
        right = f"〔{match['year'] or match['bare']}〕{match['number']}号"
        yield Finding(*match.span(), {"right": right}, edits=(Edit(*match.span(), right),), unsafe=True)
    for variant, pattern in (
        ("year", _YEAR_FIGURES),
        ("year", _YEAR_LOST),
        ("numerals", _NUMERALS),
        ("code", _WITHOUT_CODE),
    ):
        yield from (Finding(*match.span(), {}, variant) for match in pattern.finditer(text))
    for match in _UNFILLED.finditer(text):
        # Further down there are forms to be filled in.
        if match.start() < _HEAD or "》（" in text[match.start() - _LONGEST_CODE : match.start()]:
            yield Finding(*match.span(), {}, "unfilled")
    for match in _TURNED.finditer(text, 0, _HEAD):
        right = f"{match['code']}〔{match['year'][1:-1]}〕{match['number']}号"
        edits = (Edit(match.start("year"), match.end("number") + 1, right),)
        yield Finding(match.start("year"), match.end("number") + 1, {"right": right}, edits=edits, unsafe=True)


def _is_of_old(number: DocumentNumber) -> bool:
    """Whether a number is written as numbers were before the rules: 〔1956〕第12号, 〔56〕12号."""
    is_short = number.closing - number.opening == _SHORT_YEAR
    return number.year < _RULES_SINCE and (number.has_di or is_short)


def _is_of_a_case(text: str, number: DocumentNumber) -> bool:
    """Whether a number is that of a decision in a case."""
    return not _CASE_CODE.isdisjoint(number.agency) or _OF_A_CASE.match(text, number.end) is not None


def _torn_numbers(document: Document) -> Iterator[Finding]:
    """Numbers whose brackets were lost, one of them or in a scan both: 示政发2024〕5号, 示政发20245号."""
    text = document.text
    for match in _TORN.finditer(text):
        start, opened, closed = match.end("code"), match["open"], match["close"]
        if (opened and closed) or not (opened or closed or is_scanned(document)):
            continue
        # 收发 or 分发 by themselves are no code of an agency, and what follows is an amount.
        if len(match["code"].strip()) < _SHORTEST_CODE and not {opened, closed} & set(_RIGHT):
            continue
        right = f"〔{match['year']}〕{match['number']}号"
        yield Finding(start, match.end(), {"right": right}, edits=(Edit(start, match.end(), right),), unsafe=True)


def _edits(text: str, number: DocumentNumber) -> Iterator[Edit]:
    """What makes it a proper number; nothing where it is one, or is perhaps none at all."""
    opening, closing, digits, end = number.opening, number.closing, number.digits, number.end
    unsure = number.is_order or not number.has_hao or number.has_di or not number.is_coded
    # What is decided or certified in a case is quoted with the round brackets that it has: 示价鉴字（2014）45号.
    if text[opening] in _ROUND and (unsure or _is_of_a_case(text, number)):
        return
    if not number.has_hao and text.startswith(_GOES_ON, end):
        return
    if text[opening] not in _RIGHT:
        yield Edit(opening, opening + 1, "〔")
    if (nian := text.find("年", opening, closing)) >= 0:
        yield Edit(nian, nian + 1, "")
    if text[closing] not in _RIGHT:
        yield Edit(closing, closing + 1, "〕")
    if number.has_di and not (number.is_order or _is_of_a_case(text, number)):
        yield Edit(text.index("第", closing), digits, "")
    figures = text[digits:end].rstrip("号 \u3000")
    if zeros := len(figures) - len(figures.lstrip("0０")):
        yield Edit(digits, digits + zeros, "")
    if not number.has_hao:
        yield Edit(end, end, "号")
