"""Line ends inside a word, date, amount or title, where no line says by its looks that it goes on (OCR011, OCR012)."""

from collections.abc import Iterator

from lawcheck.checks.likelihood import cut, is_word
from lawcheck.checks.ocr.open_lines import goes_on, line_before, line_behind
from lawcheck.checks.opened_marks import is_title_open
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DAY, MONTH, YEAR
from lawcheck.text.vocabulary.genres import TITLE_GENRE
from lawcheck.text.vocabulary.han import HAN, is_han

_LINE_END = Pattern(r"\n{1,2}[ \u3000]*", first="\n")
_BEFORE = Pattern(f"[{HAN}]{{2,12}}$")
# Behind a single character stands what is none of its word: 大胆探⏎索“…”, 产⏎物，; that of an ordinal is none.
_AFTER = Pattern(f"[{HAN}]{{2,12}}|[{HAN}](?=[“《（0-9A-Za-z，。；])")
# 的确, 的的确确 and the like begin sentences.
_PARTICLE = Pattern(f"的(?!的?确|[士哥黎])[{HAN}]", first="的")
# 发现隐患128⏎处，: a figure and what it counts; a line that goes on with more than that may be an item of its own.
_FIGURE_BEFORE = Pattern(f"[{HAN}][0-9]{{1,9}}$")
_COUNTED_AFTER = Pattern(
    "(?:[万亿]?(?:元|人次?|户|亩|吨|公里|米|平方米)|[个名处家项件次座台套辆条起宗份场所])[，。、；]"
    "|[万亿]元|个(?:月|工作日|百分点|以[上下])|[%％]|平方米|公里|周岁|人以[上下]|月[0-9]{1,2}日"
)
# 2018年⏎11月22日; under a year alone on its line a list of days may stand.
_YEAR_BEFORE = Pattern(f"{YEAR}年$")
_DAY_AFTER = Pattern(
    f"{MONTH}月{DAY}日(?P<alone>[ \u3000]*(?:\n|$)|[^\n]{{0,80}}(?:通过|公布|发布|修[正订]|批准|施行)(?:\n|$))?"
)
_LONGEST_YEAR = 5
_POINT = Pattern("[，。；]")
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
_LONGEST_LINE, _LONGEST_TITLE = 400, 80
# A line of so few characters is a name, a label or a cell.
_SHORTEST_LINE = 5
_LONG_WORD, _SENTENCE = 4, 12


def parted_words(document: Document) -> Iterator[Finding]:
    """Where a word that is one with the next line ends a line, and its two parts are no words of these lines."""
    text = document.text
    for match in _LINE_END.finditer(text):
        start, end = match.span()
        if not start or end == len(text) or document.is_in_cell(end):
            continue
        if any(parts(text, start, end) for parts in _WAYS):
            first = text.rfind("\n", max(0, start - _LONGEST_LINE), start) + 1
            stop = text.find("\n", end, end + _LONGEST_LINE)
            last = stop if stop >= 0 else min(len(text), end + _LONGEST_LINE)
            short = len(text[first:start].strip()) < _SHORTEST_LINE
            # The first line is the headline of what is indented below: …获准立项⏎　　科技部于4月2日….
            is_headline = first == 0 and text[end - 1] != "\n" and not _POINT.search(text, first, start)
            if is_headline or _TITLE.fullmatch(text, first, last):
                continue
            if not short and not _COLUMNS.search(text, first, start) and not _COLUMNS.search(text, end, last):
                yield Finding(start, end, edits=(Edit(start, end, ""),), unsafe=True)


def _begins_with_particle(text: str, start: int, end: int) -> bool:
    """Whether a line begins with 的 behind a word: no paragraph does."""
    return bool(_PARTICLE.match(text, end) and _BEFORE.search(text, max(0, start - _REACH), start))


def _parts_amount(text: str, start: int, end: int) -> bool:
    """Whether a line ends with a figure and the next one begins with its measure word and a point."""
    return bool(_COUNTED_AFTER.match(text, end) and _FIGURE_BEFORE.search(text, max(0, start - _REACH), start))


def _parts_date(text: str, start: int, end: int) -> bool:
    """Whether a line ends with a year and the next one begins with its month and day."""
    day = _DAY_AFTER.match(text, end)
    if not day or not _YEAR_BEFORE.search(text, max(0, start - _REACH), start):
        return False
    return day["alone"] is not None or len(text[text.rfind("\n", 0, start) + 1 : start].strip()) > _LONGEST_YEAR


def _parts_title(text: str, start: int, end: int) -> bool:
    """Whether title marks are open at the end of a line and closed on the next one: 《示例区⏎采砂管理办法》."""
    before = text[max(0, start - _LONGEST_TITLE) : start].rpartition("\n")[2]
    after = text[end : end + _LONGEST_TITLE].partition("\n")[0]
    name, closed, _ = after.partition("》")
    is_parted = is_title_open(before) and closed and "《" not in name and is_han(text[start - 1]) and is_han(text[end])
    # A heading may be set in several lines; a sentence has points.
    return bool(is_parted and (_POINT.search(before) or _POINT.search(after)))


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


def _parts_long_word(text: str, start: int, end: int) -> bool:
    """Whether a sentence breaks off within 人民政府 or the like, of which each half is a word too."""
    before, after = _BEFORE.search(text, max(0, start - _REACH), start), _AFTER.match(text, end)
    if not before or not after:
        return False
    at = len(before[0])
    first, word = cut(before[0] + after[0]).word_at(at)
    if first >= at or len(word) < _LONG_WORD:
        return False
    line, on = line_before(text, start), line_behind(text, end)
    # What stands in lines of its own has no commas: the name of a body, a title.
    return len(line) >= _SENTENCE and bool(_POINT.search(line)) and bool(_POINT.search(on))


_WAYS = (parts_word, _begins_with_particle, _parts_amount, _parts_date, _parts_title, _parts_long_word, goes_on)


def _is_parted(before: str, after: str) -> bool:
    """Whether a word lies over the place between two stretches that is left with a single character on either side."""
    start, word = cut(before + after).word_at(len(before))
    return start < len(before) and len(word) > 1 and len(cut(before).words[-1]) == 1 and len(cut(after).words[0]) == 1
