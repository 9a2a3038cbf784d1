"""Letters in the place of digits and signs (OCR007), and runs that no longer say anything (OCR010)."""

from collections import Counter
from collections.abc import Iterator
from string import ascii_letters, digits

from lawcheck.checks.lexicon import commonness, is_listed
from lawcheck.checks.lost_characters import lost_boxes, lost_marks
from lawcheck.checks.ocr.figure_slots import DIGIT_LIKE, TO_FIGURES, misread_figures, misread_standards
from lawcheck.checks.ocr.misread_stops import is_marked, misread_stops
from lawcheck.checks.scanned import is_misread, is_scanned
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN, is_han, unusual_characters
from lawcheck.text.vocabulary.numerals import MEASURES

_BEFORE_STOP = Pattern(f"[{HAN}”’》）〕]")
_AFTER_STOP = Pattern(f"[{HAN}“‘《（]|\\s*$|\\n")
_ROUND = Pattern("[Oo]", first="Oo")
# 二O二四 is a matter of NUM007; in 甲O乙 and O型 the letter is meant.
_CHINESE_DIGITS = "〇零一二三四五六七八九十年"
_STANDING_FOR_NAMES = "甲乙丙丁戊某×"
_AFTER_LETTER = "型形圈泡"
# The parts of a building are called by letters: B2层O区。
_PART = Pattern(f"[区座栋楼](?![{HAN}])", first="区座栋楼")

_YEAR = Pattern("[12lI|][0-9OoQDlI|ZSB]{3}(?=[年—－–至~～])", first="12lI|")
_COUNTED = "年月日号%％个万亿元项家条名户人次天时分周件处期章"
_LONG_NUMBER = Pattern(f"(?<![A-Za-z0-9._/-])[lI](?=[l0-9O]{{0,4}}[0-9O])[lI0-9O]{{1,5}}(?=[{_COUNTED}])", first="lI")
# 第l章: what is numbered has a figure there; 第I章 and 第II章 are Roman.
_NUMBERED = Pattern("(?<=第)(?!I+[条章节款项届次])[lIO0-9]{1,3}(?=[条章节款项届次])", needs=("第",))
_AMOUNT = Pattern(f"[0-9][OolI][0-9OolI]{{0,8}}(?=[{_COUNTED}])", first=digits)
# A letter between figures, whatever is counted: 2O0把.
_BETWEEN_FIGURES = Pattern(f"[0-9]{{1,4}}[Ool][0-9]{{1,4}}(?=[{HAN}])", first=digits)
# I类 and O型 are letters, and I1 may be a name: only what is counted begins with a misread figure.
_FIRST = Pattern(f"(?<![A-Za-z0-9._/-])[lIO][0-9]{{1,4}}(?=[{_COUNTED}])(?!处理器)", first="lIO")
# l8.6亿元, 1O.5%, 3.l万元: I.2 alone may be the number of a part.
_DECIMAL = Pattern(
    r"(?<![A-Za-z0-9._/-])(?=[0-9.]{0,8}[OlI])(?=[OlI.]{0,8}[0-9])(?!I{1,3}\.)[0-9OlI]{1,5}\.[0-9OlI]{1,4}(?=[万亿元%％倍米亩吨])",
    first="OlI" + digits,
)
# Roman figures: Ill级, lV级, 1V级.
_ROMAN = Pattern("(?<![A-Za-z0-9._/-])(?:[IVX1]{0,3}l[IVXl1]{0,3}|1[VX])(?=[级类型期度档])", first="IVXl1")
_ROMAN_RIGHT = Pattern("I{1,3}|I?V|VI{1,3}|I?X|XI{1,3}")

_DIGITS_BEFORE = Pattern("[0-9]*$")
_LONGEST_NUMBER = 8
# A letter or digit before it makes it part of a code.
_CODE = frozenset(ascii_letters + digits + "-._")

# Kana where a character stood: the の of forums, and what looks alike. Two of them in a row are Japanese.
_KANA_OF = {
    "の": "的",
    "ニ": "二",
    "ロ": "口",
    "エ": "工",
    "カ": "力",
    "タ": "夕",
    "ト": "卜",
    "ハ": "八",
    "チ": "千",
    "オ": "才",
    "ミ": "三",
}
_KANA = Pattern(f"(?<=[{HAN}”》）])[{''.join(_KANA_OF)}](?=[{HAN}“《])", first="".join(_KANA_OF))
_OTHER_KANA = Pattern("[\u3041-\u30ff]")
_KANA_REACH = 3
_LATIN_OF = dict(zip("АВЕЅІЈКМНОРСТХаеорсухіΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABESIJKMHOPCTXaeopcyxiABEZHIKMNOPTYXo", strict=True))
_FOREIGN = Pattern("[\u0370-\u03ff\u0400-\u04ff]+")


