"""The LALR parser of `grammars/responsibility.lark`. Imports lark, so it is imported itself only when needed."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from lark import Lark, Token, Transformer
from lark.lexer import Lexer

from lawcheck.resources import resource_dir


@dataclass(frozen=True, slots=True)
class ClauseShape:
    """The tokens, by their index, that name the units of a clause, and the first that says what they do."""

    actors: tuple[int, ...]
    verb: int | None


@dataclass(frozen=True, slots=True)
class PartShape:
    """The clauses behind one label, or before the first; `blank` when there is nothing but punctuation."""

    label: int | None
    clauses: tuple[ClauseShape, ...]
    blank: bool


class _TerminalLexer(Lexer):
    """Hands the names of terminals to lark as tokens whose value is their index."""

    def __init__(self, lexer_conf: Any) -> None:
        pass

    def lex(self, lexer_state: Any, parser_state: Any = None) -> Iterator[Token]:
        for index, terminal in enumerate(lexer_state):
            token = Token(terminal, "")
            token.value = index
            yield token


# A method has the name of a rule; its children are tokens and what the methods of the inner rules gave.
class _Builder(Transformer[Token, tuple[PartShape, ...]]):
    def actors(self, children: list[Token]) -> tuple[int, ...]:
        return tuple(token.value for token in children)

    def act(self, children: list[Token]) -> int | None:
        return next((token.value for token in children if token.type == "VERB"), None)

    def clause(self, children: list[Any]) -> ClauseShape:
        return ClauseShape(children[0], children[1])

    def rest(self, children: list[tuple[int, ...]]) -> ClauseShape:
        return ClauseShape(children[0], None)

    def body(self, children: list[Token | ClauseShape]) -> PartShape:
        clauses = tuple(child for child in children if isinstance(child, ClauseShape))
        blank = all(isinstance(child, Token) and child.type == "SEPARATOR" for child in children)
        return PartShape(None, clauses, blank)

    def labelled(self, children: list[Any]) -> PartShape:
        label, part = children
        return PartShape(label.value, part.clauses, part.blank)

    def attribution(self, children: list[PartShape]) -> tuple[PartShape, ...]:
        return tuple(children)


_GRAMMAR = (resource_dir("grammars") / "responsibility.lark").read_text(encoding="utf-8")
_PARSER = Lark(_GRAMMAR, start="attribution", parser="lalr", lexer=_TerminalLexer, transformer=_Builder())


@lru_cache(maxsize=512)
def parse_terminals(terminals: tuple[str, ...]) -> tuple[PartShape, ...]:
    """The parts of an attribution with these tokens. Every sequence parses; a document repeats few of them."""
    return cast(tuple[PartShape, ...], _PARSER.parse(cast(Any, terminals)))
