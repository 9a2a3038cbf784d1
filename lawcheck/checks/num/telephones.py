"""Telephone numbers that ran together (NUM015)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern

# An area code with two numbers of seven or eight figures behind it, or two numbers of mobile telephones.
_GLUED = Pattern(
    "(?<![0-9A-Za-z.-])(?:[（(]?0[0-9]{2,3}[）)]?[-—－ ]?(?:[2-9][0-9]{6}[2-9][0-9]{6}|[2-9][0-9]{7}[2-9][0-9]{7})"
    "|1[3-9][0-9]{9}1[3-9][0-9]{9})(?![0-9A-Za-z.-])"
)
_SAID = Pattern("电话|手机|传真|热线|联系|Tel|TEL|咨询|举报")
_REACH = 40


def glued_telephones(document: Document) -> Iterator[Finding]:
    """NUM015: two telephone numbers with nothing between them, where the text speaks of telephones."""
    text = document.text
    for match in _GLUED.finditer(text):
        if _SAID.search(text, max(0, match.start() - _REACH), match.start()):
            yield Finding(*match.span(), {"found": match[0]})
