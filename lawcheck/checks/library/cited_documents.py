"""What a document says of others: titles with numbers, places and quotations, and numbers alone."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from lawcheck.checks.cit.article_places import article_places
from lawcheck.records import dataclass
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.document_numbers import DocumentNumber, document_numbers_in
from lawcheck.text.vocabulary.genres import NOTES

_TITLE = Pattern(rf"《(?P<title>(?:[^《》\n]|《[^《》\n]{{1,80}}》){{3,120}})》(?P<notes>{NOTES})")
# What a quotation is introduced by: 第三条规定：“…”, 《…》指出，“…”
_QUOTATION = Pattern(
    r"[^。；！？\n“”《》]{0,12}?(?:规定|指出|明确|要求|强调|提出|写道|所称)(?:了|的)?[，,：:]?[“\"](?P<words>[^“”\"\n]{4,400})[”\"]"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """Another document as it is cited: its title and number ("" and None where they are not given), the places of it
    that follow, and the words that are quoted from it. Offsets are those of `Document.text`."""

    start: int
    end: int
    title: str
    number: DocumentNumber | None
    notes: str = ""
    places: tuple[re.Match[str], ...] = ()
    quotation: tuple[int, int] | None = None

    @property
    def whole_end(self) -> int:
        """Where all that belongs to it ends."""
        ends = [place.end() for place in self.places] + ([self.quotation[1]] if self.quotation else [])
        return max([self.end, *ends])


def citations(document: Document) -> Iterator[Citation]:
    """Every citation of another document, in order; its own title and number are none."""
    text = document.text
    numbers = document_numbers_in(text)
    own = document.frame.letterhead.number
    taken: set[int] = set()
    found = []
    title = document.title
    for match in _TITLE.finditer(text):
        if title and title.start <= match.start() < title.end:
            continue
        number = _number_in(numbers, match)
        if number:
            taken.add(number.start)
        places = tuple(article_places(text, match.end()))
        at = places[-1].end() if places else match.end()
        quoted = _QUOTATION.match(text, at)
        found.append(
            Citation(
                match.start(),
                match.end(),
                match["title"],
                number,
                match["notes"],
                places,
                quoted.span("words") if quoted else None,
            )
        )
    for number in numbers:
        if number.start not in taken and (own is None or number.start != own.start):
            found.append(Citation(number.start, number.end, "", number))
    return iter(sorted(found, key=lambda citation: citation.start))


def _number_in(numbers: Sequence[DocumentNumber], match: re.Match[str]) -> DocumentNumber | None:
    """The number in the notes behind a title."""
    index = bisect_left(numbers, match.start("notes"), key=lambda number: number.start)
    return numbers[index] if index < len(numbers) and numbers[index].start < match.end("notes") else None
