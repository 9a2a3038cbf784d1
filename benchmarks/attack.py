"""Attacks lawcheck with whatever may come: `python -m benchmarks.attack SECONDS [--state FILE] [--kind KIND]`.

Nothing may raise but a LawcheckError, take more than ten seconds of a processor or a gibibyte, or lose by a safe fix
what a document has. What does is printed with its kind and number, of which `--kind KIND --number NUMBER` makes the
same case again. With a state the next run goes on where this one ends; COUNTS says how far. Each case runs in a process
that is ended when it takes too long. A few seconds of it are a test.
"""

import argparse
import json
import multiprocessing
import os
import random
import resource
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter

from benchmarks.attacks.files import packages, pdfs
from benchmarks.attacks.pieces import examples
from benchmarks.attacks.services import agents, editors, page
from benchmarks.attacks.settings import configurations, histories, ignore_files
from benchmarks.attacks.texts import encodings, texts, verify
from lawcheck.errors import LawcheckError

Case = Callable[[random.Random, Path], None]

# How many cases of each kind there are to be.
COUNTS: dict[Case, int] = {
    texts: 1_000_000,
    encodings: 20_000,
    packages: 100_000,
    pdfs: 1_000,
    configurations: 20_000,
    ignore_files: 1_000,
    histories: 2_000,
    page: 4_000,
    editors: 3_000,
    agents: 3_000,
}
KINDS = {kind.__name__: kind for kind in COUNTS}
LONGEST_SECONDS = 10.0
MOST_MEMORY = 2**30
# No case waits so long for anything, however busy the machine is.
_LONGEST_WAIT = 300.0
# A process takes so many seconds of cases, all of one kind.
_TURN_SECONDS = 60.0
# One of so many examples is enough to have the rules loaded.
_EACH = 20


@dataclass
class State:
    """How many cases of each kind have run, and what has gone wrong: for each fault the cases that show it."""

    done: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    faults: dict[str, list[str]] = field(default_factory=dict)

    def next_kind(self, kinds: list[str]) -> str | None:
        """Of the kinds that one which is furthest from its end; None where all are there."""
        shares = {name: self.done.get(name, 0) / COUNTS[KINDS[name]] for name in kinds}
        name = min(shares, key=lambda kind: shares[kind])
        return name if shares[name] < 1 else None

    def save(self, path: Path) -> None:
        """Writes it, in the place of the last."""
        new = path.with_suffix(".new")
        new.write_text(json.dumps({"done": self.done, "faults": self.faults}, indent=1, ensure_ascii=False))
        new.replace(path)


def attack(seconds: float, state: State, kinds: list[str], path: Path | None = None) -> Iterator[str]:
    """What goes wrong in so many seconds, in words; the state goes on with each process, and is kept."""
    # Here, where all processes begin: what rules load when they first meet a text is loaded once.
    verify("\n".join(examples()[::_EACH]), "a.txt", "auto")
    begin = perf_counter()
    while (left := seconds - (perf_counter() - begin)) > 0 and (name := state.next_kind(kinds)):
        for number, fault in turn(name, state.done.get(name, 0), min(_TURN_SECONDS, left, seconds / len(kinds))):
            state.done[name] = number + 1
            if fault:
                state.faults.setdefault(f"{name}: {fault.splitlines()[-1]}", []).append(str(number))
                yield f"{name} {number}: {fault}"
        if path:
            state.save(path)


def turn(name: str, number: int, seconds: float) -> Iterator[tuple[int, str]]:
    """The outcomes of the cases of a kind from a number on: what has gone wrong, or nothing."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_serve, args=(name, number, seconds, ours, theirs))
    process.start()
    theirs.close()
    try:
        while True:
            number, fault = ours.recv()
            yield number, fault
            number += 1
    except EOFError:
        process.join()
    finally:
        process.kill()
    if process.exitcode:
        yield number, _END.get(-process.exitcode, f"ended by itself: {process.exitcode}")


_END = {
    signal.SIGPROF: f"took more than {LONGEST_SECONDS:.0f} s",
    signal.SIGALRM: f"waited for more than {_LONGEST_WAIT:.0f} s",
}


def _serve(name: str, number: int, seconds: float, other_end: Connection, pipe: Connection) -> None:
    """Runs cases of a kind until the time is over, in a process of its own, whose output nobody sees."""
    other_end.close()  # so that it ends with the one that listens there
    for stream in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
    begin = perf_counter()
    while True:
        fault = outcome(name, number)
        memory = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        if memory * 1024 > MOST_MEMORY:
            fault = fault or f"took {memory >> 10} MiB"
        pipe.send((number, fault))
        number += 1
        if perf_counter() - begin > seconds or memory * 1024 > MOST_MEMORY or number >= COUNTS[KINDS[name]]:
            return


def outcome(name: str, number: int) -> str:
    """What goes wrong in a case, or nothing; the system ends a process whose case takes too long."""
    # The process dies of either signal, whatever it is doing.
    signal.setitimer(signal.ITIMER_PROF, LONGEST_SECONDS)
    signal.setitimer(signal.ITIMER_REAL, _LONGEST_WAIT)
    try:
        with tempfile.TemporaryDirectory() as folder:
            KINDS[name](random.Random(f"{name} {number}"), Path(folder))
    except LawcheckError:
        pass
    except Exception:
        return traceback.format_exc().rstrip()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
    return ""


def main() -> int:
    """Attacks for as many seconds as the call says; returns 1 where something has gone wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seconds", type=float, nargs="?", default=60.0)
    parser.add_argument("--state", type=Path, help="a file to go on from, and to be written")
    parser.add_argument("--kind", choices=KINDS, action="append", help="only this kind, may be repeated")
    parser.add_argument("--number", type=int, help="this one case of the kind, here")
    options = parser.parse_args()
    if options.number is not None:
        print(fault := outcome(options.kind[0], options.number))
        return int(fault != "")
    path: Path | None = options.state
    state = State(**json.loads(path.read_text())) if path and path.exists() else State()
    for line in attack(options.seconds, state, options.kind or list(KINDS), path):
        print(line, flush=True)
    for name, count in state.done.items():
        print(f"{name}: {count} of {COUNTS[KINDS[name]]}", file=sys.stderr)
    for fault, cases in sorted(state.faults.items(), key=lambda item: -len(item[1])):
        print(f"{len(cases)} × {fault[:300]} ({', '.join(cases[:3])})", file=sys.stderr)
    return int(state.faults != {})


if __name__ == "__main__":
    sys.exit(main())
