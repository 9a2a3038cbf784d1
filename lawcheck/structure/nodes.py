"""From the ordinals of a document to its nodes: what they stand for by the grammar of its kind, level by level."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest
from typing import Any, cast

from lawcheck.structure.document import LONGEST_TITLE, Node
from lawcheck.structure.grammar import Grammar, load_grammar
from lawcheck.structure.kinds import Kind
from lawcheck.structure.lexer import Candidate
from lawcheck.text.vocabulary.dates import YEAR
from lawcheck.text.vocabulary.han import HAN

_TITLE_STOP = re.compile(r"[。；;！？：:\n]")
_SHORTEST_TITLE = 4
_OPENING = re.compile(
    rf"(?<=[{HAN}”])(?:坚持|着眼|着力|围绕|深入贯彻|全面贯彻|按照|根据|为(?:进一步|深入|全面|了|贯彻)|以.{{2,24}}为|到{YEAR}年)"
)

# How deep a form stands by itself, whatever it hangs under.
_DEPTHS = {
    # What encloses 一、 in a plan stands at 0.
    Kind.PLAN: {"annex": 0, "part": 0, "chapter": 0, "division": 0, "section": 1, "article": 4, "subsection": 2}
    | {"item": 3, "decimal": 4, "subitem": 4, "point": 5, "serial": 6},
    Kind.STATUTE: {"annex": 0, "part": 1, "chapter": 2, "division": 3, "section": 3, "article": 4, "clause": 5}
    | {"item": 6, "decimal": 7, "subitem": 7, "point": 8, "serial": 9},
}
# What the outline calls the forms that have no name of their own.
_LEVELS = {"point": "subitem", "serial": "subitem"}


def _grammar(kind: Kind) -> Grammar:
    return load_grammar("ordinals.lark", "statute.lark" if kind is Kind.STATUTE else "plan.lark")


@cache
def marker_patterns() -> dict[str, re.Pattern[str]]:
    """The patterns of ordinals by form, as the grammar files give them."""
    return {name: re.compile(pattern) for name, pattern in _grammar(Kind.PLAN).terminals.items()}


def nodes_of(text: str, ordinals: Sequence[Candidate], kind: Kind, run_on: bool) -> tuple[Node, ...]:
    """The nodes at the top of a document. Any sequence of ordinals has some.

    `run_on` says that the line breaks of the text are lost.
    """
    builder = _Builder(text, _DEPTHS[Kind.STATUTE if kind is Kind.STATUTE else Kind.PLAN], run_on)
    # A token is an ordinal with the text behind it.
    pairs = zip_longest(ordinals, ordinals[1:])
    tokens = ((ordinal.form, (ordinal, after.start if after else len(text))) for ordinal, after in pairs)
    return cast(tuple[Node, ...], _grammar(kind).parse(tokens, builder.build))


class _Builder:
    """Makes nodes of what the grammar finds in one document."""

    def __init__(self, text: str, depths: dict[str, int], run_on: bool) -> None:
        self._text = text
        self._depths = depths
        self._run_on = run_on

    def build(self, rule: str, parts: list[Any]) -> Node | tuple[Node, ...]:
        """The node of an ordinal, of which `parts` are the token and the nodes below; or all nodes at the top."""
        if rule == "start":
            return _without_dates(parts)
        (ordinal, end), *children = parts
        text_end = children[0].start if children else end
        title, title_end = self._title(ordinal.end, text_end, self._run_on and rule == "section")
        return Node(
            level=_LEVELS.get(rule, rule),
            depth=self._depths[rule],
            marker=self._text[ordinal.start : ordinal.end],
            number=ordinal.value,
            start=ordinal.start,
            body_start=ordinal.end,
            title_end=title_end,
            end=children[-1].end if children else end,
            title=title,
            inferred=ordinal.inferred,
            children=tuple(children),
        )

    def _title(self, start: int, end: int, glued: bool) -> tuple[str, int]:
        """The heading behind a marker: its line, or its first sentence where it runs in.

        Where line breaks were lost a heading has no end of its own: the text under it is believed to begin where a
        sentence opens as such texts do.
        """
        limit = min(end, start + LONGEST_TITLE)
        match = _TITLE_STOP.search(self._text, start, limit)
        stop = match.start() if match else limit
        if glued and (opening := _OPENING.search(self._text, start + _SHORTEST_TITLE, stop)):
            stop = opening.start()
        title = self._text[start:stop]
        return title.strip(), start + len(title.rstrip())


def _without_dates(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The nodes; a date that ends a letter is a border and no node, what hangs under it does so no more."""
    found: list[Node] = []
    for node in nodes:
        found += [node] if node.level != "annex" or node.marker.startswith("附") else node.children
    return tuple(found)
