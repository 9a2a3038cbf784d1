"""Reads many documents one after another; those that another program has to convert go to it together."""

from collections.abc import Callable, Iterable
from itertools import islice

from lawcheck.errors import SourceError
from lawcheck.reading.editors import OpenedFile
from lawcheck.reading.files import is_stdin, read_input, read_stream, text_source
from lawcheck.reading.formats import identify, of_ending
from lawcheck.reading.storage import read_bytes
from lawcheck.records import dataclass
from lawcheck.text.file_format import Converter
from lawcheck.text.source import Source

# So many converted documents are kept in memory.
_TOGETHER = 30


@dataclass(slots=True)
class FileContent:
    """The bytes of a document, and what was made of them where they had to be converted.

    A `text` that never was a file has no bytes.
    """

    data: bytes
    converted: bytes | None = None
    text: str | None = None

    @property
    def size(self) -> int:
        """How much there is to check."""
        return len(self.data if self.text is None else self.text)

    def source(self, path: str, original: bool = False) -> Source:
        """The document; raises SourceError."""
        if self.text is not None:
            return text_source(self.text, path)
        return read_stream(self.data, path, original, self.converted)

    def opened(self, path: str) -> OpenedFile:
        """The file, to be edited; raises SourceError."""
        return OpenedFile(self.data, path, self.converted)

    def release(self) -> None:
        """Lets go of the bytes, which would take as much as the text while that is checked."""
        self.data, self.converted = b"", None
        self.text = None if self.text is None else ""


def _may_need_converting(path: str) -> bool:
    said = of_ending(path)
    return said is not None and said.convert is not None


def _every(path: str, data: bytes) -> bool:
    return True


class Batch:
    """The documents of one call, to be read in their order.

    `needed` tells of a path and its bytes whether they will be asked for their text; the others are not converted.
    """

    def __init__(
        self, paths: Iterable[str], original: bool = False, needed: Callable[[str, bytes], bool] = _every
    ) -> None:
        self._waiting = dict.fromkeys(path for path in paths if _may_need_converting(path) and not is_stdin(path))
        self._ready: dict[str, FileContent | SourceError] = {}
        self._original = original
        self._needed = needed

    def read(self, path: str) -> Source:
        """One of the documents; raises SourceError."""
        return self.content(path).source(path, self._original)

    def opened(self, path: str) -> OpenedFile:
        """One of the documents, to be edited: with its tracked changes accepted; raises SourceError."""
        return self.content(path).opened(path)

    def content(self, path: str) -> FileContent:
        """What one of the documents holds; `-` is standard input. Raises SourceError."""
        if path in self._waiting:
            together = list(islice(self._waiting, _TOGETHER))
            for other in together:
                del self._waiting[other]
            self._convert((other, None) for other in together)
        elif is_stdin(path):
            data = read_input(path)
            self._convert([(path, data)])
        elif path not in self._ready:
            self._convert([(path, None)])
        ready = self._ready.pop(path)
        if isinstance(ready, SourceError):
            raise ready
        return ready

    def _convert(self, documents: Iterable[tuple[str, bytes | None]]) -> None:
        """Reads documents, converts those that need it; what is wrong with one is kept until it is asked for."""
        waiting: dict[Converter, list[tuple[str, bytes]]] = {}
        for path, given in documents:
            try:
                data = read_bytes(path) if given is None else given
                self._ready[path] = FileContent(data)
                convert = identify(data, path).convert
                if convert and self._needed(path, data):
                    waiting.setdefault(convert, []).append((path, data))
            except SourceError as error:
                self._ready[path] = error
        for convert, group in waiting.items():
            for (path, data), converted in zip(group, convert(group), strict=True):
                self._ready[path] = converted if isinstance(converted, SourceError) else FileContent(data, converted)
