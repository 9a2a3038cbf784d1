"""DOC005: the number of a document (发文字号), such as 示政发〔2024〕5号."""

import re
from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern

_NUMBER = Pattern(
    r"(?P<open>[〔\[［【(（])(?P<year>(?:19|20)[0-9]{2})(?P<nian>年?)(?P<close>[〕\]］】)）]) ?"
    r"(?P<ordinal>第? ?)(?P<zeros>0*)(?P<number>[1-9][0-9]{0,4}) ?(?P<hao>号?)",
    first="〔[［【(（",
)
_SHORT_YEAR = Pattern("〔[0-9]{2}〕第?[0-9]{1,4}号")
_HAN_BEFORE = Pattern("[\u4e00-\u9fff] ?$")
# Orders and announcements are numbered 第5号; in round brackets a year stands beside their number by right.
_ORDERS = Pattern("(?:令|公告|通告|公报|议案|提案|建议) ?$")
# 发, 函 and the like end the code of a bureau.
_CODE_END = Pattern("[发函办字政规厅党组人财教科建农法司民成综社资环卫安税商监外审体文旅统质医保水林土委局通] ?$")
# Several numbers of one year share the year: 〔2020〕5、6号.
_GOES_ON = "、，和及与-—～至0123456789"


def document_number_format(document: Document) -> Iterator[Finding]:
    """A document number with wrong brackets, 第, a padded number, 年 in the brackets, or without 号."""
    text = document.text
    for match in _NUMBER.finditer(text):
        before = text[max(0, match.start() - 4) : match.start()]
        if not _HAN_BEFORE.search(before):
            continue
        edits = tuple(_edits(text, match, before))
        if edits:
            number = f"〔{match['year']}〕{match['ordinal'] if _ORDERS.search(before) else ''}{match['number']}号"
            yield Finding(*match.span(), {"right": number}, edits=edits)
    for match in _SHORT_YEAR.finditer(text):
        yield Finding(*match.span(), {}, "year")


def _edits(text: str, match: re.Match[str], before: str) -> Iterator[Edit]:
    """What makes a match a proper document number; nothing where it is one, or is none at all."""
    order = bool(_ORDERS.search(before))
    is_round = match["open"] in "(（"
    if is_round and (order or not match["hao"] or match["ordinal"] or not _CODE_END.search(before)):
        return
    coded = match["open"] == "〔" or _CODE_END.search(before)
    if not match["hao"] and (not coded or text[match.end() : match.end() + 1] in tuple(_GOES_ON)):
        return
    if match["open"] != "〔":
        yield Edit(*match.span("open"), "〔")
    if match["nian"]:
        yield Edit(*match.span("nian"), "")
    if match["close"] != "〕":
        yield Edit(*match.span("close"), "〕")
    if match["ordinal"].strip() and not order:
        yield Edit(*match.span("ordinal"), "")
    if match["zeros"]:
        yield Edit(*match.span("zeros"), "")
    if not match["hao"]:
        yield Edit(match.end(), match.end(), "号")
