"""Puts together what a page shows of one document."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lawcheck.checks.checked import Checked
from lawcheck.checks.library.originals import Original, originals
from lawcheck.reporting.convert import outline_file, task_file
from lawcheck.reporting.display.blocks import MARKUP, Heading, blocks
from lawcheck.reporting.display.cards import LAYOUT, CardMaker
from lawcheck.reporting.display.cited import anchor_of, noted, shown_originals
from lawcheck.reporting.display.gathering import Named, gathered
from lawcheck.reporting.display.marks import ENTITY, Cutter, Mark, Styled
from lawcheck.reporting.display.shown import Card, Display
from lawcheck.reporting.display.views import Views
from lawcheck.reporting.excerpt import visible
from lawcheck.reporting.words import why_scanned, word
from lawcheck.rulebook.findings import Severity
from lawcheck.running.fingerprint import fingerprints
from lawcheck.structure.document import Document, Node
from lawcheck.text.source import LineIndex

# No page with more findings is of use to anybody.
MOST_CARDS = 2000
# What is cut from the view and not seen in the file either, or seen as it is.
_AS_IT_IS = frozenset({"newline", "line-break", "cell"})
# What is cut and looks otherwise than what is no text of the document.
_OWN_STYLES = frozenset({MARKUP, ENTITY})
_SPACE = re.compile(r"\s*")


def named(checked: Checked) -> list[Named]:
    """The findings of a document with the names of their places."""
    names = fingerprints(checked.source.text, checked.diagnostics)
    return [Named(*pair) for pair in zip(checked.diagnostics, names, strict=True)]


def display(
    checked: Checked, findings: Sequence[Named], language: str, prefix: str = "", views: Views | None = None
) -> Display:
    """What a page shows of a document with these of its findings; of one that is pages, `views` shows the places."""
    source, document = checked.source, checked.document
    findings = gathered(findings)
    shown = findings[:MOST_CARDS]
    lines = LineIndex(source.text)
    meant = list(originals(document))
    pictures = views.pictures(source, shown, language) if views and source.pages else {}
    maker = CardMaker(document, lines, checked.own_rules, language, prefix, checked.docs_url, source.pages, pictures)
    cards = [maker.card(number, found) for number, found in enumerate(shown, 1)]
    headings = list(_headings(document))
    cutter = Cutter(
        source.text,
        [mark for number, found in enumerate(shown, 1) for mark in _marks(number, found, prefix)],
        [*_styles(document, headings), *noted(meant, language)],
        _anchors(document, shown, meant, prefix),
    )
    return Display(
        name=visible(source.path),
        kind=word(checked.kind, language),
        scanned=why_scanned(checked.scanned, language),
        encoding=source.stored_as,
        characters=len(source.text),
        blocks=blocks(source, document, headings, cutter),
        cards=cards,
        left_out=len(findings) - len(shown),
        counts={str(severity): sum(card.severity == severity for card in cards) for severity in Severity},
        groups={group: sum(card.group == group for card in cards) for group in (*Severity, LAYOUT)},
        safe=sum(card.safe for card in cards),
        sections=Counter(card.section for card in cards),
        rules=_rules(cards),
        originals=shown_originals(meant, lines, prefix, language),
        outline=outline_file(source, document),
        tasks=task_file(source, document).tasks,
        unpictured=sum(not card.pictures for card in cards) if views and source.pages and views.is_full else 0,
    )


def _rules(cards: Sequence[Card]) -> dict[str, tuple[str, int]]:
    """What each rule looks for, and how many findings are its own."""
    counts = sorted(Counter((card.code, card.title) for card in cards).items())
    return {code: (title, count) for (code, title), count in counts}


def _marks(number: int, found: Named, prefix: str) -> Iterator[Mark]:
    rank = found.issue.severity.rank
    for name, (start, end) in zip(found.names, found.issue.spans, strict=True):
        # What is worse goes before, and what is smaller before what it stands in.
        weight = (rank, end - start, start)
        key = f"{prefix}f-{found.key}"
        yield Mark(start, end, key, f"{prefix}m-{name}", number, weight, found.issue.severity)


def _headings(document: Document) -> Iterator[Heading]:
    """Every node that has a marker or a title, with how deep it hangs."""

    def walk(nodes: Sequence[Node], level: int) -> Iterator[Heading]:
        for node in nodes:
            start, end = document.view.source_span(node.start, max(node.body_start, node.title_end))
            yield Heading(_seen(document, start), end, level)
            yield from walk(node.children, level + 1)

    yield from walk(document.nodes, 1)


def _seen(document: Document, start: int) -> int:
    """Where there is something to be seen of what begins at a place of the source, perhaps with a line end."""
    match = _SPACE.match(document.view.source_text, start)
    return match.end() if match else start


def _styles(document: Document, headings: Sequence[Heading]) -> Iterator[Styled]:
    for heading in headings:
        yield Styled(heading.start, heading.end, f"heading-{min(heading.level, 4)}")
    for start, end in document.view.labels:
        yield Styled(start, end, "label")
    for removed in document.view.removed:
        if removed.kind not in _AS_IT_IS:
            yield Styled(removed.start, removed.end, removed.kind if removed.kind in _OWN_STYLES else "cut")


def _anchors(
    document: Document, findings: Sequence[Named], meant: Sequence[Original], prefix: str
) -> dict[int, list[str]]:
    """The names of the places that are gone to from the outline, the tasks and from findings."""
    found: dict[int, dict[str, None]] = {}
    for node in document.walk():
        start = document.view.source_offset(node.start)
        found.setdefault(_seen(document, start), {})[f"{prefix}n-{start}"] = None
    for task in document.tasks:
        start = document.view.source_offset(task.start)
        found.setdefault(_seen(document, start), {})[f"{prefix}t-{start}"] = None
    for finding in findings:
        for start, *_ in finding.issue.places[0].related:
            found.setdefault(start, {})[f"{prefix}r-{start}"] = None
    for original in meant:
        found.setdefault(original.start, {})[anchor_of(original, prefix)] = None
    return {at: list(names) for at, names in found.items()}
