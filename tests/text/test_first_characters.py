"""Matches are looked for only where one can begin, and are the same as those of `re`."""

import re

import pytest

from lawcheck.text import programs

_TEXT = (
    "第十二条　示例区𠮷祥民政局负责登记，示例市财政局牵头。\n3月1日前 完成\t20％；Contents, contents 甲甲乙乙\n\n附件1"
)
_TOLD = [
    "[甲乙]+",
    "[㐀-鿿]+[，。]",
    "(?:[ -~]+|[ￚ-￿])(?=,)",
    "(?:𠮷|甲|市)+",
    r"(?:具体|主要)?(?:牵头|负责)",
    r"(?<=局)负责|(?<![一二三])十",
    r"(?:示例区|示例市)?(?:民政|财政)局",
    r"(?:(?<!群)组织|牵头|负责)(?=[^\S\n]*(?:登记|。|$))",
    r"[^\S\n]+(?:示例|完成)",
    r"(?:[0-9]{1,2}月)?[0-9]{1,2}日前?",
    r"(?P<a>(?P<b>甲|乙)+?)乙",
    r"(?>负责|牵头)(?:登记)?",
    r"(?=[第（])[第（][一二十]+",
    r"(?:\n|。)*附件",
    r"\s*(?:第|附)",
    r"(?:[，。]|[\d%％]+)；",
]
_AS_THEY_ARE = [
    "负责|牵头",  # `re` knows itself
    "[甲乙]局",
    "第十二条",
    r"(?:甲|乙)*",  # may match nothing
    r"(?:甲?)(?:乙?)",
    r".*局",
    r"[^，。]{2}局",
    r"(?:甲|[^一])乙",
    r"(甲)?\1乙",
    r"(?i:contents)",
    r"(?i)(?:the )?contents",
    r"(?:甲|(?i:c))ontents",
    r"(甲)?(?(1)乙|丙)",
]


@pytest.mark.parametrize("pattern", [*_TOLD, *_AS_THEY_ARE])
def test_the_same_is_found(pattern):
    usual = re.compile(pattern)
    told = programs.compiled(pattern)
    for text in (_TEXT, "", "甲", _TEXT[::-1]):
        assert [m.regs for m in told.finditer(text)] == [m.regs for m in usual.finditer(text)]
        assert bool(told.match(text)) == bool(usual.match(text))
        assert bool(told.fullmatch(text)) == bool(usual.fullmatch(text))
        assert told.sub("", text) == usual.sub("", text)


@pytest.mark.parametrize("pattern", _TOLD)
def test_expressions_are_told_how_matches_begin(pattern):
    assert programs.compiled(pattern) != re.compile(pattern)  # the code is compared


@pytest.mark.parametrize("pattern", _AS_THEY_ARE)
def test_others_are_left_as_they_are(pattern):
    assert programs.compiled(pattern) == re.compile(pattern)
