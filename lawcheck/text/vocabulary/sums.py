"""Amounts: a number in figures with 万 or 亿 and a unit, and sums of money in capital numerals (大写)."""

from decimal import Decimal, InvalidOperation

from lawcheck.records import dataclass
from lawcheck.text.vocabulary.numerals import parse_numeral

# For patterns: a number, and how many ten thousands or hundred millions of them are meant.
NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}(?![0-9])|[0-9]{1,12})(?:\.[0-9]{1,6})?"
SCALE = "(?:万亿|千万|百万|[万亿])?"
_SCALES = {"": 0, "百万": 6, "千万": 7, "万": 4, "亿": 8, "万亿": 12}
_DIGITS = {c: n for n, c in enumerate("零壹贰叁肆伍陆柒捌玖")} | {"貳": 2, "参": 3, "叄": 3, "陸": 6, "两": 2}
_UNITS = {"拾": 10, "佰": 100, "仟": 1000}
# For patterns: a sum of money in capital numerals.
CAPITALS = "[零壹贰貳叁参叄肆伍陆陸柒捌玖拾佰仟万亿]{2,24}[元圆](?:[壹贰叁肆伍陆柒捌玖零角分]{1,5})?整?"
# For patterns: a count of things in words, plain or in capital numerals: 二十三, 叁拾.
COUNT = "(?:[一二两三四五六七八九十百]{1,5}|[壹贰叁肆伍陆柒捌玖拾佰]{1,5})"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit; `step` is the value of one in the last place that is written (10 for 1.2万 is 1000)."""

    value: Decimal
    step: Decimal
    unit: str
    start: int
    end: int


def amount_of(number: str, scale: str, unit: str, start: int, end: int) -> Amount:
    """The amount that a pattern with NUMBER and SCALE has found."""
    written = Decimal(number.replace(",", ""))
    exponent = written.as_tuple().exponent
    places = exponent if isinstance(exponent, int) else 0
    factor = Decimal(10) ** _SCALES[scale]
    return Amount(written * factor, Decimal(10) ** places * factor, unit, start, end)


def number_of(text: str) -> Decimal | None:
    """The value of a text that is one number in figures: 1,200.5; a dash and what else says nothing is None."""
    try:
        return Decimal(text.replace(",", "").replace("，", "").strip())
    except InvalidOperation:
        return None


def capitals_value(text: str) -> Decimal | None:
    """The value in yuan of a sum in capital numerals (伍万元整); None when the numerals make none."""
    high = low = section = Decimal(0)
    digit: int | None = None
    for character in text.removesuffix("整"):
        if character in _DIGITS:
            digit = _DIGITS[character]
            continue
        one = Decimal(digit or 0)
        if character in _UNITS:
            if not digit and character != "拾":
                return None
            section += (1 if digit is None else digit) * _UNITS[character]
        elif character == "万":
            low, section = (section + one) * 10**4, Decimal(0)
        elif character == "亿":
            high, low, section = (low + section + one) * 10**8, Decimal(0), Decimal(0)
        elif character in "元圆":
            high, low, section = high + low + section + one, Decimal(0), Decimal(0)
        elif character in "角分" and digit is not None:
            high += one / (10 if character == "角" else 100)
        else:
            return None
        digit = None
    return high if not digit else None


def count_value(text: str) -> int | None:
    """The value of a count in words (二十三, 两百, 叁拾); None when the numerals make none."""
    value = capitals_value(f"{text}元")
    return parse_numeral(text) if value is None else int(value)
