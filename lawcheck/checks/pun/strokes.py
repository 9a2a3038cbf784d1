"""Dashes, dots and repeated signs (PUN009–PUN012)."""

import re
from collections.abc import Iterator
from string import ascii_letters, digits

from lawcheck.checks.authority import has_own_customs
from lawcheck.checks.likelihood import is_word
from lawcheck.checks.opened_marks import is_title_open
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import MONTH
from lawcheck.text.vocabulary.han import HAN, is_han

_TEXT_BEFORE = Pattern(f"[{HAN}、，”》）][ \u3000]?$")
_ELLIPSIS = Pattern(r"\.{3,}|。{3,}|…+")
# More dots than this lead to a page number in a table of contents.
_MOST_DOTS = 6
_PAGE = Pattern(r"[ \t\u3000]{0,8}[0-9]")
_OPEN_LIST = Pattern("[、，,]")
_NEAR = 20


def ellipsis_form(document: Document) -> Iterator[Finding]:
    """PUN009: dots in the place of ……, half an ellipsis, and one beside 等, which says the same."""
    text = document.text
    if not any(sign in text for sign in ("...", "。。。", "…")):
        return
    for match in _ELLIPSIS.finditer(text):
        start, end = match.span()
        if not _TEXT_BEFORE.search(text, max(0, start - 2), start) or _PAGE.match(text, end):
            continue
        if match[0] == "……":
            if text.startswith("等", end) or _ends_in_deng(text, start):
                # At the end of a line it was the only stop.
                stop = "。" if text[end : end + 1] in ("", "\n") else ""
                yield Finding(start, end, {}, "deng", (Edit(start, end, stop),))
        elif match[0] == "…" or (match[0][0] != "…" and len(match[0]) <= _MOST_DOTS):
            yield Finding(start, end, {"found": match[0]}, edits=(Edit(start, end, "……"),))


def _ends_in_deng(text: str, at: int) -> bool:
    """Whether 等 ends a list before this place."""
    return text[at - 1] == "等" and bool(_OPEN_LIST.search(text, max(0, at - _NEAR), at))


# A dash that opens a line, and half-width ones between Chinese text. A single dash between words is a connector.
_OPENING = Pattern(f"(?:—|-{{2}}|－{{1,2}}|一一)(?=[{HAN}“《])")
_INSIDE = Pattern("--|－－", first="-－")
_NUMERAL_AFTER = Pattern("[一二三四五六七八九十〇○年月日]|对应|列举")


def dash_form(document: Document) -> Iterator[Finding]:
    """PUN010: a dash of half its length, or made of other strokes."""
    text = document.text
    for paragraph in document.paragraphs:
        match = _OPENING.match(text, paragraph.start, paragraph.end)
        if match and not (match[0] == "一一" and _NUMERAL_AFTER.match(text, match.end())):
            yield _dash(match)
    for match in _INSIDE.finditer(text):
        if _is_text(text, match.start() - 1) and _is_text(text, match.end()):
            # It may stand for a connector (总部—基地) as well: that is for a reader to say.
            yield _dash(match, unsafe=True)


def _dash(match: re.Match[str], unsafe: bool = False) -> Finding:
    return Finding(*match.span(), {"found": match[0]}, edits=(Edit(*match.span(), "——"),), unsafe=unsafe)


def _is_text(text: str, at: int) -> bool:
    return 0 <= at < len(text) and (is_han(text[at]) or text[at] in "“”《》（）")


