"""Letters that look like figures where only a number can stand: 9:3O, 〔2O25〕, 2B0吨, 电话0555-555l203."""

from collections.abc import Iterator
from string import ascii_uppercase, digits

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.standards import STANDARD_CODE

# Letters and signs that are read for figures, and the figures that they are like.
DIGIT_LIKE = "OoQDlI|ZSB"
TO_FIGURES = str.maketrans(DIGIT_LIKE, "0000111258")
_LIKE = "0-9OolISBZ"
_LETTERS = frozenset("OolISBZ")
_ALONE, _ALONE_BEHIND = "(?<![A-Za-z0-9._/—-])", "(?![A-Za-z0-9])"
# What is measured or counted in hundreds, and never the number of a room, a model or a line.
_MEASURED = (
    "万元|亿元|元|吨|公里|千米|公顷|亩|平方米|平方公里|立方米|人次|户|批次|[万亿](?!能)|个百分点|千克|公斤|个月|小时|分钟|[%％]"
    "|人(?=[，。、；）)\n])"
)
_COUNTED = f"{_MEASURED}|名|家|米|件|棵|株|册|岁|天"
_INSIDE = f"{_COUNTED}|[个处所条项次场份]"
_FORMS = (
    # 32B0人, 2Z0吨
    Pattern(f"{_ALONE}[0-9]{{1,6}}[SBZ][{_LIKE}]{{0,4}}[0-9](?={_INSIDE})", first=digits),
    # 1S公里, 25B万元
    Pattern(f"{_ALONE}[0-9]{{1,6}}[SBZ](?={_COUNTED})", first=digits),
    # 2O场
    Pattern(f"{_ALONE}[0-9]{{1,5}}[Oo]{{1,3}}(?={_INSIDE})", first=digits),
    # S00万元, B50吨
    Pattern(f"{_ALONE}[SBZ][0-9Oo]{{1,5}}(?={_MEASURED})", first="SBZ"),
    # 9B.5%, 6.S%
    Pattern(rf"{_ALONE}[0-9][{_LIKE}]{{0,4}}\.[{_LIKE}]{{1,4}}(?={_COUNTED})", first=digits),
    # 12,3O0米, 5，OOO万元
    Pattern(f"(?<![A-Za-z0-9._/-])[0-9]{{1,3}}(?:[,，][{_LIKE}]{{3}}){{1,3}}(?={_COUNTED})", first=digits),
    # 〔2O25〕l2号
    Pattern(rf"(?<=[〔\[［【])[12lI][{_LIKE}]{{3}}(?=[〕\]］】])"),
    Pattern(rf"(?<=[〕\]］】])[{_LIKE}]{{1,4}}(?=号)", needs=("号",)),
    # 2026年l月
    Pattern("(?<=年)[lI](?=月)", needs=("月",)),
    # 0555-555O123, 138OO001234: nothing else has so many figures in this form.
    Pattern(f"(?<![A-Za-z0-9-])[0Oo][0-9OolI]{{2,3}}[-—－][0-9OolI]{{7,8}}{_ALONE_BEHIND}", first="0Oo"),
    Pattern(f"(?<![A-Za-z0-9-])1[3-9][0-9OolI]{{9}}{_ALONE_BEHIND}", first="1"),
)
# A single letter before a colon is a label: V:3, I:12.
_CLOCK = Pattern(
    f"(?<![A-Za-z0-9:：.])(?P<hour>[0-2lIO][{_LIKE}]|[0-9])[:：](?P<minute>[0-5lIOS][{_LIKE}])(?![A-Za-z0-9:：])",
    needs=(":", "："),
)
_HOURS, _MINUTES = 24, 60
# What is named before its number: 电话：5550l23, 邮编：2430OO.
_NAMED = Pattern(
    f"(?:(?:电话|手机|传真|热线)(?:号码)?[:：为是]{{0,2}} ?(?P<telephone>[{_LIKE}]{{7,8}})"
    f"|(?:邮编|邮政编码)[:：为是]{{0,2}} ?(?P<postcode>[{_LIKE}]{{6}})){_ALONE_BEHIND}",
    needs=("电话", "手机", "传真", "热线", "邮"),
)
_STANDARD = Pattern(
    f"(?<![A-Za-z]){STANDARD_CODE}[ ]?"
    f"(?P<number>(?=[0-9OolI]{{3,6}}(?![A-Za-z0-9]))[0-9]{{0,5}}[OolI][0-9OolI]{{0,5}})",
    first=ascii_uppercase,
)
# A number that was misread keeps most of its figures.
_MOST_LETTERS = 3


def misread_figures(text: str) -> Iterator[tuple[int, int]]:
    """The numbers in which letters stand for figures."""
    for pattern in _FORMS:
        for match in pattern.finditer(text):
            if _is_misread(match[0]):
                yield match.span()
    for match in _CLOCK.finditer(text):
        hour, minute = (match[name].translate(TO_FIGURES) for name in ("hour", "minute"))
        if _is_misread(match[0]) and int(hour) <= _HOURS and int(minute) < _MINUTES:
            yield match.span()
    for match in _NAMED.finditer(text):
        name = "telephone" if match["telephone"] else "postcode"
        if _is_misread(match[name]):
            yield match.span(name)


def misread_standards(text: str) -> Iterator[tuple[int, int]]:
    """The numbers of standards in which letters stand for figures: GB/T l4495—2009, GBl9083."""
    for match in _STANDARD.finditer(text):
        if _is_misread(match["number"]):
            yield match.span("number")


def _is_misread(number: str) -> bool:
    """Whether letters stand in it, and not too many."""
    letters = sum(character in _LETTERS for character in number)
    figures = sum(character in digits for character in number)
    return 0 < letters <= _MOST_LETTERS and (figures > 0 or letters == 1)
