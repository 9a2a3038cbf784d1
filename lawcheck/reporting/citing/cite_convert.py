"""From the judgements of citations to the models of the report."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from lawcheck import pipeline
from lawcheck.checks.cit.article_places import value
from lawcheck.checks.library.cited_documents import Citation
from lawcheck.checks.library.judging import Judgement, State, judgements, key_of
from lawcheck.checks.library.library_document import TITLE, LibraryDocument
from lawcheck.checks.library.library_index import Index
from lawcheck.checks.library.library_names import names_of
from lawcheck.records import dataclass
from lawcheck.reporting.citing.cite_report import CitedPlace, CitingFile, KnownDocument, OriginalPlace, Quoted, Target
from lawcheck.reporting.report import Place
from lawcheck.reporting.told import tell
from lawcheck.reporting.words import word
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.registry import Selection
from lawcheck.rulebook.worded import Worded
from lawcheck.running.configuration.layering import Resolved
from lawcheck.structure.document import Document
from lawcheck.text.source import LineIndex, Source

# The rules on citations: their messages are the remarks, and what one of the last two finds is repealed.
_RULES = ("CIT003", "CIT007", "CIT020", "CIT021", "CIT022", "CIT023", "CIT004", "CIT024")
_BETWEEN = "\n"
_REPEALED = frozenset({"CIT004", "CIT024"})


def citing_file(source: Source, resolved: Resolved) -> CitingFile:
    """The references of a document, held against the library that its settings name and against national law."""
    options = Options(Selection(select=_RULES).rules(), resolved.kind, resolved.settings)
    checked = pipeline.check(source, options)
    told = [tell(issue, checked.own_rules, resolved.language) for issue in checked.diagnostics]
    page = _Page(checked.document, told, LineIndex(checked.source.text), names_of(resolved.settings.library).index)
    found = (page.references(judgement) for judgement in judgements(checked.document))
    return CitingFile(path=checked.source.path, references=tuple(chain.from_iterable(found)))


@dataclass(frozen=True, slots=True)
class _Page:
    """A document with what the rules say of it, and the library."""

    document: Document
    told: Sequence[Worded]
    lines: LineIndex
    index: Index

    def references(self, judgement: Judgement) -> Iterator[CitedPlace]:
        """The reference that a citation is; one for each place where it names several."""
        citation = judgement.citation
        if not citation.places:
            yield self._reference(judgement, None, citation.start, citation.whole_end)
        for number, place in enumerate(citation.places, 1):
            start = place.start() if number > 1 else citation.start
            end = place.end() if number < len(citation.places) else citation.whole_end
            yield self._reference(judgement, place, start, end)

    def _reference(self, judgement: Judgement, place: re.Match[str] | None, start: int, end: int) -> CitedPlace:
        citation, document = judgement.citation, self.document
        # What is wrong with the document is wrong with each place of it.
        spans = [(citation.start, citation.end), (start, end)]
        remarks = dict.fromkeys(remark for span in spans for remark in self._remarks(*document.view.source_span(*span)))
        offset, end_offset = document.view.source_span(start, end)
        position = self.lines.position(offset)
        return CitedPlace(
            target=_target(citation, place),
            state=_state(judgement, {code for code, _ in remarks}, start, end),
            quotation=self._quoted(judgement, end),
            known=_known(judgement) if judgement.known or judgement.law else None,
            place=self._original(judgement.known, place),
            message=_BETWEEN.join(dict.fromkeys(message for _, message in remarks)),
            text=" ".join(document.text[start:end].split()),
            offset=offset,
            end_offset=end_offset,
            start=Place(line=position.line, column=position.column),
        )

    def _remarks(self, start: int, end: int) -> Iterator[tuple[str, str]]:
        return ((issue.code, message) for issue in self.told for message in _said(issue, start, end))

    def _quoted(self, judgement: Judgement, end: int) -> Quoted | None:
        citation = judgement.citation
        if citation.quotation is None or citation.whole_end != end:
            return None
        span = self.document.view.source_span(*citation.quotation)
        if judgement.known is None:
            state: State = State.MISSING if judgement.state is State.MISSING else State.UNKNOWN
        else:
            state = _state(judgement, {code for code, _ in self._remarks(*span)}, *citation.quotation)
        words = self.document.text[slice(*citation.quotation)]
        return Quoted(text=words, offset=span[0], end_offset=span[1], state=state)

    def _original(self, known: LibraryDocument | None, place: re.Match[str] | None) -> OriginalPlace | None:
        span = self.index.places_of(known).get(key_of(place) if place else TITLE) if known else None
        return OriginalPlace(path=known.path, offset=span[0], end_offset=span[1]) if known and span else None


def _target(citation: Citation, place: re.Match[str] | None) -> Target:
    number = citation.number.written if citation.number else ""
    if place is None:
        return Target(title=citation.full_title, number=number)
    chapter, article, paragraph, item = (place[name] for name in ("chapter", "article", "paragraph", "item"))
    return Target(
        title=citation.full_title,
        number=number,
        chapter=value(chapter) if chapter else None,
        article=key_of(place) if article else None,
        paragraph=value(paragraph) if paragraph else None,
        item=value(item) if item else None,
    )


def _state(judgement: Judgement, codes: AbstractSet[str], start: int, end: int) -> State:
    """How a part of a citation stands: another place of it may be wrong, and this one right."""
    if codes and codes <= _REPEALED:
        return State.NEWER if judgement.state is State.NEWER else State.REPEALED
    if codes:
        return State.DIFFERENT
    if any(start <= first and last <= end for first, last in judgement.unclear):
        return State.UNKNOWN
    return State.RIGHT if judgement.state is State.DIFFERENT else judgement.state


def _said(issue: Worded, start: int, end: int) -> Iterator[str]:
    """What a finding says of places within a span."""
    for index, (first, last) in enumerate(issue.spans):
        if start <= first and last <= end:
            yield issue.each[index] if issue.each else issue.message


def _known(judgement: Judgement) -> KnownDocument:
    known = judgement.known
    if known is None:
        return KnownDocument(path="", title=judgement.law, number="", day="")
    return KnownDocument(path=known.path, title=known.title, number=known.number, day=known.day)


def summary_of(file: CitingFile, language: str) -> str:
    """How many references there are, and how they stand."""
    counts = Counter(entry.state for entry in file.references)
    states = {str(state): counts[state] for state in State}
    return word("cite-summary", language, path=file.path, count=len(file.references), **states)


def known_as(entry: CitedPlace, language: str) -> str:
    """What a reference was held against, for people."""
    if entry.known is None:
        return ""
    where = entry.known.path or word("cite-law", language)
    return f"《{entry.known.title}》{entry.known.number}（{where}）"
