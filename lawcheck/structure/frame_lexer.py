"""The tokens of the frame: the lines of a document, and the pieces of those whose line breaks were lost.

Above a body and after a date a line is looked at closely; within a body only for what may close it.
"""

from collections.abc import Iterator, Mapping, Sequence

from lawcheck.records import dataclass
from lawcheck.structure.frame_catalogue import Catalogue
from lawcheck.structure.frame_cells import FrameCells
from lawcheck.structure.frame_closing import LinesBelow
from lawcheck.structure.frame_heads import (
    FIRST_DIVISION,
    day_of_head,
    goes_on_below,
    is_heading,
    is_titled,
    is_titled_below,
    issuers_end,
    mark_end,
    may_be_title,
    number_at,
    numbered_title_end,
    own_title_end,
    title_end,
)
from lawcheck.structure.frame_labels import LABEL, Labels, Line
from lawcheck.structure.frame_lists import Lists
from lawcheck.structure.frame_named import LONGEST_ISSUE, NamedTitles
from lawcheck.structure.frame_names import addressee_end, holder_behind_colon, is_signature
from lawcheck.structure.frame_remarks import contacts_end, remark_at
from lawcheck.structure.frame_stamps import BYLINE, MARK, SECRECY, STAMPS, is_sign
from lawcheck.structure.frame_tails import AFTER_DATE, COPIES, SPACE, Tails, date_line, is_of_copies, issues_in
from lawcheck.structure.lexer import Candidate
from lawcheck.text.patterns import Pattern

_ISSUES = Pattern("印发|转发|下发|发布|公布")
_ASKS = Pattern("请[^。]{0,30}(?:执行|落实|实施|办理|遵照)")
_LONGEST_PART = 60
_LONGEST_LINE = 120

# After these a title may stand; after the others a text goes on.
_CLOSING = frozenset(("DATE", "SIGNER", "REMARK", "LABEL", "LABELLED", "COPIES", "PRINTED"))
# Above these no title has stood yet.
_HEAD = frozenset(("", "MARK", "NUMBER", "COPY", "SECRECY", "URGENCY", "APPROVER"))
_BODY = frozenset(("TEXT", "HEADING", "NEXT", "NEXT_HEADING", "ISSUE"))
Found = tuple[str, int]


@dataclass(frozen=True, slots=True)
class FramePiece:
    """One token: its terminal in the grammar and its span; `glued` where it begins inside a line."""

    terminal: str
    start: int
    end: int
    glued: bool = False


