"""How often a rule is right: `python -m benchmarks.precision draw FOLDER... > sheet`, then `... enter sheet...`.

`draw` shows places of findings in context, at most as many of each rule as asked for, drawn with a seed. A person reads
them in the sheet as a proofreader would and writes `+` (right) or `-` (wrong) into the brackets; what is left blank
does not count. `enter` adds the verdicts up and writes read, right and date into the rule files, and nothing else: the
documents and their sentences stay out of the project.
"""

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from lawcheck.errors import SourceError
from lawcheck.pipeline import check
from lawcheck.reading import find_documents, read_path
from lawcheck.reading.resources import resource_dir
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.messages import words_of
from lawcheck.rulebook.registry import Selection, all_rules
from lawcheck.rulebook.worded import worded

AROUND = 60
PER_RULE = 30
# A rule below its bar is narrowed, or it is in preview.
BARS = {"error": 0.95, "warning": 0.90, "info": 0.90}
_VERDICT = re.compile(r"^\[([+-])\] ([A-Z]{3}\d{3}) ", re.MULTILINE)
_PRECISION = re.compile(r"\n\[precision\]\n(?:[^\n\[]+\n)*")


def places(path: str, options: Options) -> Iterator[tuple[str, str]]:
    """Each place of each finding of a document as a sheet shows it, with the code of its rule."""
    source = read_path(path)
    for issue in check(source, options).diagnostics:
        for number, (start, end) in enumerate(issue.spans):
            before, after = source.text[max(0, start - AROUND) : start], source.text[end : end + AROUND]
            shown = f"{before}⟦{source.text[start : min(end, start + 2 * AROUND)]}⟧{after}".replace("\n", "⏎")
            said = worded(issue, words_of(issue.code), "zh", number).message
            yield issue.code, f"[ ] {issue.code} {issue.severity} {Path(path).name}:{start} {said}\n    {shown}"


def draw(folders: Iterable[str], seed: int, per_rule: int, codes: Sequence[str]) -> str:
    """A sheet of places to be read, by rule."""
    options = Options(tuple(rule for rule in Selection(preview=True).rules() if not codes or rule.code in codes))
    found: defaultdict[str, list[str]] = defaultdict(list)
    for folder in folders:
        for path in find_documents(folder):
            if isinstance(path, SourceError):
                raise path
            for code, place in places(path, options):
                found[code].append(place)
    blocks = []
    for code, shown in sorted(found.items()):
        # Each rule is drawn by itself: another rule that finds more does not change what is read of this one.
        chosen = random.Random(f"{seed} {code}").sample(shown, min(per_rule, len(shown)))
        blocks.append(f"# {code}: {len(chosen)} of {len(shown)}\n" + "\n".join(chosen))
    return "\n\n".join(blocks) + "\n"


def verdicts(sheets: Iterable[str]) -> dict[str, tuple[int, int]]:
    """How many places of each rule were read, and how many of them are right."""
    counted = Counter((code, sign) for sheet in sheets for sign, code in _VERDICT.findall(sheet))
    codes = sorted({code for code, _ in counted})
    return {code: (counted[code, "+"] + counted[code, "-"], counted[code, "+"]) for code in codes}


def with_precision(rule_file: str, read: int, right: int, day: date) -> str:
    """The text of a rule file with these figures instead of those that it had."""
    table = f'\n[precision]\nread = {read}\nright = {right}\ndate = "{day.isoformat()}"\n'
    text = _PRECISION.sub("", rule_file)
    head, summary, rest = text.partition("\n[summary]")
    return head + table + summary + rest


def enter(sheets: Iterable[str], day: date) -> Iterator[str]:
    """Writes the figures into the rule files; yields a line for each rule."""
    severities = {rule.code: rule.severity for rule in all_rules()}
    for code, (read, right) in verdicts(sheets).items():
        (path,) = resource_dir("rules").glob(f"*/{code}-*.toml")
        path.write_text(with_precision(path.read_text(encoding="utf-8"), read, right, day), encoding="utf-8")
        low = " below its bar" if right < BARS[severities[code]] * read else ""
        yield f"{code} {severities[code]:7} {right:3} of {read:3} {right / read:.2f}{low}"


def main(arguments: Sequence[str]) -> None:
    """Runs one of the two commands."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.precision", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw", help="show places to be read")
    drawing.add_argument("folders", nargs="+")
    drawing.add_argument("--seed", type=int, default=1)
    drawing.add_argument("--per-rule", type=int, default=PER_RULE)
    drawing.add_argument("--rule", dest="codes", action="append", default=[], metavar="CODE")
    entering = commands.add_parser("enter", help="write the figures of read sheets into the rule files")
    entering.add_argument("sheets", nargs="+")
    given = parser.parse_args(arguments)
    if given.command == "draw":
        print(draw(given.folders, given.seed, given.per_rule, given.codes), end="")
        return
    for line in enter((Path(sheet).read_text(encoding="utf-8") for sheet in given.sheets), date.today()):
        print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
