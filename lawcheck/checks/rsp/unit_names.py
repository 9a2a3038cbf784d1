"""Names of units: several for one unit, former ones, and those unknown to the registry (RSP005, RSP006, RSP010)."""

from collections.abc import Iterator
from functools import cache

from lawcheck.checks.alike import is_alike
from lawcheck.checks.likelihood import is_word
from lawcheck.checks.made_on import is_on_or_after, made_on, mentioned_years
from lawcheck.checks.opened_marks import is_quotation_open, is_title_open
from lawcheck.reading.resources import rows
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Unit
from lawcheck.structure.table_columns import names_people
from lawcheck.structure.units import is_group
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.search import Terms
from lawcheck.text.vocabulary.dates import GAP, YEAR, value_of
from lawcheck.text.vocabulary.han import HAN, is_han
from lawcheck.text.vocabulary.offices import PLACE_END
from lawcheck.text.vocabulary.sentences import sentence_after, sentence_before

_LONG_ENDS = (("委员会", "委"), ("办公室", "办"))
_PLACE = Pattern(f"[{HAN}]{{0,6}}?{PLACE_END}|国家|国务院")
_SHORTEST_CORE = 2
_SHORTEST_SLIP = 4
# What a short name leaves out, and how much there is of its last word at most: 信息化 of 工信局.
_COMMON_END = Pattern("(?:管理|监督|保障|事务|工作|服务|建设|出版|治理)+$")
_MOST_OF_WORD = 2
# So many names that agree in place, first character and last word are no list of units.
_MOST_NAMES = 50
# Places of like names lie side by side (张庄镇, 章庄镇).
_PLACES_THEMSELVES = frozenset("区县市镇乡村道社")
_LONGEST_NAME = 24
_DECLARED = Pattern("简称“?(?P<name>[^“”（）()，。\n]{2,20})")
_BEFORE_LOCAL = "省市县区州盟旗"
# A central name may follow a sign or one of these; after any other character it is the end of a longer name.
_BEFORE_CENTRAL = frozenset("由同和与及经报向请")
# The name goes on: 农业部门, 工商局长期.
_GOES_ON = frozenset("门队分件长区站所托部限面势促")
_SENTENCE_REACH = 40
_HISTORY = Pattern(
    "撤销|划入|整合|职责划|组建|更名|改为|不再保留|合并|挂牌|历史|当时|曾"
    "|改革[之以]?前|机构改革|体制改革|此前|以往|(?<![月日底旬初])[以之]前由|过去|前身|原先|原来|时任|历任|沿用"
)
_PAST = Pattern(f"(?P<year>{YEAR}){GAP}年")
_ISSUED = Pattern(
    rf"[^，。；\n]{{0,12}}?(?:令|公告|印发|发布|颁布|制定|关于|联合|〔|（{YEAR}|等[一二三四五六七八九十\d])"
)


def inconsistent_unit_name(document: Document) -> Iterator[Finding]:
    """RSP005: a unit that is named in two ways: each place of the rarer one."""
    places: dict[str, list[Unit]] = {}
    listed: dict[str, set[int]] = {}
    for attribution, field in document.fields():
        for unit in field.units:
            # A sentence calls a kind of offices now so, now so: 教育部门, 教育行政部门.
            kind = not field.label and unit.name.endswith("部门")
            if not kind and not names_people(field.label) and not is_group(unit.name):
                places.setdefault(unit.name, []).append(unit)
                listed.setdefault(unit.name, set()).add(attribution.start)
    declared = {match["name"] for match in _DECLARED.finditer(document.text)}
    for short, long in _pairs(places):
        # Two names in one list are two units.
        if short in declared or listed[short] & listed[long]:
            continue
        usual, rare = (short, long) if len(places[short]) > len(places[long]) else (long, short)
        first = places[usual][0]
        for unit in places[rare]:
            edits = (Edit(unit.start, unit.end, usual),)
            related = ((first.start, first.end, "related"),)
            yield Finding(unit.start, unit.end, {"found": rare, "usual": usual}, edits=edits, related=related)
    for rare, usual in _slips(places):
        first = places[usual][0]
        for unit in places[rare]:
            edits = (Edit(unit.start, unit.end, usual),)
            related = ((first.start, first.end, "related"),)
            yield Finding(unit.start, unit.end, {"found": rare, "usual": usual}, "slip", edits, related=related)


def _slips(places: dict[str, list[Unit]]) -> Iterator[tuple[str, str]]:
    """Each name with one character mistaken for another of like shape or sound, and the name that stands more often."""
    without: dict[tuple[str, int], list[str]] = {}
    for name in places:
        if _SHORTEST_SLIP <= len(name) <= _LONGEST_NAME and name[-1] not in _PLACES_THEMSELVES:
            for at in range(1, len(name) - 1):
                without.setdefault((name[:at] + name[at + 1 :], at), []).append(name)
    for (_, at), names in without.items():
        if len(names) < 2:
            continue
        usual = max(names, key=lambda name: len(places[name]))
        for name in names:
            rarer = len(places[name]) < len(places[usual])
            if rarer and is_alike(name[at], usual[at]) and not _is_in_word(name, at):
                yield name, usual


