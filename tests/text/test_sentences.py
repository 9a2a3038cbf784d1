"""Sentences around a place."""

import pytest

from lawcheck.text.vocabulary.sentences import sentence_after, sentence_before


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("甲。乙丙|丁戊。己", "乙丙", "丁戊"),
        ("甲；乙|丙；丁", "乙", "丙"),
        ("甲\n乙|丙\n丁", "乙", "丙"),
        ("甲，乙|丙，丁", "甲，乙", "丙，丁"),
        ("甲！|？丙", "", ""),
    ],
)
def test_both_sides(text: str, before: str, after: str) -> None:
    at = text.index("|")
    text = text.replace("|", "")
    assert sentence_before(text, at, 40) == before
    assert sentence_after(text, at, 40) == after


def test_no_further_than_the_reach() -> None:
    assert sentence_before("甲乙丙丁", 4, 2) == "丙丁"
    assert sentence_after("甲乙丙丁", 0, 2) == "甲乙"
