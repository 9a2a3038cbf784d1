"""Whether safe fixes are safe: `python -m benchmarks.fix_safety FOLDER...`; exit status 1 when one is not.

Each document is taken as it is, and a second time with damage of the kinds that fixes repair. Of each, some safe fixes
are applied alone: each must leave no trace but its own (no other finding is gone or new; figures, quotations,
addresses, entries of references, ordinals and units stay). All safe fixes together must end in a text that they leave
alone. `--show N` prints N changes, drawn by the seed, as a proofreader would see them.
"""

import argparse
import random
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.fixes import keys
from lawcheck.errors import SourceError
from lawcheck.fixing.fixer import units
from lawcheck.pipeline import check, fix
from lawcheck.reading import find_documents, read_path
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.findings import Issue, Safety
from lawcheck.rulebook.registry import Selection
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit, apply_edits
from lawcheck.text.source import Source
from lawcheck.text.verbatim import is_in_reference

# What is put into a text: what stands there, what it becomes, and how many places of it.
DAMAGE = (
    (r"(?<=[一-鿿])，(?=[一-鿿])", ", ", 4),
    (r"(?<=[一-鿿])。(?=[一-鿿])", ".", 2),
    (r"(?<=[一-鿿])：", ":", 2),
    (r"(?<=[一-鿿])；", ";", 2),
    (r"（([^（）\n]{1,20})）", r"(\1)", 3),
    (r"(?<=[一-鿿])、(?=[一-鿿])", "、、", 1),
    (r"(?<=[一-鿿])。(?=\n)", "。。", 1),
    (r"(?<=[0-9]{4})—(?=[0-9]{4})", "-", 1),
    (r"〔([0-9]{4})〕", r"[\1]", 1),
    (r"(?<=[一-鿿]{4})(?=[一-鿿]{4})", " ", 2),
    (r"(?<=\n)([0-9]{1,2})[.．](?=[一-鿿])", r"\1、", 1),
    (r"(?<=月)([1-9])(?=日)", r"0\1", 1),
    (r"等(?=[一-鿿])", "、等", 1),
    (r"》《", "》、《", 1),
    (r"[0-9]{2}", lambda m: m[0].translate(str.maketrans("0123456789", "０１２３４５６７８９")), 1),
    (r"其他", "其它", 1),
    (r"账", "帐", 1),
)
FIGURES = re.compile(r"[0-9]+")
QUOTED = re.compile("“[^“”\n]{1,300}”|《[^《》\n]{1,200}》")
ADDRESS = re.compile(r"[a-z]{3,6}://[^\s，。；）》”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
# A title that is not the document's may change its marks and widths only.
FOLDED = str.maketrans("。〈〉＜＞<>", ".《》《》《》")


def damaged(text: str, rng: random.Random) -> str:
    """A text with some places of each kind of damage."""
    for pattern, becomes, most in DAMAGE:
        found = list(re.finditer(pattern, text))
        for match in sorted(rng.sample(found, min(most, len(found))), key=lambda m: -m.start()):
            new = becomes(match) if callable(becomes) else match.expand(becomes)
            text = text[: match.start()] + new + text[match.end() :]
    return text


def folded(text: str) -> str:
    """A text without blanks and widths."""
    return "".join(unicodedata.normalize("NFKC", text.translate(FOLDED)).split())


def kept(document: Document, text: str) -> Counter[str]:
    """What no safe fix may change, in a document with this source; its own title it may."""
    own = "".join(folded(part.title.text) for part in document.frame.texts if part.title)
    plain = unicodedata.normalize("NFKC", text)
    found = Counter(f"figure {figure.lstrip('0')}" for figure in FIGURES.findall(plain))
    quoted = (folded(m[0][1:-1]) for m in QUOTED.finditer(text))
    found.update(f"quoted {words}" for words in quoted if words not in own)
    found.update(f"address {address}" for address in ADDRESS.findall(text))
    at = 0
    for line in text.splitlines(keepends=True):
        if is_in_reference(text, at):
            found[f"reference {line.strip()}"] += 1
        at += len(line)
    found.update(f"ordinal {node.level} {node.number}" for node in document.walk())
    found.update(
        f"unit {folded(u.name).replace('、、', '、')}"
        for a in document.every_attribution
        for f in a.fields
        for u in f.units
    )
    found.update(f"task {task.node.level} {task.node.number}" for task in document.tasks)
    found.update(f"unit {folded(signer.name)}" for part in document.frame.texts for signer in part.signers)
    return found


def _still_named(fact: str, text: str) -> bool:
    """Whether a unit stands in a text, whatever it is taken to be responsible for."""
    sort, _, name = fact.partition(" ")
    return sort == "unit" and name in folded(text)


def touches(issue: Issue, edits: Sequence[Edit]) -> bool:
    """Whether a finding is about what these edits change."""
    related = [span[:2] for place in issue.places for span in place.related]
    return any(start <= e.end and e.start <= end for start, end in [*issue.spans, *related] for e in edits)


def alone(source: Source, options: Options, most: int, rng: random.Random) -> Iterator[tuple[Issue, list[Edit], str]]:
    """Some safe fixes of a document, and what is wrong with each when it is applied alone; "" for nothing."""
    before = check(source, options)
    safe = [(i, list(own)) for i in before.diagnostics if i.safety is Safety.SAFE for own in units(i)]
    by_rule: dict[str, list[tuple[Issue, list[Edit]]]] = {}
    for issue, own in safe:
        by_rule.setdefault(issue.code, []).append((issue, own))
    drawn = [pair for pairs in by_rule.values() for pair in rng.sample(pairs, min(2, len(pairs)))]
    old = kept(before.document, source.text)
    for issue, own in rng.sample(drawn, min(most, len(drawn))):
        text = apply_edits(source.text, sorted(own, key=lambda e: e.start))
        after = check(replace(source, text=text), options)
        # Ordinals that end alike are of one style: that is what STR005 is about.
        same = {issue.code, "STR005"} if issue.code == "STR007" else {issue.code}
        # Two copies of a paragraph are fixed both; where parts of a frame meet is guessed from the signs between.
        same |= {"STR012", "DOC013"}
        others = [other for other in before.diagnostics if other.code not in same]
        left = [other for other in after.diagnostics if other.code not in same]
        untouched = [other for other in others if not touches(other, own)]
        gone = keys(untouched, source.text) - keys(left, text)
        new = keys(left, text) - keys(others, source.text)
        # What a fix changes beside a finding does not make another one of it: a rule must find less, or more.
        first, now = (Counter(i.code for i in found for _ in i.spans) for found in (others, left))
        still = Counter(i.code for i in untouched for _ in i.spans)
        gone = Counter({key: n for key, n in gone.items() if now[key[0]] < still[key[0]]})
        new = Counter({key: n for key, n in new.items() if now[key[0]] > first[key[0]]})
        lost = old - kept(after.document, text)
        wrong = [f"gone {code} {around}" for code, around in gone] + [f"new {code} {around}" for code, around in new]
        if issue.code not in ("NUM002", "DOC007", "NUM004"):
            wrong += [f"lost {fact}" for fact in lost if not _still_named(fact, text)]
        yield issue, own, "; ".join(wrong)


def together(source: Source, options: Options) -> str:
    """What is wrong with all safe fixes of a document; "" for nothing."""
    once = fix(source, options)
    if fix(once.source, options).text != once.text:
        return "a second time changes the text again"
    return ""


def shown(text: str, edits: Sequence[Edit]) -> str:
    """A change as a proofreader sees it."""
    first, last = edits[0].start, edits[-1].end
    inside = "".join(
        f"{text[a : e.start]}[-{text[e.start : e.end]}-]{{+{e.content}+}}"
        for a, e in zip([first, *(e.end for e in edits)], edits, strict=False)
    )
    return f"{text[max(0, first - 30) : first]}{inside}{text[last : last + 30]}".replace("\n", "↵")


def documents(folders: Sequence[str], rng: random.Random) -> Iterator[tuple[str, Source]]:
    """Each document as a text, whole and damaged."""
    for folder in folders:
        for path in find_documents(folder):
            if isinstance(path, SourceError):
                raise path
            read = read_path(path)
            source = read if read.format.has_lines else Source(read.text, read.path)
            yield Path(path).name, source
            yield f"{Path(path).name} (damaged)", replace(source, text=damaged(source.text, rng))


def main(arguments: Sequence[str]) -> int:
    """Checks every document and prints what goes wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--places", type=int, default=6, help="fixes of a document that are tried alone")
    parser.add_argument("--part", default="1/1", help="one part of the documents, such as 2/10")
    parser.add_argument("--show", type=int, default=0, help="changes to print")
    options = parser.parse_args(arguments)
    part, parts = map(int, options.part.split("/"))
    rng = random.Random(options.seed)
    checking = Options(tuple(Selection().rules()))
    tried = wrong = count = 0
    changes: list[str] = []
    for number, (name, source) in enumerate(documents(options.folders, rng)):
        if number % parts != part - 1:
            continue
        count += 1
        for issue, own, fault in alone(source, checking, options.places, rng):
            tried += 1
            ordered = sorted(own, key=lambda e: e.start)
            changes.append(f"{issue.code} {shown(source.text, ordered)}")
            if fault:
                wrong += 1
                print(f"{name[:24]}: {issue.code} {shown(source.text, ordered)[:160]}: {fault[:300]}", flush=True)
        if fault := together(source, checking):
            wrong += 1
            print(f"{name}: {fault}", flush=True)
    for change in rng.sample(changes, min(options.show, len(changes))):
        print(change)
    print(f"{count} documents, {tried} fixes alone, {wrong} faults")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
