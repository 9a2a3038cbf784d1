"""What closes a body: signatures and dates, remarks, and a note on annexes within a line."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from lawcheck.records import dataclass
from lawcheck.structure.frame_names import is_signature, last_signer, signers_before
from lawcheck.structure.frame_remarks import PAGE_NOTE, remark_behind
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE, WrittenDate, date_of, dates_in, month_of
from lawcheck.text.vocabulary.genres import FORM_GENRE
from lawcheck.text.vocabulary.han import HAN

SPACE = " \t\u3000\xa0"
COPIES = Pattern(r"(?:抄[ \u3000]?[送报]|分[ \u3000]?送|主[ \u3000]?题[ \u3000]?词|发[ \u3000]?至)[ \u3000]{0,2}[:：]")
# Below a date or such a line they are called so too: 报：市政府, 发：各镇.
_COPIES_SHORT = Pattern(r"[报送发][ \u3000]?[:：]")
_INLINE_COPIES = Pattern(r"抄[ \u3000]?[送报][ \u3000]{0,2}[:：]", needs=("抄",))
ISSUE = Pattern(
    "现(?:将[^。]{0,120})?(?:予以?)?(?:印发|转发|下发|印送|公布|发布)|(?:印发|转发|下发)(?:给)?你[们省市县区局]"
    "|(?:印发|转发|下发)[^。，]{0,12}，请[^。]{0,30}(?:执行|落实|实施|办理)",
    needs=("印发", "转发", "下发", "公布", "发布", "印送"),
)
_PRINTED = Pattern(r"[ \u3000]{0,4}印(?:发|刷|制)?[ \u3000]{0,2}")
# What an office did on a day: 示例区教育局2024年3月5日印发示例区绿化方案.
_DONE = Pattern(
    "印发|发布(?!会)|公布|召开|举行|出台|制定|通过|修订|下发|批准|作出|收到|启动|完成|组织|开展|起|前|至|之"
)
# The name of a form that fills the rest of a line: 2024年3月5日示例区绿道管护登记表.
_FORM = Pattern(rf"(?!的)[^。，；：\n]{{4,40}}(?:{FORM_GENRE})$")
_LABEL_AT = Pattern(r"附[ \u3000]{0,2}件")
# What says of a date that a document was signed on it: 成文日期：. The others say so only below who signed it.
_DATED = Pattern(
    r"(?P<sure>签[ \u3000]?发|成[ \u3000]?文|印[ \u3000]?发|发[ \u3000]?文|制[ \u3000]?发|落[ \u3000]?款)?"
    r"(?:发布|公布)?[ \u3000]?(?:日[ \u3000]{0,2}期|时[ \u3000]{0,2}间)[ \u3000]?[:：][ \u3000]{0,4}"
)
# What may follow the date of a signature in its line.
_FOLLOWS = Pattern(
    r"[（(][^（）()\n]{0,60}(?:公开|联系|此件|本件|本文)|附[ \u3000]{0,2}件|附[：:]|抄[ \u3000]?送|主题词"
    r"|(?:工作)?联系(?:人|电话|方式)[:：]|《[^《》\n]{4,80}》的?解读"
    rf"|{PAGE_NOTE}"
)
# How the text of what is issued begins, perhaps with the years that it is for.
_PURPOSE = Pattern(
    r"(?:[（(][^（）()\n]{4,16}年[）)][ \u3000]{0,4})?(?:为|根据|按照|依据|近年来|近日|当前|第[一1][章条]|一、)"
)
# Whose the text is that is passed on, and of when: 二〇〇四年八月三日（示例区教育局　二〇〇四年七月二十二日）.
_BY_WHOM = Pattern(rf"[（(][{HAN} \u3000]{{3,40}}{DATE}[）)](?:$|(?=为|根据|按照|依据|一、))")
_SPEAKS = "[见照据如由按在和及与、的，（(《“]"
_INLINE_NOTE = Pattern(rf"(?<!{_SPEAKS})附[ \u3000]?件[：:]", needs=("附",))
# Text that speaks of an annex: 附件1所列, 附件中的.
SPOKEN = Pattern("[中所内的和及与、，。）)》”至由是为均须]|应(?!急)|规定|要求|列明")
# The number of an annex. Before a year only one figure counts: 附件12024年示例表.
_FIGURES = "[0-9０-９]{1,2}(?![0-9０-９])"
NUMERAL = rf"(?:[0-9](?=20[0-9]{{2}}[年—－-])|{_FIGURES}(?:[-—－]{_FIGURES})?|[一二三四五六七八九十]{{1,2}})"
# An annex that begins within a line, its label glued to its title: 附件1示例区绿化方案一、总体要求.
_INLINE_LABEL = Pattern(
    rf"(?<!{_SPEAKS})附[ \u3000]?件[ \u3000]?"
    rf"{NUMERAL}[ \u3000：:]{{0,2}}",
    needs=("附",),
)
# A note with the annex itself directly behind it: 附件：示例区重点任务清单附件示例区重点任务清单.
_ANNOUNCED = Pattern(
    r"附件[：:](?P<name>[^。；：:\n]{4,80}?)附件[：:]?[ \u3000]{0,4}(?P=name)", needs=("附件：", "附件:")
)
_REACH = 200
_NOTE_REACH = 2000
_LONGEST_NOTE = 100
_POINTS = "。；！）”"
# 抄送 begins within a line behind a sentence, a date, a remark or a telephone number.
_BEFORE_COPIES = "。；）)日Xx0123456789"
_MOST_NOTES = 20
_LONGEST_COPIES = 60
_LONGEST_GAP = 8
# 2026年7月20日18时, as urgent notices are signed.
_HOUR = Pattern("(?<=日)[ \u3000]?(?:[上下]午|凌晨|晚)?[ \u3000]?[0-9]{1,2}(?:[时点](?:[0-9]{1,2}分?)?|[:：][0-9]{2})$")
_LONGEST_DATE = 24
# What was done with a document on the day beneath who signs it: 2024年3月5日发布.
_ENACTED = ("发布", "公布", "颁布")
_RULE = "-—－_＿=*─ \u3000"
# The last characters of a date, in brackets or not, of an hour of it, and of what was done on it.
_DATE_ENDS = frozenset("年月日时点分0123456789０１２３４５６７８９（）()发布")
# What may stand between a date and what follows it.
AFTER_DATE = _RULE + SPACE
# With what calls it a date before it.
LONGEST_DATE_LINE = 40


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
        self._last = len(text.rstrip())
        self._line = (-1, -1)
        self._issued = self._closed = False
        self._found: Sequence[Tail] = ()
        self._labels: Sequence[int] = ()
        self._copies: Sequence[int] = ()
        # Whether the line has anything to say of annexes, and whether something may close a body in it.
        self._annexed = self._closing = False
        # Where the names begin that end the line, when their date stands below it.
        self._signed = -1

    def enter(
        self, start: int, end: int, issued: bool, closed: bool, dated_below: bool, titles: Iterable[int] = ()
    ) -> None:
        """Begins another line; the line before it issues another document, or closes this one; the next is a date.

        `titles` are where titles begin inside the line.
        """
        self._line = (start, end)
        self._issued, self._closed = issued, closed
        self._found = self._tails(start, end) if end - start > len("2024年5月6日") else ()
        self._signed = (dated_below and _signed_behind_sentence(self._text, start, end)) or end
        self._copies = list(self._inline_copies(start, end)) if self._text.find("抄", start + 1, end) > 0 else ()
        self._annexed = self._text.find("附", start, end) >= 0
        self._labels = sorted({*titles, *(self._inline_labels(start, end) if self._annexed else ())})
        self._closing = bool(self._found or self._copies or self._labels or self._signed < end)

    def _inline_labels(self, start: int, end: int) -> list[int]:
        """Where annexes begin inside the line, each with its label."""
        labels = _INLINE_LABEL.finditer(self._text, start + 1, end)
        again = {
            place for note in _ANNOUNCED.finditer(self._text, start, end) for place in (note.start(), note.end("name"))
        }
        return sorted(again | {label.start() for label in labels if self._titled(label.end(), end)})

    def _inline_copies(self, start: int, end: int) -> Iterator[int]:
        """Where 抄送 begins inside the line."""
        for match in _INLINE_COPIES.finditer(self._text, start + 1, end):
            if self._text[match.start() - 1] in _BEFORE_COPIES:
                yield match.start()

    def first(self, start: int) -> Tail | None:
        """The first signature of the line whose date stands at a place or after it."""
        if not self._found:
            return None
        index = bisect_left(self._found, start, key=lambda tail: tail.date.start)
        return self._found[index] if index < len(self._found) else None

    def is_label(self, start: int) -> bool:
        """Whether an annex with its label and title begins at a place inside the line."""
        index = bisect_left(self._labels, start)
        return index < len(self._labels) and self._labels[index] == start

    def stop(self, start: int) -> int:
        """Where a signature or an annex begins after a place of the line; the line's end where none does."""
        if not self._closing:
            return self._line[1]
        tail = self.first(start)
        copies = bisect_left(self._copies, start + 1)
        index = bisect_left(self._labels, start + 1)
        ends = [
            self._line[1],
            *([self._signed] if self._signed > start else []),
            *([max(tail.start, start + 1)] if tail else []),
            *self._labels[index : index + 1],
            *self._copies[copies : copies + 1],
        ]
        return min(ends)

    def copies_end(self, start: int) -> int:
        """Where the names of those end who get a copy: before who printed the document, when that follows."""
        tail = self.first(start)
        if tail is None or not tail.is_printed or tail.start <= start:
            return self._line[1]
        return last_signer(self._text, tail.start, tail.date.start)

    def text_end(self, start: int) -> int:
        """Where a text ends that begins at a place of the line and goes on to what closes it."""
        end = self.stop(start)
        text = self._text
        low = max(start + 1, end - _NOTE_REACH)
        for note in islice(_INLINE_NOTE.finditer(text, low, end), _MOST_NOTES) if self._annexed else ():
            pointed = text[note.start() - 1] in _POINTS
            if (pointed and end < self._line[1]) or end - note.start() <= (_LONGEST_NOTE if pointed else 0):
                return note.start()
            if not pointed and end < self._line[1] and end - note.start() <= _REACH:
                return note.start()
        return remark_behind(text, start + 1, end) or end

    def _tails(self, start: int, end: int) -> list[Tail]:
        text = self._text
        found: list[Tail] = []
        low = start
        for day in dates_in(text, start, end):
            begin = signers_before(text, low, day.start) if day.year else None
            if begin is not None:
                named = bool(text[begin : day.start].strip())
                first = begin if named else day.start
                printed = self._printed(day.end, end)
                if printed or self._closes(first, day, low, end):
                    found.append(Tail(first, day, printed or day.end))
            low = day.end
        return found

    def _printed(self, at: int, end: int) -> int | None:
        """Where 印发 ends after a date, with which the line of it ends, or an annex follows."""
        printed = _PRINTED.match(self._text, at, end)
        if printed is None:
            return None
        stop = printed.end()
        follows = stop == end or _LABEL_AT.match(self._text, stop) or (self._closed and self._titled(stop, end))
        return stop if follows else None

    def _closes(self, begin: int, day: WrittenDate, low: int, end: int) -> bool:
        """Whether what follows a date, and what stands before it, say that it closes a body."""
        named = begin < day.start
        issues = issues_in(self._text, max(low, begin - _REACH), begin) or (self._issued and begin == self._line[0])
        if day.end == end:
            # A date that ends a sentence's line by itself may be what the sentence is about.
            # The one that ends a whole text behind a full stop is its own.
            last = end == self._last and self._text[day.start - 1] in _POINTS
            return (day.is_whole and (issues or last or day.start == self._line[0])) or named
        if not day.is_whole:
            return False
        at = day.end
        while at < end and self._text[at] in AFTER_DATE:
            at += 1
        if _FOLLOWS.match(self._text, at):
            return True
        titled = self._titled(at, end) or (named and _FORM.match(self._text, at, end))
        if titled and not _DONE.match(self._text, at):
            return True
        return issues and (
            _PURPOSE.match(self._text, at) is not None
            or _BY_WHOM.match(self._text, at, end) is not None
            or is_signature(self._text, at, end)
        )


