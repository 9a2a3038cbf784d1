"""Checks many documents, in their order, and keeps only a few of them in memory."""

from collections import deque
from collections.abc import Generator, Iterable
from contextlib import closing
from dataclasses import dataclass

from lawcheck.configuration.finder import Finder
from lawcheck.errors import LawcheckError, SourceError
from lawcheck.readers import Batch
from lawcheck.running.dispatch import Dispatch
from lawcheck.running.job import Job, Outcome, fault
from lawcheck.running.workers import Chunk, usable_processors

# So much is read ahead for each process, where there are several.
_AHEAD_DOCUMENTS = 64
_AHEAD_BYTES = 16 * 1024 * 1024


def run(paths: Iterable[str], finder: Finder, *, original: bool = False, jobs: int = 0) -> Generator[Outcome]:
    """What comes of each of these documents, in their order, and the same whatever the number of processes.

    `original` undoes the tracked changes of Word files. `jobs` is the number of processes, 0 one for each processor;
    a little work is done without any. Raises what is wrong with the configuration. Has to be closed if it is not used
    up.
    """
    documents = list(paths)
    processes = jobs or usable_processors()
    reading = _Reading(documents, finder, original)
    waiting: deque[_Begun] = deque()
    with closing(Dispatch(processes)) as dispatch:
        for path in documents:
            waiting.append(reading.begin(path, dispatch))
            while _is_far_ahead(waiting, processes):
                yield reading.finish(waiting.popleft(), dispatch)
        while waiting:
            yield reading.finish(waiting.popleft(), dispatch)


@dataclass(slots=True)
class _Begun:
    """A document on its way: its outcome, or the chunk and the place in it where that will be."""

    path: str
    outcome: Outcome | None = None
    size: int = 0
    chunk: Chunk | None = None
    place: int = 0


def _is_far_ahead(waiting: deque[_Begun], processes: int) -> bool:
    if processes == 1:
        return len(waiting) > 0
    most = _AHEAD_BYTES * processes
    return len(waiting) > _AHEAD_DOCUMENTS * processes or sum(begun.size for begun in waiting) > most


class _Reading:
    """Reads documents and hands them on."""

    def __init__(self, documents: list[str], finder: Finder, original: bool) -> None:
        self._finder = finder
        self._original = original
        self._batch = Batch(documents, original)

    def begin(self, path: str, dispatch: Dispatch) -> _Begun:
        """Reads a document and gives it to be checked."""
        options = self._finder.options(path)
        try:
            content = self._batch.content(path)
        except SourceError as error:
            return _Begun(path, error)
        except LawcheckError:
            raise
        except Exception as error:
            return _Begun(path, fault(path, error))
        job = Job(path, content, options, self._original)
        return _Begun(path, None, len(content.data), *dispatch.add(job))

    def finish(self, begun: _Begun, dispatch: Dispatch) -> Outcome:
        """Waits for the outcome of a document."""
        if begun.outcome is None:
            assert begun.chunk is not None
            return dispatch.outcome(begun.chunk, begun.place)
        return begun.outcome
