"""From the lines of a document to its frame: tokens, what the grammar makes of them, and the parts that these are."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from lawcheck.records import dataclass, field
from lawcheck.structure.contents import MOST_TABLES, contents_lines, read_contents
from lawcheck.structure.frame import (
    Annex,
    AnnexNote,
    Contents,
    Extent,
    Frame,
    FrameName,
    Glued,
    Imprint,
    Title,
)
from lawcheck.structure.frame_cells import FrameCells
from lawcheck.structure.frame_ends import date_of_head, first_copy_end, remarks, signing_date
from lawcheck.structure.frame_glued import glued_places
from lawcheck.structure.frame_labels import LABEL, NOTE_ITEM, SUBITEM, Line
from lawcheck.structure.frame_lexer import FrameLexer, FramePiece
from lawcheck.structure.frame_names import signers
from lawcheck.structure.frame_phrases import (
    BODY,
    FIRST_HEADINGS,
    Phrase,
    addressee,
    is_form,
    letterhead,
    name_length,
    say_the_same,
    signs_undated,
    title,
)
from lawcheck.structure.frame_whole_names import whole_names
from lawcheck.structure.grammar import load_grammar
from lawcheck.structure.lexer import Candidate
from lawcheck.text.vocabulary.numerals import parse_numeral

# What closes a text, when it stands at its end.
_CLOSING = frozenset(("note", "announced", "signature", "signature_date", "dated", "remark", "imprint", "stray"))
_SIGNED = frozenset(("signature", "signature_date", "dated", "imprint"))
# A signature with the title that follows it.
_TITLED = frozenset(("signed_title", "named_title"))
_SHORTEST_LINE = 7
_ABOVE_A_TEXT = frozenset(("title", "addressee", "contents"))
_HEAD = frozenset(("mark", "number", "title", "lines", "addressee", "contents", "opening_text", "issue"))


@dataclass(slots=True)
class _Part:
    """The phrases of the document or of one annex, in order."""

    start: int
    label: Phrase | None = None
    phrases: list[Phrase] = field(default_factory=list)


def find_frame(
    text: str,
    lines: Sequence[Line],
    ordinals: Mapping[int, Candidate],
    is_marked: Callable[[int], bool] = lambda _: False,
    in_cell: Callable[[int], bool] = lambda _: False,
) -> Frame:
    """The frame of a text with these lines; any lines have one.

    `ordinals` are what may be ordinals at the start of a line, by their place; `is_marked` says of a place whether the
    file itself calls it a table of contents, `in_cell` whether it stands in a table.
    """
    # What stands there a second time is no annex of the first.
    text = text[: first_copy_end(text)]
    lines = [(start, min(end, len(text))) for start, end in lines if start < len(text)]
    entries = contents_lines(text, lines, ordinals, is_marked)
    cells = frozenset(start for start, _ in lines if in_cell(start))
    pieces = FrameLexer(text, lines, ordinals).pieces(entries, FrameCells(text, lines, cells))
    tokens = ((piece.terminal, piece) for piece in pieces)
    phrases: list[Phrase] = load_grammar("official.lark").parse(tokens, _build)
    return _Folder(text, lines).frame(list(_parts(phrases)), tuple(glued_places(text, phrases)))


def _build(rule: str, children: list[Any]) -> Any:
    if rule == "start":
        return children
    pieces = (p for child in children for p in (child.pieces if isinstance(child, Phrase) else (child,)))
    return Phrase(rule, tuple(pieces))


def _parts(phrases: Iterable[Phrase]) -> Iterator[_Part]:
    """The document, and each annex: one begins with a label, or with what follows a signature."""
    part = _Part(0)
    signed = False
    for phrase in phrases:
        if phrase.rule == "annex" and phrase.pieces[0].terminal == "NAMED":
            yield part
            part, signed = _Part(phrase.start, None, [Phrase("title", phrase.pieces)]), False
        elif phrase.rule == "annex" and (part.phrases or part.label):
            yield part
            part, signed = _Part(phrase.start, phrase), False
        elif phrase.rule == "annex":
            part.label = phrase
        elif phrase.rule in _TITLED:
            last = 1 if phrase.rule == "signed_title" else len(phrase.pieces) - 1
            part.phrases.append(Phrase("signature", phrase.pieces[:last]))
            yield part
            part, signed = _Part(phrase.pieces[last].start, None, [Phrase("title", phrase.pieces[last:])]), False
        elif signed and phrase.rule in _HEAD:
            yield part
            part, signed = _Part(phrase.start, None, [phrase]), False
        else:
            part.phrases.append(phrase)
        signed = signed or phrase.rule in _SIGNED
    yield part


class _Folder:
    """Makes the frame of one text from its parts."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self._text = text
        self._lines = lines
        self._starts = [start for start, _ in lines]

    def frame(self, parts: list[_Part], glued: tuple[Glued, ...]) -> Frame:
        """The frame of the document, which is the first part."""
        main, *others = parts
        ends = [*(part.start for part in others), len(self._text)]
        imprint = self._imprint([p for part in parts for p in part.phrases if p.rule == "imprint"])
        notes = (self._note([p for p in part.phrases if p.rule in ("note", "announced")]) for part in parts)
        names = frozenset(name.name for note in notes if note for name in note.names)
        for part in others:
            part.phrases = list(self._titled_by_one_name(part, names))
        annexes = [self._annex(part, end, imprint) for part, end in zip(others, ends[1:], strict=True)]
        return Frame(
            **self._common(main, ends[0], annexed=False),
            letterhead=letterhead(self._text, main.phrases),
            addressee=addressee(self._text, main.phrases),
            annexes=tuple(annex for annex in annexes if annex),
            imprint=imprint,
            glued=glued,
        )

    def _titled_by_one_name(self, part: _Part, names: frozenset[str]) -> Iterator[Phrase]:
        """The phrases of an annex: what stands below its name, as the header of a table does, is no part of its title.

        `names` are those of the note on annexes.
        """
        titled = part.label is None and not is_form(self._text, part.phrases[:1])
        named = False
        for phrase in part.phrases:
            titled = titled or phrase.rule in BODY
            if phrase.rule not in ("title", "lines") or (titled and not named):
                yield phrase
            elif titled or (phrase.rule == "lines" and not self._goes_on_label(part, phrase)):
                titled = True
                yield Phrase("text", phrase.pieces)
            else:
                titled = True
                lines = [self._text[p.start : p.end] for p in phrase.pieces]
                count = name_length(lines, names)
                words = "".join("".join(lines[:count]).split())
                named = words in names or words.endswith("表")
                yield Phrase("title" if count < len(lines) else phrase.rule, phrase.pieces[:count])
                if count < len(lines):
                    yield Phrase("text", phrase.pieces[count:])

    def _goes_on_label(self, part: _Part, lines: Phrase) -> bool:
        """Whether lines below a label are a title: it has no name beside it, or they say the same."""
        named = self._name_at_label(part)
        return named is None or say_the_same(self._title(lines.start, lines.end), named)

    def _name_at_label(self, part: _Part) -> Title | None:
        """The title of an annex that stands in one line with its label."""
        label = LABEL.match(self._text, part.label.start, part.label.end) if part.label else None
        if part.label is None or label is None or label.end() == part.label.end:
            return None
        return self._title(label.end(), part.label.end)

    def _title(self, start: int, end: int) -> Title:
        return Title("".join(self._text[start:end].split()), start, end)

    def _common(self, part: _Part, end: int, annexed: bool) -> dict[str, Any]:
        """What the document and each annex has."""
        phrases = part.phrases
        closing = len(phrases)
        while closing and phrases[closing - 1].rule in _CLOSING:
            closing -= 1
        closing -= signs_undated(self._text, phrases[:closing])
        tail = phrases[closing:]
        opened = next((n for n, p in enumerate(phrases) if p.rule in BODY), closing)
        below = phrases[opened] if opened < closing else None
        named = title(self._text, phrases[:opened], part.label is not None, annexed, below)
        opened = self._without_bylines(phrases, opened)
        start = phrases[opened].start if opened < closing else _head_end(part, phrases[:closing], named)
        return {
            "title": named,
            "body": Extent(start, max(start, tail[0].start if tail else end)),
            "contents": tuple(
                self._contents(p, end) for p in islice((p for p in phrases if p.rule == "contents"), MOST_TABLES)
            ),
            "note": self._note([p for p in phrases if p.rule in ("note", "announced")]),
            "signers": tuple(
                whole_names(n for p in _pieces(tail, "NAMES", "SIGNER") for n in signers(self._text, p.start, p.end))
            ),
            "date": signing_date(self._text, tail) or date_of_head(self._text, phrases),
            "remarks": tuple(Extent(p.start, p.end) for p in remarks(self._text, phrases)),
        }

    def _without_bylines(self, phrases: Sequence[Phrase], opened: int) -> int:
        """The first phrase of a body: lines between a title and a text that are too long for bylines belong to it."""
        lines = phrases[opened - 1] if 1 < opened < len(phrases) else None
        if lines is None or lines.rule != "lines" or phrases[opened - 2].rule not in _ABOVE_A_TEXT:
            return opened
        first = lines.pieces[0]
        is_heading = "".join(self._text[first.start : first.end].split()) in FIRST_HEADINGS
        is_text = first.terminal == "PART" and (is_heading or first.end - first.start >= _SHORTEST_LINE)
        return opened - 1 if is_text else opened

    def _annex(self, part: _Part, end: int, imprint: Imprint | None) -> Annex | None:
        """An annex; None for what follows a signature and is neither labelled nor titled nor a text."""
        if imprint and part.start < imprint.start < end:
            end = imprint.start
        common = self._common(part, end, annexed=True)
        label = LABEL.match(self._text, part.label.start, part.label.end) if part.label else None
        if named := self._name_at_label(part):
            below = common["title"]
            common["title"] = below if below and say_the_same(below, named) else named
        elif label is None and not (common["title"] or any(p.rule in BODY for p in part.phrases)):
            return None
        number = label["number"] if label else None
        return Annex(
            **common,
            label=Extent(label.start(), label.start("gap")) if label else None,
            number=parse_numeral(number) if number else None,
            start=part.start,
            end=end,
        )

    def _contents(self, phrase: Phrase, end: int) -> Contents:
        heading = next(((p.start, p.end) for p in phrase.pieces if p.terminal == "CONTENTS"), None)
        entries = [(p.start, p.end) for p in phrase.pieces if p.terminal == "ENTRY"]
        first = bisect_left(self._starts, phrase.end)
        return read_contents(self._text, heading, entries, self._lines[first : bisect_left(self._starts, end)])

    def _note(self, phrases: Sequence[Phrase]) -> AnnexNote | None:
        if not phrases:
            return None
        names: list[FrameName] = []
        for phrase in phrases:
            found = list(self._announced(phrase))
            begins = LABEL.match(self._text, phrase.start, phrase.end) or NOTE_ITEM.match(self._text, phrase.start)
            if names and found and not begins and not SUBITEM.match(self._text, phrase.start):
                first = names.pop()
                found[0] = FrameName(first.name + found[0].name, first.start, found[0].end)
            names += found
        # A name may go on in the next line behind 、.
        whole = tuple(FrameName(name.name.rstrip("，,、"), name.start, name.end) for name in names)
        return AnnexNote(whole, phrases[0].start, phrases[-1].end)

    def _announced(self, phrase: Phrase) -> Iterator[FrameName]:
        """The names of the annexes in a line of the note."""
        label = LABEL.match(self._text, phrase.start, phrase.end)
        start = label.end() if label else phrase.start
        items = [m.span() for m in NOTE_ITEM.finditer(self._text, start, phrase.end)] or [(start, start)]
        for (_, begin), (end, _) in zip(items, [*items[1:], (phrase.end, 0)], strict=True):
            if words := "".join(self._text[begin:end].split()).rstrip("。；;"):
                yield FrameName(words, begin, end)

    def _imprint(self, phrases: Sequence[Phrase]) -> Imprint | None:
        if not phrases:
            return None
        copied = tuple(Extent(p.start, p.end) for p in _pieces(phrases, "COPIES"))
        lines = list(_pieces(phrases, "PRINTED"))
        over_two = len(lines) > 1 and not self._text[lines[0].end : lines[1].start].strip()
        printed = Extent(lines[0].start, lines[over_two].end) if lines else None
        return Imprint(copied, printed, phrases[0].start, phrases[-1].end)


def _head_end(part: _Part, phrases: Sequence[Phrase], named: Title | None) -> int:
    """Where a body begins that has no sentence in it: behind its head; a list of names is a body too."""
    last = max((phrase.end for phrase in phrases if phrase.rule in _HEAD and phrase.rule != "lines"), default=0)
    return max(part.label.end if part.label else part.start, last, named.end if named else 0)


def _pieces(phrases: Iterable[Phrase], *terminals: str) -> Iterator[FramePiece]:
    return (piece for phrase in phrases for piece in phrase.pieces if piece.terminal in terminals)
