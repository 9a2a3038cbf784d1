"""With which characters the matches of a regular expression can begin.

`re` skips what no match begins with fifty times as fast as it tries an expression in vain. It knows how matches begin
only where an expression begins with a character or a class itself. Here it is told of all others: those that begin with
a look around, with what may be missing, or with a choice of longer parts.
"""

from array import array
from importlib import import_module
from re import IGNORECASE, LOCALE
from typing import Any

# The members of a class of characters, as `re` takes them apart.
_Members = list[tuple[Any, Any]]
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_NO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
# Members that are characters from this one to that one; the last of which a table tells, its blocks and its words.
_PLAIN = frozenset({"LITERAL", "RANGE"})
_LAST, _BLOCK, _WORD = 0xFFFF, 256, "I"
# In a program: what stands at its beginning, how long that is, what it says, and the widths of a match.
_HEAD = 5


def told_of_first_characters(code: list[int], parsed: Any, flags: int) -> list[int]:
    """The program of an expression, which says with which characters matches begin, where that can be known."""
    compiler = import_module("re._compiler")
    _, size, told, least, most = code[:_HEAD]
    flags |= parsed.state.flags
    if told or not least or flags & (IGNORECASE | LOCALE):
        return code
    members, may_be_empty = _first(parsed)
    if not members or may_be_empty:
        return code
    if all(kind.name in _PLAIN and (value if kind.name == "LITERAL" else value[1]) <= _LAST for kind, value in members):
        members = [(compiler.BIGCHARSET, _table(members))]
    else:
        members, _ = compiler._optimize_charset(members)
    head = [int(compiler.INFO), 0, compiler.SRE_INFO_CHARSET, least, most]
    compiler._compile_charset(members, flags, head)
    head[1] = len(head) - 1
    return head + code[1 + size :]


def _table(members: _Members) -> list[int]:
    """Which characters are members, as `re` reads it: how many blocks of 256 there are, which of them each 256
    characters have, and the bits of each block.

    `re` makes the same table, but looks at 65,536 characters for it.
    """
    blocks = [0] * _BLOCK
    for kind, value in members:
        first, last = (value, value) if kind.name == "LITERAL" else value
        for block in range(first // _BLOCK, last // _BLOCK + 1):
            low, high = max(first - block * _BLOCK, 0), min(last - block * _BLOCK, _BLOCK - 1)
            blocks[block] |= (2 << high) - (1 << low)
    numbers = {bits: number for number, bits in enumerate(dict.fromkeys(blocks))}
    which = array(_WORD, bytes(map(numbers.__getitem__, blocks)))
    words = [bits >> shift & 0xFFFFFFFF for bits in numbers for shift in range(0, _BLOCK, 32)]
    return [len(numbers), *which, *words]


def _first(parts: Any) -> tuple[_Members | None, bool]:
    """The characters that parts in a row begin with, None where they may be any; and whether they may match nothing."""
    found: _Members = []
    for kind, value in parts:
        name = kind.name
        if name in _NO_WIDTH:
            continue
        members, may_be_empty = _of_part(name, kind, value)
        if members is None:
            return None, True
        found += members
        if not may_be_empty:
            return found, False
    return found, True


def _of_part(name: str, kind: Any, value: Any) -> tuple[_Members | None, bool]:
    """The same of one part."""
    if name == "LITERAL":
        return [(kind, value)], False
    if name == "IN":
        return _of_class(list(value)), False
    if name == "BRANCH":
        return _of_all(_first(branch) for branch in value[1])
    if name == "SUBPATTERN":
        _, added, removed, inner = value
        return _first(inner) if not (added or removed) else (None, True)
    if name == "ATOMIC_GROUP":
        return _first(value)
    if name in _REPEATS:
        least, _, inner = value
        members, may_be_empty = _first(inner)
        return members, may_be_empty or least == 0
    return None, True


def _of_class(members: _Members) -> _Members | None:
    """The members of a class; of those that name what is none of them only [^\\S…], blanks, is followed up."""
    if members[0][0].name != "NEGATE":
        return members
    constants = import_module("re._constants")
    if (constants.CATEGORY, constants.CATEGORY_NOT_SPACE) in members:
        return [(constants.CATEGORY, constants.CATEGORY_SPACE)]
    return None


def _of_all(branches: Any) -> tuple[_Members | None, bool]:
    """The same of a choice."""
    found: _Members = []
    any_is_empty = False
    for members, may_be_empty in branches:
        if members is None:
            return None, True
        found += members
        any_is_empty = any_is_empty or may_be_empty
    return found, any_is_empty
