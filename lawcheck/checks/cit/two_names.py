"""One plan or one body whose name is written in two ways in a document (CIT014)."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator

from lawcheck.checks.alike import is_alike
from lawcheck.checks.cit.law_table import law_named
from lawcheck.checks.cit.made_names import groups_in_two_words, named_otherwise
from lawcheck.checks.cit.other_bodies import other_bodies
from lawcheck.checks.cit.titles_on_purpose import Span, are_two, stand_side_by_side
from lawcheck.checks.cit.two_persons import persons_in_two_ways
from lawcheck.checks.likelihood import is_word
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN, is_han
from lawcheck.text.vocabulary.offices import SIGNING_END

_Places = Callable[[str], list[Span]]

_TITLE = Pattern(r"《(?P<name>[^《》\n]{8,60})》", first="《")
# 《示例省教育厅 示例省财政厅关于…》
_PARTED = Pattern(f"{SIGNING_END}[ \u3000]{{1,2}}[{HAN}]{{2,20}}{SIGNING_END}(?=关于|印发|转发)")
_ENDS = (
    *("领导小组", "指挥部", "工作专班", "联席会议", "推进办公室", "建设办公室", "委员会", "管理局", "执法局"),
    *("办事处", "管委会", "公园", "平台", "工程", "项目", "中心", "公司", "集团"),
    *("学校", "医院", "园区", "基地", "大桥", "水库", "机场", "车站", "停车场"),
    *("企业", "机构", "系统", "行动", "示范区", "开发区", "保护区", "产业园", "研究院"),
)
# No name of a body or a project holds these: there it begins.
_NO_NAME = "的和与由在为对及等将是有以其该本此各从向到把并或"
_IN_NAME = f"[^\0-\u33ff\ua000-\U0010ffff{_NO_NAME}]"
_BODY = Pattern(rf"(?P<name>{_IN_NAME}{{4,16}})(?P<end>{'|'.join(_ENDS)})")
# What ends as a body does stands in such a stretch: it is looked for in these alone.
_END = Pattern("|".join(_ENDS))
_STRETCH = Pattern(f"{_IN_NAME}{{6,}}")
# So many names are compared; a document with more is a list of titles.
_MOST_NAMES = 400
# So often a name stands that is the usual one.
_USUAL = 3
# So many characters agree before the place where two names of bodies differ; so many in all without the end word.
# No end that is compared is shorter than the last of these.
_AGREE_BEFORE, _AGREE_OWN, _AGREE = 1, 3, 6
# Where neither name is the usual one, more has to agree.
_BEFORE_SURELY, _AGREE_SURELY, _MOST_BEFORE = 2, 8, 4
_TWICE = 2
# What may stand here or there: 重点技术改造项目, 技术改造重点项目.
_MOVABLE = ("重点", "示范", "试点", "重大")
_KINDS_OF_PLACES = frozenset("省市县区")
# What tells two plans or bodies apart on purpose: places and levels, numbers, directions, sizes; 必要时 is no name.
_APART = frozenset(
    "非省市县区州盟旗镇乡村国一二三四五六七八九十百上下左右前后东南西北中内外大小新老旧甲乙丙丁男女父母正副总分本全各原时"
)


def name_in_two_ways(document: Document) -> Iterator[Finding]:
    """CIT014: each place of the rarer one of two names that differ by one character."""
    text = document.text
    for (start, end), other in (
        *groups_in_two_words(text),
        *named_otherwise(document),
        *other_bodies(document),
        *persons_in_two_ways(text),
    ):
        values = {"found": text[start:end], "usual": text[slice(*other)]}
        yield Finding(start, end, values, related=((*other, "related"),))
    titles: defaultdict[str, list[Span]] = defaultdict(list)
    for match in _TITLE.finditer(text):
        titles[match["name"]].append(match.span("name"))
    pairs = [(one, other) for one, other in _title_pairs(titles) if not (law_named(one) and law_named(other))]
    series = Counter(_difference(one, other) for one, other in pairs)
    lone = ((one, other) for one, other in pairs if series[_difference(one, other)] == 1)
    apart = (
        (one, other)
        for one, other in lone
        if not stand_side_by_side(text, titles[one], titles[other]) and not are_two(text, one, other)
    )
    yield from _rarer(text, titles.__getitem__, apart)
    yield from _glued_issuers(titles)
    # Where the name of a body begins is not known: only its end is looked at, so far as two of them agree.
    bodies = list(_bodies(text))

    def places(name: str) -> list[Span]:
        return [(body.end() - len(name), body.end()) for body in bodies if body[0].endswith(name)]

    names = list(dict.fromkeys(body[0] for body in bodies))
    yield from _rarer(text, places, _body_pairs(text, names))
    yield from _rarer(text, places, _other_ends(text, names))


def _difference(one: str, other: str) -> tuple[str, str]:
    """What two names that differ in one place have there: forms for two groups differ in the same again and again."""
    at = _agreeing(one, other)
    left, right = one[at:], other[at:]
    end = _agreeing(left[::-1], right[::-1])
    first, second = sorted((left[: len(left) - end], right[: len(right) - end]))
    return first, second


def _glued_issuers(titles: dict[str, list[Span]]) -> Iterator[Finding]:
    """A title whose two issuers stand apart in one citation of it and run together in another one."""
    parted = {"".join(name.split()): name for name in titles if _PARTED.search(name)}
    for name in parted.keys() & titles.keys():
        first = titles[parted[name]][0]
        for span in titles[name]:
            yield Finding(*span, {"found": name, "usual": parted[name]}, related=((*first, "related"),))


def _bodies(text: str) -> Iterator[re.Match[str]]:
    """What may be the name of a body: up to sixteen characters, and an end as those of bodies."""
    ends = iter([match.start() for match in _END.finditer(text)])
    end = -1
    for first, last in [match.span() for match in _STRETCH.finditer(text)]:
        while end < first:
            end = next(ends, len(text))
        if end < last:
            yield from _BODY.compiled.finditer(text, first, last)


def _rarer(text: str, places: _Places, pairs: Iterator[tuple[str, str]]) -> Iterator[Finding]:
    told: set[str] = set()
    for one, other in pairs:
        # Of names that stand equally often the one is meant whose own word is the usual one in the text.
        at = _agreeing(one, other)
        usual, rare = one, other
        if _weight(text, places, one, at) < _weight(text, places, other, at):
            usual, rare = other, one
        if usual in told or rare in told:
            continue
        told.add(rare)
        start, end = places(usual)[0]
        for span in places(rare):
            yield Finding(*span, {"found": rare, "usual": usual}, related=((start, end, "related"),))


def _weight(text: str, places: _Places, name: str, at: int) -> tuple[int, int, int]:
    """How often a name stands, and how often its own word does."""
    return len(places(name)), _uses(text, name, at), text.count(name[max(0, at - 1) : at + 1])


def _uses(text: str, name: str, at: int, before: int = 1) -> int:
    """How often the word at a place of a name stands in the text."""
    return text.count(name[max(0, at - before) : at + 2])


def _title_pairs(names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Names that differ by one character which is replaced, lost or added.

    Two such names are alike when each, or one of them, has lost the character: so they meet under one key.
    """
    if len(names) > _MOST_NAMES:
        return
    seen: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for name in names:
        for at in range(len(name)):
            # Of several equal characters in a row any may be the one that is lost.
            if at and name[at] == name[at - 1]:
                continue
            shorter = name[:at] + name[at + 1 :]
            if shorter in names and is_han(name[at]) and name[at] not in _APART:
                yield shorter, name
            for other in seen[shorter, at]:
                if _is_slip(other[at], name[at]) and _is_one_name(other, name, at):
                    yield other, name
            seen[shorter, at].append(name)


