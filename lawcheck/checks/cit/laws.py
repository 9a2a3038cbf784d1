"""Cited laws: their names, and whether they are in force (CIT003, CIT004)."""

import re
from collections.abc import Iterator
from functools import cache

from lawcheck.checks.alike import is_alike
from lawcheck.checks.cit.law_age import known_as_of
from lawcheck.checks.cit.law_table import STATE, Law, bare, law_named, laws
from lawcheck.checks.made_on import is_on_or_after, made_on, mentioned_years
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import LAW_GENRE
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import PLACE_END
from lawcheck.text.vocabulary.sentences import sentence_after, sentence_before

_CITED = Pattern("《([^《》\n]{3,120})》", first="《")
# With the name of the state a title that ends so is that of a law or of a regulation of the State Council.
_NATIONAL = Pattern(f"{STATE}[{HAN}、]{{2,30}}(?:(?<!办)法|条例)")
# What the State Council has ordered is in the table.
_ORDERED = Pattern(r"[（(](?:中华人民共和国)?国务院(?:第[0-9]+号)?令")
_GENRE = Pattern(f"(?:{LAW_GENRE})$")
# 某法实施管理办法, where there is only 某法实施条例.
_IMPLEMENTS = Pattern(f"(?P<law>[{HAN}]{{2,20}}法)实施(?:管理|具体|暂行)?(?:{LAW_GENRE})")
_IMPLEMENTING = ("实施条例", "实施细则", "实施办法")
_SHORTEST_STEM = 6
_DRAFTED = Pattern("草案|起草|立法|制定(?!本)|出台|审议|征求意见|拟|修改|修订")
_OLDEST = "2000"
# The name of the state with a character lost, added or misread.
_STATE_LIKE = Pattern("中[国华]?人民共和国?|中华人[名明]共和国?|中华人民共和(?!国)|中华人民国")
# No shorter beginning of a name is what is left of that of the state.
_SHORTEST_STATE = 4
# The words that names are cut short by, and how short a name may be.
_CUT_OUT = ("管理", "监督管理", "暂行", "管理暂行")
_SHORTEST_CUT = 7
_SHORT_FOR = (*"省市县区州盟旗", "简称《", "简称“", "简称")
# What speaks of the past of a law, or of its end, may name it.
_HISTORY = Pattern(
    "废止|失效|停止执行|不再执行|不再适用|代替|替代|取代|修改|修正|修订|清理|当时|曾|历史|原则上不再|原[有来]?$|以前的|更名|改为|颁布|衔接|同时"
    # 《某法》施行前、实施以前、生效之前; 按照原《某法》
    "|(?:施行|实施|生效|公布|出台|执行)(?:之|以)?前|(?:施行|实施|生效|执行)(?:期间|时)"
)
_HISTORY_TITLE = Pattern("废止|清理|修改|历史|失效|解读|汇编")
_ENDS_HERE = Pattern(
    "(?:（[^（）\\n]{1,60}）)?(?:[、和及]《[^《》\\n]{1,60}》){0,8}(?:自[^，。\\n]{1,20}起)?(?:同时|即行)?废止"
)
_SENTENCE_REACH = 60
# 某年某月某日发布的《甲办法》，某年某月某日发布的《乙规定》同时废止: what is repealed together may be many.
_ENDED = Pattern("(?:同时|即行|一并|予以)(?:废止|失效)")
_LIST_REACH = 1000
_SHORTEST = 5
_SHORTEST_NATIONAL = 3
# A law of six characters differs from many another one in a single character.
_SHORTEST_MISREAD = 7
# A title of so many characters is met by nothing else.
_LONG = 12
_USUAL_ENDS = tuple(LAW_GENRE.split("|"))
# What a title that is no law may end with.
_MATTERS = ("管理", "保护", "公开", "建设", "规划", "登记", "监督", "服务", "教育", "合作", "安全")
# Another part of an interpretation, or one of another year.
_FIGURES = frozenset("一二三四五六七八九十0123456789")
_LOCAL = Pattern(f"[{HAN}]{{1,8}}?{PLACE_END}")


def unknown_law_name(document: Document) -> Iterator[Finding]:
    """CIT003: a cited law that does not exist: one that does differs in one character, or all of them in more."""
    text = document.text
    unsure: list[tuple[re.Match[str], Law | None]] = []
    for match in _CITED.finditer(text):
        name = bare(match[1])
        if law := law_named(match[1]):
            yield from _with_state(match, law)
            continue
        if law := _meant(name, name != "".join(match[1].split())) or _cut_short(text, name):
            yield Finding(*match.span(1), {"name": match[1], "law": law.title})
        elif _ORDERED.match(text, match.end()) and (called := _of_another_genre(name)):
            yield Finding(*match.span(1), {"name": match[1], "law": called.title})
        elif match[1].startswith(STATE) and (implements := _that_implements(name)):
            unsure.append((match, implements))
        elif _NATIONAL.fullmatch(match[1]):
            unsure.append((match, None))
    # A law that is being made, or an old one, may have such a name.
    unsure = [(match, right) for match, right in unsure if not _is_to_be_made(text, match)]
    if unsure and _is_of_known_years(document):
        for match, right in unsure:
            values = {"name": match[1], "law": right.title} if right else {"name": match[1]}
            yield Finding(*match.span(1), values, "default" if right else "unknown")


