"""Which characters are Chinese: the ranges, each for the inside of a character class."""

from functools import lru_cache
from sys import maxsize

from lawcheck.text.patterns import Pattern

# Every ideograph that a text of today may hold, rare ones of names and places as well.
HAN = "\u3400-\u9fff"
# Those of the common block alone: where a rare one speaks for damage.
COMMON_HAN = "\u4e00-\u9fff"
# What takes the width of an ideograph: radicals, signs and full-width forms too.
WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"


def is_han(character: str) -> bool:
    """Whether a character is an ideograph; the empty string is none."""
    return "\u3400" <= character <= "\u9fff"


_HAN = Pattern(f"[{HAN}]")


def has_han(text: str, start: int = 0, end: int = maxsize) -> bool:
    """Whether there is an ideograph in a span of a text."""
    return _HAN.search(text, start, end) is not None


_UNUSUAL = Pattern(f"[^{COMMON_HAN}0-9，。、；：（）“”《》\n]+")


@lru_cache(maxsize=2)
def unusual_characters(text: str) -> str:
    """Each character of a text that is no common ideograph, figure or sign, once and in order."""
    return "".join(sorted(set("".join(_UNUSUAL.compiled.findall(text)))))