def _is_one_name(one: str, other: str, at: int) -> bool:
    """Whether two names that differ in one place are hardly those of two documents or bodies.

    The two characters are mistaken for each other, and there is no real word on either side (税务 and 水务). That the
    word is unknown proves nothing by itself: 河长制, 林长制, 田长制.
    """
    return is_alike(one[at], other[at]) and not (_in_word(one, at) and _in_word(other, at))


def _in_word(name: str, at: int) -> bool:
    return any(len(word) == 2 and is_word(word) for word in (name[max(0, at - 1) : at + 1], name[at : at + 2]))


def _is_slip(one: str, other: str) -> bool:
    return is_han(one) and is_han(other) and one not in _APART and other not in _APART


def _body_pairs(text: str, names: Collection[str]) -> Iterator[tuple[str, str]]:
    """The ends of names of bodies that differ by one character."""
    if len(names) > _MOST_NAMES:
        return
    yield from (pair for pair in _reordered(names) if max(map(text.count, pair)) >= _TWICE)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        groups[name[-2:]].append(name)
    for group in groups.values():
        for one, other in _alike_at_the_end(group):
            size, at = _end_but_for_one(one, other)
            if size < _AGREE:
                continue
            left, right = one[-size:], other[-size:]
            sure = size >= _AGREE_SURELY and at >= _BEFORE_SURELY
            stray = min(left, right, key=text.count)
            usual = _is_usual_and_stray(text, left, right, at)
            if (sure and _is_one_name(left, right, at)) or (usual and (sure or not _in_word(stray, at))):
                yield left, right


