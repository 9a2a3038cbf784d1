"""From the lines of a document to its frame: tokens, what the grammar makes of them, and the parts that these are."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile, zip_longest
from typing import Any

from lawcheck.structure.contents import contents_lines, read_contents
from lawcheck.structure.frame import (
    Addressee,
    Annex,
    AnnexNote,
    Contents,
    Extent,
    Frame,
    Glued,
    Imprint,
    Letterhead,
    Named,
    Secrecy,
    SigningDate,
    Title,
)
from lawcheck.structure.frame_heads import number_at
from lawcheck.structure.frame_lexer import LABEL, NOTE_ITEM, SECRECY, FramePiece, Line, frame_pieces
from lawcheck.structure.frame_names import addressees, signers
from lawcheck.structure.grammar import load_grammar
from lawcheck.structure.lexer import Candidate
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import dates_in
from lawcheck.text.vocabulary.document_numbers import DocumentNumber
from lawcheck.text.vocabulary.numerals import parse_numeral

_APPROVERS = Pattern(r"[\u4e00-\u9fffXx×]{2,4}")
# What closes a text, when it stands at its end.
_CLOSING = frozenset(("note", "announced", "signature", "signature_date", "dated", "remark", "imprint", "stray"))
_SIGNED = frozenset(("signature", "signature_date", "dated", "imprint", "signed_title"))
_HEAD = frozenset(("mark", "number", "title", "lines", "addressee", "contents", "opening_text", "issue"))
_BODY = frozenset(("text", "opening_text", "issue", "dated_text", "unsigned"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a rule of the grammar stands for, and its tokens."""

    rule: str
    pieces: tuple[FramePiece, ...]

    @property
    def start(self) -> int:
        """Its first character."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Behind its last character."""
        return self.pieces[-1].end


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
    entries = contents_lines(text, lines, ordinals, is_marked)
    cells = frozenset(start for start, _ in lines if in_cell(start))
    pieces = list(frame_pieces(text, lines, ordinals, entries, cells))
    tokens = ((piece.terminal, piece) for piece in pieces)
    phrases: list[Phrase] = load_grammar("official.lark").parse(tokens, _build)
    return _Folder(text, lines).frame(list(_parts(phrases)), tuple(_glued(phrases)))


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
        if phrase.rule == "annex" and (part.phrases or part.label):
            yield part
            part, signed = _Part(phrase.start, phrase), False
        elif phrase.rule == "annex":
            part.label = phrase
        elif phrase.rule == "signed_title":
            day, *title = phrase.pieces
            part.phrases.append(Phrase("signature_date", (day,)))
            yield part
            part, signed = _Part(title[0].start, None, [Phrase("title", tuple(title))]), False
        elif signed and phrase.rule in _HEAD:
            yield part
            part, signed = _Part(phrase.start, None, [phrase]), False
        else:
            part.phrases.append(phrase)
        signed = signed or phrase.rule in _SIGNED - {"signed_title"}
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
        annexes = [self._annex(part, end, imprint) for part, end in zip(others, ends[1:], strict=True)]
        return Frame(
            **self._common(main, ends[0]),
            letterhead=self._letterhead(main),
            addressee=self._addressee(main),
            annexes=tuple(annex for annex in annexes if annex),
            imprint=imprint,
            glued=glued,
        )

    def _common(self, part: _Part, end: int) -> dict[str, Any]:
        """What the document and each annex has."""
        phrases = part.phrases
        closing = len(phrases)
        while closing and phrases[closing - 1].rule in _CLOSING:
            closing -= 1
        tail = phrases[closing:]
        opened = next((n for n, p in enumerate(phrases) if p.rule in _BODY), closing)
        start = phrases[opened].start if opened < closing else phrases[closing - 1].end if closing else part.start
        return {
            "title": self._title(phrases[:opened], annexed=part.label is not None),
            "body": Extent(start, max(start, tail[0].start if tail else end)),
            "contents": tuple(self._contents(p, end) for p in phrases if p.rule == "contents"),
            "note": self._note([p for p in phrases if p.rule in ("note", "announced")]),
            "signers": tuple(name for p in _pieces(tail, "NAMES") for name in signers(self._text, p.start, p.end)),
            "date": self._date(tail),
            "remarks": tuple(Extent(p.start, p.end) for p in phrases if p.rule == "remark"),
        }

    def _annex(self, part: _Part, end: int, imprint: Imprint | None) -> Annex | None:
        """An annex; None for what follows a signature and is neither labelled nor titled nor a text."""
        if imprint and part.start < imprint.start < end:
            end = imprint.start
        common = self._common(part, end)
        label = part.label and LABEL.match(self._text, part.label.start, part.label.end)
        title = common["title"]
        if part.label and label and label.end() < part.label.end:
            name = self._text[label.end() : part.label.end]
            common["title"] = title or Title("".join(name.split()), label.end(), part.label.end)
        elif label is None and not (title or any(p.rule in _BODY for p in part.phrases)):
            return None
        number = label["number"] if label else None
        return Annex(
            **common,
            label=Extent(label.start(), label.start("gap"))
            if label and label["gap"] is not None
            else label and Extent(*label.span()),
            number=parse_numeral(number) if number else None,
            start=part.start,
            end=end,
        )

    def _letterhead(self, part: _Part) -> Letterhead:
        """The letterhead; the name of an office above the number is the issuer's mark too."""
        head = list(takewhile(lambda p: p.rule not in _BODY, part.phrases))
        first = {p.rule: p for p in reversed(head)}
        secrecy = first.get("secrecy")
        found = secrecy and SECRECY.match(self._text, secrecy.start)
        approver = first.get("approver")
        return Letterhead(
            copies_number=_extent(first.get("copies_number")),
            secrecy=Secrecy(found["level"], found["term"] or "", *found.span()) if found else None,
            urgency=_extent(first.get("urgency")),
            mark=_extent(first.get("mark") or _office_mark(head)),
            number=self._number(first.get("number")),
            approvers=tuple(self._approvers(approver)) if approver else (),
        )

    def _number(self, phrase: Phrase | None) -> DocumentNumber | None:
        found = number_at(self._text, phrase.start, phrase.end) if phrase else None
        return found[0] if found else None

    def _approvers(self, phrase: Phrase) -> Iterator[Named]:
        colon = max(self._text.find(sign, phrase.start, phrase.end) for sign in "：:")
        return (Named(m[0], *m.span()) for m in _APPROVERS.finditer(self._text, colon, phrase.end))

    def _addressee(self, part: _Part) -> Addressee | None:
        phrase = next((p for p in part.phrases if p.rule == "addressee"), None)
        if phrase is None:
            return None
        return Addressee(addressees(self._text, phrase.start, phrase.end), phrase.start, phrase.end)

    def _title(self, head: Sequence[Phrase], annexed: bool) -> Title | None:
        """The title above a body: of several the last that says the same, as pages repeat theirs above a document.

        Without a genre a line is one below the label of an annex, before a number or addressee, and where it says
        what the document is about.
        """
        titles = [self._made(p) for p in head if p.rule == "title"]
        if titles:
            return next(
                t
                for t in reversed(titles)
                if _core(t.text) in _core(titles[0].text) or _core(titles[0].text) in _core(t.text)
            )
        for phrase, after in zip_longest(head, head[1:]):
            if phrase.rule == "lines" and phrase is not _office_mark(head):
                title = self._made(phrase)
                if annexed or "关于" in title.text or (after and after.rule in ("number", "addressee")):
                    return title
        return None

    def _made(self, phrase: Phrase) -> Title:
        return Title("".join(self._text[phrase.start : phrase.end].split()), phrase.start, phrase.end)

    def _contents(self, phrase: Phrase, end: int) -> Contents:
        heading = next(((p.start, p.end) for p in phrase.pieces if p.terminal == "CONTENTS"), None)
        entries = [(p.start, p.end) for p in phrase.pieces if p.terminal == "ENTRY"]
        first = bisect_left(self._starts, phrase.end)
        return read_contents(self._text, heading, entries, self._lines[first : bisect_left(self._starts, end)])

    def _note(self, phrases: Sequence[Phrase]) -> AnnexNote | None:
        if not phrases:
            return None
        names = tuple(name for phrase in phrases for name in self._announced(phrase))
        return AnnexNote(names, phrases[0].start, phrases[-1].end)

    def _announced(self, phrase: Phrase) -> Iterator[Named]:
        """The names of the annexes in a line of the note."""
        label = LABEL.match(self._text, phrase.start, phrase.end)
        start = label.end() if label else phrase.start
        items = [m.span() for m in NOTE_ITEM.finditer(self._text, start, phrase.end)] or [(start, start)]
        for (_, begin), (end, _) in zip(items, [*items[1:], (phrase.end, 0)], strict=True):
            if words := "".join(self._text[begin:end].split()).rstrip("。；;，,、"):
                yield Named(words, begin, end)

    def _date(self, tail: Sequence[Phrase]) -> SigningDate | None:
        for piece in _pieces((p for p in tail if p.rule not in ("stray", "imprint")), "DATE"):
            day = next(iter(dates_in(self._text, piece.start, piece.end)), None)
            if day:
                return SigningDate(day.iso if day.exists else None, day.start, day.end)
        return None

    def _imprint(self, phrases: Sequence[Phrase]) -> Imprint | None:
        if not phrases:
            return None
        copied = tuple(Extent(p.start, p.end) for p in _pieces(phrases, "COPIES"))
        printed = next((Extent(p.start, p.end) for p in _pieces(phrases, "PRINTED")), None)
        return Imprint(copied, printed, phrases[0].start, phrases[-1].end)


def _pieces(phrases: Iterable[Phrase], terminal: str) -> Iterator[FramePiece]:
    return (piece for phrase in phrases for piece in phrase.pieces if piece.terminal == terminal)


def _extent(phrase: Phrase | None) -> Extent | None:
    return Extent(phrase.start, phrase.end) if phrase else None


def _office_mark(head: Sequence[Phrase]) -> Phrase | None:
    """The names of offices that stand directly above the number."""
    return next(
        (a for a, b in pairwise(head) if a.rule == "lines" and b.rule == "number" and _names_only(a)),
        None,
    )


def _names_only(phrase: Phrase) -> bool:
    return all(piece.terminal == "NAMES" for piece in phrase.pieces)


def _core(title: str) -> str:
    """A title without what may stand before it: 关于…的通知 in 示例局关于…的通知."""
    return title.removeprefix("关于")


def _glued(phrases: Sequence[Phrase]) -> Iterator[Glued]:
    """The places inside lines at which a part begins, each with what it is."""
    for before, phrase in pairwise(phrases):
        if phrase.pieces[0].glued and phrase.rule not in ("text", "dated_text", "unsigned"):
            yield Glued(phrase.start, before.rule, "text" if phrase.rule in _BODY else phrase.rule)
