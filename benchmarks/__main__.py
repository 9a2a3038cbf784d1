"""Throughput, start-up and memory of the command line, each in a process of its own; a table and results.json."""

import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from benchmarks.documents import plan, statute

RUNS = 5
RESULTS = Path(__file__).parent / "results.json"


def run(path: Path) -> tuple[float, float, int]:
    """CPU seconds, wall seconds and peak memory in bytes of one `lawcheck check` with the default rules."""
    command = [sys.executable, "-m", "lawcheck", "check", "--isolated", str(path)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    # The peak of this child alone: RUSAGE_CHILDREN keeps the highest of all, so documents run from small to large.
    done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode > 1:
        raise SystemExit(f"{path}: exit status {done.returncode}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, wall, after.ru_maxrss * 1024


def main() -> None:
    """Runs every document some times and prints medians."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    rows: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory() as folder:
        documents = {
            "plan 1 KB": plan(1_000),
            "plan 1 MB": plan(1_000_000),
            "statute 1 MB": statute(1_000_000),
            "run-on plan 1 MB": plan(1_000_000).replace("\n", ""),
            "plan 10 MB": plan(10_000_000),
        }
        for name, text in documents.items():
            path = Path(folder, f"{name}.txt")
            path.write_text(text, encoding="utf-8")
            size = path.stat().st_size
            run(path)
            measured = [run(path) for _ in range(RUNS)]
            cpu = statistics.median(m[0] for m in measured)
            wall = statistics.median(m[1] for m in measured)
            memory = max(m[2] for m in measured)
            rows.append(
                {
                    "document": name,
                    "bytes": size,
                    "cpu_seconds": round(cpu, 3),
                    "wall_seconds": round(wall, 3),
                    "megabytes_per_cpu_second": round(size / 1e6 / cpu, 2),
                    "memory_times_text": round(memory / size, 1),
                }
            )
            print("  ".join(f"{key} {value}" for key, value in rows[-1].items()))
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    report = {"date": date.today().isoformat(), "machine": machine, "runs": RUNS, "results": rows}
    RESULTS.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
