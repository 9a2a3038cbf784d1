"""The grammar of unit names: where a name ends, and how a list of names is divided.

A name ends in a word for an organisation (局, 委, 部门, 政府 …). 和 and 及 divide two names only where what stands
before is a whole name by itself, so 国家发展和改革委员会 stays one. Groups written short (各市、县政府) stay one too.
"""

import re
from collections.abc import Sequence

from lawcheck.structure.document import Unit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import DEPARTMENTS, OFFICE_CHARACTERS, SIGNING_END, ends_as_office

BRACKETED = r"[（(〔\[<＜〈][^（()）〔〕\[\]<>＜＞〈〉\n]{0,60}[）)〕\]>＞〉]"

_LONGEST_NAME = 40
_MOST_PLACES = 20
# ★甲局: a sign that a note explains.
_SIGNS = "★☆▲△●○◆◇※*＊"

# Words that open the text of a measure and stand in no unit's name: after a whole name they end the list.
PROSE = Pattern(
    "加强|推进|推动|完善|建立|健全|强化|落实|实施|开展|加快|深化(?!改革[委办领])|严格|全面(?!深化|依法治)|构建|依法(?!治)|依据|依托|依规|坚持|优化|提升|提高|支持|鼓励|"
    "引导|做好|认真|积极|进一步|深入|大力|持续|着力|聚焦|围绕|按照|根据|对于|通过|组织实施|应当|不得|必须|需要|要求|确保|促进|"
    "稳步|有序|拓展|拓宽|打造|培育|探索|规范|统筹|扩大|广泛|充分|切实|及时|定期|制定|出台|明确|抓好|抓紧|充实|畅通|到20|凡是|"
    "以[^、，]{1,8}为|把|将|使(?!用[单部科处])|(?<!设区)的|是|等方面"
)

_NOTE_TAIL = Pattern(rf"[^\S\n]{{0,3}}{BRACKETED}$")
_LONGEST_NOTE = 66
# 科技厅（局）, 科技厅（委、局）.
_VARIANT = Pattern(
    r"[（(](?:[市县区州旗盟乡镇街道团场园管委会办事处社居村、，和或]{1,12}"
    f"|[{OFFICE_CHARACTERS}](?:[、，/]?[{OFFICE_CHARACTERS}]){{0,3}})[）)]$"
)
_ET_CETERA = Pattern(
    r"等(?:(?:各|有关|相关|单位|各有关|各相关|有关[省市区县]直|[省市区县]直|[省市区县]级|[省市区县]|[一二两三四五六七八九十\d]{1,3}个?){0,2}"
    r"(?:成员单位|(?:行业)?(?:主管|职能)?部门|群团(?:组织|部门)?|(?:人民|社会|群众)(?:团体|组织)|部门单位|单位|部門|單位|地方|地|机构|方面)?(?:[和及、与](?:有关|相关|各)?(?:单位|部门|地方|机构))?)?$"
)
_GROUP = Pattern(
    r"(?:各|有关|相关|其他|全[省市区县]|[省市区县州]直|[省市区县]级|所有|成员)[^、，]{0,12}(?:部门|单位|部門|單位)$"
)
_BARE = Pattern(r"(?:各|有关|相关|其他)?(?:人民政府|政府|单位|部门|單位|部門|机构|企业|管委会|地方政府)$")
_KIND = Pattern("单位|部门|機構|机构|企业")
# 各市, 各县区, and 市 or 县（区） alone.
_EACH = Pattern(
    rf"(?:设区的|各[^、，（(]{{0,3}}?|(?=.(?:{BRACKETED})?$))([省市州盟县区旗乡镇街])[^、，（(]{{0,1}}(?:{BRACKETED})?$"
)
_LEVEL = Pattern(
    rf"([省市州盟县区旗乡镇街])(?:级市)?[市州盟县区旗乡镇村道]{{0,3}}(?:{BRACKETED})?(?:两级|各级)?(?P<end>.{{0,12}})$"
)
_GOVERNMENT = Pattern("(?:人民)?(?:政府|党委|党工委|党委政府|管委会)?$|(?:人民)?政府(?:有关|相关|各|主管)部门$")
_PLACE = Pattern(r"[^、，（(各省]{2,8}?[市县区州旗盟](?:人民)?(?:政府|委|党委|管委会|[^、，（(]{2,8}[局委办])$")
# Kinds of institutions, and with 主管部门 after them the one authority that is over them all.
_INSTITUTIONS = Pattern(
    r"(?:各|有关|相关|所属|[省市区县州]?[属直级办]|[驻在][省市区县州]|公办|公立|民办|国有|中央|地方|普通|涉农|农业|医药|本科|高职|各类|大?中小?)*"
    r"(?:高等学校|高等院校|高校|院校|中小学校?|职业学校|学校|幼儿园|科研院所|科研机构|研究机构|医疗机构|医疗卫生机构|医院|企业|事业单位"
    r"|社会组织|养老机构|金融机构|文化单位|企事业单位)"
)
_OVER_THEM = Pattern(rf"{_INSTITUTIONS.pattern}(?:行业)?(?:行政)?(?:主管|管理)(?:部门|单位)$")
# The short names of departments share the word: 县教育、财政、水利部门, 教育、财政等部门.
_DEPARTMENT = "部门"
_DEPARTMENT_END = Pattern("(?:行业)?(?:行政)?(?:主管|管理|监管)?部门$")
# 文化、市场监管部门: the word belongs to the last name alone.
_MANAGES = Pattern("(?:市场|城市|应急|药品|金融|机关事务|农村经营|交通运输)(?:监督)?(?:监管|管理)部门$")
# 示例区人民政府民政、财政部门: whose departments these are.
GOVERNMENT_FIRST = f"(?:(?:[{HAN}]{{0,6}}[省市州区县]|各级|县级以上)(?:地方)?(?:人民)?政府)"
_OF_GOVERNMENT = Pattern(GOVERNMENT_FIRST)
SHORT_DEPARTMENT = Pattern(
    f"(?:{GOVERNMENT_FIRST}|各级|同级|本级|各地|地方|(?:所在)?[省市区县州级]{{0,2}})(?:{DEPARTMENTS})[{HAN}]{{0,5}}?(?<!{SIGNING_END})$"
)
_SHORT_OF_KIND = Pattern("等[^、，]{0,8}部门$")
# 组织、物价、财政部门: any short word may be one, where it closes or precedes such names.
_ANY_DEPARTMENT = Pattern(f"[{HAN}]{{2,6}}$|[{HAN}]{{5,8}}(?:管理|监管|监督)$")
_RANK = {c: n for n, group in enumerate(("省", "市州盟", "县区旗", "乡镇街")) for c in group}
_STOP = Pattern(r"[、，,；;/ \u3000\n和及与]")
_SEPARATOR = Pattern(
    rf"(?P<note>{BRACKETED})|(?P<and>以及|和|及|与|暨)"
    r"|(?P<list>[ \u3000\n]*[、，,；;/](?:[^\S\n]|\n[^\S\n]{0,8})*)|(?P<space>[ \u3000\t\n]+)"
)