class FrameLexer:
    """Cuts the lines of one text into tokens; `ordinals` are what may be ordinals by their start."""

    def __init__(self, text: str, lines: Sequence[Line], ordinals: Mapping[int, Candidate]) -> None:
        self._text = text
        self._lines = lines
        self._ordinals = ordinals
        self._tails = Tails(text, self._titled)
        self._lines_below = LinesBelow(text, lines)
        self._labels = Labels(text, lines, self._tails)
        # Whether a title may stand here: nothing of a body has come yet, or something has closed it.
        self._fresh = True
        self._last = ""
        # What the text says that it issues or has annexed: such a name is a title where it stands by itself.
        self._named = NamedTitles(text, lines)
        self._lists = Lists(text, lines)
        self._catalogue = Catalogue(text)
        # Where titles begin inside the line, and where they end.
        self._glued: Mapping[int, int] = {}
        # Whether the title says that it issues another document, whether a part of this line may, and whether the text
        # has said so, and nothing has closed it yet.
        self._issuing = self._may_issue = self._issued = False
        # Where the lines begin that may be parts of a title.
        self._run: int | None = None
        self._index = 0
        # How many lines are still to come of a title that is known by its name.
        self._left = 0

    def pieces(self, entries: Mapping[int, str], cells: FrameCells) -> Iterator[FramePiece]:
        """The tokens of all lines, in order; `entries` are the lines of tables of contents with their terminals."""
        for index, (start, end) in enumerate(self._lines):
            if terminal := entries.get(start):
                yield FramePiece(terminal, start, end)
            elif cells.holds(index, self._last) and not (self._fresh and self._catalogue.begins(start, end)):
                self._fresh = False
                yield FramePiece("TEXT", start, end)
            else:
                yield from self._line(index, start, end)

    def _line(self, index: int, start: int, end: int) -> Iterator[FramePiece]:
        self._index = index
        if self._left:
            self._left -= 1
            terminal = ("PART" if self._left else "END") if self._fresh else "NAMED"
            yield FramePiece(terminal, start, end)
            self._remember(terminal, start, end)
            return
        self._may_issue = self._named.add_line(start, end)
        self._glued = self._named.behind_issue(start, end)
        issued, closed = self._last == "ISSUE", self._last in _CLOSING
        self._tails.enter(start, end, issued, closed, self._lines_below.is_dated_below(index), self._glued)
        at = start
        while at < end:
            terminal, stop = self._piece(index, at, end)
            yield FramePiece(terminal, at, stop, glued=at > start)
            self._remember(terminal, at, stop)
            at = stop
            while at < end and self._text[at] in (AFTER_DATE if terminal == "DATE" else SPACE):
                at += 1

    def _remember(self, terminal: str, start: int, end: int) -> None:
        named = terminal == "NAMES" and self._last in ("ISSUE", "NAMES")
        self._fresh = terminal in _CLOSING or named or (self._fresh and terminal not in _BODY)
        self._last = terminal
        if terminal not in ("PART", "NAMES") or not self._fresh:
            self._run = None
        elif self._run is None:
            self._run = start
        self._issued = terminal == "ISSUE" or (self._issued and terminal not in _CLOSING)
        if terminal == "END":
            self._issuing = _ISSUES.search(self._text, start, end) is not None
            self._named.add_marked(start, end)
        elif terminal in ("LABELLED", "NOTE"):
            self._named.add_annexes(start, end)

    def _piece(self, index: int, start: int, end: int) -> Found:
        """The token that begins at a place of a line, and where it ends."""
        if self._fresh and (stop := self._catalogue.read(start, end)):
            return "BYLINE", stop
        if stop := remark_at(self._text, start, end, self._last, self._titled):
            return "REMARK", stop
        if self._last in ("DAY", "SIGNER") and is_signature(self._text, start, end):
            return "SIGNER", end
        if self._lines_below.prints(index):
            return "PRINTED", end
        found = self._label(index, start, end) or self._named_title(index, start, end)
        if found is None and is_of_copies(self._text, start, end, self._last):
            return "COPIES", self._tails.copies_end(start)
        if found is None and start in self._ordinals:
            found = self._ordinal(start, end)
        tail = self._tails.first(start)
        opens = self._last == "NAMES" and FIRST_DIVISION.match(self._text, start)
        if found is None and self._fresh and not opens and not (tail and tail.start <= start):
            found = self._above(index, start, end)
        return found or self._below(index, start, end) or self._body(start)

    def _label(self, index: int, start: int, end: int) -> Found | None:
        label = LABEL.match(self._text, start, end)
        if label and self._last == "NOTE" and label["number"] and any(self._named.ends(label.end(), end)):
            # The annex itself, whose name the note has just said.
            return "LABEL", label.end()
        fresh = label is not None and (self._fresh or self._tails.is_label(start))
        title = self._title_end(label.end(), end) if label and fresh else None
        return self._labels.read(index, start, end, label, fresh, title)

    def _named_title(self, index: int, start: int, end: int) -> Found | None:
        """A title that the text has named before: a line, alone or with those below it, or behind what issues it."""
        another = not self._fresh and self._lines_below.begins_another(index, start)
        if stop := self._glued.get(start, end if another else 0):
            return "NAMED", stop
        if not (self._fresh or self._lines_below.is_after_sentence(index, start)):
            return None
        count, words = self._named.over_lines(index, start, end)
        listed = 0 if count or self._fresh else self._lists.title_lines(index)
        if not (count or listed) or (self._fresh and count == 1):
            return None
        if count and not self._fresh:
            self._named.forget(words)
        count = count or listed
        self._left = count - 1
        return ("PART" if self._fresh else "NAMED"), end

    def _ordinal(self, start: int, end: int) -> Found:
        """A heading that stands by itself, or a text that begins with an ordinal."""
        ordinal = self._ordinals[start]
        further = "NEXT" if (ordinal.value or 0) > 1 else ""
        if is_heading(self._text[ordinal.end : end]):
            return f"{further}_HEADING".strip("_"), end
        return further or "TEXT", self._tails.text_end(start)

    # What stands above a body.

    def _above(self, index: int, start: int, end: int) -> Found | None:
        text = self._text
        for terminal, pattern in STAMPS.items():
            if match := pattern.match(text, start, end):
                return terminal, match.end()
        if stop := numbered_title_end(text, start, end):
            return "END", stop
        if (number := number_at(text, start, end)) and not (self._last == "ADDRESSEE" and number[1] < end):
            return "NUMBER", number[1]  # below the addressee a text may begin with one: 示政发〔2026〕10号废止。
        dated = BYLINE.match(text, start, end) and not COPIES.match(text, start, end)
        if self._last in ("END", "NUMBER") and not dated and (stop := day_of_head(text, start, end)) and stop < end:
            return "BYLINE", stop
        stop = addressee_end(text, start, end)
        if stop and (self._title_end(start, end) or stop) >= stop:
            return "ADDRESSEE", stop
        if dated or is_sign(text, start, end):
            return "BYLINE", end
        return self._whole_line(index, start, end) or self._leading(start, end)

    def _whole_line(self, index: int, start: int, end: int) -> Found | None:
        """A line that is a mark, a title, a part of one, or names of offices."""
        text = self._text
        line = text[start : min(end, start + _LONGEST_LINE)]
        if MARK.match(text, start, end):
            return "MARK", end
        if not may_be_title(line):
            return None
        signs = is_signature(text, start, end) or self._lines_below.is_broken_name(index, line)
        if is_titled(line) and not (signs and self._lines_below.is_dated_below(index)):
            return ("PART" if goes_on_below(line, self._lines_below.line_below(index)) else "END"), end
        if len(line) > _LONGEST_PART or "，" in line or date_line(line):
            return None
        if signs:
            return "NAMES", end
        return None if self._leading(start, end) or self._tails.first(start) else ("PART", end)

    def _leading(self, start: int, end: int) -> Found | None:
        """The mark or title that a line begins with, where something else follows in it."""
        text = self._text
        secret = SECRECY.search(text, start + 4, min(end, start + _LONGEST_PART))
        if secret and is_signature(text, start, secret.start()):
            return "MARK", secret.start()
        if stop := mark_end(text, start, end):
            return "MARK", stop
        if self._last == "END" and (stop := issuers_end(text, start, end)):
            return "NAMES", stop
        stop = self._title_end(start, end)
        if stop is None and self._last in _HEAD:
            stop = own_title_end(text, start, end)
        if stop is None and self._run is not None and (stop := title_end(text, self._run, end)) is not None:
            # 印发《关于河道保洁和 / 绿化的措施》的通知各村：, where the mark opens on the line before.
            stop = stop if stop > start else None
        return ("END", stop) if stop else None

    def _titled(self, start: int, end: int) -> int | None:
        """Where a title ends, perhaps with its line and to go on in the next one."""
        if stop := self._title_end(start, end):
            return stop
        line, below = self._text[start:end], self._lines_below.line_below(self._index)
        if len(line) > _LONGEST_PART or len(below) > _LONGEST_PART or self._lines[self._index][1] != end:
            return None
        if self._named.over_lines(self._index, start, end)[0]:
            return end
        return end if is_titled_below(line, below) and self._lines[self._index + 1][0] not in self._ordinals else None

    def _title_end(self, start: int, end: int) -> int | None:
        """Where a title ends that the line goes on after: by its genre, or because the text has named it before."""
        stop = title_end(self._text, start, end) or 0
        return max([stop, *self._named.ends(start, end)]) or None

    def _below(self, index: int, start: int, end: int) -> Found | None:
        """What may close a body."""
        text = self._text
        line = text[start:end]
        if self._lines_below.is_in_column(index, line):
            return "TEXT", end
        if stop := self._lines_below.day_above_signers(index, start):
            return "DAY", stop
        # A date closes what issues another text, with no name above it: names of no length stand for it.
        if (
            self._issued
            and self._last in ("TEXT", "NEXT", "ISSUE")
            and self._lines_below.is_day_alone(index, start, end)
        ):
            return "NAMES", start
        if (day := date_line(line, signed=self._last == "NAMES" and self._lines_below.closes_here(index))) and (
            self._last == "NAMES" or (day.is_whole and "年" in line)
        ):
            return "DATE", end
        if contact := contacts_end(text, start, self._tails.stop(start), end):
            return "REMARK", contact
        signs = self._last == "ISSUE" and holder_behind_colon(text, start, end)
        if signs or is_signature(text, start, end) or self._lines_below.sign(index, line):
            return "NAMES", end
        tail = self._tails.first(start)
        if tail is None or tail.start > start:
            return None
        if tail.is_printed:
            return "PRINTED", tail.end
        return ("NAMES", tail.date.start) if start < tail.date.start else ("DATE", tail.end)

    def _body(self, start: int) -> Found:
        """A text, up to where something closes it in its line."""
        stop = self._tails.text_end(start)
        issues = stop - start <= LONGEST_ISSUE and (
            (self._may_issue and issues_in(self._text, start, stop))
            or (self._issuing and _ASKS.search(self._text, start, stop) is not None)
        )
        return ("ISSUE" if issues else "TEXT"), stop
