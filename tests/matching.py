"""Texts that a regular expression is likely to match, for tests."""

import random
import re._parser as parser
from collections.abc import Iterable
from functools import cache
from typing import Any

# What stands for any character, and for all but some; one of them is seldom among those.
_ANY = "的一甲a1，"
_CATEGORIES = {"CATEGORY_DIGIT": "7", "CATEGORY_SPACE": " ", "CATEGORY_NOT_WORD": "，"}
# No repetition goes further than this beyond its least.
_MORE = 2


def matching(pattern: str, flags: int, rng: random.Random) -> str:
    """A text made as the expression says; what must not stand beside it is left to chance."""
    return _Maker(rng).text(_parsed(pattern, flags))


@cache
def _parsed(pattern: str, flags: int) -> Any:
    return parser.parse(pattern, flags)


class _Maker:
    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._groups: dict[int, str] = {}

    def text(self, parts: Iterable[tuple[Any, Any]]) -> str:
        return "".join(self._part(str(kind), value) for kind, value in parts)

    def _part(self, kind: str, value: Any) -> str:
        if kind == "LITERAL":
            return chr(value)
        if kind == "NOT_LITERAL":
            return self._other_than([("LITERAL", value)])
        if kind == "ANY":
            return self._rng.choice(_ANY)
        if kind == "IN":
            negated = str(value[0][0]) == "NEGATE"
            return self._other_than(value[1:]) if negated else self._one_of(*self._rng.choice(value))
        if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            least, most, part = value
            return "".join(self.text(part) for _ in range(self._rng.randint(least, min(int(most), least + _MORE))))
        if kind == "SUBPATTERN":
            self._groups[value[0]] = made = self.text(value[3])
            return made
        if kind == "BRANCH":
            return self.text(self._rng.choice(value[1]))
        if kind == "GROUPREF":
            return self._groups.get(value, "")
        if kind == "ASSERT":
            return self.text(value[1])
        return self.text(value) if kind == "ATOMIC_GROUP" else ""

    def _one_of(self, kind: Any, value: Any) -> str:
        if str(kind) == "RANGE":
            return chr(self._rng.randint(*value))
        return chr(value) if str(kind) == "LITERAL" else _CATEGORIES.get(str(value), "的")

    def _other_than(self, kept_out: list[tuple[Any, Any]]) -> str:
        listed = {chr(value) for kind, value in kept_out if str(kind) == "LITERAL"}
        return self._rng.choice([each for each in _ANY if each not in listed] or ["\u4e00"])
