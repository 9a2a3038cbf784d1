"""How citations stand to the library and to national law: right, different, repealed, not known."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from lawcheck.checks.cit.article_places import value
from lawcheck.checks.cit.law_table import Article, law_named
from lawcheck.checks.library.cited_documents import Citation, citations
from lawcheck.checks.library.library_document import LibraryDocument, name_of_title
from lawcheck.checks.library.library_index import Index, index_of
from lawcheck.checks.made_on import is_on_or_after, made_on
from lawcheck.records import dataclass, field
from lawcheck.structure.document import Document
from lawcheck.structure.settings import LibrarySource
from lawcheck.text.patterns import Pattern

# Titles differ in figures and places, and are others all the same: 2024年工作要点, 2025年工作要点.
_TELLING = Pattern("[0-9０-９〇一二三四五六七八九十]+|[省市县区州盟旗镇乡]")
_SHORTEST = 8
# One character in so many may be wrong, and no more than three.
_ONE_IN, _MOST_WRONG = 8, 3
# What is quoted resembles what stands there, or is from elsewhere.
_RESEMBLES = 70
_SHORTEST_QUOTATION = 8
_UNMARKED = Pattern(r"[\s“”‘’\"'…]|\.{3,6}")
_WIDTHS = str.maketrans(",;:?!()", "，；：？！（）")


class State(StrEnum):
    """How a citation stands."""

    RIGHT = "right"
    DIFFERENT = "different"
    REPEALED = "repealed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CitationDifference:
    """What is wrong with a citation: which rule speaks of it, the variant and the values of its message, the place."""

    kind: str
    variant: str
    start: int
    end: int
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A citation and how it stands; `known` is the document of the library that it means, `law` whether it is a
    national law that is known without."""

    citation: Citation
    state: State
    known: LibraryDocument | None = None
    law: str = ""
    differences: tuple[CitationDifference, ...] = ()


def judgements(document: Document) -> tuple[Judgement, ...]:
    """Every citation of a document, held against the library that its settings name."""
    return _judged(document)


@lru_cache(maxsize=2)
def _judged(document: Document) -> tuple[Judgement, ...]:
    library = _library(document.settings.library)
    date = made_on(document)
    own = name_of_title(document.title.text) if document.title else ""
    return tuple(_judge(document, library, citation, date, own) for citation in citations(document))


