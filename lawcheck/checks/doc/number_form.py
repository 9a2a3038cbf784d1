"""DOC005: the form of the number of a document (发文字号), such as 示政发〔2024〕5号."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.vocabulary.document_numbers import DocumentNumber, document_numbers_in

_ROUND = "（(〈"
# The small forms look the same.
_RIGHT = "〔〕﹝﹞"
_SHORT_YEAR = len("〔24")
# Several numbers of one year share the year: 〔2020〕5、6号.
_GOES_ON = tuple("、，和及与-—～至0123456789")


def document_number_format(document: Document) -> Iterator[Finding]:
    """DOC005: a document number with wrong brackets, 第, a padded number, 年 in the brackets, or without 号."""
    text = document.text
    for number in document_numbers_in(text):
        if number.closing - number.opening == _SHORT_YEAR:
            yield Finding(number.opening, number.end, {}, "year")
        elif edits := tuple(_edits(text, number)):
            right = number.written.removeprefix(number.agency)
            yield Finding(number.opening, number.end, {"right": right}, edits=edits)


def _edits(text: str, number: DocumentNumber) -> Iterator[Edit]:
    """What makes it a proper number; nothing where it is one, or is perhaps none at all."""
    opening, closing, digits, end = number.opening, number.closing, number.digits, number.end
    unsure = number.is_order or not number.has_hao or number.has_di or not number.is_coded
    if text[opening] in _ROUND and unsure:
        return
    if not number.has_hao and text.startswith(_GOES_ON, end):
        return
    if text[opening] not in _RIGHT:
        yield Edit(opening, opening + 1, "〔")
    if (nian := text.find("年", opening, closing)) >= 0:
        yield Edit(nian, nian + 1, "")
    if text[closing] not in _RIGHT:
        yield Edit(closing, closing + 1, "〕")
    if number.has_di and not number.is_order:
        yield Edit(text.index("第", closing), digits, "")
    figures = text[digits:end].rstrip("号 \u3000")
    if zeros := len(figures) - len(figures.lstrip("0０")):
        yield Edit(digits, digits + zeros, "")
    if not number.has_hao:
        yield Edit(end, end, "号")
