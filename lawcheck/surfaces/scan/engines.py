"""Who does the work of the partitions: processes of this computer, or a Ray cluster.

An engine takes partitions and gives what came of each, in any order; the files that they write are the same.
"""

import logging
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeAlias

from lawcheck.errors import UsageError, Words
from lawcheck.records import dataclass
from lawcheck.surfaces.scan.partition import Partition
from lawcheck.surfaces.scan.scan_partition import PartitionCounts, ScanJob, place_of_death, scan_partition

# A document of which a process has died twice is passed over.
_TRIES = 2
_PATIENCE = 5.0
_RETRIES = 3

# What came of a partition: its counts, or why nothing could be written.
Done: TypeAlias = "tuple[Partition, PartitionCounts]"


@dataclass(slots=True)
class _Task:
    """A partition to be done, and what is known of documents that processes died of."""

    partition: Partition
    deadly: frozenset[int] = frozenset()
    died_at: int | None = None
    deaths: int = 0

    def after_death(self, place: int | None) -> "_Task":
        """The task to be tried again; the document that was the second one's end is passed over."""
        deaths = self.deaths + 1 if place == self.died_at else 1
        if place is not None and deaths >= _TRIES:
            return _Task(self.partition, self.deadly | {place})
        if deaths > 2 * _TRIES:
            raise UsageError(
                Words(
                    f"{self.partition.name}：进程一再意外终止",
                    f"{self.partition.name}: its processes die again and again",
                )
            )
        return _Task(self.partition, self.deadly, place, deaths)


@dataclass(slots=True, eq=False)
class _Worker:
    process: BaseProcess
    connection: "Connection[Any, Any]"
    task: _Task | None = None


def run_local(partitions: Iterable[Partition], job: ScanJob, processes: int) -> Generator[Done]:
    """Has processes of this computer do the work; they end with the call. Raises OSError for what cannot be written."""
    waiting = deque(map(_Task, partitions))
    workers: list[_Worker] = []
    try:
        while waiting or any(worker.task for worker in workers):
            for worker in workers:
                if worker.task is None and waiting:
                    _give(worker, waiting.popleft())
            while waiting and len(workers) < processes:
                workers.append(_started(job))
                _give(workers[-1], waiting.popleft())
            busy = {worker.connection: worker for worker in workers if worker.task}
            for connection in wait(list(busy)):
                worker = busy[connection]  # type: ignore[index]
                task = worker.task
                assert task is not None
                worker.task = None
                try:
                    outcome = worker.connection.recv()
                except (EOFError, OSError):
                    _end(worker)
                    workers.remove(worker)
                    waiting.appendleft(task.after_death(place_of_death(job, task.partition)))
                else:
                    if isinstance(outcome, BaseException):
                        raise outcome
                    yield task.partition, outcome
    finally:
        for worker in workers:
            worker.process.terminate()
        for worker in workers:
            _end(worker)


def _give(worker: _Worker, task: _Task) -> None:
    worker.task = task
    with suppress(OSError):  # that it has died is noticed when nothing comes back
        worker.connection.send((task.partition, task.deadly))


def _started(job: ScanJob) -> _Worker:
    # A process that is forked beside the threads of Arrow may stand still for ever.
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, job), daemon=True)
    process.start()
    theirs.close()  # else the end of the process would not be noticed
    return _Worker(process, ours)


def _end(worker: _Worker) -> None:
    worker.connection.close()
    worker.process.join(_PATIENCE)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()


def _work(connection: "Connection[Any, Any]", job: ScanJob) -> None:
    """What a process does: one partition after another, until it is ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends the others
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):  # the first process is gone
        while True:
            partition, deadly = connection.recv()
            try:
                connection.send(scan_partition(partition, job, deadly))
            except OSError as error:
                connection.send(error)


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def run_ray(partitions: Iterable[Partition], job: ScanJob, processes: int, address: str | None) -> Generator[Done]:
    """Has a Ray cluster do the work: that of `address`, or one on this computer that ends with the call.

    Ray tries again what a lost node was at. The dataset must be a folder that all nodes have.
    """
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # it would tell its makers
    ray: Any = import_module("ray")
    own = address is None
    options: dict[str, Any] = {"num_cpus": processes, "include_dashboard": False} if own else {"address": address}
    try:
        ray.init(log_to_driver=False, logging_level=logging.ERROR, **options)
    except (ConnectionError, ValueError, RuntimeError) as error:
        why = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise UsageError(Words(f"不能连接 Ray 集群：{why}", f"cannot connect to the Ray cluster: {why}")) from error
    try:
        scan = ray.remote(num_cpus=1, max_retries=_RETRIES)(scan_partition)
        shared = ray.put(job)
        waiting = deque(map(_Task, partitions))
        running: dict[Any, _Task] = {}
        while waiting or running:
            most = max(1, int(ray.cluster_resources().get("CPU", processes))) * 2
            while waiting and len(running) < most:
                task = waiting.popleft()
                running[scan.remote(task.partition, shared, task.deadly)] = task
            ready, _ = ray.wait(list(running), num_returns=1)
            for reference in ready:
                task = running.pop(reference)
                try:
                    yield task.partition, ray.get(reference)
                except ray.exceptions.RayTaskError as error:
                    raise error.cause if isinstance(error.cause, Exception) else error from error
                except (ray.exceptions.WorkerCrashedError, ray.exceptions.NodeDiedError):
                    waiting.appendleft(task.after_death(place_of_death(job, task.partition)))
    finally:
        ray.shutdown()
