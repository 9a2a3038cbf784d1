"""STR014: a table of contents that does not say what the document has."""

from collections.abc import Iterator, Sequence

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.structure.frame import Contents, ContentsEntry

_FEWEST = 2


def contents_mismatch(document: Document) -> Iterator[Finding]:
    """STR014: an entry whose heading is called otherwise or is missing, and a heading that no entry names."""
    for text in document.frame.texts:
        for contents in text.contents:
            headings = [n for n in document.walk() if contents.end <= n.start < text.body.end and not n.inferred]
            yield from _mismatches(contents, headings)


def _mismatches(contents: Contents, headings: Sequence[Node]) -> Iterator[Finding]:
    named = {entry.heading for entry in contents.entries}
    tied = [node.level for node in headings if node.start in named]
    # A level counts where the contents list it; of the others they list nothing.
    levels = {level for level in tied if tied.count(level) >= _FEWEST or len(contents.entries) <= _FEWEST}
    unnamed = [node for node in headings if node.level in levels and node.start not in named]
    for entry in contents.entries:
        if entry.heading is not None:
            continue
        other = next((node for node in unnamed if _marker(node) and entry.title.startswith(_marker(node))), None)
        if other:
            unnamed.remove(other)
            related = ((other.start, other.title_end, "related"),)
            values = {"entry": entry.title, "heading": other.marker + other.title}
            yield Finding(entry.start, _title_end(entry), values, related=related)
        elif tied:
            yield Finding(entry.start, _title_end(entry), {"entry": entry.title}, "missing")
    for node in unnamed:
        yield Finding(node.start, node.title_end, {"heading": node.marker + node.title}, "unlisted")


def _marker(node: Node) -> str:
    """The ordinal of a heading as contents have it, without space."""
    return "".join(node.marker.split())


def _title_end(entry: ContentsEntry) -> int:
    return entry.end
