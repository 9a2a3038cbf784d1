"""`lawcheck check --fix` and `--diff`: what becomes of a fixed text."""

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lawcheck import pipeline
from lawcheck.errors import SourceError
from lawcheck.fixing.fixer import Fixed
from lawcheck.reading import encoded, write_path
from lawcheck.reading.files import STDIN
from lawcheck.reporting.difference import unified
from lawcheck.reporting.words import word
from lawcheck.running.configuration.layering import Resolved
from lawcheck.surfaces.cli.inputs import Failures
from lawcheck.surfaces.cli.notes import tell
from lawcheck.surfaces.cli.output import write_bytes
from lawcheck.text.source import Source

if TYPE_CHECKING:
    from lawcheck.reading.word.editing import WordEditor


@dataclass(slots=True)
class FileFixes:
    """The fixes of one call: to be written, or only shown; and what has come of them so far."""

    unsafe: bool
    only_show: bool
    failures: Failures
    files: int = 0
    edits: int = 0
    left: int = 0
    difference: list[str] = field(default_factory=list)

    def fix(self, path: str, source: Source, resolved: Resolved) -> Fixed:
        """A document after its fixes; as it was where they cannot be written."""
        try:
            editor = _word_editor(path, source) if source.format == "docx" else None
            fixed = pipeline.fix(source, resolved.options, self.unsafe, editor)
            if self.only_show:
                self.difference += unified(source.path, source.text, fixed)
            elif editor is None:
                _write_text(path, source, fixed.text)
            elif fixed.steps:
                editor.write(fixed.steps)
                if editor.is_signed:
                    tell(f"{source.path}：{word('signed', resolved.language)}")
        except SourceError as error:
            self.failures.add(error, resolved.language)
            return Fixed(source, Counter())
        self.left += fixed.left
        if fixed.text != source.text:
            self.files += 1
            self.edits += fixed.count
        return fixed

    def tell(self, language: str) -> None:
        """Says what was done, and how much of it cannot be done."""
        key = "would-fix" if self.only_show else "fixes-made"
        tell(word(key, language, files=self.files, edits=self.edits))
        if self.left:
            tell(word("not-fixed", language, edits=self.left))


def _word_editor(path: str, source: Source) -> "WordEditor":
    from lawcheck.reading.word.editing import word_editor  # lxml is slow to import, and most documents do without

    return word_editor(path, source)


def _write_text(path: str, source: Source, text: str) -> None:
    if path == STDIN:
        write_bytes(encoded(source, text), None)
    elif text != source.text:
        write_path(path, source, text)