def _with_state(match: re.Match[str], law: Law) -> Iterator[Finding]:
    """A regulation cited with the name of the state, which its own title has not: 《中华人民共和国森林防火条例》."""
    if match[1].startswith(STATE) and not law.title.startswith(STATE) and law.title.endswith("条例"):
        yield Finding(*match.span(1), {"name": match[1], "law": law.title}, "state")


def _of_another_genre(name: str) -> Law | None:
    """The law of the same name that is no 办法 but a 条例, or the other way round."""
    stem = _GENRE.compiled.sub("", name)
    if len(stem) < _SHORTEST_STEM:
        return None
    return next((laws()[stem + genre] for genre in LAW_GENRE.split("|") if stem + genre in laws()), None)


def _that_implements(name: str) -> Law | None:
    """The regulation that implements a law, where a national one of another genre is cited: 某法实施管理办法."""
    match = _IMPLEMENTS.fullmatch(name)
    titles = (match["law"] + genre for genre in _IMPLEMENTING) if match else ()
    return next((laws()[title] for title in titles if title in laws()), None)


def _cut_short(text: str, name: str) -> Law | None:
    """The regulation whose name has a word more before its genre: 社会团体登记（管理）条例.

    A name that is short for another one here is none: 《示例市物业条例》（以下简称《物业条例》）.
    """
    if len(name) < _SHORTEST_CUT or not name.endswith("条例") or any(f"{sign}{name}" in text for sign in _SHORT_FOR):
        return None
    stem = name.removesuffix("条例")
    return next((laws()[longer] for word in _CUT_OUT if (longer := f"{stem}{word}条例") in laws()), None)