def _alike_at_the_end(names: list[str]) -> Iterator[tuple[str, str]]:
    """Those of names with the same end that agree in the last characters but for one: nothing else can agree enough."""
    seen: defaultdict[str, list[int]] = defaultdict(list)
    keys = []
    for index, name in enumerate(names):
        last = name[-_AGREE:]
        keys.append([f"{last[:at]}?{last[at + 1 :]}" for at in range(len(last) - 2)])
        for key in keys[-1]:
            seen[key].append(index)
    for index, one in enumerate(names):
        alike = {other for key in keys[index] if len(seen[key]) > 1 for other in seen[key] if other > index}
        yield from ((one, names[other]) for other in sorted(alike))


def _other_ends(text: str, names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Ends of names of which one stands once: its place has lost its kind, or its first two words changed places.

    国网示例省电力公司 is 国网示例电力公司 in one place, 政府食盐储备企业 is 食盐政府储备企业.
    """
    ends = dict.fromkeys(name[-size:] for name in names for size in range(_AGREE_SURELY, len(name) + 1))
    for end in ends:
        places = [] if _KINDS_OF_PLACES.isdisjoint(end) else range(2, len(end) - 3)
        short = {end[:at] + end[at + 1 :] for at in places if end[at] in _KINDS_OF_PLACES}
        for rare in sorted(each for each in short if each in ends):
            if len(rare) >= _AGREE_SURELY and text.count(rare) == 1 and text.count(end) >= _TWICE:
                yield end, rare
        turned = end[2:4] + end[:2] + end[4:]
        is_once = turned != end and turned in ends and text.count(end) >= _USUAL and text.count(turned) == 1
        if is_once and not any(word in end for word in _MOVABLE):
            yield end, turned


def _reordered(names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Ends of names that hold the same characters, and begin and end alike: 公园管理中心, 管理公园中心."""
    seen: dict[tuple[str, str, int, int], str] = {}
    for name in names:
        # The same characters have the same sum, which takes less than to put them in order.
        total = sum(map(ord, name[1 - _AGREE :]))
        for size in range(_AGREE, len(name) + 1):
            end = name[-size:]
            total += ord(end[0])
            other = seen.setdefault((end[:2], end[-2:], size, total), end)
            if other != end and sorted(other) == sorted(end) and not any(word in end for word in _MOVABLE):
                yield other, end
                break


def _is_usual_and_stray(text: str, one: str, other: str, at: int) -> bool:
    """Whether one name is used again and again, and the other one once, with a word that is nowhere else."""
    rare, usual = sorted((one, other), key=text.count)
    return text.count(usual) >= _USUAL and _uses(text, rare, at) == 1 and _uses(text, rare, at, 0) == 1


def _end_but_for_one(one: str, other: str) -> tuple[int, int]:
    """How many characters at the end of two names agree but for one, and the place of that one; 0 where none do."""
    left, right = one[::-1], other[::-1]
    same = _agreeing(left, right)
    if same >= min(len(one), len(other)) or not _is_slip(left[same], right[same]):
        return 0, 0
    before = min(_agreeing(left[same + 1 :], right[same + 1 :]), _MOST_BEFORE)
    if before < _AGREE_BEFORE or same + before < _AGREE_OWN:
        return 0, 0
    own = same - max((len(end) for end in _ENDS if one.endswith(end)), default=0)
    return (same + 1 + before, before) if own + before >= _AGREE_OWN else (0, 0)


def _agreeing(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
