"""What the user has told lawcheck about the documents: their stage, and names and phrases of his own."""

from enum import StrEnum
from itertools import chain
from typing import Protocol

from lawcheck.records import dataclass, field
from lawcheck.structure.house_style import HouseStyle


class Stage(StrEnum):
    """How far a document has come; what is right in a draft may be wrong in the final text."""

    DRAFT = "draft"
    REVIEW = "review"
    FINAL = "final"


class Scanned(StrEnum):
    """Whether documents were read off pages by recognition; "auto" is for each as its marks say."""

    YES = "yes"
    NO = "no"
    AUTO = "auto"

    @property
    def decided(self) -> bool | None:
        """What it says of every document; None where each has to be looked at."""
        return None if self is Scanned.AUTO else self is Scanned.YES


class KnownRule(Protocol):
    """What a comment in a document can name; all that is known of rules down here."""

    @property
    def code(self) -> str:
        """Three letters and three digits."""

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Its codes of earlier days."""

    @property
    def status(self) -> str:
        """ "preview", "stable" or "deprecated"."""

    @property
    def enabled(self) -> bool:
        """Whether it runs where nothing else is said."""

    @property
    def compares(self) -> bool:
        """Whether it takes two revisions of a document to say anything."""


@dataclass(frozen=True, slots=True)
class LibrarySource:
    """The documents that an office keeps to hold its own against: those in `folders` (absolute paths, or files), and
    `texts`. `state` changes with each of the files, so that nothing is kept that an older library has said."""

    folders: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    state: str = ""

    def __bool__(self) -> bool:
        return bool(self.folders or self.texts)


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings that checks read as `Document.settings`; everything is empty where nothing was configured.

    `units` are the official names of units, `terms` words and `phrases` fixed phrases that are right as they are:
    nothing is reported inside them. `layout` is how Word files are to look. `own_rules` are
    the rules that did not come with lawcheck. `docs_url` is where the others are described, if not in this project.
    `scanned` says that the documents are scans, or that none is one; otherwise their marks decide. `library` are the
    office's own documents.
    """

    stage: Stage | None = None
    units: tuple[str, ...] = ()
    terms: frozenset[str] = field(default_factory=frozenset)
    phrases: frozenset[str] = field(default_factory=frozenset)
    layout: HouseStyle = field(default_factory=HouseStyle)
    own_rules: tuple[KnownRule, ...] = ()
    docs_url: str = ""
    scanned: bool | None = None
    library: LibrarySource = field(default_factory=LibrarySource)

    def is_own_words(self, text: str, start: int, end: int) -> bool:
        """Whether the span lies inside one of the user's terms or phrases."""
        own = chain(self.terms, self.phrases)
        return any(text.find(words, max(0, end - len(words)), start + len(words)) >= 0 for words in own)


NO_SETTINGS = Settings()
