"""Words and characters that stand twice by mistake (TRM021)."""

import re
from collections.abc import Iterator
from functools import cache

from lawcheck.checks.lexicon import is_listed
from lawcheck.checks.likelihood import cut, is_word
from lawcheck.checks.scanned import is_scanned
from lawcheck.checks.sequences import han_around
from lawcheck.checks.trm.stutters import are_words, stutters
from lawcheck.checks.trm.twice_running import twice_running
from lawcheck.checks.trm.twofold_words import is_twofold, reduplicates
from lawcheck.reading.language import is_attested
from lawcheck.reading.resources import rows
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.doubled import doubled, side_by_side
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import MONTH, YEAR
from lawcheck.text.vocabulary.document_numbers import document_numbers_in
from lawcheck.text.vocabulary.han import HAN, is_han

_TWICE = Pattern(f"(?P<again>[{HAN}]{{1,8}})(?P=again)")
_RUNS = side_by_side(1, 8)
_YEAR = Pattern(rf"{YEAR}年(?P<again>年)(?={MONTH}月)", needs=("年年",))
# 3天天内, 一个个工作日, 支行行负责: what would begin another word does not stand before what follows here.
_MEASURE = Pattern(
    "(?<=[0-9万亿])(?P<measure>[天人户处次家年项条月件个元名分])(?P<again>(?P=measure))(?=[，,。；;、）)内以])"
    "|(?<=[0-9一二两三四五六七八九十几半每])个(?P<other>个)(?=百分点|工作日|自然日|学[期年]|年度|月(?![份饼亮台嫂]))",
    needs=tuple(each * 2 for each in "天人户处次家年项条月件个元名分"),
)
_BODY_AGAIN = Pattern(
    f"(?<=[{HAN}]{{2}})(?P<body>[局厅院所站行])(?P<again>(?P=body))"
    "(?=[，。；）]|负责|办理|受理|承担|统一|审核|应当|可以|备案|批准|同意)",
    needs=tuple(each * 2 for each in "局厅院所站行"),
)
# 2个工作日日内, 进一步步加强
_WORKDAY = Pattern(
    "(?:工作日|自然日|小时|季度)(?P<again>(?<=日)日|(?<=时)时|(?<=度)度)(?=[内前后])", needs=("日日", "时时", "度度")
)
# 5月6日日前
_DAY = Pattern("(?<=月[0-9]日|[0-9]{2}日)(?P<again>日)(?=[前后起止至])", needs=("日日",))
_STEP = Pattern("进一步(?P<again>步)(?![步骤行入兵调履伐])", needs=("进一步步",))
# 最多多不超过10分
_DEGREE = Pattern(
    "最(?P<degree>[多少高低大小长早迟])(?P<again>(?P=degree))(?=不|可|为|达|超|[0-9])",
    needs=tuple(each * 2 for each in "多少高低大小长早迟"),
)
# 二是是要加强领导
_MEMBER = Pattern("[一二三四五六七八九十](?P<word>[是要])(?P<again>(?P=word))(?![非否求])", needs=("是是", "要要"))
# 至至善路, 由由拳路: a word and the name that begins with it.
_NAMED = Pattern(f"[至由沿到从经在][{HAN}]{{1,3}}[路街巷道桥镇乡村站港河湖山园]", first="至由沿到从经在")
_MONTH = Pattern(rf"{MONTH}月(?P<again>月)(?=[底初末])", needs=("月月",))
# Characters that are words by themselves and are never said twice, unless a word begins or ends with one of them.
_PARTICLES = frozenset("的和与及或在被将要应由以是并对按把从向让使就都也还但而则若经据因于至到了着其且更均仍")
# What may follow the end of a word that stands twice; before another character it may begin the next word: 创新新路径.
_FOLLOWING = frozenset("的地得和与及或在被由是并等一二三四五六七八九十")
# Verbs after which the character that ends them begins no word by itself: 进行行检查, but 进行行业检查.
_VERBS = frozenset(
    {
        "进行",
        "予以",
        "加以",
        "给予",
        "形成",
        "设置",
        "设立",
        "开展",
        "组织",
        "实施",
        "执行",
        "实行",
        "履行",
        "建立",
        "要求",
    }
)
# 区人民 and 人民政府 have one 人民 too many; that one belongs to a longer word does not excuse it.
_PEOPLE = Pattern("人民(?P<again>人民)(?=政府|法院|检察院|代表大会)", needs=("人民人民",))
_ORDINAL = Pattern("[0-9一二三四五六七八九十][.．、)）][ \u3000]?$")
_LONGEST_ORDINAL = 3
_BEFORE_CLAUSE, _BEHIND_CLAUSE = frozenset("，。；：、！？“（"), frozenset("，。；、！？”）")
# 设置设特等奖: a verb, and its first character once more before what begins no word with it.
_HALF = Pattern(f"(?P<verb>{'|'.join(sorted(_VERBS))})", needs=tuple(sorted(_VERBS)))
# 依法依法查处: a longer word that begins with one of these does not excuse it.
_ADVERBS = frozenset({"依法", "如实", "及时", "按时", "认真", "切实", "另行", "届时", "如期"})
# 由集体经济组织组织开展: a body of that name, and what it does.
_BODY = Pattern("(?:经济|社会|合作|群众|群团|行业|专业|民间|自治|国际|服务|基层|政府|[党团会])$")
_REACH = 8
_SHORT = 2
# 大队大队长: whose head somebody is.
_HEAD_OF = Pattern("长(?![期远效度久假大者])|书记|主任|政委|指导员|教导员")
_HEADED = frozenset("队部院所站团处科室组会行委")
# 内内蒙蒙古古自自治治: bold type that was printed twice.
_EACH_TWICE = Pattern(f"(?:([{HAN}])\\1){{5,200}}")
# 平台平台化, 通知通知书: the second one begins a longer word.
_SUFFIXES = tuple("化性型级类率者员部局厅处科会书费法学")
# 核定核定额, 移交移交书: the second one names a paper or a sum.
_PAPER = Pattern("[额稿]|书(?!面|[记籍])|表(?![扬彰明示现])|单(?![位一独项])")
# 现请请予审议: before this 请 is a word; behind most others it ends one (如需代请请登记).
_BEFORE_BIDDING = frozenset("现特并故兹")


