"""Files that are opened to be edited: read once, for checks and edits alike."""

from collections.abc import Sequence

from lawcheck.errors import SourceError, Words
from lawcheck.reading.files import is_stdin, read_stream
from lawcheck.reading.formats import editable_endings, identify
from lawcheck.reading.storage import limit_size
from lawcheck.reading.writer import CHANGED, encoded
from lawcheck.text.edits import Edit, FileEditor, TextEditor, apply_edits
from lawcheck.text.source import Source


class OpenedFile:
    """A file that is to be edited, with the document in it; raises SourceError where that cannot be read.

    `data` are the bytes of the file and `name` is what reports call it; `converted` is as for `read_stream`.
    """

    def __init__(self, data: bytes, name: str, converted: bytes | None = None) -> None:
        limit_size(data, name)
        self.data = data
        found = identify(data, name)
        self._editor: FileEditor | None = found.edit(data, name, found) if found.edit else None
        if self._editor and self._editor.source.text.strip():
            self.source = self._editor.source
        else:
            self.source = read_stream(data, name, converted=converted)
            if self.source.pages:  # what is recognised on pictures cannot be edited in them
                self._editor = None
        if self.source.format.has_lines:
            # Standard input is written nowhere, and need not come back as it was.
            self._editor = _EncodedText(None if is_stdin(name) else data, self.source)

    @property
    def is_editable(self) -> bool:
        """Whether there is something that carries edits out in such a file."""
        return self._editor is not None

    @property
    def editor(self) -> FileEditor:
        """What carries edits out in the file; raises SourceError where its format has none."""
        if self._editor:
            return self._editor
        known = editable_endings()
        reason = Words("是 ", "is ") + self.source.format.title
        reason += Words(
            f"，不能改写；能改写的有 {'、'.join(known)} 文件，请先另存为其中一种",
            f", in which nothing can be fixed; please save it as one of {', '.join(known)} first",
        )
        raise SourceError(self.source.path, reason)


class _EncodedText(TextEditor):
    """Edits a file that is a text in some encoding; one that must not change otherwise is given as it was."""

    is_signed = False

    def __init__(self, data: bytes | None, source: Source) -> None:
        self._data = data
        self.source = source

    def after(self, steps: Sequence[Sequence[Edit]]) -> bytes:
        """The text with all of these edits, in its encoding."""
        text = self.source.text
        if self._data is not None and encoded(self.source, text) != self._data:
            raise SourceError(self.source.path, CHANGED)
        for step in steps:
            text = apply_edits(text, step)
        return encoded(self.source, text)