def _is_to_be_made(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence speaks of a law that is being drafted, or of one that no longer is."""
    before = sentence_before(text, match.start(), _SENTENCE_REACH)
    after = sentence_after(text, match.end(), _SENTENCE_REACH)
    return bool(_DRAFTED.search(before) or _DRAFTED.search(after)) or _is_history(text, *match.span())


def _is_of_known_years(document: Document) -> bool:
    """Whether a document is no younger than the table of laws, and not so old that former laws may miss there."""
    made, known = made_on(document), known_as_of()
    if made is not None:
        return _OLDEST <= made <= known
    years = mentioned_years(document)
    return not years or (max(years) <= int(known[:4]) and min(years) >= int(_OLDEST))


def _meant(name: str, national: bool) -> Law | None:
    """The law that a name, of a `national` one without that of the state, stands for with one character wrong."""
    state = _STATE_LIKE.match(name)
    if state and name[state.end() :] in laws():
        return laws()[name[state.end() :]]
    if name.startswith(STATE[:-1]) and name[len(STATE) : len(STATE) + 1] == STATE[-1]:
        # 中华人民共和森国林法: the last character of the state and the first of the law have changed places.
        return laws().get(name[len(STATE) - 1] + name[len(STATE) + 1 :])
    if national and name.startswith(STATE[-1]) and name[1:] in laws():
        return laws()[name[1:]]
    for size in range(_SHORTEST_STATE, len(STATE) + 2):
        if name[size:] in laws() and (_is_near(name[:size], STATE) or _is_left_of(name[:size], STATE)):
            return laws()[name[size:]]
    # With the name of the state a title is that of a national law, and all of these are known.
    shortest = _SHORTEST_NATIONAL if national else _SHORTEST
    if len(name) < shortest - 1:
        return None
    found = _first(law for law in _alike(name, 1) if len(law) >= shortest and _is_cut(name, law, national))
    found = found or _first(law for law in _alike(name, -1) if _is_longer(name, law, shortest))
    if found is None and len(name) >= shortest:
        found = _first(law for law in _alike(name, 0) if _is_misread(name, law))
    local = _LOCAL.match(name)
    if not found or (local and not national and not found.startswith(local[0]) and name.endswith(_USUAL_ENDS)):
        return None
    return laws()[found]


def _is_left_of(rest: str, whole: str) -> bool:
    """Whether one name is what is left of another one that lost some of its characters: 中华共和国."""
    following = iter(whole)
    return all(character in following for character in rest)


def _first(laws: Iterator[str]) -> str | None:
    return next(laws, None)


def _alike(name: str, more: int) -> Iterator[str]:
    """The names of so many characters `more` that begin or end as this one: those that differ in one place are of them.

    The place may be two neighbours; before it or behind it half of the others stand.
    """
    half = max(0, len(name) - 2) // 2
    begin, end = name[:half], name[len(name) - half :]
    return (law for law in _by_length().get(len(name) + more, ()) if law.startswith(begin) or law.endswith(end))


@cache
def _by_length() -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for name in laws():
        found.setdefault(len(name), []).append(name)
    return found


def _is_cut(name: str, law: str, national: bool) -> bool:
    """Whether a character of a law was lost, and not left out: 政府信息公开 is a matter, not a law."""
    if not _is_rest(name, law):
        return False
    if len(law) >= _LONG:
        return True
    if name == law[:-1] and not national:
        return law.endswith("条例") or (len(name) >= _SHORTEST and not name.endswith(_MATTERS))
    return national or name.endswith((*_USUAL_ENDS, "例"))


def _is_longer(name: str, law: str, shortest: int) -> bool:
    """Whether a character too many stands in the name of a law: one of it again, or another one in a longer name."""
    if len(law) < shortest or not _is_rest(law, name):
        return False
    at = _common(name, law)
    doubled = name[at] in (name[max(0, at - 1) : at] + name[at + 1 : at + 2])
    return doubled or (len(law) >= _SHORTEST and name.endswith(_USUAL_ENDS))


def _is_rest(rest: str, whole: str) -> bool:
    """Whether one name is another one without one of its characters."""
    at = _common(rest, whole)
    return rest[at:] == whole[at + 1 :]


def _common(one: str, other: str) -> int:
    """How many characters two names begin with alike."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _is_near(seen: str, right: str) -> bool:
    """Whether two names differ in a single character, or in two neighbours that have changed places."""
    if len(seen) == len(right):
        return seen != right and _is_exchange(seen, right)
    longer, shorter = sorted((seen, right), key=len, reverse=True)
    return len(longer) == len(shorter) + 1 and _is_rest(shorter, longer)


def _is_exchange(name: str, law: str) -> bool:
    first = _common(name, law)
    swapped = name[first : first + 2] == law[first + 1 : first + 2] + law[first]
    return name[first + 1 :] == law[first + 1 :] or (swapped and name[first + 2 :] == law[first + 2 :])


def _is_misread(name: str, law: str) -> bool:
    """Whether one character is another one, or two neighbours have changed places.

    A law of few characters differs from many another one in a single one, and a title that ends otherwise may be that
    of another document: there the character must sound or look like the right one.
    """
    if not _is_exchange(name, law):
        return False
    at = _common(name, law)
    if name[at] in _FIGURES and law[at] in _FIGURES:
        return False
    if name[at + 1 :] != law[at + 1 :] or is_alike(name[at], law[at]):
        return True
    return len(name) >= _SHORTEST_MISREAD and name.endswith(_USUAL_ENDS)


def repealed_law(document: Document) -> Iterator[Finding]:
    """CIT004: a law cited after it was repealed, or at no known date in a document that names no year before."""
    text = document.text
    cited = [(match, law) for match in _CITED.finditer(text) if (law := law_named(match[1])) and law.repealed]
    if not cited or _is_on_the_past(document):
        return
    # A statute that ends a law says what becomes of what was done under it.
    ended = {law.title for match, law in cited if _ENDS_HERE.match(text, match.end())}
    cited = [(match, law) for match, law in cited if law.title not in ended]
    date = made_on(document)
    first_year = min(mentioned_years(document), default=9999)
    for match, law in cited:
        later = is_on_or_after(date, law.repealed) if date else first_year >= int(law.repealed[:4])
        if later and not _is_history(text, *match.span()):
            values = {"name": match[1], "repealed": law.repealed, "successor": law.successor}
            yield Finding(match.start(), match.end(), values, "default" if law.successor else "ended")


def speaks_of_past(document: Document, start: int, end: int) -> bool:
    """Whether a document, or the sentence around a title, tells what became of what is cited, or what was done while
    it was in force."""
    return _is_on_the_past(document) or _is_history(document.text, start, end)


def _is_on_the_past(document: Document) -> bool:
    return bool(document.title and _HISTORY_TITLE.search(document.title.text))


def _is_history(text: str, start: int, end: int) -> bool:
    before = sentence_before(text, start, _SENTENCE_REACH)
    after = sentence_after(text, end, _SENTENCE_REACH)
    return bool(
        _HISTORY.search(before) or _HISTORY.search(after) or _ENDED.search(sentence_after(text, end, _LIST_REACH))
    )
