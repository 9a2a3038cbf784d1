"""What closes a body: signatures and dates, remarks, and a note on annexes within a line."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from lawcheck.records import dataclass
from lawcheck.structure.frame_names import signers_before
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import WrittenDate, date_of, dates_in

SPACE = " \t\u3000\xa0"
REMARK = Pattern(
    r"[（(][ ]?(?:此件|本件|本文|本公文|信息公开|公开[发方属]|主动公开|依申请公开|不予公开|联系|附注)"
    r"(?:[^（）()\n]|[（(][^（）()\n]{0,60}[）)]){0,200}[）)]"
)
CONTACT = Pattern(
    r"(?:联[ \u3000]?系[ \u3000]?(?:人|电话|方式|单位|科室|地址)|电子邮箱|传真)[^：:，。\n]{0,8}[：:][^。；\n]{0,80}$"
)
COPIES = Pattern(r"(?:抄[ \u3000]?[送报]|分[ \u3000]?送|主[ \u3000]?题[ \u3000]?词|发[ \u3000]?至)[ \u3000]{0,2}[:：]")
ISSUE = Pattern(
    "现(?:将[^。]{0,120})?(?:予以?)?(?:印发|转发|下发|印送|公布|发布)|(?:印发|转发|下发)(?:给)?你[们省市县区局]"
    "|(?:印发|转发|下发)[^。，]{0,12}，请[^。]{0,30}(?:执行|落实|实施|办理)",
    needs=("印发", "转发", "下发", "公布", "发布", "印送"),
)
_PRINTED = Pattern(r"[ \u3000]{0,4}印(?:发|刷|制)?[ \u3000]{0,2}(?=$|\n)")
# What may follow the date of a signature in its line.
_FOLLOWS = Pattern(
    r"[（(][^（）()\n]{0,60}(?:公开|联系|此件)|附[ \u3000]{0,2}件|附[：:]|抄[ \u3000]?送|主题词"
    r"|《[^《》\n]{4,80}》的?解读"
)
_PURPOSE = Pattern("为|根据|按照|依据|近年来|近日|当前|第[一1][章条]|一、")
_INLINE_NOTE = Pattern(r"(?<=[。；！）”])附[ \u3000]?件[：:]", needs=("附",))
_REACH = 200
_NOTE_REACH = 2000
_REMARK_REACH = 300
_LONGEST_NOTE = 100
_LONGEST_DATE = 24


@dataclass(frozen=True, slots=True)
class Tail:
    """A signature in a line: where its names begin (or its date, where there are none), its date, the end of 印发."""

    start: int
    date: WrittenDate
    end: int

    @property
    def is_printed(self) -> bool:
        """Whether it is the line of 印发."""
        return self.end > self.date.end


class Tails:
    """Finds what closes a body in the lines of one text, each line looked at once.

    `titled` says where a title ends that begins at a place of a line and is followed by something else.
    """

    def __init__(self, text: str, titled: Callable[[int, int], int | None]) -> None:
        self._text = text
        self._titled = titled
        self._line = (-1, -1)
        self._found: Sequence[Tail] = ()

    def enter(self, start: int, end: int) -> None:
        """Begins another line."""
        self._line = (start, end)
        self._found = list(self._tails(start, end)) if end - start > len("2024年5月6日") else []

    def first(self, start: int) -> Tail | None:
        """The first signature of the line whose date stands at a place or after it."""
        index = bisect_left(self._found, start, key=lambda tail: tail.date.start)
        return self._found[index] if index < len(self._found) else None

    def text_end(self, start: int) -> int:
        """Where a text ends that begins at a place of the line and goes on to what closes it."""
        tail = self.first(start)
        end = max(tail.start, start + 1) if tail else self._line[1]
        text = self._text
        note = next(_INLINE_NOTE.finditer(text, max(start + 1, end - _NOTE_REACH), end), None)
        if note and (end < self._line[1] or end - note.start() <= _LONGEST_NOTE):
            return note.start()
        last = max(text.rfind(bracket, max(start + 1, end - _REMARK_REACH), end) for bracket in "（(")
        if last > 0 and (remark := REMARK.match(text, last, end)) and not text[remark.end() : end].strip():
            return last
        return end

    def _tails(self, start: int, end: int) -> list[Tail]:
        text = self._text
        found: list[Tail] = []
        low = start
        for day in dates_in(text, start, end):
            begin = signers_before(text, low, day.start) if day.year else None
            if begin is not None:
                named = bool(text[begin : day.start].strip())
                first = begin if named else day.start
                printed = _PRINTED.match(text, day.end, end)
                if printed or self._closes(first, day, low, end):
                    found.append(Tail(first, day, printed.end() if printed else day.end))
            low = day.end
        return found

    def _closes(self, begin: int, day: WrittenDate, low: int, end: int) -> bool:
        """Whether what follows a date, and what stands before it, say that it closes a body."""
        named = begin < day.start
        issues = issues_in(self._text, max(low, begin - _REACH), begin)
        if day.end == end:
            # A date that ends a sentence's line by itself may be what the sentence is about.
            return (day.is_whole and (issues or day.start == self._line[0])) or named
        if not day.is_whole:
            return False
        at = day.end
        while at < end and self._text[at] in SPACE:
            at += 1
        follows = _FOLLOWS.match(self._text, at) or self._titled(at, end)
        return follows is not None or (issues and _PURPOSE.match(self._text, at) is not None)


def issues_in(text: str, start: int, end: int) -> bool:
    """Whether a text says that it issues another: 现印发给你们，请认真执行."""
    return ISSUE.search(text, start, end) is not None


def date_line(line: str) -> WrittenDate | None:
    """The date that a line is, perhaps in brackets."""
    return date_of(line.strip("（）() \u3000")) if len(line) <= _LONGEST_DATE else None
