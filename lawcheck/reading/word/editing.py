"""Fixes made in a Word document itself: not as tracked changes, but in the runs, whose formatting stays."""

from collections.abc import Sequence
from dataclasses import replace as changed_to

from lawcheck.errors import Words
from lawcheck.reading.safe_xml import Element
from lawcheck.reading.word.openings import Places, narrowed
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.replacing import fill, replace, split
from lawcheck.reading.word.walker import WordParagraph
from lawcheck.reading.word.word_text import read_text
from lawcheck.reading.word.xml import serialise
from lawcheck.text.edits import Edit, apply_edits
from lawcheck.text.file_format import FileFormat
from lawcheck.text.source import Source

_UNEXPECTED = Words("改写后与预期不符，未修改", "would not become what was expected and is unchanged")


class WordEditor:
    """Reads a Word document and carries edits out in its XML; a FileEditor. Raises SourceError."""

    def __init__(self, data: bytes, name: str, file_format: FileFormat) -> None:
        self._data = data
        self._name = name
        self._format = file_format
        self._package = Package(data, name)
        self._changed: set[str] = set()
        self._steps: list[Sequence[Edit]] = []
        self._read()

    def _read(self) -> None:
        self._text = read_text(self._package)
        self._places = Places(self._text)
        self.source = changed_to(self._text.source(self._package.path), format=self._format)

    @property
    def is_signed(self) -> bool:
        """Whether the document has a digital signature, which no edit leaves valid."""
        return self._package.is_signed

    def takes(self, edits: Sequence[Edit]) -> bool:
        """Whether all of these edits stand in runs that are open to them, part paragraphs or fill empty ones."""
        places = self._places
        return all(places.paragraph(edit) or places.split(edit) or places.empty(edit) for edit in edits)

    def edited(self, source: Source, edits: Sequence[Edit]) -> Source:
        """The document, read again, after edits that it takes.

        Raises SourceError when it does not read as it should then: so odd a document is better left alone.
        """
        changed: dict[Element, tuple[WordParagraph, list[Edit]]] = {}
        parted: list[Edit] = []
        grown = 0
        for edit in edits:
            if paragraph := self._places.paragraph(edit):
                own = changed.setdefault(paragraph.element, (paragraph, []))[1]
                own.append(narrowed(source.text, paragraph, edit))
                grown += len(edit.content) - (edit.end - edit.start)
            elif paragraph := self._places.empty(edit):
                fill(paragraph, edit.content)
                self._changed.add(paragraph.part)
                grown += len(edit.content)
            else:
                parted.append(Edit(edit.start + grown, edit.end + grown, edit.content))
        for paragraph, own in changed.values():
            replace(paragraph, own)
            self._changed.add(paragraph.part)
        self._read()
        self._part(parted)
        if self.source.text != apply_edits(source.text, edits):
            raise self._package.refused(_UNEXPECTED)
        self._steps.append(edits)
        return self.source

    def _part(self, edits: Sequence[Edit]) -> None:
        """Parts paragraphs at these places."""
        places: dict[Element, tuple[WordParagraph, list[int]]] = {}
        for edit in edits:
            paragraph = self._places.split(edit)
            if paragraph is None:
                raise self._package.refused(Words("不能照此改写，未修改", "cannot be changed so and is unchanged"))
            places.setdefault(paragraph.element, (paragraph, []))[1].append(edit.start)
        for paragraph, own in places.values():
            split(paragraph, own)
            self._changed.add(paragraph.part)
        if edits:
            self._read()

    def after(self, steps: Sequence[Sequence[Edit]]) -> bytes:
        """The file as it was read with all of these edits made; raises SourceError if it cannot be so written."""
        if list(map(tuple, steps)) == list(map(tuple, self._steps)):
            return self.packed()
        editor = WordEditor(self._data, self._name, self._format)
        for step in steps:
            editor.edited(editor.source, step)
        return editor.packed()

    def packed(self) -> bytes:
        """The file with the edits that were made so far."""
        parts = {part: serialise(self._package.xml(part)) for part in self._changed}
        return self._package.packed(parts, {})
