"""What shows that a line begins anew, whatever the layout of the page says: it follows a title or a short heading."""

from lawcheck.text.layers.printed_lines import FINISHED, MARKER, OPEN
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import TITLE_GENRE
from lawcheck.text.vocabulary.han import HAN

_ENTRY = Pattern(f"[{HAN}]{{1,4}}([，,（( \u3000])")
_PURPOSE = Pattern("为|根据|按照|依据")
_TITLE_END = Pattern(f"(?:{TITLE_GENRE}|的解释)(?:（[^（）]{{1,6}}）)?$")
# 关于加强甲、⏎乙工作的通知: a title on two lines, which are set in the middle one by one.
_IN_TITLE = "[^，,。；;：:！？\n]"
_TITLE_LINES = Pattern(
    f"(?:{_IN_TITLE}{{4,45}}、[ \u3000]*\n[ \u3000]*){{1,3}}{_IN_TITLE}{{0,45}}?(?:{TITLE_GENRE})"
    "(?:（[^（）]{1,6}）)?[ \u3000]*(?:\n|$)"
)
_LONGEST_GENRE = 16
# 1.申请条件: a heading has so many characters at most, and no point.
_HEADING, _MARK = 25, 5
_POINT = Pattern("[，,。；;：:、]")
# No sentence begins with one of these; 的确, 及时, 与会 and 了解 are other words.
_GOES_ON = Pattern(
    "应当|必须|不得|可以|的(?!的?确)|和(?![谐睦平解])|及(?![时早])|与(?![时此会])|或(?!许)|而(?![今且])|了(?![解结然])"
)
_ADDRESSEE = Pattern(r"[^，。；：\n]{2,30}(?:[，、][^，。；：\n]{2,30}){0,6}[：:][ \t\u3000]*")
# Cells are parted by these.
_PARTING_CELLS = "|｜\t"
_POINTS = Pattern("[，。；]")
_SHORTEST_HEADLINE, _LONGEST_HEADLINE, _LONGEST_BELOW = 10, 45, 200
_LATIN_STOP = Pattern(r"[A-Za-z)\]\"][.!?]")


def is_title_of_lines(text: str, start: int) -> bool:
    """Whether a title begins that goes over several lines, which end in 、."""
    return not MARKER.match(text, start) and _TITLE_LINES.match(text, start) is not None


def begins_anew(line: str, following: str, *, runs_in: bool) -> bool:
    """Whether a line follows a title or a heading, or names those a letter goes to.

    `runs_in` is that headings of the form that the line before has go on in their text.
    """
    if line[-1] in OPEN or line[-1] in FINISHED or _GOES_ON.match(following):
        return False
    is_heading = (
        not runs_in and len(line) <= _HEADING and MARKER.match(line) is not None and not _POINT.search(line, _MARK)
    )
    return is_heading or is_title_line(line) or _ADDRESSEE.fullmatch(following) is not None


def begins_letter(line: str, following: str) -> bool:
    """Whether a title ends and those it goes to follow, wherever the page ends its lines."""
    return is_title_line(line) and _ADDRESSEE.fullmatch(following) is not None


def is_title_line(line: str) -> bool:
    """Whether a line ends in the genre of a document and holds no point."""
    return _TITLE_END.search(line[-_LONGEST_GENRE:]) is not None and not _POINT.search(line)


def are_entries(line: str, following: str) -> bool:
    """Whether two lines begin with a name and the same sign: entries for persons (张某某，…), places or things."""
    this, other = _ENTRY.match(line), _ENTRY.match(following)
    return this is not None and other is not None and this[1] == other[1]


def is_title(line: str, following: str) -> bool:
    """Whether a title ends in its genre and a purpose begins the text."""
    return bool(_PURPOSE.match(following) and _TITLE_END.search(line[-_LONGEST_GENRE:]))


def parts_rows(text: str, start: int, end: int) -> bool:
    """Whether the lines on either side have as many cells, parted by pipes or tabs."""
    following = text.find("\n", end)
    rows = text[text.rfind("\n", 0, start) + 1 : start], text[end : following if following >= 0 else len(text)]
    return any(1 < rows[0].count(sign) == rows[1].count(sign) for sign in _PARTING_CELLS)


def is_headline(text: str, start: int, end: int) -> bool:
    """Whether the first line is the headline of what follows: without a point, above a longer line that has some."""
    if not _SHORTEST_HEADLINE <= start <= _LONGEST_HEADLINE:
        return False
    if "\n" in text[:start].strip() or _POINTS.search(text, 0, start):
        return False
    below = text[end : end + _LONGEST_BELOW].partition("\n")[0]
    return len(below) > 2 * len(text[:start].strip()) and _POINTS.search(below) is not None


def ends_latin_sentence(text: str, end: int) -> bool:
    """Whether a line ends in a stop behind Latin letters: 参见 systemd.mount(5).⏎*.path 描述…."""
    return _LATIN_STOP.match(text, max(0, end - 2)) is not None
