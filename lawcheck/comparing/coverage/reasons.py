"""Why two measures belong together: the longest words that both have."""

from lawcheck.text.vocabulary.han import is_han

_SHORTEST, _LONGEST = 4, 24
_MOST = 3


def shared_words(one: str, other: str) -> list[str]:
    """The longest runs of Han characters of one text that stand in the other, longest first, none inside another."""
    found: dict[str, int] = {}
    at = 0
    while at < len(one):
        end = at
        while end < len(one) and end - at < _LONGEST and is_han(one[end]) and one[at : end + 1] in other:
            end += 1
        if end - at >= _SHORTEST:
            found.setdefault(one[at:end], at)
        at = max(end, at + 1) if end - at >= _SHORTEST else at + 1
    return sorted(found, key=lambda run: (-len(run), found[run]))[:_MOST]
