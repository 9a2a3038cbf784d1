"""The titles that a text has named before: of what it issues, and of what it has annexed."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from lawcheck.structure.frame_heads import begins_a_text
from lawcheck.structure.frame_labels import LABEL, NOTE_ITEM, Line
from lawcheck.structure.frame_names import is_signature
from lawcheck.structure.frame_tails import SPACE, issues_in
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE, YEAR

_MARKED = Pattern("《([^《》\n]{6,80})》")
# A note on annexes in a line, and where its names end: at the first label, or where a form's name meets a signature.
_NOTE = Pattern(r"附[ ]?件[：:](?=[ \u3000]?1[.．、])")
_NAMES_END = Pattern(
    rf"(?<=[表图名册单])(?=[^0-9。：:，；表图名册单]{{4,40}}{DATE})|附件[1一](?![0-9.．])|附件1(?={YEAR}年)"
)
# A text that issues another one is no longer.
LONGEST_ISSUE = 1500
_MOST_NOTES = 4
_LONGEST_GAP = 4
_LONGEST_NOTE = 800
_MOST_NAMES = 20
_MOST_LINES = 3
_LONGEST_LINE = 120
_SHORTEST_GLUED = 8
_ISSUE_REACH = 200
_ABOUT = "关于"
_LONGEST_ISSUER = 30


class NamedTitles:
    """The latest names; such a name is a title where it stands by itself, on one line or over several."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self._text = text
        self._lines = lines
        self._names: deque[str] = deque(maxlen=_MOST_NAMES)

    def add_line(self, start: int, end: int) -> bool:
        """Remembers the names in a line that issues another document, or that has a note in it.

        False where no part of the line issues another document.
        """
        head = min(end, start + LONGEST_ISSUE)
        issues = issues_in(self._text, start, head)
        if issues:
            self.add_marked(start, head)
        if end - start > _LONGEST_LINE:
            self.add_noted(start, end)
        return issues or head < end

    def add_marked(self, start: int, end: int) -> None:
        """Remembers the names in 《》 of a span."""
        self._add(match[1] for match in _MARKED.finditer(self._text, start, end))

    def add_annexes(self, start: int, end: int) -> None:
        """Remembers the names of annexes in a line of the note, or after a label."""
        if label := LABEL.match(self._text, start, end):
            spans = [m.span() for m in NOTE_ITEM.finditer(self._text, label.end(), end)]
            items, starts = [stop for _, stop in spans] or [label.end()], [first for first, _ in spans[1:]]
            self._add(self._text[a:b] for a, b in zip(items, [*starts, end], strict=True))

    def add_noted(self, start: int, end: int) -> None:
        """Remembers the names of annexes in the notes inside a long line, as far as they are known to end."""
        if self._text.find("件", start, end) < 0:
            return
        for note in islice(_NOTE.finditer(self._text, start, end), _MOST_NOTES):
            stop = _NAMES_END.search(self._text, note.end(), min(end, note.end() + _LONGEST_NOTE))
            if stop:
                self.add_annexes(note.start(), stop.start())

    def _add(self, names: Iterable[str]) -> None:
        self._names += [bare for name in names if (bare := _bare(name))]

    def ends(self, start: int, end: int) -> Iterator[int]:
        """Where the names end that a span begins with; their letters may be set apart."""
        return (stop for name in self._names if (stop := self._end(name, start, end)))

    def _end(self, name: str, start: int, end: int) -> int | None:
        at = start
        for character in name:
            gap = 0
            while at < end and gap < _LONGEST_GAP and self._text[at] in SPACE:
                at, gap = at + 1, gap + 1
            if at >= end or self._text[at] != character:
                return None
            at += 1
        return at

    def over_lines(self, index: int, start: int, end: int) -> tuple[int, str]:
        """How many lines from a place on are together such a name, and its words; 0 for none.

        The office that issued what is named may stand before 关于.
        """
        if not self._names:
            return 0, ""
        words = ""
        lines = [(start, end), *self._lines[index + 1 : index + _MOST_LINES]]
        for count, (first, last) in enumerate(lines, 1):
            words += _bare(self._text[first : min(last, first + _LONGEST_LINE)])
            about = max(0, words.find(_ABOUT))
            issued = 0 < about <= _LONGEST_ISSUER and is_signature(words, 0, about)
            named = words[about:] if issued else words
            if named in self._names:
                return count, named
        return 0, ""

    def behind_issue(self, start: int, end: int) -> dict[int, int]:
        """Where such names begin, and end, right behind the sentence of a line that issues what is called so."""
        found: dict[int, int] = {}
        for name in {name for name in self._names if len(name) >= _SHORTEST_GLUED}:
            at = self._text.find("。" + name, start, end) + 1
            stop = at + len(name)
            if (
                at
                and issues_in(self._text, max(start, at - _ISSUE_REACH), at)
                and begins_a_text(self._text, stop, end, named=True)
            ):
                found[at] = stop
        return found

    def forget(self, words: str) -> None:
        """Takes a name for what it names: it begins nothing else."""
        self._names.remove(words)


def _bare(name: str) -> str:
    """The words of a title without the space in it and the signs after it."""
    return "".join(name.split()).strip("。；;")
