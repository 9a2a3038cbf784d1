"""Numbers of standards that are read loosely and written anew: GB/Tl 3554—2020, DB ll/408.2007, GB 3095 2012 (CIT030).

What stands there is told only where it differs from what is written anew, and where nothing else can be meant.
"""

from collections.abc import Iterator
from re import Match

from lawcheck.checks.ocr.figure_slots import TO_FIGURES
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.standards import LOOSE_STANDARD_NUMBER

_LOOSE = Pattern(LOOSE_STANDARD_NUMBER, first="6ABCDFGHJLMNQRSTWXYg")
_DASHES = frozenset("-—－–")
# What these begin is a standard even where its dash or half of its year is missing.
_SURE_CODES = ("GB", "JGJ", "HJ", "DB")
_FIRST_YEAR, _LAST_YEAR = 1949, 2039
_THIS_CENTURY = 39


def misread_standards(document: Document) -> Iterator[Finding]:
    """The numbers of standards that were misread, or lack their slash, their dash or half of their year."""
    for match in _LOOSE.finditer(document.text):
        found, right = match[0], _written_anew(match)
        if right and right != found:
            yield Finding(*match.span(), {"found": found, "right": right}, "misread", (Edit(*match.span(), right),))


def _written_anew(match: Match[str]) -> str:
    """The number as it should stand; empty where there is doubt."""
    code, recommended = _code(match["code"]), _slash(match["slash"])
    if match["slash"] == "/" and not code.startswith("DB"):
        return ""
    sure = recommended.endswith("T") or code.startswith(_SURE_CODES)
    number = match["number"].replace(" ", "").translate(TO_FIGURES)
    blank = match["blank"] or (" " if match["number"][1:2] == " " else "")
    before = f"{code}{recommended}{blank}{number}"
    year = (match["year"] or match["glued"] or "").replace(" ", "").translate(TO_FIGURES)
    if not year:
        # Without a year only a number that goes on behind its first figure, misread as a letter, is beyond doubt.
        return before if recommended.endswith("T") and match["number"][:2] in ("l ", "I ") else ""
    dash = match["dash"] or ""
    is_dashed = dash.strip() in _DASHES
    if len(year) == 2:
        return f"{before}{dash}20{year}" if sure and is_dashed and int(year) <= _THIS_CENTURY else ""
    if not _FIRST_YEAR <= int(year) <= _LAST_YEAR or not (is_dashed or sure):
        return ""
    if not dash.strip() and len(number) < 4:
        # GB 50 2010 may be anything.
        return ""
    return f"{before}{dash if is_dashed else '—'}{year}"


def _code(found: str) -> str:
    """The letters of a code, and the figures of a place."""
    if found.startswith("DB"):
        return "DB" + found[2:].strip().translate(TO_FIGURES)
    return "GB" if found.upper() in ("GB", "G8", "6B", "C8") else found


def _slash(found: str | None) -> str:
    """What stands between a code and its number."""
    if not found or found == "/":
        return found or ""
    return ("／" if "／" in found else "/") + ("Z" if found.endswith("Z") else "T")
