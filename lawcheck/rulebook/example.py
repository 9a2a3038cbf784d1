"""The examples of a rule, which are its tests."""

from collections.abc import Mapping
from typing import Literal

from lawcheck.records import dataclass
from lawcheck.rulebook.closed import Closed, must, one_of
from lawcheck.structure.kinds import Kind
from lawcheck.structure.settings import LibrarySource, Settings


@dataclass(frozen=True, slots=True)
class Example(Closed):
    """A text with ⟦ ⟧ around each place that the rule must name (`bad`), or one where it stays silent (`good`).

    `fixed` is `bad` after all its fixes, `kind` and `format` are those that the text is read as, `units` is the user's
    registry of units; `layout` sets the text as a Word file, and says how it differs from the standard; `old` is the
    text before the revision, for a rule that compares; `library` are the texts of the office's library.
    """

    bad: str | None = None
    fixed: str | None = None
    good: str | None = None
    kind: Kind | Literal["auto"] = "auto"
    units: tuple[str, ...] = ()
    format: Literal["text", "markdown", "html"] = "text"
    layout: Mapping[str, str | float] | None = None
    old: str | None = None
    library: tuple[str, ...] = ()

    @property
    def settings(self) -> Settings:
        """The configuration that the example is checked with."""
        return Settings(units=self.units, library=LibrarySource(texts=tuple(self.library)))

    def __post_init__(self) -> None:
        must((self.bad is None) != (self.good is None), one_of("bad", "good"))
