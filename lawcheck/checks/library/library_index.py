"""The index of a library: what is known of each of its documents, kept in the user's cache by what they hold."""

import json
import os
import sqlite3
import warnings
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, suppress
from functools import cache, lru_cache
from pathlib import Path
from time import time
from types import MappingProxyType

from lawcheck import __version__
from lawcheck.checks.library.library_document import LibraryDocument, from_plain, library_document, places_of
from lawcheck.errors import LawcheckError, LawcheckWarning, SourceError, Words
from lawcheck.reading.digests import digest
from lawcheck.reading.files import find_documents, read_stream
from lawcheck.reading.resources import PACKAGE, cache_file, states_of
from lawcheck.reading.storage import is_folder, read_bytes
from lawcheck.records import dataclass, field
from lawcheck.structure.build import build_document
from lawcheck.structure.settings import LibrarySource
from lawcheck.text.layers import clean
from lawcheck.text.source import Source

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, state TEXT NOT NULL, digest TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS documents (digest TEXT PRIMARY KEY, facts TEXT, places TEXT, words BLOB, fault TEXT);
"""
# Another process may be reading a whole library.
_PATIENCE = 600.0
# A file that changed so shortly before it was read may change once more without looking changed.
_JUST_NOW = 2.0
_UNSETTLED = ""
# So many documents that cannot be read are told one by one.
_MOST_TOLD = 5

Places = dict[str, tuple[int, int, int, int]]


@dataclass(frozen=True, slots=True)
class _Entry:
    """What was read of one document: all that is known of it, its places and words, or why it could not be read."""

    known: LibraryDocument | None = None
    places: Places = field(default_factory=dict)
    words: str = ""
    fault: Words | None = None


class Index:
    """What is known of the documents of a library, and their places and words when they are asked for.

    `digests` are those of what their files held when the facts were read: another process may bring the index up to
    date meanwhile, and what it holds of a path then is of another text.
    """

    def __init__(
        self,
        documents: Sequence[LibraryDocument],
        held: Mapping[str, _Entry] | str,
        digests: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.documents = tuple(documents)
        self._held = held
        self._digests = digests
        self._entry = lru_cache(maxsize=256)(self._read)

    def words_of(self, document: LibraryDocument) -> str:
        """The text of a document without blanks and line ends."""
        return self._entry(document.path).words

    def places_of(self, document: LibraryDocument) -> Places:
        """Where its articles and chapters stand: in its source, and in its words."""
        return self._entry(document.path).places

    def _read(self, path: str) -> _Entry:
        if not isinstance(self._held, str):
            return self._held.get(path, _Entry())
        with suppress(sqlite3.DatabaseError, zlib.error, ValueError), closing(_read_only(self._held)) as connection:
            query = "SELECT places, words FROM documents WHERE digest = ?"
            row = connection.execute(query, (self._digests[path],)).fetchone()
            if row:
                places = {key: tuple(span) for key, span in json.loads(row[0]).items()}
                return _Entry(None, places, zlib.decompress(row[1]).decode("utf-8", "surrogatepass"))
        return _Entry()


@lru_cache(maxsize=4)
def index_of(source: LibrarySource) -> Index:
    """The index of a library, brought up to date; what cannot be read is told and left out."""
    if source.texts:
        read = {f"{number}": _read(Source(text), f"{number}") for number, text in enumerate(source.texts, 1)}
        return Index([entry.known for entry in read.values() if entry.known], read)
    faults: dict[str, SourceError] = {}
    index = _kept(source.folders, faults)
    if index is None:
        faults.clear()
        index = _in_memory(source.folders, faults)
    _tell(faults)
    return index


def _kept(folders: Sequence[str], faults: dict[str, SourceError]) -> Index | None:
    """The index that is kept in the cache; None where none can be."""
    path = cache_file(f"library-{digest(repr(folders).encode()).hex()}.sqlite")
    if path is None:
        return None
    for _ in range(2):
        with suppress(sqlite3.DatabaseError, OSError, ValueError, KeyError, TypeError):
            faults.clear()
            return _updated(path, folders, faults)
        # Half written, or of another program: it is made anew.
        with suppress(OSError):
            Path(path).unlink()
    return None


def _in_memory(folders: Sequence[str], faults: dict[str, SourceError]) -> Index:
    held = {}
    for path in _paths(folders, faults):
        entry = _entry_of(path, faults)
        if entry and entry.known:
            held[path] = entry
    return Index([entry.known for entry in held.values() if entry.known], held)


def _connected(path: str) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)


def _read_only(path: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{Path(path).as_uri()}?mode=ro", uri=True, timeout=_PATIENCE)


def _updated(path: str, folders: Sequence[str], faults: dict[str, SourceError]) -> Index:
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
        known = dict(connection.execute("SELECT path, state FROM files"))
        current = sorted(set(_paths(folders, faults)))
        for gone in known.keys() - set(current):
            connection.execute("DELETE FROM files WHERE path = ?", (gone,))
        for file in current:
            _update(connection, file, known.get(file), faults)
        connection.execute("DELETE FROM documents WHERE digest NOT IN (SELECT digest FROM files)")
        query = "SELECT path, digest, facts, fault FROM files JOIN documents USING (digest) ORDER BY path"
        rows = connection.execute(query).fetchall()
        connection.execute("COMMIT")
    faults |= {file: SourceError(file, Words(*json.loads(fault))) for file, _, _, fault in rows if fault}
    documents = [from_plain({**json.loads(facts), "path": file}) for file, _, facts, _ in rows if facts]
    return Index(documents, path, {file: digest for file, digest, _, _ in rows})


def _update(connection: sqlite3.Connection, path: str, known: str | None, faults: dict[str, SourceError]) -> None:
    state = file_state(path)
    if known and known == state:
        return
    connection.execute("DELETE FROM files WHERE path = ?", (path,))
    try:
        data = read_bytes(path)
    except SourceError as error:
        # It may be read the next time: nothing is kept of it.
        faults[path] = error
        return
    name = digest(data, Path(path).suffix.lower().encode()).hex()
    if connection.execute("SELECT 1 FROM documents WHERE digest = ?", (name,)).fetchone() is None:
        entry = _facts(path, data)
        written = json.dumps(entry.known.plain()) if entry.known else None
        words = zlib.compress(entry.words.encode("utf-8", "surrogatepass"), 6)
        fault = json.dumps([entry.fault.zh, entry.fault.en]) if entry.fault else None
        values = (name, written, json.dumps(entry.places), words, fault)
        connection.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?)", values)
    connection.execute("INSERT INTO files VALUES (?, ?, ?)", (path, state, name))


def file_state(path: str) -> str:
    """What changes when a file changes, even where its time and size are set to those of before; "" where it is not
    certain that it would."""
    try:
        state = Path(path).stat()
    except OSError:
        return _UNSETTLED
    if state.st_ctime > time() - _JUST_NOW:
        return _UNSETTLED
    return f"{state.st_mtime_ns} {state.st_ctime_ns} {state.st_size} {state.st_ino}"


def _paths(folders: Sequence[str], faults: dict[str, SourceError]) -> Iterator[str]:
    """Every document of the folders, by its path."""
    for folder in folders:
        for found in find_documents(folder):
            if isinstance(found, SourceError):
                faults[found.path] = found
            else:
                yield found


def _entry_of(path: str, faults: dict[str, SourceError]) -> _Entry | None:
    try:
        entry = _facts(path, read_bytes(path))
    except SourceError as error:
        faults[path] = error
        return None
    if entry.fault:
        faults[path] = SourceError(path, entry.fault)
    return entry


def _facts(path: str, data: bytes) -> _Entry:
    if not data.strip():
        return _Entry()
    try:
        return _read(read_stream(data, path), path)
    except SourceError as error:
        return _Entry(fault=error.reason)
    except Exception as error:  # what a document makes fail must not cost the others
        name = type(error).__name__
        return _Entry(fault=Words(f"无法读出内容（{name}）", f"its contents cannot be made out ({name})"))


def _read(source: Source, path: str) -> _Entry:
    document = build_document(clean(source), source.format, "auto", source.layout)
    return _Entry(library_document(document, path), places_of(document), "".join(document.text.split()))


def _tell(faults: Mapping[str, SourceError]) -> None:
    """What could not be read, so that nobody takes it for read."""
    told = [str(fault) for fault in faults.values()]
    if (more := len(told) - _MOST_TOLD) > 0:
        others = Words(f"文件库中另有{more}个文件无法读取", f"{more} more documents of the library cannot be read")
        told[_MOST_TOLD:] = [str(LawcheckError(others))]
    for line in told:
        warnings.warn(line, LawcheckWarning, stacklevel=2)


@cache
def _program() -> str:
    """What the facts were read by: other code may read others."""
    return digest(repr((__version__, states_of(PACKAGE))).encode("utf-8", "surrogatepass")).hex()


def library_state(folders: Sequence[str]) -> str:
    """What changes with every file of these folders; linked folders are left out, as everywhere."""
    states = []
    for folder in folders:
        files = [folder] if not is_folder(folder) else _files(folder)
        states += [(file, file_state(file) or time()) for file in files]
    return digest(repr(states).encode("utf-8", "surrogatepass")).hex()


def _files(folder: str) -> Iterator[str]:
    for inner, subfolders, names in os.walk(folder):
        subfolders.sort()
        yield from (str(Path(inner, name)) for name in sorted(names))
