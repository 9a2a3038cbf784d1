"""Whether a scan outlives the loss of a Ray node: `python -m benchmarks.lost_node`, with lawcheck[ray].

Two nodes are started on this computer; when a part of the documents is done the second one is killed. Exit status 1
when the dataset is not byte for byte that of a scan without Ray.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.documents import statute
from benchmarks.process import run

DOCUMENTS, BYTES = 200, 1_000
KILLED_AFTER = 40
PORT = 26379
RAY = Path(sys.executable).with_name("ray")
QUIET = {"RAY_AUTH_MODE": "disabled", "RAY_USAGE_STATS_ENABLED": "0"}


def started(*options: str) -> "subprocess.Popen[bytes]":
    """A node that ends with its process group."""
    common = ("--node-ip-address", "127.0.0.1", "--num-cpus", "1", "--object-store-memory", "100000000", "--block")
    return subprocess.Popen(
        [str(RAY), "start", *options, *common],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **QUIET},
        start_new_session=True,
    )


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a dataset."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.glob("*/part-*.parquet")}


def kill(node: "subprocess.Popen[bytes]") -> None:
    """Ends a node and what it started, at once."""
    os.killpg(node.pid, signal.SIGKILL)
    node.wait()


def main() -> int:
    """Scans with a node lost on the way, and without Ray, and compares."""
    os.environ.update(QUIET)
    with tempfile.TemporaryDirectory() as name:
        texts, lossy, local = (Path(name, each) for each in ("texts", "lossy", "local"))
        texts.mkdir()
        for seed in range(DOCUMENTS):
            Path(texts, f"{seed:04}.txt").write_text(statute(BYTES, seed), encoding="utf-8")
        nodes = [started("--head", "--port", str(PORT), "--include-dashboard", "false", "--temp-dir", f"{name}/ray")]
        try:
            time.sleep(20)
            nodes.append(started("--address", f"127.0.0.1:{PORT}"))
            time.sleep(15)
            call = [sys.executable, "-m", "lawcheck", "scan", str(texts), "--partition-size", "0"]
            ray = ["--engine", "ray", "--address", f"127.0.0.1:{PORT}", "-o", str(lossy)]
            scan = subprocess.Popen([*call, *ray], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            while scan.poll() is None and len(list(lossy.glob("documents/part-*"))) < KILLED_AFTER:
                time.sleep(0.2)
            done = len(list(lossy.glob("documents/part-*")))
            kill(nodes.pop())
            status = scan.wait()
        finally:
            for node in nodes:
                kill(node)
        run(["scan", str(texts), "--partition-size", "0", "-o", str(local)])
        same = contents(lossy) == contents(local)
        print(f"node lost after {done} of {DOCUMENTS} documents; exit status {status}; same dataset: {same}")
        return int(not same or done >= DOCUMENTS)


if __name__ == "__main__":
    sys.exit(main())
