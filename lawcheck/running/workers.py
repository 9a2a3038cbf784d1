"""Checks documents in other processes; one that dies costs only the document that it died of."""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from time import monotonic
from typing import TypeAlias

from lawcheck.checks.checked import Checked
from lawcheck.errors import LawcheckError, SourceError, UsageError, Words
from lawcheck.reading.storage import cause, printable
from lawcheck.records import dataclass
from lawcheck.running.configuration.layering import Resolved
from lawcheck.running.job import Chunk, Job, Packed, check_job
from lawcheck.running.record import pack
from lawcheck.running.time_limit import late

_DIED = Words(
    "检查此文件的进程意外终止，可能是内存不足", "the process that checked it has died, perhaps for lack of memory"
)
# Seconds for a process to end that was told to.
_PATIENCE = 5.0


# Documents go out with a number for what holds for them; outcomes come back.
_Ours: TypeAlias = "Connection[list[tuple[int, Job]], Packed | LawcheckError]"
_Theirs: TypeAlias = "Connection[Packed | LawcheckError, list[tuple[int, Job]]]"


@dataclass(slots=True, eq=False)
class _Worker:
    process: BaseProcess
    connection: _Ours
    chunk: Chunk | None = None
    # When it began with the document that it is at.
    since: float = 0.0

    def give(self, chunk: Chunk) -> None:
        """Hands over what is to be done; that the process has died is noticed when nothing comes back."""
        self.chunk, self.since = chunk, monotonic()
        with suppress(OSError):
            self.connection.send([(id(job.resolved), job) for job in chunk.waiting])

    def end(self) -> None:
        """Waits for a process that has died or was told to."""
        self.connection.close()
        self.process.join(_PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


class Workers:
    """Some processes, each started when there is something for it to do.

    One that is at a document for more than `limit` seconds is ended, which costs that document alone.
    """

    def __init__(self, most: int, limit: float | None = None) -> None:
        self._most = most
        self._limit = limit
        self._workers: list[_Worker] = []

    def send(self, chunk: Chunk) -> None:
        """Has a process check a chunk, as soon as one is free."""
        chunk.sent = True
        while True:
            for worker in self._workers:
                if worker.chunk is None:
                    if not worker.process.is_alive():
                        self._restart(worker)
                    worker.give(chunk)
                    return
            if len(self._workers) < self._most:
                self._workers.append(_Worker(*_start()))
            else:
                self._receive()

    def wait_for(self, chunk: Chunk, place: int) -> None:
        """Waits until the outcome of one document of a chunk that was sent is there."""
        while len(chunk.outcomes) <= place:
            self._receive()

    def close(self) -> None:
        """Ends all processes, whatever they are at."""
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def _receive(self) -> None:
        """Waits until there is something from one of the processes, and takes it."""
        busy = {worker.connection: worker for worker in self._workers if worker.chunk}
        for connection in wait(busy, self._patience(busy.values())):
            self._take(next(worker for own, worker in busy.items() if own is connection))
        for worker in busy.values():
            if self._limit is not None and worker.chunk and monotonic() - worker.since >= self._limit:
                worker.process.kill()
                self._fail(worker, late(self._limit))

    def _patience(self, busy: Iterable[_Worker]) -> float | None:
        """How long there is to wait until one of the processes is late."""
        if self._limit is None:
            return None
        return max(0.0, self._limit - (monotonic() - min(worker.since for worker in busy)))

    def _fail(self, worker: _Worker, why: Words) -> None:
        """Gives up the document that a process is at, and has another one go on with the rest."""
        chunk = worker.chunk
        assert chunk is not None
        chunk.outcomes.append(SourceError(printable(chunk.waiting[0].path), why))
        self._restart(worker)
        if chunk.waiting:
            worker.give(chunk)
        else:
            worker.chunk = None

    def _take(self, worker: _Worker) -> None:
        chunk = worker.chunk
        assert chunk is not None
        try:
            outcome = worker.connection.recv()
        except (EOFError, OSError):
            self._fail(worker, _DIED)
        else:
            worker.since = monotonic()
            if isinstance(outcome, LawcheckError) and not isinstance(outcome, SourceError):
                raise outcome
            chunk.outcomes.append(outcome)
            if not chunk.waiting:
                worker.chunk = None

    def _restart(self, worker: _Worker) -> None:
        worker.end()
        worker.process, worker.connection = _start()


def _start() -> tuple[BaseProcess, _Ours]:
    """A new process, and the connection to it."""
    # A fork has everything loaded, but must not happen beside threads, which it would cut off in the middle.
    forks = sys.platform == "linux" and threading.active_count() == 1
    new = multiprocessing.get_context("fork").Process if forks else multiprocessing.get_context("spawn").Process
    ours, theirs = multiprocessing.Pipe()
    process = new(target=_work, args=(theirs,), daemon=True)
    try:
        with _signals_held():
            process.start()
    except OSError as error:
        why = cause(error)
        raise UsageError(
            Words(f"不能启动进程（{why.zh}）；请用 --jobs 1", f"cannot start a process ({why.en}); please use --jobs 1")
        ) from error
    theirs.close()  # else the end of the process would not be noticed
    return process, ours


# What ends a call: Windows has no SIGHUP.
_ENDING = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}


@contextmanager
def _signals_held() -> Iterator[None]:
    """Holds back what would end a new process until it answers as one of ours, and we know the process.

    Until then it has the handlers of the first process, which would raise an exception in the middle of its birth.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(connection: _Theirs) -> None:
    """What a process does: it takes chunks and hands back one outcome after another, until it is ended."""
    for number in _ENDING:  # the first process ends the others; at Ctrl-C too
        signal.signal(number, signal.SIG_IGN if number == signal.SIGINT else signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.freeze()
    known: dict[int, Resolved] = {}
    with suppress(EOFError, OSError):  # the first process is gone
        while True:
            for number, job in connection.recv():
                # What holds for many documents comes with each chunk anew, but its rules are found once.
                resolved = known.setdefault(number, job.resolved)
                try:
                    outcome = check_job(replace(job, resolved=resolved))
                    connection.send(pack(outcome) if isinstance(outcome, Checked) else outcome)
                except LawcheckError as error:
                    connection.send(error)


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
