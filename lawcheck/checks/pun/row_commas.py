"""The one comma of a row of names (PUN039): 储备帐篷、棉被，折叠床和饮用水。

A verb leads the row in, or all of its members are offices.
"""

from collections.abc import Iterator

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import INNER_OFFICES, ends_as_office
from lawcheck.text.vocabulary.usual_words import NO_STATE, NO_THING

# What things are named behind: 包括, 应当载明.
_NAMES = "包括|包含|载明|写明|注明|列明|填写|提交|携带|储备|配备|备足|备齐|购置|配齐|主要有|出具|核对|登记"
_MEMBER = f"[{HAN}]{{2,14}}"
_ROW = Pattern(f"(?:{_NAMES})(?:[{HAN}]{{0,6}}(?:{_NAMES}))?(?P<row>{_MEMBER}(?:[、，]{_MEMBER}){{2,12}})[。；]")
_JOINED = Pattern("以及|[和与及或]")
_OTHERS = Pattern("等[^、，]{0,8}$")
# What is done, or said of the whole row, makes a clause of its own.
_CLAUSE = Pattern(
    f"^(?!应急)(?:{NO_STATE}|{NO_THING}|依法|依规|助力|具有|服务|[各每即有其全还又也已均都只可能会使让为是与及同])"
    f"|(?:{_NAMES}|确保|做到|达到|不得|须(?!知)|不少于|不低于|应当|必须|可以|需要|负责|进行|实行|采[取用]|开展|组织|建[立设]|完善|加[强快大]|推[进动行]|提[高升]"
    "|落实|保[证障持]|明确|制[定作]|形成|发挥|用于|属于|按照|由[^来]|予以|给予|方便|满足|符合|[^日月上下以]前|以上|以下|以内|齐[全备]|整齐|清楚|相符|完好|畅通|到位|规范$|合格$|良好|[的了着过])"
)
_SHORTEST, _LONGEST, _FEW = 2, 8, 2
_OFFICE = f"[{HAN}]{{2,14}}"
_OFFICES = Pattern(
    f"(?:(?<=[。；\n 　])|(?<=由)|(?<=会同)|^)(?P<first>(?!由|会同){_OFFICE})，(?P<second>{_OFFICE})、"
    f"(?P<third>{_OFFICE}?[{INNER_OFFICES}会])"
    f"(?=[、和及与按应负要根依对组联共各])"
)
# All of them begin with the same character.
_MAY_BE_OFFICES = Pattern(f"，(?P<head>[{HAN}])[{HAN}]{{1,13}}、(?P=head)[{HAN}]")


def row_commas(text: str) -> Iterator[int]:
    """Where the comma stands."""
    for match in _ROW.finditer(text):
        row = match["row"]
        if row.count("，") == 1 and "、" in row and _is_of_things(row):
            yield match.start("row") + row.index("，")
    for match in _OFFICES.finditer(text) if _MAY_BE_OFFICES.compiled.search(text) else ():
        offices = match["first"], match["second"], match["third"]
        if len({office[0] for office in offices}) == 1 and all(map(ends_as_office, offices)):
            yield match.end("first")


def _is_of_things(row: str) -> bool:
    """Whether all members are short names of things, and the row goes on behind the comma."""
    before, _, behind = row.partition("，")
    last = _OTHERS.compiled.sub("", behind)
    if _OTHERS.search(before):
        return False
    members, others = (
        [p for member in side.split("、") for p in _JOINED.compiled.split(member)] for side in (before, last)
    )
    # 登记姓名、住址和电话，电话留两个: a row that 和 has closed is followed by a clause, and so is one of whose members
    # is spoken again.
    is_closed = _JOINED.search(before.rpartition("、")[2]) is not None and len(others) == 1
    if is_closed or any(others[0].startswith(member) for member in members):
        return False
    # Of 购置甲类，乙类、丙类等设备 the first member may be all that is bought.
    goes_on = len(members) > 1 or len(others) > _FEW
    return goes_on and all(
        _SHORTEST <= len(member) <= _LONGEST and not _CLAUSE.search(member) for member in members + others
    )
