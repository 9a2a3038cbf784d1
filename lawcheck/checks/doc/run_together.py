"""DOC013: parts of a document that stand in one line."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit

# How the messages call what begins inside a line; 附注 after a date and what a title runs into are other matters.
_PARTS = {
    "number": "number",
    "addressee": "addressee",
    "text": "body",
    "signature": "signature",
    "signature_date": "signature",
    "note": "note",
    "announced": "note",
    "annex": "annex",
    "title": "default",
    "imprint": "default",
}
_SPACE = " \t\u3000\xa0"


def parts_run_together(document: Document) -> Iterator[Finding]:
    """DOC013: a number, addressee, signature, note or annex that does not begin a line of its own."""
    text = document.text
    for glued in document.frame.glued:
        variant = _PARTS.get(glued.part)
        # What follows a title in its line is a matter of DOC003, and a letterhead may share its lines.
        if variant is None or glued.before == "title" or (glued.part == "text" and glued.before == "remark"):
            continue
        at = glued.at
        start = at - len(text[:at]) + len(text[:at].rstrip(_SPACE)) if text[at - 1] in _SPACE else at
        yield Finding(at, at, {}, variant, edits=(Edit(start, at, "\n"),))
