"""Keeps what regular expressions are compiled to, for the next run.

Python takes a third of a millisecond to compile an expression with Chinese characters, and a check, which itself takes
eight for a page, needs two hundred. What comes of it is a list of numbers, its program. It can be kept, and it can be
told more of how matches begin (`first_characters`). `re` offers no way to do so, so the parts that it is made of are
used here. Where they are missing or have changed, expressions are compiled by `re.compile`.
"""

import marshal
import re
import sys
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, TypeAlias

from lawcheck import __version__
from lawcheck.text.anchors import Anchor, anchors_of
from lawcheck.text.first_characters import told_of_first_characters

# Flags, code, what every match holds (`anchors`), number of groups, numbers of groups by name, names of groups by
# number: all but the third as `_sre.compile` takes them.
_Program: TypeAlias = tuple[int, bytes, tuple[Anchor, ...], int, dict[str, int], tuple[str | None, ...]]
_Key: TypeAlias = tuple[str, int]
# So many more are worth the time that it takes to write them all.
_ENOUGH = 8
# With more than so many, those that this run has not used are given up.
_MOST = 2000
# Of another form of what is kept nothing is read.
_FORM = 3
# The code of `_sre` is made of these.
_NUMBER = "I"


class _Store:
    """The programs of earlier runs, and those that this one adds."""

    def __init__(self, kept: bytes) -> None:
        self._parser, self._compiler, self._sre = map(import_module, ("re._parser", "re._compiler", "_sre"))
        # Programs are for one version of Python only.
        self._version = [__version__, _FORM, sys.version, self._sre.MAGIC, self._sre.CODESIZE]
        self._programs: dict[_Key, _Program] = {}
        self._used: set[_Key] = set()
        self._new = 0
        try:
            version, programs = marshal.loads(kept)
            if version == self._version and isinstance(programs, dict):
                self._programs = programs
        except (ValueError, EOFError, TypeError):
            pass  # none are kept yet, or the file is damaged

    def compiled(self, pattern: str, flags: int) -> re.Pattern[str]:
        """The expression; raises whatever may go wrong."""
        key = (pattern, flags)
        program = self._programs.get(key)
        if program is None:
            program = self._programs[key] = self._made(pattern, flags)
            self._new += 1
        self._used.add(key)
        return self._loaded(pattern, program)

    def unkept(self, pattern: str, flags: int) -> re.Pattern[str]:
        """The same where programs are not kept."""
        parsed = self._parser.parse(pattern, flags)
        made: re.Pattern[str] = self._sre.compile(
            pattern, int(flags | parsed.state.flags), self._code(parsed, flags), *_groups(parsed)
        )
        return made

    def _loaded(self, pattern: str, program: _Program) -> re.Pattern[str]:
        all_flags, code, _, *groups = program
        # A program that makes no sense is refused here.
        made: re.Pattern[str] = self._sre.compile(pattern, all_flags, array(_NUMBER, code).tolist(), *groups)
        return made

    def _made(self, pattern: str, flags: int) -> _Program:
        parsed = self._parser.parse(pattern, flags)
        code = array(_NUMBER, self._code(parsed, flags)).tobytes()
        return int(flags | parsed.state.flags), code, anchors_of(parsed), *_groups(parsed)

    def _code(self, parsed: Any, flags: int) -> list[int]:
        return told_of_first_characters(self._compiler._code(parsed, flags), parsed, flags)

    def anchors(self, pattern: str, flags: int) -> tuple[Anchor, ...] | None:
        """What every match holds; None where the expression is not known."""
        program = self._programs.get((pattern, flags))
        return program[2] if program else None

    def grown(self) -> bytes | None:
        """All programs, where there are enough new ones to be kept."""
        if self._new < _ENOUGH:
            return None
        if len(self._programs) > _MOST:
            self._programs = {key: self._programs[key] for key in self._used}
        return marshal.dumps([self._version, self._programs])


def _groups(parsed: Any) -> tuple[int, dict[str, int], tuple[str | None, ...]]:
    """The number of groups of an expression, their numbers by name, and their names by number."""
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    return state.groups - 1, dict(state.groupdict), tuple(names)


# How the programs of earlier runs are read; None where none are kept.
_read: Callable[[], bytes] | None = None
_store: _Store | None = None
_unkept: _Store | None = None


@contextmanager
def keeping(read: Callable[[], bytes], write: Callable[[bytes], Any]) -> Iterator[None]:
    """Keeps the programs of what is compiled inside: `read` gives earlier ones, `write` takes all at the end."""
    global _read, _store
    before = _read, _store
    _read, _store = read, None
    try:
        yield
        if _store and (programs := _store.grown()):
            write(programs)
    finally:
        _read, _store = before


def kept_anchors(pattern: str, flags: int) -> tuple[Anchor, ...] | None:
    """What every match of an expression holds, where that is kept."""
    return _store.anchors(pattern, int(flags)) if _store else None


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`; raises re.error."""
    global _store, _unkept
    try:
        if _read is None:
            _unkept = _unkept or _Store(b"")
            return _unkept.unkept(pattern, int(flags))
        _store = _store or _Store(_read())
        return _store.compiled(pattern, int(flags))
    except re.error:
        raise
    except Exception:
        pass  # this Python is made otherwise
    return re.compile(pattern, flags)
