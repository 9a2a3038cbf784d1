"""How likely a candidate is an ordinal, judged by its surroundings: log-odds, positive when it probably is one.

The weights were set by hand on published plans whose line breaks were taken away, as they are and damaged as copies
are (half-width signs, `1 .`, `(-)`, counters in mid-word): of 3,031 ordinals of 97 plans 5 are lost,
damaged 7; of 730 of 21 plans that were kept apart until the last two changes none, damaged 1.
"""

from bisect import bisect_right

from lawcheck.structure.following_figures import NO_ORDINAL, before_figures
from lawcheck.structure.frame_tails import SPOKEN
from lawcheck.structure.lexer import Candidate
from lawcheck.structure.noted_numbers import noted_numbers
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import CONNECTOR, GAP, YEAR
from lawcheck.text.vocabulary.han import is_han
from lawcheck.text.vocabulary.numerals import chinese_numeral
from lawcheck.text.vocabulary.sentences import SENTENCE_ENDS

AT_LINE_START = 14.0
# The line before stops in the middle of a sentence: a marker of segments stands where the text was cut, in mid-word.
_AT_CUT = 7.0

_BEFORE = {
    **dict.fromkeys("。！？!?", 3.0),
    **dict.fromkeys("；;", 2.5),
    **dict.fromkeys("：:", 2.0),
    **dict.fromkeys("）)〕】", 1.5),
    **dict.fromkeys("”》…", 0.5),
    **dict.fromkeys("、，,", -6.0),
    **dict.fromkeys("（(《“‘〈〔【", -6.0),
    **dict.fromkeys(".．%％/／-—－～~+", -8.0),
}
_IN_SENTENCE = -3.0
# At the start of a line A. and Ⅰ. begin a list or go on with one; alone they may be anything. So may 7.16: only as the
# first or the next of a list the number is more likely an ordinal than a date or an amount.
_LISTED_ONLY = -10.0
_LETTER_IN_LINE = 0.5
_LETTER_REACH = 300
# After a stop, 二是 and ② count and nothing else.
_COUNTING = 2.0
_NUMBER_WITH_DOT = -9.5
# A number without a point at the start of a line is an ordinal only as the next of a list that is open.
_NUMBER_ALONE = -16.8
# Inside a line one behind a sentence counts only together with the next of its list.
_NUMBER_IN_LINE = -4.5
_BEHIND_SENTENCE = _BEFORE["。"]
# 附件1 behind the date of a signature.
_BEHIND_SIGNATURE = 6.0
_DATE_END = Pattern("[0-9〇○零一二三四五六七八九十][ ]?[月日][ ]?$")
# 1.1 just behind 一、 or 1., 1.3.1 just behind 1.3.
_GOES_ON = 1.5
_AFTER_HEADING = -0.5
_AFTER_UNITS = 5.0

