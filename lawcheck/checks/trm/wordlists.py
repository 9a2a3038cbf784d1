"""Words that are confused with others, by lists in `rules/` (TRM003, TRM005 to TRM008, TRM011, TRM032, TRM038).

A row is: the wrong word, the right one, the endings before it that make it right (with blanks between), and a pattern
of what may follow a right use.
"""

from collections.abc import Iterator
from functools import cache

from lawcheck.checks.lexicon import gain
from lawcheck.checks.likelihood import cut, is_word
from lawcheck.checks.old_prose import is_old_prose
from lawcheck.checks.person_names import is_named
from lawcheck.checks.sequences import han_around
from lawcheck.checks.trm.phrases import misread_phrases
from lawcheck.checks.trm.telling_contexts import words_in_context
from lawcheck.reading.known_words import pair_level
from lawcheck.reading.resources import data_lines
from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.search import Terms
from lawcheck.text.vocabulary.han import HAN

# Within a title the words are those of its author.
_LONGEST_PHRASE = 20
_TITLE_REACH = 60
_QUOTED_REACH = 400
_QUOTES = '“”‘’"「」'
# What follows a noun with 里, and what precedes it: 总务处里的, 几代里.
_BEHIND_PLACE = frozenset("的有面边头没坐还都也就是每存放弄程外屋")
_BEFORE_NOUN = frozenset("各几每两一二三四五六七八九十这那该此本务委府道气水")
# Words of one character that stand behind any other, and before any.
_BEFORE_ANY = frozenset("未要和及与到至被将应可不已在是有或再才就都又仍则均先且而并")
_NUMERALS = frozenset("0123456789０１２３４５６７８９")
_BEHIND_ANY = frozenset("含已对将是有或以各应不未至从在为与和及并由被把要可就都又也还")
# How far the words around two characters are looked at, and how much likelier (natural logarithm) they must become.
_PAIR = 2
_REACH = 4
_LIKELIER = 5
# The same as official texts have the words beside each other. Of what proofreaders found nothing gains less than 4.
_COMPANY, _BETTER = 6, 3.5
# What makes a noun of a word of two characters; how often (natural logarithm) these stand side by side at least.
_NOUN_ENDS = frozenset("表书单册证卡会室员组部处所站费率量法案权点线区件品物者")
_TOGETHER = 2
_HAN_AFTER = Pattern(f"^[{HAN}]*")
_HAN_BEFORE = Pattern(f"[{HAN}]*$")
# 帐 belongs to accounts where it stands beside one of these; else it is a tent or curtain, or a name.
_ACCOUNT = Pattern(
    "帐(?:(?<=[台记转入出进销结算查对建坏呆欠赊挂到总细旧烂做报清管专分核立套调冲并讨催还赖认付划死假私笔]帐)(?![篷幕子钩帘房])"
    "|(?<=[单独开新另置]设帐)(?!授徒|篷|房)|(?<=(?:流水|明白|日记|分类|往来|辅助|备查|现金|存款|实物|资产|库存|材料|经济|收支)帐)"
    "|(?=[户号簿目册务款单本龄期面页套实])(?!实行|实施))"
)


@dataclass(frozen=True, slots=True)
class _Entry:
    right: str
    not_behind: tuple[str, ...]
    not_before: Pattern | None


def zhang_account(document: Document) -> Iterator[Finding]:
    """TRM003: 帐 for 账, where it is about accounts; what is quoted over paragraphs is the wording of an older text."""
    text = document.text
    if is_old_prose(text):
        return
    for match in _ACCOUNT.finditer(text):
        if not _in_title(text, match.start()) and not _in_long_quotation(text, match.start()):
            yield Finding(match.start(), match.end(), edits=(Edit(match.start(), match.end(), "账"),))


def power_and_right(document: Document) -> Iterator[Finding]:
    """TRM005: 权利 for 权力 and the other way round."""
    return _listed(document.text, "power.tsv")


def legal_near_pairs(document: Document) -> Iterator[Finding]:
    """TRM006: words of law that are near in meaning, in a company that wants the other one."""
    return _listed(document.text, "legal_pairs.tsv")


