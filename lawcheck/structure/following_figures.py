"""How likely a number is an ordinal that figures follow: 3.2018年要… is one, 1.5万眼 is none."""

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import CONNECTOR, GAP, YEAR

# The weight of what is certainly no ordinal.
NO_ORDINAL = -100.0

_COUNTED = Pattern(r"[0-9]{0,4}(?:[.．]?[0-9]+)?[%％]|[0-9]*[ ]?[万亿个米元倍吨件家人名次亩项种公千平台套]")
# 3.2018年要…, 2.2年以上…: an ordinal before a year or a duration.
_YEAR = Pattern(f"{YEAR}{GAP}(?:年|{CONNECTOR})")
_DURATION = Pattern(r"[0-9]{1,2}(?:[年月日]|[.．][0-9]m)")
# Numbers of another kind, wherever they stand: an address, a date (7.16—7.20, 7.16至20日), a score (3.2：1), a
# reference (2.2.4（3）), an amount alone in its line.
_NO_TEXT = Pattern(
    r"[0-9]{1,3}(?:[.．][0-9]{1,3}){2}"
    rf"|[0-3]?[0-9][ ]?{CONNECTOR}[ ]?(?:[01]?[0-9][.．][0-3]?[0-9](?![0-9])|[0-3]?[0-9][日号])"
    r"|[0-9]{1,2}(?:[：:][0-9]|(?:[.．][0-9]{1,2})?[ ]?[（(][0-9]|[ \t\u3000]*(?:\n|\t|$))"
)
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
_AMOUNT_REACH = 16
# 98.9731.97: the row of a table.
_TWO_DECIMALS = Pattern(r"[0-9]{2,8}\.[0-9]")


def before_figures(text: str, at: int, separator: str, *, is_in_sentence: bool) -> float:
    """The weight of the figures that begin at a place, behind a number and a separator."""
    if _YEAR.match(text, at):
        return -1.0
    if separator not in ".．":
        return -16.0
    behind = text[at : at + _AMOUNT_REACH].translate(_HALF_WIDTH)
    if behind[0] == "0" or _NO_TEXT.match(behind) or _TWO_DECIMALS.match(behind):
        return NO_ORDINAL
    if _DURATION.match(behind):
        return -1.0
    if not _COUNTED.match(behind):
        return -5.0
    return NO_ORDINAL if is_in_sentence else -16.0
