"""Whether the annexes are numbered as the note on them says (DOC030), and whether what is called an annex exists."""

from collections.abc import Iterator, Sequence
from itertools import islice

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
    wrong = list(_sequence(document, labelled))
    yield from wrong or _exchanged(document, labelled)
    if last == 1 and frame.note and [annex.number for annex in frame.annexes] == [1] and labelled:
        only = labelled[0].label
        if only and not _NUMBERED.search(document.text, frame.note.start, frame.note.end):
            note = (frame.note.start, frame.note.end, "note")
            yield Finding(only.start, only.end, {"number": 1}, "only", related=(note,))
    yield from _left_out(document, labelled)
    for annex in labelled:
        number, label = annex.number or 0, annex.label
        if label and last and number > last and number <= last + 1 + (last == 1):
            variant = "single" if last == 1 else "unnamed"
            related = ((frame.note.start, frame.note.end, "note"),) if frame.note else ()
            yield Finding(label.start, label.end, {"number": number, "last": last}, variant, related=related)
            return


# What the reader gets elsewhere is not left out.
_ELSEWHERE = "另[附发行寄印]|下载|网[上站址页盘]|登录|链接|电子版|扫码|二维码|略|系统"
_NOT_HERE = Pattern(f"[（(][^（()）\n]{{0,12}}(?:{_ELSEWHERE})")
_SAID_SO = Pattern(
    f"(?:附件|表格?)[^。\n]{{0,24}}(?:{_ELSEWHERE})|(?:{_ELSEWHERE})[^。\n]{{0,24}}附件", needs=("附件", "表")
)


def _left_out(document: Document, labelled: Sequence[Annex]) -> Iterator[Finding]:
    """Annexes that the note names behind those that stand below; one that begins later may be a copy of a part."""
    note, text = document.frame.note, document.text
    found = [annex.number or 0 for annex in labelled]
    if note is None or not found or found != list(range(1, len(found) + 1)):
        return
    below = min(annex.start for annex in labelled)
    names = {number: name for number, name in enumerate(note.names, 1) if number not in found}
    # Where the label of an annex was taken for something else, its name stands below all the same.
    few = islice(names.values(), _MOST_NAMES)
    is_below = any(text.find(_NUMBER.compiled.sub("", name.name), below) >= 0 for name in few)
    is_elsewhere = _NOT_HERE.search(text, note.start, note.end) or _SAID_SO.search(text, 0, below)
    if names and found[-1] <= len(note.names) and not is_below and not is_elsewhere:
        (number, first), *others = names.items()
        values = {"number": number, "last": found[-1]}
        also = tuple((name.start, name.end) for _, name in others)
        yield Finding(first.start, first.end, values, "missing" if len(found) > 1 else "alone", also=also)


_MOST_NAMES = 20
_NUMBER = Pattern(r"^[0-9]{1,2}[.．、]")
_SIGNS = Pattern(r"[\s“”《》〈〉（）()]")


def _exchanged(document: Document, labelled: Sequence[Annex]) -> Iterator[Finding]:
    """An annex whose title is that of another number of the note."""
    note = document.frame.note
    names = [_SIGNS.compiled.sub("", _NUMBER.compiled.sub("", name.name)) for name in note.names] if note else []
    for annex in labelled:
        title = _SIGNS.compiled.sub("", annex.title.text) if annex.title else ""
        number = annex.number or 0
        if names.count(title) != 1 or not 0 < number <= len(names) or names[number - 1] == title:
            continue
        if annex.label and note:
            name = note.names[number - 1]
            values = {"number": number, "right": names.index(title) + 1}
            related = ((name.start, name.end, "note"),)
            yield Finding(annex.label.start, annex.label.end, values, "exchanged", related=related)
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
