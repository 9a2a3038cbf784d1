"""Whether two characters that a line end parts belong together, judged by the document itself."""

from itertools import islice
from operator import add

# So many questions are answered by searching the text; more pay for an index of it.
_SEARCHES = 60


class Pairs:
    """The pairs of neighbouring characters of a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, bool] = {}
        self._index: set[str] | None = None

    def __contains__(self, pair: str) -> bool:
        known = self._known.get(pair)
        if known is None:
            known = self._known[pair] = self._look_up(pair)
        return known

    def _look_up(self, pair: str) -> bool:
        if self._index is None and len(self._known) >= _SEARCHES:
            self._index = set(map(add, self._text, islice(self._text, 1, None)))
        return pair in (self._text if self._index is None else self._index)
