"""`lawcheck check --fix` and `--diff`: what becomes of a mended text."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from lawcheck import pipeline
from lawcheck.errors import SourceError, Words
from lawcheck.reading import editor_of, encoded
from lawcheck.reading.files import STDIN
from lawcheck.reading.storage import read_bytes
from lawcheck.reading.writer import leads_outside, replace_unchanged
from lawcheck.reporting.difference import unified
from lawcheck.reporting.words import word
from lawcheck.running.configuration.layering import Options
from lawcheck.surfaces.cli.inputs import Failures
from lawcheck.surfaces.cli.notes import tell
from lawcheck.surfaces.cli.output import write_bytes
from lawcheck.text.source import Source

_OUTSIDE = Words(
    "是指向所给目录之外的链接，未修改；要改就请直接给出文件",
    "is a link that leads out of the folders of this call; left as it is, please name the file itself",
)
_NO_NAME = Words("不能改写，请给出文件名", " cannot be written back; please give the name of the file")


@dataclass(slots=True)
class Mending:
    """The fixes of one call, which names these paths: to be written, or only shown; and the result so far."""

    paths: Sequence[str]
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
            data = _held(path, source)
            editor = editor_of(data, source)
            mended = pipeline.mend(source, options.rules, options.kind, options.settings, self.unsafe, editor)
            if self.only_show:
                self.difference += unified(source.path, source.text, mended)
            elif path == STDIN:
                write_bytes(editor.after(mended.steps), None)
            elif mended.steps:
                self._write(path, source, data, editor.after(mended.steps))
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

    def _write(self, path: str, source: Source, before: bytes, after: bytes) -> None:
        if leads_outside(path, self.paths):
            raise SourceError(source.path, _OUTSIDE)
        replace_unchanged(path, source.path, before, after)

    def tell(self, language: str) -> None:
        """Says what was done, and how much of it cannot be done."""
        key = "would-mend" if self.only_show else "mended"
        tell(word(key, language, files=self.files, edits=self.edits))
        if self.left:
            tell(word("not-mended", language, edits=self.left))


def _held(path: str, source: Source) -> bytes:
    """What the file of a source holds; for standard input, which can be read only once, what it must have held."""
    if path != STDIN:
        return read_bytes(path)
    if not source.format.has_lines:
        raise SourceError(source.path, Words("标准输入中的 ", "standard input with ") + source.format.title + _NO_NAME)
    return encoded(source, source.text)
