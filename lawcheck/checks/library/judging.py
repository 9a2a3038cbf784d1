"""How citations stand to the library and to national law: right, different, repealed, replaced, not there, unclear."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache

from lawcheck.checks.cit.article_places import value
from lawcheck.checks.cit.cited_articles import is_open
from lawcheck.checks.cit.law_table import Article, law_named
from lawcheck.checks.cit.laws import speaks_of_past
from lawcheck.checks.library.cited_documents import Citation, citations
from lawcheck.checks.library.deed_days import is_other_day
from lawcheck.checks.library.library_document import LibraryDocument, name_of_title
from lawcheck.checks.library.library_names import LibraryNames, names_of
from lawcheck.checks.library.quotations import QuotationDifference, quotation_difference
from lawcheck.checks.made_on import is_on_or_after, made_on
from lawcheck.records import dataclass, field
from lawcheck.structure.document import Document

# 国务院令; 令 alone is of nobody.
_SHORTEST_AGENCY = 4


class State(StrEnum):
    """How a citation stands: NEWER where the library has a newer version than the one that is named, MISSING where it
    has no such document, UNKNOWN where nothing can be said."""

    RIGHT = "right"
    DIFFERENT = "different"
    REPEALED = "repealed"
    NEWER = "newer"
    MISSING = "missing"
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
    national law that is known without. `unclear` are the spans of which nothing is known, in the library or of the law.
    """

    citation: Citation
    state: State
    known: LibraryDocument | None = None
    law: str = ""
    differences: tuple[CitationDifference, ...] = ()
    unclear: tuple[tuple[int, int], ...] = ()


def judgements(document: Document) -> tuple[Judgement, ...]:
    """Every citation of a document, held against the library that its settings name."""
    return _judged(document)


@lru_cache(maxsize=2)
def _judged(document: Document) -> tuple[Judgement, ...]:
    library = names_of(document.settings.library)
    date = made_on(document)
    own = name_of_title(document.title.text) if document.title else ""
    return tuple(_judge(document, library, citation, date, own) for citation in citations(document))


def _judge(document: Document, library: LibraryNames, citation: Citation, date: str | None, own: str) -> Judgement:
    absent = State.MISSING if library.index.documents else State.UNKNOWN
    name = name_of_title(citation.full_title)
    if name and name == own:
        return Judgement(citation, State.RIGHT)
    number = citation.number.written if citation.number else ""
    of_number = library.by_number.get(number)
    if not name:
        return Judgement(citation, State.RIGHT if of_number else absent, of_number)
    versions = library.versions(citation.full_title)
    if not versions and of_number:
        return _titled_otherwise(citation, of_number, of_number.title)
    if not versions:
        if law := law_named(citation.full_title):
            is_over = _is_over(law.repealed, date) and not speaks_of_past(document, citation.start, citation.end)
            notes = document.text[citation.start : citation.end]
            unclear = (p.span() for p in citation.places if is_open(document, law, date, notes, p))
            state = State.REPEALED if is_over else State.RIGHT
            return Judgement(citation, state, law=law.title, unclear=tuple(unclear))
        near = library.near(name)
        return _titled_otherwise(citation, *near) if near else Judgement(citation, absent)
    known = _meant(versions, citation, date)
    differences = [*_number_differs(citation, versions, known), *_day_differs(citation, versions, known)]
    if not differences:
        differences += _places_missing(citation, known)
        differences += _quotation_differs(document, library, citation, known, versions)
    if differences:
        return Judgement(citation, State.DIFFERENT, known, differences=tuple(differences))
    over = _superseded(library, citation, known, versions, date)
    if over and not speaks_of_past(document, citation.start, citation.end):
        state = State.REPEALED if over.variant == "default" else State.NEWER
        return Judgement(citation, state, known, differences=(over,))
    return Judgement(citation, State.RIGHT, known, unclear=tuple(_unclear(library, citation, known)))


def _is_over(repealed: str, date: str | None) -> bool:
    return bool(repealed) and (date is None or is_on_or_after(date, repealed))


def _titled_otherwise(citation: Citation, known: LibraryDocument, title: str) -> Judgement:
    if citation.is_short:
        # What its whole title is was said where it was explained.
        return Judgement(citation, State.UNKNOWN, known)
    start, end = citation.start + 1, citation.start + 1 + len(citation.title)
    values = {"title": citation.title, "known": title}
    difference = CitationDifference("title", "number" if citation.number else "default", start, end, values)
    return Judgement(citation, State.DIFFERENT, known, differences=(difference,))


def _meant(versions: Sequence[LibraryDocument], citation: Citation, date: str | None) -> LibraryDocument:
    """The version that is named; else the newest that is not younger than the document."""
    if named := [version for version in versions if _is_named(citation, version)]:
        return named[-1]
    ordered = sorted(versions, key=lambda version: version.day)
    older = [version for version in ordered if not date or version.day[: len(date)] <= date]
    return (older or ordered)[-1]