def variant_form(document: Document) -> Iterator[Finding]:
    """TRM007: a form of a word that is not the recommended one."""
    return _listed(document.text, "variant_forms.tsv")


def common_typo(document: Document) -> Iterator[Finding]:
    """TRM008: a word with a wrong character that is often typed.

    Two characters may be the end of one word and the start of the next: they are a finding where the right word makes
    the words around it much likelier. What is a word itself is one where its context wants another.
    """
    text = document.text
    known: set[int] = set()
    for finding in _listed(text, "typos.tsv"):
        is_pair = finding.end - finding.start == _PAIR
        is_typo = not is_pair or (
            _is_likelier(text, finding)
            and not _ends_a_noun(text, finding)
            and not _is_in_place(text, finding)
            and not _parts_two_words(text, finding.start)
            and not is_named(text, finding.start)
            and _fits_better(text, finding)
        )
        if is_typo and not _is_in_phrase(text, finding):
            known.update(range(finding.start, finding.end))
            yield finding
    for finding in words_in_context(text):
        span = range(finding.start, finding.end)
        if known.isdisjoint(span) and not _in_title(text, finding.start) and not _is_in_phrase(text, finding):
            known.update(span)
            yield finding


def _is_in_phrase(text: str, finding: Finding) -> bool:
    """Whether a word is the wrong part of a fixed phrase, which has a rule of its own (TRM001)."""
    start = max(0, finding.start - _LONGEST_PHRASE)
    spans = misread_phrases(text[start : finding.end + _LONGEST_PHRASE])
    return any(first <= finding.start - start and finding.end - start <= end for first, end in spans)


def certain_typo(document: Document) -> Iterator[Finding]:
    """TRM032: a set expression with a wrong character; what is quoted alone may be an example."""
    text = document.text
    for finding in _listed(text, "misspellings.tsv"):
        if text[finding.start - 1 : finding.start] not in _QUOTES or text[finding.end : finding.end + 1] not in _QUOTES:
            yield finding


def _is_likelier(text: str, finding: Finding) -> bool:
    before = _HAN_BEFORE.compiled.findall(text[max(0, finding.start - _REACH) : finding.start])[0]
    after = _HAN_AFTER.compiled.findall(text[finding.end : finding.end + _REACH])[0]
    found, right = text[finding.start : finding.end], str(finding.values["right"])
    return gain(before, found, after, right) >= _LIKELIER


def _fits_better(text: str, finding: Finding) -> bool:
    """Whether the right word goes better with its neighbours, and neither character belongs to a longer word.

    出口服装|定单 and 论|列|如下 hold 装定 and 列如.
    """
    before, after = han_around(text, finding.start, finding.end, _COMPANY)
    now = cut(before + text[finding.start : finding.end] + after)
    (first, _), (last, word) = now.word_at(len(before)), now.word_at(len(before) + 1)
    if first < len(before) or last + len(word) > len(before) + _PAIR:
        return False
    return cut(before + str(finding.values["right"]) + after).score - now.score >= _BETTER


def _ends_a_noun(text: str, finding: Finding) -> bool:
    """Whether two characters end a noun of three, whose first two belong together: 自评表."""
    before, first = text[max(0, finding.start - 1) : finding.start], text[finding.start]
    together = is_word(before + first) or pair_level(before, first) >= _TOGETHER
    return text[finding.start + 1] in _NOUN_ENDS and together


def _parts_two_words(text: str, start: int) -> bool:
    """Whether a word ends between two characters: 上周|未完成, 中考|和高考; 已|及时, 对|伍某."""
    first, last = text[start], text[start + 1]
    before, behind = text[max(0, start - 2) : start], text[start + 2 : start + 4]
    if last in _BEFORE_ANY and (
        before[-1:] in _NUMERALS or any(is_word(before[-size:] + first) for size in (1, 2) if len(before) >= size)
    ):
        return True
    return first in _BEHIND_ANY and (
        behind[:1] == "某" or any(is_word(last + behind[:size]) for size in (1, 2) if len(behind) >= size)
    )


