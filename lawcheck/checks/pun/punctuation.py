"""PUN: punctuation marks (GB/T 15834)."""

from collections.abc import Iterator
from itertools import chain

from lawcheck.checks.authority import has_own_customs
from lawcheck.checks.lost_characters import lost_marks
from lawcheck.checks.pun.brackets import match_brackets
from lawcheck.checks.pun.nesting import end_of_statute_head
from lawcheck.checks.pun.number_points import points_beside_numbers
from lawcheck.checks.pun.stretch import stretch_after, stretch_before
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.verbatim import is_in_address, is_in_reference
from lawcheck.text.vocabulary.han import HAN

_FULL = {",": "，", ".": "。", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_OPENING = "(（〔《【"
_COMMON = "，：；（"
_MANY_PAIRS = 4
_NAME_STOP = Pattern("[，。；：！？\n《》,;]")
_INNER = Pattern("《[^《》\n]{1,80}》")
_SEPARATORS = "、，和及与或"
_LONGEST_NAME = 100
# Where a bracket must be closed at the latest, or was opened at the earliest; a title may hold brackets.
_TITLE_STOPS = "。；\n《》"
_STOPS = "。；\n()（）〔〕《》【】"
_FILE_TYPE = Pattern(r"\.[A-Za-z]{2,5}")
_POINTS = Pattern("[,:;?!]", first=",:;?!")
# So many in a row fill a blank, or divide; to widen them one by one would never end.
_ROW, _LONG_ROW = Pattern("[,:;?!]{4}"), 4
# Inside a line a dot may be a decimal point, part of a name or an address; after a Chinese word it ends the sentence.
_STOP = Pattern(f"\\.(?<=[{HAN}”’）》].)(?=[”’）)]?[ \t\u3000]{{0,8}}(?:\n|$))", first=".")
# Two sentences of some length, or a note and a sentence, with a dot between.
_STOP_INSIDE = Pattern(f"\\.(?=(?P<after>(?:[{HAN}][ \u3000]?){{4,40}}))", first=".")
_BEFORE_STOP = Pattern(f"(?:[{HAN}][ \u3000]?){{3,39}}[{HAN}]$")
_LONGEST_BEFORE = 80
_NUMBER_IN_BRACKETS = Pattern("[（(][一二三四五六七八九十0-9]{1,3}[）)]$")
# Words that sentences hold and foreign names do not.
_ADJUNCT = Pattern("[的了在和对要并应不将予各是有按与须可请把被让从向]|期")
_BLANK = Pattern(f"[ \u00a0]{{1,2}}(?=[{HAN}“‘《（【])")
_OPENING_QUOTES = ("“", "‘", "「", "（", "(")
_CLOSING_MARKS = ("”", "’", "）", "》")
_CLOSING_QUOTES = ("”", "’", "」", "）", ")")
_QUESTION = Pattern("[吗呢吧哪谁何啥么几]|怎|多少|是否|能否|可否|有没有|要不要|问")
_STOPS_AFTER = tuple("，。、；：！")
_SENTENCE_END = Pattern("[。！？!?；\n]")
_NEAR = 30
_LONGEST_NUMBER = 6
# How a note on the history of a statute ends.
_NOTE_END = Pattern("(?:修[正订改]|通过|批准|公布|发布|施行)$")
_LONGEST_END = 2
# A clause of so many characters is no part of a foreign name.
_SENTENCE = 6
# What makes the text around a sign Chinese.
_CHINESE = Pattern(f"[{HAN}\uf900-\ufaff“”‘’《》〈〉（）〔〕【】、。，；：！？…—]")


_SPACED = Pattern(f"[{HAN}”》）] {{1,2}}\\Z")
_SIGN_ENDS = Pattern(f" {{0,3}}(?:[{HAN}“《（]|\n|$)")


def halfwidth_punctuation(document: Document) -> Iterator[Finding]:
    """PUN001: half-width commas, stops, colons, semicolons, ? and !, and round brackets in Chinese."""
    text = document.text
    groups = sorted(_halfwidth_signs(document))
    custom = bool(groups) and _is_custom(document, len(groups))
    # Brackets that a text has in one width throughout are its look; some of another width are slips.
    pairs = sum(text[group[0]] in "()" for group in groups)
    one_width = pairs >= _MANY_PAIRS and "（" not in text and "）" not in text
    for group in groups:
        signs = [text[at] for at in group]
        variant = "custom" if custom else "brackets" if one_width and signs[0] in "()" else "default"
        values = {"half": "".join(signs), "full": "".join(_FULL[sign] for sign in signs)}
        edits = tuple(Edit(at, _end_of_sign(text, at), _FULL[text[at]]) for at in group)
        also = tuple((at, at + 1) for at in group[1:])
        yield Finding(group[0], group[0] + 1, values, variant, edits, also=also)
    signs_told = {at for group in groups for at in group}
    for at, full in points_beside_numbers(document):
        if at not in signs_told and not _is_verbatim(text, at):
            values = {"half": text[at], "full": full}
            yield Finding(at, at + 1, values, "custom" if custom else "default", (Edit(at, at + 1, full),))


def _is_custom(document: Document, found: int) -> bool:
    """Whether a school, a firm or a private writer types most signs so."""
    text = document.text
    return found >= sum(map(text.count, _COMMON)) and has_own_customs(document)


def _end_of_sign(text: str, at: int) -> int:
    """Where a sign ends with the blank that was typed after it: a full-width one has its room in itself."""
    blank = _BLANK.match(text, at + 1) if text[at] not in "()" else None
    return blank.end() if blank else at + 1


def _halfwidth_signs(document: Document) -> Iterator[tuple[int, ...]]:
    """The signs that are changed together: one, or the two brackets of a pair."""
    text = document.text
    # An ordinal with a comma (5,全面…) is a matter of STR007.
    numbered = (node for node in document.walk() if node.level != "annex")
    ordinals = {at for node in numbered for at in (node.body_start - 1, node.body_start)}
    lost = {at for start, end in lost_marks(text) for at in range(start, end)}
    points = (m.start() for m in _POINTS.finditer(text) if _is_chinese_point(text, m.start()) and m.start() not in lost)
    stops = chain((m.start() for m in _STOP.finditer(text)), _stops_inside(text))
    yield from ((at,) for at in chain(points, stops) if at not in ordinals and not _is_verbatim(text, at))
    if "(" not in text and ")" not in text:
        return
    for pair in match_brackets(text).pairs:
        halves = tuple(at for at in pair if text[at] in "()")
        if halves and _is_chinese_pair(text, *pair) and not is_in_reference(text, halves[0]):
            yield halves


def _stops_inside(text: str) -> Iterator[int]:
    """Dots between two sentences of one line; a dot between two names is none."""
    for match in _STOP_INSIDE.finditer(text):
        at = match.start()
        if text[at - 1 : at] in _CLOSING_MARKS:
            if not _NUMBER_IN_BRACKETS.search(text, max(0, at - _LONGEST_NUMBER), at):
                yield at
            continue
        before = _BEFORE_STOP.search(text, max(0, at - _LONGEST_BEFORE), at)
        words = (before[0], match["after"]) if before else ()
        said = sum(bool(_ADJUNCT.search(word)) for word in words)
        if said == 2 or (said and min(map(len, words)) >= _SENTENCE):
            yield at


def _is_verbatim(text: str, at: int) -> bool:
    """Whether a sign is written as it stands elsewhere, or is itself what a quotation is about."""
    if text[at - 1 : at] in _OPENING_QUOTES and text[at + 1 : at + 2] in _CLOSING_QUOTES:
        return True
    return is_in_reference(text, at) or is_in_address(text, at, at + 1)


def _is_chinese_point(text: str, at: int) -> bool:
    if _ROW.search(text, max(0, at - _LONG_ROW + 1), at + _LONG_ROW):
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    # A character that was lost in conversion looks like a question mark, too.
    if text[at] == "?" and (after in _STOPS_AFTER or not _asks(text, at)):
        return False
    # What is left of an entity of a web page, as in 编&; 辑, is residue (OCR014).
    if before == "&":
        return False
    if before == " ":
        # Recognition makes a blank of the empty half of a full-width sign: 通知如下 :
        return bool(_SPACED.search(text, max(0, at - 3), at)) and bool(_SIGN_ENDS.match(text, at + 1))
    if _CHINESE.match(before):
        return True
    return bool(before.strip()) and bool(_CHINESE.match(after))


def _asks(text: str, at: int) -> bool:
    """Whether the sentence before a place has the word of a question."""
    sentence = text[max(0, at - _NEAR) : at]
    return bool(_QUESTION.search(_SENTENCE_END.compiled.split(sentence)[-1]))


def _is_chinese_pair(text: str, first: int, last: int) -> bool:
    """A pair is Chinese when a Chinese character stands in it, or beside it and no Latin one before it."""
    if _FILE_TYPE.match(text, last + 1):
        return False
    if last - first <= 60 and _CHINESE.search(text, first + 1, last):
        return True
    before, after = text[first - 1 : first], text[last + 1 : last + 2]
    if before.isascii() and (before.isalnum() or before == "]"):
        return False
    return bool(_CHINESE.match(before) or _CHINESE.match(after))


# 《《示例办法》提出; but 《《示例条例》实施细则 has lost the mark at its end.
_DOUBLED = Pattern(
    "《《[^《》\n]{2,60}》(?!的?(?:实施|施行|贯彻|适用|有关|若干|执行|修[正改订]|释义|解[释读]|配套|补充|修正))",
    needs=("《《",),
)


def unbalanced_bracket(document: Document) -> Iterator[Finding]:
    """PUN003: a bracket or title mark without its partner, and the stretch in which the partner must have stood."""
    text = document.text
    head = end_of_statute_head(document)
    for at in match_brackets(text).lonely:
        values = {"sign": text[at]}
        if text[at] == "《":
            doubled = _DOUBLED.match(text, at) is not None
            yield Finding(at, at + 1 if doubled else _name_end(text, at), values, "open")
        elif text[at] in _OPENING:
            yield Finding(at, stretch_after(text, at, _STOPS), values, "open")
        else:
            stops = _TITLE_STOPS if text[at] == "》" else _STOPS
            variant = "note" if at < head and _NOTE_END.search(text, max(0, at - _LONGEST_END), at) else "default"
            yield Finding(stretch_before(text, at, stops), at + 1, values, variant)


def _name_end(text: str, at: int) -> int:
    """Where a title that was opened at `at` must have ended at the latest; titles inside it are passed over."""
    end = at + 1
    while True:
        stop = _NAME_STOP.search(text, end, at + _LONGEST_NAME)
        if stop is None:
            return min(len(text), at + _LONGEST_NAME)
        inner = _INNER.match(text, stop.start())
        if inner is None or text[stop.start() - 1] in _SEPARATORS:
            return stop.start()
        end = inner.end()


# Three or more quoted or quoted-with-verb members of equal build: 增强“…”、坚定“…”，做到“…”
_MEMBER = f"[{HAN}]{{0,4}}“[^“”\n]{{1,12}}”"
_SERIES = Pattern(f"“[^“”\n]{{1,12}}”(?:[、，,]{_MEMBER}){{2,12}}")
_BETWEEN = Pattern("(?<=”)[、，,]")


def mixed_separators(document: Document) -> Iterator[Finding]:
    """PUN014: a row of quoted members that is divided by both 、 and ，."""
    for series in _SERIES.finditer(document.text):
        signs = list(_BETWEEN.finditer(document.text, series.start(), series.end()))
        commas = [sign for sign in signs if sign[0] != "、"]
        if 0 < len(commas) < len(signs):
            # The rarer sign is the odd one; a tie goes to the comma.
            odd = commas if 2 * len(commas) <= len(signs) else [sign for sign in signs if sign[0] == "、"]
            for sign in odd:
                yield Finding(sign.start(), sign.end(), {"sign": sign[0]})