_HYPHENS = ("-", "－")
_LONGEST_TITLE = 80
_RIGHT = Pattern("(?<=[0-9年月日%])[—～](?=[0-9])")
_TIME = "年|月|日"
_UNITS = (
    "学?年(?![级期制])|月|日|天|周|岁|个|名|人(?![员口])|项(?!目)|家|次|件|倍|元|万|亿|公里|千米|毫米|厘米|米|亩|公顷"
    "|吨|公斤|千克|克|小时|分钟|秒|[%％‰℃]|户|所|处|套|台|辆|只|篇|场|层|千瓦|兆瓦"
    "|[种支株棵颗头匹粒幅副双对排列组轮趟遍本册句份笔例股段瓶箱包袋盒桶罐碗把架艘枚类批]"
)
# Strokes of every length and code point, for people type the one that looks like it.
_STROKES = "—–―－﹣−‐‑-"
_WAVES = "~～∼˜〜"
# 一一 is typed for the dash.
_CONNECTOR = Pattern(
    f"[{_STROKES}]{{1,3}}|[{_WAVES}]{{2}}|一一(?=[0-9])(?<=[0-9年月日]一一)", first=_STROKES + _WAVES + "一"
)
_FIRST = Pattern(rf"(?P<first>[0-9０-９]{{1,6}}(?:\.[0-9]{{1,3}})?)(?P<unit>{_TIME}|[%％‰])?$")
_LAST = Pattern(rf"(?P<last>[0-9０-９]{{1,6}}(?:\.[0-9]{{1,3}})?)(?:(?P<unit>{_UNITS})|(?=[)）]))")
# A measure word is any character behind two short numbers that does not end a code or an ordinal: 10-15支, but not
# 3-2号, 2-1班, 1-3所示. A word that goes on with the sentence is none either: 见3-5和3-6.
_ANY_UNIT = Pattern(
    rf"(?P<last>[1-9][0-9]{{0,3}})(?P<unit>(?!座(?![{HAN}])|[号楼栋幢室型式级班组档图表款册章节线路段街院版批期排轴地条届标页册格列行"
    rf"和及与或为是在的等至到由对以并按从所中内外上下左右有无不要可应须将被比胜负平落领转时第])[{HAN}])"
)
_PLAIN = Pattern(r"[1-9][0-9]{0,3}")
# Telephone numbers and scores: 电话555-8000转, 比分3-5.
_NO_AMOUNT_BEFORE = "话机线真分比"
_WIDEST = 10
_HOURS = Pattern(f"(?:^|[^0-9:：{_STROKES}])[0-9]{{1,2}}[:：][0-9]{{2}}$")
_HOUR = Pattern(f"[0-9]{{1,2}}[:：][0-9]{{2}}(?![0-9:：{_STROKES}])")
# 9月3号-5号, which would be numbers of houses without the month.
_SPOKEN_DAY = Pattern("月[0-9]{1,2}号$")
_SPOKEN_LAST = Pattern(f"(?:{MONTH}月)?[0-9]{{1,2}}号(?![0-9楼院])")
_LONGEST = 12
_LOST = ("?", "\ufffd", "□")
# Before the first number these make it part of a code, of a number of a table or of an ordinal.
_CODE = frozenset(ascii_letters + digits + _STROKES + "._/～~+*×第表图件号款栋")


def range_connector(document: Document) -> Iterator[Finding]:
    """PUN011: a hyphen or a double dash between the ends of a span of years, days or amounts."""
    text = document.text
    found: list[tuple[int, int, str]] = []
    for match in _CONNECTOR.finditer(text):
        # A single — or ～ is what belongs here.
        right = "" if match[0] == "—" else _connector(text, *match.span())
        if right:
            found.append((*match.span(), right))
    hyphens = [start for start, end, _ in found if text[start:end] in _HYPHENS]
    # The hyphen of the keyboard throughout is a habit that nobody misreads, and beside the right sign a slip; but
    # schools, firms and private writers mix them.
    right_ones = len(_RIGHT.compiled.findall(text)) if hyphens else 0
    custom = not right_ones or (len(hyphens) >= right_ones and has_own_customs(document))
    for start, end, right in found:
        sign = text[start:end]
        # A title that is cited is written as it was issued.
        cited = _is_cited(text, start)
        variant = "cited" if cited else "custom" if custom and sign in _HYPHENS else "default"
        yield Finding(start, end, {"found": sign, "right": right}, variant, (Edit(start, end, right),))


def _is_cited(text: str, at: int) -> bool:
    before = text[max(0, at - _LONGEST_TITLE) : at].rpartition("\n")[2]
    return is_title_open(before)


def _connector(text: str, start: int, end: int) -> str:
    """The connector that belongs here; "" where it is not certain that this is a range."""
    window = text[max(0, start - _LONGEST) : start]
    if _HOURS.search(window):
        return "—" if _HOUR.match(text, end) else ""
    if _SPOKEN_DAY.search(window) and _SPOKEN_LAST.match(text, end):
        return "—"
    first, last = _FIRST.search(window), _LAST.match(text, end)
    measured = last is not None
    if first and last is None and not first["unit"] and _PLAIN.fullmatch(first["first"]):
        last = _ANY_UNIT.match(text, end)
        narrow = last is not None and int(last["last"]) <= _WIDEST * int(first["first"])
        # The character may begin a word of its own: 主队以1-3告负.
        begins_word = last is not None and is_word(text[last.start("unit") : last.end("unit") + 1])
        if not narrow or begins_word or window[: first.start()][-1:] in tuple(_NO_AMOUNT_BEFORE):
            return ""
    if first is None or last is None:
        return ""
    # 代表5-7人 is no number of a table.
    before = window[: first.start()].removesuffix("代表")[-1:] or window[: first.start()][-1:]
    if (not before and start > _LONGEST) or (before in _CODE and before):
        return ""
    years = all(_is_year(m) for m in (first["first"], last["last"]))
    rising = float(first["first"]) < float(last["last"])
    if last["unit"] is None:
        return "—" if years and rising and before in ("(", "（") else ""
    if first["unit"]:
        same = (first["unit"] in _TIME and last["unit"] in _TIME) or first["unit"] == last["unit"]
        return ("—" if first["unit"] in _TIME else "～") if same else ""
    # 2000--3000元: that one of them might be a year tells nothing where both count.
    counts = measured and not last["unit"].endswith(("年", "月", "日"))
    if not rising or (_is_year(first["first"]) != _is_year(last["last"]) and not counts):
        return ""
    return "—" if years or last["unit"] in ("月", "日") else "～"


