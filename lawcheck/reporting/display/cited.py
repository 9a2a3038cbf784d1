"""What a document cites of the office's library, with the words of the originals."""

from collections.abc import Iterator, Sequence

from lawcheck.checks.library.originals import Original
from lawcheck.reporting.citing.quoting import named_original, where
from lawcheck.reporting.display.marks import Styled
from lawcheck.reporting.display.shown import Link, ShownOriginal
from lawcheck.reporting.excerpt import clipped, visible
from lawcheck.reporting.places import position
from lawcheck.text.source import LineIndex

_LONGEST_QUOTATION = 40


def anchor_of(original: Original, prefix: str) -> str:
    """The name of the place of the document that cites it."""
    return f"{prefix}o-{original.start}"


def noted(originals: Sequence[Original], language: str) -> Iterator[Styled]:
    """The stretches that cite the library, each with a note of what is there."""
    for original in originals:
        note = f"{named_original(original, language)}\n{original.words}".strip()
        yield Styled(original.start, original.end, "cites", note)


def shown_originals(
    originals: Sequence[Original], lines: LineIndex, prefix: str, language: str
) -> tuple[ShownOriginal, ...]:
    """Each place of the library that is cited, once, in the order of the text."""
    found: dict[tuple[str, str], list[Original]] = {}
    for original in originals:
        found.setdefault((original.known.path, original.place), []).append(original)
    return tuple(
        ShownOriginal(
            tuple(
                dict.fromkeys(
                    Link(anchor_of(each, prefix), position(lines, each.start), _quotation(lines.text, each))
                    for each in group
                )
            ),
            visible(named_original(group[0], language)),
            group[0].words,
            visible(where(group[0], language)),
        )
        for group in found.values()
    )


def _quotation(text: str, original: Original) -> str:
    """The words that cite it."""
    return clipped(visible(" ".join(text[original.start : original.end].split())), _LONGEST_QUOTATION)
