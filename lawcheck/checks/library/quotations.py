"""Words in quotation marks, held against the document that they are from."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from lawcheck.records import dataclass
from lawcheck.text.patterns import Pattern

# What is quoted resembles what stands there, or is from elsewhere.
_RESEMBLES = 70
_SHORTEST = 8
# A part of a quotation with an ellipsis may be short.
_SHORTEST_PART = 4
_ELLIPSIS = Pattern(r"…+|\.{3,6}")
_UNMARKED = Pattern(r"[\s“”‘’\"'「」『』]")
_WIDTHS = str.maketrans(",;:?!()", "，；：？！（）")


@dataclass(frozen=True, slots=True)
class QuotationDifference:
    """How a quotation differs: `variant` is "default" with the words that stand there, "absent", or "elsewhere" where
    it stands in another place than the one that is named."""

    variant: str
    known: str = ""


def quotation_difference(quoted: str, words: str, place: tuple[int, int] | None = None) -> QuotationDifference | None:
    """What is wrong with a quotation from a document of which these are the words; `place` is where it should stand."""
    parts = list(_parts(quoted))
    if sum(map(len, parts)) < _SHORTEST or not words:
        return None
    there = plain(words)
    for part in parts:
        if part not in there:
            found = fuzz.partial_ratio_alignment(part, there, score_cutoff=_RESEMBLES)
            if found is None:
                return QuotationDifference("absent")
            return QuotationDifference("default", there[found.dest_start : found.dest_end])
    if place and not all(part in plain(words[slice(*place)]) for part in parts):
        return QuotationDifference("elsewhere")
    return None


def _parts(quoted: str) -> Iterator[str]:
    """The runs of words between ellipses."""
    for piece in _ELLIPSIS.compiled.split(quoted):
        part = plain(piece).strip("。，；")
        if len(part) >= _SHORTEST_PART:
            yield part


def plain(text: str) -> str:
    """A text without blanks and quotation marks, its signs in full width."""
    return _UNMARKED.compiled.sub("", text).translate(_WIDTHS)
