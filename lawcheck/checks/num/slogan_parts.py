"""Slogans that count their parts, and another number of parts: “四早”，即早发现、早报告、早隔离。 (NUM009).

A slogan is read into numbers and the words that its parts begin or end with: 三清一改 has three with 清 and one with
改, 四个清单 four with 清单. Only parts that all have these words are counted; a list that has others says nothing.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from lawcheck.checks.num.announced_series import counted
from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Finding
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_DIGITS = "两二三四五六七八九十"
_NAME = f"(?P<name>[一{_DIGITS}][{HAN}]{{1,7}})"
# “四早”要求，即; “四办”服务（; “六不”原则，
_LED = Pattern(
    f"“{_NAME}”(?:[{HAN}]{{0,8}}?)"
    "(?:，?(?P<lead>即|就是|是指|指的是|指|分别是|分别为|主要包括|包括)[：:，]?|(?P<mark>[：:（(])|，)(?P<list>[^。\n“”]{4,200})",
    first="“",
)
# 提示书、督办书和约谈函“两书一函”
_BEFORE = Pattern(f"(?<=[，。；：:\n])(?P<list>[^，。；：:\n“”（）()]{{5,120}})“{_NAME}”", needs=("“",))
_MEASURED = Pattern(f"(?P<count>[{_DIGITS}])[个张项大类种条支本道](?P<word>[{HAN}]{{1,3}})\\Z")
_COUNTED = Pattern(f"(?P<count>[一{_DIGITS}])(?P<word>[^一{_DIGITS}个级]{{1,3}})")
_STEPS = Pattern(
    f"“?(?P<name>(?P<count>[两三四五])级(?P<word>[{HAN}]{{2,3}}?)制?)”?[，（](?:由|即)"
    f"(?P<list>[{HAN}]{{1,2}}级(?P=word)(?:[、和及与][{HAN}]{{1,2}}级(?P=word))+)(?:分级|分段|逐级|分别|分片)",
    needs=("级",),
)
_JOINED = Pattern("以及|[和与及]")
_NOTE = Pattern("（[^（）\n]{1,80}）")
_DIVIDED = Pattern("[、，；;]")
_OPEN = Pattern("等[^、，；待级]{0,8}\\Z|等[）)]|…|部分|其中")
_ORDINAL = Pattern("^[ \u3000]{0,4}[一二三四五六七八九十]{1,3}、")
_SENTENCE_END = Pattern("[。；\n]")
_FEWEST = 2
# “1+3+N”网格, “一核三带四区”: what is named by two numbers or more, and what it is. 三位一体, 五个一 are of any matter.
_NUMBERED = Pattern(
    "“(?P<name>[0-9一二两三四五六七八九十]+[+＋][0-9A-Z一二三四五六七八九十+＋]{1,12}"
    f"|(?:[一双{_DIGITS}][^一双个{_DIGITS}\\W0-9A-Za-z]{{1,3}}){{2,4}}(?<!一体))”(?P<what>[{HAN}]{{0,2}})",
    first="“",
)
_NUMERAL = Pattern(f"[0-9]+|[一双{_DIGITS}]")


@dataclass(frozen=True, slots=True)
class _Slogan:
    """The words that the parts of a slogan have, and how many parts have each."""

    words: tuple[str, ...]
    counts: tuple[int, ...]

    def word_of(self, part: str, inside: bool = False) -> int | None:
        """Which of the words a part begins or ends with, or has at all; of several that it has none can be said."""
        found = [
            index
            for index, word in enumerate(self.words)
            if len(part) > len(word) and (part.startswith(word) or part.endswith(word) or (inside and word in part))
        ]
        return found[0] if len(found) == 1 else None


def _read(name: str) -> _Slogan | None:
    if match := _MEASURED.match(name):
        return _Slogan((match["word"],), (counted(match["count"]),))
    groups = list(_COUNTED.finditer(name))
    if not groups or sum(len(group[0]) for group in groups) != len(name):
        return None
    counts = tuple(counted(group["count"]) for group in groups)
    words = tuple(group["word"] for group in groups)
    is_whole = len(set(words)) == len(words) and max(counts) >= _FEWEST
    return _Slogan(words, counts) if is_whole else None


def slogan_mismatch(text: str) -> Iterator[Finding]:
    """NUM009: a slogan in quotation marks, and another number of parts behind it or before."""
    for match in _LED.finditer(text) if "“" in text else ():
        # A part that has marks of its own ends the list before it is whole.
        if text.startswith("“", match.end()):
            continue
        slogan = _read(match["name"])
        found = slogan and _parts_behind(slogan, match["list"], text[match.end() : match.end() + 2])
        if slogan and found and _differs(slogan, found, bool(match["lead"] or match["mark"])):
            yield _finding(match.start("name") - 1, match["name"], slogan, found)
    for match in _BEFORE.finditer(text) if "“" in text else ():
        slogan = _read(match["name"])
        found = slogan and _parts_before(slogan, match["list"])
        if slogan and found and _differs(slogan, found, False):
            yield _finding(match.start("name") - 1, match["name"], slogan, found)
    for match in _STEPS.finditer(text):
        named = match["list"].count("级")
        if named != counted(match["count"]):
            yield Finding(*match.span("name"), {"announced": match["count"], "found": named})


def _finding(start: int, name: str, slogan: _Slogan, found: Counter[int]) -> Finding:
    index = next(index for index, count in enumerate(slogan.counts) if found[index] != count)
    group = (
        name
        if len(slogan.words) == 1
        else next(g[0] for g in _COUNTED.finditer(name) if g["word"] == slogan.words[index])
    )
    return Finding(start, start + len(name) + 2, {"announced": group, "found": found[index]})


def _differs(slogan: _Slogan, found: Counter[int], is_led: bool) -> bool:
    """Whether parts are missing or too many; where nothing leads them in, by one only: some may be named for many."""
    if min(found[index] for index in range(len(slogan.words))) == 0 or found.total() < _FEWEST:
        return False
    off = [found[index] - count for index, count in enumerate(slogan.counts)]
    return any(off) if is_led else sorted(map(abs, off))[-1] == 1 and sum(map(abs, off)) == 1


def _parts_behind(slogan: _Slogan, listed: str, after: str) -> Counter[int] | None:
    """How many parts have each word, from the first one on; none where others stand among them or it goes on."""
    found: Counter[int] = Counter()
    at = 0
    # 文体活动阵地化（建成两个中心）: a note within a part.
    listed = _NOTE.compiled.sub("", listed)
    closed = min((place for mark in "）)" if (place := listed.find(mark)) >= 0), default=len(listed))
    listed = listed[:closed]
    while at <= len(listed):
        mark = _DIVIDED.search(listed, at)
        end = mark.start() if mark else len(listed)
        part = listed[at:end].strip()
        words = _words_of(slogan, part, inside=not found)
        if words is None:
            # What follows a comma may speak of them all; a stranger in the list is one that has another form.
            if not found or listed[at - 1] == "、" or _goes_on(slogan, listed[at:] + after[1:]):
                return None
            return found
        found.update(words)
        at = end + 1
    return None if _OPEN.search(listed) or slogan.word_of(after[1:] + "  ") is not None else found


def _goes_on(slogan: _Slogan, rest: str) -> bool:
    """Whether parts with these words stand further on too, or the list is left open."""
    parts = _DIVIDED.compiled.split(rest)
    return rest.startswith("等") or any(_words_of(slogan, part.strip()) is not None for part in parts)


def _words_of(slogan: _Slogan, part: str, inside: bool = False) -> Sequence[int] | None:
    """The words of the parts between two marks, of which 和 may join two."""
    joined = [slogan.word_of(piece) for piece in _JOINED.compiled.split(part)]
    if len(joined) > 1 and None not in joined:
        return [index for index in joined if index is not None]
    index = slogan.word_of(part, inside)
    return None if index is None else [index]


def _parts_before(slogan: _Slogan, listed: str) -> Counter[int] | None:
    found: Counter[int] = Counter()
    parts = _ORDINAL.compiled.sub("", listed).split("、")
    for place, part in enumerate(parts):
        words = _words_of(slogan, part.removesuffix("的").removesuffix("等"), inside=place == 0)
        # 甲业和乙业为两翼 names two parts with one word.
        is_several = len(words or ()) == 1 and _JOINED.search(part) is not None and "为" in part
        if words is None or is_several or part.endswith("等"):
            return None
        found.update(words)
    return found if len(parts) >= _FEWEST else None


def other_numbers(text: str) -> Iterator[Finding]:
    """NUM009: a slogan of several numbers of which one is another elsewhere: “1+3+N”网格 and “1+2+N”网格."""
    named: dict[tuple[str, str], dict[str, list[int]]] = {}
    for match in _NUMBERED.finditer(text) if "“" in text else ():
        name = match["name"]
        if len(_NUMERAL.compiled.findall(name)) >= _FEWEST:
            frame = _NUMERAL.compiled.sub("0", name)
            # Letters and signs alone say little of what is meant.
            what = match["what"] if frame.isascii() or "＋" in frame else ""
            named.setdefault((frame, what), {}).setdefault(name, []).append(match.start())
    for names in named.values():
        if len(names) != _FEWEST:
            continue
        usual, other = sorted(names, key=lambda name: (-len(names[name]), names[name][0]))
        numbers = (_NUMERAL.compiled.findall(name) for name in (usual, other))
        differing = sum(one != two for one, two in zip(*numbers, strict=True))
        if differing == 1 and len(names[other]) == 1:
            start = names[other][0]
            end = start + len(other) + 2
            # Who tells them in one breath knows that they are two.
            if any(_in_one_sentence(text, start, at) for at in names[usual]):
                continue
            yield Finding(start, end, {"found": other, "right": usual}, "slogan")


def _in_one_sentence(text: str, one: int, other: int) -> bool:
    first, last = sorted((one, other))
    return _SENTENCE_END.search(text, first, last) is None