# A heading that runs into the next marker is not longer than this.
_HEADING = 45
_LABEL = Pattern(r"(?:单位|部门|單位|部門)[ \u3000]{0,2}[:：]", first="单部單")
_LABEL_REACH = 200
_SENTENCE_END = Pattern(f"[{SENTENCE_ENDS};]")
_LINE_OR_SENTENCE = Pattern(f"[{SENTENCE_ENDS};\n：:]")
# 4 月份, 5 个街道, 3 年内: a number and what it counts.
_COUNTED_THINGS = Pattern(
    r"月(?:份|底|初|末|中旬|上旬|下旬)|年(?![度检终鉴报轻华货])|日(?![常程志间用])|元(?![旦宵素])|万(?![里家村企众达])|亿|吨(?!位)"
    r"|倍(?!增)|个(?![人体性别案税])|小时|分钟|公[里斤顷]|平方|人次|份(?!额)|[辆艘架株棵篇]|件(?![数套])|项(?!目)"
    "|家(?![庭长园政具电校禽访])|户(?![籍外型口主均])|台(?![账历湾风帐阶])|所(?![有属需在得以谓称列涉获辖见])|名(?![称单录额牌胜义优师家企校贵次目])"
)
# 3：1.
_SCORE = Pattern("[0-9][：:]$")
# 1 甲公司 10: the row of a table whose columns are parted by space.
_COLUMNS = Pattern(r"[^\s，。；：、]{2,20}(?:[ \t\u3000]{1,8}[^\s，。；：]{1,20}){1,8}[ \t\u3000]{0,8}(?:\n|$)")
# 附件1., 表1., 从0到1、从1到2; but 评选条件1. is a heading with its first item.
_NUMBERED_THING = Pattern(r"(?:附件|[表图第从到])$")
_MEASURES = frozenset("个项条款名位家人年月日次件类亿万元级批户处座种台套页章节号度米公里吨倍分时天周第至到")
_BAD_FOLLOWERS = frozenset("，。；、！？：）)〕】》”’,;:.!?%％")
_REFERENCE_AFTER_BRACKET = Pattern(
    r"项(?!目)|款(?!项)|条(?!件)|目(?!标)|[所中]|点(?!评)|规定|要求|情形|至|、|和(?!谐)|或|及"
)
# （028）85550000: the area code of a telephone number.
_AREA_CODE = Pattern("[（(][ \u3000]?0[0-9]{2}[ \u3000]?[）)][ \u3000]?[0-9]{3}")
# （1）班获奖.
_CLASS = Pattern(r"班(?=[、，。：；的获和与及\s（(]|$)")
_REFERENCE_BEFORE = frozenset("第条款项按和或及至依照到、")
_REFERENCE_AFTER_ARTICLE = Pattern(
    r"[第的、，,至之]|中(?!国|央|华|小|医|外|介)|所(?!有|得|在)|款(?!项)|项(?!目)|[和或及与](?:者|其)?(?:本|第|前|有关|相关)|规定"
)
_ARTICLE_BEFORE = Pattern(r"(?:[》法例定则法按照据反至和及或、，与是将]|依照|本[法条]|第)$")
# 《示例条例》（示例令第5号）第二十条: the article of another text.
_OTHER_TEXT = Pattern("》[（(][^（）()\n]{2,40}[）)][ \u3000]?$")
_OTHER_TEXT_REACH = 48
# 第二十条修改为：“第二十条　…”: what an amendment says of an article of another text, and how that will read.
_AMENDED = Pattern(
    "(?:第[一二三四五六七八九十0-9]{1,3}款|第[（(][一二三四五六七八九十]{1,3}[）)]项){0,2}(?:修改|修订|调整|改)为"
)
_AS_AMENDED = Pattern(
    "(?:(?:修改|修订|改|调整|变更|表述)为|作为第[一二三四五六七八九十百零〇]{1,7}条)[：:][ \u3000\n“]{0,8}$"
    "|[，；：、\n \u3000]原$"
)
_AMENDED_REACH = 20
_WORDS_IN_ONE = frozenset("统唯之第同单专逐不其万归划合进如任某每这那另为仅是")
# 举一反三、见微知著: an idiom that ends in a numeral.
_IDIOM = Pattern("(?:举一反|独一无|说一不|接二连|丢三落|颠三倒|不三不|低三下|朝三暮|推三阻|略知一|合二为)$")
# 一、二、三等奖; 一、2026年工作安排 is a heading.
_ENUMERATION = Pattern(r"[一二三四五六七八九十](?:[、等级类班期组楼]|年级|季度)")
_ENUMERATING = Pattern(f"[一二三四五六七八九十]是|(?!{YEAR}{GAP}(?:年|{CONNECTOR}))[0-9]")
# 红一、四方面军, 一、二线城市, 二、三产业: in a sentence alone; 一、三线建设 is a heading.
_ENUMERATED = Pattern(
    "[一二三四五六七八九十](?:[线产名档流环路号师团营连旅军审中小院厂矿所校区队站局车标段期批届次号层街村社孩胎次站楼梯]|方面军|野战?军|梯队|把手|手房)"
)


