"""Words typed for others that sound or look alike, in contexts that tell which one was meant (TRM008).

Each is a word itself, so what stands around it decides. A row is: the wrong word, the right one (with ? where the wrong
one is only unusual), the endings before it that tell (^ is the beginning of a clause), a pattern of what must follow,
the endings before it that make it right, and a pattern of what follows a right use.
"""

from collections.abc import Iterator
from functools import cache

from lawcheck.reading.resources import data_lines
from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Finding
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.search import Terms

_CLAUSE_START = "^"
_OPENINGS = frozenset("，。；：、！？（(“\n\u3000 .．—")
_USAGE = "?"


@dataclass(frozen=True, slots=True)
class _Context:
    right: str
    behind: tuple[str, ...]
    opens: bool
    before: Pattern | None
    not_behind: tuple[str, ...]
    not_before: Pattern | None


@cache
def _rows() -> dict[str, list[str]]:
    """The rows of each wrong word as they are written: few of them are ever needed."""
    found: dict[str, list[str]] = {}
    for line in data_lines("telling_contexts.tsv"):
        wrong, _, row = line.partition("\t")
        found.setdefault(wrong, []).append(row)
    return found


@cache
def _terms() -> tuple[tuple[str, ...], Terms]:
    words = tuple(_rows())
    return words, Terms(words, overlapping=True)


@cache
def _contexts(word: str) -> tuple[_Context, ...]:
    return tuple(map(_context, _rows()[word]))


def _context(row: str) -> _Context:
    right, behind, before, not_behind, not_before = (*row.split("\t"), "", "", "", "")[:5]
    endings = behind.split()
    return _Context(
        right,
        tuple(ending for ending in endings if ending != _CLAUSE_START),
        _CLAUSE_START in endings,
        Pattern(before) if before else None,
        tuple(not_behind.split()),
        Pattern(not_before) if not_before else None,
    )


def words_in_context(text: str) -> Iterator[Finding]:
    """The words for which the words around them want another one; the longer word and the first context decide."""
    words, terms = _terms()
    for index, start, end in sorted(terms.find(text), key=lambda found: (found[1], -found[2])):
        told = next((one for one in _contexts(words[index]) if _tells(one, text, start, end)), None)
        if told:
            right = told.right.rstrip(_USAGE)
            values = {"found": text[start:end], "right": right}
            variant = "usage" if told.right.endswith(_USAGE) else "default"
            yield Finding(start, end, values, variant, (Edit(start, end, right),))


def _tells(context: _Context, text: str, start: int, end: int) -> bool:
    if context.not_behind and text.endswith(context.not_behind, 0, start):
        return False
    if context.not_before and context.not_before.match(text, end):
        return False
    if context.before and not context.before.match(text, end):
        return False
    if not context.behind and not context.opens:
        return True
    if context.opens and (start == 0 or text[start - 1] in _OPENINGS):
        return True
    return bool(context.behind) and text.endswith(context.behind, 0, start)
