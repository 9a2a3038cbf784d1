"""`lawcheck check --fix` and `--diff`: where a fixed text goes."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from lawcheck import pipeline
from lawcheck.errors import SourceError, Words
from lawcheck.fixing.fixer import Fixed
from lawcheck.reading import OpenedFile
from lawcheck.reading.files import is_stdin
from lawcheck.reading.storage import printable, unfinished
from lawcheck.reading.writer import leads_outside, replace_unchanged
from lawcheck.records import dataclass, field
from lawcheck.reporting.difference import unified
from lawcheck.reporting.words import word
from lawcheck.running.configuration.layering import Resolved
from lawcheck.running.time_limit import time_limit
from lawcheck.surfaces.cli.inputs import Failures
from lawcheck.surfaces.cli.notes import tell
from lawcheck.surfaces.cli.output import write_bytes

_OUTSIDE = Words(
    "是指向所给目录之外的链接，未修改；要改就请直接给出文件",
    "is a link that leads out of the folders of this call; left as it is, please name the file itself",
)
_NO_NAME = Words("不能改写，请给出文件名", " cannot be written back; please give the name of the file")


@dataclass(slots=True)
class FileFixes:
    """The fixes of one call, which names these paths: to be written, or only shown; and the result so far."""

    paths: Sequence[str]
    unsafe: bool
    only_show: bool
    failures: Failures
    # Seconds for each; 0 is no limit.
    limit: float = 0
    files: int = 0
    edits: int = 0
    left: int = 0
    difference: list[str] = field(default_factory=list)
    folders: set[Path] = field(default_factory=set)

    def fix(self, path: str, file: OpenedFile, resolved: Resolved) -> Fixed:
        """A document after its fixes; as it was where they cannot be written. Raises TooLong."""
        source = file.source
        if not is_stdin(path):
            self.folders.add(Path(path).parent)
        try:
            if is_stdin(path) and not source.format.has_lines:
                raise SourceError(path, Words("标准输入中的 ", "standard input with ") + source.format.title + _NO_NAME)
            editor = file.editor
            with time_limit(self.limit):
                fixed = pipeline.fix(source, resolved.options, self.unsafe, editor)
            if self.only_show:
                self.difference += unified(source.path, source.text, fixed)
            elif is_stdin(path):
                write_bytes(editor.after(fixed.steps), None)
            elif fixed.steps:
                self._write(path, file, editor.after(fixed.steps))
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

    def _write(self, path: str, file: OpenedFile, after: bytes) -> None:
        if leads_outside(path, self.paths):
            raise SourceError(file.source.path, _OUTSIDE)
        replace_unchanged(path, file.source.path, file.data, after)

    def tell(self, language: str) -> None:
        """Says what was done, and how much of it cannot be done."""
        key = "would-fix" if self.only_show else "fixes-made"
        tell(word(key, language, files=self.files, edits=self.edits))
        if self.left:
            tell(word("not-fixed", language, edits=self.left))
        for folder in sorted(self.folders):
            if names := unfinished(folder):
                one = printable(str(folder / names[0]))
                tell(word("unfinished", language, count=len(names), name=one))
