"""Which bracket belongs to which: shared by the checks of punctuation."""

from collections.abc import Iterator
from functools import lru_cache

from lawcheck.records import dataclass
from lawcheck.text.patterns import Pattern

_SIGNS = Pattern("[()（）〔〕《》【】\n]")
# 》》点击查看《《: arrows of a web page, no title marks.
_ARROWS = Pattern("》{2,}|《{2,}", first="《》")
_PARTNER = {")": "(", "）": "(", "〕": "〔", "》": "《", "】": "【"}
_OPENING = {"(": "(", "（": "(", "〔": "〔", "《": "《", "【": "【"}
# A list marker closes a bracket that was never opened: 1) a) 一）
_LIST = Pattern(
    r"(?:^|[\s。；;：:，,、.{}\[\]])[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})$|(?<![A-Za-z])[A-Za-z]$"
)
# Over how many line ends it may run on: a note on the history of a law has a line for each amendment, a title is short.
_LINES = {"(": 20, "《": 2, "〔": 0, "【": 2}
_TITLE_REACH = 200
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
    arrows = {at for run in _ARROWS.finditer(text) for at in range(*run.span()) if _is_arrow(text, *run.span())}
    for match in _SIGNS.finditer(text):
        sign, at = match[0], match.start()
        if at in arrows:
            continue
        if sign == "\n":
            if stack:
                stack = list(_kept(stack, lonely))
        elif sign in _OPENING:
            stack.append(_Open(_OPENING[sign], at))
        else:
            _close(_PARTNER[sign], at, stack, pairs, lonely, text)
    lonely += [entry.at for entry in stack]
    return Brackets(sorted(pairs), sorted(lonely))


def _is_arrow(text: str, start: int, end: int) -> bool:
    """Whether marks that stand side by side point at something: no title ends or begins with them on its line."""
    if text[start] == "》":
        before = text[max(0, start - _TITLE_REACH) : start]
        return "《" not in before[before.rfind("\n") + 1 :]
    return "》" not in text[end : end + _TITLE_REACH].partition("\n")[0]


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
    if sort == "(" and _LIST.search(text[max(0, at - 6) : at]):
        # The bracket of （\n三） was broken off from its ordinal.
        broken = depth is not None and stack[depth].lines == 1 and not text[stack[depth].at + 1 : at - 3].strip()
        if depth is None or (stack[depth].lines and not broken):
            return
    if depth is None:
        lonely.append(at)
        return
    pairs.append((stack[depth].at, at))
    lonely += [entry.at for entry in stack[depth + 1 :]]
    del stack[depth:]
