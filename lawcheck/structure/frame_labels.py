"""The labels of annexes (附件1), and the note that announces annexes (附件：1.… 2.…)."""

from collections.abc import Sequence
from re import Match

from lawcheck.structure.frame_heads import FIRST_DIVISION, LONGEST_TITLE, is_titled, may_be_title
from lawcheck.structure.frame_remarks import REMARK
from lawcheck.structure.frame_tails import NUMERAL, SPOKEN, Tails
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import CONNECTOR, YEAR

LABEL = Pattern(
    rf"附(?P<word>[ \u3000]{{0,2}}件)?[ \u3000]{{0,2}}(?P<number>{NUMERAL})?"
    # 附件1, and with a colon 附：, 附1：.
    r"(?(word)(?![个条项款类月年日])|(?=[ \u3000]?[：:]))"
    r"(?P<gap>[ \u3000]{0,4})(?P<colon>[:：.．、]?)[ \u3000]{0,8}"
)
# An item of a note: 2.示例表, 3.2024年示例表.
NOTE_ITEM = Pattern(
    rf"(?<![0-9])(?P<number>[0-9]{{1,2}})[ \u3000]?[.．、](?=[^0-9]|{YEAR}(?:年|{CONNECTOR})|$)"
    # 附件1.xlsx is the name of a file.
    "(?!(?:docx?|xlsx?|pptx?|pdf|wps|et|zip|rar)(?![A-Za-z]))"
)
_PAIRS = (("（", "）"), ("《", "》"), ("(", ")"))
SUBITEM = Pattern(r"[（(][ ]?[0-9]{1,2}[ ]?[）)]")
# Where the name of an annex is over though nothing closes the note: the label of the annex itself, a sentence's end.
_NAME_END = Pattern(r"附件[1１一](?![0-9０-９])|(?<=。)(?=[^\s])|(?:政策|文件|图文)?解读[：:]")

Line = tuple[int, int]
Found = tuple[str, int]


class Labels:
    """Reads the labels and notes of one text, line by line."""

    def __init__(self, text: str, lines: Sequence[Line], tails: Tails) -> None:
        self._text = text
        self._lines = lines
        self._tails = tails
        # The next number of the note that is being read; 0 outside of one.
        self._expected = 0

    def read(
        self, index: int, start: int, end: int, label: Match[str] | None, fresh: bool, title: int | None
    ) -> Found | None:
        """The token of a label or note that begins at a place of a line, and where it ends.

        `label` is what `LABEL` finds there, `fresh` says that an annex may begin here, `title` where a title ends that
        stands after the label in its line.
        """
        text = self._text
        if self._expected:
            if self._number(start, end) == self._expected:
                return self._listed(start, end)
            if self._expected > 1 and SUBITEM.match(text, start, end):
                return "NOTE", end
            if self._expected > 1 and (self._goes_on(index, start, end) or self._closes_a_bracket(index, start, end)):
                return "NOTE", end
            self._expected = 0
        if label is None:
            return None
        at = label.end()
        after = self._number(*self._lines[index + 1]) if index + 1 < len(self._lines) else 0
        if at == end:
            self._expected = int(after == 1 and not label["number"])
            return ("NOTE" if self._expected else "LABEL"), end
        if self._number(at, end) == 1 and not label["number"]:
            return self._listed(at, end)
        if label["number"] in ("1", "１") and label["colon"] and after == 2:
            self._expected = 2
            return "NOTE", end
        # 附件7示例区绿化方案 is a line of its own above the annex, whatever stands before it.
        alone = label["number"] is not None and (start, end) == self._lines[index]
        parted, numbered = bool(label["colon"] or label["gap"]), label["number"] is not None
        return self._labelled(index, (at, end), parted, numbered, fresh or alone, title)

    def _number(self, start: int, end: int) -> int:
        item = NOTE_ITEM.match(self._text, start, end)
        return int(item["number"]) if item else 0

    def _goes_on(self, index: int, start: int, end: int) -> bool:
        """Whether a short line ends the name that the line above began: the next one has the next number."""
        following = self._lines[index + 1] if index + 1 < len(self._lines) else None
        short = end - start <= LONGEST_TITLE and LABEL.match(self._text, start, end) is None
        return short and following is not None and self._number(*following) == self._expected

    def _closes_a_bracket(self, index: int, start: int, end: int) -> bool:
        """Whether a line ends the name that the line above began, because a bracket is open there."""
        if not index or start != self._lines[index][0] or end - start > LONGEST_TITLE:
            return False
        above, line = self._text[slice(*self._lines[index - 1])], self._text[start:end]
        return any(above.count(a) > above.count(b) and line.count(b) > line.count(a) for a, b in _PAIRS)

    def _listed(self, start: int, end: int) -> Found:
        """A note with numbers, up to where a signature follows in its line."""
        end = min(end, self._tails.stop(start))
        self._expected = self._expected or 1
        last = start
        for item in NOTE_ITEM.finditer(self._text, start, end):
            if int(item["number"]) == self._expected:
                self._expected += 1
                last = item.end()
        stop = _NAME_END.search(self._text, last, end) or REMARK.search(self._text, last, end)
        return "NOTE", stop.start() if stop else end

    def _labelled(
        self, index: int, name: Line, parted: bool, numbered: bool, fresh: bool, title: int | None
    ) -> Found | None:
        """附件1：示例表, 附件2 示例表, and 附件示例方案 after a date."""
        text = self._text
        at, end = name
        if not parted and SPOKEN.match(text, at):
            return None
        tail = self._tails.first(at)
        stop = min(tail.start if tail else end, max(at, self._tails.stop(at)))
        if title and title < stop and FIRST_DIVISION.match(text, title):
            stop = title
        whole = may_be_title(text[at:stop].rstrip("。；;"))
        if whole and (parted or (fresh and is_titled(text[at:stop]))):
            return ("NOTE" if self._is_one_of_several(index, at) else "LABELLED"), stop
        if fresh and title and not (whole and parted):
            return ("LABELLED", title) if parted or numbered else ("LABEL", at)
        return None

    def _is_one_of_several(self, index: int, name: int) -> bool:
        """Whether the line before or after is labelled too as this one is, whose label ends at a place."""
        own = LABEL.match(self._text, *self._lines[index])
        if own is None or own.end() != name:
            return False
        near = (self._lines[n] for n in (index - 1, index + 1) if 0 <= n < len(self._lines))
        labels = ((LABEL.match(self._text, *line), line[1]) for line in near)
        return any(label and 0 < end - label.end() <= LONGEST_TITLE for label, end in labels)
