"""Idioms of general Chinese with a wrong character: 全神灌注 for 全神贯注 (TRM001)."""

from collections.abc import Iterator

from lawcheck.checks.lexicon import is_listed
from lawcheck.checks.near_names import Damage, NearName
from lawcheck.checks.trm.damaged_names import damaged_names

_WORD = 2


def misspelt_idioms(text: str) -> Iterator[NearName]:
    """Idioms with one character for another that sounds or looks like it.

    People turn them about and shorten them (风霜雪雨, 在其位、谋其政), so nothing else is told of them; and two words
    side by side may only look like one (历经艰辛).
    """
    for near in damaged_names(text, "idioms.tsv"):
        seen = text[near.start : near.end]
        if near.damage is Damage.REPLACED and not (is_listed(seen[:_WORD]) and is_listed(seen[_WORD:])):
            yield near
