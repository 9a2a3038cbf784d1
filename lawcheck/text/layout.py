"""What a Word file says about its looks: plain data, and for every value in force where it comes from.

Offsets are those of the source text. Lengths are millimetres on the page and points in the text. These are named
tuples because every call of lawcheck has to define them, and dataclasses take several times as long.
"""

from typing import Generic, NamedTuple, TypeVar

from lawcheck.errors import Words

T = TypeVar("T")


class Said(NamedTuple, Generic[T]):
    """A value in force, and what says so: “直接格式”, “样式 正文”, “文档默认”; None where nothing does."""

    value: T
    origin: Words | None = None


class TextFormat(NamedTuple):
    """How characters look: the fonts of Chinese and Western text ("" where none is named), and the size.

    `signs` is the font of the signs that both have (“”‘’—…), "" where the file does not tell.
    """

    font: Said[str]
    latin: Said[str]
    size: Said[float]
    raised: bool = False
    signs: Said[str] = Said("")


class Spacing(NamedTuple):
    """The distance of lines: `rule` is "auto" (`amount` in lines), "exact" or "atLeast" (in points).

    `on_grid` says that lines keep to the grid of the page, if there is one.
    """

    rule: str = "auto"
    amount: float = 1.0
    on_grid: bool = True


class FormattedText(NamedTuple):
    """Adjacent characters of one format."""

    start: int
    end: int
    format: TextFormat


class ParagraphFormat(NamedTuple):
    """How a paragraph stands on its page.

    `indent` is how far from the margin its first line begins, in characters; None where a list decides it. `left` is
    the same for its other lines. `before` and `after` are the space above and below, in points. `outline` is the level
    of a heading in the outline of the file, from 1; 0 for what is none.
    """

    alignment: Said[str]
    indent: Said[float | None]
    left: float
    spacing: Said[Spacing]
    before: Said[float] = Said(0.0)
    after: Said[float] = Said(0.0)
    outline: int = 0


class FormattedParagraph(NamedTuple):
    """A paragraph of the body outside tables that has a text; `body_start` is where its automatic number ends."""

    start: int
    body_start: int
    end: int
    format: ParagraphFormat
    texts: tuple[FormattedText, ...]


class Grid(NamedTuple):
    """The grid of a page: the height of a line; what one character takes where characters keep to it too."""

    line: float
    character: float | None


class PageNumber(NamedTuple):
    """A paragraph of a header or footer that shows the number of the page.

    `pages` are those that it is for: "default" (the odd ones where there are others for "even" pages), "even" or
    "first"; `alignment` is "" where a tab or something else puts it where it is.
    """

    start: int
    end: int
    pages: str
    alignment: str
    format: TextFormat


class Section(NamedTuple):
    """Pages of one form, for a span of the text. What the file does not say is None.

    `columns` is how many the text runs in; `restarts` says that its pages are counted anew.
    """

    start: int
    end: int
    width: float | None = None
    height: float | None = None
    top: float | None = None
    bottom: float | None = None
    left: float | None = None
    right: float | None = None
    landscape: bool = False
    grid: Grid | None = None
    columns: int = 1
    restarts: bool = False
    page_numbers: tuple[PageNumber, ...] = ()


class Leftover(NamedTuple):
    """Something of the review that is still there: a "change", a "comment", "hidden" or "white" text, a "highlight"."""

    kind: str
    start: int
    end: int


class PlacedTable(NamedTuple):
    """A table of the body whose width the file fixes, in millimetres.

    `start` and `end` are those of the text in its first row, `left` is how far right of the text it begins where its
    `alignment` is "left".
    """

    start: int
    end: int
    left: float
    width: float
    alignment: str = "left"


class FieldResult(NamedTuple):
    """What a field shows, and what it would show if it were updated.

    `kind` is "text" (of a bookmark), "number" (of its paragraph), "count" (of a caption) or "lost" (its bookmark is
    not there).
    """

    kind: str
    start: int
    end: int
    now: str


class Layout(NamedTuple):
    """The looks of one document: its sections, the paragraphs of its body, and what is left of its review.

    `blanks` are the places of paragraphs that show nothing at all, not even a picture; `tables` are those of a fixed
    width, `fields` the references and counts that are not what they would be if they were updated. `boxes` are the
    paragraphs that stand in text boxes of the body.
    """

    sections: tuple[Section, ...] = ()
    paragraphs: tuple[FormattedParagraph, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    blanks: tuple[int, ...] = ()
    tables: tuple[PlacedTable, ...] = ()
    fields: tuple[FieldResult, ...] = ()
    boxes: tuple[tuple[int, int], ...] = ()
