"""What a loop over tables makes of a sequence is what Lark itself makes of it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Lark, Token, Tree
from lark.lexer import Lexer

from lawcheck.reading.resources import resource_dir
from lawcheck.structure.grammar import load_grammar
from lawcheck.structure.levels import SYMBOLS

DECLARED = f"%declare {' '.join(SYMBOLS)}\n"
WORDS = ["LABEL", "OTHER_LABEL", "NAMES", "WITH", "VERB", "SEPARATOR", "DEADLINE", "OTHER"]


class ReadyTokens(Lexer):
    def __init__(self, conf: Any) -> None:
        pass

    def lex(self, state: Any, parser_state: Any = None) -> Any:
        return (Token(name, "") for name in state)


def lark_of(file: str, more: str) -> Lark:
    text = (resource_dir("grammars") / file).read_text(encoding="utf-8") + more
    return Lark(text, parser="lalr", lexer=ReadyTokens)


def plain(tree: Tree[Token] | Token) -> Any:
    return [str(tree.data), *map(plain, tree.children)] if isinstance(tree, Tree) else str(tree.type)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "more", "names"),
    [
        ("plan.lark", DECLARED, SYMBOLS),
        ("statute.lark", DECLARED, SYMBOLS),
        ("responsibility.lark", "", WORDS),
    ],
)
def test_every_sequence_parses_as_lark_parses_it(file: str, more: str, names: list[str]) -> None:
    grammar, lark = load_grammar(file, more), lark_of(file, more)

    @given(st.lists(st.sampled_from(names), max_size=40))
    def same(sequence: list[str]) -> None:
        tree = grammar.parse([(name, name) for name in sequence], lambda rule, children: [rule, *children])
        assert tree == plain(lark.parse(sequence))

    same()


def test_a_long_list_takes_no_longer_for_each_of_its_items() -> None:
    sizes = []

    def build(rule: str, children: list[Any]) -> int:
        sizes.append(len(children))
        return 1

    load_grammar("plan.lark", DECLARED).parse([("SECTION", 0)] + [("ITEM", 0)] * 100_000, build)
    assert sorted(sizes)[-2:] == [1, 100_001]