def _signed_behind_sentence(text: str, start: int, end: int) -> int | None:
    """Where the names begin that a line ends in behind a sentence: …（区财政局负责）示例区人民政府."""
    begin = signers_before(text, start, end)
    return begin if begin and start < begin < end and text[begin - 1] in _POINTS else None


def issues_in(text: str, start: int, end: int) -> bool:
    """Whether a text says that it issues another: 现印发给你们，请认真执行."""
    return ISSUE.search(text, start, end) is not None


def is_of_copies(text: str, start: int, end: int, last: str) -> bool:
    """Whether a line says who gets a copy, or goes on with that; `last` is the token before it."""
    if last == "COPIES" and end - start <= _LONGEST_COPIES and text[end - 1] == "。":
        return True
    if last == "COPIES" and text[max(0, start - _LONGEST_GAP) : start].rstrip().endswith(("：", ":")):
        # The names stand in a line or cell of their own below 抄送：.
        return True
    short = last in ("DATE", "REMARK", "COPIES") and _COPIES_SHORT.match(text, start, end)
    return bool(short or COPIES.match(text, start, end))


def date_line(line: str, signed: bool = False) -> WrittenDate | None:
    """The date that a line is, perhaps in brackets or called 成文日期; one called 日期 only where names sign above."""
    # A rule is drawn below a date: 2024年3月5日--------.
    line = line.rstrip(_RULE)
    if line[-1:] not in _DATE_ENDS:
        return None
    if line.endswith("签发") or (signed and line.endswith(_ENACTED)):
        line = line[:-2]
    if len(line) > LONGEST_DATE_LINE:
        return None
    label = _DATED.match(line)
    if label and (label["sure"] or signed):
        line = line[label.end() :]
    if signed and (hour := _HOUR.search(line)):
        line = line[: hour.start()]
    if len(line) > _LONGEST_DATE:
        return None
    line = line.strip("（）() \u3000")
    return date_of(line) or (month_of(line) if signed else None)
