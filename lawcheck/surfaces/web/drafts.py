"""The documents that are open, in memory only: bounded in number and size, and forgotten after a while."""

import secrets
from collections.abc import Callable
from time import monotonic

import anyio

from lawcheck.errors import Words
from lawcheck.records import dataclass, field
from lawcheck.reporting.words import phrase
from lawcheck.surfaces.web.refusals import RefusedError

NO_WORDS = Words("", "")
MINUTES = 60
MOST_DRAFTS = 100
# Of all documents with their versions, and of those of one of them.
MOST_BYTES = 512 * 1024 * 1024
MOST_VERSION_BYTES = 64 * 1024 * 1024
MOST_VERSIONS = 100


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that the reader does not want to see: the names of its places, what it says, and why."""

    names: tuple[str, ...]
    code: str
    message: Words
    reason: str


@dataclass(frozen=True, slots=True)
class DraftVersion:
    """A document as it stands in its file, and what is ignored in it; `label` says what has led to it."""

    data: bytes
    ignored: tuple[Ignored, ...] = ()
    label: Words = NO_WORDS


@dataclass(slots=True)
class Draft:
    """A document and its earlier versions. Whoever changes it holds its lock.

    `comparison` is the page on how it differs from an older revision, as long as it stays as it is.
    """

    name: str
    kind: str
    stage: str
    scanned: str
    versions: list[DraftVersion]
    used: float = 0.0
    comparison: str = ""
    lock: anyio.Lock = field(default_factory=anyio.Lock)

    @property
    def now(self) -> DraftVersion:
        """The document as it stands."""
        return self.versions[-1]

    @property
    def labels(self) -> tuple[Words, ...]:
        """What was done to it, the first first."""
        return tuple(version.label for version in self.versions[1:])

    @property
    def size(self) -> int:
        """The bytes of all versions; those that share their bytes count once."""
        return len(self.comparison) + sum({id(each.data): len(each.data) for each in self.versions}.values())

    def add(self, version: DraftVersion) -> None:
        """Takes up a new version; of too many the oldest can no longer be gone back to."""
        self.comparison = ""
        self.versions.append(version)
        while len(self.versions) > 2 and (len(self.versions) > MOST_VERSIONS or self.size > MOST_VERSION_BYTES):
            del self.versions[0]

    def undo(self) -> Words | None:
        """Goes back to the version before; what had led to the one that is given up, None where there is none."""
        if len(self.versions) == 1:
            return None
        self.comparison = ""
        return self.versions.pop().label


class Drafts:
    """Finds documents by names that nobody can guess."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._drafts: dict[str, Draft] = {}

    def __len__(self) -> int:
        return len(self._drafts)

    def add(self, draft: Draft) -> str:
        """Takes up a document; the name that it is found by.

        Where there are too many, none is forgotten for it without a word: it raises RefusedError. Of documents that
        are too large together those that were not used for the longest time have to go.
        """
        self.forget_old()
        if len(self._drafts) >= MOST_DRAFTS:
            raise RefusedError(phrase("page-many", count=MOST_DRAFTS))
        name = secrets.token_urlsafe(18)
        draft.used = self._clock()
        self._drafts[name] = draft
        self.tidy(name)
        return name

    def find(self, name: str) -> Draft | None:
        """An open document, which is in use then."""
        self.forget_old()
        draft = self._drafts.get(name)
        if draft:
            draft.used = self._clock()
        return draft

    def close(self, name: str) -> None:
        """Forgets a document."""
        self._drafts.pop(name, None)

    def forget_old(self) -> None:
        """Forgets the documents that have not been used for a while."""
        oldest = self._clock() - MINUTES * 60
        for name in [name for name, draft in self._drafts.items() if draft.used < oldest]:
            self.close(name)

    def tidy(self, kept: str) -> None:
        """Forgets what has not been used for the longest time where there is too much, but never the one that is."""
        others = sorted((name for name in self._drafts if name != kept), key=lambda name: self._drafts[name].used)
        for name in others:
            size = sum(draft.size for draft in self._drafts.values())
            if size <= MOST_BYTES:
                break
            self.close(name)
