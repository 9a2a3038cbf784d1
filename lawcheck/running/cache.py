"""The outcomes of documents in earlier runs, in a database in the user's cache folder."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from lawcheck.reading.resources import cache_file

FILE = "results.sqlite"
# The most that is kept; of what is older a quarter goes at once.
MOST_ENTRIES = 50_000
MOST_BYTES = 200 * 1024 * 1024
# What came of one document is not kept when it takes more than this.
_MOST_OF_ONE = 4 * 1024 * 1024
# So many are written together.
_TOGETHER = 256
# Seconds that another process is waited for.
_PATIENCE = 2.0


class Cache:
    """Keeps bytes by keys. Whatever goes wrong with its file, lawcheck runs as if nothing had been kept."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._new: dict[bytes, bytes] = {}
        self._wrote = False

    def get(self, key: bytes) -> bytes | None:
        """What was kept under a key."""
        with suppress(sqlite3.Error):
            row = self._connection.execute("SELECT value FROM entries WHERE key = ?", (key,)).fetchone()
            if row and isinstance(row[0], bytes):
                return row[0]
        return None

    def put(self, key: bytes, value: bytes) -> None:
        """Keeps bytes under a key."""
        if len(value) <= _MOST_OF_ONE:
            self._new[key] = value
        if len(self._new) >= _TOGETHER:
            self._write()

    def close(self) -> None:
        """Writes what is new, and drops what is old where there is too much."""
        self._write()
        if self._wrote:
            with suppress(sqlite3.Error), self._connection:
                self._shrink()
        self._connection.close()

    def _write(self) -> None:
        if not self._new:
            return
        with suppress(sqlite3.Error), self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?)", self._new.items())
            self._wrote = True
        self._new.clear()

    def _shrink(self) -> None:
        entries = self._number("SELECT count(*) FROM entries")
        pages = self._number("PRAGMA page_count") - self._number("PRAGMA freelist_count")
        if entries > MOST_ENTRIES or pages * self._number("PRAGMA page_size") > MOST_BYTES:
            oldest = "SELECT rowid FROM entries ORDER BY rowid LIMIT ?"
            self._connection.execute(f"DELETE FROM entries WHERE rowid IN ({oldest})", (entries // 4 + 1,))

    def _number(self, query: str) -> int:
        return int(self._connection.execute(query).fetchone()[0])


def open_cache() -> Cache | None:
    """The cache of this user; None where there can be none. A damaged file is begun anew."""
    path = cache_file(FILE)
    if path is None:
        return None
    for _ in range(2):
        try:
            return Cache(_connected(path))
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):  # busy, no space, no rights: the file may be good
                return None
            with suppress(OSError):
                Path(path).unlink(missing_ok=True)
    return None


def _connected(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        # What a loss of power could cost is only time.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, value BLOB NOT NULL)")
    except sqlite3.Error:
        connection.close()
        raise
    return connection
