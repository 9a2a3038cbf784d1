"""How numbers are written that are no ordinals of the outline, and those that repeat one inside a paragraph."""

from collections.abc import Iterator

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import NUMBERED_THINGS
from lawcheck.text.vocabulary.han import HAN

NUMERAL = "[一二三四五六七八九十]{1,3}"
_BLANKS = "[ \t\u3000]{0,8}"
# Each form begins its line or a part of a sentence; `mark` is its number with what belongs to it.
_HEAD = f"(?:(?<=^)|(?<=[\n。；：，、:;])){_BLANKS}"
# What could be members of 第一、第二产业 or of 措施一、二 begins a line or a sentence.
_SENTENCE_HEAD = f"(?:(?<=^)|(?<=[\n。；：:;])){_BLANKS}"


def _first_after_subject(word: str) -> str:
    """各村一要…，二要…: the first member stands behind its subject, and the second one begins its part."""
    return f"(?<=[{HAN}）)])(?<![统第唯万单专同归划合如之其逐不])(?=一{word}[^\n]{{2,200}}[。；，;]{_BLANKS}二{word})"


FORMS = (
    Pattern(
        f"(?:{_HEAD}|{_first_after_subject('要')})(?P<mark>(?P<number>{NUMERAL})要)(?![求点素件闻道])", needs=("一要",)
    ),
    Pattern(f"{_HEAD}(?P<mark>其(?P<number>{NUMERAL}))(?=[，,、：:是])", needs=("其一",)),
    Pattern(f"{_HEAD}(?P<mark>第(?P<number>{NUMERAL})(?=[是要：:]))", needs=("第一",)),
    Pattern(f"{_HEAD}(?P<mark>第(?P<number>{NUMERAL})步)(?=[，,：:是（(])", needs=("第一步",)),
    Pattern(
        f"(?:(?<=[\n。；：，、:;]){_BLANKS}|^)(?P<mark>[（(]?(?P<number>[a-h])[）)])(?=[ \u3000]{{0,2}}[{HAN}“《])",
        needs=("a)", "a）"),
    ),
    Pattern(f"{_SENTENCE_HEAD}(?P<mark>第(?P<number>{NUMERAL})、)(?=[{HAN}“]{{4}})(?!第)", needs=("第一、",)),
    *(
        Pattern(
            f"(?:{_SENTENCE_HEAD}(?=第{NUMERAL}{unit}[，,：:（(])|{_HEAD}(?=第{NUMERAL}{unit}[为是从自]))"
            f"(?P<mark>第(?P<number>{NUMERAL}){unit})",
            needs=(f"第一{unit}",),
        )
        for unit in ("阶段", "步骤", "环节", "个方面", "方面")
    ),
    # 一查制度，二查台账: members that begin with a verb each.
    *(
        Pattern(f"{_HEAD}(?P<mark>(?P<number>{NUMERAL}){verb})(?=[{HAN}]{{2}})", needs=(f"一{verb}",))
        for verb in "查看抓送学比问访严促帮讲做保防管控"
    ),
    *(
        Pattern(
            f"{_SENTENCE_HEAD}(?P<mark>{name}(?P<number>{NUMERAL}))(?=[：:、. \u3000])",
            needs=(f"{name}一",),
        )
        for name in NUMBERED_THINGS
    ),
)
# 报名表2.身份证3.照片5.近照, （一）…（二）…（三）…（五）…: items that ran together without a mark.
GLUED = (
    Pattern(f"(?<=[{HAN}”》）)])(?P<mark>(?P<number>[0-9]{{1,2}})[.．、])(?=[{HAN}“《])", needs=("2.", "2．", "2、")),
    Pattern(f"(?<=[{HAN}”》])(?P<mark>[（(](?P<number>{NUMERAL})[）)])(?=[{HAN}“《])", needs=("（二）", "(二)")),
)
# 一是…，二是…，四是…; but 一是一、二是二.
MEMBERS = Pattern(
    f"(?:{_HEAD}|{_first_after_subject('是')})(?P<mark>(?P<number>{NUMERAL})是)(?!{NUMERAL}[、，。；]|否)",
    needs=("是",),
)
# 第一，…；第二，…, which the outline holds.
ORDERS = Pattern(f"{_HEAD}(?P<mark>第(?P<number>{NUMERAL}))(?=[，,])", needs=("第",))
# Ordinals inside a paragraph: where one stands twice the outline holds the first of them only. Where nothing stands
# between them they are spoken of: （1）、（2）项.
_INSIDE = f"(?:(?<=[。；：，:;]){_BLANKS}|(?<=[{HAN}]、))"
REPEATABLE = (
    Pattern(f"{_INSIDE}(?P<mark>[（(](?P<number>{NUMERAL})[）)])", needs=("（二）", "(二)")),
    Pattern(f"{_INSIDE}(?P<mark>[（(]?(?P<number>[0-9]{{1,2}})[）)])", needs=("2）", "2)")),
    Pattern(f"{_INSIDE}(?P<mark>(?P<number>[0-9]{{1,2}})[.．、])(?![0-9])", needs=("2.", "2．", "2、")),
)
# （1）…（2）…（4）… within a line, whatever stands before them; 第（1）、（2）项 and （1）类 are spoken of.
_SPOKEN_OF = "项款条目类级号个人名家户份分元次组班和与或至"
FIGURES = Pattern(
    rf"(?<![第0-9和与或至])(?<![）)]、)(?P<mark>[（(](?P<number>[0-9]{{1,2}})[）)])(?=[ \u3000]{{0,2}}[{HAN}“《])"
    rf"(?![ \u3000]{{0,2}}[{_SPOKEN_OF}])",
    first="（(",
)
# ①…②…④… within a line.
CIRCLED = Pattern(
    rf"(?<![第和与或至①-⑳])(?<![①-⑳]、)(?P<mark>(?P<number>[①-⑳]))(?=[ \u3000]{{0,2}}[{HAN}“《])"
    "(?![项款条目类级号和与或至])",
    first="①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
)
# 首先，…其次，…其次，…最后，: the one that comes next is called 再次.
_ORDER = Pattern(
    f"{_HEAD}(?P<word>首先|其次|再次|再者|最后)(?=[，,：:要是])", needs=("首先", "其次", "再次", "再者", "最后")
)
# 首先…，其次…，第三…; 第三产业 and 第三方 are no members.
_OF_ANOTHER = Pattern(
    f"{_HEAD}(?P<word>首先|第一|其次|再次|再者|最后|第[二三四]|其[一二三四])(?=[，,：:、要是]|加强|落实|严格|强化|抓好|完善|健全|推进|提高|提升|深化|优化|规范|做好"
    "|(?<=首先)|(?<=其次))",
    needs=("首先", "其次", "再次", "再者", "最后", "第", "其"),
)
# Which word does not go on the row of which.
_MIXED = frozenset(
    tuple(pair.split())
    for pair in (
        *("其次 第三", "第一 其次", "首先 第三", "其一 第二", "其二 第三"),
        *("其三 第四", "第一 其二", "第二 其三", "其一 其次", "首先 其二"),
    )
)
LONGEST = 3000


_OPENING = ("首先", "其次", "其一", "其二")


def of_another_series(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where 第三 follows 其次, or 其次 follows 第一, in one paragraph, and where the one before stands."""
    before: tuple[str, int, int] | None = None
    for match in _OF_ANOTHER.finditer(text) if any(map(text.__contains__, _OPENING)) else ():
        start, end = match.span("word")
        if before and start - before[1] <= LONGEST and "\n" not in text[before[1] : start]:
            pair = before[0], match["word"]
            if pair in _MIXED:
                yield (start, end), before[1:]
        before = match["word"], start, end


def next_twice(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where 其次 stands twice in the list of one paragraph, and where it stood before."""
    before: tuple[int, int] | None = None
    opened = -1
    for match in _ORDER.finditer(text):
        start, end = match.span("word")
        if match["word"] == "首先":
            opened, before = start, None
        elif opened < 0 or start - opened > LONGEST or "\n" in text[opened:start]:
            opened = -1
        elif match["word"] == "其次":
            if before:
                yield (start, end), before
            before = start, end
