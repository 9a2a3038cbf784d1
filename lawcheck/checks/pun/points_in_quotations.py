"""Points before a closing quotation mark where the sentence goes on behind it (PUN041)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern

# “逾期视为放弃，”是本次处罚的依据; in “先修路，”他说 the quotation is interrupted.
_INSIDE = Pattern(
    "[，；、,;](?=”(?:是(?!的|吗)|为(?![了此何什])|的(?![确士])|等|作为|成为|属于|不符|符合|这[一个种项]|一[词语说条款项]))",
    needs=("，”", "；”", "、”", ",”", ";”"),
)


def point_in_quotation(document: Document) -> Iterator[Finding]:
    """PUN041: a comma or the like at the end of what is quoted as a part of a sentence."""
    for match in _INSIDE.finditer(document.text):
        start, end = match.span()
        yield Finding(start, end, {"sign": match[0]}, edits=(Edit(start, end, ""),))
