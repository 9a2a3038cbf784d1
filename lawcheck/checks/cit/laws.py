"""Cited laws: their names, whether they are in force, how many articles they have (CIT003, CIT004, CIT007)."""

import re
from collections.abc import Iterator
from functools import cache

from lawcheck.checks.alike import is_alike
from lawcheck.checks.made_on import is_on_or_after, made_on, mentioned_years
from lawcheck.reading.resources import rows
from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import LAW_GENRE, STAGE
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.numerals import parse_numeral
from lawcheck.text.vocabulary.offices import PLACE_END
from lawcheck.text.vocabulary.sentences import sentence_after, sentence_before

_CITED = Pattern("《([^《》\n]{3,60})》")
_ARTICLE = Pattern(r"(?:[（(][^（）()\n]{1,20}[）)])?(?P<place>第(?P<number>[一二三四五六七八九十百千零〇\d]{1,9})条)")
_STATE = "中华人民共和国"
# The name of the state with a character lost, added or misread.
_STATE_LIKE = Pattern("中[国华]?人民共和国?|中华人[名明]共和国?|中华人民共和(?!国)|中华人民国")
_VERSION = Pattern(f"{STAGE}$")
# What speaks of the past of a law, or of its end, may name it.
_HISTORY = Pattern(
    "废止|失效|停止执行|不再执行|不再适用|代替|替代|取代|修改|修正|修订|清理|当时|曾|历史|原则上不再|原[有来]?$|以前的|更名|改为|颁布|衔接|同时"
    # 《某法》施行前、实施以前、生效之前; 按照原《某法》
    "|(?:施行|实施|生效|公布|出台|执行)(?:之|以)?前|(?:施行|实施|生效|执行)(?:期间|时)"
)
_HISTORY_TITLE = Pattern("废止|清理|修改|历史|失效|解读|汇编")
_SENTENCE_REACH = 60
_SHORTEST = 5
_SHORTEST_NATIONAL = 3
# A law of six characters differs from many another one in a single character.
_SHORTEST_MISREAD = 7
_USUAL_ENDS = tuple(LAW_GENRE.split("|"))
# What a title that is no law may end with.
_MATTERS = ("管理", "保护", "公开", "建设", "规划", "登记", "监督", "服务", "教育", "合作", "安全")
_LOCAL = Pattern(f"[{HAN}]{{1,8}}?{PLACE_END}")


@dataclass(frozen=True, slots=True)
class _Law:
    """A row of laws.tsv; `repealed` is "" while the law is in force, `articles` 0 where it is not known."""

    title: str
    short: str
    repealed: str
    successor: str
    articles: int


@cache
def _laws() -> dict[str, _Law]:
    """Every law by its title without the name of the state."""
    laws = {}
    for title, short, _, _, _, repealed, successor, articles in rows("laws.tsv"):
        laws[short] = _Law(title, short, repealed, successor, int(articles or 0))
    return laws


@cache
def _shortened() -> dict[str, list[str]]:
    """Names with one character left out, and the names that each is the rest of."""
    found: dict[str, list[str]] = {}
    for short in _laws():
        for rest in _rests(short) if len(short) >= _SHORTEST_NATIONAL else ():
            found.setdefault(rest, []).append(short)
    return found


def _rests(name: str) -> set[str]:
    return {name[:index] + name[index + 1 :] for index in range(len(name))}


def _bare(cited: str) -> str:
    """A cited title without spaces, the name of the state and a note on its version."""
    return _VERSION.compiled.sub("", "".join(cited.split())).removeprefix(_STATE)


def unknown_law_name(document: Document) -> Iterator[Finding]:
    """CIT003: a cited law that does not exist and differs in one character from one that does."""
    for match in _CITED.finditer(document.text):
        name = _bare(match[1])
        if name in _laws():
            continue
        if law := _meant(name, name != "".join(match[1].split())):
            yield Finding(*match.span(1), {"name": match[1], "law": law.title})


