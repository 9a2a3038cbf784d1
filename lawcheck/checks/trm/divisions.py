"""Places that are named below another place than their own, or as they were called before (TRM035, TRM036)."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from lawcheck.checks.made_on import made_on
from lawcheck.checks.opened_marks import is_quotation_open, is_title_open
from lawcheck.reading.resources import rows
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.sentences import sentence_before

# Where the name of a province, prefecture or municipality ends and another name may begin.
_SEAM = Pattern(f"(?:省|区|市|州|盟)(?=(?P<next>[{HAN}]{{2,15}}))")
_PARENT_LENGTHS = range(3, 14)
_CHILD_LENGTHS = range(15, 1, -1)
# 平原县级医院, 东海县域: the last character belongs to the next word.
_GOES_ON = tuple("级域城乡道委办")
# Where other provinces have offices that help: 上海市喀什地区前方指挥部.
_FAR = frozenset(("新疆维吾尔自治区", "西藏自治区", "青海省"))
_HISTORY = ("原", "旧", "曾", "时称", "前身", "撤销", "撤县", "设立", "更名", "改为", "改设", "县改", "析置", "合并")
_REACH = 40
_WHOLE_DATE = 4


class _Place(NamedTuple):
    """A place: its province, and its prefecture where it has one."""

    province: str
    prefecture: str


@cache
def _above() -> frozenset[str]:
    """The names that others may stand below."""
    return frozenset(name for names in rows("divisions.tsv") for name in names[:2])


@cache
def _where() -> dict[str, _Place]:
    """Where each place lies; names of several places are not in it."""
    where: dict[str, _Place] = {}
    for province, prefecture, *counties in rows("divisions.tsv"):
        if prefecture != province:
            where[prefecture] = _Place(province, "")
        for county in counties[0].split(" ") if counties else ():
            where[county] = _Place(province, prefecture)
    return where


@cache
def _renamed() -> dict[str, tuple[str, int, tuple[str, ...]]]:
    return {old: (new, int(year), tuple(parents.split(" "))) for old, new, year, parents in rows("renamed_places.tsv")}


@cache
def _ends() -> frozenset[str]:
    """The last two characters of the names that others may stand below."""
    return frozenset(name[-2:] for name in _above())


@lru_cache(maxsize=2)
def _named_below(text: str) -> tuple[tuple[str, int, str, int], ...]:
    """Each name of a higher place with what follows it: the name, its start, the next characters, where they begin."""
    return tuple(_find_named_below(text))


def _find_named_below(text: str) -> Iterator[tuple[str, int, str, int]]:
    above, ends = _above(), _ends()
    for match in _SEAM.finditer(text):
        at = match.end()
        # Most are 小区, 全市 and the like.
        if text[at - 2 : at] not in ends:
            continue
        # The longest name: 内蒙古自治区, not 古自治区.
        for length in reversed(_PARENT_LENGTHS):
            if length <= at and text[at - length : at] in above:
                yield text[at - length : at], at - length, match["next"], at
                break


def place_below_another(document: Document) -> Iterator[Finding]:
    """TRM035: 河北省郑州市: a place named below a province or prefecture that it does not belong to."""
    text = document.text
    for parent, start, following, at in _named_below(text):
        where = _where()
        name = next((following[:length] for length in _CHILD_LENGTHS if following[:length] in where), "")
        if not name or following[len(name) : len(name) + 1] in _GOES_ON:
            continue
        place = where[name]
        if parent in place or _stands_beside(parent, name, place):
            continue
        values = {"parent": parent, "name": name, "right": place.prefecture or place.province}
        if place.prefecture and place.prefecture != place.province:
            values["right"] = place.province + place.prefecture
        yield Finding(start, at + len(name), values)


def _stands_beside(parent: str, name: str, place: _Place) -> bool:
    """Whether the two are places of one rank whose 、 was lost, or the one may work in the other."""
    if parent in _where() and (not place.prefecture or name.endswith("市")):
        return True
    return place.province in _FAR


def renamed_place(document: Document) -> Iterator[Finding]:
    """TRM036: a place named as it was before it became a district or city, in a document made later."""
    text = document.text
    year = 0
    for parent, _, following, at in _named_below(text):
        table = _renamed()
        name = next((following[:length] for length in _CHILD_LENGTHS if following[:length] in table), "")
        if not name or following[len(name) : len(name) + 1] in _GOES_ON:
            continue
        new, since, parents = table[name]
        if parent not in parents or following.startswith(new):
            continue
        year = year or int((made_on(document) or "0")[:_WHOLE_DATE])
        if year <= since:
            continue
        before = sentence_before(text, at, _REACH)
        if any(word in before or word in text[at : at + _REACH].partition("。")[0] for word in _HISTORY):
            continue
        if is_title_open(before) or is_quotation_open(before):
            continue
        end = at + len(name)
        yield Finding(at, end, {"old": name, "new": new, "year": since}, edits=(Edit(at, end, new),))
