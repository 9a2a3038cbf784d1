"""From a rule file to a rule.

The files that come with lawcheck are known to be right and only read; one from elsewhere is first held against the
classes of `lawcheck/rule.py`, every key and type. Both ways give the same rule.
"""

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from lawcheck.diagnostics import Safety, Severity
from lawcheck.errors import RuleFileError
from lawcheck.rule import (
    Example,
    FunctionCheck,
    LexiconCheck,
    PatternCheck,
    Rule,
    RuleCheck,
    RuleFix,
    RuleSource,
    SubstituteCheck,
    SuppressionCheck,
    Text,
)
from lawcheck.settings import Stage
from lawcheck.structure.model import Kind

_CHECKS: dict[str, type[RuleCheck]] = {
    "pattern": PatternCheck,
    "substitute": SubstituteCheck,
    "lexicon": LexiconCheck,
    "function": FunctionCheck,
    "suppression": SuppressionCheck,
}


def read_rule(text: str) -> Rule:
    """The rule in the TOML text of a file that is known to be right."""
    return _rule(tomllib.loads(text))


def parse_rule(text: str, name: str) -> Rule:
    """The rule in a TOML text of any origin; `name` is the file that errors refer to.

    Raises RuleFileError with every mistake of the file.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleFileError(f"{name}: {error}") from error
    _validate(data, name)
    return _rule(data)


def _validate(data: dict[str, Any], name: str) -> None:
    # Only a file from elsewhere is worth the time that pydantic takes to start.
    from pydantic import TypeAdapter, ValidationError

    check = data.get("check")
    kind = check.get("kind") if isinstance(check, dict) else None
    if not isinstance(check, dict) or kind not in _CHECKS:
        raise RuleFileError(f"{name}: check.kind: must be one of {', '.join(_CHECKS)}")
    mistakes: list[str] = []
    for schema, part, prefix in ((_CHECKS[kind], check, ("check",)), (Rule, {**data, "check": _UNCHECKED}, ())):
        try:
            TypeAdapter(schema).validate_python(part)
        except ValidationError as error:
            mistakes += [f"{'.'.join(map(str, (*prefix, *e['loc'])))}: {e['msg']}" for e in error.errors()]
    for pattern in [check["pattern"]] if kind in ("pattern", "substitute") and not mistakes else []:
        try:
            re.compile(pattern)
        except re.error as error:
            mistakes.append(f"check.pattern: bad pattern: {error}")
    if mistakes:
        raise RuleFileError(f"{name}: {'; '.join(mistakes)}")


# Stands for the check of a rule while the rest of it is validated.
_UNCHECKED = SuppressionCheck()


def _rule(data: Mapping[str, Any]) -> Rule:
    fix = data.get("fix")
    return Rule(
        **{
            **data,
            "severity": Severity(data["severity"]),
            "stages": tuple(Stage(s) for s in data.get("stages", ())),
            "kinds": tuple(Kind(k) for k in data.get("kinds", Kind)),
            "summary": Text(**data["summary"]),
            "reason": Text(**data["reason"]),
            "sources": tuple(RuleSource(**s) for s in data["sources"]),
            "messages": {name: Text(**m) for name, m in data["messages"].items()},
            "fix": RuleFix(Safety(fix["safety"]), Text(**fix["title"])) if fix else None,
            "check": _CHECKS[data["check"]["kind"]](**data["check"]),
            "examples": tuple(_example(e) for e in data["examples"]),
        }
    )


def _example(data: Mapping[str, Any]) -> Example:
    kind = data.get("kind", "auto")
    units = tuple(data.get("units", ()))
    return Example(**{**data, "kind": kind if kind == "auto" else Kind(kind), "units": units})
