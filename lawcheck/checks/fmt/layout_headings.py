"""FMT: headings that the file does not know as such, and numbers that are partly typed."""

from collections.abc import Iterator, Mapping, Sequence

from lawcheck.checks.fmt.layout_parts import gathered
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.text.layout import FormattedParagraph

_FEWEST = 3
_LONGEST_HEADING = 40


def heading_level(document: Document) -> Iterator[Finding]:
    """FMT013: headings without a level in the outline of the file, where most others of their kind have one."""
    levels: dict[str, list[tuple[Node, FormattedParagraph]]] = {}
    at = _paragraphs(document)
    if not any(paragraph.format.outline for paragraph in at.values()):
        return
    # Annexes are often made by others, and nobody expects their headings in the contents.
    end = document.frame.annexes[0].start if document.frame.annexes else len(document.text)
    for node in document.walk():
        paragraph = at.get(document.view.source_offset(node.start))
        if node.start < end and paragraph and not node.inferred and _is_heading(document, node, paragraph):
            levels.setdefault(node.level, []).append((node, paragraph))
    spans: list[tuple[int, int]] = []
    for found in levels.values():
        without = [paragraph for _, paragraph in found if not paragraph.format.outline]
        if len(found) - len(without) >= max(_FEWEST, 2 * len(without)):
            spans += [(paragraph.start, paragraph.end) for paragraph in without]
    if spans:
        yield gathered(sorted(spans), {})


def _lists(
    document: Document, siblings: Sequence[Node], at: Mapping[int, FormattedParagraph]
) -> Iterator[list[FormattedParagraph]]:
    """The paragraphs of each list: numbers of one form, until they begin anew."""
    lists: dict[str, list[FormattedParagraph]] = {}
    last: dict[str, int] = {}
    for node in siblings:
        found = at.get(document.view.source_offset(node.start))
        if found is None or node.inferred or node.number is None:
            continue
        if node.number == 1 and last.get(node.form, 0) > 1:
            yield lists.pop(node.form)
        lists.setdefault(node.form, []).append(found)
        last[node.form] = node.number
    yield from lists.values()


def _paragraphs(document: Document) -> dict[int, FormattedParagraph]:
    """The paragraphs of the body outside tables and contents, by where their text begins."""
    if document.layout is None:
        return {}
    text = document.view.source_text
    found = {}
    for paragraph in document.layout.paragraphs:
        written = text[paragraph.start : paragraph.end]
        found[paragraph.start + len(written) - len(written.lstrip())] = paragraph
    return found


def _is_heading(document: Document, node: Node, paragraph: FormattedParagraph) -> bool:
    """Whether a node is a line by itself that is no sentence."""
    end = document.view.source_end(node.title_end)
    text = document.view.source_text
    return paragraph.end - paragraph.start <= _LONGEST_HEADING and not text[end : paragraph.end].strip("。：； \u3000")


def mixed_numbering(document: Document) -> Iterator[Finding]:
    """FMT014: typed numbers among automatic ones, and numbers that stand twice because one of them is automatic."""
    text = document.view.source_text
    twice: list[tuple[int, int]] = []
    spans: list[tuple[int, int]] = []
    at = _paragraphs(document)
    if all(paragraph.body_start == paragraph.start for paragraph in at.values()):
        return
    for paragraph in at.values():
        label = text[paragraph.start : paragraph.body_start].strip()
        if len(label) > 1 and text.startswith(label, paragraph.body_start):
            twice.append((paragraph.body_start, paragraph.body_start + len(label)))
    for siblings in document.families:
        for members in _lists(document, siblings, at):
            typed = [paragraph for paragraph in members if paragraph.body_start == paragraph.start]
            if typed and len(typed) < len(members) and len(members) >= _FEWEST:
                spans += [(paragraph.start, paragraph.end) for paragraph in typed]
    if spans:
        yield gathered(sorted(spans), {})
    if twice:
        yield gathered(twice, {}, "twice")
