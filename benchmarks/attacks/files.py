"""Attacks by files that are more than their text: Word and PDF, whose parts or bytes are damaged."""

import random
import zlib
from functools import cache
from pathlib import Path

from benchmarks.attacks.pieces import text_of
from benchmarks.fuzz_docx import DAMAGES, outcome
from benchmarks.packages import docx
from benchmarks.word import word
from lawcheck import check_path

_EXAMPLE = Path(__file__).parents[2] / "examples" / "plan.docx"
_FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>]>>"
)


@cache
def _packages() -> tuple[bytes, ...]:
    return word(1, faults=3), _EXAMPLE.read_bytes()


def packages(chance: random.Random, folder: Path) -> None:
    """Word files, damaged or of any text: read, checked, annotated, read again, fixed and read again."""
    if chance.random() < 0.3:
        data = docx("".join(_paragraph(chance, line) for line in text_of(chance)[:500].splitlines()))
    else:
        data = chance.choice(_packages())
        for _ in range(chance.choice((1, 1, 1, 2))):
            data = chance.choice(DAMAGES if data in _packages() else DAMAGES[:2])(chance, data)
    outcome(data, folder / "a.docx")


def _paragraph(chance: random.Random, line: str) -> str:
    """A line as a paragraph of a few runs; what XML cannot hold is left to the damages."""
    line = "".join(sign for sign in line if sign.isprintable() and not "\ud800" <= sign <= "\udfff")
    cut = chance.randint(0, len(line))
    runs = "".join(f"<w:r><w:t>{_escaped(part)}</w:t></w:r>" for part in (line[:cut], line[cut:]))
    return f"<w:p>{runs}</w:p>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def pdfs(chance: random.Random, folder: Path) -> None:
    """A page of any text, packed or not, with some bytes that are damaged."""
    data = bytearray(_pdf(chance, text_of(chance)[:2000].splitlines()))
    for _ in range(chance.choice((0, 1, 4, 30))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path = folder / "a.pdf"
    path.write_bytes(data)
    check_path(path)


def _pdf(chance: random.Random, lines: list[str]) -> bytes:
    drawn = "".join(
        f"BT /F {chance.choice((16, 10, 0, 99))} Tf 1 0 0 1 {chance.choice((90, 90, 90, 500, -9))} {800 - 28 * row} Tm "
        f"<{line.encode('utf-16-be', 'replace').hex()}> Tj ET\n"
        for row, line in enumerate(lines)
    ).encode()
    packing, drawn = chance.choice(((b"", drawn), (b"/Filter/FlateDecode", zlib.compress(drawn))))
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[4 0 R]/Count 1>>",
        _FONT,
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents 5 0 R>>",
        b"<</Length %d%b>>stream\n%b\nendstream" % (len(drawn), packing, drawn),
    )
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%btrailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(out),
    )
