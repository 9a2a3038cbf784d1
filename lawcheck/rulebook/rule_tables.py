"""What the rule files of lawcheck hold: to parse them takes longer than to check a page, so it is kept between runs."""

from functools import cache
from typing import Any

from lawcheck import __version__
from lawcheck.reading.resources import kept, resource_dir, states_of

_Tables = dict[str, dict[str, Any]]


def tables() -> list[dict[str, Any]]:
    """The table of each file, by code."""
    found: list[dict[str, Any]] = kept("rules.json", _state(), _parsed)
    return found


@cache
def message_tables() -> _Tables:
    """By code what each rule says of what it finds: a small part, for runs that check nothing anew."""
    found: _Tables = kept("messages.json", _state(), _messages)
    return found


@cache
def _state() -> list[Any]:
    """What tells one state of the files from another."""
    return [__version__, *states_of(resource_dir("rules"))]


def _parsed() -> list[dict[str, Any]]:
    import tomllib  # not needed where the tables are kept

    files = sorted(resource_dir("rules").glob("*/*.toml"))
    return [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]


def _messages() -> _Tables:
    return {table["code"]: {"messages": table["messages"], "fix": table.get("fix")} for table in tables()}
