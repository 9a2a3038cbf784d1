"""The documents that are open, in memory only: bounded in number and size, and forgotten after a while."""

import secrets
from collections.abc import Callable, Mapping
from time import monotonic
from typing import Protocol

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
class ChangeNote:
    """What was done (a key of the words) with a finding, where and why, as it stands in a table."""

    done: str
    place: str
    what: str
    change: str
    why: str
    sources: str


@dataclass(frozen=True, slots=True)
class DraftVersion:
    """A document as it stands in its file, and what is ignored in it; `label` says what has led to it.

    `original` is the file as it was uploaded, `name` what it is called if not as the first one, `notes` what was done
    to it since. Of the one that was uploaded after another, `news` are the names of new findings, `mended` what of the
    earlier ones is gone. What is written in one go has a `session` in common; the rules in `off` do not run.
    """

    data: bytes
    ignored: tuple[Ignored, ...] = ()
    label: Words = NO_WORDS
    original: bytes = b""
    name: str = ""
    notes: tuple[ChangeNote, ...] = ()
    news: frozenset[str] = frozenset()
    session: str = ""
    off: tuple[str, ...] = ()
    mended: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """How a document stands beside another: the way they are held together, what is said of it, and the files about it
    by their kinds ("html", "docx", "xlsx")."""

    way: str
    said: str
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class FindingTotals:
    """How many findings a document has, and how many of them are errors."""

    errors: int = 0
    count: int = 0


@dataclass(slots=True)
class Draft:
    """A document and its earlier versions, and those that were given up. Whoever changes it holds its lock.

    `beside` is how it was last held against another, as long as it stays as it is; `kept` is the version that was last
    taken away. `turn` counts what was done, so that a page knows whether it shows the last.
    A file of this computer may be followed.
    """

    name: str
    kind: str
    stage: str
    scanned: str
    versions: list[DraftVersion]
    used: float = 0.0
    beside: Beside | None = None
    totals: FindingTotals = FindingTotals()
    undone: list[DraftVersion] = field(default_factory=list)
    kept: DraftVersion | None = None
    turn: int = 0
    is_followed: bool = False
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
    def labels_undone(self) -> tuple[Words, ...]:
        """What was given up, the last last."""
        return tuple(version.label for version in self.undone)

    @property
    def called(self) -> str:
        """The name of the file as it stands."""
        return self.now.name or self.name

    @property
    def is_unsaved(self) -> bool:
        """Whether something was done since it was opened or last taken away."""
        return self.now is not self.kept

    @property
    def size(self) -> int:
        """The bytes of all versions; those that share their bytes count once."""
        versions = (*self.versions, *self.undone)
        files = {id(data): len(data) for each in versions for data in (each.data, each.original)}
        beside = self.beside.files.values() if self.beside else ()
        return sum(map(len, beside)) + sum(files.values())

    @property
    def before(self) -> DraftVersion | None:
        """The last version that was made of another file, which this one has taken the place of."""
        return next((each for each in reversed(self.versions) if each.original is not self.now.original), None)

    def open(self, version: DraftVersion) -> None:
        """Begins with a version, which is as it was given."""
        self.versions[:] = [version]
        self.kept = version

    def choose(self, kind: str, stage: str, scanned: str) -> None:
        """Takes up what the reader says of it."""
        self.kind, self.stage, self.scanned = kind, stage, scanned
        self._turned()

    def add(self, version: DraftVersion) -> None:
        """Takes up a new version; of too many the oldest can no longer be gone back to."""
        self._turned()
        self.undone.clear()
        self.versions.append(version)
        while len(self.versions) > 2 and (len(self.versions) > MOST_VERSIONS or self.size > MOST_VERSION_BYTES):
            del self.versions[0]

    def begun(self, session: str) -> DraftVersion:
        """The version that what is written in one go began with."""
        is_going_on = session and self.now.session == session and len(self.versions) > 1
        return self.versions[-2] if is_going_on else self.now

    def undo(self) -> Words | None:
        """Goes back to the version before; what had led to the one that is given up, None where there is none."""
        if len(self.versions) == 1:
            return None
        self._turned()
        self.undone.append(self.versions.pop())
        return self.undone[-1].label

    def redo(self) -> Words | None:
        """Goes forward to the version that was last given up; what leads to it, None where there is none."""
        if not self.undone:
            return None
        self._turned()
        self.versions.append(self.undone.pop())
        return self.now.label

    def _turned(self) -> None:
        self.beside = None
        self.turn += 1


class DraftStore(Protocol):
    """What keeps documents elsewhere too: they can be forgotten here and are found again."""

    def load(self, name: str) -> Draft | None:
        """A document that was kept."""

    def delete(self, name: str) -> None:
        """Keeps a document no more."""


class Drafts:
    """Finds documents by names that nobody can guess."""

    def __init__(self, clock: Callable[[], float] = monotonic, store: DraftStore | None = None) -> None:
        self._clock = clock
        self._store = store
        self._drafts: dict[str, Draft] = {}
        # Documents of a service that has ended have another one.
        self._run = secrets.token_urlsafe(4)

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
        name = f"{self._run}.{secrets.token_urlsafe(18)}"
        draft.used = self._clock()
        self._drafts[name] = draft
        self.tidy(name)
        return name

    def find(self, name: str) -> Draft | None:
        """An open document, which is in use then."""
        self.forget_old()
        draft = self._drafts.get(name)
        if draft is None and self._store and (draft := self._store.load(name)):
            self._drafts[name] = draft
            self.tidy(name)
        if draft:
            draft.used = self._clock()
        return draft

    def is_of_other_run(self, name: str) -> bool:
        """Whether a name is one that this service has not given."""
        return name.partition(".")[0] != self._run

    def close(self, name: str) -> None:
        """Forgets a document."""
        self._drafts.pop(name, None)
        if self._store:
            self._store.delete(name)

    def items(self) -> list[tuple[str, Draft]]:
        """All that are in memory, by their names."""
        return list(self._drafts.items())

    def forget_old(self) -> None:
        """Forgets the documents that have not been used for a while."""
        oldest = self._clock() - MINUTES * 60
        for name in [name for name, draft in self._drafts.items() if draft.used < oldest]:
            del self._drafts[name]

    def tidy(self, kept: str) -> None:
        """Forgets what has not been used for the longest time where there is too much, but never the one that is."""
        others = sorted((name for name in self._drafts if name != kept), key=lambda name: self._drafts[name].used)
        for name in others:
            size = sum(draft.size for draft in self._drafts.values())
            if size <= MOST_BYTES:
                break
            del self._drafts[name]
