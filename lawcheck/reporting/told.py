"""The findings of a document in words: what every report begins with."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lawcheck.checks.checked import Checked
from lawcheck.rulebook.findings import Issue
from lawcheck.rulebook.messages import words_of
from lawcheck.rulebook.worded import Worded, worded

if TYPE_CHECKING:
    from lawcheck.rulebook.rule import Rule


def told(checked: Checked, language: str) -> Iterator[Worded]:
    """Every finding of a document, in "zh" or "en"."""
    return (tell(issue, checked.own_rules, language) for issue in checked.diagnostics)


def tell(issue: Issue, own: "Sequence[Rule]", language: str, number: int | None = None) -> Worded:
    """One finding, or the one of its places that has this number; `own` are the rules that lawcheck does not bring."""
    return worded(issue, words_of(issue.code, own), language, number)
