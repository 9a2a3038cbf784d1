"""The characters that HTML entities stand for, in HTML and in Markdown."""

ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_NEEDED = frozenset("<>&\"' \xa0\u2002\u2003\u2009\u3000\u200b\xad")
# Space for layout only: a check of characters should not take it for the author's choice.
_SPACES = {"\xa0": " ", "\u2002": " ", "\u2009": " ", "\u2003": "\u3000"}


def entity_character(entity: str) -> str:
    """What an entity stands for; the entity itself when there is no such character."""
    character = _unescaped(entity)
    return _SPACES.get(character, character)


def is_needed(entity: str) -> bool:
    """Whether an entity stands for a space, or for what would be a mark of its own: nobody writes it for the letter."""
    return _unescaped(entity) in _NEEDED


def is_known(entity: str) -> bool:
    """Whether there is such an entity."""
    # A few stand for two characters; what is longer is one without its semicolon, and letters behind it.
    return len(_unescaped(entity)) <= 2


def _unescaped(entity: str) -> str:
    from html import unescape  # its table is large, and most texts have no entity

    return unescape(entity)
