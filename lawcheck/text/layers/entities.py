"""The characters that HTML entities stand for, in HTML and in Markdown."""

import html

ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
# Space for layout only: a check of characters should not take it for the author's choice.
_SPACES = {"\xa0": " ", "\u2002": " ", "\u2009": " ", "\u2003": "\u3000"}


def entity_character(entity: str) -> str:
    """What an entity stands for; the entity itself when there is no such character."""
    character = html.unescape(entity)
    return _SPACES.get(character, character)
