"""Whether the annexes are numbered as the note on them says (DOC030), and whether what is called an annex exists."""

from collections.abc import Iterator, Sequence

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.frame import Annex
from lawcheck.text.patterns import Pattern

# 附件：1.示例表
_NUMBERED = Pattern(r"件[ \u3000]*[：:]?[ \u3000]*[0-9０-９]")


def annex_labels(document: Document) -> Iterator[Finding]:
    """DOC030: an annex whose number is doubled, skips one or is out of order, or that the note does not name."""
    frame = document.frame
    labelled = [annex for annex in frame.annexes if annex.label and annex.number and _is_alone(document, annex)]
    last = len(frame.note.names) if frame.note else 0
    yield from _sequence(document, labelled)
    if last == 1 and frame.note and [annex.number for annex in frame.annexes] == [1] and labelled:
        only = labelled[0].label
        if only and not _NUMBERED.search(document.text, frame.note.start, frame.note.end):
            note = (frame.note.start, frame.note.end, "note")
            yield Finding(only.start, only.end, {"number": 1}, "only", related=(note,))
    for annex in labelled:
        number, label = annex.number or 0, annex.label
        if label and last and number > last and number <= last + 1 + (last == 1):
            variant = "single" if last == 1 else "unnamed"
            related = ((frame.note.start, frame.note.end, "note"),) if frame.note else ()
            yield Finding(label.start, label.end, {"number": number, "last": last}, variant, related=related)
            return


def _is_alone(document: Document, annex: Annex) -> bool:
    """Whether the number is whole: 附件1-2 counts what is annexed to an annex."""
    return annex.label is not None and not any(
        sign in document.text[annex.label.start : annex.label.end] for sign in "-—－–"
    )


def _sequence(document: Document, annexes: Sequence[Annex]) -> Iterator[Finding]:
    """A number that stands twice, skips one or comes too late; annexes of annexes begin anew."""
    numbers = [annex.number or 0 for annex in annexes]
    if sorted(numbers) == list(range(1, len(numbers) + 1)) != numbers:
        wrong = next(
            annex for annex, right in zip(annexes, range(1, len(numbers) + 1), strict=True) if annex.number != right
        )
        if wrong.label:
            expected = numbers.index(wrong.number or 0) + 1
            yield Finding(wrong.label.start, wrong.label.end, {"number": wrong.number, "expected": expected}, "order")
        return
    before = 0
    for annex in annexes:
        number, label = annex.number or 0, annex.label
        if label and before and number == before and annex is not annexes[0]:
            yield Finding(label.start, label.end, {"number": number, "expected": before + 1}, "double")
            return
        if label and before and number == before + 2:
            yield Finding(label.start, label.end, {"number": number, "expected": before + 1})
            return
        before = number
