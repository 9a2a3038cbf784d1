"""Parts of a number and their whole (NUM011)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from lawcheck.checks.num.sentence_figures import Figure, run_of, sentences
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import YEAR
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.numerals import parse_numeral
from lawcheck.text.vocabulary.sentences import sentence_after
from lawcheck.text.vocabulary.sums import Amount

# What stands between a whole and its first part.
_OF_WHICH = Pattern("^[，,：:；。（(]{0,2}其中[：:，,]?")
# 由市、区两级承担，分别为; 由以下四项构成：; 分为三类：
_ALL_TOLD = Pattern(
    "^[，,；（(]?(?:由[^，。；：0-9]{1,30}(?:承担|分担|负担|出资|组成|构成)[，：:,]?(?:其中|分别为?|即)?[：:]?"
    f"|(?:分为?|按[{HAN}]{{2,8}}分)[^，。；：0-9]{{0,12}}[，：:]|分别为|具体为[：:]?)"
)
_SEVERAL = Pattern("[、和与两]|共同|分别|^[，,；（(]?(?:分|按|具体)")
# 共计36万元，包括设备费20万元、…
_INCLUDING = Pattern("^[，,；（(]?(?:包括|包含)[：:]?")
_IN_ALL = Pattern("[共总]|合计")
_HOW_MANY = Pattern("(?P<count>[两二三四五六七八九十0-9]{1,2})(?:[个大]?部分|[项类种方级批期编块段]|个[方来])")
# What says that a number is that of all parts before it.
_TOTAL = Pattern(f"^(?:两[项者]|[二三四五六]项|以上)?(?:合计|共计|总计|总共|一共|共)(?:为|达|[{HAN}]{{0,4}})$")
_LISTED = Pattern(f"[{HAN}]*分别[{HAN}]{{0,4}}$")
# Somebody may be all of these, and belong to another part of the whole as well.
_OVERLAPPING = Pattern(
    f"{YEAR}年|女|党员|团员|民族|以上|以下|岁|学历|职称|贫困|脱贫|低保|残疾|首次|当年|本年|今年|去年|新增|累计|占|重点|示范|骨干|兼职"
    "|每|均|率|其中|最|超过|达到|至少|含|包括|高新|外贸|外资|出口|民营|国有|国企|小微|科技|规模|规上|限额|限上|专精|上市|留守|住校|寄宿|流动|独居|空巢|高龄|失能|退役"
    "|民间|外商|基础设施|户籍|常住|优秀|先进|省级以|(?:硕士|博士|本科)(?!生|研究生)|高级|中级|妇女|青年|约|近|原|上年|结转"
)
_BOTH_SEXES = Pattern("^[男女](?:性|生|职工|代表)?$")
# Who pays: nobody pays the same money twice.
_PAYERS = Pattern("中央|国家|省|市|县|区|乡|镇|财政|自筹|配套|贷款|社会|企业|群众|银行|债券|地方|单位|个人")
# What a project costs: all sorts of costs make its total.
_COSTS = Pattern("费用?$")
# What is no sum of its parts: 人均收入, 每公里造价.
_AVERAGE = Pattern("均[^，。；：、\n]{0,12}$|每[^，。；：、\n]{0,12}$|[率价][^，。；：、\n]{0,4}$")
# Sorts of which each thing is just one; two of them at least make the whole.
_OPPOSITES = tuple(
    tuple(map(Pattern, family))
    for family in (
        ("(?<!无)有效", "无效|废票|作废"),
        ("^男", "^女"),
        ("城镇|城区|城市人口", "乡村|农村"),
        ("(?<![不未])(?:合格|达标)$", "(?:不合格|不达标|未达标)$"),
        ("(?<!不)(?:同意|赞成)", "反对|不同意", "弃权"),
        ("实到|出席|到会", "缺席|请假|未到|未出席|因[病事公]"),
        ("(?<!未)(?:办结|完成|完工|竣工|整改到位)", "正在|在办|在建|办理中", "尚?未"),
        ("支出", "结余|剩余"),
        ("(?<!未)(?:拨付|到位)", "未拨付|未到位|剩余"),
        ("^续建", "^新建|^新开工"),
    )
)
_INDUSTRIES = Pattern("^(?:第[一二三]产业|[一二三]产)")
# The rest is named behind the parts, or left open.
_OPEN = Pattern("^[^。\n]{0,2}等|另有|另外|其余|其他|其它|此外|还有|余下|以及其")
_ORDINAL = Pattern("^第(?P<number>[一二三四五六七八九十]{1,2}|[0-9]{1,2})[批期次轮组编]")
_FEW = 3
_NEARLY_ALL, _NEAR, _NEAR_MONEY, _NEAR_OPPOSED = map(Decimal, ("0.025", "0.05", "0.1", "0.15"))
_REACH = 80
_OTHER_SCALE = {"万": Decimal(10_000), "亿": Decimal("0.0001")}


def parts_and_whole(document: Document) -> Iterator[Finding]:
    """NUM011: parts that make more than the whole, or another sum than the one that is stated."""
    text = document.text
    for figures in sentences(text):
        for index, whole in enumerate(figures):
            following = figures[index + 1 :]
            if following:
                yield from _after(text, whole, following)
            if index > 1 and _TOTAL.match(whole.label) and whole.sign == "，":
                yield from _before(text, whole, figures[:index])


def _after(text: str, whole: Figure, following: Sequence[Figure]) -> Iterator[Finding]:
    """What is wrong with a whole that its parts follow."""
    shares = list(takewhile(lambda figure: figure.is_share, following))
    if whole.is_share or len(shares) == len(following):
        return
    # 12.6亿元，同比增长5%，其中
    begin = shares[-1].amount.end if shares else whole.amount.end
    between = text[begin : following[len(shares)].amount.start]
    if _AVERAGE.search(whole.label):
        return
    told, including = _ALL_TOLD.match(between), _INCLUDING.match(between)
    head = _OF_WHICH.match(between) or told or including
    if not head and (shares or not _begins_row(between)):
        return
    parts = run_of(following, whole.amount.unit)
    if len(parts) < 2:
        return
    labels = [part.label for part in parts]
    if head:
        labels[0] = between[head.end() :].strip("，：: ")
    if told and _is_all(told[0], labels):
        yield from _told(whole, parts, exactly=True)
        return
    if including and _IN_ALL.search(whole.label) and _is_near(whole, parts, _NEAR_MONEY) and not _overlap(labels):
        yield from _told(whole, parts, exactly=True)
        return
    opposed = _opposed(labels)
    if opposed and opposed == len(labels) and head:
        yield from _told(whole, parts, exactly=True)
    elif opposed and not head and not _overlap([whole.label]):
        opposites = parts[:opposed]
        # Nothing says that these are its parts but that they nearly make the whole.
        if max(part.amount.value for part in opposites) <= whole.amount.value and _is_near(
            whole, opposites, _NEAR_OPPOSED
        ):
            yield from _told(whole, opposites, exactly=not _is_open(text, opposites))
    elif head:
        open_ended = _is_open(text, parts)
        yield from _of_names(whole, parts, labels, open_ended)


def _begins_row(between: str) -> bool:
    return between.removeprefix("中").startswith(("，", ",", "（", "(", "；")) and "其中" not in between


def _before(text: str, whole: Figure, figures: Sequence[Figure]) -> Iterator[Finding]:
    """What is wrong with a total behind its parts."""
    unit = whole.amount.unit
    parts: list[Figure] = []
    for figure in reversed(figures):
        if figure.is_share:
            continue
        if figure.amount.unit != unit or figure.depth != whole.depth or (parts and figure.sign not in ("、", "，", "")):
            break
        parts.insert(0, figure)
        if figure.sign not in ("、", "，"):
            break
    labels = [part.label for part in parts]
    if len(parts) < 2 or _is_made_with_others(whole, figures, parts):
        return
    if _LISTED.search(labels[0]) or (not any(labels[1:]) and "分别" in labels[0]):
        if not any(labels[1:]):
            yield from _told(whole, parts, exactly=True)
    elif (
        _are_exclusive(labels)
        or _are_ordinal(labels)
        or (len(parts) >= _FEW and not _overlap(labels) and _is_near(whole, parts, _NEAR))
    ):
        yield from _told(whole, parts, exactly=True)


def _is_made_with_others(whole: Figure, figures: Sequence[Figure], parts: Sequence[Figure]) -> bool:
    """Whether a total is just that of its parts and of what is told before them in other words: 付了300元路费."""
    total = _sum(parts)
    for figure in reversed(figures[: figures.index(parts[0])]):
        if figure.amount.unit.startswith(whole.amount.unit):
            total += figure.amount.value
            if total == whole.amount.value:
                return True
    return False


def _is_open(text: str, parts: Sequence[Figure]) -> bool:
    """Whether the sentence goes on with what is left: 等, 其余5处."""
    return _OPEN.search(sentence_after(text, parts[-1].amount.end, _REACH)) is not None


def _is_all(head: str, labels: Sequence[str]) -> bool:
    """Whether what leads them in says that these are all parts: 由四项构成 before four, 分别为."""
    told = _HOW_MANY.search(head)
    if told:
        count = 2 if told["count"] == "两" else parse_numeral(told["count"])
        return count == len(labels)
    return _SEVERAL.search(head) is not None


def _opposed(labels: Sequence[str]) -> int:
    """How many of the first labels are sorts of one family of opposites, each another one; 0 where they are not."""
    for family in _OPPOSITES:
        sorts: list[int] = []
        for label in labels:
            found = [index for index, sort in enumerate(family) if sort.search(label)]
            # 未完成 is of the last sort.
            if not found or (found[-1] in sorts and found[-1] == 0):
                break
            sorts.append(found[-1])
        if 0 in sorts and len(set(sorts)) > 1:
            return len(sorts)
    if len(labels) >= _FEW and all(map(_INDUSTRIES.search, labels[:_FEW])):
        return _FEW
    return 0


def _overlap(labels: Sequence[str]) -> bool:
    return not all(labels) or len(set(labels)) < len(labels) or any(map(_OVERLAPPING.search, labels))


def _are_exclusive(labels: Sequence[str]) -> bool:
    """Whether nothing can be counted in two of the parts, as far as their names tell."""
    if all(map(_BOTH_SEXES.search, labels)):
        return len(set(labels)) == len(labels)
    if _overlap(labels):
        return False
    alike = len({label[-1] for label in labels}) == 1
    return alike or all(map(_COSTS.search, labels)) or all(map(_PAYERS.search, labels))


def _are_ordinal(labels: Sequence[str]) -> bool:
    """第一期, 第二期, 第三期: all there are, from the first on."""
    found = [_ORDINAL.match(label) for label in labels]
    return [parse_numeral(each["number"]) for each in found if each] == list(range(1, len(labels) + 1))


def _of_names(whole: Figure, parts: Sequence[Figure], labels: Sequence[str], open_ended: bool) -> Iterator[Finding]:
    """Parts of which only the names tell whether they are all there are, and whether they exclude each other."""
    if not _overlap(labels) and (wrong := _scale_slip(whole, parts)):
        amount, right = wrong
        yield Finding(
            amount.start, amount.end, {"right": right, "sum": _written(whole.amount.value, whole.amount)}, "scale"
        )
    elif _are_exclusive(labels) or _are_ordinal(labels):
        whose = all(map(_PAYERS.search, labels)) or (len(parts) >= _FEW and all(map(_COSTS.search, labels)))
        is_money = whose and not open_ended and _is_near(whole, parts, _NEAR_MONEY)
        yield from _told(whole, parts, exactly=is_money or _is_remainder(whole, parts, open_ended, _NEAR))
    elif len(parts) >= _FEW and not _overlap(labels) and _is_near(whole, parts, _NEAR):
        yield from _told(whole, parts, exactly=_is_remainder(whole, parts, open_ended, _NEARLY_ALL))


def _is_remainder(whole: Figure, parts: Sequence[Figure], open_ended: bool, most: Decimal) -> bool:
    """Whether what is missing is too little to be a part that nobody named."""
    missing = whole.amount.value - _sum(parts)
    least = min(part.amount.value for part in parts)
    is_little = missing == whole.amount.step or _is_near(whole, parts, most)
    return len(parts) >= _FEW and not open_ended and missing < least and is_little


def _sum(parts: Sequence[Figure]) -> Decimal:
    return sum((part.amount.value for part in parts), Decimal(0))


def _is_near(whole: Figure, parts: Sequence[Figure], most: Decimal) -> bool:
    return abs(_sum(parts) - whole.amount.value) <= most * whole.amount.value


def _scale_slip(whole: Figure, parts: Sequence[Figure]) -> tuple[Amount, str] | None:
    """The one amount that has 万 for 亿, or 亿 for 万: with the other one the parts make just the whole."""
    if _is_right(whole.amount.value - _sum(parts), whole, parts) or not whole.amount.value:
        return None
    for part in parts:
        factor = _OTHER_SCALE.get(part.scale)
        if factor is None:
            continue
        other = part.amount.value * factor
        total = _sum(parts) - part.amount.value + other
        if total == whole.amount.value and other < whole.amount.value:
            unit = part.amount.unit
            number = (part.amount.value / (Decimal(10) ** (4 if part.scale == "万" else 8))).normalize()
            return part.amount, f"{number:f}{'亿' if part.scale == '万' else '万'}{unit}"
    return None


def _told(whole: Figure, parts: Sequence[Figure], exactly: bool) -> Iterator[Finding]:
    excess = _sum(parts) - whole.amount.value
    if _is_right(excess, whole, parts) or (excess < 0 and not exactly):
        return
    amount = whole.amount
    related = tuple((part.amount.start, part.amount.end, "part") for part in parts)
    values = {"sum": _written(_sum(parts), amount), "whole": _written(amount.value, amount)}
    yield Finding(amount.start, amount.end, values, "default" if excess > 0 else "less", related=related)


def _is_right(excess: Decimal, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the amounts agree, each rounded in its last place; whole numbers are exact.

    Where some are told in 亿 and others in 万, those in 亿 alone are rounded.
    """
    figures = [whole, *parts]
    coarse = max(figures, key=lambda figure: figure.amount.step).scale
    steps = [figure.amount.step for figure in figures if figure.scale == coarse]
    step = min(steps)
    doubt = Decimal(0) if step == 1 else step / 2 * len(steps)
    return not excess or abs(excess) < doubt


def _written(value: Decimal, like: Amount) -> str:
    """A value in the unit of an amount; with 万 or 亿 where that one has it."""
    for scale, name in ((10**8, "亿"), (10**4, "万")):
        if like.step > 1 and abs(value) >= scale:
            return f"{(value / scale).normalize():f}{name}{like.unit}"
    return f"{value.normalize():f}{like.unit}"
