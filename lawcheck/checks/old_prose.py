"""Texts in the language of old books, of which what is known of today's writing says nothing: 玄德遂以己志告之."""

from functools import lru_cache

# What today's texts have in quotations alone. Measured in November 2026: a novel of the Ming has 12 of them in a
# thousand characters, and of 628 published documents, lessons with old sayings among them, none has more than 2.3.
_OLD = "曰矣汝哉焉兮耶吾"
_FEWEST, _KINDS, _SHARE = 6, 3, 0.006


@lru_cache(maxsize=2)
def is_old_prose(text: str) -> bool:
    """Whether a text, or most of it, is of an old book: rules on the words of today are silent on it."""
    counts = [text.count(character) for character in _OLD]
    total = sum(counts)
    return total >= _FEWEST and sum(map(bool, counts)) >= _KINDS and total >= _SHARE * len(text)
