"""What fixes do to real documents: `python -m benchmarks.fixes FOLDER...`; exit status 1 when something goes wrong.

After the safe fixes of a document no safe one is left, no finding is new, the outline is the same, and a second time
changes nothing; years, numbers of articles and units are all still there; all fixes together come to an end.
"""

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from lawcheck.errors import SourceError
from lawcheck.pipeline import check, fix, parse
from lawcheck.reading import find_documents, read_path
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.findings import Issue, Safety
from lawcheck.rulebook.registry import Selection
from lawcheck.rulebook.rule import Rule
from lawcheck.structure.document import Document
from lawcheck.text.source import Source

AROUND = 4
FACT = re.compile(r"(?:19|20)\d\d|第[一二三四五六七八九十百千〇零\d]{1,9}条")


def outline(document: Document) -> list[tuple[int, int | None]]:
    return [(node.depth, node.number) for node in document.walk()]


def keys(diagnostics: Sequence[Issue], text: str) -> Counter[tuple[str, str]]:
    """Each place of each finding, by code and the Chinese characters around it, which safe fixes leave alone."""
    found: Counter[tuple[str, str]] = Counter()
    for diagnostic in diagnostics:
        for start, end in diagnostic.spans:
            before = "".join(c for c in text[max(0, start - 60) : start] if "一" <= c <= "鿿")[-AROUND:]
            after = "".join(c for c in text[end : end + 60] if "一" <= c <= "鿿")[:AROUND]
            found[diagnostic.code, f"{before}|{after}"] += 1
    return found


def facts(document: Document) -> Counter[str]:
    """What no safe fix may change: years, numbers of articles, units; whatever the width of their characters."""
    found = Counter(FACT.findall(unicodedata.normalize("NFKC", document.text)))
    units = (unit.name for a in document.attributions for field in a.fields for unit in field.units)
    found.update(unicodedata.normalize("NFKC", name) for name in units)
    return found


def faults(source: Source, rules: Sequence[Rule]) -> Iterator[str]:
    """What goes wrong with the fixes of one document."""
    options = Options(tuple(rules))
    before = check(source, options)
    fixed = fix(source, options).source
    after = check(fixed, options)
    for diagnostic in after.diagnostics:
        if diagnostic.edits and diagnostic.safety is Safety.SAFE:
            place = diagnostic.edits[0].start
            yield f"a safe fix is left: {diagnostic.code} {fixed.text[place - 10 : place + 10]!r}"
    old, new = Counter(d.code for d in before.diagnostics), Counter(d.code for d in after.diagnostics)
    fresh = keys(after.diagnostics, fixed.text) - keys(before.diagnostics, source.text)
    for code, around in fresh:
        yield f"a finding is new: {code} {around} ({old[code]} before, {new[code]} after)"
    first, second = outline(parse(source)), outline(parse(fixed))
    if first != second:
        changes = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
        shown = [(first[a:b][:3], second[c:d][:3]) for tag, a, b, c, d in changes if tag != "equal"]
        yield f"the outline changes: {shown[:3]}"
    yield from (f"lost: {fact}" for fact in facts(parse(source)) - facts(parse(fixed)))
    if fix(fixed, options).text != fixed.text:
        yield "a second time changes the text again"
    everything = fix(source, options, unsafe=True)
    again = fix(everything.source, options, unsafe=True)
    if again.text != everything.text:
        yield f"all fixes together do not end: {dict(again.edits)}"


def _as_text(source: Source) -> Source:
    """A Word file as its text: not every place of it can be edited."""
    return source if source.format.has_lines else Source(source.text, source.path)


def main(folders: Sequence[str]) -> int:
    """Checks every document and prints what goes wrong."""
    rules = Selection().rules()
    documents = wrong = 0
    for folder in folders:
        for path in find_documents(folder):
            if isinstance(path, SourceError):
                raise path
            documents += 1
            found = list(faults(_as_text(read_path(path)), rules))
            wrong += bool(found)
            for fault in found:
                print(f"{Path(path).name}: {fault}", flush=True)
    print(f"{documents} documents, {wrong} with faults")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
