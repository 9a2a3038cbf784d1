"""Paragraphs that stand twice where a text can say nothing twice, however short they are (STR012).

Two items of one list, two articles of one text, two paragraphs under one heading, and two that follow one another. Two
lists, two annexes and two answers may well say the same.
"""

from collections.abc import Iterator

from lawcheck.checks.str.node_lines import own_line
from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.text.layers.copies import copied_stretch
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DAY, GAP
from lawcheck.text.vocabulary.han import HAN

_HAN = Pattern(f"[{HAN}]")
_STOPS = ("。", "；", ";")
_QUOTES = ("“", '"', "「", "《")
_COMMA = ("，", ",", "；")
# The fewest ideographs of items of one list, of paragraphs under one heading, of neighbours.
_ITEM, _PARAGRAPH, _NEIGHBOUR = 8, 14, 4
# A line of so many characters without a stop is a heading.
_HEADING = 24
_WIDE = tuple(zip(",;:!?()", "，；：！？（）", strict=True))
# What is filled in, or asked and answered, may be the same.
_FIELD = Pattern("[_＿：]$|^[问答]：|签[名字]|盖章")
# 整改情况：已整改到位。 may be said of each of several things.
_LABELLED = Pattern(f"^[{HAN}]{{2,8}}：")
_SIGNED = Pattern(f"{DAY}{GAP}日$")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph: what it says without its ordinal, where that stands, and what no other one says in its scope."""

    words: str
    start: int
    end: int
    scope: object
    is_item: bool


def twin_paragraphs(document: Document) -> Iterator[Finding]:
    """Items of one list, paragraphs under one heading, and neighbours that are the same."""
    seen: dict[tuple[object, str], _Piece] = {}
    last: list[_Piece] = []
    for piece in _pieces(document):
        earlier = seen.setdefault((piece.scope, piece.words), piece)
        if last and last[-1].words == piece.words and last[-1].is_item == piece.is_item and _is_said(piece):
            yield _told(piece, last[-1])
        elif earlier is not piece and _is_twin(piece):
            yield _told(piece, earlier)
        elif len(last) > 2 and _is_signature(last[-3:], piece):
            yield Finding(last[-1].start, piece.end, related=((last[-3].start, last[-2].end, "original"),))
        last = [*last[-2:], piece]


def _told(piece: _Piece, earlier: _Piece) -> Finding:
    return Finding(piece.start, piece.end, related=((earlier.start, earlier.end, "original"),))


def _is_said(piece: _Piece) -> bool:
    """Whether a paragraph says something that nobody says twice running."""
    return piece.words.endswith(_STOPS) and _length(piece) >= _NEIGHBOUR and not _FIELD.search(piece.words)


def _is_twin(piece: _Piece) -> bool:
    words = piece.words
    if words.startswith(_QUOTES) or _FIELD.search(words) or _LABELLED.search(words):
        return False
    is_sentence = words.endswith(_STOPS) or (piece.is_item and any(sign in words for sign in _COMMA))
    return is_sentence and _length(piece) >= (_ITEM if piece.is_item else _PARAGRAPH)


def _length(piece: _Piece) -> int:
    return len(_HAN.compiled.findall(piece.words))


def _is_signature(before: list[_Piece], piece: _Piece) -> bool:
    """Whether a signer and a date stand below the same signer and date."""
    same = before[0].words == before[2].words != piece.words == before[1].words
    return same and bool(_SIGNED.search(piece.words)) and not before[0].words.endswith(("：", ":"))


def _pieces(document: Document) -> Iterator[_Piece]:
    """Each paragraph outside tables; an item that has more than one of them has no twin."""
    families = _families(document)
    nodes = {node.start: node for node in document.walk() if not node.inferred}
    heading = -1
    copied = copied_stretch(document.view) or (0, 0)
    text = document.text
    # Twins may differ in the width of their signs; `str.translate` takes a hundred times as long.
    for sign, wide in _WIDE:
        text = text.replace(sign, wide)
    for paragraph in document.paragraphs:
        start = paragraph.start
        # What is left of a document's second copy is told with that (DOC014).
        if document.is_in_cell(start) or copied[0] <= start < copied[1]:
            continue
        node = nodes.get(start)
        if node is None:
            words = _said(text, start, paragraph.end)
            heading = start if len(words) <= _HEADING and not words.endswith(_STOPS) else heading
            yield _Piece(words, start, paragraph.end, heading, False)
            continue
        heading = start
        first, end = own_line(document, node)
        whole = not node.children and not text[end : node.end].strip()
        yield _Piece(_said(text, first, end), start, end, families[start] if whole else start, whole)


def _said(text: str, start: int, end: int) -> str:
    return "".join(text[start:end].split())


def _families(document: Document) -> dict[int, object]:
    """The list that each node belongs to; the articles of a text are one list, whatever chapter they are in."""
    found: dict[int, object] = {}
    families: list[tuple[int, tuple[Node, ...]]] = [(-1, document.nodes)]
    families += [(node.start, node.children) for node in document.walk()]
    for above, family in families:
        begun = above
        for node in family:
            begun = node.start if node.number == 1 else begun
            found[node.start] = (begun, node.level)
    text = 0
    for node in document.walk():
        if node.level == "article":
            text = node.start if node.number == 1 else text
            found[node.start] = (text, node.level)
    return found
