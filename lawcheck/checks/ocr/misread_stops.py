"""Dots, ticks and slashes that recognition has made of stops (part of OCR007)."""

from collections import Counter
from collections.abc import Iterator

from lawcheck.checks.lexicon import best_division
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN, TRANSCRIBING

_HAN_AFTER = Pattern(f"^[{HAN}]*")
_HAN_BEFORE = Pattern(rf"[{HAN}]*\Z")
_REACH = 4
# The dot of a foreign name stands between syllables, any other one is what is left of a stop.
_DOT = Pattern(f"[·•.](?<=[{HAN}”）》].)(?<!\n[一二三四五六七八九十].) ?(?=[{HAN}“《]|\n|\\Z)", first="·•.")
# A tick is no sign of Chinese at all: 、 or ， lost its foot.
_TICK = Pattern(f"[`´ˋ˙](?<=[{HAN}”）》].) ?(?=[{HAN}“《（])", first="`´ˋ˙")
# What introduces a list or stands before what it names is followed by a colon.
_INTRODUCES = Pattern(
    "(?:(?<=如下)|(?<=联系人)|(?<=电话)|(?<=传真)|(?<=附件)|(?<=抄送)|(?<=责任单位)|(?<=牵头单位)|(?<=地址)|(?<=邮箱))[；;/／](?=[^；;\n]{0,30}(?:[。\n]|\\Z))",
    first="；;/／",
)
_FIGURES = "〇零一二三四五六七八九十"
_MARKS = Pattern("[“”《》〈〉‘’]")
_NEAR = 20
# So many characters on either side show whether they are syllables of a name: all but one or two of them.
_SYLLABLES = 2


def misread_stops(text: str) -> Iterator[tuple[int, int, str]]:
    """What stands for a stop in a scan: where, and which message says so."""
    dots = [match.start() for match in _DOT.finditer(text)]
    # What recurs is a name: 示例·南城 of an area, 新风·家园 of a campaign.
    recurring = Counter(text[at - 2 : at + 3] for at in dots)
    for at in dots:
        if recurring[text[at - 2 : at + 3]] > 1:
            continue
        if not is_marked(text, at) and (_stands_between_words(text, at) or not _can_be_name(text, at)):
            yield at, at + 1, "dot"
    for match in _TICK.finditer(text):
        yield match.start(), match.start() + 1, "dot"
    for match in _INTRODUCES.finditer(text):
        yield match.start(), match.end(), "colon"


def _stands_between_words(text: str, at: int) -> bool:
    """Whether a word of the tables ends before a sign and one begins after it, or a line ends there."""
    before = _HAN_BEFORE.compiled.findall(text[max(0, at - _REACH) : at])[0]
    after = _HAN_AFTER.compiled.findall(text[at + 1 : at + 1 + _REACH])[0]
    ends = not before or best_division(before, len(before) - 1)[1] < len(before) - 1
    return ends and (not after or best_division(after, 0)[2] > 1)


def _can_be_name(text: str, at: int) -> bool:
    """Whether a dot stands between syllables of a name or between figures (五·四)."""
    before, after = text[max(0, at - _SYLLABLES) : at], text[at + 1 : at + 1 + _SYLLABLES]
    if not after.strip():
        return False
    if before[-1:] in _FIGURES and after[:1] in _FIGURES:
        return True
    sides = [sum(character in TRANSCRIBING for character in side) for side in (before, after)]
    return all(sides) and sum(sides) > _SYLLABLES


def is_marked(text: str, at: int) -> bool:
    """Whether a place stands inside quotation or title marks that were opened near it on its line."""
    near = text[max(0, at - _NEAR) : at].rpartition("\n")[2]
    opened = [mark[0] for mark in _MARKS.finditer(near)]
    return bool(opened) and opened[-1] in "“《〈‘"
