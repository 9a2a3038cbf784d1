"""Amounts in figures and sums of money in capital numerals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.text.vocabulary.sums import amount_of, capitals_value, number_of

DIGITS, UNITS = "零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟")


def section(number: int) -> str:
    """Up to four figures in capital numerals."""
    written = ""
    for place in reversed(range(4)):
        digit = number // 10**place % 10
        if digit:
            written += DIGITS[digit] + UNITS[place]
        elif written and number % 10**place and not written.endswith("零"):
            written += "零"
    return written


def capitals(yuan: int) -> str:
    """A sum as a cashier writes it."""
    written = ""
    for factor, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part = yuan // factor % 10**4
        if part:
            written += ("零" if written and part < 1000 else "") + section(part) + name
    return f"{written}元整"


@given(st.integers(1, 10**12 - 1))
def test_every_sum_in_capitals_has_its_value(yuan):
    assert capitals_value(capitals(yuan)) == yuan


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("拾元整", "10"),
        ("壹佰贰拾元伍角", "120.5"),
        ("叁元零伍分", "3.05"),
        ("叁佰万圆整", "3000000"),
        ("佰元整", None),
        ("壹佰伍", None),
    ],
)
def test_sums_in_capitals(written, value):
    assert capitals_value(written) == (value and Decimal(value))


def test_numbers_with_their_scale():
    amount = amount_of("1,200.50", "万", "元", 3, 12)
    assert (amount.value, amount.step) == (Decimal(12_005_000), Decimal(100))
    assert number_of(" 1,200.5 ") == Decimal("1200.5")
    assert number_of("约20") is None
