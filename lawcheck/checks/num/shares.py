"""Shares of one whole that make more than all of it together, or another sum than all (NUM019)."""

from collections.abc import Iterator
from decimal import Decimal

from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.sums import NUMBER

# 满意的占62%，: what says the share, and before it, within few characters, whose it is.
_SHARE = Pattern(
    rf"占(?:比|总数的?|全部的?|总人数的?|全区的?)?[为达约]?(?P<value>{NUMBER})[%％](?P<separator>[，,；;、]|以?及|和)?",
    first="占",
)
_LABEL = Pattern(rf"(?P<label>[{HAN}0-9－—～-]{{1,14}}?)(?:的|人数|人员|户数|数量)?(?:分别)?$")
_LABEL_REACH = 20
# Labels of one of these families exclude each other.
_FAMILIES = tuple(
    map(
        Pattern,
        (
            "(?:非常|很|比较|较|基本|不太|不|十分)?满意$|(?:^|[^一])一般$|说不清$|不了解$|(?:比较|非常|基本|不)了解$",
            "(?:第[一二三]产业|[一二三]产)(?:增加值)?$",
            "(?:优秀|优良|良好|中等|合格|不合格|及格|不及格|较好|较差|一般|优|良|差)$",
            "(?:城镇|农村|乡村|城区|城市)(?:人口|居民|户籍人口|学生|职工)?$",
            "(?:男|女)(?:性|生|职工|干部|教师)?$",
            "(?:东部|中部|西部|东北)(?:地区)?$",
            "(?:中央|省级?|市级?|县级?|区级?|乡镇|镇级?)(?:财政|资金|承担|负担|补助|配套)?$|自筹(?:资金)?$",
            "[A-DＡ-Ｄ甲乙丙丁]类[^，。]{0,4}$|[一二三四五]级[^，。]{0,4}$",
        ),
    )
)
_LEAST = 2
_ALL = Decimal(100)
# Each share is rounded by itself.
_ROUNDED = Decimal("0.5")
# 三次产业结构为9.8∶38.2∶52.0
_RATIO = Pattern(
    rf"三(?:次|大)?产业?(?:增加值)?(?:结构|比例|比重|占比|比)[^0-9，。；\n]{{0,12}}(?<![0-9.])(?P<one>{NUMBER})[:：∶]"
    rf"(?P<two>{NUMBER})[:：∶](?P<three>{NUMBER})(?![0-9])",
    needs=("三产", "三次产", "三大产"),
)
# A ratio that is told in other parts than hundredths: 1∶4∶5.
_NEAR_ALL = range(80, 121)
_RATIO_ROUNDED = Decimal("0.2")


def shares_beyond_all(document: Document) -> Iterator[Finding]:
    """NUM019: shares of groups that exclude each other make more than 100 %; a ratio of the three industries does not.

    Groups that nobody can be in at once are known by their names (满意, 不满意; 第一产业; 城镇, 农村).
    """
    text = document.text
    for shares in _series(text):
        total = sum((share.value for share in shares), Decimal(0))
        beyond = total > _ALL + _ROUNDED * len(shares)
        if len(shares) >= _LEAST and beyond and max(share.value for share in shares) <= _ALL:
            yield Finding(shares[0].start, shares[-1].value_end, {"sum": f"{total.normalize():f}%"})
    for match in _RATIO.finditer(text):
        total = sum((Decimal(match[name].replace(",", "")) for name in ("one", "two", "three")), Decimal(0))
        if int(total) in _NEAR_ALL and abs(total - _ALL) > _RATIO_ROUNDED:
            yield Finding(match.start("one"), match.end("three"), {"sum": f"{total.normalize():f}"}, "ratio")


@dataclass(frozen=True, slots=True)
class _Share:
    """A share: whose it is and where that begins, the value, and where it ends with the mark behind it."""

    label: str
    start: int
    value: Decimal
    value_end: int
    end: int
    goes_on: bool


def _shares(text: str) -> Iterator[_Share]:
    end = 0
    for match in _SHARE.finditer(text):
        label = _LABEL.search(text, max(end, match.start() - _LABEL_REACH), match.start())
        if label:
            end = match.end()
            value = Decimal(match["value"].replace(",", ""))
            yield _Share(label["label"], label.start(), value, match.end("value") + 1, end, bool(match["separator"]))


def _series(text: str) -> Iterator[list[_Share]]:
    """Shares one after another whose groups are all of one family, and differ."""
    found: list[_Share] = []
    for share in _shares(text):
        if found and (share.start != found[-1].end or not found[-1].goes_on):
            yield _of_one_family(found)
            found = []
        found.append(share)
    yield _of_one_family(found)


def _of_one_family(shares: list[_Share]) -> list[_Share]:
    """The shares, when their groups exclude each other; none else."""
    labels = [share.label for share in shares]
    if len(set(labels)) < len(labels):
        return []
    return shares if any(all(map(family.search, labels)) for family in _FAMILIES) else []
