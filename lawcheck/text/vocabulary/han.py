"""Which characters are Chinese: the ranges, each for the inside of a character class."""

# Every ideograph that a text of today may hold, rare ones of names and places as well.
HAN = "\u3400-\u9fff"
# Those of the common block alone: where a rare one speaks for damage.
COMMON_HAN = "\u4e00-\u9fff"
# What takes the width of an ideograph: radicals, signs and full-width forms too.
WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"


def is_han(character: str) -> bool:
    """Whether a character is an ideograph; the empty string is none."""
    return "\u3400" <= character <= "\u9fff"
