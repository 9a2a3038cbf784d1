"""Which branches of lawcheck the tests go through: `make tests` names a folder, where each process writes what it saw.

`python -m slipcover` would also measure the process that only hands the tests out, which reads all modules at the end;
and it takes its probes out of what has been seen whenever a line was met 50 times more, for which it goes through all
modules each time.
"""

import json
import os
from pathlib import Path

from slipcover import FileMatcher, ImportManager, Slipcover

ROOT = Path(__file__).parent.parent
SOURCE = [str(ROOT / "lawcheck")]
FOLDER = os.environ.get("LAWCHECK_COVERAGE")
WORKER = os.environ.get("PYTEST_XDIST_WORKER")
OFTEN = 100_000

_seen = Slipcover(branch=True, source=SOURCE, d_miss_threshold=OFTEN) if FOLDER and WORKER else None
if _seen:
    # What was loaded before has no probes.
    ImportManager(_seen, FileMatcher(SOURCE)).__enter__()


def write() -> None:
    """Writes what this process saw, at its end."""
    if _seen:
        (ROOT / FOLDER / f"{WORKER}.json").write_text(json.dumps(_seen.get_coverage()), "utf-8")