def _is_year(number: str) -> bool:
    return len(number) == 4 and number.isdecimal() and 1900 <= int(number) <= 2099


_POINTS = "，。、；：！？"
_REPEATED = Pattern("[，。、；：！？][，。、；：]")
_RUN = Pattern(f"[{_POINTS}]+")
_STRENGTH = {sign: rank for rank, sign in enumerate("、，：；。？！")}
# What a colon after these introduces has been lost or was never meant; after any other short word the colon is that
# of a label whose value is left open.
_LABEL = Pattern(f"(?:^|[\n \t\u3000，。；：、,.;:．（(|]|[0-9０-９]|[）)])[{HAN}]{{1,12}}$")
_LEAD_IN = Pattern("(?:做到|坚持|如下|下列|以下|包括|说|道|指出|强调|认为|规定|要求|即|为|是)$")
_LONGEST_LABEL = 14
_BARE_NUMBER = Pattern("(?:^|\n)[ \t\u3000]*[一二三四五六七八九十0-9０-９]{1,3}$")
_LONGEST_NUMBER = 8
_BEFORE_CLOSING = Pattern("[，、；](?=[）》])", first="，、；")
# 由各组承办。（9月3日）。
_ROUND_NOTE = Pattern(f"(?<=[{HAN}”》0-9])(?P<first>。)[（(][^（）()\n。]{{1,60}}[）)]。", needs=("。（", "。("))
# 46平方米。.
_HALF_BEHIND = Pattern("[，。；](?P<half>[.,;])(?![.,;0-9A-Za-z])", first="，。；")
_NO_WORD = (*"，。、；：！？（《“”…_ \u3000\n", "")


def repeated_punctuation(document: Document) -> Iterator[Finding]:
    """PUN012: one point twice, two that cannot stand side by side, or one at the end of a note in brackets."""
    text = document.text
    yield from _before_bracket(text)
    for match in _ROUND_NOTE.finditer(text):
        yield Finding(*match.span(), {"found": "。"}, "around", (Edit(*match.span("first"), ""),), unsafe=True)
    for match in _HALF_BEHIND.finditer(text):
        yield Finding(*match.span(), {"found": match[0]}, edits=(Edit(*match.span("half"), ""),), unsafe=True)
    ordinals: set[int] | None = None
    end = 0
    for match in _REPEATED.finditer(text):
        if match.start() < end:
            continue
        run = _RUN.match(text, match.start())
        assert run is not None
        start, end = run.span()
        # Three full stops are an ellipsis (PUN009); a row of several signs is about the signs.
        if (set(run[0]) == {"。"} and len(run[0]) > 2) or len(set(run[0])) > 2:
            continue
        # 责任单位：、区水利局 is filled in.
        if run[0][0] == "：" and run[0][1] not in "：、" and _is_empty_label(text, start):
            continue
        # Beside a character that was lost in conversion the points are what became of others.
        if text[start - 1 : start] in _LOST or text[end : end + 1] in _LOST:
            continue
        if ordinals is None:
            ordinals = {node.body_start for node in document.walk()}
        # The point of an ordinal stays, whatever follows it.
        if start + 1 in ordinals:
            yield Finding(start, end, {"found": run[0]}, edits=(Edit(start + 1, end, ""),))
            continue
        # What would only now become an ordinal brings a heading with it.
        unsafe = len(run[0]) > 2 or bool(_BARE_NUMBER.search(text[max(0, start - _LONGEST_NUMBER) : start]))
        yield Finding(start, end, {"found": run[0]}, edits=_one_point(run[0], start, end), unsafe=unsafe)


def _before_bracket(text: str) -> Iterator[Finding]:
    """Points that divide what is in brackets from nothing; something may have been lost behind them."""
    for match in _BEFORE_CLOSING.finditer(text):
        at = match.start()
        # （。，、；） is about the signs, and a form leaves what is asked for open.
        if text[at - 1 : at] not in _NO_WORD:
            yield Finding(at, at + 1, {"found": text[at]}, "bracket", (Edit(at, at + 1, ""),), unsafe=True)


def _one_point(run: str, start: int, end: int) -> tuple[Edit, ...]:
    """What leaves one point of a run; nothing where it may be that a word was lost between two."""
    first, last = run[0], run[-1]
    if len(set(run)) > 1:
        lost = first == "、" and last != "，"
        if lost or len(run) > 2 or _STRENGTH[last] < _STRENGTH[first] or first == "：":
            return ()
    return (Edit(start, end, last),)


def _is_empty_label(text: str, at: int) -> bool:
    """Whether a colon ends a label, of a form or a contact, for which nothing is filled in."""
    before = text[max(0, at - _LONGEST_LABEL) : at]
    return bool(_LABEL.search(before)) and not _LEAD_IN.search(before)