def latin_lookalike(document: Document) -> Iterator[Finding]:
    """OCR007: a letter where a full stop, a digit or a Latin letter belongs: 落实O各区, 20l5年, Cyrillic А in A级."""
    text, unusual = document.text, unusual_characters(document.text)
    if _ROUND.search(unusual):
        starts = {node.start for node in document.walk()}
        for match in _ROUND.finditer(text):
            if _is_stop(text, match.start(), starts):
                yield _finding(match.start(), match[0], "。")
    if any(letter in unusual for letter in DIGIT_LIKE):
        told = list(_letters_in_numbers(text))
        yield from told
        yield from _roman_figures(text)
        known = {finding.start for finding in told}
        for start, end in misread_standards(text):
            if start not in known:
                yield _finding(start, text[start:end], text[start:end].translate(TO_FIGURES))
    for start, end, variant in misread_stops(text) if is_misread(document) else ():
        yield Finding(start, end, {"found": text[start:end]}, variant)
    for match in _FOREIGN.finditer(text) if _FOREIGN.search(unusual) else ():
        if all(c in _LATIN_OF for c in match[0]) and _is_latin(text, match.start(), match.end()):
            yield _finding(match.start(), match[0], "".join(_LATIN_OF[c] for c in match[0]))
    yield from _kana(text)


def _finding(start: int, found: str, right: str) -> Finding:
    end = start + len(found)
    return Finding(start, end, {"found": found, "right": right}, edits=(Edit(start, end, right),))


def _is_stop(text: str, at: int, starts: set[int]) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not _BEFORE_STOP.match(before) or not (_AFTER_STOP.match(text, at + 1) or at + 1 in starts):
        return False
    if after and (after in _AFTER_LETTER or _PART.match(text, at + 1)):
        return False
    return not any(before in words and after in words for words in (_CHINESE_DIGITS, _STANDING_FOR_NAMES))


def _letters_in_numbers(text: str) -> Iterator[Finding]:
    end = 0
    forms = (_YEAR, _AMOUNT, _DECIMAL, _FIRST, _LONG_NUMBER, _NUMBERED, _BETWEEN_FIGURES)
    found = [(m.start(), m.end(), p is _YEAR) for p in forms for m in p.finditer(text)]
    found += [(*span, False) for span in misread_figures(text)]
    # The longest of those that begin at one place.
    matches = sorted(found, key=lambda each: (each[0], -each[1]))
    for start, stop, is_year in matches:
        if not is_year and text[start].isdecimal():
            start -= len(_DIGITS_BEFORE.compiled.findall(text[max(0, start - _LONGEST_NUMBER) : start])[0])
        number = text[start:stop]
        right = number.translate(TO_FIGURES)
        inside_code = start > 0 and text[start - 1] in _CODE
        if start < end or right == number or inside_code:
            continue
        if not is_year or (any(c.isdigit() for c in number) and "1900" <= right <= "2099"):
            end = stop
            yield _finding(start, number, right)


def _kana(text: str) -> Iterator[Finding]:
    """Kana by itself between Chinese characters, outside of names in quotation or title marks."""
    for match in _KANA.finditer(text):
        start, end = match.span()
        near = text[max(0, start - _KANA_REACH) : start] + text[end : end + _KANA_REACH]
        if not _OTHER_KANA.search(near) and not is_marked(text, start):
            yield _finding(start, match[0], _KANA_OF[match[0]])


def _roman_figures(text: str) -> Iterator[Finding]:
    for match in _ROMAN.finditer(text):
        right = match[0].replace("l", "I").replace("1", "I")
        if len(right) > 1 and _ROMAN_RIGHT.fullmatch(right):
            yield _finding(match.start(), match[0], right)


