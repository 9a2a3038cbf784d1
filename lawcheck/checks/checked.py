"""The outcome of one document; light, so that what was kept of earlier runs can be shown without the parser."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from lawcheck.records import dataclass, field
from lawcheck.rulebook.findings import CRASH_CODE, Issue
from lawcheck.rulebook.registry import rule_with
from lawcheck.structure.kinds import Kind
from lawcheck.text.source import Source

if TYPE_CHECKING:
    from lawcheck.rulebook.rule import Rule
    from lawcheck.structure.document import Document


@dataclass(frozen=True)
class Parsed:
    """The structure of a document, made when it is first asked for."""

    make: Callable[[], "Document"]

    @cached_property
    def document(self) -> "Document":
        """The structure itself."""
        return self.make()


@dataclass(frozen=True, slots=True)
class Checked:
    """A document, what it was taken for, what was found in it, and how many findings of each rule it asks to hide.

    `own_rules` are those of the rules that found something which did not come with lawcheck; `docs_url` is where the
    others are described (`Settings.docs_url`). `scanned` says by what it was taken for a scan, if it was.
    """

    source: Source
    kind: Kind
    diagnostics: list[Issue]
    parsed: Parsed
    suppressed: Counter[str] = field(default_factory=Counter)
    own_rules: tuple["Rule", ...] = ()
    docs_url: str = ""
    scanned: tuple[str, ...] = ()

    @property
    def document(self) -> "Document":
        """Its structure; it is parsed once, however often it is asked for."""
        return self.parsed.document

    @property
    def crashed(self) -> bool:
        """Whether a rule failed."""
        return any(diagnostic.code == CRASH_CODE for diagnostic in self.diagnostics)


def own_rules(rules: Iterable["Rule"], diagnostics: Iterable[Issue]) -> tuple["Rule", ...]:
    """Of the rules that did not come with lawcheck those that found something."""
    codes = {found.code for found in diagnostics}
    return tuple(rule for rule in rules if rule.code in codes and (rule.origin or rule_with(rule.code) is None))
