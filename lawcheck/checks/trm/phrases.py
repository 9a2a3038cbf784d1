"""Fixed phrases with a character misread (TRM001)."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from operator import ne

from lawcheck import __version__
from lawcheck.checks.alike import is_alike, sounds_like
from lawcheck.checks.lexicon import commonness, is_listed, misspelt
from lawcheck.checks.trm.damaged_names import damaged_names
from lawcheck.checks.trm.idioms import misspelt_idioms
from lawcheck.reading.language import characters_behind, is_attested
from lawcheck.reading.resources import kept, resource_state, rows
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.search import Terms
from lawcheck.text.vocabulary.han import HAN, is_han

_QUOTED = Pattern("“([^“”\n]{3,12})”")
# What stands next to a phrase that recognition has destroyed: a lone letter or box, perhaps after a few characters.
# Three characters are too few to go by, unless they stand apart: in quotation marks or in a list.
_SHORT = 3
# So far before them a longer quotation may begin.
_QUOTE_REACH = 8
_APART = Pattern(f"[“、]([{HAN}]{{3}})(?=[”、])", first="“、")
_REACH = 6
# Phrases of so many characters are known by all but one of them.
_TELLING = 6
_NUMERALS = "一二三四五六七八九十两"
_RANKS = frozenset("国省市县区镇乡村州企校院")
# Two everyday words (法治政府) are looked after by the rule on misread words, one by one.
_EVERYDAY = 8
_LEAST = 2
# In phrases that are written with any character.
_ANY = "?"
# The commonness of a character that people coin phrases with.
_IN_USE = 6
_WRECKAGE = Pattern(f"[{HAN}]{{0,3}}[A-Za-z□■\ufffd]")


@cache
def _shapes() -> dict[str, str]:
    """For each character, those that it is misread as."""
    shapes = {row[0]: row[1] for row in rows("shapes.tsv")}
    for right, *groups in rows("confusables.tsv"):
        shapes[right] = shapes.get(right, "") + "".join(groups)
    return shapes


@cache
def _known() -> frozenset[str]:
    """Phrases, and legal expressions that look like one of them."""
    return frozenset(row[0] for name in ("phrases.tsv", "idioms.tsv", "coinages.tsv") for row in rows(name))


@cache
def _open() -> frozenset[str]:
    """Phrases with a dot for the character that may be any: those of which the list has several."""
    phrases = {row[0] for row in rows("phrases.tsv") if len(row[0]) > _SHORT}
    masked = Counter(phrase[:at] + _ANY + phrase[at + 1 :] for phrase in phrases for at in range(len(phrase)))
    return frozenset(each for each, times in masked.items() if times > 1)


@cache
def _coined() -> tuple[Pattern, ...]:
    """What is coined anew all the time, 以案促教 after 以案促改, as patterns."""
    return tuple(Pattern(row[0].replace(_ANY, f"[{HAN}]") + "$") for row in rows("coinages.tsv") if _ANY in row[0])


# A phrase, where it begins from the start of the half of it that is found, and two places of the other half with their
# characters: one of them at least must stand in the text.
_Place = tuple[str, int, int, str, int, str]


@cache
def _halves() -> tuple[Terms, list[tuple[str, list[tuple[str, int]]]]]:
    """One half of each longer phrase is whole when one character is damaged: the phrases by their halves."""
    # To choose the halves takes as long as to check a page, so they are kept between runs.
    phrases = kept("phrases", [__version__, resource_state("rules")], _chosen_halves)
    return Terms(phrases, overlapping=True), list(phrases.items())


def _chosen_halves() -> dict[str, list[tuple[str, int]]]:
    """For each half the phrases, and where they begin from its start."""
    phrases: dict[str, list[tuple[str, int]]] = {}
    for phrase, *_ in rows("phrases.tsv"):
        if len(phrase) <= _SHORT:
            continue
        divisions = range(_LEAST, len(phrase) - _LEAST + 1)
        middle = min(divisions, key=lambda at: (max(_commonness(phrase[:at]), _commonness(phrase[at:])), at))
        first, second = phrase[:middle], phrase[middle:]
        everyday = phrase[0] not in _NUMERALS and is_listed(first) and is_listed(second)
        if not (everyday and _commonness(first) > _EVERYDAY):
            phrases.setdefault(first, []).append((phrase, 0))
        if not (everyday and _commonness(second) > _EVERYDAY):
            phrases.setdefault(second, []).append((phrase, -middle))
    return phrases


@cache
def _places(index: int) -> list[_Place]:
    """The phrases of a half that stands in a text, as most do in none."""
    half, phrases = _halves()[1][index]
    return [
        (phrase, offset, -1, phrase[-offset - 1], -2, phrase[-offset - 2])
        if offset
        else (phrase, 0, len(half), phrase[len(half)], len(half) + 1, phrase[len(half) + 1])
        for phrase, offset in phrases
    ]


def _commonness(half: str) -> int:
    return commonness(half) if is_listed(half) else -len(half)


@cache
def _short_remains() -> dict[tuple[int, str], str]:
    """The short phrases by what is left of them when the character at a place is damaged."""
    short = [row[0] for row in rows("phrases.tsv") if len(row[0]) == _SHORT]
    return {(wrong, phrase[:wrong] + phrase[wrong + 1 :]): phrase for phrase in short for wrong in range(_SHORT)}


def damaged_fixed_phrase(document: Document) -> Iterator[Finding]:
    """TRM001: a fixed phrase with one character wrong, or a quoted one that lies in ruins beside other damage."""
    text = document.text
    found = {**misread_phrases(text), **_misread_short(text), **_misread_ends(text), **_ruined(text)}
    for near in (*damaged_names(text, "phrases.tsv"), *misspelt_idioms(text)):
        of_another_rank = near.name[-1] in _RANKS and text[near.end : near.end + 1] in tuple(_RANKS)
        if not of_another_rank and not _goes_on_in_quotes(text, near.start, near.end):
            found[near.start, near.end] = near.name
    end = 0
    for (start, stop), phrase in sorted(found.items(), key=lambda item: (item[0][0], -item[0][1])):
        told = text[start:stop] in misspelt() or _ends_longer_quotation(text, start, stop)
        if start >= end and not told:
            end = stop
            values = {"found": text[start:stop], "phrase": phrase}
            yield Finding(start, stop, values, edits=(Edit(start, stop, phrase),))


def _goes_on_in_quotes(text: str, start: int, end: int) -> bool:
    """Whether a quotation begins with these characters and has more of them: “最多跑一地” is a phrase of its own."""
    return text[start - 1 : start] == "“" and is_han(text[end : end + 1]) and text[end + 1 : end + 2] == "”"


def _ends_longer_quotation(text: str, start: int, end: int) -> bool:
    """Whether a quotation ends with these characters and has more before them: “高精尖专特新”."""
    opened = text.rfind("“", max(0, start - _QUOTE_REACH), start)
    return text[end : end + 1] == "”" and 0 <= opened < start - 1


def misread_phrases(text: str) -> dict[tuple[int, int], str]:
    """The longer phrases that stand in the text except for one character, by their span."""
    terms, _ = _halves()
    found: dict[tuple[int, int], str] = {}
    size = len(text)
    for index, start, _ in terms.find(text):
        for phrase, offset, near, a, far, b in _places(index):
            first = start + offset
            # This runs for every half that stands anywhere: most of them are told by a character or two.
            if first < 0 or first + len(phrase) > size or (text[start + near] != a and text[start + far] != b):
                continue
            if not text.startswith(phrase, first) and _is_misread(text, first, phrase):
                found[first, first + len(phrase)] = phrase
    return found


def _misread_short(text: str) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    for match in _APART.finditer(text):
        seen = match[1]
        for wrong in range(_SHORT):
            phrase = _short_remains().get((wrong, seen[:wrong] + seen[wrong + 1 :]))
            if phrase and seen not in _known() and _may_stand_for(phrase, seen, wrong):
                found[match.span(1)] = phrase
    return found


@cache
def _heads_of_short() -> tuple[Terms, list[str]]:
    """What a short phrase begins with, where official texts have nothing but its last character behind that: 碳达."""
    short = [row[0] for row in rows("phrases.tsv") if len(row[0]) == _SHORT]
    # With a numeral new ones are coined all the time: 一码同享 beside 一码通.
    told = [p for p in short if p[0] not in _NUMERALS and characters_behind(p[:-1]) == p[-1]]
    return Terms(phrase[:-1] for phrase in told), told


def _misread_ends(text: str) -> dict[tuple[int, int], str]:
    """The short phrases whose last character only sounds or looks like the one that always follows: 碳达锋."""
    terms, phrases = _heads_of_short()
    found: dict[tuple[int, int], str] = {}
    for index, start, end in terms.find(text):
        phrase, seen = phrases[index], text[end : end + 1]
        is_other = seen and seen != phrase[-1] and not is_listed(text[end : end + 2])  # 林长|职责
        if is_other and (sounds_like(phrase[-1], seen) or is_alike(phrase[-1], seen)):
            found[start, end + 1] = phrase
    return found


def _may_stand_for(phrase: str, seen: str, wrong: int) -> bool:
    """Whether a short phrase was misread, or typed by its sound so that no such run of characters is known."""
    if _plausible(phrase[wrong], seen[wrong]):
        return True
    numerals = seen[wrong] in _NUMERALS or phrase[wrong] in _NUMERALS
    return not numerals and sounds_like(phrase[wrong], seen[wrong]) and not is_attested(seen)


def _is_misread(text: str, first: int, phrase: str) -> bool:
    """Whether the phrase stands at `first` except for one character, which looks like the right one."""
    seen = text[first : first + len(phrase)]
    if sum(map(ne, seen, phrase)) > 1:
        return False
    wrong = next(at for at, character in enumerate(phrase) if character != seen[at])
    # In a short phrase a character that is not easily confused may be meant: 雅江经济带.
    easily = is_alike(phrase[wrong], seen[wrong]) or not _is_common(seen[wrong])
    return (
        (easily or len(phrase) >= _TELLING)
        and _plausible(phrase[wrong], seen[wrong])
        and not _is_coinage(phrase, wrong, seen)
        and not _is_next_word(text, first, seen, wrong)
        and not _legal(text, first, seen)
    )


def _is_coinage(phrase: str, wrong: int, seen: str) -> bool:
    """Whether the phrase is one of a kind that anybody may add to with an everyday character: 多评合一."""
    if commonness(seen[wrong]) < _IN_USE:
        return False
    return phrase[:wrong] + _ANY + phrase[wrong + 1 :] in _open() or any(kind.match(seen) for kind in _coined())


def _is_next_word(text: str, first: int, seen: str, wrong: int) -> bool:
    """Whether the character belongs to the word beside, and the rest is one without it: 港澳台|人才."""
    end = first + len(seen)
    if wrong == 0:
        rest, joined = seen[1:], text[max(0, first - 1) : first + 1]
    elif wrong == len(seen) - 1:
        rest, joined = seen[:-1], text[end - 1 : end + 1]
    else:
        return False
    return len(joined) > 1 and is_listed(joined) and (is_listed(rest) or rest in _known())


def _plausible(right: str, seen: str) -> bool:
    """Whether a character may be the misread form of another one; a change of numerals, or of the rank of a place
    (体育强国, 体育强镇), is a phrase of its own."""
    if (seen in _NUMERALS and right in _NUMERALS) or (seen in _RANKS and right in _RANKS):
        return False
    return seen in _shapes().get(right, "") or (is_han(seen) and not _is_common(seen))


def _is_common(character: str) -> bool:
    """Whether the character is one of the 6,763 of GB 2312, which modern prose seldom leaves."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _legal(text: str, first: int, seen: str) -> bool:
    """Whether the expression is known itself, or a known one ends or begins in the middle of it."""
    end = first + len(seen)
    if seen in _known() or seen[1:] in _known() or seen[:-1] in _known():
        return True
    low, high = max(0, first - _REACH), min(len(text), end + _REACH)
    return any(
        text[start:stop] in _known()
        for edge in (first, end)
        for start in range(low, edge)
        for stop in range(edge + 1, high + 1)
    )


def _ruined(text: str) -> dict[tuple[int, int], str]:
    """Quoted phrases of which only a part is left; the verb before them and the damage after them prove it."""
    found: dict[tuple[int, int], str] = {}
    for match in _QUOTED.finditer(text):
        seen = match[1]
        if seen in _known() or not _WRECKAGE.match(text, match.end()):
            continue
        fitting = (p for p, verb in _collocations() if text.endswith(verb, 0, match.start()))
        best = max(((_likeness(phrase, seen), phrase) for phrase in fitting), default=(0.0, ""))
        if best[0] > 1:
            found[match.span(1)] = best[1]
    return found


@cache
def _collocations() -> tuple[tuple[str, str], ...]:
    return tuple((row[0], row[1]) for row in rows("phrases.tsv") if len(row) > 1)


def _likeness(phrase: str, seen: str) -> float:
    """How many characters agree, misread ones for a half; 0 for phrases of another length."""
    if len(phrase) != len(seen):
        return 0.0
    return sum(1.0 if a == b else 0.5 * _plausible(a, b) for a, b in zip(phrase, seen, strict=True))
