"""The grammar of attributions: from the terminals of one to the clauses in it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, cast

from lawcheck.records import dataclass
from lawcheck.structure.grammar import load_grammar


@dataclass(frozen=True, slots=True)
class ClauseShape:
    """The tokens, by their index, that name the units of a clause, and the first that says what they do."""

    actors: tuple[int, ...]
    verb: int | None


@dataclass(frozen=True, slots=True)
class PartShape:
    """The clauses after one label, or before the first; `blank` when there is nothing but punctuation."""

    label: int | None
    clauses: tuple[ClauseShape, ...]
    blank: bool


@lru_cache(maxsize=512)
def parse_terminals(terminals: tuple[str, ...]) -> tuple[PartShape, ...]:
    """The parts of an attribution with these tokens. Every sequence parses; a document repeats few of them."""
    tokens = ((terminal, (terminal, index)) for index, terminal in enumerate(terminals))
    return cast(tuple[PartShape, ...], load_grammar("responsibility.lark").parse(tokens, _build))


# A token, as the grammar hands it on: its terminal and its index.
_Token = tuple[str, int]


def _build(rule: str, children: list[Any]) -> Any:
    """What a rule of the grammar stands for."""
    if rule == "actors":
        return tuple(index for _, index in children)
    if rule == "act":
        return next((index for terminal, index in children if terminal == "VERB"), None)
    if rule == "clause":
        actors, verb = children
        return ClauseShape(actors, verb)
    if rule == "rest":
        return ClauseShape(children[0], None)
    if rule == "body":
        return _body(children)
    if rule == "labelled":
        (_, label), part = children
        return PartShape(label, part.clauses, part.blank)
    return tuple(children)


def _body(children: Sequence[ClauseShape | _Token]) -> PartShape:
    clauses = tuple(child for child in children if isinstance(child, ClauseShape))
    blank = all(not isinstance(child, ClauseShape) and child[0] == "SEPARATOR" for child in children)
    return PartShape(None, clauses, blank)
