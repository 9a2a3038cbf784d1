"""`lawcheck check --watch`: checks again whenever a document or what is configured for it changes."""

import gc
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from lawcheck.errors import LawcheckError, SourceError, UsageError, Words
from lawcheck.reading import find_documents
from lawcheck.reading.files import STDIN
from lawcheck.reading.ignored import GIT, OWN
from lawcheck.reading.remembered import remembering
from lawcheck.reporting.words import word
from lawcheck.running.configuration.finder import file_in
from lawcheck.running.configuration.layering import FILE, PYPROJECT
from lawcheck.running.configuration.loading import sources
from lawcheck.surfaces.cli.notes import complain, tell

# Seconds between two looks; looking never takes more than a tenth of the time.
_PAUSE = 0.5
_SHARE = 10
_CLEAR = "\x1b[2J\x1b[H"

# Time of change and size of each file.
_State = dict[str, tuple[int, int]]


def watching(paths: list[str], config: str | None, baseline: str | None, lang: str, run: Callable[[], int]) -> int:
    """Runs a check now and after every change, until Ctrl-C; returns the exit status of the last.

    `config` and `baseline` are the files that the call names; notes are in the language `lang`.
    """
    if STDIN in paths:
        raise UsageError(Words("--watch 不能用于标准输入", "--watch cannot be used for standard input"))

    def look() -> _State:
        return _state(paths, config, baseline)

    state, status = look(), _once(run, lang)
    try:
        while True:
            tell(word("watching", lang))
            state = _changed(look, state)
            if sys.stdout.isatty():
                sys.stdout.write(_CLEAR)
            status = _once(run, lang)
    except KeyboardInterrupt:
        return status


def _once(run: Callable[[], int], lang: str) -> int:
    try:
        gc.collect()
        with remembering():
            return run()
    except LawcheckError as error:  # a configuration that is being written, perhaps
        complain(error.in_language(lang))
        return 2


def _changed(look: Callable[[], _State], old: _State) -> _State:
    """Waits until something is different from what it was."""
    while True:
        began = time.monotonic()
        state = look()
        if state != old:
            return state
        time.sleep(max(_PAUSE, _SHARE * (time.monotonic() - began)))


def _state(paths: list[str], config: str | None, baseline: str | None) -> _State:
    state: _State = {}
    folders: set[str] = set()
    for path in paths:
        for found in find_documents(path):
            if not isinstance(found, SourceError):
                _look(Path(found), state)
                folders.add(str(Path(found).parent))
    real = [Path(os.path.realpath(name)) for name in folders]
    around = {place for folder in real for place in (folder, *folder.parents)}
    for folder in around:
        for name in (FILE, PYPROJECT, GIT, OWN):
            _look(folder / name, state)
    configurations = [Path(config)] if config else filter(None, map(file_in, around))
    for configuration in configurations:
        for source in sources(configuration):
            for place in (source, *source.glob("*")):  # of a folder with rules, what is in it
                _look(place, state)
    if baseline:
        _look(Path(baseline), state)
    return state


def _look(path: Path, state: _State) -> None:
    try:
        status = path.stat()
    except OSError:  # not there, or not for us: that it comes back is a change
        state[str(path)] = (0, -1)
    else:
        state[str(path)] = (status.st_mtime_ns, status.st_size)
