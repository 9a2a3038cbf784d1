"""Sets of political phrases that must be exact and complete (TRM009), and phrases of an earlier time (TRM010)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from lawcheck.checks.made_on import made_on
from lawcheck.checks.trm.phrases import misread_phrases
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

# The verb that goes with a phrase, and the phrase: what is quoted after the verb and begins with the same numeral.
_USUAL = {
    "增强": "四个意识",
    "树牢": "四个意识",
    "树立": "四个意识",
    "坚定": "四个自信",
    "做到": "两个维护",
    "拥护": "两个确立",
    "领悟": "两个确立",
}
# 做到“两个确立”, 捍卫“两个维护”: each has a verb of its own.
_OTHER_VERB = Pattern(
    "(?P<verb>做到|做好|践行|拥护|捍卫|领悟)(?P<phrase>[“]?(?P<name>两个(?:确立|维护))”?)",
    needs=("两个确立", "两个维护"),
)
_PAIRED = {"两个确立": ("做到", "做好", "践行"), "两个维护": ("拥护", "捍卫", "领悟")}
_RIGHT_PAIR = {"两个确立": "两个维护", "两个维护": "两个确立"}
# What follows may be damaged itself, which is a matter of TRM001.
_WITHOUT_THOUGHT = Pattern("习近平新时代中国特色社会主义(?![\\s思恩想]|.[想思])", needs=("中国特色社会主义",))
# 二十届四次全会; a committee of a province or county has such ones.
_PLENUM = Pattern(
    "(?:党的|中共|中央|[十八九]大和|[十八九]大、)(?P<place>(?P<which>(?:二十|十[八九])届)(?P<number>[一二三四五六七])次全[会体])",
    needs=("次全",),
)
# 二十大三中全会, 党的二十三中全会: a plenum is one of a term, 二十届.
_TERM = Pattern(
    "(?:(?<=党的)|(?<=中共)|(?<=中央)|(?<![一二三四五六七八九十])(?=[二十八九]{2}大))"
    "(?P<place>(?P<which>二十|十[八九])大?届?(?<!届)(?P<number>[一二三四五六七])中全会)",
    needs=("中全会",),
)
_QUOTED = Pattern(f"“(?P<phrase>(?:四|两)个[{HAN}]{{2}})”")
_VERB_LENGTH = 2
# What the phrases stand for, in order, and the word that all parts end with.
_PARTS = {
    "四个意识": ("意识", ("政治", "大局", "核心", "看齐")),
    "四个自信": ("自信", ("道路", "理论", "制度", "文化")),
}
_NEAR = 40
# “五位一体”总体布局 and “四个全面”战略布局 that have changed words; a place may have a 五位一体 of its own.
_LAYOUT = Pattern(
    "(?:(?:统筹|协调)推进“?五位一体”?(?P<five>战略)|四个全面”?(?P<four>总体))布局", needs=("五位一体", "四个全面")
)
# The five parts of the way to develop, of which one is another word.
_FIVE = Pattern(
    f"(?P<parts>[{HAN}]{{2}}(?:、[{HAN}]{{2}}){{4}})”?的?“?(?:新|五大)?发展(?:新)?理念",
    needs=("发展理念", "发展新理念"),
)
_DEVELOPMENT = ("创新", "协调", "绿色", "开放", "共享")
# 政治意识、大局意识、核心意识、责任意识“四个意识”: four are listed, and one is none of them.
_FOUR = Pattern(
    f"(?<!、)(?P<parts>[{HAN}]{{2}}(?P<word>意识|自信)(?:、[{HAN}]{{2}}(?P=word)){{3}})”?(?:等|这)?“?(?P<name>四个(?P=word))",
    needs=("四个意识", "四个自信"),
)
_CONGRESS = Pattern("党的十(?P<which>[八九])大")
_LATER = "二十大"
_WHOLE_DATE = len("2023-01-01")


def slogan_integrity(document: Document, *, min_parts: int) -> Iterator[Finding]:
    """TRM009: a wrong word in a set phrase, and a list of what it stands for with a part missing or misplaced."""
    text = document.text
    yield from _wrong_words(text)
    for match in _OTHER_VERB.finditer(text):
        name = match["name"]
        if match["verb"] in _PAIRED[name]:
            yield Finding(*match.span("name"), {"found": name, "right": _RIGHT_PAIR[name]})
    for match in _WITHOUT_THOUGHT.finditer(text):
        yield Finding(*match.span(), {"found": match[0], "right": f"{match[0]}思想"})
    for match in _PLENUM.finditer(text):
        found = match["place"]
        yield Finding(*match.span("place"), {"found": found, "right": found.replace("次", "中", 1)})
    for match in _TERM.finditer(text):
        right = f"{match['which']}届{match['number']}中全会"
        yield Finding(*match.span("place"), {"found": match["place"], "right": right})
    yield from _exchanged(text)
    for name, (word, parts) in _PARTS.items():
        if name not in text:
            continue
        yield from _lists(text, name, word, parts, min_parts)


def _wrong_words(text: str) -> Iterator[Finding]:
    exchanged = []
    for match in _QUOTED.finditer(text):
        seen = match["phrase"]
        right = _USUAL.get(text[max(0, match.start() - _VERB_LENGTH) : match.start()], "")
        if seen in _PARTS and right in _PARTS and seen != right:
            exchanged.append((match.span("phrase"), {"found": seen, "right": right}))
        alike = sum(a == b for a, b in zip(seen, right, strict=False))
        # Shapes that are misread are a matter of TRM001.
        if seen[:1] == right[:1] and alike == len(right) - 1 and not misread_phrases(seen):
            yield Finding(*match.span("phrase"), {"found": seen, "right": right})
    # One of them may stand behind the verb of the other (增强“四个自信”); where both do, they have changed places.
    if len({values["found"] for _, values in exchanged}) > 1:
        yield from (Finding(*span, values) for span, values in exchanged)


def _exchanged(text: str) -> Iterator[Finding]:
    """One word of a set that is another: the layouts, the five parts of 发展理念, the four of 四个意识."""
    for match in _LAYOUT.finditer(text):
        group, right = ("five", "总体") if match["five"] else ("four", "战略")
        yield Finding(*match.span(group), {"found": match[group], "right": right})
    for match in _FIVE.finditer(text):
        yield from _other_part(match, match["parts"].split("、"), _DEVELOPMENT)
    for match in _FOUR.finditer(text):
        word, parts = _PARTS[match["name"]]
        yield from _other_part(match, match["parts"].split("、"), tuple(part + word for part in parts))


def _other_part(match: re.Match[str], listed: list[str], parts: tuple[str, ...]) -> Iterator[Finding]:
    """The only member of a list that is none of the parts, where one part is missing."""
    others = [part for part in listed if part not in parts]
    missing = [part for part in parts if part not in listed]
    if len(others) == len(missing) == 1:
        at = match.start("parts") + match["parts"].index(others[0])
        yield Finding(at, at + len(others[0]), {"found": others[0], "right": missing[0]})


def _lists(text: str, name: str, word: str, parts: tuple[str, ...], min_parts: int) -> Iterator[Finding]:
    one = f"(?:{'|'.join(parts)}){word}"
    for match in re.finditer(f"{one}(?:[、和，]{one}){{{min_parts - 1},{len(parts)}}}(?![、和])", text):
        before, after = max(0, match.start() - _NEAR), match.end() + _NEAR
        if name not in text[before:after] or text[match.start() - 1 : match.start()] in "、和":
            continue
        listed = [parts.index(part[: -len(word)]) for part in re.findall(one, match[0])]
        missing = [part + word for index, part in enumerate(parts) if index not in listed]
        values = {"name": name, "missing": "、".join(missing), "right": "、".join(part + word for part in parts)}
        if missing:
            yield Finding(*match.span(), values, "missing")
        elif any(a > b for a, b in pairwise(listed)):
            yield Finding(*match.span(), values, "order")


def outdated_phrase(document: Document, *, since: int) -> Iterator[Finding]:
    """TRM010: the first mention of an earlier congress in a document made later that does not name the last one."""
    date = made_on(document) or ""
    match = _CONGRESS.search(document.text)
    # A year alone, in a title or number, may be that of a period or of another document.
    if match and len(date) == _WHOLE_DATE and int(date[:4]) >= since and _LATER not in document.text:
        values = {"found": match[0], "right": "党的二十大", "year": date[:4]}
        yield Finding(match.start(), match.end(), values)
