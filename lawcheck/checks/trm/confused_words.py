"""Function words typed as others that sound alike, told by the frame that they stand in (TRM040)."""

from collections.abc import Iterator

from lawcheck.checks.trm.word_frames import ASKED, FRAMES
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern

_QUESTION = Pattern(rf"那(?=[里些几]|一?{ASKED})[^，。；：！？?\n]{{0,24}}[？?]", first="那")
_CLAUSE_ENDS = "，。；：！？?\n"
# What makes a question without 哪, or makes of 那 what was spoken of.
_ASKS = Pattern("[不吗呢吧么谁何怎什哪多难岂否]|如果|能否|是否|有没有")
_REACH = 30


def confused_word(document: Document) -> Iterator[Finding]:
    """TRM040: 那 for 哪, 次 for 此, 与 for 于 and the like, where the words around it leave no choice."""
    text = document.text
    for frame in FRAMES:
        for match in frame.pattern.finditer(text):
            yield _told(text, match.start(), frame.right, frame.variant)
    for match in _QUESTION.finditer(text):
        at = match.start()
        before = text[max(0, at - _REACH) : at]
        clause = before[max(map(before.rfind, _CLAUSE_ENDS)) + 1 :]
        # 那里可以办理？ may speak of a place.
        if clause and not _ASKS.search(clause) and not _ASKS.search(match[0]):
            yield _told(text, at, "哪", "default")


def _told(text: str, at: int, right: str, variant: str) -> Finding:
    values = {"found": text[at], "right": right}
    return Finding(at, at + 1, values, variant, (Edit(at, at + 1, right),))
