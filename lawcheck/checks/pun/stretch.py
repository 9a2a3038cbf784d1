"""The stretch of a text in which a lost sign must have stood: from its partner to the end of the clause."""

_LONGEST = 100


def stretch_after(text: str, at: int, stops: str) -> int:
    """Where the stretch after the sign at `at` ends: at the next of these signs."""
    window = text[at + 1 : at + _LONGEST]
    ends = [found for stop in stops if (found := window.find(stop)) >= 0]
    return at + 1 + min(ends, default=len(window))


def stretch_before(text: str, at: int, stops: str) -> int:
    """Where the stretch before the sign at `at` begins: after the last of these signs."""
    first = max(0, at - _LONGEST)
    return first + max(text[first:at].rfind(stop) for stop in stops) + 1
