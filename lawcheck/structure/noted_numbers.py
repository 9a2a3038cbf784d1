"""The numbers of the note on annexes, which look like ordinals."""

from lawcheck.structure.lexer import Candidate
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.sentences import SENTENCE_ENDS

_ATTACHMENT_NOTE = Pattern(r"附[ \u3000]{0,2}件[ \u3000]{0,2}[:：]\s{0,8}(?=[1１])")
_SENTENCE_END = Pattern(f"[{SENTENCE_ENDS};]")


def noted_numbers(text: str, found: list[Candidate]) -> set[int]:
    """The numbers of an attachment note (附件：1.… 2.…): they count attachments and are no part of the outline."""
    noted: set[int] = set()
    starts = {m.end() for m in _ATTACHMENT_NOTE.finditer(text)}
    if not starts:
        return noted
    expected = end = 0
    for index, candidate in enumerate(found):
        if candidate.form != "ITEM":
            expected = expected if candidate.level.symbol == "SUBITEM" else 0
            continue
        if candidate.start in starts and candidate.value == 1:
            expected = 1
        elif candidate.value != expected or _SENTENCE_END.search(text[end : candidate.start].rstrip().rstrip("。；;")):
            expected = 0
            continue
        noted.add(index)
        expected, end = expected + 1, candidate.end
    return noted
