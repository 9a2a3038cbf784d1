"""Mends texts: which of the proposed edits are applied, and again, until nothing is left to mend."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lawcheck.diagnostics import Diagnostic, Edit, Safety
from lawcheck.source import Source

# A mended text is checked and mended again; fixes that wait for one another are few.
MOST_PASSES = 20
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after its fixes, how many edits of each rule were applied, and the edits of each pass, in order."""

    text: str
    edits: Counter[str]
    steps: tuple[tuple[Edit, ...], ...] = ()

    @property
    def count(self) -> int:
        """How many edits were applied."""
        return self.edits.total()


def mend(source: Source, check: Callable[[Source], Sequence[Diagnostic]], unsafe: bool = False) -> Mended:
    """Applies the safe fixes, or all of them, to the text again and again until `check` proposes no more.

    Fixes that undo each other end in one and the same of their texts, wherever they began.
    """
    line_end = match[0] if (match := _LINE_END.search(source.text)) else "\n"
    texts = [source.text]
    edits: Counter[str] = Counter()
    steps: list[tuple[Edit, ...]] = []
    mended = source
    for _ in range(MOST_PASSES):
        fixes = list(_proposed(check(mended), unsafe))
        chosen = [fixes[index] for index in compatible([own for _, own in fixes])]
        step = sorted((_with_line_end(e, line_end) for _, own in chosen for e in own), key=lambda e: (e.start, e.end))
        text = apply_edits(texts[-1], step)
        if text == texts[-1]:
            break
        for code, own in chosen:
            edits[code] += len(own)
        if text in texts:
            last = texts.index(min(texts[texts.index(text) :]))
            return Mended(texts[last], edits, tuple(steps[:last]))
        mended = mended.edited(text, [(edit.start, edit.end, edit.content) for edit in step])
        texts.append(text)
        steps.append(tuple(step))
    return Mended(texts[-1], edits, tuple(steps))


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits that come in order and do not overlap."""
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.content]
        at = edit.end
    return "".join([*pieces, text[at:]])


def _proposed(diagnostics: Iterable[Diagnostic], unsafe: bool) -> Iterator[tuple[str, list[Edit]]]:
    """The edits of each fix that may be applied, by the code of its rule; safe fixes come first."""
    allowed = (Safety.SAFE, Safety.UNSAFE) if unsafe else (Safety.SAFE,)
    for safety in allowed:
        for diagnostic in diagnostics:
            if diagnostic.fix and diagnostic.fix.safety is safety:
                edits = diagnostic.fix.edits
                kept = compatible([[edit] for edit in edits])
                yield diagnostic.code, [edits[index] for index in kept]


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


def _with_line_end(edit: Edit, line_end: str) -> Edit:
    return edit if line_end == "\n" else replace(edit, content=edit.content.replace("\n", line_end))
