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
    """A text after its fixes, and how many edits of each rule were applied."""

    text: str
    edits: Counter[str]

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
    for _ in range(MOST_PASSES):
        fixes = list(_proposed(check(replace(source, text=texts[-1])), unsafe))
        chosen = _compatible([own for _, own in fixes])
        text = apply_edits(texts[-1], [_with_line_end(e, line_end) for index in chosen for e in fixes[index][1]])
        if text == texts[-1]:
            break
        for index in chosen:
            edits[fixes[index][0]] += len(fixes[index][1])
        if text in texts:
            return Mended(min(texts[texts.index(text) :]), edits)
        texts.append(text)
    return Mended(texts[-1], edits)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits that do not overlap."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
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
                kept = _compatible([[edit] for edit in edits])
                yield diagnostic.code, [edits[index] for index in kept]


def _compatible(fixes: Sequence[Sequence[Edit]]) -> list[int]:
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
