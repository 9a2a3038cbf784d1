"""Two revisions of a document, checked and compared: the file to read after `compare.py`."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from lawcheck import pipeline
from lawcheck.checks import engine
from lawcheck.checks.checked import Checked
from lawcheck.checks.declarative import Check
from lawcheck.checks.suppress import Suppressions, requests
from lawcheck.comparing.changes import Comparison
from lawcheck.comparing.compare import compare
from lawcheck.comparing.matching import Matched, matched
from lawcheck.records import dataclass
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.findings import CRASH_CODE, Finding, Issue
from lawcheck.rulebook.functions import function_of
from lawcheck.rulebook.rule import ComparisonCheck, Rule
from lawcheck.text.source import Source

_CHECKS = "lawcheck.comparing"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The result of a review: both documents as checked, the changes, and the findings about them.

    `revision` has the findings of the rules that compare, in offsets of the new source; `findings` tells of those of
    the other rules which are new, gone, and still there.
    """

    old: Checked
    new: Checked
    comparison: Comparison
    revision: list[Issue]
    findings: Matched

    @property
    def crashed(self) -> bool:
        """Whether a rule failed."""
        return self.old.crashed or self.new.crashed or any(d.code == CRASH_CODE for d in self.revision)


def review(old: Source, new: Source, options: Options) -> Reviewed:
    """Parses, checks and compares two revisions; the old one counts as the sort of document that the new one is."""
    checked_new = pipeline.check(new, options)
    checked_old = pipeline.check(old, replace(options, kind=checked_new.kind))
    after = checked_new.document
    comparison = compare(checked_old.document, after)
    found = engine.run(
        after,
        [rule for rule in options.rules if rule.compares],
        Suppressions(requests(after)),
        lambda rule: _check(rule, comparison),
    )
    return Reviewed(checked_old, checked_new, comparison, found, matched(comparison, checked_old, checked_new))


def _check(rule: Rule, comparison: Comparison) -> Check:
    """The check of a rule that compares, for what has become of two revisions."""
    assert isinstance(rule.check, ComparisonCheck)
    package = rule.origin.package if rule.origin else _CHECKS
    function: Callable[..., Iterable[Finding]] = function_of(package, rule.check.function)
    return lambda document: function(comparison, **rule.arguments)
