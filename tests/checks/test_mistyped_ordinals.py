"""Ordinals of enumerations typed as other words (TRM052)."""

import pytest
from checking import check

from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source

RULES = Selection(select=["TRM052"]).rules()


def places(text: str) -> list[str]:
    found = check(Source(text + "\n"), RULES).diagnostics
    return [text[start:end] for finding in found for start, end in finding.spans]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("存在以下短板。意识防火宣传不够。二是器材不足。", ["意识"]),
        ("主要做法：一时抓宣传；二是抓检查；三是抓整改。", ["一时"]),
        ("一是抓宣传；儿是抓检查；三是抓整改。", ["儿是"]),
        ("一是抓宣传；二是抓检查；三十抓整改；四是抓落实。", ["三十"]),
        ("一是抓宣传；二是抓检查；三是抓整改；事是抓落实；五是抓考核。", ["事是"]),
        ("上半年：一是抓宣传；二是抓检查。下半年：意识抓整改；二是抓落实。", ["意识"]),
        ("发生故障31次，5此因雷击停运。", ["此"]),
    ],
)
def test_an_ordinal_that_is_missing(text: str, wrong: list[str]) -> None:
    assert places(text) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "一是抓宣传。意识形态工作抓得紧。二是抓检查。",
        "意识形态工作抓得紧。\n一是抓宣传；二是抓检查。",
        "不是抓一时；而是常抓不懈。一是抓宣传；二是抓检查。",
        "一是抓宣传；二是抓检查；三十户受益；四十人参加。",
        "一是抓宣传；二是抓检查；三十户受益；三是抓整改；四是抓落实。",
        "一时难以解决的列入计划。",
        "2024年此项工作结束。",
        "三十天内办结；四是抓落实。",
    ],
)
def test_words_of_their_own_are_left_alone(text: str) -> None:
    assert places(text) == []
