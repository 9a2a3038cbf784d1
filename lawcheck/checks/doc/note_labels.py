"""DOC032: the note on annexes says 附件 once, and numbers the names."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern

_LABEL = Pattern(
    r"(?:(?<=\n)|^)[ \t\u3000]{0,16}"
    r"(?P<label>附[ \u3000]?件[ \u3000]?(?P<number>[0-9]{1,2})[ \u3000]{0,2}[.．、：:]?[ \u3000]{0,4})"
    r"(?=[^\s0-9－—-])",
    needs=("件",),
)


def note_labels(document: Document) -> Iterator[Finding]:
    """DOC032: a note above the signature that begins 附件1 or 附件2 in place of 附件：1."""
    frame = document.frame
    note, signed = frame.note, frame.date
    if note is None or signed is None or signed.start < note.end or not frame.signers:
        return
    labels = list(_LABEL.finditer(document.text, note.start, note.end))
    numbers = [int(label["number"]) for label in labels]
    if not labels or numbers != list(range(1, len(numbers) + 1)):
        return
    single = len(note.names) == 1
    for label, number in zip(labels, numbers, strict=True):
        right = ("附件：" if number == 1 else "　　　") + ("" if single else f"{number}.")
        yield Finding(*label.span("label"), {"right": right.strip()}, edits=(Edit(*label.span("label"), right),))
