"""From the judgements of citations to the models of the report."""

from collections import Counter
from collections.abc import Iterator, Sequence

from lawcheck import pipeline
from lawcheck.checks.library.judging import Judgement, State, judgements
from lawcheck.reporting.citing.cite_report import CitationEntry, CitingFile, KnownDocument
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
_REPEALED = frozenset({"CIT004", "CIT024"})


def citing_file(source: Source, resolved: Resolved) -> CitingFile:
    """The references of a document, held against the library that its settings name and against national law."""
    options = Options(Selection(select=_RULES).rules(), resolved.kind, resolved.settings)
    checked = pipeline.check(source, options)
    language = resolved.language
    lines = LineIndex(checked.source.text)
    told = [tell(issue, checked.own_rules, language) for issue in checked.diagnostics]
    return CitingFile(
        path=checked.source.path,
        citations=tuple(_entry(found, checked.document, told, lines) for found in judgements(checked.document)),
    )


def _entry(judgement: Judgement, document: Document, told: Sequence[Worded], lines: LineIndex) -> CitationEntry:
    citation = judgement.citation
    start, end = document.view.source_span(citation.start, citation.whole_end)
    position = lines.position(start)
    remarks = [(issue.code, message) for issue in told for message in _said(issue, start, end)]
    state = judgement.state
    if remarks:
        state = State.REPEALED if all(code in _REPEALED for code, _ in remarks) else State.DIFFERENT
    return CitationEntry(
        title=citation.title,
        number=citation.number.written if citation.number else "",
        places=tuple(place[0] for place in citation.places),
        quotation=document.text[slice(*citation.quotation)] if citation.quotation else "",
        state=state,
        known=_known(judgement) if judgement.known or judgement.law else None,
        remarks=tuple(dict.fromkeys(message for _, message in remarks)),
        text=" ".join(document.text[citation.start : citation.whole_end].split()),
        offset=start,
        end_offset=end,
        start=Place(line=position.line, column=position.column),
    )


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
    counts = Counter(entry.state for entry in file.citations)
    states = {str(state): counts[state] for state in State}
    return word("cite-summary", language, path=file.path, count=len(file.citations), **states)


def known_as(entry: CitationEntry, language: str) -> str:
    """What a reference was held against, for people."""
    if entry.known is None:
        return ""
    where = entry.known.path or word("cite-law", language)
    return f"《{entry.known.title}》{entry.known.number}（{where}）"
