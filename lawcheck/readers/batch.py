"""Reads many documents one after another; those that LibreOffice has to convert go to it together."""

import sys
from collections.abc import Iterable

from lawcheck.errors import SourceError
from lawcheck.readers.files import is_office, is_office_name, read_path, read_stream, read_word
from lawcheck.readers.office import to_docx
from lawcheck.source import Source
from lawcheck.storage import MAX_BYTES, read_bytes

# So many converted documents are kept in memory.
_TOGETHER = 30


class Batch:
    """The documents of one call, to be read in their order."""

    def __init__(self, paths: Iterable[str], original: bool = False) -> None:
        self._waiting = [path for path in paths if is_office_name(path)]
        self._converted: dict[str, bytes | SourceError] = {}
        self._original = original

    def read(self, path: str) -> Source:
        """One of the documents; raises SourceError."""
        if path in self._waiting:
            self._convert()
        if path not in self._converted:
            return read_path(path, self._original)
        converted = self._converted.pop(path)
        if isinstance(converted, SourceError):
            raise converted
        return read_word(converted, path, self._original)

    def read_stdin(self) -> Source:
        """What stands on standard input; raises SourceError."""
        return read_stream(sys.stdin.buffer.read(MAX_BYTES + 1), original=self._original)

    def _convert(self) -> None:
        """Converts the next documents; what is wrong with one is kept until it is asked for."""
        paths, self._waiting = self._waiting[:_TOGETHER], self._waiting[_TOGETHER:]
        documents: list[tuple[str, bytes]] = []
        for path in paths:
            try:
                data = read_bytes(path)
                if is_office(path, data):
                    documents.append((path, data))
            except SourceError as error:
                self._converted[path] = error
        if documents:
            names = [name for name, _ in documents]
            self._converted |= zip(names, to_docx(documents), strict=True)
