"""From a rule file to a rule.

The files that come with lawcheck are known to be right and only read; one from elsewhere is first held against the
classes of `rule.py`, every key and type, and its check is made once. Both ways give the same rule.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Any

from lawcheck.errors import COLON, SEMICOLON, RuleFileError, Words, joined
from lawcheck.rulebook.example import Example
from lawcheck.rulebook.findings import Safety, Severity
from lawcheck.rulebook.rule import (
    ComparisonCheck,
    FunctionCheck,
    LexiconCheck,
    LimitCheck,
    Origin,
    PatternCheck,
    RequireCheck,
    Rule,
    RuleCheck,
    RuleFix,
    RuleSource,
    SubstituteCheck,
    SuppressionCheck,
)
from lawcheck.rulebook.rule_options import OptionValue, RuleOption
from lawcheck.rulebook.rule_status import Precision
from lawcheck.rulebook.rule_tables import TOLD, rule_files, told_tables
from lawcheck.structure.kinds import Kind
from lawcheck.structure.scopes import Scope
from lawcheck.structure.settings import Stage

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from lawcheck.reading.toml_lines import TomlLines

_CHECKS: dict[str, type[RuleCheck]] = {
    "pattern": PatternCheck,
    "substitute": SubstituteCheck,
    "lexicon": LexiconCheck,
    "require": RequireCheck,
    "limit": LimitCheck,
    "function": FunctionCheck,
    "suppression": SuppressionCheck,
    "comparison": ComparisonCheck,
}
# What rules from elsewhere may not ask for: it could run code, or belongs to lawcheck itself.
_NOT_IN_FOLDERS = ("function", "suppression", "comparison")
_NOT_IN_PACKAGES = ("suppression", "comparison")
_TABLES: dict[str, type[RuleSource | Example | RuleFix | Precision | RuleOption]] = {
    "sources": RuleSource,
    "examples": Example,
    "fix": RuleFix,
    "precision": Precision,
    "options": RuleOption,
}
# What no file says of a rule.
_NOT_IN_FILES = ("origin", "values", "later")
# What every call asks of every rule.
_AT_ONCE = ("code", "name", "status", "severity", "check")
# Rules that are asked for again and again, as the language server does, are kept.
_KEPT = 1000
# Where words in one language only stand for both.
_TEXTS = ("summary", "reason")


def trusted_rule(data: Mapping[str, Any]) -> Rule:
    """The rule in the TOML table of a file that is known to be right; most of it is made when it is asked for."""
    at_once = {name: _made(name, data[name]) for name in _AT_ONCE}
    return Rule.made_later(at_once, partial(_part, data))


def verify_files() -> None:
    """Raises RuleFileError for the first file of lawcheck that is not as a rule file must be, with every mistake."""
    for file in rule_files():
        parse_rule(file.read_text(encoding="utf-8"), str(file))


@lru_cache(maxsize=_KEPT)
def parse_rule(text: str, name: str, origin: Origin | None = None) -> Rule:
    """The rule in a TOML text of any origin; `name` is the file that errors refer to.

    A rule of an origin may give its words in one language. Raises RuleFileError with every mistake of the file.
    """
    # Of no use where only the rules of lawcheck run.
    from lawcheck.reading.toml_lines import TomlLines
    from lawcheck.reading.toml_text import BadTextError, parse_toml
    from lawcheck.rulebook.rule_words import wrong_words

    try:
        data = parse_toml(text)
    except BadTextError as error:
        raise RuleFileError(name + COLON + error.words) from error
    if origin:
        data = _in_both_languages(data)
    lines = TomlLines(text)
    mistakes = _mistakes(data, origin, lines)
    if not mistakes:
        rule = _rule(data, origin)
        mistakes = [lines.place(keys) + words for keys, words in wrong_words(rule)]
    if mistakes:
        raise RuleFileError(name + COLON + joined(SEMICOLON, mistakes))
    return rule


def _in_both_languages(data: dict[str, Any]) -> dict[str, Any]:
    data = {key: _doubled(value) if key in _TEXTS else value for key, value in data.items()}
    if isinstance(messages := data.get("messages"), dict):
        data["messages"] = {name: _doubled(words) for name, words in messages.items()}
    if isinstance(fix := data.get("fix"), dict) and "title" in fix:
        data["fix"] = {**fix, "title": _doubled(fix["title"])}
    return data


def _doubled(words: object) -> object:
    return {"zh": words, "en": words} if isinstance(words, str) else words


def _mistakes(data: dict[str, Any], origin: Origin | None, lines: "TomlLines") -> list[Words]:
    # Only a file from elsewhere is worth the time that pydantic takes to start.
    from pydantic import ValidationError

    from lawcheck.rulebook.table_faults import complaints, usable_values

    refused = (_NOT_IN_PACKAGES if origin.package else _NOT_IN_FOLDERS) if origin else ()
    kinds = [kind for kind in _CHECKS if kind not in refused]
    check = data.get("check")
    kind = check.get("kind") if isinstance(check, dict) else None
    if not isinstance(check, dict) or kind not in kinds:
        return [lines.place(("check", "kind")) + "check.kind " + usable_values(kinds)]
    if refused_keys := [key for key in _NOT_IN_FILES if key in data]:
        return [lines.place((key,)) + Words("没有键 ", "there is no key ") + key for key in refused_keys]
    mistakes: list[Words] = []
    for table, part, within in ((kind, check, ("check",)), ("", {**data, "check": _UNCHECKED}, ())):
        try:
            _adapter(table).validate_python(part)
        except ValidationError as error:
            mistakes += complaints(error, partial(_known_keys, _CHECKS[kind]), lines, within)
    return mistakes


@cache
def _adapter(kind: str) -> "TypeAdapter[Any]":
    """What validates the table of a kind of check, or without one the rest of a rule."""
    from pydantic import TypeAdapter

    return TypeAdapter(_CHECKS.get(kind, Rule))


def _known_keys(check: type[RuleCheck], keys: tuple[str | int, ...]) -> list[str]:
    """The keys of the table that a way leads into."""
    table = {**_TABLES, "check": check}.get(str(keys[0]), Words) if len(keys) > 1 else Rule
    return [field.name for field in fields(table) if field.name not in _NOT_IN_FILES]


# Stands for the check of a rule while the rest of it is validated.
_UNCHECKED = SuppressionCheck()


def _rule(data: Mapping[str, Any], origin: Origin | None) -> Rule:
    return Rule(**{name: _made(name, value) for name, value in data.items()}, origin=origin)


def _made(name: str, value: Any) -> Any:
    """A part of a rule, made of that of its table."""
    make = _PARTS.get(name)
    return make(value) if make else value


def _part(data: Mapping[str, Any], name: str) -> Any:
    """A part of the rule in a table, None where its file does not have it."""
    value = told_tables()[data["code"]].get(name) if name in TOLD else data.get(name)
    return None if value is None else _made(name, value)


def _words(data: Mapping[str, str]) -> Words:
    return Words(**data)


def _option(data: Mapping[str, Any]) -> RuleOption:
    default: OptionValue = tuple(data["default"]) if isinstance(data["default"], list) else data["default"]
    return RuleOption(**{**data, "default": default})


def _check(data: Mapping[str, Any]) -> RuleCheck:
    if "needs" in data:
        data = {**data, "needs": tuple(data["needs"])}
    scopes = {key: Scope(data[key]) for key in ("scope", "part") if key in data}
    return _CHECKS[data["kind"]](**{**data, **scopes})


def _example(data: Mapping[str, Any]) -> Example:
    kind = data.get("kind", "auto")
    units = tuple(data.get("units", ()))
    return Example(**{**data, "kind": kind if kind == "auto" else Kind(kind), "units": units})


_PARTS: dict[str, Callable[[Any], Any]] = {
    "severity": Severity,
    "severities": lambda levels: {name: Severity(level) for name, level in levels.items()},
    "yields": tuple,
    "aliases": tuple,
    "precision": lambda counted: Precision(**counted),
    "stages": lambda stages: tuple(map(Stage, stages)),
    "kinds": lambda kinds: tuple(map(Kind, kinds)),
    "summary": _words,
    "reason": _words,
    "sources": lambda sources: tuple(RuleSource(**source) for source in sources),
    "messages": lambda messages: {name: _words(said) for name, said in messages.items()},
    "fix": lambda fix: RuleFix(Safety(fix["safety"]), _words(fix["title"])),
    "options": lambda options: {name: _option(option) for name, option in options.items()},
    "check": _check,
    "examples": lambda examples: tuple(map(_example, examples)),
}
