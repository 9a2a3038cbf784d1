"""What the phrases above a body are: the letterhead, the title and the addressee."""

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise, takewhile, zip_longest

from lawcheck.records import dataclass
from lawcheck.structure.frame import Addressee, Extent, FrameName, Letterhead, Secrecy, Title
from lawcheck.structure.frame_heads import FORWARDS, number_at
from lawcheck.structure.frame_lexer import FramePiece
from lawcheck.structure.frame_names import addressees
from lawcheck.structure.frame_stamps import SECRECY
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.document_numbers import DocumentNumber, SerialNumber
from lawcheck.text.vocabulary.genres import FORM_GENRE
from lawcheck.text.vocabulary.han import COMMON_HAN
from lawcheck.text.vocabulary.sentences import SENTENCE_ENDS

# The phrases of a body.
BODY = frozenset(("text", "opening_text", "issue", "dated_text", "unsigned"))
# Headings without an ordinal that a text begins with.
FIRST_HEADINGS = frozenset(
    (
        "范围",
        "适用范围",
        "前言",
        "引言",
        "序言",
        "导语",
        "总则",
        "目的",
        "编制目的",
        "背景",
        "概述",
        "总体要求",
        "指导思想",
    )
)
# A heading of Markdown.
_HEADING_SIGN = Pattern(r"(?:#{1,6}[ \u3000]|[|｜])[ \u3000]{0,3}")
# What is cut off and sent back.
_SLIP = "回执"
# What the name of an annex ends in that is no text.
_FORM_END = Pattern(f"(?:{FORM_GENRE}|[单卡]|{_SLIP})(?:[（(][^（）()]{{1,20}}[）)])?$")
# How a letter ends, above who signs it.
_FORMULA = Pattern("(?:[特专]此[^。，；]{0,10}|[妥当]否[^。；]{0,16})[。！？]?\\s*$")
_LONGEST_FORMULA = 40
_SHORTEST_FORM = 6
_WITHOUT_MARKS = str.maketrans("", "", "《》")
_SHORTEST_HEADLINE, _LONGEST_HEADLINE, _LONG_PARAGRAPH = 8, 45, 40
_SET_APART = Pattern(f"(?:[{COMMON_HAN}][ \u3000]{{1,8}}){{1,5}}[{COMMON_HAN}]$")
# The columns of an office's page.
_COLUMNS = frozenset(
    (
        "政府信息公开",
        "政务公开",
        "信息公开",
        "通知公告",
        "公告公示",
        "公示公告",
        "通知通告",
        "工作动态",
        "规范性文件",
        "政策文件",
    )
)
_APPROVERS = Pattern(f"[{COMMON_HAN}Xx×]{{2,4}}")


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
        """After its last character."""
        return self.pieces[-1].end


def letterhead(text: str, phrases: Sequence[Phrase]) -> Letterhead:
    """The letterhead; the name of an office above the number is the issuer's mark too."""
    head = list(takewhile(lambda p: p.rule not in BODY, phrases))
    first = {p.rule: p for p in reversed(head)}
    secrecy = first.get("secrecy")
    found = secrecy and SECRECY.match(text, secrecy.start)
    return Letterhead(
        copies_number=_extent(first.get("copies_number")),
        secrecy=Secrecy(found["level"], found["term"] or "", *found.span()) if found else None,
        urgency=_extent(first.get("urgency")),
        mark=_mark(head),
        number=_number(text, first.get("number")),
        approvers=tuple(_approvers(text, first.get("approver"))),
    )


def _extent(phrase: Phrase | None) -> Extent | None:
    return Extent(phrase.start, phrase.end) if phrase else None


def _number(text: str, phrase: Phrase | None) -> DocumentNumber | SerialNumber | None:
    found = number_at(text, phrase.start, phrase.end) if phrase else None
    return found[0] if found else None


def _approvers(text: str, phrase: Phrase | None) -> Iterator[FrameName]:
    if phrase:
        colon = max(text.find(sign, phrase.start, phrase.end) for sign in "：:")
        yield from (FrameName(m[0], *m.span()) for m in _APPROVERS.finditer(text, colon, phrase.end))


def _office_mark(head: Sequence[Phrase]) -> Phrase | None:
    """The names of offices that stand directly above the number."""
    return next((a for a, b in pairwise(head) if b.rule == "number" and _names_only(a)), None)


def _mark(head: Sequence[Phrase]) -> Extent | None:
    """The issuer's mark, with the names of those who issue the document together above or below its line."""
    index = next((n for n, p in enumerate(head) if p.rule == "mark"), None)
    if index is None:
        return _extent(_office_mark(head))
    first, last = head[index], head[index]
    if index and _names_only(head[index - 1]):
        first = head[index - 1]
    if index + 2 < len(head) and _names_only(head[index + 1]) and head[index + 2].rule == "number":
        last = head[index + 1]
    return Extent(first.start, last.end)


def _names_only(phrase: Phrase) -> bool:
    return phrase.rule == "lines" and all(piece.terminal == "NAMES" for piece in phrase.pieces)


