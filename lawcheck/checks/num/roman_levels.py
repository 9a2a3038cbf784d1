"""Levels in Roman numbers, of which some are letters and others signs of their own: I级, Ⅱ级 (NUM035)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern

_SIGNS = {"I": "Ⅰ", "II": "Ⅱ", "III": "Ⅲ", "IV": "Ⅳ", "V": "Ⅴ"}
_LETTERS_OF = {sign: letters for letters, sign in _SIGNS.items()}
_OF_SIGNS = Pattern("(?P<number>[ⅠⅡⅢⅣⅤ])(?=级|类水)", first="ⅠⅡⅢⅣⅤ")
_OF_LETTERS = Pattern("(?<![A-Za-z0-9-])(?<!维生素)(?P<number>I{1,3}|IV|V)(?=级|类水)", first="IV")


def mixed_levels(text: str) -> Iterator[Finding]:
    """Each place of the rarer form; of two that stand equally often the letters."""
    signs, letters = ([m.span("number") for m in form.finditer(text)] for form in (_OF_SIGNS, _OF_LETTERS))
    rare, right = (letters, _SIGNS) if len(letters) <= len(signs) else (signs, _LETTERS_OF)
    for start, end in rare if signs and letters else ():
        found = text[start:end]
        values = {"found": text[start : end + 1], "right": right[found] + text[end]}
        yield Finding(start, end + 1, values, "levels", (Edit(start, end, right[found]),))