def _is_latin(text: str, start: int, end: int) -> bool:
    """Whether the letters touch Latin letters or digits, or one stands alone between Chinese characters."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if any(c.isascii() and c.isalnum() for c in before + after):
        return True
    return end - start == 1 and is_han(before) and is_han(after)


# Parts of characters: what recognition leaves of a character that it tore apart.
_PIECES = "亠冂冖冫凵勹匚卩厶廴廾彐彡彳攵灬癶礻罒耂艹虍衤覀辶阝饣钅纟讠忄扌氵犭丶丿亅宀"
_PIECE = Pattern(f"[{_PIECES}][{_PIECES}A-Za-z□]*", first=_PIECES)
_TAIL = Pattern(
    f"[”’](?P<run>[{HAN}]{{0,2}}[口囗土士日曰{_PIECES}][{HAN}]{{0,2}}[A-Za-z□])(?![A-Za-z0-9])",
    first="”’",
)
_SIGNS = r"\^~_=\\|#@$&■◆●▲▼¤§¨¬`´*"
_JUNK = Pattern(f"[{_SIGNS}]{{2,12}}")
_ODD = Pattern(f"[□■〓{_SIGNS}]")
_LETTER = Pattern("[A-Za-z□]")
# A letter, digit or point that tears a common word apart: 推l进, 信.息. Counts stand between words: 近3年, 每年n次.
_LONE = Pattern(f"[A-Za-z0-9.．·](?=[{HAN}])(?<=[{HAN}].)")
_COUNTING = frozenset(
    "第近每前后约共达满超各首末头逾仅年月日时分秒个项家次人名条种级类岁户亩米元倍届批期章节款位号男女死伤"
)
_COMMON = 7
# Outside of counts no figure stands between two characters that are a word: 拥1挤.
_COMMON_AROUND_FIGURE = 4
_TWICE = Pattern(f"([{HAN}])(?=\\1[，。；：、）])(?<=[{HAN}]{{2}})")
# Words of their own: 群众个个
_DOUBLES = frozenset(
    {"个个", "常常", "处处", "家家", "天天", "年年", "事事", "时时", "层层", "多多", "种种", "往往", "样样", "代代"}
)
# 职责k的: a small letter by itself between words, which no text has but as a sign that it explains or counts with;
# e and i begin names (e租, i志愿).
_SMALL = Pattern(f"(?<=[{HAN}]{{2}})[a-df-hj-z](?=[{HAN}]{{2}})", first="abcdfghjklmnopqrstuvwxyz")
_BEHIND_SMALL = frozenset("型类级线值轴组股等个座区栋楼店房费点位项列表代族家粒米球号层种倍由为是表代")
_BEFORE_SMALL = frozenset("设取令为当若由按每乘除加减以用第和与或即数值量率余")
# In a scan: letters by themselves on a line, or far behind it.
_STRAY = Pattern(r"(?m)(?:^|(?<= {3}))[A-Za-z]{1,5}(?=[ ]{0,40}$)")


def garbled_run(document: Document) -> Iterator[Finding]:
    """OCR010: characters that say nothing: pieces of torn ones, a lone letter after a quotation, heaps of signs."""
    text, unusual = document.text, unusual_characters(document.text)
    runs = [match.span("run") for match in _TAIL.finditer(text)] if _LETTER.search(unusual) else []
    runs += [m.span() for m in _PIECE.finditer(text) if _beside_han(text, m.start(), m.end(), 1)]
    torn = list(_torn_words(text))
    yield from torn
    if _LETTER.search(unusual):
        inside = {found.start + 1 for found in torn}
        runs += [span for span in _stray_letters(text) if span[0] not in inside]
    if _ODD.search(unusual):
        runs += _odd_signs(text)
    if is_scanned(document):
        runs += [match.span() for match in _STRAY.finditer(text)]
        yield from _doubled(text)
    for start, stop in lost_marks(text):
        yield Finding(start, stop, {"found": text[start:stop]}, "lost")
    end = 0
    for start, stop in sorted(runs):
        if start >= end:
            end = stop
            yield Finding(start, stop, {"found": text[start:stop]})


def _stray_letters(text: str) -> list[tuple[int, int]]:
    """The small letter that stands between words once; what stands there again is a sign of the text."""
    found = [
        match.span()
        for match in _SMALL.finditer(text)
        if text[match.end()] not in _BEHIND_SMALL and text[match.start() - 1] not in _BEFORE_SMALL
    ]
    letters = Counter(text[start] for start, _ in found)
    return [(start, end) for start, end in found if letters[text[start]] == 1]


def _odd_signs(text: str) -> Iterator[tuple[int, int]]:
    for match in _JUNK.finditer(text):
        if len(set(match[0])) > 1 and _beside_han(text, match.start(), match.end(), 2):
            yield match.span()
    yield from lost_boxes(text)


def _torn_words(text: str) -> Iterator[Finding]:
    """Letters, digits and points that tear a common word apart, where no word begins or ends at them."""
    for match in _LONE.finditer(text):
        at = match.start()
        before, after = text[at - 1], text[at + 1]
        least = _COMMON_AROUND_FIGURE if match[0].isdecimal() else _COMMON
        if before in _COUNTING or after in _COUNTING or commonness(before + after) < least:
            continue
        # 琴房3间 and 仰角3度 are counted.
        if match[0].isdecimal() and after in MEASURES:
            continue
        if not (is_listed(text[at - 2 : at]) or is_listed(text[at + 1 : at + 3])):
            yield Finding(at - 1, at + 2, {"found": text[at - 1 : at + 2], "right": before + after}, "torn")


def _doubled(text: str) -> Iterator[Finding]:
    """Last characters of words that stand there twice before a sign: 负责人人、; 常常， and 家家户户， are words."""
    for match in _TWICE.finditer(text):
        at = match.start()
        word = next((text[s : at + 1] for s in (at - 2, at - 1) if s >= 0 and is_listed(text[s : at + 1])), "")
        start = at + 1 - len(word)
        # 规规矩矩 doubles both.
        both = text[max(0, start - 1) : start] == word[:1]
        if word and not both and text[at] not in word[:-1] and text[at : at + 2] not in _DOUBLES:
            yield Finding(start, at + 2, {"found": text[start : at + 2], "right": word}, "torn")


def _beside_han(text: str, start: int, end: int, sides: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return is_han(before) + is_han(after) >= sides