def evidence(text: str, found: list[Candidate], opens: frozenset[int] = frozenset()) -> list[float]:
    """The evidence of each candidate, in their order; a body that begins at a place in `opens` begins like a line."""
    labels = [m.end() for m in _LABEL.finditer(text)]
    values: list[float] = []
    previous = previous_end = -1000
    last: Candidate | None = None
    noted = noted_numbers(text, found)
    for index, candidate in enumerate(found):
        if index in noted:
            values.append(NO_ORDINAL)
            continue
        # Ordinals never touch: （一）（二） are references to items.
        before = _before(text, candidate, previous, labels) if candidate.start > previous_end else _IN_SENTENCE
        if candidate.start in opens:
            before = AT_LINE_START
        goes_on = _IN_SENTENCE < before < _AT_CUT and _goes_on(last, candidate)
        if goes_on:
            before = max(before, _BEHIND_SENTENCE)
        known = candidate.level.inline or before >= _AT_CUT
        value = before + _around(text, candidate, before) if known else NO_ORDINAL
        values.append(value + _GOES_ON if goes_on else value)
        last, previous, previous_end = candidate, candidate.start, candidate.end
    return values


def _goes_on(last: Candidate | None, candidate: Candidate) -> bool:
    """Whether its parts say that the candidate just before heads a number or precedes it: 1.3, 1.3.1, 1.3.2."""
    if last is None or candidate.start - last.start > _HEADING or not candidate.level.symbol.startswith("DECIMAL"):
        return False
    parts = candidate.parts
    return parts in ((*last.parts, 1), (*last.parts[:-1], (last.value or 0) + 1))


def _before(text: str, candidate: Candidate, previous: int, labels: list[int]) -> float:
    """What stands before a marker: a line's start, a sentence's end, a heading, a list of units, or running words."""
    at = candidate.start
    while at and text[at - 1] in " \u3000\t\xa0":
        at -= 1
    if at == 0 or text[at - 1] == "\n":
        return _AT_CUT if _is_cut(text, at - 1) else AT_LINE_START
    last = text[at - 1]
    value = _BEFORE.get(last)
    if value is not None:
        return value
    if last.isdigit() or last.isascii():
        return -8.0 if text[candidate.start].isdigit() else _IN_SENTENCE
    label = labels[bisect_right(labels, at) - 1] if labels and labels[0] <= at else -1000
    if at - label <= _LABEL_REACH and not _SENTENCE_END.search(text, label, at):
        return _AFTER_UNITS
    if at - previous <= _HEADING and not _SENTENCE_END.search(text, previous, at):
        return _AFTER_HEADING
    return _IN_SENTENCE


def _is_cut(text: str, line_end: int) -> bool:
    """Whether a long line ends in running words."""
    start = line_end - _HEADING
    if start < 0 or not is_han(text[line_end - 1]):
        return False
    return not _LINE_OR_SENTENCE.search(text, start, line_end)


def _around(text: str, candidate: Candidate, before: float) -> float:
    """What a marker is made of and what follows it, for its form."""
    marker = text[candidate.start : candidate.end]
    following = text[candidate.end : candidate.end + 1]
    last = text[candidate.start - 1 : candidate.start]
    if following in _BAD_FOLLOWERS and following:
        return -8.0
    match candidate.level.symbol:
        case "ITEM" if candidate.form == "BARE_ITEM":
            return _NUMBER_ALONE
        case "ITEM":
            return _item(text, candidate, marker, following, before)
        case "SECTION":
            value = 0.0 if marker[-1] == "、" else -3.0
            if last in _WORDS_IN_ONE or _IDIOM.search(text, max(0, candidate.start - 3), candidate.start):
                value -= 5.0
            if _ENUMERATION.match(text, candidate.end) or (before < 0 and _ENUMERATED.match(text, candidate.end)):
                value -= 16.0
            elif _ENUMERATING.match(text, candidate.end) or _is_row(text, candidate, before):
                value -= 8.0
            return value
        case "SUBSECTION" | "SUBITEM":
            value = 0.5
            if _CLASS.match(text, candidate.end) or _AREA_CODE.match(text, candidate.start):
                return NO_ORDINAL
            if before < _AT_CUT and last in _REFERENCE_BEFORE:
                value -= 6.0
            if _REFERENCE_AFTER_BRACKET.match(text, candidate.end):
                value -= 4.0
            return value
        case "ARTICLE" | "CHAPTER" | "DIVISION" | "VOLUME":
            return _article(text, candidate, following, before)
        case "ANNEX":
            if marker[0] != "附":
                return -1.0
            # 附件1至附件3由各站填写 speaks of annexes.
            if before >= _AT_CUT and SPOKEN.match(text, candidate.end):
                return NO_ORDINAL
            return _BEHIND_SIGNATURE if _DATE_END.search(text, max(0, candidate.start - 3), candidate.start) else 0.0
        case "ROMAN" | "LETTER":
            if before >= _AT_CUT:
                return _LISTED_ONLY
            # 选项包括A.甲；B.乙: the first may follow running words, the others follow one that is listed.
            if candidate.value == 1:
                return _LETTER_IN_LINE if before >= _IN_SENTENCE else NO_ORDINAL
            listed = _letter_before(text, candidate, marker)
            return _LETTER_IN_LINE if before > 0 and listed else NO_ORDINAL
        case "DECIMAL" | "DECIMAL_3" | "DECIMAL_4":
            if before >= _AT_CUT:
                return _NUMBER_WITH_DOT
            return NO_ORDINAL if _COUNTED_THINGS.match(text, candidate.end) else _NUMBER_IN_LINE
        case "SERIAL" | "POINT" if before > 0:
            return _COUNTING
        case _:
            return -1.0


