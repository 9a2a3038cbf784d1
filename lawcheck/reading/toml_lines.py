"""In which line of a TOML text a key stands, to say where a value is wrong that the parser had nothing against."""

import re
import tomllib
from collections.abc import Iterator
from functools import cached_property

from lawcheck.errors import Words

# The way to a value: names, and from 0 the number of a table in an array.
Keys = tuple[str | int, ...]

_TOKEN = re.compile(
    r"""
    \"{3}(?:[^\\]|\\.)*?\"{3,5} | '{3}.*?'{3,5} | "(?:[^"\\\n]|\\.)*" | '[^'\n]*'
    | \#[^\n]* | \n | [\[\]{}=,.] | [^\s\[\]{}=,.\#"']+
    """,
    re.DOTALL | re.VERBOSE,
)
_OPEN, _CLOSE = ("[", "{"), ("]", "}")


class TomlLines:
    """The lines of the keys in a text that is TOML, seen from one of its tables. Nothing is looked for until asked."""

    def __init__(self, text: str, table: Keys = ()) -> None:
        self._text = text
        self._table = table

    def place(self, keys: Keys) -> Words:
        """Words that say in which line a key stands, or else the table that it is missing from; maybe none."""
        within = len(self._table)
        way = (*self._table, *keys)
        for size in range(len(way), within, -1):
            if line := self._lines.get(way[:size]):
                return Words(f"第 {line} 行：", f"line {line}: ")
        return Words("", "")

    @cached_property
    def _lines(self) -> dict[Keys, int]:
        lines: dict[Keys, int] = {}
        table: Keys = ()
        arrays: dict[Keys, int] = {}
        for line, names, brackets in _statements(self._text):
            if not brackets:
                for size in range(len(names)):
                    lines.setdefault((*table, *names[: size + 1]), line)
                continue
            table = ()
            for number, name in enumerate(names, 1):
                table = (*table, name)
                if brackets == 2 and number == len(names):
                    arrays[table] = arrays.get(table, -1) + 1
                lines.setdefault(table, line)
                if table in arrays:
                    table = (*table, arrays[table])
                    lines.setdefault(table, line)
        return lines


# Of values that stand in no file.
NO_LINES = TomlLines("")


def _statements(text: str) -> Iterator[tuple[int, list[str], int]]:
    """The line of each key or head of a table, its names, and in how many brackets they stand: 0, 1 or 2."""
    names: list[str] = []
    line, seen, began = 1, 0, 0
    brackets = depth = 0
    in_value = False
    for token in _TOKEN.finditer(text):
        said = token[0]
        line += text.count("\n", seen, token.start())
        seen = token.start()
        if in_value:
            depth += (said in _OPEN) - (said in _CLOSE)
            in_value = depth > 0 or said != "\n"
        elif said == "[":
            brackets += 1
        elif said in ("=", "]"):
            if names:
                yield began, names, brackets
            names, brackets, in_value = [], 0, said == "="
        elif said not in (".", "\n") and not said.startswith("#"):
            began = began if names else line
            names.append(_name(said))


def _name(written: str) -> str:
    """A part of a key, without the marks around it."""
    return str(tomllib.loads(f"x={written}")["x"]) if written[0] in "\"'" else written
