"""The grammars in `grammars/`: Lark makes LALR tables of them once, which are kept; a loop here runs the tables.

To import Lark takes longer than to check a page, and nothing else of what it can do is needed when a text is parsed:
the tokens come ready-made, every sequence of them parses, and no tree stands between the tables and what is built.
"""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import chain
from typing import Any

from lawcheck import __version__
from lawcheck.reading.resources import kept, resource_dir
from lawcheck.records import dataclass


class _Group(list[Any]):
    """The children of a rule that only groups."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The tables of a grammar, and the patterns of its terminals by name.

    A row of `actions` says what to do in a state when a symbol comes: go to a state or, where the number is negative,
    reduce by `rules[~number]`, a name and the number of its symbols.
    """

    terminals: dict[str, str]
    rules: list[tuple[str, int]]
    actions: list[dict[str, int]]
    first: int
    last: int

    def parse(self, tokens: Iterable[tuple[str, Any]], build: Callable[[str, list[Any]], Any]) -> Any:
        """What `build` makes of the start rule. The tokens are names of terminals with their values.

        `build` is given the name of a rule and its children: the values of its terminals, and what was built of the
        rules in it. A rule whose name begins with _ only groups: its children are those of the rule above.
        """
        actions, rules = self.actions, self.rules
        states = [self.first]
        values: list[Any] = []
        for name, value in chain(tokens, [("$END", None)]):
            while (action := actions[states[-1]][name]) < 0:
                rule, length = rules[~action]
                parts = values[-length:] if length else []
                if length:
                    del states[-length:], values[-length:]
                children = _joined(parts)
                values.append(children if rule[0] == "_" else build(rule, children))
                states.append(actions[states[-1]][rule])
                if states[-1] == self.last:
                    return values[0]
            states.append(action)
            values.append(value)
        raise AssertionError("the end of the text ends the start rule")


def _joined(parts: list[Any]) -> _Group:
    """The parts of a rule, groups among them opened.

    The first group is taken over, not copied: a list of n children is a group in a group, n deep.
    """
    children = parts.pop(0) if parts and isinstance(parts[0], _Group) else _Group()
    for part in parts:
        if isinstance(part, _Group):
            children += part
        else:
            children.append(part)
    return children


@cache
def load_grammar(file: str, more: str = "") -> Grammar:
    """The grammar in a file of `grammars/`, with more text after it; its start rule is `start`."""
    text = (resource_dir("grammars") / file).read_text(encoding="utf-8") + more
    return Grammar(*kept(file, [__version__, text], lambda: _compiled(text)))


def _compiled(text: str) -> list[Any]:
    """The fields of `Grammar`, as Lark makes them: from the same data it makes parsers that stand alone."""
    from lark import Lark
    from lark.grammar import Rule
    from lark.lexer import TerminalDef

    lark = Lark(text, parser="lalr", lexer="basic")
    data, memo = lark.memo_serialize([TerminalDef, Rule])
    table = data["parser"]["parser"]
    rules = {number: entry for number, entry in memo.items() if entry["__type__"] == "Rule"}
    places = {number: place for place, number in enumerate(rules)}

    def action(kind: int, target: Any) -> int:
        return ~places[target["@"]] if kind else int(target)

    actions = [
        {table["tokens"][symbol]: action(*entry) for symbol, entry in table["states"][state].items()}
        for state in range(len(table["states"]))
    ]
    return [
        {str(terminal.name): terminal.pattern.to_regexp() for terminal in lark.terminals},
        [(str(rule["origin"]["name"]), len(rule["expansion"])) for rule in rules.values()],
        actions,
        table["start_states"]["start"],
        table["end_states"]["start"],
    ]
