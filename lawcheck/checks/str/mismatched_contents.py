"""STR014: a table of contents that does not say what the document has."""

from collections import Counter
from collections.abc import Iterator, Sequence

from lawcheck.checks.str.contents_order import wrong_order
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.contents import plain
from lawcheck.structure.document import Document, Node
from lawcheck.structure.frame import Contents
from lawcheck.text.patterns import Pattern

# What the contents may write otherwise than the text.
_SIGNS = Pattern(r"[\s:：.．·…、，,（）()《》“”\"—–-]+")


def contents_mismatch(document: Document) -> Iterator[Finding]:
    """STR014: an entry whose heading is called otherwise or is missing, and a heading that no entry names;
    entries and pages in another order than the text, and without number or page."""
    for part in document.frame.texts:
        for contents in part.contents:
            headings = [n for n in document.walk() if contents.end <= n.start < part.body.end and not n.inferred]
            yield from _mismatches(document.text, contents, headings)
            yield from wrong_order(contents, {node.start: node for node in headings})


def _mismatches(text: str, contents: Contents, headings: Sequence[Node]) -> Iterator[Finding]:
    named = {entry.heading for entry in contents.entries}
    listed = Counter(_level(node) for node in headings if node.start in named)
    every = Counter(map(_level, headings))
    # A level counts where the contents list most of its headings; of the others they list none.
    levels = {level for level, times in listed.items() if 2 * times >= every[level]}
    unnamed = [node for node in headings if _level(node) in levels and node.start not in named]
    # Without space and signs, for headings over two lines, annexes (附件1, and below it its title) and boxes.
    words = _words(text[contents.end :]) if any(entry.heading is None for entry in contents.entries) else ""
    for entry in contents.entries:
        if entry.heading is not None:
            continue
        if (listed_words := _words(entry.title)) in words:
            unnamed = [node for node in unnamed if not listed_words.startswith(_words(node.marker + node.title))]
            continue
        other = next((node for node in unnamed if entry.title.startswith(plain(node.marker))), None)
        if other:
            unnamed.remove(other)
            values = {"entry": entry.title, "heading": other.marker + other.title}
            yield Finding(entry.start, entry.end, values, related=((other.start, other.title_end, "related"),))
        elif listed:
            yield Finding(entry.start, entry.end, {"entry": entry.title}, "missing")
    for node in unnamed:
        # What goes on as a sentence is no heading.
        if text[node.title_end : node.title_end + 1].strip() == "":
            yield Finding(node.start, node.title_end, {"heading": node.marker + node.title}, "unlisted")


def _words(text: str) -> str:
    return _SIGNS.compiled.sub("", text)


def _level(node: Node) -> tuple[str, int]:
    """The level of a heading; 1.1 and 1.1.1 are two."""
    return node.level, node.marker.rstrip(".．").count(".")
