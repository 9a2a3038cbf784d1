"""What a Word file says about its looks, all together."""

from collections.abc import Sequence

from lawcheck.reading.word.blanks import read_blanks
from lawcheck.reading.word.field_results import read_fields
from lawcheck.reading.word.formatting import Formats
from lawcheck.reading.word.leftovers import read_leftovers
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.placed_tables import read_tables
from lawcheck.reading.word.sections import read_sections
from lawcheck.reading.word.walker import WordParagraph
from lawcheck.text.layout import Layout


def read_layout(package: Package, paragraphs: Sequence[WordParagraph], text: str, body_end: int) -> Layout:
    """The layout of a package whose paragraphs, of all its stories, these are."""
    formats = Formats(package)
    return Layout(
        tuple(read_sections(package, paragraphs, body_end, formats)),
        tuple(formats.paragraphs(paragraphs, package.main)),
        read_leftovers(package, paragraphs),
        tuple(read_blanks(paragraphs, package.main, text)),
        tuple(read_tables(package, paragraphs)),
        tuple(read_fields(package, paragraphs, text)),
        # What the main part has behind its body are its text boxes.
        tuple((p.start, p.end) for p in paragraphs if p.start >= body_end and p.part == package.main and p.runs),
    )
