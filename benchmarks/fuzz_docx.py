"""Damaged Word files by the thousand: `python -m benchmarks.fuzz_docx [COUNT] [SEED]`.

Each is read, checked, annotated and fixed, or refused with the tool's own error; it is a failure when anything else
comes of one, or one takes more than ten seconds for all of it together.
"""

import io
import random
import re
import resource
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.packages import zipped
from benchmarks.word import word
from lawcheck.errors import SourceError
from lawcheck.pipeline import check, fix
from lawcheck.reading import OpenedFile, read_path, read_stream
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.word_text import read_text
from lawcheck.reporting.annotation.annotate import Fixes, Manner, annotate
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.registry import Selection

RULES = Selection().rules()
OPTIONS = Options(RULES)
BY_CODE = {rule.code: rule for rule in RULES}
MOST_SECONDS = 10.0
_ENTITIES = (
    '<!DOCTYPE d [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>',
    '<!DOCTYPE d SYSTEM "file:///etc/passwd">',
    '<!DOCTYPE d [<!ENTITY % p SYSTEM "http://192.0.2.1/a.dtd"> %p;]>',
    '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
)
_NUMBERS = ("-1", "0", "999999999999", "１", "²", "NaN", "", "4294967296", "1e9", "😀")
_PIECES = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr></w:p>',
    '<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/><w:gridSpan w:val="99999999"/></w:tcPr></w:tc></w:tr></w:tbl>',
    "<w:sdt><w:sdtContent/></w:sdt>",
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"/>',
    '<w:r><w:sym w:char="D800"/><w:sym w:char="110000"/><w:sym w:char="-1"/></w:r>',
    "<w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>",
    "&#x10FFFF;&x;&#0;",
    "<w:tbl><w:tr><w:tc>" * 90,
)

Damage = Callable[[random.Random, bytes], bytes]


def truncated(rng: random.Random, data: bytes) -> bytes:
    return data[: rng.randrange(len(data))]


def flipped(rng: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 3, 30))):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def directory_changed(rng: random.Random, data: bytes) -> bytes:
    """Other sizes, offsets, flags and names in the directory of the package."""
    changed = bytearray(data)
    entries = [m.start() for m in re.finditer(b"PK\x01\x02", data)]
    for _ in range(rng.choice((1, 4))):
        place = rng.choice(entries) + rng.randrange(4, 60)
        changed[place : place + 4] = rng.randbytes(4)[: max(0, len(changed) - place)]
    return bytes(changed)


def renamed(rng: random.Random, data: bytes) -> bytes:
    name = rng.choice(
        ("../../evil", "/etc/evil", "C:\\evil", "a\\b", "word/document.xml", "x" * 60000, "\x01", "a/../b")
    )
    return zipped({**parts(data), name: b"evil"})


def xml_changed(rng: random.Random, data: bytes) -> bytes:
    files = parts(data)
    name = rng.choice([n for n in files if n.endswith((".xml", ".rels"))])
    text = files[name].decode()
    for _ in range(rng.choice((1, 2, 8))):
        text = rng.choice(_XML_DAMAGES)(rng, text)
    encoding = rng.choice(("utf-8", "utf-8", "utf-8", "utf-16", "gb18030"))
    return zipped({**files, name: text.encode(encoding, "replace")})


def _entity(rng: random.Random, text: str) -> str:
    at = text.find("?>") + 2
    return text[:at] + rng.choice(_ENTITIES) + text[at:].replace("</w:t>", "&c;</w:t>", 3)


def _cut(rng: random.Random, text: str) -> str:
    a = rng.randrange(len(text))
    return text[:a] + text[a + rng.randrange(200) :]


def _copied(rng: random.Random, text: str) -> str:
    elements = [m.span() for m in re.finditer(r"<w:(\w+)(?: [^<>]*)?>[^<>]*</w:\1>|<w:\w+[^<>]*/>", text[:200_000])]
    if not elements:
        return text
    a, b = rng.choice(elements)
    place = rng.choice(elements)[1]
    return text[:place] + text[a:b] * rng.choice((1, 50)) + text[place:]


