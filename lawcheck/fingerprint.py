"""Names for findings that stay the same while the document around them is edited."""

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

from lawcheck.diagnostics import Diagnostic

# Code points of the line on either side that tell one finding of a rule from another.
_CONTEXT = 16
_LINE_ENDS = "\r\n"


def fingerprints(text: str, diagnostics: Iterable[Diagnostic]) -> list[tuple[str, ...]]:
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
    """What stands around a place in its line, white space apart, and at which character of that the place begins."""
    before = _last_line(text[max(0, start - _CONTEXT) : start])
    behind = _first_line(text[start : max(start, min(end, start + _CONTEXT)) + _CONTEXT])
    head, tail = "".join(before.split()), "".join(behind.split())
    return head + tail, len(head)


def _last_line(text: str) -> str:
    return text[max(text.rfind(sign) for sign in _LINE_ENDS) + 1 :]


def _first_line(text: str) -> str:
    return text[: min(at if (at := text.find(sign)) >= 0 else len(text) for sign in _LINE_ENDS)]


def _digest(key: tuple[object, ...]) -> str:
    return blake2b(repr(key).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
