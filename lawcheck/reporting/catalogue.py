"""The catalogue of rules: all in a table, or one explained."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from lawcheck.errors import COMMA
from lawcheck.reporting.table import table
from lawcheck.reporting.words import word
from lawcheck.rulebook.example import Example
from lawcheck.rulebook.rule import Rule, RuleSource
from lawcheck.rulebook.rule_options import shown_value
from lawcheck.rulebook.rule_status import Precision

if TYPE_CHECKING:
    from lawcheck.reporting.rule_report import RuleEntry  # pydantic takes long to start

_LIMITS = (6, 32, 8, 8, 14, 80)
# Only the words of a law or a national standard that were compared with the original bind anybody.
_BINDING = ("law", "national-standard")


def rule_table(rules: "Sequence[RuleEntry]", language: str) -> Iterator[str]:
    """A row for each rule."""
    rows = [
        [
            rule.code,
            rule.name,
            word(rule.severity, language),
            word("on" if rule.enabled else "off", language),
            word(rule.fix or "none", language),
            rule.summary,
        ]
        for rule in rules
    ]
    header = [word(key, language) for key in ("rule", "name", "severity", "default", "fix", "what")]
    yield from table(header, rows, _LIMITS)


def explanation(rule: Rule, language: str) -> Iterator[str]:
    """Everything that is known about a rule: what it finds, why, by which source, and its examples."""
    colon = "：" if language == "zh" else ": "
    yield f"{rule.code} {rule.name}"
    yield rule.summary.in_language(language)
    yield ""
    comma = COMMA.in_language(language)
    kinds = comma.join(word(kind, language) for kind in rule.kinds)
    state = word("on" if rule.enabled else "off", language)
    yield f"{word('severity', language)}{colon}{word(rule.severity, language)}"
    yield f"{word('default', language)}{colon}{state}"
    yield f"{word('status', language)}{colon}{status(rule, language)}"
    if rule.precision:
        yield f"{word('precision', language)}{colon}{measured(rule.precision, language)}"
    if rule.aliases:
        yield f"{word('aliases', language)}{colon}{comma.join(rule.aliases)}"
    yield f"{word('kinds', language)}{colon}{kinds}"
    if rule.compares:
        yield word("compares", language)
    if rule.fix:
        safety = word(rule.fix.safety, language)
        yield f"{word('fix', language)}{colon}{rule.fix.title.in_language(language)} [{safety}]"
    if rule.options:
        yield ""
        yield f"{word('options', language)}{colon}"
        yield from (f"  {line}" for line in options(rule, language))
    yield ""
    yield f"{word('reason', language)}{colon}{rule.reason.in_language(language)}"
    yield f"{word('sources', language)}{colon}"
    for source in rule.sources:
        yield f"  {cited(source, language)}"
    for example in rule.examples:
        yield ""
        yield from _example(example, language, colon)


def status(rule: Rule, language: str) -> str:
    """The status of a rule, with what follows from it for the user."""
    said = word(rule.status, language)
    if rule.status == "preview":
        return said + word("only-with-preview", language)
    return said + word("use-successor", language, code=rule.successor) if rule.successor else said


def measured(precision: Precision, language: str) -> str:
    """How often a rule is right, and how that is known."""
    share = precision.right / precision.read
    return word("measured", language, percent=share, **asdict(precision))


def options(rule: Rule, language: str) -> Iterator[str]:
    """A line for each option of a rule, with the value that it has."""
    for name, option in rule.options.items():
        value = shown_value(rule.values.get(name, option.default))
        yield word("option", language, name=name, value=value, summary=option.in_language(language))


def force(source: RuleSource) -> str:
    """Whether a source is a requirement, a text that says so, or only a convention, as a key of the words."""
    if source.level == "convention":
        return "customary"
    return "mandatory" if source.verified and source.level in _BINDING else "cited"


def cited(source: RuleSource, language: str) -> str:
    """A source with its force, and that its words were not compared where they have not been."""
    note = "" if source.verified or source.level == "convention" else word("not-compared", language)
    return f"[{word(force(source), language)}] {source.title} {source.clause}".rstrip() + note


def looks(example: Example, language: str) -> str:
    """That an example is a Word file, and how it looks; "" where it is only a text."""
    if example.layout is None:
        return ""
    differences = " ".join(f"{name}={value}" for name, value in example.layout.items())
    said = word("laid-out", language) + (word("but-for", language, differences=differences) if differences else "")
    return f" ({said})" if language == "en" else f"（{said}）"


def _example(example: Example, language: str, colon: str) -> Iterator[str]:
    texts = {"old": example.old, "bad": example.bad, "fixed": example.fixed, "good": example.good}
    for key, text in texts.items():
        if text is not None:
            yield f"{word(key, language)}{looks(example, language)}{colon}".rstrip()
            yield from (f"    {line}" for line in text.splitlines())
