"""`lawcheck check --fix` and `--diff`: what becomes of a mended text."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lawcheck import pipeline
from lawcheck.errors import SourceError
from lawcheck.reading import encoded, write_path
from lawcheck.reading.files import STDIN
from lawcheck.reporting.difference import unified
from lawcheck.reporting.words import word
from lawcheck.running.configuration.layering import Options
from lawcheck.surfaces.cli.inputs import Failures
from lawcheck.surfaces.cli.notes import tell
from lawcheck.surfaces.cli.output import write_bytes
from lawcheck.text.source import Source

if TYPE_CHECKING:
    from lawcheck.reading.word.editing import WordEditor


@dataclass(slots=True)
class Mending:
    """The fixes of one call: to be written, or only shown; and what has come of them so far."""

    unsafe: bool
    only_show: bool
    failures: Failures
    files: int = 0
    edits: int = 0
    left: int = 0
    difference: list[str] = field(default_factory=list)

    def mend(self, path: str, source: Source, options: Options) -> Source:
        """The source as it stands after its fixes; the one before them where they cannot be written."""
        try:
            editor = _word_editor(path, source) if source.format == "docx" else None
            mended = pipeline.mend(source, options.rules, options.kind, options.settings, self.unsafe, editor)
            if self.only_show:
                self.difference += unified(source.path, source.text, mended)
            elif editor is None:
                _write_text(path, source, mended.text)
            elif mended.steps:
                editor.write(mended.steps)
                if editor.is_signed:
                    tell(f"{source.path}：{word('signed', options.language)}")
        except SourceError as error:
            self.failures.add(error, options.language)
            return source
        self.left += mended.left
        if mended.text != source.text:
            self.files += 1
            self.edits += mended.count
        return mended.source

    def tell(self, language: str) -> None:
        """Says what was done, and how much of it cannot be done."""
        key = "would-mend" if self.only_show else "mended"
        tell(word(key, language, files=self.files, edits=self.edits))
        if self.left:
            tell(word("not-mended", language, edits=self.left))


def _word_editor(path: str, source: Source) -> "WordEditor":
    from lawcheck.reading.word.editing import word_editor  # lxml is slow to import, and most documents do without

    return word_editor(path, source)


def _write_text(path: str, source: Source, text: str) -> None:
    if path == STDIN:
        write_bytes(encoded(source, text), None)
    elif text != source.text:
        write_path(path, source, text)
