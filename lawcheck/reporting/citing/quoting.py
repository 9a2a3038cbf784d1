"""The places of the library that a document means, in words."""

from lawcheck.checks.library.originals import Original
from lawcheck.reporting.words import word


def named_original(original: Original, language: str) -> str:
    """Its title and number, and the place; how the citation stands is said where none is, for it is of all of it."""
    known = original.known
    number = f"（{known.number}）" if known.number else ""
    behind = original.place or f" · {word(f'state-{original.state}', language)}"
    return f"《{known.title}》{number}{behind}"


def where(original: Original, language: str) -> str:
    """Its file, and the line where it begins in one that has lines."""
    if not original.in_lines or not original.text:
        return original.known.path
    return word("cite-at", language, path=original.known.path, line=original.line)


def quoted(original: Original, language: str) -> str:
    """All of it, for whoever points at the citation."""
    return "\n".join(filter(None, (named_original(original, language), original.words, where(original, language))))
