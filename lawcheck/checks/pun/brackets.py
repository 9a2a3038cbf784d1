"""Which bracket belongs to which: shared by the checks of punctuation."""

from collections.abc import Iterator
from functools import lru_cache

from lawcheck.records import dataclass
from lawcheck.text.patterns import Pattern

_SIGNS = Pattern("[()（）〔〕《》【】\n]")
_PARTNER = {")": "(", "）": "(", "〕": "〔", "》": "《", "】": "【"}
_OPENING = {"(": "(", "（": "(", "〔": "〔", "《": "《", "【": "【"}
# A list marker closes a bracket that was never opened: 1) a) 一）
_LIST = Pattern(r"(?:^|[\s。；;：:，,、.])[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})$|(?<![A-Za-z])[A-Za-z]$")
# Over how many line ends it may run on: a note on the history of a law has a line for each amendment, a title is short.
_LINES = {"(": 20, "《": 2, "〔": 0, "【": 2}
# Brackets lie no deeper in one another than this.
_DEEPEST = 20


@dataclass(slots=True)
class _Open:
    sort: str
    at: int
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Brackets:
    """The pairs of brackets in a text, and the ones without a partner, as offsets."""

    pairs: list[tuple[int, int]]
    lonely: list[int]


@lru_cache(maxsize=1)
def match_brackets(text: str) -> Brackets:
    """Pairs brackets of one sort, half-width and full-width round ones together, within a few lines."""
    pairs: list[tuple[int, int]] = []
    lonely: list[int] = []
    stack: list[_Open] = []
    for match in _SIGNS.finditer(text):
        sign, at = match[0], match.start()
        if sign == "\n":
            if stack:
                stack = list(_kept(stack, lonely))
        elif sign in _OPENING:
            stack.append(_Open(_OPENING[sign], at))
        else:
            _close(_PARTNER[sign], at, stack, pairs, lonely, text)
    lonely += [entry.at for entry in stack]
    return Brackets(sorted(pairs), sorted(lonely))


def _kept(stack: list[_Open], lonely: list[int]) -> Iterator[_Open]:
    for entry in stack:
        entry.lines += 1
        if entry.lines > _LINES[entry.sort]:
            lonely.append(entry.at)
        else:
            yield entry


def _close(sort: str, at: int, stack: list[_Open], pairs: list[tuple[int, int]], lonely: list[int], text: str) -> None:
    """Closes the last open bracket of the sort; brackets inside it that are still open have lost their partner."""
    inmost = range(len(stack) - 1, max(-1, len(stack) - 1 - _DEEPEST), -1)
    depth = next((i for i in inmost if stack[i].sort == sort), None)
    if sort == "(" and (depth is None or stack[depth].lines) and _LIST.search(text[max(0, at - 6) : at]):
        return
    if depth is None:
        lonely.append(at)
        return
    pairs.append((stack[depth].at, at))
    lonely += [entry.at for entry in stack[depth + 1 :]]
    del stack[depth:]
