"""What a citation means: the place of a document of the library, and the words that stand there."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from re import Match

from lawcheck.checks.cit.article_places import value
from lawcheck.checks.library.cited_documents import Citation
from lawcheck.checks.library.judging import State, judgements
from lawcheck.checks.library.library_document import LibraryDocument
from lawcheck.errors import SourceError
from lawcheck.reading.files import read_path
from lawcheck.records import dataclass
from lawcheck.structure.build import build_document
from lawcheck.structure.document import Document, Node
from lawcheck.structure.settings import LibrarySource
from lawcheck.text.layers import clean
from lawcheck.text.source import Source

# Whoever wants to read more opens the document.
_LONGEST = 600
_FIRST_PARAGRAPHS = 3


@dataclass(frozen=True, slots=True)
class Original:
    """What a stretch of a document (offsets of its source) means: a document of the library, and how it stands.

    `place` is the article or chapter as written ("" for the document itself), `words` is what stands there, `at` its
    offset in `text`, which is the text of that document; `in_lines` says that its file has the same lines. All are
    empty where it cannot be read.
    """

    start: int
    end: int
    known: LibraryDocument
    state: State
    place: str = ""
    words: str = ""
    text: str = ""
    at: int = 0
    in_lines: bool = True

    @property
    def line(self) -> int:
        """The line of the place, from 1."""
        return self.text.count("\n", 0, self.at) + 1


def originals(document: Document) -> Iterator[Original]:
    """The original of each citation of the library, and of each place of it that is named, in the order of the text."""
    library = document.settings.library
    if not library:
        return
    for judgement in judgements(document):
        known = judgement.known
        if known is None:
            continue
        held = _read(library, known.path)
        for start, end, place in _stretches(judgement.citation):
            span = document.view.source_span(start, end)
            yield _original(held, place, Original(*span, known, judgement.state))


def original_at(document: Document, offset: int) -> Original | None:
    """What is meant at a place of the source; None where nothing of the library is cited."""
    return next((each for each in originals(document) if each.start <= offset <= each.end), None)


def _stretches(citation: Citation) -> Iterator[tuple[int, int, Match[str] | None]]:
    yield citation.start, citation.end, None
    for place in citation.places:
        yield place.start(), place.end(), place
    if citation.quotation:
        yield *citation.quotation, citation.places[-1] if citation.places else None


def _original(held: Document | None, place: Match[str] | None, meant: Original) -> Original:
    """It with the words of the place; those of the document's beginning where none is named or it is not there."""
    if held is None:
        return meant
    meant = replace(meant, text=held.view.source_text, in_lines=held.format.has_lines)
    node = _node(held, place) if place else None
    if place and node:
        words = held.text_of(node).strip()
        return replace(meant, place=place[0], words=_shortened(words), at=held.source_span(node)[0])
    first = bisect_left(held.paragraphs, held.title.end if held.title else 0, key=lambda each: each.start)
    lines = [held.text_of(each).strip() for each in held.paragraphs[first : first + _FIRST_PARAGRAPHS]]
    return replace(meant, words="" if place else _shortened("\n".join(filter(None, lines))))


def _node(held: Document, place: Match[str]) -> Node | None:
    if place["chapter"]:
        chapter = value(place["chapter"])
        return next((node for node in held.walk() if node.level == "chapter" and node.number == chapter), None)
    inserted = (value(place["inserted"][1:]),) if place["inserted"] else ()
    parts = (value(place["article"]), *inserted)
    article = next((node for node in held.walk() if node.level == "article" and node.parts == parts), None)
    if article and place["item"]:
        number = value(place["item"])
        items = [node for node in article.children if node.level == "clause" and node.number == number]
        return items[0] if len(items) == 1 else article
    return article


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"


def _read(library: LibrarySource, path: str) -> Document | None:
    if library.texts:
        return _parsed(library.texts[int(path) - 1])
    try:
        state = Path(path).stat()
        return _of_file(path, state.st_mtime_ns, state.st_size)
    except (SourceError, OSError):
        return None


@lru_cache(maxsize=16)
def _of_file(path: str, _changed: int, _size: int) -> Document:
    return _built(read_path(path))


@lru_cache(maxsize=4)
def _parsed(text: str) -> Document:
    return _built(Source(text))


def _built(source: Source) -> Document:
    return build_document(clean(source), source.format, "auto", source.layout)