def is_name(name: str) -> bool:
    """Whether these characters end like the name of a unit or of a group of units."""
    if name[-1:] in "）)" and (variant := _VARIANT.search(name)):
        name = name[: variant.start()]
        # 村（社区）, 县（市、区）.
        if name in ("村", "县"):
            return True
    return 2 <= len(name) <= _LONGEST_NAME and ends_as_office(name)


def is_group(name: str) -> bool:
    """Whether it names no unit by itself but a kind of them: 各有关部门, 相关单位."""
    return _GROUP.match(name) is not None or _BARE.match(name) is not None


def bare(name: str) -> str:
    """A name without a bracketed note after it and without 等, 等部门."""
    while True:
        end = len(name)
        if (
            name[-1:] in "）)〕]"
            and _VARIANT.search(name) is None
            and (note := _NOTE_TAIL.search(name, max(0, end - _LONGEST_NOTE)))
        ):
            end = note.start()
        elif "等" in name and (more := _ET_CETERA.search(name)):
            end = more.start()
        if end == len(name):
            return name
        name = name[:end].rstrip()


def split_units(text: str, start: int, end: int) -> tuple[Unit, ...]:
    """The units of a list that fills this span of the text."""
    units: list[Unit] = []
    # How many of them, from the last one back, stand together as short names of departments: 教育、财政.
    short = 0
    for a, b in _groups(text, _pieces(text, start, end)):
        while a < b and text[a] in _SIGNS:
            a += 1
        written = bare(text[a:b])
        name = "".join(written.split())
        if not name:
            continue
        # 省科技、财政主管部门, 教育、财政等部门: what the last one ends in.
        called = _DEPARTMENT_END.search(text, a, b)
        whole = called and name.endswith(called[0]) and not _MANAGES.search(name)
        shared = called[0] if called and whole else _DEPARTMENT if called else ""
        is_short = _is_short_department(name)
        if shared and (is_short or _is_short_department(name.removesuffix(shared))):
            units[len(units) - short :] = [Unit(u.name + shared, u.start, u.end) for u in units[len(units) - short :]]
            name = name if name.endswith(shared) else name + shared
        short = short + 1 if is_short and not shared else 0
        units.append(Unit(name, a, a + len(written)))
    return tuple(units)


def behind_government(name: str) -> str:
    """The departments without the government that they belong to; a government by itself stays."""
    government = _OF_GOVERNMENT.match(name)
    return (name[government.end() :] if government else "") or name


