"""The places inside lines at which a part of the frame begins."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lawcheck.structure.frame import Glued
from lawcheck.structure.frame_labels import LABEL, NOTE_ITEM
from lawcheck.structure.frame_lexer import FramePiece
from lawcheck.structure.frame_names import signers
from lawcheck.structure.frame_phrases import BODY, Phrase
from lawcheck.structure.frame_whole_names import whole_names
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import dates_in

# What may share its line with what stands before it, when there is space between them.
_SPACED = frozenset(("approver", "secrecy", "urgency", "copies_number", "mark", "remark"))
# What is no part that begins a line of its own.
_FREE = frozenset(("text", "dated_text", "unsigned", "byline", "stray"))
_SPACE = " \t\u3000\xa0"
# The row of a table that is written as text: 3 新建农田 示例区农业农村局 2027年12月.
_ROW = Pattern(f"[{_SPACE}]*[0-9０-９]{{1,3}}[{_SPACE}]+[^{_SPACE}\n][^\n]*[{_SPACE}]$")


def glued_places(text: str, phrases: Sequence[Phrase]) -> Iterator[Glued]:
    """Each place inside a line at which a part begins, with what it is, in order."""
    before: Phrase | None = None
    for phrase in phrases:
        # What stands behind a label of a web page's catalogue is glued to nothing of the document.
        if before and before.rule != "byline" and phrase.pieces[0].glued and phrase.rule not in _FREE:
            touches = text[phrase.start - 1] not in _SPACE
            if (touches or phrase.rule not in _SPACED) and not _ROW.match(text, _line(text, phrase), phrase.start):
                yield Glued(phrase.start, before.rule, "text" if phrase.rule in BODY else phrase.rule)
        yield from _within(text, phrase)
        before = phrase


def _line(text: str, phrase: Phrase) -> int:
    """Where the line begins that a part stands in."""
    return text.rfind("\n", 0, phrase.start) + 1


def _within(text: str, phrase: Phrase) -> Iterator[Glued]:
    """The places at which parts of one phrase touch: a date and its signer, two signers, a label and a title."""
    rule = phrase.rule
    if rule in ("signature", "named_title", "names"):
        for before, piece in pairwise((None, *phrase.pieces)):
            if piece is None:
                continue
            if piece.terminal == "NAMES":
                yield from _signers(text, piece)
            elif piece.terminal == "DATE" and before and piece.glued and text[piece.start - 1] not in _SPACE:
                yield Glued(piece.start, rule, "date")
    elif rule == "note":
        yield from (place for piece in phrase.pieces for place in _items(text, piece))
    elif rule in ("annex", "announced"):
        yield from _titles(text, phrase.pieces[0])
    elif rule == "imprint":
        yield from (place for piece in phrase.pieces if piece.terminal == "PRINTED" for place in _printed(text, piece))


def _signers(text: str, piece: FramePiece) -> Iterator[Glued]:
    for one, other in pairwise(whole_names(signers(text, piece.start, piece.end))):
        if one.end == other.start:
            yield Glued(other.start, "signature", "signer")


def _items(text: str, piece: FramePiece) -> Iterator[Glued]:
    """The second and every further annex that a line of the note names, in the order of their numbers."""
    label = LABEL.match(text, piece.start, piece.end)
    first = label.end() if label else piece.start
    expected = 0
    for item in NOTE_ITEM.finditer(text, first, piece.end):
        number = int(item["number"])
        if expected and number != expected:
            continue
        if expected and text[item.start() - 1] not in _SPACE:
            yield Glued(item.start(), "note", "item")
        expected = number + 1


def _titles(text: str, piece: FramePiece) -> Iterator[Glued]:
    """附件1示例区绿化方案: the label of an annex and its title, with nothing between them."""
    label = LABEL.match(text, piece.start, piece.end) if piece.terminal == "LABELLED" else None
    if label and label.end() < piece.end and not label["gap"] and not label["colon"]:
        yield Glued(label.end(), "label", "title")


def _printed(text: str, piece: FramePiece) -> Iterator[Glued]:
    """示例区人民政府办公室2024年3月5日印发."""
    for day in dates_in(text, piece.start, piece.end)[:1]:
        if day.start > piece.start and text[day.start - 1] not in _SPACE:
            yield Glued(day.start, "imprint", "printed")
