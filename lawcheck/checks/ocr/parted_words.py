"""Line ends and blanks inside a word or before 的, where no line says by its looks that it goes on (OCR011)."""

from collections.abc import Iterator

from lawcheck.checks.likelihood import cut, is_word
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import TITLE_GENRE
from lawcheck.text.vocabulary.han import HAN

_LINE_END = Pattern(r"\n{1,2}[ \u3000]*", first="\n")
_BEFORE = Pattern(f"[{HAN}]{{2,12}}$")
# Behind a single character stands what is none of its word: 大胆探⏎索“…”; that of an ordinal is none.
_AFTER = Pattern(f"[{HAN}]{{2,12}}|[{HAN}](?=[“《（0-9A-Za-z])")
# 的确, 的的确确 and the like begin sentences.
_PARTICLE = Pattern(f"的(?!的?确|[士哥黎])[{HAN}]", first="的")
# 发现隐患128⏎处，: a figure and what it counts; a line that goes on with more than that may be an item of its own.
_FIGURE_BEFORE = Pattern(f"[{HAN}][0-9]{{1,9}}$")
_COUNTED_AFTER = Pattern(
    "(?:[万亿]?(?:元|人次?|户|亩|吨|公里|米|平方米)|[个名处家项件次座台套辆条起宗份场所])[，。、；]"
)
_REACH = 12
# A title on several lines, which are set in the middle one by one: 关于…管护方案⏎的通知, …责任单⏎位一览表.
_TITLE = Pattern(f"[^，。；：、！？]{{4,80}}(?:{TITLE_GENRE}|[{HAN}]表)(?:（[^（）\\n]{{1,20}}）)?[ \u3000]*")
_PHRASE_BEFORE = Pattern(f"[{HAN}]{{1,6}}$")
_PHRASE_AFTER = Pattern(f"[{HAN}]{{1,6}}")
_FRACTION = Pattern("[二三四五六七八九十百千万]分$")
_SHORTEST_PHRASE = 3
_LABEL_ENDS = ("：", ":", " ", "\u3000")
# Names in columns, and what is set apart letter by letter.
_COLUMNS = Pattern("[^ \u3000\t\n][ \u3000\t]{2}|[ \u3000\t][^ \u3000\t\n][ \u3000\t]")
_LONGEST_LINE = 400
# A line of so few characters is a name, a label or a cell.
_SHORTEST_LINE = 5


def parted_words(document: Document) -> Iterator[Finding]:
    """Where a word that is one with the next line ends a line, and its two parts are no words of these lines."""
    text = document.text
    for match in _LINE_END.finditer(text):
        start, end = match.span()
        if not start or end == len(text) or document.is_in_cell(end):
            continue
        if parts_word(text, start, end) or _begins_with_particle(text, start, end) or _parts_amount(text, start, end):
            first = text.rfind("\n", max(0, start - _LONGEST_LINE), start) + 1
            stop = text.find("\n", end, end + _LONGEST_LINE)
            last = stop if stop >= 0 else min(len(text), end + _LONGEST_LINE)
            short = len(text[first:start].strip()) < _SHORTEST_LINE
            if _TITLE.fullmatch(text, first, last):
                continue
            if not short and not _COLUMNS.search(text, first, start) and not _COLUMNS.search(text, end, last):
                yield Finding(start, end, edits=(Edit(start, end, ""),), unsafe=True)


def _begins_with_particle(text: str, start: int, end: int) -> bool:
    """Whether a line begins with 的 behind a word: no paragraph does."""
    return bool(_PARTICLE.match(text, end) and _BEFORE.search(text, max(0, start - _REACH), start))


def _parts_amount(text: str, start: int, end: int) -> bool:
    """Whether a line ends with a figure and the next one begins with its measure word and a point."""
    return bool(_COUNTED_AFTER.match(text, end) and _FIGURE_BEFORE.search(text, max(0, start - _REACH), start))


def parts_word(text: str, start: int, end: int) -> bool:
    """Whether a gap stands within a word."""
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    after = _AFTER.match(text, end)
    if not before or not after or not is_word(text[start - 1] + text[end]):
        return False
    return _is_parted(before[0], after[0])


def parts_phrase(text: str, start: int, end: int) -> bool:
    """Whether a gap stands within a phrase (举一 反三) of whose halves one says nothing by itself; not in a label."""
    if text[start - 1] == "分" and text[end] == "之" and _FRACTION.search(text, start - 2, start):
        return True
    before, after = _PHRASE_BEFORE.search(text, max(0, start - _REACH), start), _PHRASE_AFTER.match(text, end)
    if not before or not after:
        return False
    at = len(before[0])
    first, phrase = cut(before[0] + after[0]).word_at(at)
    left, right = phrase[: at - first], phrase[at - first :]
    if not left or len(phrase) < _SHORTEST_PHRASE or text.startswith(_LABEL_ENDS, end + len(right)):
        return False
    return right[0] == "之" or not (is_word(left) and is_word(right))


def _is_parted(before: str, after: str) -> bool:
    """Whether a word lies over the place between two stretches that is left with a single character on either side."""
    start, word = cut(before + after).word_at(len(before))
    return start < len(before) and len(word) > 1 and len(cut(before).words[-1]) == 1 and len(cut(after).words[0]) == 1
