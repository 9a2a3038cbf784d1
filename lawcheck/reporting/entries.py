"""JSON written entry by entry, so that a report of many documents is kept as text, not as objects."""

import json
from collections.abc import Iterable


def compact(value: object) -> str:
    """A value as JSON in one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def array(entries: Iterable[str]) -> str:
    """An array of values that are JSON already, each in a line of its own."""
    lines = ",\n".join(entries)
    return f"[\n{lines}\n]" if lines else "[]"


def with_array(fields: dict[str, object], key: str, entries: Iterable[str]) -> str:
    """An object of some fields and, last, an array of values that are JSON already."""
    return f"{compact(fields)[:-1]},{compact(key)}:{array(entries)}}}"
