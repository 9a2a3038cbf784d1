"""The Lark grammars of documents: ordinals in, the tree of levels out."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest
from typing import Any

from lark import Lark, Token, Tree
from lark.common import LexerConf
from lark.lexer import Lexer

from lawcheck.resources import cache_file, resource_dir
from lawcheck.structure.lexer import Candidate
from lawcheck.structure.model import Kind

_GRAMMARS = {Kind.PLAN: "plan.lark", Kind.OFFICIAL: "plan.lark", Kind.STATUTE: "statute.lark"}


class _ReadyTokens(Lexer):
    """Hands on tokens that were made before: whether something is an ordinal cannot be told at its place alone."""

    __future_interface__ = 2

    def __init__(self, conf: LexerConf) -> None:
        pass

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Token]:
        return iter(lexer_state.text)


@cache
def load_grammar(name: str) -> Lark:
    """The parser of a grammar file over the ordinals, for tokens that are ready-made.

    Its tables are kept between runs in the user's cache folder, if there is one.
    """
    folder = resource_dir("grammars")
    text = "".join((folder / file).read_text(encoding="utf-8") for file in ("ordinals.lark", name))
    return Lark(text, parser="lalr", lexer=_ReadyTokens, source_path=name, cache=cache_file(name) or False)


@cache
def marker_patterns() -> dict[str, re.Pattern[str]]:
    """The patterns of ordinals by form, as the grammar files give them."""
    terminals = load_grammar(_GRAMMARS[Kind.PLAN]).terminals
    return {str(t.name): re.compile(t.pattern.to_regexp()) for t in terminals if t.pattern is not None}


def tokens(text: str, ordinals: Sequence[Candidate]) -> Iterator[Token]:
    """The ordinals, each with the text behind it, and the text before the first: together they tile the text."""
    first = ordinals[0].start if ordinals else len(text)
    if first:
        yield Token("TEXT", "", start_pos=0, end_pos=first)
    for ordinal, after in zip_longest(ordinals, ordinals[1:]):
        end = after.start if after else len(text)
        yield Token(ordinal.form, "", start_pos=ordinal.start, end_pos=end)


def parse_levels(text: str, ordinals: Sequence[Candidate], kind: Kind) -> Tree[Token]:
    """The tree of levels of a document; it never fails."""
    parser = load_grammar(_GRAMMARS[kind])
    return parser.parse(tokens(text, ordinals))
