"""Whether two characters that a line end parts belong together, judged by the document itself."""

from collections.abc import Iterable

from lawcheck.text.search import Terms

# So many pairs are looked up one by one; more are searched for all at once.
_FEW = 60


def standing_together(text: str, pairs: Iterable[str]) -> set[str]:
    """Those of the pairs of characters that stand side by side somewhere in the text."""
    wanted = sorted(set(pairs))
    if len(wanted) <= _FEW:
        return {pair for pair in wanted if pair in text}
    return {wanted[index] for index, _, _ in Terms(wanted, overlapping=True).find(text)}
