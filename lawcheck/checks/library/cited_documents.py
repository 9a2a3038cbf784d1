"""What a document says of others: titles with numbers, places and quotations, and numbers alone."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from lawcheck.checks.cit.article_places import article_places
from lawcheck.checks.library.deed_days import DeedDay, deed_days
from lawcheck.records import dataclass
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.document_numbers import (
    DocumentNumber,
    SerialNumber,
    document_numbers_in,
    serial_numbers_in,
)

# （2022年3月5日示例市人民政府令第8号公布，以下简称《办法》）
_NOTES = r"(?:[（(](?:[^（）()\n]|[（(][^（）()\n]{1,12}[）)]){1,70}[）)]){0,3}"
_TITLE = Pattern(rf"《(?P<title>(?:[^《》\n]|《[^《》\n]{{1,80}}》){{2,120}})》(?P<notes>{_NOTES})", first="《")
# What a title is called from there on: （以下简称《办法》）
_CALLED = Pattern("简称(?:为|：)?[《“](?P<name>[^《》“”\n]{2,30})[》”]")
_SHORTEST = 3
# What a quotation is introduced by: 第三条规定：“…”, 《…》指出，“…”; behind a place it may stand alone: 第三条“…”
_SAID = "规定|指出|明确|要求|强调|提出|写道|所称|载明"
_WORDS = r"[“\"](?P<words>[^“”\"\n]{4,400})[”\"]"
_QUOTATION = Pattern(rf"[^。；！？\n“”《》]{{0,12}}?(?:{_SAID})(?:了|的)?[，,：:]?{_WORDS}")
_QUOTATION_OF_PLACE = Pattern(
    rf"(?:[中里]?(?:关于|有关|的)?|[^。；！？\n“”《》]{{0,12}}?(?:{_SAID})(?:了|的)?[，,：:]?){_WORDS}"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """Another document as it is cited: its title and number ("" and None where they are not given), the places of it
    that follow, and the words that are quoted from it. Offsets are those of `Document.text`.

    `full_title` is what a name that the document itself has explained stands for, else the title. `orders` are the
    numbers of orders beside it, `deeds` the days of which it is said what was done.
    """

    start: int
    end: int
    title: str
    number: DocumentNumber | None
    full_title: str = ""
    orders: tuple[SerialNumber, ...] = ()
    deeds: tuple[DeedDay, ...] = ()
    places: tuple[re.Match[str], ...] = ()
    quotation: tuple[int, int] | None = None

    @property
    def is_short(self) -> bool:
        """Whether it is named by what the document called it before."""
        return self.full_title != self.title

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
    called: dict[str, str] = {}
    found = []
    title = document.title
    for match in _TITLE.finditer(text):
        if title and title.start <= match.start() < title.end:
            continue
        named = match["title"]
        if len(named) < _SHORTEST and named not in called:
            continue
        number = _number_in(numbers, match)
        if number:
            taken.add(number.start)
        full_title = called.get(named, named)
        for name in _CALLED.finditer(match["notes"]):
            called[name["name"]] = full_title
        found.append(_citation(text, match, number, full_title))
    for number in numbers:
        if number.start not in taken and (own is None or number.start != own.start):
            found.append(Citation(number.start, number.end, "", number))
    return iter(sorted(found, key=lambda citation: citation.start))


def _citation(text: str, match: re.Match[str], number: DocumentNumber | None, full_title: str) -> Citation:
    places = tuple(article_places(text, match.end()))
    form = _QUOTATION_OF_PLACE if places else _QUOTATION
    quoted = form.match(text, places[-1].end() if places else match.end())
    return Citation(
        match.start(),
        match.end(),
        match["title"],
        number,
        full_title,
        tuple(serial_numbers_in(text, *match.span("notes"))),
        tuple(deed_days(match["notes"])),
        places,
        quoted.span("words") if quoted else None,
    )


def _number_in(numbers: Sequence[DocumentNumber], match: re.Match[str]) -> DocumentNumber | None:
    """The number in the notes behind a title."""
    index = bisect_left(numbers, match.start("notes"), key=lambda number: number.start)
    return numbers[index] if index < len(numbers) and numbers[index].start < match.end("notes") else None
