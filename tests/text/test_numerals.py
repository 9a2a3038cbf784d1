"""Ordinals in words and figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.text.vocabulary.numerals import chinese_numeral, parse_numeral


@given(st.integers(0, 9999))
def test_numerals_come_back(value: int) -> None:
    assert parse_numeral(chinese_numeral(value)) == value
    assert parse_numeral(str(value)) == value


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零三", 103),
        ("一百一十", 110),
        ("两百", 200),
        ("１２", 12),
        ("123456", None),
        ("甲", None),
        ("", None),
    ],
)
def test_words(word: str, value: int | None) -> None:
    assert parse_numeral(word) == value


@pytest.mark.parametrize(
    ("value", "word"), [(0, "零"), (10, "十"), (11, "十一"), (20, "二十"), (105, "一百零五"), (1010, "一千零一十")]
)
def test_written(value: int, word: str) -> None:
    assert chinese_numeral(value) == word
