"""Makes similar_shapes.tsv and rare_shapes.tsv of rules/data: `python -m benchmarks.shape_table SANS SERIF`, with
Pillow and numpy.

SANS and SERIF are fonts with the characters of the mainland (Noto Sans CJK, Noto Serif CJK). The usual characters are
drawn, blurred and made small, as bad scans have them, and compared with each other, and the rare ones with them;
nothing of the fonts is kept.
"""

import sys
from itertools import product

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from lawcheck.checks.lexicon import words
from lawcheck.reading.language import followers, run_level
from lawcheck.reading.resources import resource_dir
from lawcheck.text.vocabulary.han import COMMON_HAN

# Each character has so many others; of the fonts in a collection, the third is that of the mainland.
NEAREST, OF_MAINLAND = 30, 2
# A rare character has so many others at most, that are so much like it (1 is the same picture).
NEAREST_OF_RARE, LIKE = 3, 0.8
# Characters of official texts that occur so often (natural logarithm) are usual ones.
USUAL = 3.0
HEAD = """# The usual characters, and those that look most like each of them, the most similar first; made in November
# 2026. Computed from pictures of the characters in Noto Sans CJK and Noto Serif CJK (SIL Open Font License 1.1). No
# part of the fonts is contained.
# character	those that look like it
"""
HEAD_OF_RARE = HEAD.replace("The usual characters, and those", "Rare characters, and the usual ones").replace(
    "each of them", "each"
)


def pictures(font: str, characters: list[str]) -> numpy.ndarray:  # type: ignore[type-arg]
    """A row of numbers for each character."""
    drawn = ImageFont.truetype(font, 40, index=OF_MAINLAND)
    made = []
    for character in characters:
        image = Image.new("L", (48, 48), 0)
        ImageDraw.Draw(image).text((4, -4), character, font=drawn, fill=255)
        small = image.filter(ImageFilter.GaussianBlur(1.6)).resize((24, 24))
        made.append(numpy.asarray(small, dtype=numpy.float32).ravel())
    table = numpy.array(made)
    table -= table.mean(1, keepdims=True)
    return table / (numpy.linalg.norm(table, axis=1, keepdims=True) + 1e-9)


def standard_characters() -> set[str]:
    """Those of GB 2312, and a few that are typed for others though it does not have them."""
    codes = (bytes(code) for code in product(range(0xB0, 0xF8), range(0xA1, 0xFF)))
    return {*"".join(code.decode("gb2312", "ignore") for code in codes), *"彊岀凖"}


def main() -> None:
    """Writes the file."""
    first, last = COMMON_HAN.split("-")
    usual = {c for c in followers() if run_level(c) >= USUAL} | {c for word in words() for c in word}
    characters = sorted(c for c in usual if first <= c <= last)
    tables = [pictures(font, characters) for font in sys.argv[1:]]
    similar = sum(table @ table.T for table in tables)
    numpy.fill_diagonal(similar, -1)
    nearest = numpy.argsort(-similar, axis=1)[:, :NEAREST]
    lines = (f"{c}\t{''.join(characters[at] for at in row)}\n" for c, row in zip(characters, nearest, strict=True))
    file = resource_dir("rules") / "data" / "similar_shapes.tsv"
    file.write_text(HEAD + "".join(lines), encoding="utf-8")
    rare = sorted(standard_characters().difference(characters))
    likeness = sum(pictures(font, rare) @ table.T for font, table in zip(sys.argv[1:], tables, strict=True)) / len(
        tables
    )
    made = []
    for character, row in zip(rare, likeness, strict=True):
        alike = [characters[at] for at in numpy.argsort(-row)[:NEAREST_OF_RARE] if row[at] >= LIKE * len(tables)]
        if alike:
            made.append(f"{character}\t{''.join(alike)}\n")
    file.with_name("rare_shapes.tsv").write_text(HEAD_OF_RARE + "".join(made), encoding="utf-8")


if __name__ == "__main__":
    main()
