"""The tokens of the frame: the lines of a document, and the pieces of those whose line breaks were lost.

Above a body and behind a date a line is looked at closely; within a body only for what may close it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lawcheck.structure.frame_heads import mark_end, number_at, title_end
from lawcheck.structure.frame_names import addressee_end, is_signature, signers_before
from lawcheck.structure.lexer import Candidate
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import WrittenDate, date_of, dates_in
from lawcheck.text.vocabulary.genres import GENRES, STAGE, Meaning, genre_of

_SPACE = " \t\u3000\xa0"
_LONGEST_TITLE = 80
_LONGEST_PART = 60
_STOPS = frozenset("。；！？;：:")
_QUOTED = Pattern("《[^《》]{0,80}》|“[^“”]{0,60}”|[（(][^（）()]{0,40}[）)]")

# A page's own title of what it passes on.
_FORWARDS = Pattern("^(?:转发|关于转发)[:：]")
_COPY = Pattern(r"(?:0[0-9]{4,6}|(?:№|N[Oo][.．]?|份号[:：]?)[ \u3000]?[0-9]{1,7})$")
SECRECY = Pattern(
    r"(?P<level>绝密|机密|秘密|内部事项|普通事项|内部资料)(?:[ \u3000]{0,2}[★☆*＊]?[ \u3000]{0,2}"
    r"(?P<term>[0-9一二三四五六七八九十]{1,3}(?:年|个月)|长期))?(?![级的文件工])"
)
_URGENCY = Pattern("(?:特提|特急|加急|平急|急件)(?![^\\s\u4e00-\u9fff])")
_APPROVER = Pattern(r"签发人?[ \u3000]{0,2}[:：][ \u3000]{0,4}(?:[\u4e00-\u9fffXx×]{2,4}(?:[ \u3000、]{1,3}|$)){0,4}")
_MARK = Pattern(r"[^\s，。；：（(]{3,40}文[ \u3000]{0,4}件$")
_STAGE_LINE = Pattern(rf"{STAGE}$")
_BYLINE = Pattern(
    r"[—－–―─-]{1,2}.{4,60}$|[（(【].{0,90}(?:[0-9]{4}年|通过|公布|发布|修[正订]|同意).{0,90}[）)】]$"
    r"|.{0,20}[0-9]{4}[ ]?年.{1,80}(?:通过|公布|发布|修[正订改]|批准|印发)$"
    r"|[\u4e00-\u9fff]{0,12}(?:[省市州盟区县]长|主席|主任|书记|院长|检察长|[厅局校]长)[ \u3000]{1,4}[\u4e00-\u9fff][\u4e00-\u9fff \u3000]{1,5}$"
)
_REMARK = Pattern(
    r"[（(][ ]?(?:此件|本件|本文|本公文|信息公开|公开[发方属]|主动公开|依申请公开|不予公开|联系|附注|本页)"
    r"(?:[^（）()\n]|[（(][^（）()\n]{0,60}[）)]){0,200}[）)]"
)
_CONTACT = Pattern(
    r"(?:联[ \u3000]?系[ \u3000]?(?:人|电话|方式|单位|科室|地址)|电子邮箱|传真)[^：:，。\n]{0,8}[：:][^。；\n]{0,80}$"
)
_COPIES = Pattern(r"(?:抄[ \u3000]?[送报]|分[ \u3000]?送|主[ \u3000]?题[ \u3000]?词|发[ \u3000]?至)[ \u3000]{0,2}[:：]")
_PRINTED = Pattern(r"[ \u3000]{0,4}印(?:发|刷|制)?[ \u3000]{0,2}(?=$|\n)")
# What may follow the date of a signature in its line.
_FOLLOWS = Pattern(
    r"[（(][^（）()\n]{0,60}(?:公开|联系|此件)|附[ \u3000]{0,2}件|附[：:]|抄[ \u3000]?送|主题词|公开程序|政策解读|《[^《》\n]{4,80}》[的]?解读|更多"
)
_PURPOSE = Pattern("为|根据|按照|依据|近年来|近日|当前|第[一1][章条]|一、")
_ISSUE = Pattern(
    "现(?:将[^。]{0,120})?(?:予以?)?(?:印发|转发|下发|印送|公布|发布)|(?:印发|转发|下发)(?:给)?你[们省市县区局]"
    "|(?:印发|转发|下发)[^。，]{0,12}，请[^。]{0,30}(?:执行|落实|实施|办理)",
    needs=("印发", "转发", "下发", "公布", "发布", "印送"),
)
_LONGEST_ISSUE = 1500
_REACH = 120
_NUMERAL = r"(?:[0-9０-９]{1,2}(?:[-—－][0-9０-９]{1,2})?|[一二三四五六七八九十]{1,2})"
LABEL = Pattern(
    rf"(?:附[ \u3000]{{0,2}}件[ \u3000]{{0,2}}(?P<number>{_NUMERAL})?(?![个条项款类月年日])|附(?=[ \u3000]?[：:]))"
    r"(?P<gap>[ \u3000]{0,4})(?P<colon>[:：.．、]?)[ \u3000]{0,8}"
)
# Text that speaks of an annex: 附件1所列, 附件中的.
_SPOKEN = Pattern("[中所内的和及与、，。）)》”]|规定|要求|列明")
LISTED = Pattern(r"(?P<number>[0-9０-９]{1,2})[ \u3000]?[.．、](?![0-9])")
_SUBITEM = Pattern(r"[（(][ ]?[0-9]{1,2}[ ]?[）)]")
NOTE_ITEM = Pattern(r"(?<![0-9])(?P<number>[0-9]{1,2})[ \u3000]?[.．、](?![0-9])")
_INLINE_NOTE = Pattern(r"(?<=[。；！）”])附[ \u3000]?件[：:]", needs=("附",))
_BARE_STOPS = frozenset("。；;！？：:，,")
_LONGEST_HEADING = 45
_LONGEST_NOTE = 100
_MARKED = Pattern("《([^《》\n]{6,80})》")
_MOST_NAMES = 20

# Behind these a title may stand; behind the others a text goes on.
_CLOSING = frozenset(("DATE", "REMARK", "LABEL", "LABELLED", "COPIES", "PRINTED"))
_BODY = frozenset(("TEXT", "HEADING", "NEXT", "NEXT_HEADING", "ISSUE"))

Line = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FramePiece:
    """One token: its terminal in the grammar and its span; `glued` where it begins inside a line."""

    terminal: str
    start: int
    end: int
    glued: bool = False


def frame_pieces(
    text: str,
    lines: Sequence[Line],
    ordinals: Mapping[int, Candidate],
    entries: Mapping[int, str],
    cells: frozenset[int],
) -> Iterator[FramePiece]:
    """The tokens of all lines, in order.

    `ordinals` are what may be ordinals by their start, `entries` the lines of tables of contents with their terminals,
    `cells` the lines that stand in tables.
    """
    return _Lexer(text, lines, ordinals).pieces(entries, cells)


class _Lexer:
    def __init__(self, text: str, lines: Sequence[Line], ordinals: Mapping[int, Candidate]) -> None:
        self._text = text
        self._lines = lines
        self._ordinals = ordinals
        # Whether a title may stand here: nothing of a body has come yet, or something has closed it.
        self._fresh = True
        self._last = ""
        # What the text says that it issues or has annexed: such a name is a title where it stands by itself.
        self._named: list[str] = []
        # The next number of the note on annexes that is being read; 0 outside of one.
        self._expected = 0

    def pieces(self, entries: Mapping[int, str], cells: frozenset[int]) -> Iterator[FramePiece]:
        for index, (start, end) in enumerate(self._lines):
            if terminal := entries.get(start):
                yield FramePiece(terminal, start, end)
            elif start in cells:
                self._fresh = False
                yield FramePiece("TEXT", start, end)
            else:
                yield from self._line(index, start, end)

    def _line(self, index: int, start: int, end: int) -> Iterator[FramePiece]:
        at = start
        while at < end:
            terminal, stop = self._piece(index, at, end)
            yield FramePiece(terminal, at, stop, glued=at > start)
            self._remember(terminal, at, stop)
            self._last = terminal
            self._fresh = terminal in _CLOSING or (self._fresh and terminal not in _BODY)
            at = stop
            while at < end and self._text[at] in _SPACE:
                at += 1

    def _remember(self, terminal: str, start: int, end: int) -> None:
        if terminal in ("ISSUE", "END"):
            self._named += [m[1] for m in _MARKED.finditer(self._text, start, end)]
        elif terminal in ("LABELLED", "NOTE") and (label := LABEL.match(self._text, start, end)):
            self._named.append(self._text[label.end() : end].strip("。；;"))

    def _title_end(self, start: int, end: int) -> int | None:
        """Where a title ends that the text goes on behind: by its genre, or because the text has named it before."""
        stop = title_end(self._text, start, end)
        known = [
            start + len(name) for name in self._named[-_MOST_NAMES:] if name and self._text.startswith(name, start)
        ]
        return max(known) if known and (stop is None or stop < max(known)) else stop

    def _piece(self, index: int, start: int, end: int) -> tuple[str, int]:
        """The token that begins at a place of a line, and where it ends."""
        if remark := _REMARK.match(self._text, start, end):
            return "REMARK", remark.end()
        found = self._note(start, end) or self._label(index, start, end)
        if found is None and start in self._ordinals:
            found = self._ordinal(start, end)
        if found is None and self._fresh:
            found = self._above(index, start, end)
        return found or self._below(index, start, end) or self._text_piece(start, end)

    # -- the note on annexes and their labels

    def _note(self, start: int, end: int) -> tuple[str, int] | None:
        item = LISTED.match(self._text, start, end) if self._expected else None
        if item and int(item["number"]) == self._expected:
            return self._listed(start, end)
        if self._expected > 1 and _SUBITEM.match(self._text, start, end):
            return "NOTE", end
        self._expected = 0
        return None

    def _listed(self, start: int, end: int) -> tuple[str, int]:
        """A note with numbers, up to where a signature follows in its line."""
        text = self._text
        end = next((begin for begin, *_ in self._signatures(start, end)), end)
        self._expected = self._expected or 1
        for item in NOTE_ITEM.finditer(text, start, end):
            if int(item["number"]) == self._expected:
                self._expected += 1
        return "NOTE", end

    def _label(self, index: int, start: int, end: int) -> tuple[str, int] | None:
        text = self._text
        label = LABEL.match(text, start, end)
        if label is None:
            return None
        at = label.end()
        if at == end:
            listed = LISTED.match(text, *self._line_after(index))
            if listed and int(listed["number"]) == 1 and not label["number"]:
                self._expected = 1
                return "NOTE", end
            return "LABEL", end
        listed = LISTED.match(text, at, end)
        if listed and int(listed["number"]) == 1 and not label["number"]:
            return self._listed(start, end)
        if (
            label["number"] in ("1", "１")
            and label["colon"]
            and (after := LISTED.match(text, *self._line_after(index)))
        ):
            self._expected = 2 if int(after["number"]) == 2 else 0
            if self._expected:
                return "NOTE", end
        return self._labelled(index, start, end, label.end(), bool(label["colon"] or label["gap"]))

    def _labelled(self, index: int, start: int, end: int, at: int, parted: bool) -> tuple[str, int] | None:
        """附件1：示例表, 附件2 示例表, and 附件示例方案 behind a date."""
        text = self._text
        if not parted and _SPOKEN.match(text, at):
            return None
        stop = next((begin for begin, *_ in self._signatures(start, end)), end)
        name = text[at:stop]
        if len(name) <= _LONGEST_TITLE and not _STOPS & set(_QUOTED.compiled.sub("", name.rstrip("。；;"))):
            if parted or (self._fresh and _is_titled(name)):
                return ("NOTE" if self._is_one_of_several(index) else "LABELLED"), stop
        elif self._fresh and (title := self._title_end(at, end)):
            return ("LABELLED" if parted else "LABEL"), title if parted else at
        return None

    def _is_one_of_several(self, index: int) -> bool:
        """Whether the line before or behind is labelled too."""
        return any(
            0 <= n < len(self._lines)
            and (label := LABEL.match(self._text, *self._lines[n]))
            and label.end() < self._lines[n][1]
            and self._lines[n][1] - label.end() <= _LONGEST_TITLE
            for n in (index - 1, index + 1)
        )

    def _ordinal(self, start: int, end: int) -> tuple[str, int] | None:
        """A heading that stands by itself, or a text that begins with an ordinal; None where a signature ends it."""
        ordinal = self._ordinals[start]
        further = "NEXT" if (ordinal.value or 0) > 1 else ""
        rest = self._text[ordinal.end : end]
        if len(rest) <= _LONGEST_HEADING and not _BARE_STOPS & set(rest):
            return f"{further}_HEADING".strip("_"), end
        stop = next((begin for begin, *_ in self._signatures(start, end)), end)
        return further or "TEXT", self._before_tail(start, stop)

    # -- what stands above a body

    def _above(self, index: int, start: int, end: int) -> tuple[str, int] | None:
        text = self._text
        for terminal, pattern in (
            ("COPY", _COPY),
            ("SECRECY", SECRECY),
            ("URGENCY", _URGENCY),
            ("APPROVER", _APPROVER),
        ):
            if match := pattern.match(text, start, end):
                return terminal, match.end()
        if number := number_at(text, start, end):
            return "NUMBER", number[1]
        if _MARK.match(text, start, end):
            return "MARK", end
        secret = SECRECY.search(text, start + 4, min(end, start + _LONGEST_PART))
        if secret and is_signature(text, start, secret.start()):
            return "MARK", secret.start()
        stop = addressee_end(text, start, end)
        if stop and (self._title_end(start, end) or stop) >= stop:
            return "ADDRESSEE", stop
        if _STAGE_LINE.match(text, start, end):
            return "STAGE", end
        if _BYLINE.match(text, start, end):
            return "BYLINE", end
        line = text[start:end]
        if len(line) <= _LONGEST_TITLE and not _STOPS & set(_QUOTED.compiled.sub("", _FORWARDS.compiled.sub("", line))):
            if _is_titled(line) and not self._is_signed(index, start, end):
                return "END", end
            if len(line) <= _LONGEST_PART and "，" not in line and not _date_line(line):
                if is_signature(text, start, end):
                    return "NAMES", end
                if (
                    self._title_end(start, end) is None
                    and mark_end(text, start, end) is None
                    and not self._tail(start, end)
                ):
                    return "PART", end
        if stop := mark_end(text, start, end):
            return "MARK", stop
        if stop := self._title_end(start, end):
            return "END", stop
        return None

    def _is_signed(self, index: int, start: int, end: int) -> bool:
        """Whether it ends like an office too and a date follows: 示例市委书 is no title there."""
        return is_signature(self._text, start, end) and _date_line(self._text[slice(*self._line_after(index))])

    # -- what may close a body

    def _below(self, index: int, start: int, end: int) -> tuple[str, int] | None:
        text = self._text
        if _COPIES.match(text, start, end):
            return "COPIES", end
        line = text[start:end]
        date = date_of(line.strip("（）() \u3000")) if len(line) <= 24 else None
        if (
            date
            and (date.is_whole or self._last == "NAMES")
            and (self._last == "NAMES" or not _is_dashed(text, start, date))
        ):
            return "DATE", end
        if _CONTACT.match(text, start, end) and len(line) <= _LONGEST_NOTE:
            return "REMARK", end
        if is_signature(text, start, end) or self._signs_alone(index, line):
            return "NAMES", end
        if signature := next(self._signatures(start, end), None):
            begin, day, printed = signature
            if begin == start and begin < day.start:
                return ("PRINTED", day.end + printed) if printed else ("NAMES", day.start)
            if begin == start:
                return ("PRINTED" if printed else "DATE"), day.end + printed
        return None

    def _signs_alone(self, index: int, line: str) -> bool:
        """Whether a short line above the last date of the document names who signs it: 示例中学, 王某某."""
        if len(line) > 30 or index + 1 >= len(self._lines) or _STOPS & set(line) or "，" in line:
            return False
        if index + 2 < len(self._lines) and not LABEL.match(self._text, *self._lines[index + 2]):
            return False
        return _date_line(self._text[slice(*self._lines[index + 1])]) and not any(c.isdigit() for c in line)

    def _signatures(self, start: int, end: int) -> Iterator[tuple[int, WrittenDate, int]]:
        """Where signatures stand in a line: where their names begin, their dates, and how long 印发 behind these is."""
        text = self._text
        low = start
        for day in dates_in(text, start, end):
            begin = signers_before(text, low, day.start) if day.year else None
            low = day.end
            if begin is None or not (day.is_whole or (begin < day.start and day.end == end)):
                continue
            printed = _PRINTED.match(text, day.end, end)
            if printed:
                yield begin, day, printed.end() - day.end
            elif day.end == end or _FOLLOWS.match(text, day.end) or self._titled_after(begin, day, end):
                # A date that ends a sentence by itself may be what the sentence is about.
                if begin < day.start or self._issues(start, begin) or day.start == start or day.end < end:
                    yield begin, day, 0

    def _titled_after(self, begin: int, day: WrittenDate, end: int) -> bool:
        at = day.end
        while at < end and self._text[at] in _SPACE:
            at += 1
        if self._title_end(at, end):
            return True
        if not _PURPOSE.match(self._text, at):
            return False
        return self._issues(max(0, begin - _REACH), begin)

    def _issues(self, start: int, end: int) -> bool:
        return _ISSUE.search(self._text, start, end) is not None

    # -- text

    def _tail(self, start: int, end: int) -> bool:
        return next(self._signatures(start, end), None) is not None

    def _text_piece(self, start: int, end: int) -> tuple[str, int]:
        """A text up to where something closes it in its line."""
        stop = next((begin for begin, *_ in self._signatures(start, end) if begin > start), end)
        stop = self._before_tail(start, stop)
        issues = stop - start <= _LONGEST_ISSUE and self._issues(start, stop)
        return ("ISSUE" if issues else "TEXT"), stop

    def _before_tail(self, start: int, end: int) -> int:
        """Where in a line's text a note on annexes or a remark begins that goes on to its end."""
        text = self._text
        note = next((m for m in _INLINE_NOTE.finditer(text, max(start + 1, end - 2000), end)), None)
        if note and (end < self._line_end(start) or end - note.start() <= _LONGEST_NOTE):
            return note.start()
        last = text.rfind("（", max(start + 1, end - 300), end)
        if last > 0 and (remark := _REMARK.match(text, last, end)) and not text[remark.end() : end].strip():
            return last
        return end

    def _line_after(self, index: int) -> Line:
        return self._lines[index + 1] if index + 1 < len(self._lines) else (len(self._text), len(self._text))

    def _line_end(self, at: int) -> int:
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end


def _is_titled(line: str) -> bool:
    """Whether a line ends in the name of a genre, one of those that end sentences as well only behind 关于."""
    genre = genre_of(line)
    return genre is not None and (GENRES[genre] is not Meaning.LOOSE or "关于" in line)


def _date_line(line: str) -> bool:
    return len(line) <= 24 and date_of(line.strip("（）() \u3000")) is not None


def _is_dashed(text: str, start: int, date: WrittenDate) -> bool:
    """Whether a date is written 2024-05-06: by itself that may be anything."""
    return "年" not in text[start : start + date.end]
