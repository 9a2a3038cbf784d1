"""How a file holds its text: what matters of it to everything that works on the text."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from lawcheck.errors import SourceError, Words
from lawcheck.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawcheck.text.edits import FileEditor
    from lawcheck.text.source import Source
    from lawcheck.text.view import Cut, Markup

# From the bytes of a file, its name, and whether its tracked changes are undone, to its text.
Reader = Callable[[bytes, str, bool], "Source"]
Converter = Callable[[Sequence[tuple[str, bytes]]], "list[bytes | SourceError]"]


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A row of the table of formats (`lawcheck.reading.formats`). Every function in it is one of a module.

    `title` is what people call such a file, `sniff` tells one by its first bytes where the name says nothing, and
    `holds` names the formats that stand under these endings where that has to be looked at.

    A format without `read` is a text: it is decoded and encoded as all texts are. `convert` makes files of another
    format of many of these at once, for `read` to read. `keeps_text` says that this takes long enough for the text to
    be kept between runs. `edit` opens a file that is no text to be edited, and reads it; without it none can be.
    `is_annotated` says that findings can be written into a copy. `is_sought` tells whether such files are looked for in
    folders; without it they always are.

    `read_markup` finds the markup in a text, `find_code` the stretches where a comment to lawcheck is only shown.
    `comment` is how such a comment is written. In a text whose `line_ends_count` is false they are mere space;
    in one that `nests_by_indent` a list whose lines are indented hangs in the point above it.
    """

    name: str
    endings: tuple[str, ...]
    title: Words
    sniff: Callable[[bytes], bool] | None = None
    holds: tuple[str, ...] = ()
    read: Reader | None = None
    convert: Converter | None = None
    keeps_text: bool = False
    edit: "Callable[[bytes, str, FileFormat], FileEditor] | None" = None
    is_annotated: bool = False
    is_sought: Callable[[], bool] | None = None
    read_markup: "Callable[[str], Markup] | None" = None
    find_code: "Callable[[str], Iterator[Cut]] | None" = None
    comment: str = "<!-- {} -->"
    line_ends_count: bool = True
    nests_by_indent: bool = False

    @property
    def has_lines(self) -> bool:
        """Whether the text stands in the lines of the file, so that what is said of lines is true of the file."""
        return self.read is None

    @property
    def can_be_edited(self) -> bool:
        """Whether fixes can be made in such a file."""
        return self.has_lines or self.edit is not None


# A comment that takes a line, where there is no markup.
LINE_COMMENT = "# {}"
PLAIN = FileFormat("text", (".txt",), Words("TXT 文本（.txt）", "a plain text (.txt)"), comment=LINE_COMMENT)
