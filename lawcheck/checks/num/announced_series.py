"""The number of things that is announced before or behind a list within a sentence (NUM009)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.numerals import parse_numeral
from lawcheck.text.vocabulary.offices import OFFICE_CHARACTERS

_COUNT = "(?P<count>[两二三四五六七八九十]{1,2}|[0-9]{1,2})"
_UNIT = "(?:个|大|项|类|种|支|条|批|家|所|处|座)"
# 下设四个工作组：综合协调组、宣传报道组、后勤保障组。
_BEFORE = Pattern(
    rf"(?<![第0-9.．十百千万零一二三四五六七八九]){_COUNT}{_UNIT}(?P<label>[{HAN}]{{1,8}})[：:](?P<list>[^。；;，,：:\n]{{3,200}})(?=[。；;\n]|$)"
)
# 设立综合协调组、宣传报道组、后勤保障组四个工作组
_BEHIND = Pattern(
    rf"(?:设立|成立|下设|分设|组建|设置|分为|分成|划分为|设)(?P<list>[^。；;，,：:\n0-9（(]{{3,120}}?)(?P<open>等)?{_COUNT}{_UNIT}(?P<label>[{HAN}]{{1,6}})(?=[，,。；;\n]|$)",
    first="设成下分组划",
)
# 下列5个单位获得表彰：甲局、乙局、丙局。
_LISTED = Pattern(
    rf"(?<![第0-9.．十百千万零一二三四五六七八九]){_COUNT}(?:个|家|名|位|所)(?P<label>[{HAN}]{{0,6}}?"
    rf"(?:单位|部门|企业|学校|同志|人员|行政村|社区|乡镇|街道|镇街|村))[{HAN}]{{0,10}}[：:](?P<list>[^。；;，,：:\n（(等]{{3,300}})(?=[。；;\n]|$)",
    needs=("：", ":"),
)
# 分四个阶段进行，即启动阶段、实施阶段、总结阶段。
_SAID = Pattern(
    rf"(?<![第0-9.．十百千万零一二三四五六七八九]){_COUNT}{_UNIT}?(?P<label>阶段|步骤|环节|小组|工作组|专班|等级|板块|片区)"
    "(?:(?:进行|实施|开展|推进|组织实施|完成)?(?:[，。]?(?:即|就是|分别[是为]|依次[是为]|包括)[：:]?)|(?:进行|实施|开展|推进|组织实施|完成)[：:])"
    "(?P<list>[^。；;，,：:\n]{3,200})(?=[。；;，,\n]|$)",
    needs=("阶段", "步骤", "环节", "组", "专班", "等级", "板块", "片区"),
)
# 五类场所：学校、医院、商场、宾馆: short words, none of which can be two.
_KINDS = Pattern(
    rf"(?<![第0-9.．十百千万零一二三四五六七八九]){_COUNT}(?:类|种|个|大)(?P<label>(?:重点|关键|特殊)?"
    "(?:场所|行业|领域|环节|岗位|对象|部位|群体|人群))[：:]"
    f"(?P<list>(?:(?![和及与或等])[{HAN}]){{2,6}}(?:、(?:(?![和及与或等])[{HAN}]){{2,6}}){{1,14}})(?=[。；;\n]|$)",
    needs=("场所", "行业", "领域", "环节", "岗位", "对象", "部位", "群体", "人群"),
)
# 教育、医疗、养老、住房、就业等四大领域: 等 closes a list that has as many, and leaves one open that has fewer.
_CLOSED = Pattern(
    f"(?<=[{HAN}“”《》]{{2}})(?P<list>(?:、(?:(?!等)[{HAN}“”]){{2,12}}){{2,20}})等(?P<announced>{_COUNT}{_UNIT})(?=[{HAN}]{{2}})",
    first="、",
)
_NOTES = Pattern("（[^（）]{1,40}）")
# What a name ends with.
_NAME_ENDS = (*OFFICE_CHARACTERS, *"校园学村区镇乡行", "街道", "公司")
_LONGEST_NAME = 4
_PERSONS = ("同志", "人员")
# 分为甲类、乙类和丙类: sorts, each of which heads a line or sentence of its own below.
_SORT = f"(?:(?!(?P=end))[{HAN}]){{2,5}}(?P=end)"
_SORTS = Pattern(
    f"(?P<end>[类型])、(?P<rest>(?:{_SORT}、)*{_SORT}(?:、|和|以及|及|与){_SORT})",
    first="类型",
)
_FIRST_SORT = Pattern(f"[{HAN}]{{2,5}}$")
_LONGEST_SORT = 5
_BEFORE_HEAD = Pattern("(?:^|[\n。；：—一）).．是]|[一二三四五六七八九十0-9]、)[ \u3000]{0,4}$")
_BEHIND_HEAD = Pattern("[，：:。—（(\n]")
_LEAD = 8
_JOINED = Pattern("和|以及|及|与")
_FEWEST = 2


def counted(numeral: str) -> int:
    """How many are announced; 0 where that is no number."""
    return 2 if numeral == "两" else parse_numeral(numeral) or 0


def series_mismatch(text: str) -> Iterator[Finding]:
    """Where a list of things that are all called alike has another number of them than is announced.

    Only lists whose members all end as what is counted does (…组、…组 for 四个工作组) are counted: other words between
    the marks may be parts of one name.
    """
    for match in (*_BEFORE.finditer(text), *_SAID.finditer(text), *_BEHIND.finditer(text)):
        count = counted(match["count"])
        listed = _NOTES.compiled.sub("", match["list"])
        members = _members(listed, match["label"][-1]) or _alike(listed)
        if "open" in match.re.groupindex and match["open"]:
            continue
        parts = listed.split("、")
        # 甲试验、乙试验和丙地及丁地试验: whether 和 divides the last two, nobody can tell.
        may_be = len(parts) + len(_JOINED.compiled.findall(parts[-1]))
        if len(members) < count <= may_be:
            continue
        if count >= _FEWEST and len(members) >= _FEWEST and len(members) != count:
            yield Finding(
                match.start("count"), match.end("label"), {"announced": match["count"], "found": len(members)}
            )
    for match in _CLOSED.finditer(text):
        count, found = counted(match["count"]), match["list"].count("、") + 1
        # 甲企业、乙企业的基本信息、人员信息等两项: what is counted begins behind the last 的.
        behind = match["list"].count("、", match["list"].rfind("的") + 1) + 1
        if _FEWEST <= count < found and count != behind:
            yield Finding(*match.span("announced"), {"announced": match["count"], "found": found})
    for match in _KINDS.finditer(text):
        count, found = counted(match["count"]), match["list"].count("、") + 1
        if count >= _FEWEST and found != count:
            yield Finding(match.start("count"), match.end("label"), {"announced": match["count"], "found": found})
    for match in _LISTED.finditer(text):
        count = counted(match["count"])
        members = match["list"].split("、")
        # Whether 和 divides the last two or belongs to a name, nobody can tell: both counts are right.
        joined = len(_JOINED.compiled.findall(members[-1]))
        if match["label"].endswith(_PERSONS):
            named = all(len(member.replace(" ", "").replace("\u3000", "")) <= _LONGEST_NAME for member in members)
        else:
            named = all(member.endswith(_NAME_ENDS) for member in members)
        found = len(members) + joined
        if min(count, len(members)) >= _FEWEST and named and not len(members) <= count <= found:
            yield Finding(match.start("count"), match.end("label"), {"announced": match["count"], "found": found})


def _members(listed: str, end: str) -> list[str]:
    """The members of a list that all end in a character; none where one does not, or the list is left open."""
    parts = listed.split("、")
    *first, last = parts
    joined = _JOINED.compiled.split(last)
    if len(joined) > 1 and all(part.endswith(end) for part in joined):
        parts = [*first, *joined]
    return parts if all(part.endswith(end) and len(part) > 1 for part in parts) else []


# 五项工作：抓领导、抓责任、抓考核: short phrases that begin alike.
_ALIKE = Pattern(f"(?P<verb>(?![一二三四五六七八九十])[{HAN}])[{HAN}]{{1,7}}(?:、(?P=verb)[{HAN}]{{1,7}}){{2,20}}")


def _alike(listed: str) -> list[str]:
    """The members of a list of short phrases that all begin with one character; none of any other list."""
    return listed.split("、") if _ALIKE.fullmatch(listed) and "等" not in listed else []


def sort_left_out(text: str) -> Iterator[Finding]:
    """Where sorts are announced (甲类、乙类和丙类), some of them have their own line below and one is never told of."""
    for match in _SORTS.finditer(text):
        at = match.end()
        rest = [name for part in match["rest"].split("、") for name in _JOINED.compiled.split(part)]
        before = _FIRST_SORT.search(text, max(0, match.start() - _LONGEST_SORT + 1), match.start())
        sorts = [*([before[0] + match["end"]] if before else []), *rest]
        if before and len(set(sorts)) == len(sorts):
            told = [any(_is_headed(text, name, at) for name in _names(sort, index)) for index, sort in enumerate(sorts)]
            silent = [sort for sort in rest if text.find(sort, at) < 0]
            if any(told) and silent and sum(told) + len(silent) == len(sorts):
                values = {"announced": "、".join(rest), "found": sum(told), "missing": "、".join(silent)}
                yield Finding(match.start("rest"), at, values, "sorts")


def _names(sort: str, index: int) -> Iterator[str]:
    """What a sort may be called: words stand before the first one that do not belong to it."""
    yield from (sort[cut:] for cut in range(max(1, len(sort) - 2))) if index == 0 else (sort,)


def _is_headed(text: str, name: str, start: int) -> bool:
    """Whether a name begins a line or sentence behind a place."""
    at = text.find(name, start)
    while at >= 0:
        if _BEHIND_HEAD.match(text, at + len(name)) and _BEFORE_HEAD.search(text, max(0, at - _LEAD), at):
            return True
        at = text.find(name, at + 1)
    return False
