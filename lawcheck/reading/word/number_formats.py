"""The number formats of automatic lists (ST_NumberFormat), as Word writes them."""

from collections.abc import Callable

from lawcheck.text.vocabulary.numerals import chinese_numeral

_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
# Beyond these Word and its readers fall back on plain digits.
_MOST_CHINESE = 9_999
_MOST_ROMAN = 3_999
_MOST_LETTERS = 780


def format_number(value: int, number_format: str) -> str:
    """A counter of a list in one of the formats of Word; decimal digits in those that are not known here."""
    return _FORMATS.get(number_format, str)(value)


def _chinese(value: int) -> str:
    return chinese_numeral(value) if 0 <= value <= _MOST_CHINESE else str(value)


def _chinese_legal(value: int) -> str:
    text = _chinese(value)
    return ("一" + text if text.startswith("十") else text).translate(_LEGAL)


def _digit_by_digit(value: int) -> str:
    return "".join(_DIGITS[int(c)] for c in str(value)) if value >= 0 else str(value)


def _counting(value: int) -> str:
    """Up to 99 as it is counted, from 100 digit by digit."""
    return _chinese(value) if value < 100 else _digit_by_digit(value)


def _roman(value: int) -> str:
    if not 0 < value <= _MOST_ROMAN:
        return str(value)
    text = ""
    for unit, letters in _ROMAN:
        count, value = divmod(value, unit)
        text += letters * count
    return text


def _letters(value: int) -> str:
    """A to Z, then AA, BB, CC."""
    if not 0 < value <= _MOST_LETTERS:
        return str(value)
    return chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _from(signs: str) -> Callable[[int], str]:
    """A format that has a sign of its own for each of the first numbers."""
    return lambda value: signs[value - 1] if 0 < value <= len(signs) else str(value)


def _range(first: str, count: int) -> str:
    return "".join(chr(ord(first) + n) for n in range(count))


def _full_width(value: int) -> str:
    return str(value).translate({ord("0") + n: ord("０") + n for n in range(10)})


def _padded(width: int) -> Callable[[int], str]:
    return lambda value: f"{value:0{width}d}"


def _nothing(value: int) -> str:
    return ""


def _lower(write: Callable[[int], str]) -> Callable[[int], str]:
    return lambda value: write(value).lower()


_CIRCLED = _range("①", 20)
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": _padded(2),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": _from(_CIRCLED),
    "decimalEnclosedCircleChinese": _from(_CIRCLED),
    "decimalEnclosedFullstop": _from(_range("⒈", 20)),
    "decimalEnclosedParen": _from(_range("⑴", 20)),
    "numberInDash": lambda value: f"- {value} -",
    "chineseCounting": _counting,
    "chineseCountingThousand": _chinese,
    "chineseLegalSimplified": _chinese_legal,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _chinese,
    "taiwaneseDigital": _digit_by_digit,
    "japaneseCounting": _chinese,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "ideographDigital": _digit_by_digit,
    "ideographEnclosedCircle": _from(_range("㊀", 10)),
    "ideographTraditional": _from(_STEMS),
    "ideographZodiac": _from(_BRANCHES),
    "upperRoman": _roman,
    "lowerRoman": _lower(_roman),
    "upperLetter": _letters,
    "lowerLetter": _lower(_letters),
    "none": _nothing,
    "bullet": _nothing,
}