def _letter_before(text: str, candidate: Candidate, marker: str) -> bool:
    """Whether the line has the letter before this one, or the one before that, written alike."""
    low = text.rfind("\n", max(0, candidate.start - _LETTER_REACH), candidate.start) + 1
    line = text[max(low, candidate.start - _LETTER_REACH) : candidate.start]
    return any(chr(ord(marker[0]) - back) + marker[1:] in line for back in (1, 2))


def _is_row(text: str, candidate: Candidate, before: float) -> bool:
    """Whether a word is counted and not the text: 高一、高二, 初一、二年级."""
    if before > 0:
        return False
    following = text[candidate.end : candidate.end + 2]
    second = chinese_numeral((candidate.value or 0) + 1)
    return following.startswith(second) or following == text[candidate.start - 1 : candidate.start] + second


def _item(text: str, candidate: Candidate, marker: str, following: str, before: float) -> float:
    separator = marker[-1]
    if _SCORE.search(text, max(0, candidate.start - 2), candidate.start):
        return NO_ORDINAL
    if _NUMBERED_THING.search(text, max(0, candidate.start - 2), candidate.start):
        return NO_ORDINAL if following.isdigit() else -8.0
    if separator.isspace():
        if _COUNTED_THINGS.match(text, candidate.end) or _COLUMNS.match(text, candidate.end):
            return NO_ORDINAL
        return -8.0 if before < 0 and following in _MEASURES else -1.5
    value = {",": -2.0, "，": -3.0}.get(separator, 0.0)
    if following.isdigit():
        return value + before_figures(text, candidate.end, separator, is_in_sentence=before < 0)
    if following.isascii() and not following.isspace():
        return value - 1.0
    return value + 0.5


def _article(text: str, candidate: Candidate, following: str, before: float) -> float:
    if _AMENDED.match(text, candidate.end) or _AS_AMENDED.search(
        text, max(0, candidate.start - _AMENDED_REACH), candidate.start
    ):
        return NO_ORDINAL
    spaced = following in (" ", "\u3000")
    value = 3.0 if spaced else 0.0 if before >= _AT_CUT else -1.5 if before == _AFTER_HEADING else -3.0
    if _REFERENCE_AFTER_ARTICLE.match(text, candidate.end):
        value -= 6.0
    if following in ("", "\n"):
        value -= 6.0
    if (
        before not in (AT_LINE_START, _AT_CUT, _AFTER_HEADING)
        and not spaced
        and (
            _ARTICLE_BEFORE.search(text, max(0, candidate.start - 2), candidate.start)
            or _OTHER_TEXT.search(text, max(0, candidate.start - _OTHER_TEXT_REACH), candidate.start)
        )
    ):
        value -= 8.0
    return value
