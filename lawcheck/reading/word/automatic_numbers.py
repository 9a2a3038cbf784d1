"""Automatic numbers: which list and level a paragraph belongs to, and what Word writes before it."""

import re

from lawcheck.reading.safe_xml import Element
from lawcheck.reading.word.number_formats import format_number
from lawcheck.reading.word.styles import Styles
from lawcheck.reading.word.xml import child, is_on, value, w
from lawcheck.records import dataclass, field

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_SUFFIXES = {"tab": "\t", "space": " ", "nothing": ""}
# No list counts further; a larger start is no number of a document.
_MOST = 1_000_000
_LONGEST_LABEL = 64


@dataclass(frozen=True, slots=True)
class NumberingLevel:
    """One level of a list as its definition has it. `restart` is the level (from 1) that restarts it, 0 for none."""

    start: int
    number_format: str
    text: str
    suffix: str
    restart: int
    style: str | None
    legal: bool


@dataclass(slots=True)
class _Override:
    start: int | None
    level: NumberingLevel | None


@dataclass(slots=True)
class _List:
    """A `w:num`: an abstract list with what this use of it overrides."""

    abstract: str
    levels: dict[int, NumberingLevel]
    overrides: dict[int, _Override]
    started: set[int] = field(default_factory=set)


class Numbering:
    """The lists of one document and how far each has counted; paragraphs are to be asked for in their order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, dict[int, int]] = {}
        if root is not None:
            self._read(root)

    def restart(self) -> None:
        """Begins to count anew: text boxes, notes and headers do not share the counters of the body."""
        self._counters.clear()
        for each in self._lists.values():
            each.started.clear()

    def label(self, properties: Element | None) -> str:
        """What stands before a paragraph with these properties, "" without a number; counts it."""
        found = self._place(properties)
        if found is None:
            return ""
        chosen, depth = found
        level = _level(chosen, depth)
        if level is None:
            return ""
        counters = self._counters.setdefault(chosen.abstract, {})
        self._advance(chosen, depth, level, counters)
        return _written(chosen, level, counters)

    def _place(self, properties: Element | None) -> tuple[_List, int] | None:
        """The list and level of a paragraph: its own, else those of its style."""
        own = child(properties, "numPr")
        number, depth = value(own, "numId"), value(own, "ilvl")
        style = value(properties, "pStyle") or self._styles.default
        for name, inherited in self._styles.numbering(style):
            if number is not None and depth is not None:
                break
            if number is None:
                number = value(inherited, "numId")
                depth = depth if own is not None and depth is not None else self._style_depth(number, name, inherited)
            elif depth is None and number == value(inherited, "numId"):
                depth = self._style_depth(number, name, inherited)
        chosen = self._lists.get(number or "")
        return (chosen, _bounded(depth, 0, _LEVELS - 1)) if chosen else None

    def _style_depth(self, number: str | None, style: str, properties: Element) -> str | None:
        """The level that a style numbers: the one that names it, else the one that it names."""
        chosen = self._lists.get(number or "")
        for depth, level in chosen.levels.items() if chosen else ():
            if level.style == style:
                return str(depth)
        return value(properties, "ilvl")

    def _advance(self, chosen: _List, depth: int, level: NumberingLevel, counters: dict[int, int]) -> None:
        override = chosen.overrides.get(depth)
        if override and override.start is not None and depth not in chosen.started:
            counters[depth] = override.start
        else:
            counters[depth] = counters.get(depth, level.start - 1) + 1
        chosen.started.add(depth)
        for deeper in [d for d in counters if d > depth]:
            below = _level(chosen, deeper)
            restart = below.restart if below else deeper
            if depth < restart:
                del counters[deeper]
        for above in range(depth):
            parent = _level(chosen, above)
            counters.setdefault(above, parent.start if parent else 1)

    def _read(self, root: Element) -> None:
        abstracts = {a.get(w("abstractNumId"), ""): a for a in root.iterchildren(w("abstractNum"))}
        numbers = {n.get(w("numId"), ""): n for n in root.iterchildren(w("num"))}
        levels: dict[str, dict[int, NumberingLevel]] = {}
        for name, number in numbers.items():
            abstract = self._linked(value(number, "abstractNumId") or "", abstracts, numbers)
            if abstract in abstracts and abstract not in levels:
                levels[abstract] = _levels(abstracts[abstract])
            self._lists[name] = _List(abstract, levels.get(abstract, {}), _overrides(number))

    def _linked(self, abstract: str, abstracts: dict[str, Element], numbers: dict[str, Element]) -> str:
        """The abstract list that really defines the levels: `numStyleLink` leads there by a numbering style."""
        seen: set[str] = set()
        while abstract in abstracts and abstract not in seen:
            seen.add(abstract)
            style = value(abstracts[abstract], "numStyleLink")
            properties = next((p for _, p in self._styles.numbering(style)), None)
            number = numbers.get(value(properties, "numId") or "")
            if style is None or number is None:
                break
            abstract = value(number, "abstractNumId") or ""
        return abstract


def _level(chosen: _List, depth: int) -> NumberingLevel | None:
    override = chosen.overrides.get(depth)
    return override.level if override and override.level else chosen.levels.get(depth)


def _written(chosen: _List, level: NumberingLevel, counters: dict[int, int]) -> str:
    """The label of a level with the numbers filled in; a bullet is no text."""
    if level.number_format == "bullet" or not level.text:
        return ""

    def number(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        of = _level(chosen, depth)
        number_format = "decimal" if level.legal else of.number_format if of else "none"
        return format_number(counters.get(depth, 1), number_format)

    return _PLACE.sub(number, level.text) + level.suffix


def _levels(parent: Element) -> dict[int, NumberingLevel]:
    return {_bounded(e.get(w("ilvl")), 0, _LEVELS): _read_level(e) for e in parent.iterchildren(w("lvl"))}


def _overrides(number: Element) -> dict[int, _Override]:
    found: dict[int, _Override] = {}
    for override in number.iterchildren(w("lvlOverride")):
        start = value(override, "startOverride")
        level = child(override, "lvl")
        found[_bounded(override.get(w("ilvl")), 0, _LEVELS)] = _Override(
            None if start is None else _bounded(start, 0, _MOST), None if level is None else _read_level(level)
        )
    return found


def _read_level(element: Element) -> NumberingLevel:
    depth = _bounded(element.get(w("ilvl")), 0, _LEVELS)
    # A format of Word's own stands in an alternative; the last one is what every reader knows.
    formats = [e.get(w("val"), "decimal") for e in element.iter(w("numFmt"))]
    restart = value(element, "lvlRestart")
    return NumberingLevel(
        start=_bounded(value(element, "start"), 0, _MOST),
        number_format=formats[-1] if formats else "decimal",
        text=(value(element, "lvlText") or "")[:_LONGEST_LABEL],
        suffix=_SUFFIXES.get(value(element, "suff") or "tab", "\t"),
        restart=depth if restart is None else _bounded(restart, 0, _LEVELS),
        style=value(element, "pStyle"),
        legal=bool(is_on(element, "isLgl")),
    )


def _bounded(number: str | None, least: int, most: int) -> int:
    """A number of the file, `least` where there is none that makes sense."""
    if number is None or not number.isascii() or not number.isdigit() or len(number) > 9:
        return least
    return max(least, min(int(number), most))
