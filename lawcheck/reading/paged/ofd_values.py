"""Elements of an OFD file and the numbers in their attributes, which come from anywhere."""

import math
from collections.abc import Iterable, Iterator, Sequence

from lawcheck.reading.safe_xml import Element


def numbers(said: str | None, count: int) -> Sequence[float] | None:
    """So many numbers, None where there are others or fewer."""
    words = (said or "").split()[:count]
    values: Iterable[float] = map(_finite, words)
    found = [value for value in values if not math.isnan(value)]
    return found if len(found) == count else None


def number(said: str | None, otherwise: float) -> float:
    """One number, or another where there is none."""
    found = numbers(said, 1)
    return found[0] if found else otherwise


def _finite(word: str) -> float:
    try:
        value = float(word)
    except ValueError:
        return math.nan
    return value if math.isfinite(value) else math.nan


def steps(said: str | None, most: int) -> list[float]:
    """How far one character stands from the next; `g 3 5` stands for 5 5 5."""
    words = (said or "").split()
    found: list[float] = []
    at = 0
    while at < len(words) and len(found) < most:
        if words[at] == "g" and at + 2 < len(words):
            count, step = number(words[at + 1], 0.0), number(words[at + 2], 0.0)
            found += [step] * int(max(0.0, min(count, most - len(found))))
            at += 3
        else:
            found.append(number(words[at], 0.0))
            at += 1
    return found


def all_named(element: Element, name: str) -> Iterator[Element]:
    """Every element of this name below another one, whatever its namespace: there are several."""
    return (found for found in element.iter() if name_of(found) == name and found is not element)


def name_of(element: Element) -> str:
    """The name of an element without its namespace; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
