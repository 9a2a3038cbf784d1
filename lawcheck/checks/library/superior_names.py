"""Names that a document writes otherwise than the documents of the library that it cites: terms in quotation marks,
offices, bodies and projects."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from rapidfuzz.distance import OSA, Levenshtein

from lawcheck.checks.alike import is_alike
from lawcheck.checks.library.judging import judgements
from lawcheck.checks.library.library_names import names_of
from lawcheck.checks.near_names import Damage, NearName, NearNames, possible_names
from lawcheck.records import dataclass
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import ends_as_office

_QUOTED = Pattern(f"“(?P<name>[{HAN}]{{4,16}})”", first="“")
# What stands alone between two signs, so that it is sure where it begins and ends.
_ALONE = Pattern(rf"(?<![{HAN}A-Za-z0-9])[{HAN}]{{7,18}}(?![{HAN}A-Za-z0-9])")
_PROJECT = Pattern("(?:工程|行动|计划|平台|项目|机制|制度|试点|领导小组|联席会议|工作专班|示范区|示范点)$")
# A term of so few characters is another one where they are not alike.
_SHORT = 5
# What tells two names apart on purpose: levels, numbers, directions, sizes.
_APART = frozenset("省市县区州盟旗镇乡村国一二三四五六七八九十百千两双多全上下左右前后东南西北中内外大小新老旧高低不非")
_MOST_NAMES = 2000


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name as the document has it, and as the cited one has it."""

    start: int
    end: int
    name: str
    title: str


def other_names(document: Document) -> Iterator[OtherName]:
    """Every name that differs in one place from one of a document that is cited, and stands nowhere in these."""
    index = names_of(document.settings.library).index
    cited = {found.known.path: found.known for found in judgements(document) if found.known}
    words = {path: index.words_of(known) for path, known in cited.items()}
    titles = {path: known.title for path, known in cited.items()}
    every = "\n".join(words.values())
    text = document.text
    quoted = {name: titles[path] for path in words for name in _quoted(words[path])}
    for match in _QUOTED.finditer(text) if quoted else ():
        name = match["name"]
        if name not in every and (known := _near(name, quoted)):
            yield OtherName(*match.span("name"), known, quoted[known])
    alone = {name: titles[path] for path in words for name in _alone(words[path])}
    for near in NearNames(possible_names(alone, text)).find(text)[0] if alone else ():
        if text[near.start : near.end] not in every and _is_slip(near, text):
            yield OtherName(near.start, near.end, near.name, alone[near.name])


@lru_cache(maxsize=64)
def _quoted(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match["name"] for match in _QUOTED.finditer(words)))[:_MOST_NAMES]


@lru_cache(maxsize=64)
def _alone(words: str) -> tuple[str, ...]:
    found = (match[0] for match in _ALONE.finditer(words))
    return tuple(dict.fromkeys(w for w in found if _PROJECT.search(w) or ends_as_office(w)))[:_MOST_NAMES]


def _near(name: str, others: Mapping[str, str]) -> str:
    """The one term that differs in one place from this one, by a slip; "" where there is none, or several."""
    found = [other for other in others if OSA.distance(name, other, score_cutoff=1) == 1 and _may_be(name, other)]
    return found[0] if len(found) == 1 else ""


def _may_be(name: str, other: str) -> bool:
    """Whether a term may be another one with a slip: no other number, level or size; of few characters alike ones."""
    changed = [
        (name[op.src_pos : op.src_pos + (op.tag != "insert")], other[op.dest_pos : op.dest_pos + (op.tag != "delete")])
        for op in Levenshtein.editops(name, other)
    ]
    if {character for pair in changed for character in pair} & _APART:
        return False
    if sorted(name) == sorted(other) or len(other) > _SHORT:
        return True
    return len(name) == len(other) and all(is_alike(*pair) for pair in changed)


def _is_slip(near: NearName, text: str) -> bool:
    """Whether two characters have changed places, or one stands for one that is like it: without quotation marks a verb
    before a name may be another one."""
    if near.damage is Damage.SWAPPED:
        return True
    there, known = text[near.at : near.at + 1], near.name[near.place : near.place + 1]
    return near.damage is Damage.REPLACED and is_alike(there, known) and not {there, known} & _APART
