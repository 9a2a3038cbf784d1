"""lawcheck beside autocorrect on the same documents, as ratios: seconds say more of the machine than of the programs.

After `npm install --prefix FOLDER autocorrect-node@2.14.0`:
`python -m benchmarks.beside FOLDER/node_modules/.bin/autocorrect`.
"""

import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.documents import statute
from benchmarks.process import LAWCHECK, Cost, run
from benchmarks.results import circumstances, enter

RUNS = 3
MANY, SIZE, LARGE, SMALL = 100, 10_000, 1_000_000, 1_000
CHECK = ("check", "--isolated", "--no-cache")


def median(arguments: Sequence[str], command: Sequence[str], cores: int) -> Cost:
    """The medians of some runs, after one that warms up what the system keeps."""
    run(arguments, command, cores)
    costs = [run(arguments, command, cores) for _ in range(RUNS)]
    return Cost(
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.wall for cost in costs),
        max(cost.memory for cost in costs),
    )


def ratios(autocorrect: str, path: Path, cores: int) -> dict[str, float]:
    """What autocorrect takes for what lawcheck takes: above 1 lawcheck is the faster one, or the smaller."""
    other = median(("--lint", str(path)), (autocorrect,), cores)
    own = median((*CHECK, "--jobs", str(cores), str(path)), LAWCHECK, cores)
    return {
        "cpu": round(other.cpu / own.cpu, 2),
        "wall": round(other.wall / own.wall, 2),
        "memory": round(other.memory / own.memory, 2),
    }


def main(autocorrect: str) -> None:
    """Measures and enters the ratios into results.json."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "many")
        folder.mkdir()
        for seed in range(MANY):
            Path(folder, f"{seed:04}.txt").write_text(statute(SIZE, seed), encoding="utf-8")
        large, small = Path(name, "large.txt"), Path(name, "small.txt")
        large.write_text(statute(LARGE), encoding="utf-8")
        small.write_text(statute(SMALL), encoding="utf-8")
        measured = {
            "one document of 1 KB": ratios(autocorrect, small, 1),
            f"{MANY} documents of {SIZE // 1000} KB, one core": ratios(autocorrect, folder, 1),
            f"{MANY} documents of {SIZE // 1000} KB, two cores": ratios(autocorrect, folder, 2),
            "one document of 1 MB": ratios(autocorrect, large, 1),
        }
    for row, values in measured.items():
        print(row, values)
    enter({"beside_autocorrect": {**circumstances(), "runs": RUNS, "ratios": measured}})


if __name__ == "__main__":
    main(sys.argv[1])