def _is_short_department(name: str) -> bool:
    if is_name(name):
        return False
    if SHORT_DEPARTMENT.match(name):
        return True
    name = behind_government(name)
    return _ANY_DEPARTMENT.match(name) is not None and not (PROSE.search(name) or _EACH.match(name))


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """What stands between separators: start, end, and whether 、 or 和 comes before it."""
    pieces: list[tuple[int, int, bool]] = []
    at, close = start, False
    for mark in _SEPARATOR.finditer(text, start, end):
        if mark.lastgroup == "note" or mark.start() < at or not _divides(text, at, mark, end):
            continue
        left = text[at : mark.start()]
        if left.strip():
            pieces.append((at, mark.start(), close))
        close = mark.lastgroup == "and" or "、" in mark[0]
        at = mark.end()
    if text[at:end].strip():
        pieces.append((at, end, close))
    return pieces


def _divides(text: str, at: int, mark: re.Match[str], end: int) -> bool:
    """Whether a separator divides two units; 和 and a space do so only after a whole name, and 和 before another."""
    if mark.lastgroup == "list":
        return True
    if mark.start() - at > _LONGEST_NOTE + _LONGEST_NAME:
        return False
    # 教育等部门以及工会: the short name of a department, and what it is.
    if not is_name(bare(text[at : mark.start()])) and not _SHORT_OF_KIND.search(text, at, mark.start()):
        return False
    if mark.lastgroup == "space":
        return True
    stop = _STOP.search(text, mark.end(), end)
    further = text[mark.end() : stop.start() if stop else end]
    # 区财政局及相关企业 are two, 各有关部门和单位 one.
    if further.startswith(("有关", "相关", "各")) and not is_group(bare(text[at : mark.start()])):
        return True
    return _BARE.match(further) is None


def _groups(text: str, pieces: list[tuple[int, int, bool]]) -> list[tuple[int, int]]:
    """Pieces put together where only the last one is a whole name: 各市、县政府; 甲、乙市政府."""
    spans: list[tuple[int, int]] = []
    index = 0
    while index < len(pieces):
        start, end, _ = pieces[index]
        last = _last_of_institutions(text, pieces, index) or _last_of_group(text, pieces, index)
        spans.append((start, pieces[last][1] if last > index else end))
        index = last + 1
    return spans


def _last_of_institutions(text: str, pieces: list[tuple[int, int, bool]], index: int) -> int:
    """The piece that ends 高等学校和科研院所主管部门, which is one authority; 0 where these are none."""
    last = index
    while _INSTITUTIONS.fullmatch(text, *pieces[last][:2]) and last + 1 < len(pieces) and pieces[last + 1][2]:
        last += 1
    return last if _OVER_THEM.match(text, *pieces[last][:2]) else 0


def _last_of_group(text: str, pieces: list[tuple[int, int, bool]], index: int) -> int:
    start, end, _ = pieces[index]
    name = text[start:end]
    each = _EACH.match(name)
    last = index
    if each:
        rank = _RANK[each[1]]
        while last + 1 < len(pieces) and pieces[last + 1][2]:
            # 各县、区人民政府（管委会）: what it is called elsewhere.
            level = _LEVEL.match(_VARIANT.compiled.sub("", bare(text[pieces[last + 1][0] : pieces[last + 1][1]])))
            if level is None or not _continues(rank, level):
                break
            last += 1
            if level["end"]:
                break
        return last
    if is_group(name) and index + 1 < len(pieces) and _KIND.fullmatch(text, *pieces[index + 1][:2]):
        return index + 1
    if not _may_be_place(name):
        return index
    while last + 1 < min(len(pieces), index + _MOST_PLACES) and pieces[last + 1][2]:
        last += 1
        following = text[pieces[last][0] : pieces[last][1]]
        if _PLACE.match(following):
            return last
        if not _may_be_place(following):
            break
    return index


def _continues(rank: int, level: re.Match[str]) -> bool:
    """Whether 县政府 or 县司法局 goes on from 各市: a government of no higher level, an office of a lower one."""
    further = _RANK[level[1]]
    if _GOVERNMENT.match(level["end"]):
        return further >= rank or (rank == _RANK["县"] and level[1] == "市")
    return further > rank and is_name(level["end"])


def _may_be_place(name: str) -> bool:
    """Whether it is short and names no unit by itself: the first of several places that share a word (甲、乙市政府)."""
    return len(name) <= 5 and (not is_name(name) or (len(name) <= 3 and name[-1] in "台关" and name != "海关"))


def distinct(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units without those named before, in order."""
    first: dict[str, Unit] = {}
    for unit in units:
        first.setdefault(unit.name, unit)
    return tuple(first.values())
