"""The words in which two texts differ, in pieces that can be read."""

from collections.abc import Iterator, Sequence
from sys import maxsize

from rapidfuzz.distance import Indel

from lawcheck.comparing.changes import Difference
from lawcheck.comparing.passages import Passage
from lawcheck.comparing.quantities import TOKEN

# Texts that differ in more words than this, multiplied, are one difference: to compare them takes too long.
_MOST_WORK = 400_000_000
# What differs in more places was written anew.
_MOST = 300
# What two differences have between them is part of them, if it is so short; or a little longer between long ones.
_JOINT = 1
_LONG_JOINT = 3
_TIMES = 4

_END = (maxsize, maxsize)
_Token = tuple[str, int, int]


def differences(old: Passage, new: Passage) -> tuple[Difference, ...]:
    """What was replaced, word by word, in offsets of the documents; white space is no difference."""
    first, second = _tokens(old), _tokens(new)
    head = _common(first, second)
    tail = _common(first[head:][::-1], second[head:][::-1])
    a, b = first[head : len(first) - tail], second[head : len(second) - tail]
    if not a and not b:
        return ()
    if len(a) * len(b) <= _MOST_WORK:
        found = tuple(
            Difference(_span(first, head + i, head + j, old.body), _span(second, head + k, head + m, new.body))
            for i, j, k, m in _replaced(a, b)
        )
        if len(found) <= _MOST:
            return found
    return (Difference(_span(first, head, head + len(a), old.body), _span(second, head, head + len(b), new.body)),)


def joined(found: Sequence[Difference], old: str) -> tuple[Difference, ...]:
    """Differences with what is too short to be read between them."""
    pieces: list[Difference] = []
    for piece in found:
        if pieces and _is_joint(pieces[-1], piece, old):
            last = pieces.pop()
            piece = Difference((last.old[0], piece.old[1]), (last.new[0], piece.new[1]))
        pieces.append(piece)
    return tuple(pieces)


def _is_joint(left: Difference, right: Difference, old: str) -> bool:
    between = len("".join(old[left.old[1] : right.old[0]].split()))
    changed = sum(max(p.old[1] - p.old[0], p.new[1] - p.new[0]) for p in (left, right))
    return between <= _JOINT or (between <= _LONG_JOINT and changed >= _TIMES * between)


def _tokens(passage: Passage) -> list[_Token]:
    """The words of a passage, the names of units whole."""
    found: list[_Token] = []
    at = 0
    units = [unit for attribution in passage.attributions for field in attribution.fields for unit in field.units]
    for start, end in (*((unit.start - passage.body, unit.end - passage.body) for unit in units), _END):
        found += ((match[0], match.start(), match.end()) for match in TOKEN.finditer(passage.text, at, start))
        if end > start >= at:
            found.append((passage.text[start:end], start, end))
        at = max(at, end)
    return [(word, start + passage.body, end + passage.body) for word, start, end in found]


def _common(first: Sequence[_Token], second: Sequence[_Token]) -> int:
    """How many tokens both begin with."""
    count = 0
    for a, b in zip(first, second, strict=False):
        if a[0] != b[0]:
            break
        count += 1
    return count


def _replaced(first: Sequence[_Token], second: Sequence[_Token]) -> Iterator[tuple[int, int, int, int]]:
    """Spans of tokens that are not the same; what was taken out and put in at one place is one."""
    open_piece: tuple[int, int, int, int] | None = None
    for code in Indel.opcodes([token[0] for token in first], [token[0] for token in second]):
        if code.tag == "equal":
            if open_piece:
                yield open_piece
            open_piece = None
        else:
            i, k = open_piece[::2] if open_piece else (code.src_start, code.dest_start)
            open_piece = (i, code.src_end, k, code.dest_end)
    if open_piece:
        yield open_piece


def _span(tokens: Sequence[_Token], first: int, last: int, start: int) -> tuple[int, int]:
    """The text from one token to before another; between two where there is none."""
    if first < last:
        return tokens[first][1], tokens[last - 1][2]
    at = tokens[first - 1][2] if first else start
    return at, at
