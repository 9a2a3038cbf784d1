"""Makes similar_shapes.tsv of rules/data: `python -m benchmarks.shape_table SANS SERIF`, with Pillow and numpy.

SANS and SERIF are fonts with the characters of the mainland (Noto Sans CJK, Noto Serif CJK). The usual characters are
drawn, blurred and made small, as bad scans have them, and compared with each other; nothing of the fonts is kept.
"""

import sys

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from lawcheck.checks.lexicon import words
from lawcheck.reading.language import followers, run_level
from lawcheck.reading.resources import resource_dir
from lawcheck.text.vocabulary.han import COMMON_HAN

# Each character has so many others; of the fonts in a collection, the third is that of the mainland.
NEAREST, OF_MAINLAND = 30, 2
# Characters of official texts that occur so often (natural logarithm) are usual ones.
USUAL = 3.0
HEAD = """# The usual characters, and those that look most like each of them, the most similar first; made in November
# 2026. Computed from pictures of the characters in Noto Sans CJK and Noto Serif CJK (SIL Open Font License 1.1). No
# part of the fonts is contained.
# character	those that look like it
"""


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


if __name__ == "__main__":
    main()
