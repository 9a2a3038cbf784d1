"""What carries fixes out in a file, after the row of its format."""

from collections.abc import Sequence

from lawcheck.errors import SourceError, Words
from lawcheck.reading.formats import editable_endings
from lawcheck.reading.writer import CHANGED, encoded
from lawcheck.text.edits import Edit, FileEditor, TextEditor, apply_edits
from lawcheck.text.source import Source


def editor_of(data: bytes, source: Source) -> FileEditor:
    """The editor of a file, of which `source` was read; raises SourceError where its format has none."""
    if source.format.edit:
        return source.format.edit(data, source)
    if source.format.has_lines:
        return _EncodedText(data, source)
    known = editable_endings()
    reason = Words("是 ", "is ") + source.format.title
    reason += Words(
        f"，不能改写；能改写的有 {'、'.join(known)} 文件，请先另存为其中一种",
        f", in which nothing can be fixed; please save it as one of {', '.join(known)} first",
    )
    raise SourceError(source.path, reason)


class _EncodedText(TextEditor):
    """Edits a file that is a text in some encoding."""

    is_signed = False

    def __init__(self, data: bytes, source: Source) -> None:
        self._data = data
        self._source = source

    def after(self, steps: Sequence[Sequence[Edit]]) -> bytes:
        """The text with all of these edits, in its encoding."""
        if encoded(self._source, self._source.text) != self._data:
            raise SourceError(self._source.path, CHANGED)
        text = self._source.text
        for step in steps:
            text = apply_edits(text, step)
        return encoded(self._source, text)
