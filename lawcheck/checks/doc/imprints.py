"""The imprint (版记): how 抄送 is written, who gets a copy twice, and when a document was printed (DOC031)."""

from collections.abc import Iterator, Sequence

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.frame import Extent
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE, dates_in
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import OFFICE_CHARACTERS

_COPIED = Pattern(r"抄[ \u3000]?[送报][ \u3000]{0,2}[:：]")
_NAME = Pattern(rf"(?<![{HAN}）)])[{HAN}]{{4,30}}(?=[，,、；;。]|\s*$)")
# 抄送　区委办公室, 抄送；区委办公室
_BARE = Pattern(
    rf"抄[ \u3000]?[送报](?P<sign>[ \u3000]{{1,3}}|[；;，,、])(?=[{HAN}]{{2,20}}[{OFFICE_CHARACTERS}府室队校、，])"
)
# 示例镇党政办　2024年5月8日 at the very end
_UNPRINTED = Pattern(rf"(?<![{HAN}])(?P<office>[{HAN}]{{3,24}})[ \t\u3000]{{1,40}}(?P<date>{DATE})\s*$")
_OF_PAPERS = Pattern("(?:办公室|党政办|综合办|办公厅|秘书处|秘书科)$")
_LONGEST_LINE = 90
_LAST_LINES = 4
_SIGNS = "。；，、;,."
_SHORTEST = 4


def imprint_form(document: Document) -> Iterator[Finding]:
    """DOC031: 抄送 without a full stop or with an office twice, or a document printed before it was signed."""
    imprint, text = document.frame.imprint, document.text
    yield from _without_colon(document)
    yield from _without_printed(document)
    if imprint is None:
        return
    copied = [part for part in imprint.copied_to if _COPIED.match(text, part.start, part.end)]
    # The names may go on over several lines.
    if copied and imprint.copied_to[-1] is copied[-1]:
        last = copied[-1]
        end = last.start + len(text[last.start : last.end].rstrip())
        # On one line with it stands what was printed: 抄送：县应急局。 示例镇党政办 2024年5月9日
        if (
            text[end - 1] not in "。）)"
            and not _UNPRINTED.search(text, last.start, end)
            and end - last.start >= _SHORTEST
            and _stands_alone(document, end)
        ):
            start = end - 1 if text[end - 1] in _SIGNS else end
            yield Finding(start, end, edits=(Edit(start, end, "。"),))
    yield from _copied_twice(document, copied)
    signed, printed = document.frame.date, imprint.printed
    if signed and printed and signed.iso:
        day = next(iter(dates_in(text, printed.start, printed.end)), None)
        if day and day.is_whole and day.exists and day.iso and day.iso < signed.iso:
            values = {"printed": text[day.start : day.end], "signed": text[signed.start : signed.end]}
            yield Finding(day.start, day.end, values, "printed", related=((signed.start, signed.end, "date"),))


def _without_printed(document: Document) -> Iterator[Finding]:
    """The last line of a signed document that names an office and a day and does not say 印发."""
    frame, text = document.frame, document.text
    if not (frame.signers and frame.date) or (frame.imprint and frame.imprint.printed):
        return
    match = _UNPRINTED.search(text, max(frame.date.end, len(text) - _LONGEST_LINE))
    if match is None or any(signer.name == match["office"] for signer in frame.signers):
        return
    # Without 抄送 above it only the office that sees to papers is sure to be no second signer.
    if (frame.imprint and frame.imprint.copied_to) or _OF_PAPERS.search(match["office"]):
        start, end = match.span("date")
        yield Finding(start, end, {}, "unprinted", (Edit(end, end, "印发"),), unsafe=True)


def _without_colon(document: Document) -> Iterator[Finding]:
    """抄送 and names without a colon between them, in one of the last lines."""
    for line in document.paragraphs[-_LAST_LINES:]:
        match = _BARE.match(document.text, line.start, line.end)
        if match and document.frame.signers:
            yield Finding(
                match.start(), match.end("sign"), {}, "colon", edits=(Edit(*match.span("sign"), "："),), unsafe=True
            )


def _copied_twice(document: Document, lines: Sequence[Extent]) -> Iterator[Finding]:
    """Offices that stand a second time among those that get a copy."""
    seen: dict[str, tuple[int, int]] = {}
    for line in lines:
        label = _COPIED.match(document.text, line.start, line.end)
        for match in _NAME.finditer(document.text, label.end() if label else line.start, line.end):
            first = seen.setdefault(match[0], match.span())
            if first != match.span():
                yield Finding(*match.span(), {"office": match[0]}, "double", related=((*first, "first"),), unsafe=True)


def _stands_alone(document: Document, end: int) -> bool:
    """Whether the line ends there, and what follows does not go on with the names."""
    rest = document.text[end:].lstrip(" \t\u3000")[:1]
    if rest not in ("", "\n"):
        return False
    below = next((p for p in document.paragraphs if p.start > end), None)
    imprint = document.frame.imprint
    return below is None or bool(
        imprint
        and imprint.printed
        and imprint.printed.start >= below.start >= end
        and (below.start == imprint.printed.start)
    )
