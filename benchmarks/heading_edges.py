"""Makes heading_edges.tsv of rules/data from folders of documents: `python -m benchmarks.heading_edges FOLDER...`.

The texts have their line breaks: what stands in a line behind an ordinal, or before the first stop behind one, is a
heading, and what follows it begins its text. How clauses begin and end is counted in all lines. A run of one to three
characters gets the logarithm of how much more often it begins, or ends, a heading or clause than it stands anywhere.
`lawcheck/structure/heading_splits.py` says what the figures are good for, and has the other weights.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise
from math import exp, log
from pathlib import Path

from lawcheck.reading.resources import resource_dir
from lawcheck.text.vocabulary.han import HAN

ORDINAL = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}[.．、](?![0-9])|[（(][0-9]{1,2}[）)])"
    r"|第[一二三四五六七八九十百千零〇0-9]+[条章节编]"
)
STOPS, SIGNS = "。；;！？：:", re.compile("[，。；：]")
USABLE = re.compile(f"[{HAN}0-9“”《》（]+")
# Of a heading, and of any clause; fitted with the weights of heading_splits.py.
OF_HEADING = {"begin": 0.2, "end": 0.3}
OF_CLAUSE = {"begin": 0.66, "end": 0.6}
# Runs that are rarer say no more than the shorter ones in them; nor do those whose figure is so near to theirs.
FEWEST = {1: 10, 2: 20, 3: 20}
NEAR = {1: 0.0, 2: 0.5, 3: 0.8}
LONGEST, SHORTEST_TEXT, SHORTEST_CLAUSE = 45, 15, 5
TRUST_HEADING, TRUST_CLAUSE = 200, 6


def headings(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Each heading with the text that follows it."""
    for line, after in pairwise([*lines, ""]):
        if not (mark := ORDINAL.match(line)):
            continue
        said = line[mark.end() :]
        stop = next((at for at, character in enumerate(said) if character in STOPS), len(said))
        text = after if stop == len(said) else said[stop + 1 :]
        if 2 <= stop <= LONGEST and len(text) >= SHORTEST_TEXT and not ORDINAL.match(text):
            yield said[:stop], text


def runs(text: str, side: str) -> Iterator[str]:
    """What a text begins or ends with, of one to three characters."""
    return (text[:n] if side == "begin" else text[-n:] for n in (1, 2, 3) if n <= len(text))


def figures(
    side: str, of_headings: Counter[str], of_clauses: Counter[str], everywhere: Counter[str]
) -> dict[str, float]:
    """The figure of each run that says something of its own."""
    shorter: Callable[[str], str] = (lambda run: run[:-1]) if side == "begin" else (lambda run: run[1:])
    total, headed, ended = (
        sum(count for run, count in counts.items() if len(run) == 1) for counts in (everywhere, of_headings, of_clauses)
    )
    usual = ended / total
    # What is said of the run without its last, or first, character is believed of one that was seldom seen.
    heading, clause, found = {"": 0.0}, {"": 0.0}, {"*": 0.0}
    for run in sorted(everywhere, key=len):
        if everywhere[run] < FEWEST[len(run)] or not USABLE.fullmatch(run):
            continue
        share = everywhere[run] / total
        before = exp(heading.get(shorter(run), 0.0))
        heading[run] = log((of_headings[run] / share + TRUST_HEADING * before) / (headed + TRUST_HEADING))
        before = usual * exp(clause.get(shorter(run), 0.0))
        clause[run] = log((of_clauses[run] + TRUST_CLAUSE * before) / (everywhere[run] + TRUST_CLAUSE) / usual)
        value = OF_HEADING[side] * heading[run] + OF_CLAUSE[side] * clause[run]
        back = next((found[r] for r in (shorter(run), shorter(shorter(run))) if r in found), None)
        if back is None or abs(value - back) >= NEAR[len(run)]:
            found[run] = value
    return found


def main(folders: list[str]) -> None:
    """Writes the table."""
    of_headings: dict[str, Counter[str]] = {"begin": Counter(), "end": Counter()}
    of_clauses: dict[str, Counter[str]] = {"begin": Counter(), "end": Counter()}
    everywhere: Counter[str] = Counter()
    for path in (path for folder in folders for path in sorted(Path(folder).glob("*.txt"))):
        lines = ["".join(line.split()) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        for heading, text in headings(lines):
            of_headings["end"].update(runs(heading, "end"))
            of_headings["begin"].update(runs(text, "begin"))
        for clause in (clause for line in lines for clause in SIGNS.split(ORDINAL.sub("", line, count=1))):
            if len(clause) >= SHORTEST_CLAUSE:
                for side, counts in of_clauses.items():
                    counts.update(runs(clause, side))
                everywhere.update(clause[at : at + n] for n in (1, 2, 3) for at in range(len(clause) - n + 1))
    rows = []
    for side in ("begin", "end"):
        by_value: defaultdict[float, list[str]] = defaultdict(list)
        for run, value in figures(side, of_headings[side], of_clauses[side], everywhere).items():
            by_value[round(value * 5) / 5].append(run)
        rows += [f"{side}\t{value:g}\t{' '.join(sorted(by_value[value]))}\n" for value in sorted(by_value)]
    file = resource_dir("rules") / "data" / "heading_edges.tsv"
    head = [line for line in file.read_text(encoding="utf-8").splitlines(keepends=True) if line.startswith("#")]
    file.write_text("".join([*head, *rows]), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
