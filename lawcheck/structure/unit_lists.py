"""Where a list of units ends that no bracket closes: in text without line breaks the next task follows at once."""

import re

from lawcheck.structure.attribution_lexer import ANY_LABEL, VERB
from lawcheck.structure.units import BRACKETED, PROSE, bare, is_group, is_name

_COMMITTEE = re.compile("[国中央省市区县州旗][家]?(?:委|政府)")
_COMMITTEE_OFFICES = ("办", "办公室", "委", "委员会", "小组")
_LONGEST_PIECE = 60
_MOST_SHORT = 20
_STOP = re.compile(rf"[、，,；;。：:\n！？（(〔\[）)〕\]】《“\"]|[ \u3000]+|{ANY_LABEL.pattern}|会同")
_LIST = re.compile(r"[ \u3000]*[、，,；;][ \u3000]*\n?[ \u3000]*|[ \u3000]+|[ \u3000]*会同[ \u3000]*")
_NOTE = re.compile(BRACKETED)
MARKER = re.compile(
    r"[ \u3000]*(?:\d{1,3}[ \u3000]*[.．、,，)）]|\d{1,3}[ \u3000]|[（(〔\[][一二三四五六七八九十\d\-—]{1,4}[）)〕\]]|"
    r"[一二三四五六七八九十]{1,3}[、，,.．]|第[一二三四五六七八九十百\d]{1,4}[章节条部]|[①-⑳])"
)
_ELLIPTIC = re.compile(r"[一-龥]{2,4}$|各?[市县区州旗]$|[县市区]$")
_NAME_END = re.compile(
    "政府|部门|单位|部門|單位|公司|中心|街道|机构|企业|大学|集团|新区|园区|开发区|高新区|县区|区县|乡镇|各地|地方"
    "|[局委办部厅院会署室处科股司所站台社馆校队行关联协组团厂厅會辦處]"
)


def list_end(text: str, start: int, own_line: bool) -> int:
    """Where the list of units that begins at `start` ends; `start` when there is none.

    On a line of its own (`own_line`) any short word before a separator or the line's end counts as a name.
    """
    end = at = start
    short = 0
    while True:
        limit, stop = _next_stop(text, at)
        piece = text[at:limit]
        if stop and _is_whole(piece, own_line):
            end, short = limit, 0
        elif stop == "、" and short < _MOST_SHORT and _ELLIPTIC.match(piece) and not PROSE.search(piece):
            at, short = limit + 1, short + 1
            continue
        else:
            length = _prefix(piece, text, at)
            return at + length if length and (at == start or text[at - 1] == "、") else end
        end = _behind_note(text, end)
        following = _LIST.match(text, end)
        if following is None or MARKER.match(text, end) or ANY_LABEL.match(text, following.end()):
            return end
        at = following.end()


def _next_stop(text: str, at: int) -> tuple[int, str]:
    """Where the piece at `at` ends, and what ends it: "" when it is too long for a name, "end" at the text's end."""
    stop = _STOP.search(text, at, at + _LONGEST_PIECE)
    if stop is not None:
        return stop.start(), stop[0][:1]
    limit = min(len(text), at + _LONGEST_PIECE)
    return limit, "end" if limit == len(text) else ""


def _is_whole(piece: str, own_line: bool) -> bool:
    """Whether the piece between two stops is a unit, with or without a verb behind it."""
    verb = VERB.search(piece)
    name = bare(piece[: verb.start()] if verb and verb.end() == len(piece) else piece)
    if is_name(name) and not _runs_on(name):
        return True
    return own_line and 2 <= len(piece) <= 14 and not PROSE.search(piece) and not _NAME_END.search(piece, 1)


def _behind_note(text: str, end: int) -> int:
    """The end of a unit whose name has a note in brackets, or goes on behind one: 各市（含甲、乙市）政府."""
    note = _NOTE.match(text, end)
    if note is None or MARKER.match(text, end):
        return end
    limit, stop = _next_stop(text, note.end())
    tail = text[note.end() : limit]
    return limit if stop and tail and is_name("各" + tail) and len(tail) <= 8 else note.end()


def _runs_on(name: str) -> bool:
    """Whether a name goes on in prose (区司法局完善法律援助中心); a committee's office may be called after a task."""
    prose = PROSE.search(name)
    if prose is None or (_COMMITTEE.fullmatch(name[: prose.start()]) and name.endswith(_COMMITTEE_OFFICES)):
        return False
    return any(is_name(name[: m.end()]) for m in _NAME_END.finditer(name, 1, prose.start()))


def _prefix(piece: str, text: str, at: int) -> int:
    """The length of the unit that a piece begins with; 0 when it begins with none."""
    best = 0
    for match in _NAME_END.finditer(piece, 1):
        length = match.end()
        name = piece[:length]
        if best and (PROSE.search(piece, best, length) or length - best > 8):
            break
        if not best and PROSE.search(name) and not is_group(name):
            return 0
        if length > 30:
            break
        best = length
        if MARKER.match(text, at + length) or is_group(name):
            return length
    return best