def _meant(name: str, national: bool) -> _Law | None:
    """The law that a name, of a `national` one without that of the state, stands for with one character wrong."""
    state = _STATE_LIKE.match(name)
    if state and name[state.end() :] in _laws():
        return _laws()[name[state.end() :]]
    for size in range(len(_STATE) - 1, len(_STATE) + 2):
        if name[size:] in _laws() and _is_near(name[:size], _STATE):
            return _laws()[name[size:]]
    # With the name of the state a title is that of a national law, and all of these are known.
    shortest = _SHORTEST_NATIONAL if national else _SHORTEST
    if len(name) < shortest - 1:
        return None
    rests = sorted(_rests(name))
    found = next(
        (law for law in _shortened().get(name, ()) if len(law) >= shortest and _may_be_cut(name, law, national)), None
    )
    found = found or next((rest for rest in rests if rest in _laws() and _may_be_longer(name, rest, shortest)), None)
    if found is None and len(name) >= shortest:
        like = (law for rest in rests for law in _shortened().get(rest, ()))
        found = next((law for law in like if len(law) == len(name) and _is_misread(name, law)), None)
    local = _LOCAL.match(name)
    if not found or (local and not found.startswith(local[0]) and name.endswith(_USUAL_ENDS)):
        return None
    return _laws()[found]


def _may_be_cut(name: str, law: str, national: bool) -> bool:
    """Whether a character of a law was lost, and not left out: 政府信息公开 is a matter, not a law."""
    if name == law[:-1] and not national:
        return law.endswith("条例") or (len(name) >= _SHORTEST and not name.endswith(_MATTERS))
    return national or name.endswith((*_USUAL_ENDS, "例"))


def _may_be_longer(name: str, law: str, shortest: int) -> bool:
    """Whether a character too many stands in the name of a law: one of it again, or another one in a longer name."""
    at = next((i for i, (a, b) in enumerate(zip(name, law, strict=False)) if a != b), len(law))
    doubled = name[at] in (name[max(0, at - 1) : at] + name[at + 1 : at + 2])
    return len(law) >= shortest and (doubled or (len(law) >= _SHORTEST and name.endswith(_USUAL_ENDS)))


def _is_near(seen: str, right: str) -> bool:
    """Whether two names differ in a single character, or in two neighbours that have changed places."""
    if len(seen) == len(right):
        return seen != right and _is_exchange(seen, right)
    longer, shorter = sorted((seen, right), key=len, reverse=True)
    return len(longer) == len(shorter) + 1 and shorter in _rests(longer)


def _is_exchange(name: str, law: str) -> bool:
    wrong = [index for index, (a, b) in enumerate(zip(name, law, strict=True)) if a != b]
    first = wrong[0]
    return len(wrong) == 1 or (wrong == [first, first + 1] and name[first : first + 2] == law[first + 1] + law[first])


def _is_misread(name: str, law: str) -> bool:
    """Whether one character is another one, or two neighbours have changed places.

    A law of few characters differs from many another one in a single one, and a title that ends otherwise may be that
    of another document: there the character must sound or look like the right one.
    """
    if not _is_exchange(name, law):
        return False
    at = next(index for index, (a, b) in enumerate(zip(name, law, strict=True)) if a != b)
    if name[at + 1 :] != law[at + 1 :] or is_alike(name[at], law[at]):
        return True
    return len(name) >= _SHORTEST_MISREAD and name.endswith(_USUAL_ENDS)


def repealed_law(document: Document) -> Iterator[Finding]:
    """CIT004: a law cited after it was repealed, or at no known date in a document that names no year before."""
    text = document.text
    cited = [(match, law) for match in _CITED.finditer(text) if (law := _laws().get(_bare(match[1]))) and law.repealed]
    if not cited or (document.title and _HISTORY_TITLE.search(document.title.text)):
        return
    date = made_on(document)
    first_year = min(mentioned_years(document), default=9999)
    for match, law in cited:
        later = is_on_or_after(date, law.repealed) if date else first_year >= int(law.repealed[:4])
        if later and not _is_history(text, match):
            values = {"name": match[1], "repealed": law.repealed, "successor": law.successor}
            yield Finding(match.start(), match.end(), values, "default" if law.successor else "ended")


def _is_history(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence tells what became of the law, or what was done while it was in force."""
    before = sentence_before(text, match.start(), _SENTENCE_REACH)
    after = sentence_after(text, match.end(), _SENTENCE_REACH)
    return bool(_HISTORY.search(before) or _HISTORY.search(after))


def article_out_of_range(document: Document) -> Iterator[Finding]:
    """CIT007: an article of a law beyond the last one that any of its versions had."""
    text = document.text
    for match in _CITED.finditer(text):
        law = _laws().get(_bare(match[1]))
        article = _ARTICLE.match(text, match.end()) if law and law.articles else None
        if law and article and (parse_numeral(article["number"]) or 0) > law.articles:
            yield Finding(*article.span("place"), {"name": law.title, "articles": law.articles})
