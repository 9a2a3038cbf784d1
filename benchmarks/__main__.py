"""Throughput, start-up and memory of the command line, each in a process of its own; a table and results.json."""

import os
import statistics
import tempfile
from pathlib import Path

from benchmarks import many
from benchmarks.documents import plan, run_on_plan, scanned, statute
from benchmarks.process import run
from benchmarks.results import circumstances, enter

RUNS = 3
# A document of this size is measured once.
LARGE = 10_000_000


def main() -> None:
    """Runs every document some times and prints medians."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    rows: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory() as folder:
        documents = {
            "plan 1 KB": plan(1_000),
            "plan 15 KB": plan(15_000),
            "statute 15 KB": statute(15_000),
            "scan 15 KB": scanned(15_000),
            "plan 1 MB": plan(1_000_000),
            "statute 1 MB": statute(1_000_000),
            "run-on plan 1 MB": run_on_plan(1_000_000),
            "scan 300 KB": scanned(300_000),
            "plan 10 MB": plan(LARGE),
        }
        for name, text in documents.items():
            path = Path(folder, f"{name}.txt")
            path.write_text(text, encoding="utf-8")
            size = path.stat().st_size
            call = ["check", "--isolated", "--no-cache", str(path)]
            costs = [run(call) for _ in range(RUNS if size < LARGE else 1)]
            cpu = statistics.median(cost.cpu for cost in costs)
            wall = statistics.median(cost.wall for cost in costs)
            memory = max(cost.memory for cost in costs)
            rows.append(
                {
                    "document": name,
                    "bytes": size,
                    "cpu_seconds": round(cpu, 3),
                    "wall_seconds": round(wall, 3),
                    "megabytes_per_cpu_second": round(size / 1e6 / cpu, 3),
                    "memory_times_text": round(memory / size, 1),
                }
            )
            print("  ".join(f"{key} {value}" for key, value in rows[-1].items()))
    of_many = many.measured()
    # Only now: what this process holds counts as memory of those that it starts.
    from benchmarks import comparison, lsp
    from benchmarks.word import measured

    of_word = measured()
    print("  ".join(f"{key} {value}" for key, value in of_word.items()))
    report = {
        **circumstances(),
        "runs": RUNS,
        "results": rows,
        "word": of_word,
        "many": of_many,
        "language_server": lsp.measured(),
        "comparison": comparison.measured(),
    }
    enter(report)


if __name__ == "__main__":
    main()