def _inserted(rng: random.Random, text: str) -> str:
    places = [m.end() for m in re.finditer(">", text[:200_000])]
    at = rng.choice(places) if places else 0
    return text[:at] + rng.choice(_PIECES) + text[at:]


def _value(rng: random.Random, text: str) -> str:
    values = [m.span(1) for m in re.finditer(r'="([^"]*)"', text[:200_000])]
    if not values:
        return text
    a, b = rng.choice(values)
    return text[:a] + rng.choice(_NUMBERS) + text[b:]


def _tag(rng: random.Random, text: str) -> str:
    names = sorted(set(re.findall(r"<(w:\w+)", text[:200_000])))
    if len(names) < 2:
        return text
    one, other = rng.sample(names, 2)
    return re.sub(rf"(</?){one}\b", rf"\1{other}", text)


_XML_DAMAGES = (_entity, _cut, _copied, _inserted, _inserted, _value, _value, _tag)
DAMAGES: tuple[Damage, ...] = (truncated, flipped, directory_changed, renamed, xml_changed, xml_changed, xml_changed)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def outcome(data: bytes, path: Path) -> str:
    """The outcome of one, which is written to a path; all but results and the tool's own error of a line raises."""
    path.write_bytes(data)
    try:
        source = read_path(path)
        assert all(0 <= a < b <= len(source.text) for a, b in source.labels)
        package = Package(data, str(path))
        text = read_text(package)
        found = check(source, OPTIONS).diagnostics
        written = annotate(package, text, found, BY_CODE, Manner("lawcheck", "2024-01-01T00:00:00Z", fixes=Fixes.ALL))
        annotated = package.packed(written.replaced, written.added)
    except SourceError as error:
        return _refusal(error, "refused")
    # What lawcheck has written it must be able to read.
    assert read_text(Package(annotated, "a.docx"), original=True).text == read_stream(data, "a.docx", True).text
    try:
        file = OpenedFile(data, str(path))
        editor = file.editor
        fixed = fix(file.source, OPTIONS, unsafe=True, editor=editor)
        path.write_bytes(editor.after(fixed.steps))
    except SourceError as error:
        return _refusal(error, "annotated, not fixed")
    assert read_path(path).text == fixed.text
    return "annotated and fixed"


def _refusal(error: SourceError, words: str) -> str:
    if "\n" in str(error):
        raise AssertionError(f"more than one line: {error!r}") from error
    return words


@dataclass
class Fuzzed:
    """How many damaged files came to what, and which kind took longest."""

    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, str] = (0.0, "")


def fuzz(seeds: list[bytes], count: int, seed: int = 1) -> Fuzzed:
    """The outcome of damaged files; raises when one took too long, or on another error than the tool's own."""
    rng = random.Random(seed)
    fuzzed = Fuzzed()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.docx")
        for _ in range(count):
            damage = rng.choice(DAMAGES)
            data = damage(rng, rng.choice(seeds))
            start = time.process_time()
            fuzzed.outcomes[f"{damage.__name__}: {outcome(data, path)}"] += 1
            fuzzed.slowest = max(fuzzed.slowest, (time.process_time() - start, damage.__name__))
            if fuzzed.slowest[0] > MOST_SECONDS:
                raise AssertionError(f"{damage.__name__} took {fuzzed.slowest[0]:.1f} s")
    return fuzzed


def main() -> int:
    """Fuzzes and prints what came of it."""
    count, seed = (*map(int, sys.argv[1:3]), *(5000, 1)[len(sys.argv[1:3]) :])
    fuzzed = fuzz([word(3, faults=9), word(1, faults=3)], count, seed)
    for name, number in sorted(fuzzed.outcomes.items()):
        print(f"{number:6} {name}")
    print(f"slowest {fuzzed.slowest[0]:.2f} s ({fuzzed.slowest[1]})")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
