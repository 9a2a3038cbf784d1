"""What a Word file says about its looks, all together."""

from collections.abc import Sequence

from lawcheck.reading.word.formatting import Formats
from lawcheck.reading.word.leftovers import read_leftovers
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.sections import read_sections
from lawcheck.reading.word.walker import WordParagraph
from lawcheck.text.layout import Layout


def read_layout(package: Package, paragraphs: Sequence[WordParagraph], body_end: int) -> Layout:
    """The layout of a package whose paragraphs, of all its stories, these are."""
    formats = Formats(package)
    return Layout(
        tuple(read_sections(package, paragraphs, body_end, formats)),
        tuple(formats.paragraphs(paragraphs, package.main)),
        read_leftovers(package, paragraphs),
    )