def _is_in_place(text: str, finding: Finding) -> bool:
    """Whether 里 stands behind a noun: 水管里, 办事处里有人."""
    if text[finding.start + 1] != "里":
        return False
    first, start = text[finding.start], finding.start
    if text[finding.end : finding.end + 1] in _BEHIND_PLACE or text[start - 1 : start] in _BEFORE_NOUN:
        return True
    if is_word(text[max(0, start - 2) : start] + first):
        return True
    # 停放管里: the word before is whole.
    return is_word(text[start - 1 : start] + first) and not is_word(text[max(0, start - 2) : start])


def cautious_word(document: Document) -> Iterator[Finding]:
    """TRM011: a word that official writing avoids."""
    return _listed(document.text, "cautious_words.tsv")


# 台湾等国, 国别：香港, 外国人（含港澳台居民）: regions among countries. 等国家和地区 is right.
_REGION = "(?:台湾|香港|澳门|港澳台?|港、澳、台|港台)"
_GUESTS = "(?=[，。；、）\n的]|客商|代表|企业|专家|学者|留学|游客|来宾|市场|政府|人士)"
_AMONG_COUNTRIES = Pattern(
    f"{_REGION}(?:、[{HAN}]{{2,6}}){{0,6}}(?P<place>等(?:[0-9一二三四五六七八九十多数余几]{{1,3}}个)?国家?){_GUESTS}"
    f"|国[别籍][：:][ \u3000]?(?P<region>(?:中国)?(?:台湾|香港|澳门))(?![省地特区])"
    f"|外国(?:人员?|公民|学生|专家|企业|投资者|留学生)?[（(](?P<foreign>(?:含|包括|包含){_REGION})",
    needs=("台湾", "香港", "澳门", "港澳", "港台", "港、澳"),
)


def territory_name(document: Document) -> Iterator[Finding]:
    """TRM038: a name of a region that makes a state of it, and other forms that official texts do not use."""
    text = document.text
    for finding in _listed(text, "territory_names.tsv"):
        if not _is_quoted(text, finding.start):
            yield finding
    for match in _AMONG_COUNTRIES.finditer(text):
        place = next(name for name in ("place", "region", "foreign") if match[name])
        if not _is_quoted(text, match.start()) and not _in_title(text, match.start()):
            yield Finding(*match.span(place), {"found": match[0]}, "region")


def _is_quoted(text: str, at: int) -> bool:
    before = text[max(0, at - _TITLE_REACH) : at].rpartition("\n")[2]
    return before.rfind("“") > before.rfind("”")


_lines = cache(data_lines)


@cache
def _terms(name: str) -> Terms:
    return Terms(line.partition("\t")[0] for line in _lines(name))


@cache
def _entry(name: str, index: int) -> _Entry:
    _, right, *conditions = _lines(name)[index].split("\t")
    behind, before = (*conditions, "", "")[:2]
    return _Entry(right, tuple(behind.split()), Pattern(before) if before else None)


def _listed(text: str, name: str) -> Iterator[Finding]:
    for index, start, end in _terms(name).find(text):
        entry = _entry(name, index)
        if entry.not_behind and text.endswith(entry.not_behind, 0, start):
            continue
        if (entry.not_before and entry.not_before.match(text, end)) or _in_title(text, start):
            continue
        values = {"found": text[start:end], "right": entry.right}
        yield Finding(start, end, values, edits=(Edit(start, end, entry.right),))


def _in_title(text: str, at: int) -> bool:
    opened = text.rfind("《", max(0, at - _TITLE_REACH), at)
    return opened >= 0 and "》" not in text[opened:at]


def _in_long_quotation(text: str, at: int) -> bool:
    """Whether the paragraph opens with a quotation mark or has one open before `at`: the text of an amended law."""
    start = max(text.rfind("\n", max(0, at - _QUOTED_REACH), at) + 1, at - _QUOTED_REACH, 0)
    return text.rfind("“", start, at) > text.rfind("”", start, at)
