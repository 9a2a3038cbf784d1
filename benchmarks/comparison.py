"""Comparing two revisions of a plan of 500 tasks, by itself and as the command."""

import random
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.documents import plan
from benchmarks.process import run
from lawcheck.comparing.compare import compare
from lawcheck.pipeline import parse
from lawcheck.text.source import Source

RUNS = 3
SIZE = 460_000
EDITS = 100


def revised(text: str, seed: int = 1) -> str:
    """The text after scripted edits of whole lines and of words."""
    rng = random.Random(seed)
    lines = text.split("\n")
    for _ in range(EDITS):
        at, other = rng.sample(range(3, len(lines) - 1), 2)
        edit = rng.randrange(4)
        if edit == 0:
            del lines[at]
        elif edit == 1:
            lines.insert(at, lines.pop(other))
        elif edit == 2:
            lines[at] = lines[at].replace("区司法局", "区信访局").replace("2025年", "2026年")
        else:
            lines[at] = lines[at].replace("。", "，并按月公布结果。", 1)
    return "\n".join(lines)


def measured() -> dict[str, object]:
    """Medians of wall seconds; the command parses and checks both documents as well."""
    old = plan(SIZE, units=1)
    new = revised(old)
    documents = [parse(Source(text)) for text in (old, new)]
    seconds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        comparison = compare(*documents)
        seconds.append(time.perf_counter() - start)
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("old.txt", "new.txt")]
        for path, text in zip(paths, (old, new), strict=True):
            path.write_text(text, encoding="utf-8")
        call = ["compare", "--isolated", *map(str, paths)]
        run(call)
        costs = [run(call) for _ in range(RUNS)]
    return {
        "tasks": len(documents[0].tasks),
        "changes": len(comparison.changes),
        "comparison_seconds": round(statistics.median(seconds), 3),
        "command_seconds": round(statistics.median(cost.wall for cost in costs), 3),
    }