def _is_in_word(name: str, at: int) -> bool:
    return is_word(name[at - 1 : at + 1]) or is_word(name[at : at + 2])


def _pairs(names: dict[str, list[Unit]]) -> Iterator[tuple[str, str]]:
    """Each name and a longer one that it abbreviates."""
    groups: dict[tuple[str, str, str], list[str]] = {}
    for name in names:
        place, core, end = _parts(name)
        if len(core) >= _SHORTEST_CORE:
            groups.setdefault((place, core[0], end), []).append(name)
    for group in groups.values():
        group = sorted(group, key=lambda name: len(_parts(name)[1]))[:_MOST_NAMES]
        for index, short in enumerate(group):
            core = _parts(short)[1]
            longer = [long for long in group[index + 1 :] if _abbreviates(core, _parts(long)[1])]
            if longer:
                yield short, longer[0]


def _parts(name: str) -> tuple[str, str, str]:
    """The place, the core and the last word of a name: 区, 发展改革, 局."""
    for long, short in _LONG_ENDS:
        if name.endswith(long):
            name = name.removesuffix(long) + short
    match = _PLACE.match(name)
    place = match[0] if match and match.end() < len(name) - 1 else ""
    return place, name[len(place) : -1], name[-1:]


def _abbreviates(short: str, long: str) -> bool:
    """Whether the short name takes single characters out of the words of the long one.

    A name that is a part of the other one as it stands (教育局, 教育体育局) may be that of another unit, and so is one
    that takes nothing of a word at its end (科技局, 科学技术信用局).
    """
    if short in long or "分" in long:
        return False
    at = -1
    for character in short:
        at = long.find(character, at + 1)
        if at < 0:
            return False
    return len(_COMMON_END.compiled.sub("", long[at + 1 :])) <= _MOST_OF_WORD


@cache
def _former() -> tuple[Terms, tuple[tuple[str, ...], ...]]:
    table = rows("ministries.tsv")
    return Terms(row[0] for row in table), table


def obsolete_unit_name(document: Document) -> Iterator[Finding]:
    """RSP006: a unit named as it was called before a reform that lies before the date of the document."""
    text = document.text
    terms, table = _former()
    found = [
        (start, end, table[index])
        for index, start, end in terms.find(text)
        if _is_whole(text, start, end, local=table[index][3] == "地方")
        and not _is_history(text, start, end, int(table[index][2][:4]))
    ]
    if not found:
        return
    date = made_on(document)
    first_year = min(mentioned_years(document), default=0)
    for start, end, (old, new, since, _) in found:
        if is_on_or_after(date, since) if date else first_year > int(since[:4]):
            yield Finding(start, end, {"old": old, "new": new, "since": since})


def _is_whole(text: str, start: int, end: int, local: bool) -> bool:
    """Whether a name neither goes on after the place nor begins before it; a local one stands after its place."""
    if text[end : end + 1] in _GOES_ON:
        return False
    before = text[max(0, start - 1) : start]
    return before != "" and before in _BEFORE_LOCAL if local else not is_han(before) or before in _BEFORE_CENTRAL


def _is_history(text: str, start: int, end: int, reformed: int) -> bool:
    """Whether the name stands in a title, after 原, or where documents of its time or the reform itself are named.

    So it does where the last year of its sentence is one before the reform.
    """
    before = sentence_before(text, start, _SENTENCE_REACH)
    after = sentence_after(text, end, _SENTENCE_REACH)
    if "原" in before[-8:] or is_title_open(before) or is_quotation_open(before):
        return True
    *_, year = [0, *(value_of(match["year"]) for match in _PAST.finditer(before))]
    if 0 < year < reformed:
        return True
    return bool(_ISSUED.match(after) or _HISTORY.search(before) or _HISTORY.search(after))


def unknown_unit(document: Document, *, max_difference: int) -> Iterator[Finding]:
    """RSP010: a unit of an attribution that is not in the user's registry, with the name that is most like it."""
    known = document.settings.units
    if not known:
        return
    from rapidfuzz import process  # its libraries take long to load, and most documents do without
    from rapidfuzz.distance import Levenshtein

    registered = frozenset(known)
    for _, field in document.fields():
        for unit in field.units:
            if names_people(field.label) or unit.name in registered or is_group(unit.name):
                continue
            near = process.extractOne(unit.name, known, scorer=Levenshtein.distance, score_cutoff=max_difference)
            if near:
                yield Finding(unit.start, unit.end, {"found": unit.name, "known": near[0]}, "near")
            else:
                yield Finding(unit.start, unit.end, {"found": unit.name})
