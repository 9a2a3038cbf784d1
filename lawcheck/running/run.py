"""Checks many documents, in their order, and keeps only a few of them in memory."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from contextlib import closing, suppress
from dataclasses import replace
from functools import partial

from lawcheck.checks.checked import Checked, Parsed, own_rules
from lawcheck.errors import LawcheckError, SourceError
from lawcheck.reading import Batch, FileContent
from lawcheck.records import dataclass
from lawcheck.running.cache import Cache
from lawcheck.running.configuration.finder import Finder
from lawcheck.running.configuration.layering import Resolved
from lawcheck.running.dispatch import Dispatch
from lawcheck.running.job import Chunk, Job, Outcome, fault, usable_processors
from lawcheck.running.key import document_key, options_key
from lawcheck.running.record import pack, unpack

# So much is read ahead for each process, where there are several.
_AHEAD_DOCUMENTS = 64
_AHEAD_BYTES = 16 * 1024 * 1024


def run(
    paths: Iterable[str],
    finder: Finder,
    *,
    original: bool = False,
    jobs: int = 0,
    cache: Cache | None = None,
    limit: float | None = None,
) -> Generator[Outcome]:
    """The outcome of each of these documents, in their order, and the same whatever the number of processes.

    `original` undoes the tracked changes of Word files. `jobs` is the number of processes, 0 one for each processor;
    a little work is done without any. What the cache has is not checked again. A document that takes more than `limit`
    seconds is given up. Raises what is wrong with the configuration. Has to be closed if it is not used up.
    """
    documents = list(paths)
    reading = _Reading(finder, original, cache)
    batch = Batch(documents, original, reading.is_new)
    contents = ((path, partial(batch.content, path)) for path in documents)
    return _run(contents, reading, min(jobs or usable_processors(), len(documents)), limit)


def run_texts(
    texts: Iterable[tuple[str, str]], finder: Finder, *, jobs: int = 1, limit: float | None = None
) -> Generator[Outcome]:
    """The outcome of each of these texts, which come with their names; as `run`."""
    contents = ((name, partial(FileContent, b"", None, text)) for name, text in texts)
    return _run(contents, _Reading(finder, False, None), jobs or usable_processors(), limit)


def _run(
    contents: Iterable[tuple[str, Callable[[], FileContent]]],
    reading: "_Reading",
    processes: int,
    limit: float | None,
) -> Generator[Outcome]:
    waiting: deque[_Begun] = deque()
    size = 0
    with closing(Dispatch(processes, limit)) as dispatch:
        for path, content in contents:
            waiting.append(reading.begin(path, content, dispatch))
            size += waiting[-1].size
            while waiting and _is_far_ahead(len(waiting), size, processes):
                size -= waiting[0].size
                yield reading.finish(waiting.popleft(), dispatch)
        while waiting:
            yield reading.finish(waiting.popleft(), dispatch)


@dataclass(slots=True)
class _Begun:
    """A document on its way: its outcome, or the chunk and the place in it where that will be."""

    outcome: Outcome | None = None
    size: int = 0
    key: bytes = b""
    chunk: Chunk | None = None
    place: int = 0


def _is_far_ahead(documents: int, size: int, processes: int) -> bool:
    """Whether so many documents of so many bytes are read and not yet handed on that it is enough."""
    return processes <= 1 or documents > _AHEAD_DOCUMENTS * processes or size > _AHEAD_BYTES * processes


class _Reading:
    """Reads documents and hands them on, or finds what came of them before."""

    def __init__(self, finder: Finder, original: bool, cache: Cache | None) -> None:
        self._finder = finder
        self._original = original
        self._cache = cache
        self._options_keys: dict[int, bytes] = {}

    def begin(self, path: str, read: Callable[[], FileContent], dispatch: Dispatch) -> _Begun:
        """Reads a document and gives it to be checked."""
        try:
            content = read()
            resolved = self._finder.resolved(path)
            key = self._key(path, content.data, resolved)
            outcome = self._kept(key, path, content, resolved)
        except SourceError as error:
            return _Begun(error)
        except LawcheckError:
            raise
        except Exception as error:
            return _Begun(fault(path, error))
        if outcome:
            return _Begun(outcome)
        job = Job(path, content, resolved, self._original)
        return _Begun(None, content.size, key, *dispatch.add(job))

    def finish(self, begun: _Begun, dispatch: Dispatch) -> Outcome:
        """Waits for the outcome of a document, and keeps it."""
        if begun.outcome is not None:
            return begun.outcome
        assert begun.chunk is not None
        job = begun.chunk.jobs[begun.place]
        outcome = dispatch.outcome(begun.chunk, begun.place)
        if isinstance(outcome, SourceError):
            return outcome
        checked = (
            self._unpacked(outcome, job.path, job.content, job.resolved) if isinstance(outcome, bytes) else outcome
        )
        if self._cache and not checked.crashed:
            self._cache.put(begun.key, outcome if isinstance(outcome, bytes) else pack(outcome))
        return checked

    def _key(self, path: str, data: bytes, resolved: Resolved) -> bytes:
        if self._cache is None:
            return b""
        # What holds for documents lives as long as the finder, so that its address tells it apart.
        if id(resolved) not in self._options_keys:
            self._options_keys[id(resolved)] = options_key(resolved)
        return document_key(path, data, self._options_keys[id(resolved)], self._original)

    def _kept(self, key: bytes, path: str, content: FileContent, resolved: Resolved) -> Checked | None:
        packed = self._cache.get(key) if self._cache else None
        with suppress(ValueError):  # damaged: as if it were not there
            return self._unpacked(packed, path, content, resolved) if packed else None
        return None

    def _unpacked(self, packed: bytes, path: str, content: FileContent, resolved: Resolved) -> Checked:
        checked = unpack(packed, path, content, self._original)
        settings = resolved.settings
        own, docs_url = own_rules(resolved.own_rules, checked.diagnostics), settings.docs_url
        if settings.library:
            # Reports show what the citations mean.
            parsed = checked.parsed
            checked = replace(checked, parsed=Parsed(lambda: replace(parsed.document, settings=settings)))
        return replace(checked, own_rules=own, docs_url=docs_url) if own or docs_url else checked

    def is_new(self, path: str, data: bytes) -> bool:
        """Whether a document has to be checked, its outcome not being known."""
        return self._cache is None or self._cache.get(self._key(path, data, self._finder.resolved(path))) is None