def addressee(text: str, phrases: Sequence[Phrase]) -> Addressee | None:
    """To whom the document goes."""
    phrase = next((p for p in phrases if p.rule == "addressee"), None)
    return Addressee(addressees(text, phrase.start, phrase.end), phrase.start, phrase.end) if phrase else None


def title(
    text: str, head: Sequence[Phrase], labelled: bool, annexed: bool, below: Phrase | None = None
) -> Title | None:
    """The title above a body: of several the last that says the same, as pages repeat theirs above a document.

    Without a genre a line is one below the label of an annex, before a number or addressee, and where it says
    what the document is about; below a signature a form is known by its last word. The first line of a text may be a
    headline, when a long sentence stands `below` it.
    """
    titles = [_title(text, p) for p in head if p.rule == "title"]
    if titles := [t for t in titles if t.text not in _COLUMNS] or titles:
        return next(t for t in reversed(titles) if say_the_same(t, titles[0]))
    mark = _office_mark(head)
    for phrase, after in zip_longest(head, head[1:]):
        if phrase.rule == "lines" and phrase is not mark:
            found = _title(text, phrase)
            form = annexed and (found.genre in ("表", "书") or found.text.endswith(_SLIP))
            if labelled or form or "关于" in found.text or (after and after.rule in ("number", "addressee")):
                return found
    if (
        not annexed
        and len(head) == 1
        and below
        and (_is_headline(text, head[0], below) or _is_set_apart(text, head[0]))
    ):
        return _title(text, head[0])
    return None


def _is_headline(text: str, phrase: Phrase, below: Phrase) -> bool:
    """Whether the first line says what happened, and a paragraph tells of it: 示例镇召开河道保洁现场会."""
    paragraph = below.pieces[0]
    return (
        phrase.rule == "lines"
        and [piece.terminal for piece in phrase.pieces] == ["PART"]
        and not text[: phrase.start].strip()
        and _SHORTEST_HEADLINE <= phrase.end - phrase.start <= _LONGEST_HEADLINE
        and below.rule == "opening_text"
        and paragraph.terminal == "TEXT"
        and paragraph.end - paragraph.start >= _LONG_PARAGRAPH
        and text[paragraph.end - 1] in SENTENCE_ENDS
    )


def _is_set_apart(text: str, phrase: Phrase) -> bool:
    """Whether the first line has space between all its letters: 聘　书."""
    line = text[phrase.start : phrase.end]
    return phrase.rule == "lines" and not text[: phrase.start].strip() and _SET_APART.match(line) is not None


def _title(text: str, phrase: Phrase) -> Title:
    """The title that lines are; one that begins with whose speech it is, or who passes it on, begins there."""
    first = phrase.pieces[_of_page(text, phrase)].start
    start = next((p.start for p in reversed(phrase.pieces) if FORWARDS.match(text[p.start : p.end])), first)
    if sign := _HEADING_SIGN.match(text, start, phrase.end):
        start = sign.end()
    return Title("".join(text[start : phrase.end].split()), start, phrase.end)


def _of_page(text: str, phrase: Phrase) -> int:
    """How many lines at the beginning are those of a page: its column, perhaps twice: 示例要闻 / 示例要闻."""
    lines = [text[piece.start : piece.end].strip() for piece in phrase.pieces[:3]]
    if len(lines) == 3 and lines[0] == lines[1]:
        return 2
    return 1 if len(lines) > 1 and lines[0] in _COLUMNS else 0


def signs_undated(text: str, phrases: Sequence[Phrase]) -> bool:
    """Whether the last phrase is who signs, with no date, below the formula that ends a letter: 特此通知。"""
    if len(phrases) < 2 or any(piece.terminal != "NAMES" for piece in phrases[-1].pieces):
        return False
    stop = phrases[-2].end
    return _FORMULA.search(text, max(phrases[-2].start, stop - _LONGEST_FORMULA), stop) is not None


def say_the_same(one: Title, other: Title) -> bool:
    """Whether one of two titles is the other with more before it: 关于…的通知, 示例局关于…的通知."""
    a, b = one.text.removeprefix("关于"), other.text.removeprefix("关于")
    return a in b or b in a


def is_form(text: str, phrases: Sequence[Phrase]) -> bool:
    """Whether lines are a form that stands behind a signature without a label: its name, and its cells."""
    pieces = (piece for phrase in phrases if phrase.rule == "lines" for piece in phrase.pieces)
    lines = ["".join(text[piece.start : piece.end].split()) for piece in pieces]
    long = len(lines) > 1 and (len(lines[0]) >= _SHORTEST_FORM or lines[0].endswith(_SLIP))
    return long and _FORM_END.search(lines[0]) is not None


def name_length(lines: Sequence[str], names: Set[str]) -> int:
    """How many lines from the first one on are the title of an annex: one of these names, or up to a form's word."""
    names = {name.translate(_WITHOUT_MARKS) for name in names}
    words = ""
    for count, line in enumerate(lines, 1):
        words += "".join(line.split()).translate(_WITHOUT_MARKS)
        if words in names:
            return count
    ends = (count for count, line in enumerate(lines, 1) if _FORM_END.search("".join(line.split())))
    return next(ends, len(lines))
