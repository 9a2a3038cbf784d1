"""What the rule files of lawcheck hold: to parse them takes longer than to check a page, so it is kept between runs."""

from functools import cache
from pathlib import Path
from typing import Any

from lawcheck import __version__
from lawcheck.errors import COLON, RuleFileError
from lawcheck.reading.resources import kept, resource_dir, resource_state

_Tables = dict[str, dict[str, Any]]
# What people are told of a rule, three quarters of its file: a check does without.
TOLD = ("summary", "reason", "sources", "examples")


def tables() -> list[dict[str, Any]]:
    """The table of each file without what people are told, by code."""
    found: list[dict[str, Any]] = kept("rules", _state(), _checked)
    return found


@cache
def told_tables() -> _Tables:
    """By code what people are told of each rule."""
    found: _Tables = kept("told", _state(), _told)
    return found


@cache
def message_tables() -> _Tables:
    """By code what each rule says of what it finds: a small part, for runs that check nothing anew."""
    found: _Tables = kept("messages", _state(), _messages)
    return found


def _state() -> list[Any]:
    """What tells one state of the files from another."""
    return [__version__, resource_state("rules")]


def rule_files() -> list[Path]:
    """The rule files of lawcheck, by code."""
    return sorted(resource_dir("rules").glob("*/*.toml"))


def _parsed() -> list[dict[str, Any]]:
    from lawcheck.reading.toml_text import BadTextError, decode_utf8, parse_toml  # not needed where tables are kept

    found: list[dict[str, Any]] = []
    for file in rule_files():
        try:
            found.append(parse_toml(decode_utf8(file.read_bytes())))
        except BadTextError as error:
            raise RuleFileError(str(file) + COLON + error.words) from error
    return found


def _checked() -> list[dict[str, Any]]:
    return [{key: part for key, part in table.items() if key not in TOLD} for table in _parsed()]


def _told() -> _Tables:
    return {table["code"]: {key: part for key, part in table.items() if key in TOLD} for table in _parsed()}


def _messages() -> _Tables:
    return {table["code"]: {"messages": table["messages"], "fix": table.get("fix")} for table in tables()}
