"""The rules of a SARIF report: what code scanning tells of a finding beside its message."""

from collections.abc import Iterator

from lawcheck.reporting.catalogue import explanation, force
from lawcheck.reporting.excerpt import visible
from lawcheck.reporting.words import word
from lawcheck.rulebook.findings import Severity
from lawcheck.rulebook.rule import Rule
from lawcheck.rulebook.rule_links import web_address

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# How GitHub sorts findings that are not about security.
_GITHUB_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_FENCE = "~~~~"


def descriptor(rule: Rule, language: str, docs_url: str = "") -> dict[str, object]:
    """A rule with its reason, sources and examples, and its page where the configuration names a site."""
    address = web_address(rule, language, docs_url)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary.in_language(language)},
        **({"helpUri": address} if address else {}),
        "fullDescription": {"text": rule.reason.in_language(language)},
        "help": {
            "text": "\n".join(explanation(rule, language)),
            "markdown": "\n".join(_markdown(rule, language)),
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "tags": [rule.family, rule.status, *rule.kinds],
            "problem.severity": _GITHUB_SEVERITIES[rule.severity],
        },
    }


def _markdown(rule: Rule, language: str) -> Iterator[str]:
    yield rule.reason.in_language(language)
    yield ""
    yield f"**{word('sources', language)}**"
    yield ""
    for source in rule.sources:
        yield f"- {word(force(source), language)}: {source.title} {source.clause}".rstrip()
    for example in rule.examples:
        for key, text in (("bad", example.bad), ("fixed", example.fixed), ("good", example.good)):
            if text is not None:
                lines = (visible(line) for line in text.strip("\n").splitlines())
                yield from ("", f"**{word(key, language)}**", "", f"{_FENCE}text", *lines, _FENCE)
