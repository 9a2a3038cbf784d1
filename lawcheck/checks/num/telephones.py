"""Telephone numbers that ran together, or have a figure too many or too few (NUM015)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern

# An area code with two numbers of seven or eight figures behind it, or two numbers of mobile telephones.
_GLUED = Pattern(
    "(?<![0-9A-Za-z.-])(?:[（(]?0[0-9]{2,3}[）)]?[-—－ ]?(?:[2-9][0-9]{6}[2-9][0-9]{6}|[2-9][0-9]{7}[2-9][0-9]{7})"
    "|1[3-9][0-9]{9}1[3-9][0-9]{9})(?![0-9A-Za-z.-])"
)
# A mobile telephone has eleven figures; behind an area code stand seven or eight.
_LENGTH = Pattern(
    "(?<![0-9A-Za-z.-])(?:1[3-9][0-9]{8}(?:[0-9]{2})?|0[1-9][0-9]{1,2}[-—－–](?:[2-8][0-9]{5}|[2-8][0-9]{8}))(?![0-9A-Za-z.*＊-])"
)
_ONE = Pattern("电话|手机|联系方式|Tel|TEL")
_NEAR = 14
_SAID = Pattern("电话|手机|传真|热线|联系|Tel|TEL|咨询|举报")
_REACH = 40


def glued_telephones(document: Document) -> Iterator[Finding]:
    """NUM015: two telephone numbers with nothing between them, or one of no possible length, where these are named."""
    text = document.text
    for match in _GLUED.finditer(text):
        if _SAID.search(text, max(0, match.start() - _REACH), match.start()):
            yield Finding(*match.span(), {"found": match[0]})
    for match in _LENGTH.finditer(text):
        if _ONE.search(text, max(0, match.start() - _NEAR), match.start()):
            yield Finding(*match.span(), {"found": match[0]}, "length")
