"""Many documents in one call: `python -m benchmarks.many`.

How much faster two processes are than one, what the second run over unchanged documents costs, and whether memory grows
with their number. Exit status 1 when two processes are less than 1.8 times as fast as one, the second run takes more
than a tenth of the first, or five times the documents take more than 1.3 times the memory.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.documents import plan, statute
from benchmarks.process import run

DOCUMENTS = 200
BYTES = 16_000
# Documents of a page, to see what each costs in memory.
SMALL = (500, 2_500)
SMALL_BYTES = 1_500
RUNS = 2


@contextmanager
def folder_of(documents: int, size: int) -> Iterator[str]:
    """A folder of plans and statutes, and an empty cache."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as cache:
        for number in range(documents):
            make = statute if number % 2 else plan
            Path(folder, f"{number:05}.txt").write_text(make(size, seed=number), encoding="utf-8")
        before = os.environ.get("XDG_CACHE_HOME")
        os.environ["XDG_CACHE_HOME"] = cache
        try:
            yield folder
        finally:
            os.environ.pop("XDG_CACHE_HOME")
            if before is not None:
                os.environ["XDG_CACHE_HOME"] = before


def measured() -> dict[str, float]:
    """Wall and CPU seconds, and megabytes of memory."""
    result: dict[str, float] = {"documents": DOCUMENTS}
    with folder_of(DOCUMENTS, BYTES) as folder:
        call = ["check", "--isolated", folder]
        result["megabytes"] = round(sum(path.stat().st_size for path in Path(folder).iterdir()) / 1e6, 1)
        for jobs in (1, 2):
            costs = [run([*call, "--no-cache", "--jobs", str(jobs)]) for _ in range(RUNS)]
            result[f"seconds_with_{jobs}"] = round(statistics.median(cost.wall for cost in costs), 2)
            result[f"cpu_seconds_with_{jobs}"] = round(statistics.median(cost.cpu for cost in costs), 2)
        result["first_seconds"] = round(run(call).wall, 2)
        result["second_seconds"] = round(statistics.median(run(call).wall for _ in range(RUNS)), 3)
    for documents in SMALL:
        with folder_of(documents, SMALL_BYTES) as folder:
            cost = run(["check", "--isolated", "--no-cache", folder])
            result[f"memory_of_{documents}"] = round(cost.memory / 1e6, 1)
    return result


def main() -> int:
    """Prints the costs, and how they grow."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    result = measured()
    for key, value in result.items():
        print(f"{key} {value}")
    faster = result["seconds_with_1"] / result["seconds_with_2"]
    again = result["second_seconds"] / result["first_seconds"]
    memory = result[f"memory_of_{SMALL[1]}"] / result[f"memory_of_{SMALL[0]}"]
    print(f"two processes {faster:.2f} times as fast; second run {again:.3f} of the first; memory {memory:.2f} times")
    return int(faster < 1.8 or again > 0.1 or memory > 1.3)


if __name__ == "__main__":
    sys.exit(main())
