"""TRM042: a body that is called by a name that no body has."""

from collections.abc import Iterator
from functools import cache

from lawcheck.reading.resources import rows
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.search import Terms

_LOCAL = "地方"
_PLACES = ("省", "市", "县", "区", "州", "盟", "旗", "人民", "自治区")
# These end a longer right name, or begin another word: 中国|国家…
_GOES_ON = frozenset("学院校")
# 市委、政府: the government of the same place has its level in its name as the committee does.
_GOVERNMENT = Pattern("(?<=(?P<level>[省市县区州旗])委)、(?P<wrong>政府)", needs=("委、政府",))
# 市六届人大五次大会: people's congresses and consultative conferences meet in 会议, parties in 代表大会.
_MEETING = Pattern("届(?:人大|人民代表大会|政协)(?:第)?[一二三四五六七八九十]{1,2}次(?P<wrong>大会)", needs=("次大会",))

# 县人大主任: a congress has no 主任, its committee has; 人大主任会议 is a meeting.
_HEAD = Pattern("(?<=[省市县区])人大(?P<wrong>副?主任)(?!委员|会议|科员)", needs=("人大主任", "人大副主任"))


@cache
def _wrong() -> tuple[Terms, tuple[tuple[str, ...], ...]]:
    table = rows("wrong_bodies.tsv")
    return Terms(row[0] for row in table), table


def wrong_body_name(document: Document) -> Iterator[Finding]:
    """TRM042: 国家教育部, 住房与城乡建设局, 退伍军人事务局."""
    text = document.text
    terms, table = _wrong()
    told = 0
    for index, start, end in sorted(terms.find(text), key=lambda found: (found[1], -found[2])):
        wrong, right, unless, scope = table[index]
        following = text[end : end + 1]
        if start < told or (following and following in unless) or following in _GOES_ON:
            continue
        if scope == _LOCAL and not text.endswith(_PLACES, 0, start):
            continue
        told = end
        edits = (Edit(start, end, right),) if "、" not in right and "（" not in right else ()
        yield Finding(start, end, {"found": wrong, "right": right}, edits=edits)
    for match in _GOVERNMENT.finditer(text):
        yield _named(text, match.start("wrong") - 3, match.end(), f"{match['level']}委、{match['level']}政府")
    for match in _HEAD.finditer(text):
        yield _named(text, *match.span(), f"人大常委会{match['wrong']}")
    for match in _MEETING.finditer(text):
        yield _named(text, *match.span("wrong"), "会议")


def _named(text: str, start: int, end: int, right: str) -> Finding:
    return Finding(start, end, {"found": text[start:end], "right": right}, edits=(Edit(start, end, right),))