def _is_named(citation: Citation, version: LibraryDocument) -> bool:
    """Whether a citation gives the number of this version, that of its order, or its day."""
    if citation.number:
        return version.number == citation.number.written
    if any(_is_same_order(order.agency, order.number, version) for order in citation.orders):
        return True
    return bool(citation.deeds) and any(
        kind == deed and other.startswith(day) for deed, day in citation.deeds for kind, other in version.deeds
    )


def _is_same_order(agency: str, number: int, version: LibraryDocument) -> bool:
    return any(number == other and _is_same_agency(agency, name) for name, other in version.orders)


def _is_same_agency(one: str, other: str) -> bool:
    """Whether two names are of one agency, of which one may be without the place or the state."""
    return min(len(one), len(other)) >= _SHORTEST_AGENCY and (one.endswith(other) or other.endswith(one))


def _number_differs(
    citation: Citation, versions: Sequence[LibraryDocument], known: LibraryDocument
) -> Iterator[CitationDifference]:
    number = citation.number
    if number and all(version.number and version.number != number.written for version in versions):
        values = {"number": number.written, "known": known.number, "title": known.title}
        yield CitationDifference("number", "default", number.start, number.end, values)
    for order in citation.orders:
        same = [(name, n) for v in versions for name, n in v.orders if _is_same_agency(order.agency, name)]
        if same and all(version.names_all_orders for version in versions) and all(n != order.number for _, n in same):
            values = {"number": order.written, "known": f"第{same[-1][1]}号", "title": known.title}
            yield CitationDifference("number", "default", order.start, order.end, values)


def _day_differs(
    citation: Citation, versions: Sequence[LibraryDocument], known: LibraryDocument
) -> Iterator[CitationDifference]:
    """A day on which the document was not made: where it is known when each version was."""
    for deed_day in citation.deeds:
        others = [is_other_day(deed_day, version.deeds) for version in versions]
        if all(others):
            values = {"title": known.title, "day": deed_day[1], "known": others[-1][-1]}
            yield CitationDifference("number", "day", citation.start, citation.end, values)


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
    document: Document,
    library: LibraryNames,
    citation: Citation,
    known: LibraryDocument,
    versions: Sequence[LibraryDocument],
) -> Iterator[CitationDifference]:
    """Words in quotation marks that do not stand there word for word, in none of the versions."""
    if citation.quotation is None:
        return
    start, end = citation.quotation
    quoted = document.text[start:end]
    found: QuotationDifference | None = None
    for version in (known, *(other for other in versions if other is not known)):
        words, places = library.index.words_of(version), library.index.places_of(version)
        difference = quotation_difference(quoted, words, _span_of(citation, places))
        if difference is None:
            return
        found = found or difference
    if found:
        place = citation.places[-1][0] if citation.places else ""
        values = {"title": known.title, "known": found.known, "place": place}
        end -= len(quoted) - len(quoted.rstrip("。，；"))
        yield CitationDifference("quotation", found.variant, start, end, values)


def _span_of(citation: Citation, places: Mapping[str, tuple[int, int, int, int]]) -> tuple[int, int] | None:
    """Where the one place that is named before a quotation stands among the words of the document."""
    if len(citation.places) != 1:
        return None
    found = places.get(key_of(citation.places[0]))
    return found[2:] if found else None


def key_of(place: re.Match[str]) -> str:
    """What a chapter or an article is known by in the places of a document: c2, 3, 3-1."""
    if place["chapter"]:
        return f"c{value(place['chapter'])}"
    number = str(value(place["article"]))
    return f"{number}-{value(place['inserted'][1:])}" if place["inserted"] else number


def _superseded(
    library: LibraryNames,
    citation: Citation,
    known: LibraryDocument,
    versions: Sequence[LibraryDocument],
    date: str | None,
) -> CitationDifference | None:
    """Whether the library says that it was repealed, or has a newer one of the same name than the one that is named."""
    span = citation.start, citation.end
    by = library.repealed.get(known.name)
    if by and by.day > known.day and (date is None or is_on_or_after(date, by.holds_from)):
        return CitationDifference("superseded", "default", *span, {"title": known.title, "by": by.title})
    newer = [v for v in versions if v.day > known.day and (date is None or is_on_or_after(date, v.holds_from))]
    if newer and _is_named(citation, known):
        newest = max(newer, key=lambda version: version.day)
        values = {"title": known.title, "number": newest.number, "day": newest.day}
        return CitationDifference("superseded", "newer" if newest.number else "newer-version", *span, values)
    return None


def _unclear(library: LibraryNames, citation: Citation, known: LibraryDocument) -> Iterator[tuple[int, int]]:
    """The places and quotations of which nothing can be said: the articles are not all there, or no words are."""
    for place in citation.places:
        if not (known.last_chapter if place["chapter"] else known.last):
            yield place.span()
    if citation.quotation and not library.index.words_of(known):
        yield citation.quotation
