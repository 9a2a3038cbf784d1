"""What a page shows of one document; all texts are plain, and are escaped where they are put into a page."""

from collections.abc import Mapping, Sequence

from lawcheck.records import dataclass
from lawcheck.reporting.report import OutlineFile, TaskEntry


@dataclass(frozen=True, slots=True)
class ShownPiece:
    """A run of text that is shown in one way.

    `anchors` are names of the place before it. `finding` is the key of the finding that it leads to, `keys` are those
    of all findings that it belongs to; `mark` is the name of the place that begins here, `number` that of the finding.
    An empty place is a point. `note` is what is shown where one points at the text.
    """

    text: str
    styles: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    finding: str = ""
    keys: tuple[str, ...] = ()
    mark: str = ""
    number: int = 0
    is_point: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A paragraph: its pieces; `level` is that of a heading which has the paragraph to itself, else 0.

    `start` and `end` are where its text stands in the source.
    """

    pieces: tuple[ShownPiece, ...]
    level: int = 0
    style: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class GridCell:
    """The cell of a table, and how many columns and rows it takes; where it is empty, the place that its text would
    have (`at`), if that is known."""

    blocks: tuple[ShownBlock, ...]
    columns: int = 1
    rows: int = 1
    at: int = 0


@dataclass(frozen=True, slots=True)
class ShownGrid:
    """A table of the document."""

    number: int
    rows: tuple[tuple[GridCell, ...], ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source of a rule: whether it binds, what it is, and the clause."""

    force: str
    level: str
    title: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class ShownChange:
    """What an edit would do, with some text on both sides."""

    before: str
    old: str
    new: str
    behind: str


@dataclass(frozen=True, slots=True)
class Link:
    """A place that can be gone to: its line and column, the words that stand there, and what is said of it."""

    anchor: str
    place: str
    quotation: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class CardPlace:
    """One place of a finding that has several: its name, how to go there, and what its fix would do there."""

    name: str
    link: Link
    change: ShownChange | None


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A place as it stands on its page: a PNG file in base64, its size, how high it is shown, and outlines in it.

    `read` is what was recognised there, where that is doubtful.
    """

    png: str
    width: int
    height: int
    shown_height: int
    outlines: tuple[str, ...]
    label: str
    read: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as people read it. `key` stays the same while the document around it is edited.

    `title` is what its rule looks for, `page` where that is described, or empty where no such place was configured.
    `group` is how bad it is, or that it is about the layout; `safe` counts the places that can be mended unseen.
    `each` are its places where they are several, `examples` a wrong and a right text.
    """

    number: int
    key: str
    severity: str
    code: str
    name: str
    title: str
    page: str
    group: str
    message: str
    first: Link
    others: tuple[Link, ...]
    places: int
    each: tuple[CardPlace, ...]
    path: str
    section: str
    related: tuple[Link, ...]
    reason: str
    sources: tuple[SourceLine, ...]
    examples: tuple[tuple[str, str], ...]
    safety: str
    safe: int
    fix_title: str
    changes: tuple[ShownChange, ...]
    more_changes: int
    is_crash: bool
    pictures: tuple[ShownPicture, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownOriginal:
    """A place of the library that the document cites: the places of the document that do, what it is, its words, its
    file."""

    cited: tuple[Link, ...]
    name: str
    words: str
    file: str


@dataclass(frozen=True, slots=True)
class Display:
    """One document. `left_out` counts the findings that are too many to be shown; `scanned` says why it is a scan.
    `unpictured` counts those that have no picture of their place for want of room.

    `counts` are the findings of each severity, `groups` those of each group, `safe` the places to be mended unseen.
    """

    name: str
    kind: str
    scanned: str
    encoding: str
    characters: int
    blocks: Sequence[ShownBlock | ShownGrid]
    cards: Sequence[Card]
    left_out: int
    counts: Mapping[str, int]
    groups: Mapping[str, int]
    safe: int
    sections: Mapping[str, int]
    rules: Mapping[str, tuple[str, int]]
    originals: Sequence[ShownOriginal]
    outline: OutlineFile
    tasks: Sequence[TaskEntry]
    unpictured: int = 0
