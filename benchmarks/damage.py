"""How much damage to fixed names is found: `python -m benchmarks.damage [--kind KIND] [--show N]`.

Phrases, bodies and laws of the tables are drawn with a seed, damaged in eight ways, and put into sentences of our own.
A name counts as found when an error or warning touches it. What happens to be another known name is drawn anew.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from functools import cache

from lawcheck import check_text
from lawcheck.checks.likelihood import cut
from lawcheck.reading.resources import rows
from lawcheck.text.vocabulary.han import has_han

EACH = 1000
PER_DOCUMENT = 200
SENTENCES = {
    "phrase": (
        "全区各部门要深入贯彻{}，确保各项工作取得实效。",
        "会议强调，要把{}作为今年的重点任务。",
        "加强对{}的宣传，引导居民参与。",
        "一是落实{}要求，二是完善考核办法。",
        "围绕“{}”组织一次专题学习。",
        "各街道在推进{}方面进步明显。",
        "坚持{}、注重实际效果，形成长效机制。",
    ),
    "body": (
        "本办法由{}负责解释。",
        "各单位应当于月底前将总结报{}备案。",
        "按照{}的统一部署，开展专项检查。",
        "{}会同有关部门制定实施方案。",
        "由{}、各街道分别落实。",
    ),
    "law": (
        "根据《{}》的有关规定，结合本区实际，制定本办法。",
        "违反《{}》的，依法予以处理。",
        "认真学习《{}》，提高依法办事能力。",
    ),
}
TAIL = "\n示例区有关单位按照分工抓好落实。\n"


@cache
def names() -> tuple[tuple[str, str], ...]:
    """Every name with the table that it is of."""
    named = [("phrase", row[0]) for row in rows("phrases.tsv") if len(row[0]) > 3]
    named += [("body", row[0]) for row in rows("bodies.tsv")]
    named += [("law", name) for row in rows("laws.tsv") for name in row[:2] if len(name) > 4]
    # The first row of the laws says as of which day they are known.
    return tuple(dict.fromkeys(pair for pair in named if has_han(pair[1])))


@cache
def same_sound() -> dict[str, str]:
    """For each character those that sound the same."""
    return _with(lambda sound: {sound})


@cache
def near_sound() -> dict[str, str]:
    """For each character those that sound nearly the same."""
    return _with(_near)


def _with(others: object) -> dict[str, str]:
    by_sound = dict(row[:2] for row in rows("sounds.tsv"))
    found: dict[str, str] = {}
    for sound, characters in by_sound.items():
        alike = "".join(by_sound.get(other, "") for other in sorted(others(sound)))  # type: ignore[operator]
        for character in characters:
            found[character] = found.get(character, "") + alike.replace(character, "")
    return found


def _near(sound: str) -> set[str]:
    near = set()
    for a, b in (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("h", "f")):
        if sound.startswith(a):
            near.add(b + sound[len(a) :])
        elif sound.startswith(b):
            near.add(a + sound[len(b) :])
    if sound.endswith("ng"):
        near.add(sound[:-1])
    elif sound.endswith("n"):
        near.add(sound + "g")
    return near


@cache
def shapes() -> dict[str, str]:
    """For each character those that it is easily misread as."""
    return {right: "".join(groups) for right, *groups in rows("confusables.tsv")}


@cache
def usual() -> str:
    """Characters of usual words."""
    return "".join(sorted({c for row in rows("sounds.tsv") for c in row[1]}))


def damaged(name: str, kind: str, draw: random.Random) -> str:
    """The name with one damage; "" where it has no place for such a one."""
    places = [i for i, c in enumerate(name) if "\u4e00" <= c <= "\u9fff"]
    at = draw.choice(places)
    tables = {"same sound": same_sound, "near sound": near_sound, "shape": shapes}
    if kind in tables:
        others = tables[kind]().get(name[at], "")
        return name[:at] + draw.choice(others) + name[at + 1 :] if others else ""
    if kind == "any":
        return name[:at] + draw.choice(usual()) + name[at + 1 :]
    if kind == "lost":
        return name[:at] + name[at + 1 :]
    if kind == "doubled":
        return name[: at + 1] + name[at:]
    if kind == "added":
        return name[:at] + draw.choice(usual()) + name[at:]
    if at + 1 == len(name) or name[at] == name[at + 1]:
        return ""
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


KINDS = ("same sound", "near sound", "shape", "any", "lost", "doubled", "swapped", "added")


def drawn(kind: str) -> Iterator[tuple[str, str, str, str]]:
    """The table, the name, its damaged form and the sentence."""
    draw = random.Random(f"damage {kind}")
    known = {name for _, name in names()}
    made = 0
    while made < EACH:
        table, name = draw.choice(names())
        wrong = damaged(name, kind, draw)
        if wrong and wrong not in known and not (kind == "lost" and has_another_reading(name, wrong)):
            made += 1
            yield table, name, wrong, draw.choice(SENTENCES[table])


def has_another_reading(name: str, wrong: str) -> bool:
    """Whether a name that lost a character is whole words again, or only has another numeral: 二届三中全会."""
    lost = next((at for at, (one, other) in enumerate(zip(name, wrong, strict=False)) if one != other), len(name) - 1)
    return name[lost] in "一二三四五六七八九十两" or all(len(word) > 1 for word in cut(wrong).words)


def main() -> None:
    """Prints the share that is found, by kind and table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--table", choices=sorted(SENTENCES))
    parser.add_argument("--show", type=int, default=0, help="so many that are missed")
    args = parser.parse_args()
    for kind in [args.kind] if args.kind else KINDS:
        cases = [case for case in drawn(kind) if args.table in (None, case[0])]
        found: Counter[str] = Counter()
        of = Counter(case[0] for case in cases)
        missed = []
        for first in range(0, len(cases), PER_DOCUMENT):
            text, places = "", []
            for table, name, wrong, sentence in cases[first : first + PER_DOCUMENT]:
                begin = len(text) + sentence.index("{")
                text += sentence.format(wrong) + TAIL
                places.append((begin, begin + len(wrong), table, name, wrong))
            report = check_text(text)
            serious = [d for d in report.diagnostics if d.severity != "info"]
            spans = [(place.offset, place.end_offset) for d in serious for place in (d, *d.occurrences)]
            touched = {at for start, end in spans for at in range(start, end + 1)}
            for begin, end, table, name, wrong in places:
                hit = any(at in touched for at in range(begin, end + 1))
                found[table] += hit
                if not hit:
                    missed.append(f"  {table} {name} → {wrong}")
        shares = "  ".join(f"{table} {found[table] / of[table]:.3f} of {of[table]}" for table in sorted(of))
        print(f"{kind:12} {found.total() / len(cases):.3f}  {shares}")
        print("\n".join(missed[: args.show]), end="\n" * bool(args.show))


if __name__ == "__main__":
    main()
