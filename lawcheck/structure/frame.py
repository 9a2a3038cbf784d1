"""The frame of a document: what stands around its body, as GB/T 9704—2012 names the parts.

版头 is the letterhead, 主送机关 the addressee, 附件说明 the note on annexes, 发文机关署名 the signers, 成文日期 the
date, 附注 the remarks, 版记 the imprint. Offsets are half-open code points of the view.
"""

from lawcheck.records import dataclass, field
from lawcheck.text.vocabulary.document_numbers import DocumentNumber, SerialNumber
from lawcheck.text.vocabulary.genres import Meaning, genre_of, meaning_of


@dataclass(frozen=True, slots=True)
class Extent:
    """A part of the text that is not further divided."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FrameName:
    """A name in the frame, of an office or person, without the space in it."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Secrecy:
    """密级: 绝密, 机密 or 秘密, and for how long (1年; "" where that is not said)."""

    level: str
    term: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Letterhead:
    """版头: what stands above the title, and the number wherever it stands in the head.

    `mark` is the issuer's mark (示例区人民政府文件).
    """

    copies_number: Extent | None = None
    secrecy: Secrecy | None = None
    urgency: Extent | None = None
    mark: Extent | None = None
    number: DocumentNumber | SerialNumber | None = None
    approvers: tuple[FrameName, ...] = ()


@dataclass(frozen=True, slots=True)
class Title:
    """A title, perhaps over several lines; `text` is without the space in it."""

    text: str
    start: int
    end: int

    @property
    def genre(self) -> str | None:
        """What it says the document is: 通知, 方案."""
        return genre_of(self.text)

    @property
    def meaning(self) -> Meaning | None:
        """What its genre says of the document."""
        return meaning_of(self.text)

    @property
    def issuer(self) -> str | None:
        """Who issues the document, where the title says it: 示例区教育局 before 关于, 印发 or 转发."""
        places = [self.text.find(word) for word in ("关于", "印发", "转发", "批转")]
        return self.text[: min((place for place in places if place >= 0), default=0)] or None


@dataclass(frozen=True, slots=True)
class Addressee:
    """主送机关: to whom the document goes, up to the colon; `names` are as written."""

    names: tuple[FrameName, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of a table of contents: its words without leader and page, and where the heading stands that it names.

    `heading` is None where the body has none that is called so.
    """

    title: str
    page: int | None
    start: int
    end: int
    heading: int | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """目录: its entries, and the line that says what it is where there is one."""

    heading: Extent | None
    entries: tuple[ContentsEntry, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AnnexNote:
    """附件说明: the names of the annexes, as the document announces them above its signature."""

    names: tuple[FrameName, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SigningDate:
    """成文日期; `iso` is None where the calendar does not have it."""

    iso: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记: 抄送 and 印发. `copied_to` are the lines of the one, `printed` is that of the other."""

    copied_to: tuple[Extent, ...]
    printed: Extent | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """What the document and each of its annexes has: a title above a body, and what closes it."""

    title: Title | None
    body: Extent
    contents: tuple[Contents, ...] = ()
    note: AnnexNote | None = None
    signers: tuple[FrameName, ...] = ()
    date: SigningDate | None = None
    remarks: tuple[Extent, ...] = ()


@dataclass(frozen=True, slots=True)
class Annex(Text):
    """An annex, with its label (附件1), or a document that is attached without one after the date."""

    label: Extent | None = None
    number: int | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Glued:
    """A place inside a line at which a part of the frame begins: which part ends there, and which begins.

    The parts are called as the rules of the grammar are; "text" is any of a body.
    """

    at: int
    before: str
    part: str


@dataclass(frozen=True, slots=True)
class Frame(Text):
    """The parts of a document. `glued` are the places inside lines at which one of them begins.

    What is furniture of a web page is cut from the view: `Document.view.removed_as("web-page")`.
    """

    letterhead: Letterhead = field(default_factory=Letterhead)
    addressee: Addressee | None = None
    annexes: tuple[Annex, ...] = ()
    imprint: Imprint | None = None
    glued: tuple[Glued, ...] = ()

    @property
    def texts(self) -> tuple[Text, ...]:
        """The document itself and each annex."""
        return (self, *self.annexes)

    @property
    def borders(self) -> tuple[int, ...]:
        """Where the bodies end, in order: what stands there belongs to no heading and no task."""
        return tuple(text.body.end for text in self.texts)

    @property
    def asides(self) -> tuple[tuple[int, int], ...]:
        """The tables of contents, notes on annexes and the imprint, in order: no ordinal in them heads anything."""
        parts: list[Contents | AnnexNote | Imprint | None] = [self.imprint]
        for text in self.texts:
            parts += [*text.contents, text.note]
        return tuple(sorted((part.start, part.end) for part in parts if part))
