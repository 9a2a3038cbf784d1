"""From a rule file to a rule.

The files that come with lawcheck are known to be right and only read; one from elsewhere is first held against the
classes of `rule.py`, every key and type, and its check is made once. Both ways give the same rule.
"""

from collections.abc import Mapping
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
_NOT_IN_FILES = ("origin", "values")
# Rules that are asked for again and again, as the language server does, are kept.
_KEPT = 1000
# Where words in one language only stand for both.
_TEXTS = ("summary", "reason")


def trusted_rule(data: Mapping[str, Any]) -> Rule:
    """The rule in the TOML table of a file that is known to be right."""
    return _rule(data, None)


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
    fix, precision = data.get("fix"), data.get("precision")
    return Rule(
        **{
            **data,
            "severity": Severity(data["severity"]),
            "severities": {name: Severity(level) for name, level in data.get("severities", {}).items()},
            "yields": tuple(data.get("yields", ())),
            "aliases": tuple(data.get("aliases", ())),
            "precision": Precision(**precision) if precision else None,
            "stages": tuple(Stage(s) for s in data.get("stages", ())),
            "kinds": tuple(Kind(k) for k in data.get("kinds", Kind)),
            "summary": Words(**data["summary"]),
            "reason": Words(**data["reason"]),
            "sources": tuple(RuleSource(**s) for s in data["sources"]),
            "messages": {name: Words(**m) for name, m in data["messages"].items()},
            "fix": RuleFix(Safety(fix["safety"]), Words(**fix["title"])) if fix else None,
            "options": {name: _option(o) for name, o in data.get("options", {}).items()},
            "check": _check(data["check"]),
            "examples": tuple(_example(e) for e in data["examples"]),
            "origin": origin,
        }
    )


def _option(data: Mapping[str, Any]) -> RuleOption:
    default: OptionValue = tuple(data["default"]) if isinstance(data["default"], list) else data["default"]
    return RuleOption(**{**data, "default": default})


def _check(data: Mapping[str, Any]) -> RuleCheck:
    scopes = {key: Scope(data[key]) for key in ("scope", "part") if key in data}
    return _CHECKS[data["kind"]](**{**data, **scopes})


def _example(data: Mapping[str, Any]) -> Example:
    kind = data.get("kind", "auto")
    units = tuple(data.get("units", ()))
    return Example(**{**data, "kind": kind if kind == "auto" else Kind(kind), "units": units})
