"""The work of one partition: a function from a partition to its files, whichever engine calls it."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from lawcheck import pipeline
from lawcheck.checks.checked import Checked
from lawcheck.errors import SourceError, Words, fault_words
from lawcheck.reading.files import STDIN, read_stream
from lawcheck.reading.storage import printable, replace_file
from lawcheck.records import dataclass
from lawcheck.running.configuration.layering import Resolved
from lawcheck.running.job import collect
from lawcheck.running.time_limit import TooLong, time_limit
from lawcheck.surfaces.scan.dataset import TABLES, parquet_bytes
from lawcheck.surfaces.scan.document_rows import Rows
from lawcheck.surfaces.scan.partition import Partition
from lawcheck.surfaces.scan.piece_documents import Found, documents_of
from lawcheck.surfaces.scan.planning import Columns

DIED = Words(
    "检查此文件的进程意外终止，可能是内存不足", "the process that checked it has died, perhaps for lack of memory"
)


@dataclass(frozen=True, slots=True)
class ScanJob:
    """What holds for all partitions of a scan: where it writes, what is configured, and the seconds a document has."""

    output: str
    resolved: Resolved
    columns: Columns = Columns()
    seconds: float = 0

    def file(self, table: str, partition: Partition) -> Path:
        """The file of one table of one partition."""
        return Path(self.output, table, f"{partition.name}.parquet")

    def place_file(self, partition: Partition) -> Path:
        """The file that says which document of a partition is being checked."""
        return Path(self.output, "_scan", f"{partition.name}.at")


@dataclass(frozen=True, slots=True)
class PartitionCounts:
    """What a partition held."""

    documents: int
    unchecked: int
    findings: int


def scan_partition(partition: Partition, job: ScanJob, deadly: frozenset[int] = frozenset()) -> PartitionCounts:
    """Checks the documents of a partition and writes a file for each table, all at once each.

    `deadly` are the places of documents, from 0, of which the process has died before: they are not tried again.
    Raises OSError when a file cannot be written.
    """
    rows = Rows()
    with _place_kept(job.place_file(partition)) as keep:
        found = (each for piece in partition.pieces for each in documents_of(piece, job.columns))
        for place, document in enumerate(found):
            keep(place)
            if place in deadly:
                _refuse(rows, document, SourceError(document.name, DIED), job)
            else:
                _scan_document(rows, document, job)
            collect()
        for table in TABLES:
            replace_file(job.file(table, partition), parquet_bytes(table, rows.tables[table]))
    documents = rows.tables["documents"]
    unchecked = sum("error" in row for row in documents)
    return PartitionCounts(len(documents), unchecked, len(rows.tables["findings"]))


def _scan_document(rows: Rows, found: Found, job: ScanJob) -> None:
    if isinstance(found.data, SourceError):
        _refuse(rows, found, found.data, job)
        return
    try:
        with time_limit(job.seconds):
            checked = _checked(found, found.data, job)
            rows.add(found.document, found.name, found.data, checked, job.resolved.language)
    except TooLong:
        why = Words(f"检查超过 {job.seconds:g} 秒", f"takes longer than {job.seconds:g} seconds")
        _refuse(rows, found, SourceError(printable(found.name), why), job)
    except SourceError as error:
        _refuse(rows, found, error, job)
    except Exception as error:  # a fault of lawcheck must not cost the other documents
        _refuse(rows, found, SourceError(printable(found.name), fault_words(error)), job)


def _checked(found: Found, data: bytes, job: ScanJob) -> Checked:
    if not found.is_text:
        return pipeline.check(read_stream(data, found.name), job.resolved.options)
    # The name of a text says nothing of its format.
    return pipeline.check(replace(read_stream(data, STDIN), path=found.name), job.resolved.options)


def _refuse(rows: Rows, found: Found, error: SourceError, job: ScanJob) -> None:
    rows.add_error(found.document, found.name, found.size, error.reason.in_language(job.resolved.language))


class _Place:
    """Writes down which document is next, for whoever finds this process dead."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb", buffering=0)

    def __call__(self, place: int) -> None:
        self._file.seek(0)
        self._file.write(b"%d\n" % place)

    def close(self) -> None:
        """Ends it."""
        self._file.close()


@contextmanager
def _place_kept(path: Path) -> Iterator[_Place]:
    place = _Place(path)
    try:
        yield place
    finally:
        place.close()
        path.unlink(missing_ok=True)


def place_of_death(job: ScanJob, partition: Partition) -> int | None:
    """The place of the document that a process was checking when it died; None when it had begun none."""
    with suppress(OSError, ValueError):
        return int(job.place_file(partition).read_bytes().split(b"\n")[0])
    return None
