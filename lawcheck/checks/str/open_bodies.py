"""The texts under headings that lack their last stop, where those under sister headings have it (STR020)."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from lawcheck.checks.str.node_lines import at_line_start, own_line
from lawcheck.structure.document import Document, Node, Paragraph
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE
from lawcheck.text.vocabulary.han import is_han
from lawcheck.text.vocabulary.offices import ends_as_office

_ENDED = frozenset("。；！？")
_STOP = Pattern("[。！？]")
# A list of names under a heading is as long and has so many signs when it is a sentence.
_LONG, _SIGNS = 18, 2
_DIVIDES = Pattern("[、，]")
_SHORTEST_TAIL = 8
# Fields, addresses, times and numbers are filled in without a stop; a heading may be glued to the sentence before.
_NO_SENTENCE = Pattern(
    f"[：:\t→]|^[ \u3000]*[（(]?[一二三四五六七八九十0-9]{{1,3}}[）)、.．]|{DATE}"
    "|[0-9]{5}|https?:|[0-9一二三四五六七八九十]+[号楼室层]$|[（(][^（()）]*$"
)
_LONGEST = 2000


def open_bodies(document: Document) -> Iterator[int]:
    """Where such texts end: a paragraph of sentences, or one list of names that is alone without its stop."""
    text = document.text
    starts = [paragraph.start for paragraph in document.paragraphs]
    for family in document.families:
        bodies = list(_bodies(document, family, starts))
        stopped = sum(text[body.end - 1] in _ENDED for body in bodies)
        # What stands under the last heading may be followed by anything.
        open_ones = [body for body in bodies if is_han(text[body.end - 1])]
        of_sentences = [body for body in open_ones if _has_sentences(text, body)]
        lists = [body for body in open_ones if body not in of_sentences and _is_list(text, body)]
        if not stopped or len(open_ones) != len(of_sentences) + len(lists) or len(bodies) != stopped + len(open_ones):
            continue
        yield from (body.end for body in of_sentences)
        if len(lists) == 1 and stopped + len(of_sentences) > 1:
            yield lists[0].end


def _bodies(document: Document, family: Sequence[Node], starts: Sequence[int]) -> Iterator[Paragraph]:
    """The last paragraph under each heading that has a line of its own and no items below, but for the last one.

    `starts` are those of the document's paragraphs.
    """
    for index, node in enumerate(family):
        if node.children or node.inferred or document.is_in_cell(node.start) or not at_line_start(document, node):
            continue
        title_end = own_line(document, node)[1]
        first = bisect_left(starts, title_end)
        last = bisect_left(starts, node.end)
        is_last = index == len(family) - 1
        # The letter may be signed under the last of its items.
        last = min(last, first + 1) if is_last else last
        if last > first:
            yield document.paragraphs[last - 1]


def _has_sentences(text: str, body: Paragraph) -> bool:
    """Whether a paragraph has a stop inside, and what follows it is no name or field."""
    tail = _tail(text, body)
    return len(tail) >= _SHORTEST_TAIL and not _NO_SENTENCE.search(tail) and not ends_as_office(tail)


def _is_list(text: str, body: Paragraph) -> bool:
    line = text[body.start : body.end].strip()
    signs = len(_DIVIDES.compiled.findall(line))
    is_one = len(line) >= _LONG and signs >= _SIGNS and not _tail(text, body)
    return is_one and not _NO_SENTENCE.search(line) and not ends_as_office(line)


def _tail(text: str, body: Paragraph) -> str:
    """What stands behind the last stop of a paragraph that has one."""
    stops = list(_STOP.finditer(text, max(body.start, body.end - _LONGEST), body.end))
    return text[stops[-1].end() : body.end] if stops else ""
