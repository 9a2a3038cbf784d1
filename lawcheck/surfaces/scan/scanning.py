"""A scan as a whole: planned, begun or gone on with, and counted."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from enum import StrEnum

from lawcheck.errors import SourceError, Words
from lawcheck.reading.storage import printable, unwritable
from lawcheck.records import dataclass
from lawcheck.surfaces.scan import engines
from lawcheck.surfaces.scan.manifest import Manifest, scan_key
from lawcheck.surfaces.scan.partition import PARTITION_BYTES, InputPiece, Partition, partitions_of
from lawcheck.surfaces.scan.planning import pieces_of
from lawcheck.surfaces.scan.scan_partition import PartitionCounts, ScanJob


class EngineChoice(StrEnum):
    """Who does the work."""

    LOCAL = "local"
    RAY = "ray"


@dataclass(frozen=True, slots=True)
class ScanTotals:
    """What a scan held: all of it, and the part that was done before."""

    partitions: int
    done_before: int
    documents: int
    unchecked: int
    findings: int


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine with its address (of Ray; None for a cluster of one's own) and the number of its processes."""

    choice: EngineChoice = EngineChoice.LOCAL
    processes: int = 1
    address: str | None = None

    def run(self, partitions: Sequence[Partition], job: ScanJob) -> Generator[engines.Done]:
        """What comes of each partition, in any order."""
        if self.choice is EngineChoice.RAY:
            return engines.run_ray(partitions, job, self.processes, self.address)
        return engines.run_local(partitions, job, self.processes)


def scan(
    paths: Sequence[str],
    job: ScanJob,
    engine: Engine,
    *,
    partition_bytes: int = PARTITION_BYTES,
    failed: Callable[[SourceError], None] = lambda error: None,
    shown: Callable[[int, int], None] = lambda done, total: None,
) -> ScanTotals:
    """Checks all documents of these inputs into the dataset `job.output`, or what of them is not done yet.

    `failed` is told of inputs that cannot be read, `shown` how many bytes of how many are done.
    Raises UsageError when the folder holds something else, SourceError when it cannot be written.
    """
    manifest = Manifest(job.output)
    try:
        manifest.make_folders()
        key = scan_key(paths, job, partition_bytes)
        if not manifest.exists:
            manifest.write_plan(key, partitions_of(_readable(paths, partition_bytes, failed), partition_bytes))
        partitions = manifest.read_plan(key)
        waiting = [partition for partition in partitions if not manifest.is_done(partition)]
        total = sum(partition.size for partition in partitions)
        done = total - sum(partition.size for partition in waiting)
        before = len(partitions) - len(waiting)
        shown(done, total)
        if waiting:
            with closing(engine.run(waiting, job)) as outcomes:
                for partition, counts in outcomes:
                    manifest.mark_done(partition, counts)
                    done += partition.size
                    shown(done, total)
        return _totals(len(partitions), before, list(manifest.counts(partitions)))
    except OSError as error:
        raise SourceError(printable(str(error.filename or job.output)), unwritable(error)) from error


def _readable(
    paths: Sequence[str], partition_bytes: int, failed: Callable[[SourceError], None]
) -> Iterator[InputPiece]:
    found = False
    for piece in pieces_of(list(paths), partition_bytes):
        if isinstance(piece, SourceError):
            failed(piece)
        else:
            found = True
            yield piece
    if not found:
        raise SourceError(printable(" ".join(paths)), Words("没有可检查的文件", "holds no documents"))


def _totals(partitions: int, before: int, counts: Sequence[PartitionCounts]) -> ScanTotals:
    return ScanTotals(
        partitions,
        before,
        sum(each.documents for each in counts),
        sum(each.unchecked for each in counts),
        sum(each.findings for each in counts),
    )
