"""What has become of two revisions, as text: what changed passage by passage, then the findings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from lawcheck.checks.checked import Checked
from lawcheck.comparing.changes import Change, Comparison
from lawcheck.comparing.passages import Passage
from lawcheck.comparing.review import Reviewed
from lawcheck.reporting.comparison.compare_convert import summary
from lawcheck.reporting.comparison.pieces import (
    ComparedPiece,
    Fate,
    is_renumbered_only,
    kind_names,
    name,
    new_pieces,
    notes,
    old_pieces,
)
from lawcheck.reporting.excerpt import clipped, visible
from lawcheck.reporting.places import position
from lawcheck.reporting.text import Style, concise
from lawcheck.rulebook.findings import Issue
from lawcheck.structure.document import Document
from lawcheck.text.source import LineIndex

_SIGNS = {Fate.OUT: ("[-", "-]", "31"), Fate.IN: ("{+", "+}", "32")}
# So much of what stayed is shown on either side of what changed, and so much of a passage that came or went.
_AROUND = 12
_MOST = 60
_GAP = "…"


def compare_text(reviewed: Reviewed, language: str, colours: bool = False) -> str:
    """The whole report."""
    return "".join(f"{line}\n" for line in _Report(reviewed, Style(language, colours)).lines())


class _Report:
    """Writes one report."""

    def __init__(self, reviewed: Reviewed, style: Style) -> None:
        self._reviewed = reviewed
        self._comparison = reviewed.comparison
        self._style = style
        self._lines = (LineIndex(reviewed.old.source.text), LineIndex(reviewed.new.source.text))

    def lines(self) -> Iterator[str]:
        """Every line."""
        old, new = self._reviewed.old.source, self._reviewed.new.source
        yield f"{visible(old.path)} → {visible(new.path)}"
        yield _summary(self._comparison, self._style)
        for renaming in self._comparison.renamings:
            words = {"before": visible(renaming.before), "after": visible(renaming.after)}
            yield self._style.word("renaming", places=renaming.places, **words)
        for is_run, changes in groupby(self._comparison.changes, is_renumbered_only):
            yield ""
            if is_run:
                yield self._run(list(changes))
            else:
                yield from _divided(self._change(change) for change in changes)
        yield from self._findings()

    def _run(self, changes: Sequence[Change]) -> str:
        """Passages in a row of which only the ordinals have changed."""
        ends = changes[:1] if len(changes) == 1 else (changes[0], changes[-1])
        old, new = (_range([self._name(passage) for passage in side]) for side in zip(*_sides(ends), strict=True))
        return self._style.word("renumbered-run", old=old, new=new, count=len(changes))

    def _change(self, change: Change) -> Iterator[str]:
        places = [self._place(change.old, 0), self._place(change.new, 1)]
        kinds = self._style.paint("、".join(kind_names(change, self._style.language)), "1")
        yield f"{kinds}  {places[0]} → {places[1]}"
        yield from (f"    {note}" for note in notes(change, self._style.language))
        pieces = list(_merged(old_pieces(self._comparison, change), new_pieces(self._comparison, change)))
        if any(piece.fate is not Fate.SAME for piece in pieces):
            yield "    " + "".join(self._shown(piece, at, len(pieces)) for at, piece in enumerate(pieces))
        elif pieces:
            yield "    " + clipped(pieces[0].text, _MOST)

    def _name(self, passage: Passage | None) -> str:
        return name(passage, self._style.language) if passage else self._style.word("nowhere")

    def _place(self, passage: Passage | None, side: int) -> str:
        """A passage by its ordinals, with line and column."""
        if passage is None:
            return self._style.word("nowhere")
        document: Document = (self._comparison.old, self._comparison.new)[side]
        offset = document.view.source_offset(passage.start)
        return f"{self._name(passage)} {position(self._lines[side], offset)}"

    def _shown(self, piece: ComparedPiece, at: int, count: int) -> str:
        """A piece with its signs; what stayed only as far as it stands beside what changed."""
        text = piece.text
        if piece.fate is not Fate.SAME:
            opening, closing, colour = _SIGNS[piece.fate]
            short = text if len(text) <= 2 * _MOST else f"{text[:_MOST]}{_GAP}{text[-_MOST:]}"
            return self._style.paint(f"{opening}{short}{closing}", colour)
        head = text[:_AROUND] if at else ""
        tail = text[-_AROUND:] if at < count - 1 else ""
        return text if len(text) <= len(head) + len(tail) else f"{head}{_GAP}{tail}"

    def _findings(self) -> Iterator[str]:
        found = self._reviewed.findings
        yield from self._section("of-revision", self._reviewed.new, self._reviewed.revision)
        yield from self._section("fresh", self._reviewed.new, found.fresh)
        yield from self._section("gone", self._reviewed.old, found.gone)
        if found.still:
            yield ""
            yield self._style.word("still", count=len(found.still))

    def _section(self, key: str, checked: Checked, diagnostics: Sequence[Issue]) -> Iterator[str]:
        if diagnostics:
            yield ""
            yield self._style.word(key, count=len(diagnostics))
            yield from concise(replace(checked, diagnostics=list(diagnostics)), self._style)


def _summary(comparison: Comparison, style: Style) -> str:
    counts = summary(comparison.changes)
    if not counts:
        return style.word("no-changes")
    each = [style.word("count", what=style.word(f"kind-{kind}"), count=count) for kind, count in counts.items()]
    colon, comma = ("：", "，") if style.language == "zh" else (": ", ", ")
    return style.word("changes", count=len(comparison.changes)) + colon + comma.join(each)


def _sides(changes: Iterable[Change]) -> list[tuple[Passage | None, Passage | None]]:
    return [(change.old, change.new) for change in changes]


def _range(names: Sequence[str]) -> str:
    return "—".join(names)


def _divided(blocks: Iterable[Iterator[str]]) -> Iterator[str]:
    """Blocks of lines with an empty line between them."""
    for index, block in enumerate(blocks):
        if index:
            yield ""
        yield from block


def _merged(old: Iterator[ComparedPiece], new: Iterator[ComparedPiece]) -> Iterator[ComparedPiece]:
    """Both texts as one: what stayed once, and of what changed the old words before the new ones."""
    before, after = list(old), list(new)
    while before or after:
        while before and before[0].fate is Fate.OUT:
            yield before.pop(0)
        while after and after[0].fate is Fate.IN:
            yield after.pop(0)
        if before and after:
            before.pop(0)
        if after:
            yield after.pop(0)
        elif before:
            yield before.pop(0)
