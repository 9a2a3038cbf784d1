"""Abbreviations that a document defines for itself, and cited numbers of documents (CIT002, CIT010)."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import OPEN_DATE, dates_in
from lawcheck.text.vocabulary.document_numbers import document_numbers_in

_DEFINED = Pattern(
    "[（(]以下(?:统一?|合|并)?简称(?:为|：)?(?P<mark>[“《]?)(?P<term>[^（）()“”《》，、；：。和或及\n]{2,16})(?P<close>[”》]?)[）)]",
    first="（(",
)
# A covering letter ends with its date, annexes begin with 附件: each part defines for itself.
_SEPARATE = Pattern(rf"\n[^\S\n]*附[件录]|\n[^\n。年]{{0,20}}{OPEN_DATE}[^\n。]{{0,3}}(?=\n)", first="\n")
_DATED_LINE = Pattern(r"\n[^\n。]{0,20}")
_LINE_END = Pattern(r"[^\n。]{0,3}\n")
_DATED_LINE_REACH = 21
# So much stands alike before and behind two definitions of which one is a copy of the other's text.
_COPIED = 12
# So much of a short form stands at the end of the name that it is short for.
_SHORTEST_REST = 4
# No document abbreviates more; each one is looked for in the whole text.
_MOST = 100

_CITES = Pattern("(?:根据|按照|依据|依照|落实|执行|贯彻|参照|遵照)$")
_CITES_REACH = 2
_BARE = Pattern("》[ \u3000]?$")
_CITED = Pattern("《|文件?|通知|规定|的?要求|的?精神")


def undefined_abbreviation(document: Document) -> Iterator[Finding]:
    """CIT010: an abbreviation that is never used, defined twice, or used as a title before it is defined."""
    text = document.text
    seen: dict[str, re.Match[str]] = {}
    separate: list[int] | None = None
    for match in islice(_DEFINED.finditer(text), _MOST):
        term = match["term"]
        before = seen.get(term)
        if (lost := _lost_character(text, match)) is not None:
            yield lost
        if before and not document.run_on:
            separate = _parts(text) if separate is None else separate
        if before and separate is not None and not _apart(text, before, match, separate):
            place = before.span("term")
            yield Finding(*match.span("term"), {"term": term}, "twice", related=((*place, "related"),))
        elif not before and text.count(term) == 1 and "".join(text.split()).count(term) == 1:
            yield Finding(*match.span("term"), {"term": term})
        if match["mark"] == "《" and not before:
            yield from _used_before(text, term, match)
        seen[term] = match


def _lost_character(text: str, definition: re.Match[str]) -> Finding | None:
    """The name before a definition lacks its last character, which its short form has.

    重点实验（以下简称“重点实验室”）
    """
    term, end = definition["term"], definition.start()
    rest = term[:-1]
    if len(rest) < _SHORTEST_REST or not text.endswith(rest, 0, end) or text.endswith(term, 0, end):
        return None
    start = end - len(rest)
    return Finding(start, end, {"term": term}, "cut", (Edit(end, end, term[-1]),))


def _parts(text: str) -> list[int]:
    """Where parts of the document end or begin: lines with a date at their end, annexes."""
    found = [match.start() for match in _SEPARATE.finditer(text)]
    for day in dates_in(text):
        line = text.rfind("\n", max(0, day.start - _DATED_LINE_REACH), day.start)
        if (
            day.is_whole
            and line >= 0
            and _DATED_LINE.fullmatch(text, line, day.start)
            and _LINE_END.match(text, day.end)
        ):
            found.append(line)
    return sorted(found)


def _apart(text: str, first: re.Match[str], second: re.Match[str], separate: list[int]) -> bool:
    """Whether each of two definitions has a part of the document of its own, or one is a copy of the other's text."""
    if bisect_right(separate, first.end()) < bisect_right(separate, second.start()):
        return True
    before, behind = text[max(0, first.start() - _COPIED) : first.start()], text[first.end() : first.end() + _COPIED]
    return text.endswith(before, 0, second.start()) and text.startswith(behind, second.end())


def _used_before(text: str, term: str, definition: re.Match[str]) -> Iterator[Finding]:
    at = text.find(f"《{term}》", 0, definition.start())
    if at >= 0:
        yield Finding(at, at + len(term) + 2, {"term": term}, "early", related=((*definition.span("term"), "related"),))


def number_before_title(document: Document) -> Iterator[Finding]:
    """CIT002: a document cited by its number first, by the number alone, or with its number bare behind its title."""
    text = document.text
    named: set[str] = set()
    for number in document_numbers_in(text):
        start, end = number.start, number.end
        if text.startswith(("》（", "》("), max(0, start - 2)):
            named.add(number.written)
        if number.has_hao and _BARE.search(text, max(0, start - _CITES_REACH), start):
            edits = (Edit(start, start, "（"), Edit(end, end, "）"))
            yield Finding(start, end, {"number": text[start:end]}, "bare", edits=edits)
            continue
        cited = _CITED.match(text, end) if _CITES.search(text, max(0, start - _CITES_REACH), start) else None
        if cited and number.has_hao and number.written not in named:
            yield Finding(start, end, {"number": text[start:end]}, "default" if cited[0] == "《" else "alone")
