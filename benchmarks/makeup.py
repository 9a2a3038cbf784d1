"""Whether generated text costs as much to check as real text: `python -m benchmarks.makeup GENRE FOLDER`.

The documents of the folder (.txt) and as many bytes of generated ones are checked in turn in one process; CPU
milliseconds per MB of both are printed, as a whole and by the dearest rules. Exit status 1 when the whole differs by
more than 15 % or one of the thirty dearest rules by more than a factor of 1.5.
"""

import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from time import process_time

from benchmarks.documents import plan, run_on_plan, scanned, statute
from lawcheck.checks import engine
from lawcheck.checks.suppress import Suppressions, requests
from lawcheck.fixing.safeguard import doubted, guarded
from lawcheck.pipeline import parse
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.findings import Finding
from lawcheck.rulebook.registry import Selection
from lawcheck.rulebook.rule import Rule
from lawcheck.structure.document import Document
from lawcheck.text.source import Source

GENRES: dict[str, Callable[[int, int], str]] = {
    "plan": plan,
    "run-on": run_on_plan,
    "statute": statute,
    "scan": scanned,
}
Costs = defaultdict[str, float]
DEAREST = 30
WARMING = 9_000


def timed(text: str, options: Options, costs: Costs) -> None:
    """Checks a text and adds up the seconds of each rule and of the whole."""

    def checks(rule: Rule) -> Callable[[Document], Iterable[Finding]]:
        check = engine.check_of(rule)

        def timing(document: Document) -> Sequence[Finding]:
            start = process_time()
            try:
                return list(check(document))
            finally:
                costs[rule.code] += process_time() - start

        return timing

    start = process_time()
    source = Source(text)
    document = parse(source, options.kind)
    costs["parse"] += process_time() - start
    issues = engine.run(document, options.rules, Suppressions(requests(document)), checks)
    doubted(source, guarded(document, issues))
    costs["all"] += process_time() - start


def generated(genre: str, real: Sequence[str]) -> list[str]:
    """Documents as long as real ones."""
    return [GENRES[genre](len(text.encode()), seed) for seed, text in enumerate(real, 1)]


def compared(genre: str, real: Sequence[str]) -> tuple[Costs, Costs]:
    """What rules cost in real and in generated documents: milliseconds per MB."""
    options = Options(tuple(Selection().rules()))
    for make in GENRES.values():
        timed(make(WARMING, 99), options, defaultdict(float))
    made = generated(genre, real)
    costs: tuple[Costs, Costs] = (defaultdict(float), defaultdict(float))
    for pair in zip(real, made, strict=True):
        for text, of_its_kind in zip(pair, costs, strict=True):
            timed(text, options, of_its_kind)
    for texts, of_their_kind in zip((real, made), costs, strict=True):
        size = sum(len(text.encode()) for text in texts)
        for name in of_their_kind:
            of_their_kind[name] *= 1e9 / size
    return costs


def main(genre: str, folder: str, share: str = "1") -> int:
    """Prints both costs and what differs."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.txt"))]
    real, made = compared(genre, random.Random(1).sample(texts, round(len(texts) * float(share))))
    wrong = not 0.85 < made["all"] / real["all"] < 1.15
    print(f"{'all':10} real {real['all']:8.0f}  generated {made['all']:8.0f}  {made['all'] / real['all']:.2f}")
    dearest = sorted(real.keys() - {"all", "parse"}, key=real.__getitem__, reverse=True)[:DEAREST]
    for name in ("parse", *dearest):
        cost, ratio = real[name], made[name] / real[name]
        differs = not 1 / 1.5 < ratio < 1.5
        wrong |= differs
        print(f"{name:10} real {cost:8.0f}  generated {made[name]:8.0f}  {ratio:.2f}{' !' * differs}")
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
