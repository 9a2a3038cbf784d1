"""Where grammars and rule files live, inside an installed package or beside it in a checkout; and the user's cache."""

import marshal
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial
from pathlib import Path
from typing import Any

from lawcheck.errors import COLON, RuleFileError, Words
from lawcheck.reading.digests import digest
from lawcheck.reading.storage import replace_file, unfinished
from lawcheck.text.programs import keeping

PACKAGE = Path(__file__).resolve().parents[1]


@cache
def resource_dir(name: str) -> Path:
    """The folder `grammars` or `rules`; the only place that knows how the package is laid out."""
    packaged = PACKAGE / "_data" / name
    return packaged if packaged.is_dir() else PACKAGE.parent / name


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a tab-separated file in `rules/data/`; empty lines and lines that begin with # are left out."""
    return tuple([tuple(line.split("\t")) for line in data_lines(name)])


def data_lines(name: str) -> list[str]:
    """The same as they are written: to divide each line takes longer than to read the file."""
    file = resource_dir("rules") / "data" / name
    try:
        lines = file.read_bytes().decode().splitlines()
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        what = Words(f"第 {line} 行不是 UTF-8 文字", f"line {line} is no UTF-8")
        raise RuleFileError(str(file) + COLON + what) from error
    return [line for line in lines if line and line[0] != "#"]


@cache
def resource_state(name: str) -> bytes:
    """The digest of the states of the files in `grammars` or `rules`, as they were when this process first asked.

    Two of three are pages about rules, which are for people.
    """
    return digest(repr(states_of(resource_dir(name), but_for=".md")).encode("utf-8", "surrogatepass"))


def states_of(folder: Path, but_for: str | None = None) -> list[list[str | int]]:
    """Path, time of change and size of every file in a folder and its subfolders, those of bytecode left out.

    Linked folders are not searched, for links may lead back; what cannot be looked at has no state. Files whose names
    end in `but_for` have none either.
    """
    return sorted(_states(str(folder), but_for))


def _states(folder: str, but_for: str | None) -> Iterator[list[str | int]]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _states(entry.path, but_for)
                continue
            if but_for and entry.name.endswith(but_for):
                continue
            with suppress(OSError):  # a link that leads nowhere, or back to itself
                state = entry.stat()
                yield [entry.path, state.st_mtime_ns, state.st_size]


def kept(name: str, key: list[Any], make: Callable[[], Any]) -> Any:
    """What `make` gives, kept between runs in a file of the user's cache, until the key is another one.

    Key and data are of the built-in types.
    """
    path = cache_file(name)
    if path is None:
        return make()
    with suppress(OSError, ValueError, EOFError, TypeError):  # no such file, or a damaged one
        found = marshal.loads(Path(path).read_bytes())
        if isinstance(found, list) and len(found) == 2 and found[0] == key:
            return found[1]
    made = make()
    _keep(Path(path), marshal.dumps([key, made]))
    return made


def _keep(path: Path, data: bytes) -> None:
    """Puts a file into the user's cache, where that can be; what killed runs have left there goes."""
    with suppress(OSError):
        for name in unfinished(path.parent):  # one that still writes will do so again next time
            (path.parent / name).unlink(missing_ok=True)
        replace_file(path, data)


@contextmanager
def keeping_programs() -> Iterator[None]:
    """Has the programs of the regular expressions that are compiled inside kept in the user's cache."""
    path = cache_file("programs")
    if path is None:
        yield
        return

    def read() -> bytes:
        with suppress(FileNotFoundError):
            return Path(path).read_bytes()
        return b""

    with keeping(read, partial(_keep, Path(path))):
        yield


def cache_file(name: str) -> str | None:
    """The path of a file in lawcheck's own folder of the user's cache; None where that folder cannot be used.

    What is read from there is trusted, so the folder must belong to the user and be closed to all others.
    """
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        folder = (Path(base) if base else Path.home() / ".cache") / "lawcheck"
        try:
            status = folder.stat()
        except FileNotFoundError:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            status = folder.stat()
        if hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & 0o077):
            return None
    except (OSError, RuntimeError):
        return None
    return str(folder / name) if os.access(folder, os.W_OK) else None
