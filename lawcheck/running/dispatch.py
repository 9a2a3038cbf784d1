"""Gathers documents into chunks, and has them checked in this process or, where there is much to do, in others."""

from typing import TYPE_CHECKING

from lawcheck.running.job import Chunk, Job, Outcome, Packed, check_job

if TYPE_CHECKING:
    from lawcheck.running.workers import Workers

# A process is given so much at once,
_CHUNK_JOBS = 8
_CHUNK_BYTES = 256 * 1024
# and none is started for less than this.
_FEW_JOBS = 16
_FEW_BYTES = 2 * 1024 * 1024


class Dispatch:
    """Takes documents and gives their outcomes; `processes` is the most that are started.

    With a `limit`, the seconds that each document may take, every document goes to a process, which can be ended.
    """

    def __init__(self, processes: int, limit: float | None = None) -> None:
        self._processes = processes
        self._limit = limit
        self._elsewhere = processes > 1 or limit is not None
        self._workers: Workers | None = None
        self._open = Chunk()
        self._unsent: list[Chunk] = []
        self._jobs = self._bytes = 0

    def add(self, job: Job) -> tuple[Chunk, int]:
        """Takes a document; tells in which chunk and at which place in it its outcome will be."""
        chunk, size = self._open, job.content.size
        chunk.jobs.append(job)
        chunk.size += size
        self._jobs += 1
        self._bytes += size
        place = len(chunk.jobs) - 1
        if len(chunk.jobs) == _CHUNK_JOBS or chunk.size >= _CHUNK_BYTES:
            self._open = Chunk()
            if self._elsewhere:
                self._unsent.append(chunk)
                self._send()
        return chunk, place

    def outcome(self, chunk: Chunk, place: int) -> Outcome | Packed:
        """The outcome of a document, when it is known."""
        if not chunk.sent and chunk is self._open and self._elsewhere:
            self._unsent.append(chunk)
            self._open = Chunk()
        self._send()
        if chunk.sent and self._workers:
            self._workers.wait_for(chunk, place)
        else:
            chunk.outcomes += map(check_job, chunk.jobs[len(chunk.outcomes) : place + 1])
        return chunk.outcomes[place]

    def close(self) -> None:
        """Ends the processes."""
        if self._workers:
            self._workers.close()

    def _send(self) -> None:
        """Sends what has gathered, if it is worth a process."""
        if self._unsent and (self._limit or self._jobs > _FEW_JOBS or self._bytes > _FEW_BYTES):
            self._workers = self._workers or self._started()
            for chunk in self._unsent:
                self._workers.send(chunk)
            self._unsent.clear()

    def _started(self) -> "Workers":
        from lawcheck.running.workers import Workers  # takes long to import, and a few documents do without

        return Workers(self._processes, self._limit)
