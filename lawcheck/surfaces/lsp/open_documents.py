"""Documents that are open in the editor, kept as it has them."""

import re
from collections.abc import Sequence
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from lsprotocol import types
from pygls.uris import to_fs_path

from lawcheck.reading.formats import named, of_ending
from lawcheck.reading.storage import encodable
from lawcheck.records import dataclass
from lawcheck.surfaces.lsp.positions import Positions
from lawcheck.text.file_format import PLAIN
from lawcheck.text.source import Source

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class OpenVersion:
    """A document as it was at one time; `number` is how the editor counts versions."""

    uri: str
    number: int | None
    language: str
    text: str
    path: str

    @property
    def source(self) -> Source | None:
        """What is to be checked; None where the name is that of a file that is no text."""
        # Editors call Markdown and HTML as their rows are named.
        found = of_ending(self.path) or named(self.language) or PLAIN
        return Source(encodable(self.text), self.path, format=found) if found.has_lines else None


class OpenDocument:
    """An open document that follows the edits of its user, line by line so that each edit is cheap."""

    def __init__(self, item: types.TextDocumentItem, root: str, encoding: types.PositionEncodingKind) -> None:
        self._uri = item.uri
        self._language = item.language_id
        self._encoding = encoding
        self._path = to_fs_path(item.uri) or str(PurePath(root, _name(item.uri)))
        self._lines = _LINE.findall(item.text)
        self.latest = self._snapshot(item.version)

    def change(self, number: int | None, changes: Sequence[types.TextDocumentContentChangeEvent]) -> None:
        """Applies the edits of one step, in their order."""
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                self._replace(change.range, change.text)
            else:
                self._lines = _LINE.findall(change.text)
        self.latest = self._snapshot(number)

    def _replace(self, place: types.Range, text: str) -> None:
        first, last = place.start.line, place.end.line
        before, after = self._cut(place.start)[0], self._cut(place.end)[1]
        # A line feed that comes to stand after a carriage return ends the same line with it.
        if not before and 0 < first <= len(self._lines):
            first -= 1
            before = self._lines[first]
        self._lines[first : last + 1] = _LINE.findall(before + text + after)

    def _cut(self, position: types.Position) -> tuple[str, str]:
        """The line of a position, before and after it; both empty after the last line."""
        line = self._lines[position.line] if position.line < len(self._lines) else ""
        at = Positions(line, self._encoding).offset(types.Position(0, position.character))
        return line[:at], line[at:]

    def _snapshot(self, number: int | None) -> OpenVersion:
        return OpenVersion(self._uri, number, self._language, "".join(self._lines), self._path)


def _name(uri: str) -> str:
    """The last part of the name of a document that is no file."""
    return PurePath(unquote(urlsplit(uri).path)).name or "untitled"
