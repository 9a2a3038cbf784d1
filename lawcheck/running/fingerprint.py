"""Names for findings that stay the same while the document around them is edited."""

import re
from collections import Counter
from collections.abc import Iterable

from lawcheck.reading.digests import blake2b
from lawcheck.rulebook.findings import Issue

# So many letters of the line on either side tell one finding of a rule from another; so far they are looked for.
_LETTERS = 12
_REACH = 40
_LINE_ENDS = "\r\n"
_NO_WORD = re.compile(r"\W+")


def fingerprints(text: str, diagnostics: Iterable[Issue]) -> list[tuple[str, ...]]:
    """For each diagnostic a name for each of its spans: 16 hexadecimal digits, no two the same in one document.

    A name depends on the rule and on what stands beside the place in its line, not on where the line stands, so it
    survives edits elsewhere; of places that are alike in both the first, the second, … keep theirs.
    """
    seen: Counter[tuple[str, str, int]] = Counter()
    found: list[tuple[str, ...]] = []
    for diagnostic in diagnostics:
        names = []
        for start, end in diagnostic.spans:
            key = (diagnostic.code, *_context(text, start, end))
            seen[key] += 1
            names.append(_digest((*key, seen[key])))
        found.append(tuple(names))
    return found


def _context(text: str, start: int, end: int) -> tuple[str, int]:
    """The words around a place in its line, and at which character of them the place begins.

    Signs and spaces do not count: they are what is fixed most often, and the places beside them keep their names.
    """
    end = min(end, start + _REACH)
    head = _NO_WORD.sub("", _last_line(text[max(0, start - _REACH) : start]))[-_LETTERS:]
    tail = _NO_WORD.sub("", text[start:end]) + _NO_WORD.sub("", _first_line(text[end : end + _REACH]))[:_LETTERS]
    return head + tail, len(head)


def _last_line(text: str) -> str:
    return text[max(text.rfind(sign) for sign in _LINE_ENDS) + 1 :]


def _first_line(text: str) -> str:
    return text[: min(at if (at := text.find(sign)) >= 0 else len(text) for sign in _LINE_ENDS)]


def _digest(key: tuple[object, ...]) -> str:
    return blake2b(repr(key).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
