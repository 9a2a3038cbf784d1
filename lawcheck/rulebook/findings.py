"""What checks find, and what the engine makes of it: data, which only the reports put into words (`worded.py`)."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from enum import StrEnum

from lawcheck.records import dataclass, field
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


# What fills the placeholders of a message.
Values = Mapping[str, str | int | float]
# The name of a message, and its values.
Said = tuple[str, Values]
# A span, and the name of the message that says what it has to do with a finding.
Related = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check yields, in offsets of the view; the engine makes an `Issue` of it.

    `values` fill the placeholders of the message that `variant` names in the rule file. `edits` fix it together and do
    not overlap. `related` pairs a span with the name of the message that explains it. `in_source` marks the rare
    finding on text that was cut from the view: its offsets are those of the source. `also` are further places of the
    same fault, `more` counts those that are too many to be listed. `unsafe` marks the one whose edits have to be read,
    although the fix of its rule is safe.
    """

    start: int
    end: int
    values: Mapping[str, object] = field(default_factory=dict)
    variant: str = "default"
    edits: tuple[Edit, ...] = ()
    related: tuple[Related, ...] = ()
    in_source: bool = False
    also: tuple[tuple[int, int], ...] = ()
    more: int = 0
    unsafe: bool = False


@dataclass(frozen=True, slots=True)
class IssuePlace:
    """One place of an issue, what it has to do with others, and the edits that fix it there: all of them or none.

    `is_label` marks an automatic number of a Word file, which no edit reaches. `said` names the message of the place
    and its values where the places of an issue have different ones.
    """

    start: int
    end: int
    edits: tuple[Edit, ...] = ()
    related: tuple[Related, ...] = ()
    is_label: bool = False
    said: Said | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Where it is."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding for the user, as data. All offsets are half-open code points of the source text.

    It has several places where its rule gathers those that have `variant` and `values` in common, or all of a
    document; `more` counts places that are not listed. `safety` is that of the edits.
    """

    code: str
    name: str
    severity: Severity
    places: tuple[IssuePlace, ...]
    variant: str = "default"
    values: Values = field(default_factory=dict)
    safety: Safety | None = None
    more: int = 0

    @property
    def start(self) -> int:
        """Where its first place begins."""
        return self.places[0].start

    @property
    def end(self) -> int:
        """Where its first place ends."""
        return self.places[0].end

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Every place that is listed."""
        return tuple(place.span for place in self.places)

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits of all places."""
        return tuple(edit for place in self.places for edit in place.edits)

    @property
    def count(self) -> int:
        """How many places there are, listed or not."""
        return len(self.places) + self.more

    def only(self, numbers: Collection[int]) -> "Issue | None":
        """With those of its places that have these numbers, from 0; None where none is left.

        Of an issue that is cut down only the places that are left are counted.
        """
        left = tuple(place for number, place in enumerate(self.places) if number in numbers)
        if len(left) == len(self.places):
            return self
        return replace(self, places=left, more=0) if left else None
