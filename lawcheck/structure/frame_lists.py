"""Lists that stand behind a body with nothing but their own titles: 示例区绿道管护重点乡镇名单."""

from collections.abc import Sequence

from lawcheck.structure.frame_labels import Line
from lawcheck.structure.frame_tails import date_line
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_TITLE = Pattern(
    f"(?!附|[图表][0-9一二三四五六七八九十]|各|注)(?P<subject>[{HAN}“”（）0-9—-]{{5,60}}?)(?:名单|名录|一览表|[{HAN}]{{2}}表)$"
)
# Who is listed: the text may name only what they are members of.
_PEOPLE = Pattern("(?:组成|成员|人员|单位|负责人|联系人|联络员|责任人|任务|责任|职责)$")
_STOPS = frozenset("。；！？")
# A line that is longer, or that ends a sentence, is none of a list.
_LONGEST_ROW = 60
_LONGEST_TITLE = 50
_FEWEST_ROWS = 3
_MOST_LINES = 2
_SHORTEST_SUBJECT = 5
_MOST_TITLES = 8


class Lists:
    """The titles of the lists that end one text: nothing but their rows follows them, and the text speaks of them."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self._text = text
        self._lines = lines
        self._first = self._first_row()
        self._left = _MOST_TITLES

    def _first_row(self) -> int:
        """The first line below the last sentence; beyond the last line where a date closes what follows."""
        for index in range(len(self._lines) - 1, -1, -1):
            line = self._text[slice(*self._lines[index])]
            if date_line(line):
                return len(self._lines)
            if len(line) > _LONGEST_ROW or line[-1] in _STOPS:
                return index + 1
        return 0

    def title_lines(self, index: int) -> int:
        """How many lines from one on are the title of such a list; 0 for none."""
        if index < max(self._first, 1) or not self._left:
            return 0
        words = ""
        for count, line in enumerate(self._lines[index : index + _MOST_LINES], 1):
            words += "".join(self._text[slice(*line)].split())
            title = _TITLE.match(words) if len(words) <= _LONGEST_TITLE else None
            if title and index + count + _FEWEST_ROWS <= len(self._lines):
                self._left -= 1
                return count if self._is_spoken_of(title["subject"], self._lines[index][0]) else 0
        return 0

    def _is_spoken_of(self, subject: str, at: int) -> bool:
        """Whether the text above a place has what a list is of."""
        while people := _PEOPLE.search(subject):
            subject = subject[: people.start()]
        return len(subject) >= _SHORTEST_SUBJECT and self._text.find(subject, 0, at) >= 0
