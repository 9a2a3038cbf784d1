"""What holds for the check of one document."""

from lawcheck.records import dataclass
from lawcheck.rulebook.rule import Rule
from lawcheck.structure.settings import NO_SETTINGS, Settings


@dataclass(frozen=True, slots=True)
class Options:
    """The rules that run, the kind that the document is taken for ("auto" or a Kind), and what the user has set.

    Nothing in it is about reports: what is found is the same in every language.
    """

    rules: tuple[Rule, ...]
    kind: str = "auto"
    settings: Settings = NO_SETTINGS
