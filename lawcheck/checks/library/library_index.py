"""The index of a library: what is known of each of its documents, kept in the user's cache by what they hold."""

import json
import sqlite3
import warnings
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path

from lawcheck import __version__
from lawcheck.checks.library.library_document import LibraryDocument, from_plain, library_document
from lawcheck.errors import LawcheckWarning, SourceError
from lawcheck.reading.files import find_documents, read_stream
from lawcheck.reading.resources import PACKAGE, cache_file, states_of
from lawcheck.reading.storage import read_bytes
from lawcheck.structure.build import build_document
from lawcheck.structure.settings import LibrarySource
from lawcheck.text.layers import clean
from lawcheck.text.source import Source

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, changed INTEGER, size INTEGER, digest TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS documents (digest TEXT PRIMARY KEY, facts TEXT, words BLOB);
"""
# Another process may be reading a whole library.
_PATIENCE = 600.0


class Index:
    """What is known of the documents of a library, and their words when they are asked for."""

    def __init__(self, documents: Sequence[LibraryDocument], words: "dict[str, str] | str") -> None:
        self.documents = tuple(documents)
        self._words = words

    def words_of(self, document: LibraryDocument) -> str:
        """The text of a document without blanks and line ends."""
        if isinstance(self._words, dict):
            return self._words.get(document.path, "")
        with closing(_connected(self._words)) as connection:
            row = connection.execute(
                "SELECT words FROM documents JOIN files USING (digest) WHERE path = ?", (document.path,)
            ).fetchone()
        return zlib.decompress(row[0]).decode() if row and row[0] else ""


@lru_cache(maxsize=4)
def index_of(source: LibrarySource) -> Index:
    """The index of a library, brought up to date; what cannot be read is told once and left out."""
    if source.texts:
        read = [_read(Source(text), f"{number}") for number, text in enumerate(source.texts, 1)]
        return Index([known for known, _ in read if known], {known.path: words for known, words in read if known})
    path = cache_file(f"library-{_digest(repr(source.folders).encode())}.sqlite")
    if path is not None:
        for _ in range(2):
            with suppress(sqlite3.DatabaseError, OSError, ValueError, KeyError):
                return Index(_updated(path, source.folders), path)
            # Half written, or of another program: it is made anew.
            with suppress(OSError):
                Path(path).unlink()
    return _in_memory(source.folders)


def _in_memory(folders: Sequence[str]) -> Index:
    documents, words = [], {}
    for path in _paths(folders):
        known, said = _facts(path, _bytes(path))
        if known:
            documents.append(known)
            words[path] = said
    return Index(documents, words)


def _connected(path: str) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)


def _updated(path: str, folders: Sequence[str]) -> list[LibraryDocument]:
    """The documents that the folders hold now; only those that have changed are read."""
    with closing(_connected(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for statement in filter(str.strip, _SCHEMA.split(";")):
            connection.execute(statement)
        maker = _program()
        if connection.execute("SELECT value FROM meta WHERE key = 'made by'").fetchone() != (maker,):
            for table in ("files", "documents"):
                connection.execute(f"DELETE FROM {table}")
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('made by', ?)", (maker,))
        known = {row[0]: row[1:] for row in connection.execute("SELECT path, changed, size, digest FROM files")}
        current = set(_paths(folders))
        for gone in known.keys() - current:
            connection.execute("DELETE FROM files WHERE path = ?", (gone,))
        for file in sorted(current):
            _update(connection, file, known.get(file))
        connection.execute("DELETE FROM documents WHERE digest NOT IN (SELECT digest FROM files)")
        connection.execute("COMMIT")
        rows = connection.execute("SELECT path, facts FROM files JOIN documents USING (digest) ORDER BY path")
        return [from_plain({**json.loads(facts), "path": file}) for file, facts in rows if facts]


def _update(connection: sqlite3.Connection, path: str, known: tuple[int, int, str] | None) -> None:
    try:
        state = Path(path).stat()
    except OSError:
        return
    if known and known[:2] == (state.st_mtime_ns, state.st_size):
        return
    data = _bytes(path)
    digest = _digest(data, Path(path).suffix.lower().encode())
    if connection.execute("SELECT 1 FROM documents WHERE digest = ?", (digest,)).fetchone() is None:
        facts, words = _facts(path, data)
        written = json.dumps(facts.plain(), ensure_ascii=False) if facts else None
        connection.execute(
            "INSERT INTO documents VALUES (?, ?, ?)", (digest, written, zlib.compress(words.encode(), 6))
        )
    values = (path, state.st_mtime_ns, state.st_size, digest)
    connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", values)


def _paths(folders: Sequence[str]) -> Iterator[str]:
    """Every document of the folders, by its path."""
    for folder in folders:
        for found in find_documents(folder):
            if isinstance(found, SourceError):
                _warn(found)
            else:
                yield found


def _bytes(path: str) -> bytes:
    try:
        return read_bytes(path)
    except SourceError as error:
        _warn(error)
        return b""


def _facts(path: str, data: bytes) -> tuple[LibraryDocument | None, str]:
    if not data:
        return None, ""
    try:
        return _read(read_stream(data, path), path)
    except SourceError as error:
        _warn(error)
        return None, ""


def _read(source: Source, path: str) -> tuple[LibraryDocument | None, str]:
    document = build_document(clean(source), source.format, "auto", source.layout)
    return library_document(document, path), "".join(document.text.split())


def _warn(error: SourceError) -> None:
    warnings.warn(str(error), LawcheckWarning, stacklevel=2)


@cache
def _program() -> str:
    """What the facts were read by: other code may read others."""
    return _digest(repr((__version__, states_of(PACKAGE))).encode("utf-8", "surrogatepass"))


def _digest(*parts: bytes) -> str:
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.hexdigest()


def library_state(folders: Sequence[str]) -> str:
    """What changes with every file of these folders."""
    states = []
    for folder in folders:
        place = Path(folder)
        if place.is_dir():
            states += states_of(place)
        else:
            with suppress(OSError):
                state = place.stat()
                states.append([folder, state.st_mtime_ns, state.st_size])
    return _digest(repr(states).encode("utf-8", "surrogatepass"))
