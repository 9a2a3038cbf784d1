"""The findings of a document in words: what every report begins with."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lawcheck.checks.checked import Checked
from lawcheck.rulebook.findings import Issue
from lawcheck.rulebook.messages import words_of
from lawcheck.rulebook.registry import rule_with
from lawcheck.rulebook.rule_links import web_address
from lawcheck.rulebook.worded import Worded, worded

if TYPE_CHECKING:
    from lawcheck.rulebook.rule import Rule


def told(checked: Checked, language: str) -> Iterator[Worded]:
    """Every finding of a document, in "zh" or "en"."""
    return (tell(issue, checked.own_rules, language) for issue in checked.diagnostics)


def tell(issue: Issue, own: "Sequence[Rule]", language: str, number: int | None = None) -> Worded:
    """One finding, or the one of its places that has this number; `own` are the rules that lawcheck does not bring."""
    return worded(issue, words_of(issue.code, own), language, number)


def address(checked: Checked, code: str, language: str) -> str:
    """Where the rule of a finding is described on the web; "" where no such place is configured."""
    rule = rule_with(code, checked.own_rules) if checked.docs_url else None
    return web_address(rule, language, checked.docs_url) if rule else ""
