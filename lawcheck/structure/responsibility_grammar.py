"""The LALR parser of `grammars/responsibility.lark`. Imports lark, so it is imported itself only when needed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from lark import Lark, Token, Transformer
from lark.lexer import Lexer

from lawcheck.resources import resource_dir
from lawcheck.structure.attribution_lexer import Piece
from lawcheck.structure.model import Role, Unit


@dataclass(frozen=True, slots=True)
class Clause:
    """Units that act together; `verb` is the role of what they do, `joins` that they come in with 会同."""

    start: int
    end: int
    units: tuple[Unit, ...]
    verb: Role | None
    joins: bool


@dataclass(frozen=True, slots=True)
class Part:
    """The clauses behind one label, or before the first; `blank` when there is nothing but punctuation."""

    label: Piece | None
    clauses: tuple[Clause, ...]
    blank: bool


class _PieceLexer(Lexer):
    """Hands the pieces to lark as the values of its tokens."""

    def __init__(self, lexer_conf: Any) -> None:
        pass

    def lex(self, lexer_state: Any, parser_state: Any = None) -> Iterator[Token]:
        for piece in lexer_state:
            token = Token(piece.terminal, "")
            token.value = piece
            yield token


# A method has the name of a rule; its children are tokens and what the methods of the inner rules gave.
class _Builder(Transformer[Token, list[Part]]):
    def actors(self, children: list[Token]) -> list[Piece]:
        return [token.value for token in children]

    act = actors

    def clause(self, children: list[list[Piece]]) -> Clause:
        actors = children[0]
        verb = next((piece for piece in children[-1] if piece.terminal == "VERB"), None)
        return Clause(
            start=actors[0].start,
            end=verb.end if verb else actors[-1].end,
            units=tuple(unit for piece in actors for unit in piece.units),
            verb=verb.role if verb else None,
            joins=actors[0].terminal == "WITH",
        )

    rest = clause

    def body(self, children: list[Any]) -> Part:
        clauses = tuple(c for c in children if isinstance(c, Clause) and c.units)
        others = (c.value.terminal for c in children if isinstance(c, Token))
        return Part(None, clauses, not clauses and all(terminal == "SEPARATOR" for terminal in others))

    def labelled(self, children: list[Any]) -> Part:
        label, part = children
        return Part(label.value, part.clauses, part.blank)

    def attribution(self, children: list[Part]) -> list[Part]:
        return children


_GRAMMAR = (resource_dir("grammars") / "responsibility.lark").read_text(encoding="utf-8")
_PARSER = Lark(_GRAMMAR, start="attribution", parser="lalr", lexer=_PieceLexer, transformer=_Builder())


def parse_pieces(pieces: Iterable[Piece]) -> list[Part]:
    """The parts of an attribution. Every sequence of tokens parses."""
    return cast(list[Part], _PARSER.parse(cast(Any, pieces)))
