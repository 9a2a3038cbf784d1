"""DOC045: the closing formula of a document (特此通知) ends without a full stop, or with another sign."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import SELF_NAME

_CLOSING = Pattern(
    rf"(?:(?<=[\n \t\u3000。；])|^)特此(?:{SELF_NAME}|复函|致函|函请|证明|说明|声明|告知|公布)(?P<sign>[，、；;！!]?)"
    r"(?=[ \t\u3000]*(?:\n|$))",
    needs=("特此",),
)


def closing_without_stop(document: Document) -> Iterator[Finding]:
    """DOC045: 特此通知 at the end of a line, without 。 behind it."""
    for match in _CLOSING.finditer(document.text):
        if not document.is_in_cell(match.start()):
            variant = "sign" if match["sign"] else "default"
            yield Finding(*match.span(), {"found": match[0]}, variant, edits=(Edit(*match.span("sign"), "。"),))
