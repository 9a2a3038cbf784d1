"""What checks find and what users are shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from lawcheck.text.edits import Edit

# The code of a finding that says that a rule failed.
CRASH_CODE = "LAW000"


class Severity(StrEnum):
    """How bad a finding is. An error must not be published; information alone never fails a run."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, 2 for information."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Safety(StrEnum):
    """Whether a fix may be applied unseen (it changes neither facts nor meaning) or needs a reader."""

    SAFE = "safe"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that helps to understand a finding."""

    start: int
    end: int
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check yields, in offsets of the view; the engine gives it words, severity and source offsets.

    `values` fill the placeholders of the message that `variant` names in the rule file. `related` pairs a span with
    the name of the message that explains it. `in_source` marks the rare finding on text that was cut from the view:
    its offsets are those of the source. `also` are further places of the same fault.
    """

    start: int
    end: int
    values: Mapping[str, object] = field(default_factory=dict)
    variant: str = "default"
    edits: tuple[Edit, ...] = ()
    related: tuple[tuple[int, int, str], ...] = ()
    in_source: bool = False
    also: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that remove the cause of a diagnostic; they never overlap."""

    safety: Safety
    title: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding for the user. All spans are half-open code-point offsets into the source text.

    `occurrences` is not empty only when one finding names several places; the first one is also `start`, `end`.
    """

    code: str
    name: str
    severity: Severity
    message: str
    start: int
    end: int
    occurrences: tuple[tuple[int, int], ...] = ()
    related: tuple[Related, ...] = ()
    fix: Fix | None = None

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Every place that the finding names."""
        return self.occurrences or ((self.start, self.end),)