@cache
def _never_twice() -> frozenset[str]:
    return frozenset(row[0] for row in rows("never_twice.tsv"))


@cache
def _nouns() -> frozenset[str]:
    return frozenset(row[0] for row in rows("nouns_never_twice.tsv"))


def repeated_word(document: Document) -> Iterator[Finding]:
    """TRM021: a word or a character that stands twice."""
    text = document.text
    end = 0
    spans = [(m.start("again"), m.end("again")) for m in _YEAR.finditer(text)]
    spans += [(m.start("again"), m.end("again")) for m in _MONTH.finditer(text)]
    spans += [(m.start("again"), m.end("again")) for m in _PEOPLE.finditer(text)]
    for pattern in (_WORKDAY, _DAY, _STEP, _MEMBER, _DEGREE):
        spans += [m.span("again") for m in pattern.finditer(text)]
    spans += [(m.end(), m.end() + 1) for m in _HALF.finditer(text) if _is_half_again(text, m.start(), m.end())]
    said = [(m.end("again"), m.end()) for m in doubled(_TWICE, text, _RUNS) if _is_mistake(text, m)]
    said += [(a, b) for a, b in stutters(text) if not _is_meant(text, a, b)]
    spans += [(start, stop) for start, stop in said if not is_twofold(text, start, stop)]
    if any(stop - start == 1 for start, stop in spans) and is_scanned(document):
        # Recognition takes characters for their neighbours: what stands twice was another one.
        spans = [(start, stop) for start, stop in spans if stop - start > 1]
    spans += [m.span("again" if m["again"] else "other") for m in _MEASURE.finditer(text)]
    spans += [m.span("again") for m in _BODY_AGAIN.finditer(text)]
    for match in _EACH_TWICE.finditer(text):
        values = {"found": match[0], "right": match[0][::2]}
        yield Finding(*match.span(), values, edits=(Edit(*match.span(), match[0][::2]),))
    running = [*twice_running(text), *((2 * start - stop, start, stop) for start, stop in spans)]
    # 示建建材〔2024〕5号: the code of an agency.
    codes = [(number.start, number.opening) for number in document_numbers_in(text)] if running else []
    running = [each for each in running if not any(first <= each[1] < last for first, last in codes)]
    for first, start, stop in sorted(running, key=lambda each: (each[1], -each[2])):
        if start >= end:
            end = stop
            values = {"found": text[first:stop], "right": text[first:start]}
            yield Finding(first, stop, values, edits=(Edit(start, stop, ""),))


def _is_meant(text: str, start: int, end: int) -> bool:
    """Whether a word is said again on purpose, or the two belong to different words: 移交移交书, 代请请登记."""
    if end - start == 1 and _NAMED.match(text, start):
        return True
    before = text[max(0, start - 2) : start - 1]
    if text[start:end] == "请" and is_han(before) and before not in _BEFORE_BIDDING:
        return True
    if end - start > 1 and _begins_an_office(text, end):
        return True
    return _insists(text, end, text[start:end]) or (end - start > 1 and _PAPER.match(text, end) is not None)


def _begins_an_office(text: str, end: int) -> bool:
    """Whether a body ends here whose head is named next: 大队|长."""
    return text[end - 1] in _HEADED and _HEAD_OF.match(text, end) is not None


