"""The numbers of standards (CIT030): GBT 8923 for GB/T 8923, a number within the title marks, a misread one."""

from collections.abc import Iterator

from lawcheck.checks.cit.misread_standards import misread_standards
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.standards import STANDARD_CODES, STANDARD_NUMBER, YEAR_OF_STANDARD

_WITHOUT_SLASH = Pattern(
    rf"(?<![A-Za-z0-9/_.-])(?P<code>{STANDARD_CODES})[ ]?(?P<letter>[TZ])"
    rf"(?=[ ]?[0-9]{{2,6}}(?:\.[0-9]{{1,3}})*{YEAR_OF_STANDARD})"
    rf"|(?<![A-Za-z0-9/_.-])GB[ ]?T(?=[ ]?[0-9]{{3,6}}(?![0-9A-Za-z]))",
    needs=("T", "Z"),
)
# GBZ is the code of occupational health.
_OF_ITS_OWN = "GBZ"
_INSIDE = Pattern(rf"《[^《》\n]{{2,60}}[{HAN}）)][ ]?(?P<number>{STANDARD_NUMBER})(?P<close>》)(?![（(])", first="《")


def standard_number(document: Document) -> Iterator[Finding]:
    """CIT030: the code of a standard without its slash, its number inside the title marks, or misread."""
    text = document.text
    yield from misread_standards(document)
    for match in _WITHOUT_SLASH.finditer(text):
        found = match[0]
        if found != _OF_ITS_OWN:
            right = f"{found[:-1].rstrip()}/{found[-1]}"
            yield Finding(*match.span(), {"found": found, "right": right}, edits=(Edit(*match.span(), right),))
    for match in _INSIDE.finditer(text):
        start, end = match.span("number")
        blank = text[start - 1] == " "
        edits = (Edit(start - blank, end + 1, f"》（{match['number']}）"),)
        yield Finding(start, end, {"found": match["number"]}, "inside", edits)
