"""Fixes made in a Word document itself: not as tracked changes, but in the runs, whose formatting stays."""

from collections.abc import Sequence

from lawcheck.errors import SourceError, Words
from lawcheck.reading.files import STDIN
from lawcheck.reading.storage import printable, read_bytes
from lawcheck.reading.word.openings import Places, narrowed
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.replacing import replace, split
from lawcheck.reading.word.walker import WordParagraph
from lawcheck.reading.word.word_text import read_text
from lawcheck.reading.word.xml import Element, serialise
from lawcheck.reading.writer import replace_unchanged
from lawcheck.text.edits import Edit, apply_edits
from lawcheck.text.source import Source


class WordEditor:
    """Carries edits out in the XML of a Word document; an Editor of the fixer."""

    def __init__(self, data: bytes, path: str) -> None:
        self._data = data
        self._path = path
        self._package = Package(data, path)
        self._changed: set[str] = set()
        self._steps = 0
        self._read()

    def _read(self) -> None:
        self._text = read_text(self._package)
        self._places = Places(self._text)
        self.source = self._text.source(printable(self._path))

    @property
    def is_signed(self) -> bool:
        """Whether the document has a digital signature, which no edit leaves valid."""
        return self._package.is_signed

    def takes(self, edits: Sequence[Edit]) -> bool:
        """Whether all of these edits stand in runs that are open to them, or part paragraphs that can be parted."""
        return all(self._places.paragraph(edit) or self._places.split(edit) for edit in edits)

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
            else:
                parted.append(Edit(edit.start + grown, edit.end + grown, edit.content))
        for paragraph, own in changed.values():
            replace(paragraph, own)
            self._changed.add(paragraph.part)
        self._read()
        self._part(parted)
        if self.source.text != apply_edits(source.text, edits):
            raise self._package.refused(
                Words("改写后与预期不符，未修改", "would not become what was expected and is unchanged")
            )
        self._steps += 1
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

    def write(self, steps: Sequence[Sequence[Edit]]) -> None:
        """Makes all of these edits in the file as it was read; raises SourceError and leaves it alone if it cannot."""
        replace_unchanged(self._path, self.source.path, self._data, self.after(steps))

    def after(self, steps: Sequence[Sequence[Edit]]) -> bytes:
        """The file as it was read with all of these edits made; raises SourceError if it cannot be so written."""
        if len(steps) == self._steps:
            return self.packed()
        # Some of what was tried has been given up.
        editor = WordEditor(self._data, self._path)
        for step in steps:
            editor.edited(editor.source, step)
        return editor.packed()

    def packed(self) -> bytes:
        """The file with the edits that were made."""
        parts = {part: serialise(self._package.xml(part)) for part in self._changed}
        return self._package.packed(parts, {})


def word_editor(path: str, source: Source) -> WordEditor:
    """The editor of a Word file, of which `source` was read; raises SourceError when it cannot be written."""
    if path == STDIN:
        raise SourceError(
            source.path,
            Words(
                "标准输入中的 Word 文件不能改写，请给出文件名",
                "a Word file on standard input cannot be changed; please name the file",
            ),
        )
    if source.encoding != "docx":
        raise SourceError(
            source.path,
            Words(
                "不是 .docx，不能改写；请先用 Word、WPS 另存为 .docx",
                "is not .docx and cannot be changed; please save it as .docx with Word or WPS first",
            ),
        )
    editor = WordEditor(read_bytes(path), path)
    if editor.source != source:
        raise SourceError(source.path, Words("文件已有变动，未修改", "has changed meanwhile and is left alone"))
    return editor
