"""The places of a document that are called by a name: its sections, its headings, each of its sentences."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from lawcheck.text.patterns import Pattern

if TYPE_CHECKING:
    from lawcheck.structure.document import Document  # of no use to what only explains a rule

Place = tuple[int, int]

# What ends a sentence, with the marks that close after it.
_SENTENCE = Pattern(r"[^。！？\n]+(?:[。！？]+[”’）》]*)?")


class Scope(StrEnum):
    """A kind of place. A heading is without its marker, a section (一、 or 第一章) with all that hangs under it."""

    DOCUMENT = "document"
    TITLE = "title"
    HEADING = "heading"
    SECTION = "section"
    TASK = "task"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"


def places(document: "Document", scope: Scope, under: Callable[[str], bool] | None = None) -> Iterator[Place]:
    """Every place of a kind, as half-open spans of `Document.text` without the space around them, in order.

    With `under`, those below a heading whose words it accepts, that heading included; of the document, what stands
    under each such heading. The document itself is a place even where it is empty.
    """
    if under is None and scope is Scope.DOCUMENT:
        return iter([(0, len(document.text.rstrip()))])
    if under is None:
        return _trimmed(document.text, _PLACES[scope](document))
    accepted = list(_accepted(document, under))
    inside = accepted if scope is Scope.DOCUMENT else _inside(accepted, _PLACES[scope](document))
    return _trimmed(document.text, inside)


def _accepted(document: "Document", under: Callable[[str], bool]) -> Iterator[Place]:
    """The outermost nodes whose headings are accepted."""
    last = 0
    for node in document.walk():
        if node.start >= last and under(node.title):
            last = node.end
            yield node.start, node.end


def _inside(spans: list[Place], found: Iterable[Place]) -> Iterator[Place]:
    """What begins in one of the spans."""
    for start, end in found:
        at = bisect_right(spans, start, key=lambda span: span[0]) - 1
        if at >= 0 and start < spans[at][1]:
            yield start, end


def _trimmed(text: str, found: Iterable[Place]) -> Iterator[Place]:
    for start, end in found:
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield start, end


def _headings(document: "Document") -> Iterator[Place]:
    return ((node.body_start, node.title_end) for node in document.walk())


def _titles(document: "Document") -> Iterator[Place]:
    return iter([(document.title.start, document.title.end)] if document.title else [])


_PLACES: dict[Scope, "Callable[[Document], Iterable[Place]]"] = {
    Scope.TITLE: _titles,
    Scope.HEADING: _headings,
    Scope.SECTION: lambda document: ((node.start, node.end) for node in document.sections),
    Scope.TASK: lambda document: ((task.start, task.end) for task in document.tasks),
    Scope.ARTICLE: lambda document: ((node.start, node.end) for node in document.articles),
    Scope.PARAGRAPH: lambda document: ((part.start, part.end) for part in document.paragraphs),
    Scope.SENTENCE: lambda document: (match.span() for match in _SENTENCE.finditer(document.text)),
}
