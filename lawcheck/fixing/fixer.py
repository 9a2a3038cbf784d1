"""Fixes texts: which of the proposed edits are applied, and again, until nothing is left to fix."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from lawcheck.fixing.holdings import without_losses
from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Issue, Safety
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit, Editor, TextEditor, apply_edits
from lawcheck.text.source import Source

# A fixed text is checked and fixed again; fixes that wait for one another are few.
MOST_PASSES = 20
# The code of a rule, and edits of it that belong together.
_CodedFix: TypeAlias = tuple[str, Sequence[Edit]]
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A document after its fixes, how many edits of each rule were applied, and the edits of each pass, in order.

    `left` counts the edits that were proposed in the end and could not be made in such a document. `document` is its
    structure where that is known.
    """

    source: Source
    edits: Counter[str]
    steps: tuple[tuple[Edit, ...], ...] = ()
    left: int = 0
    document: Document | None = None

    @property
    def text(self) -> str:
        """The fixed text."""
        return self.source.text

    @property
    def count(self) -> int:
        """How many edits were applied."""
        return self.edits.total()


def fix(
    source: Source,
    check: Callable[[Source], Sequence[Issue]],
    unsafe: bool = False,
    editor: Editor | None = None,
    loses: Callable[[Source, str], bool] | None = None,
) -> Fixed:
    """Applies the safe fixes, or all of them, to the text again and again until `check` proposes no more.

    A fix by which the text that it makes of a source `loses` something is not made.
    Fixes that undo each other end in one and the same of their texts, wherever they began.
    """
    editor = editor or TextEditor()
    line_end = line_end_of(source.text)
    sources = [source]
    edits: Counter[str] = Counter()
    steps: list[tuple[Edit, ...]] = []
    left = 0
    for _ in range(MOST_PASSES):
        proposed = list(_proposed(check(sources[-1]), unsafe))
        fixes = [(code, own) for code, own in proposed if editor.takes(own)]
        left = sum(len(own) for _, own in proposed) - sum(len(own) for _, own in fixes)
        chosen = [fixes[index] for index in compatible([own for _, own in fixes])]
        if loses:
            harmless = _harmless(sources[-1], chosen, line_end, loses)
            left += sum(len(own) for _, own in chosen) - sum(len(own) for _, own in harmless)
            chosen = harmless
        step = _step(chosen, line_end)
        text = apply_edits(sources[-1].text, step)
        if text == sources[-1].text:
            break
        for code, own in chosen:
            edits[code] += len(own)
        texts = [earlier.text for earlier in sources]
        if text in texts:
            last = texts.index(min(texts[texts.index(text) :]))
            return Fixed(sources[last], edits, tuple(steps[:last]), left)
        sources.append(editor.edited(sources[-1], step))
        steps.append(tuple(step))
    return Fixed(sources[-1], edits, tuple(steps), left)


def _harmless(
    now: Source, fixes: Sequence[_CodedFix], line_end: str, loses: Callable[[Source, str], bool]
) -> list[_CodedFix]:
    """Those of the fixes of a text by which it loses nothing."""
    return without_losses(fixes, lambda some: loses(now, apply_edits(now.text, _step(some, line_end))))


def _step(fixes: Iterable[_CodedFix], line_end: str) -> list[Edit]:
    """The edits of these fixes, in order."""
    edits = (with_line_end(edit, line_end) for _, own in fixes for edit in own)
    return sorted(edits, key=lambda edit: (edit.start, edit.end))


def _proposed(diagnostics: Iterable[Issue], unsafe: bool) -> Iterator[tuple[str, Sequence[Edit]]]:
    """The edits that may be applied, as they belong together, by the code of their rule; safe fixes come first."""
    allowed = (Safety.SAFE, Safety.UNSAFE) if unsafe else (Safety.SAFE,)
    for safety in allowed:
        for diagnostic in diagnostics:
            if diagnostic.safety is safety:
                yield from ((diagnostic.code, own) for own in units(diagnostic))


def units(diagnostic: Issue) -> Iterator[Sequence[Edit]]:
    """The edits of a finding that belong together: those of each of its places."""
    return (place.edits for place in diagnostic.places if place.edits)


def compatible(fixes: Sequence[Sequence[Edit]]) -> list[int]:
    """The numbers of the fixes that can be applied together, each whole; of two that clash the earlier one."""
    clashes: dict[int, set[int]] = {}
    open_edits: list[tuple[Edit, int]] = []
    for edit, index in sorted(
        ((edit, index) for index, edits in enumerate(fixes) for edit in edits), key=lambda e: (e[0].start, e[0].end)
    ):
        open_edits = [(e, i) for e, i in open_edits if e.end >= edit.start]
        for earlier, other in open_edits:
            if other != index and _clash(earlier, edit):
                clashes.setdefault(index, set()).add(other)
                clashes.setdefault(other, set()).add(index)
        open_edits.append((edit, index))
    chosen: set[int] = set()
    for index in range(len(fixes)):
        if not clashes.get(index, set()) & chosen:
            chosen.add(index)
    return sorted(chosen)


def _clash(first: Edit, second: Edit) -> bool:
    """Whether two edits, the one that begins first before the other, overlap; an insertion stands apart from all."""
    if second.start < first.end or second.start == first.start:
        return True
    return second.start == first.end and (first.start == first.end or second.start == second.end)


def line_end_of(text: str) -> str:
    """How the lines of a text end, as its first one says."""
    return match[0] if (match := _LINE_END.search(text)) else "\n"


def with_line_end(edit: Edit, line_end: str) -> Edit:
    """An edit whose lines end as those of the text."""
    return edit if line_end == "\n" else replace(edit, content=edit.content.replace("\n", line_end))
