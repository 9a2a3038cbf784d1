"""What a scan is to do, and which partitions are done: kept in the dataset, so that a scan that was ended goes on."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from hashlib import blake2b
from pathlib import Path
from typing import Any

from lawcheck.errors import UsageError, Words
from lawcheck.reading.storage import replace_file
from lawcheck.running.key import options_key, program_key
from lawcheck.surfaces.scan.dataset import TABLES
from lawcheck.surfaces.scan.partition import Partition, restored
from lawcheck.surfaces.scan.scan_partition import PartitionCounts, ScanJob

_FOLDER = "_scan"
_FORMAT = 1


class Manifest:
    """The plan of a scan and what came of its partitions, in the folder `_scan` of the dataset."""

    def __init__(self, output: str) -> None:
        self._output = Path(output)
        self._folder = self._output / _FOLDER
        self._plan = self._folder / "plan.jsonl"

    @property
    def exists(self) -> bool:
        """Whether a scan was planned here."""
        return self._plan.is_file()

    def make_folders(self) -> None:
        """Makes the folder of the dataset; raises UsageError where it holds something else."""
        if self._output.exists() and not self.exists and any(self._output.iterdir()):
            raise UsageError(
                Words(
                    f"{self._output}：目录不是空的，也不是扫描的结果；请另选目录",
                    f"{self._output}: is not empty and no dataset of a scan; please choose another folder",
                )
            )
        for name in (_FOLDER, *TABLES):
            (self._output / name).mkdir(parents=True, exist_ok=True)

    def write_plan(self, key: str, partitions: Iterable[Partition]) -> None:
        """Writes the plan of a new scan."""
        lines = [json.dumps({"format": _FORMAT, "key": key})]
        lines += [json.dumps(partition.plain(), ensure_ascii=False) for partition in partitions]
        replace_file(self._plan, "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass"))

    def read_plan(self, key: str) -> list[Partition]:
        """The partitions that were planned here; raises UsageError when it was for something else."""
        first, *lines = self._plan.read_bytes().decode("utf-8", "surrogatepass").splitlines()
        if json.loads(first) != {"format": _FORMAT, "key": key}:
            raise UsageError(
                Words(
                    f"{self._output}：里面是另一次扫描（文件、选项或者 lawcheck 的版本不同）；请另选目录，或者先删去它",
                    f"{self._output}: holds another scan (other documents, options or another lawcheck); "
                    "please choose another folder, or delete it first",
                )
            )
        return [restored(json.loads(line)) for line in lines]

    def is_done(self, partition: Partition) -> bool:
        """Whether all files of a partition are written."""
        return self._mark(partition).is_file()

    def mark_done(self, partition: Partition, counts: PartitionCounts) -> None:
        """Notes that all files of a partition are written, and what it held."""
        replace_file(self._mark(partition), json.dumps(asdict(counts)).encode())

    def counts(self, partitions: Iterable[Partition]) -> Iterator[PartitionCounts]:
        """What the partitions held that are done."""
        for partition in partitions:
            if self.is_done(partition):
                yield PartitionCounts(**json.loads(self._mark(partition).read_bytes()))

    def _mark(self, partition: Partition) -> Path:
        return self._folder / f"{partition.name}.json"


def scan_key(paths: Sequence[str], job: ScanJob, partition_bytes: int) -> str:
    """By what two calls are the same scan: the same inputs, options and program."""
    plain: list[Any] = [list(paths), asdict(job.columns), job.seconds, partition_bytes, job.resolved.language]
    digest = blake2b(digest_size=16)
    for part in (program_key(), options_key(job.resolved), repr(plain).encode("utf-8", "surrogatepass")):
        digest.update(part)
    return digest.hexdigest()
