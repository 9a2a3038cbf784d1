"""What ends a sentence, and where the one begins and ends that a place stands in."""

from lawcheck.text.patterns import Pattern

# The signs that end a sentence, or one of the parts that could be sentences.
SENTENCE_ENDS = "。；！？"
SENTENCE_END = Pattern(f"[{SENTENCE_ENDS}]")
# What a sentence does not reach across, wherever its signs are half-width or lines end.
_BOUNDARY = Pattern(f"[{SENTENCE_ENDS};!?\n]")


def sentence_before(text: str, at: int, reach: int) -> str:
    """The part before a place of the sentence that it stands in, at most `reach` characters of it."""
    return _BOUNDARY.compiled.split(text[max(0, at - reach) : at])[-1]


def sentence_after(text: str, at: int, reach: int) -> str:
    """The rest of the sentence that begins at a place, at most `reach` characters of it."""
    stop = _BOUNDARY.search(text, at, at + reach)
    return text[at : stop.start() if stop else at + reach]