def _insists(text: str, end: int, word: str) -> bool:
    """落实落实再落实 is said on purpose."""
    return text.startswith((f"再{word}", f"、再{word}", f"，再{word}"), end)


def _is_mistake(text: str, match: re.Match[str]) -> bool:
    again, start, end = match["again"], match.start(), match.end()
    if again in _nouns() and not is_han(text[end : end + 1]):
        return True
    if len(again) > 1:
        if len(again) == _SHORT and _PAPER.match(text, end):
            return False
        if _begins_an_office(text, end):
            return False
        if again == "组织" and _BODY.search(text, max(0, start - 2), start):
            return False
        insists = _insists(text, end, again)
        if again in _never_twice():
            return not insists and (again in _ADVERBS or not _is_joined(text, start, end, len(again)))
        return not insists and _stands_twice(text, start, end, len(again))
    if again in _PARTICLES - {"对"} and text.startswith(again, end) and not text.startswith(again * 2, end):
        return True  # 在在在, which nobody writes on purpose
    if reduplicates(again) or text[start - 1 : start] == again or text[end : end + 1] == again:
        return False
    first, last = han_around(text, start, end, _REACH)
    stretch = first + again * 2 + last
    if _follows_verb(first + again, again, last):
        return True
    # 的的部 is in the counts, by 目的的部分 and by this very mistake: that tells nothing.
    if is_listed(again * 2) or (again != "的" and _is_seen(stretch, len(first))):
        return False
    found = cut(stretch)
    if len(found.word_at(len(first))[1]) > 1 and again not in _PARTICLES:
        # The first one ends a word: the second one must stand alone, and nothing else can be made of it.
        ended = not last or last[0] in _FOLLOWING
        doubled = len(first) > 1 and first[-1] == first[-2]  # 团团伙伙
        return ended and not doubled and len(found.word_at(len(first) + 1)[1]) == 1 and len(first) > 1
    if _NAMED.match(text, end - 1):
        return False
    # 请请认真落实 begins a clause; behind a word the first one may belong to it: 如需代请请登记.
    is_bidding = again == "请" and first == ""
    begins = any(is_word(again + last[:size]) for size in (1, 2) if len(last) >= size)
    return (
        (again in _PARTICLES or is_bidding)
        and not begins
        and len(found.word_at(len(first))[1]) == len(found.word_at(len(first) + 1)[1]) == 1
    )


def _stands_twice(text: str, start: int, end: int, size: int) -> bool:
    """Whether a run of `size` characters is made of whole words both times it stands here.

    Two characters may end one name and begin the next (本年度年度报告), unless a clause begins before or ends behind
    them.
    """
    again = text[start : start + size]
    if text.startswith(again, end) or text[max(0, start - size) : start] == again:
        return False
    # 运作方式的基金的基金份额; 1.甲工程甲工程位于…: a heading whose line was lost.
    if (
        again[0] in _PARTICLES
        or again[-1] in _PARTICLES
        or _ORDINAL.search(text, max(0, start - _LONGEST_ORDINAL), start)
    ):
        return False
    beside = text[start - 1 : start] in _BEFORE_CLAUSE or text[end : end + 1] in _BEHIND_CLAUSE
    if size == _SHORT and not (beside and start and is_word(again) and text[end : end + 1] not in _SUFFIXES):
        return False
    first, last = han_around(text, start, end, _REACH)
    return are_words(cut(first + again * 2 + last), len(first), size)


def _follows_verb(before: str, again: str, last: str) -> bool:
    """Whether the second character stands between a verb and a word, of neither of which it can be a part."""
    if before[-2:] not in _VERBS or len(last) < 2 or any(is_word(again + last[:n]) for n in (1, 2, 3)):
        return False
    found = cut(again + last).words
    return found[0] == again and len(found[1]) > 1 and found[1] == cut(last).words[0]


def _is_half_again(text: str, start: int, end: int) -> bool:
    """Whether the first character of a verb stands behind it again, and belongs to nothing that follows."""
    again = text[start]
    if text[end : end + 1] != again:
        return False
    _, last = han_around(text, end, end + 1, _REACH)
    if not last or any(is_word(again + last[:n]) for n in (1, 2, 3)) or is_word(text[end - 1] + again):
        return False
    return cut(again + last).words[0] == again and not is_attested(text[end - 1 : end + 2])


def _is_seen(stretch: str, at: int) -> bool:
    """Whether the two characters with a neighbour are seen in official texts."""
    runs = (stretch[max(0, at - 1) : at + 2], stretch[at : at + 3])
    return any(len(run) == 3 and is_attested(run) for run in runs)


def _is_joined(text: str, start: int, end: int, size: int) -> bool:
    """Whether one of the two belongs to a longer word on its side: 统一统一战线."""
    return any(is_word(text[start + size : end + more]) for more in (1, 2)) or is_word(text[start - 1 : start + size])