class _Library:
    """An index by names and numbers."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.by_name: defaultdict[str, list[LibraryDocument]] = defaultdict(list)
        self.by_number: dict[str, LibraryDocument] = {}
        self.repealed: dict[str, LibraryDocument] = {}
        self._by_length: defaultdict[int, list[str]] = defaultdict(list)
        for known in index.documents:
            self.by_name[known.name].append(known)
            for short in known.short_names:
                self.by_name[name_of_title(short)].append(known)
            if known.number:
                self.by_number.setdefault(known.number, known)
            for name in known.repealed:
                self.repealed.setdefault(name, known)
        for name in self.by_name:
            self._by_length[len(name)].append(name)

    def near(self, name: str) -> LibraryDocument | None:
        """The one document whose name differs from this one in a few characters, and in no figure or place."""
        most = min(_MOST_WRONG, len(name) // _ONE_IN)
        if len(name) < _SHORTEST or not most:
            return None
        found = [
            other
            for size in range(len(name) - most, len(name) + most + 1)
            for other in self._by_length[size]
            if Levenshtein.distance(name, other, score_cutoff=most) <= most and _telling(other) == _telling(name)
        ]
        return self.by_name[found[0]][0] if len(found) == 1 else None


# A language server lives long, and its library changes.
@lru_cache(maxsize=4)
def _library(source: LibrarySource) -> _Library:
    return _Library(index_of(source))


def _telling(name: str) -> list[str]:
    return _TELLING.compiled.findall(name)


def _judge(document: Document, library: _Library, citation: Citation, date: str | None, own: str) -> Judgement:
    name = name_of_title(citation.title)
    if name and name == own:
        return Judgement(citation, State.RIGHT)
    number = citation.number.written if citation.number else ""
    versions = library.by_name.get(name, []) if name else []
    of_number = library.by_number.get(number)
    if not name:
        return Judgement(citation, State.RIGHT if of_number else State.UNKNOWN, of_number)
    if not versions and of_number:
        return _titled_otherwise(citation, of_number)
    if not versions:
        if law := law_named(citation.title):
            return Judgement(citation, State.REPEALED if _is_over(law.repealed, date) else State.RIGHT, law=law.title)
        near = library.near(name)
        return _titled_otherwise(citation, near) if near else Judgement(citation, State.UNKNOWN)
    known = _meant(versions, number, date)
    differences = [*_number_differs(citation, versions, known, number)]
    if not differences:
        differences += _places_missing(citation, known)
        differences += _quotation_differs(document, library, citation, known)
    if differences:
        return Judgement(citation, State.DIFFERENT, known, differences=tuple(differences))
    over = _superseded(library, citation, known, versions, date)
    return Judgement(citation, State.REPEALED if over else State.RIGHT, known, differences=over)


def _is_over(repealed: str, date: str | None) -> bool:
    return bool(repealed) and (date is None or is_on_or_after(date, repealed))


def _titled_otherwise(citation: Citation, known: LibraryDocument) -> Judgement:
    start, end = citation.start + 1, citation.start + 1 + len(citation.title)
    values = {"title": citation.title, "known": known.title}
    difference = CitationDifference("title", "number" if citation.number else "default", start, end, values)
    return Judgement(citation, State.DIFFERENT, known, differences=(difference,))


def _meant(versions: Sequence[LibraryDocument], number: str, date: str | None) -> LibraryDocument:
    """The version with this number; else the newest that is not younger than the document."""
    if same := [version for version in versions if number and version.number == number]:
        return same[0]
    ordered = sorted(versions, key=lambda version: version.day)
    older = [version for version in ordered if not date or version.day[: len(date)] <= date]
    return (older or ordered)[-1]


def _number_differs(
    citation: Citation, versions: Sequence[LibraryDocument], known: LibraryDocument, number: str
) -> Iterator[CitationDifference]:
    if number and citation.number and all(version.number and version.number != number for version in versions):
        span = citation.number.start, citation.number.end
        yield CitationDifference(
            "number", "default", *span, {"number": number, "known": known.number, "title": known.title}
        )


def _places_missing(citation: Citation, known: LibraryDocument) -> Iterator[CitationDifference]:
    """Chapters, articles, paragraphs and items that the document of the library does not have."""
    for place in citation.places:
        if found := _missing(known, place):
            variant, last = found
            yield CitationDifference(
                "place", variant, *place.span(), {"title": known.title, "place": place[0], "last": last}
            )


def _missing(known: LibraryDocument, place: re.Match[str]) -> tuple[str, int] | None:
    if place["chapter"]:
        return ("chapter", known.last_chapter) if 0 < known.last_chapter < value(place["chapter"]) else None
    if not known.last:
        return None
    number = value(place["article"])
    if number > known.last:
        return "default", known.last
    key = str(number)
    if place["inserted"]:
        key = f"{number}-{value(place['inserted'][1:])}"
        if key not in known.articles:
            return "inserted", known.last
    article = known.articles.get(key, Article())
    paragraph = value(place["paragraph"]) if place["paragraph"] else None
    if paragraph and paragraph > article.paragraphs:
        return "paragraph", article.paragraphs
    if place["item"]:
        count = article.items_of(paragraph)
        if value(place["item"]) > count:
            return ("item", count) if count else ("no-item", 0)
    return None


def _quotation_differs(
    document: Document, library: _Library, citation: Citation, known: LibraryDocument
) -> Iterator[CitationDifference]:
    """Words in quotation marks that do not stand there word for word."""
    if citation.quotation is None:
        return
    start, end = citation.quotation
    quoted = _plain(document.text[start:end]).rstrip("。，；")
    if len(quoted) < _SHORTEST_QUOTATION:
        return
    words = _plain(library.index.words_of(known))
    if not words or quoted in words:
        return
    end -= len(document.text[start:end]) - len(document.text[start:end].rstrip("。，；"))
    found = fuzz.partial_ratio_alignment(quoted, words, score_cutoff=_RESEMBLES)
    values = {"title": known.title}
    if found is None:
        yield CitationDifference("quotation", "absent", start, end, values)
    else:
        there = words[found.dest_start : found.dest_end]
        yield CitationDifference("quotation", "default", start, end, {**values, "known": there})


def _plain(text: str) -> str:
    return _UNMARKED.compiled.sub("", text).translate(_WIDTHS)


def _superseded(
    library: _Library, citation: Citation, known: LibraryDocument, versions: Sequence[LibraryDocument], date: str | None
) -> tuple[CitationDifference, ...]:
    """Whether the library says that it was repealed, or has a newer one of the same name."""
    span = citation.start, citation.end
    by = library.repealed.get(known.name)
    if by and by.name != known.name and by.day > known.day and (date is None or is_on_or_after(date, by.day)):
        return (CitationDifference("superseded", "default", *span, {"title": known.title, "by": by.title}),)
    newer = [v for v in versions if v.day > known.day and v.number and (date is None or is_on_or_after(date, v.day))]
    if citation.number and newer:
        newest = max(newer, key=lambda version: version.day)
        values = {"title": known.title, "number": newest.number, "day": newest.day}
        return (CitationDifference("superseded", "newer", *span, values),)
    return ()
