"""Ends runs that write at any moment: `python -m benchmarks.kills [COUNT] [SEED]`.

A folder of texts, Markdown and Word files is fixed by a run that is killed, terminated or interrupted before it is
through. After each every file must be what it was, or what a whole run makes of it; what else lies there is printed.
"""

import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks.packages import docx

SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
_EACH = 12
# One rule is enough: most of the time is to go into writing.
_FIXING = (sys.executable, "-m", "lawcheck", "check", "--isolated", "--select=PUN001", "-q", "--fix")
_TEXT = "示例区便民行动方案\n\n一、总体要求\n健全制度,明确责任。\n"


def documents() -> dict[str, bytes]:
    """The files of the folder, each with something to be fixed."""
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in _TEXT.splitlines())
    kinds = {"txt": _TEXT.encode(), "md": f"# {_TEXT}".encode(), "docx": docx(paragraphs)}
    return {f"{number}.{ending}": data for number in range(_EACH) for ending, data in kinds.items()}


def killed(folder: Path, number: signal.Signals, after: float) -> bool:
    """Has the folder fixed, and ends that after so many seconds; whether it was still at work."""
    process = subprocess.Popen(
        [*_FIXING, str(folder)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(number)
    return process.wait() not in (0, 1)


def filled(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).write_bytes(data)


def main() -> int:
    """Kills and prints what came of it; returns 1 where a file was lost, or something was left by an orderly end."""
    count, seed = (*map(int, sys.argv[1:3]), *(500, 1)[len(sys.argv[1:3]) :])
    signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a run in the background would have its children ignore it
    chance, before = random.Random(seed), documents()
    outcomes: Counter[str] = Counter()
    wrong = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        filled(folder, before)
        subprocess.run([*_FIXING, name], check=False, capture_output=True)
        start = time.perf_counter()
        after = {path.name: path.read_bytes() for path in folder.iterdir()}
        unchanged = [name for name in before if before[name] == after[name]]
        assert not unchanged, f"nothing is fixed in {unchanged}"
        filled(folder, before)
        start = time.perf_counter()
        subprocess.run([*_FIXING, name], check=False, capture_output=True)
        whole = time.perf_counter() - start
        for _ in range(count):
            filled(folder, before)
            number = chance.choice(SIGNALS)
            if not killed(folder, number, chance.uniform(0.1, 1.1) * whole):
                outcomes[f"{number.name}: came too late"] += 1
                continue
            now = {path.name: path.read_bytes() for path in folder.iterdir()}
            lost = [name for name in before if now.get(name) not in (before[name], after[name])]
            left = [name for name in now if name not in before]
            fixed = sum(now.get(name) == after[name] for name in before)
            outcomes[f"{number.name}: {'none' if not fixed else 'all' if fixed == len(before) else 'some'} fixed"] += 1
            outcomes[f"{number.name}: {len(left)} temporary files"] += 1
            if lost or (left and number is not signal.SIGKILL):
                wrong = True
                print(f"{number.name}: lost {lost}, left {left}", flush=True)
            for stray in left:
                (folder / stray).unlink()
    for words, times in sorted(outcomes.items()):
        print(f"{words}: {times}")
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main())
