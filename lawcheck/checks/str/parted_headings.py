"""A line end between an ordinal and its text, where the others of its form stand on one line with theirs (STR023)."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from re import Match

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.line_heads import NEAR, SHAPES, LineHead, goes_on, line_heads, read_shape
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN, is_han

_LINE_END = Pattern("[ \t\u3000]*\n\\s{0,12}")
# What goes on behind the ordinal: a word, and neither another ordinal nor the rest of a reference.
_TEXT = Pattern(f"(?![项款目条]|{SHAPES})[{HAN}“《]")
# …落实。（三）⏎加强…: the ordinal at the end of the line before.
_AT_END = Pattern(f"(?<=[{HAN}。；：！？”）])[ \u3000]{{0,2}}(?P<marker>{SHAPES})(?=[ \u3000]*\n)")
# The last character of an ordinal before a line end, and how far before it such an ordinal begins with its blanks.
_LAST_OF_LINE = Pattern("[）)〕、.．,，条章节①-⑳㈠-㈩⑴-⒇⒈-⒛](?=[ \u3000]*\n)")
_LONGEST = 12
_BLANKS = Pattern("[ \u3000]{0,2}")
# So many others of its form stand on one line with their text, for each that does not.
_OTHERS = 2


def parted_heading(document: Document) -> Iterator[Finding]:
    """STR023: an ordinal at the end of a line, its text in the next."""
    text = document.text
    heads = line_heads(text)
    lined = [_LINE_END.match(text, head.end) is None for head in heads]
    alone = Counter(head.shape for head, with_text in zip(heads, lined, strict=True) if not with_text)
    together = Counter(head.shape for head, with_text in zip(heads, lined, strict=True) if with_text)
    for at, (head, with_text) in enumerate(zip(heads, lined, strict=True)):
        if (
            not with_text
            and together[head.shape] >= _OTHERS * alone[head.shape]
            and goes_on(heads, at, head.shape, head.number)
        ):
            yield from _parted(document, head)
    starts = [head.start for head in heads]
    known = set(starts)
    for match in _at_ends(text):
        read = read_shape(match)
        if read is None or match.start("marker") in known:
            continue
        head = LineHead(*match.span("marker"), *read)
        at = bisect_left(starts, head.start)
        among = (*heads[max(0, at - NEAR) : at], head, *heads[at : at + NEAR])
        stopped = not is_han(text[match.start() - 1])
        # 附件1.: a number of something else.
        if not stopped and head.shape in ("item", "half", "bracketed"):
            continue
        is_next = goes_on(among, min(at, NEAR), head.shape, head.number)
        # …第八章 附则第四十条⏎: without a stop only where both neighbours leave room for it.
        if together[head.shape] >= 2 and (is_next if stopped else _is_missing(among, min(at, NEAR))):
            yield from _parted(document, head, "before")


def _at_ends(text: str) -> Iterator[Match[str]]:
    """The ordinals at the ends of lines, which are looked for there alone."""
    low = 0
    for last in _LAST_OF_LINE.finditer(text):
        stop = text.find("\n", last.end()) + 1
        if found := _AT_END.search(text, max(low, last.start() - _LONGEST), stop):
            yield found
        low = stop


def _is_missing(heads: Sequence[LineHead], at: int) -> bool:
    """Whether an ordinal stands between the number before it and the one behind it."""
    shape, number = heads[at].shape, heads[at].number
    before = next((head.number for head in reversed(heads[:at]) if head.shape == shape), 0)
    after = next((head.number for head in heads[at + 1 :] if head.shape == shape), 0)
    return (before, after) == (number - 1, number + 1)


def _parted(document: Document, head: LineHead, variant: str = "default") -> Iterator[Finding]:
    text = document.text
    end = _LINE_END.match(text, head.end)
    if end is None or not _TEXT.match(text, end.end()) or document.is_in_cell(head.start):
        return
    if any(part.start <= head.start < part.end for each in document.frame.texts for part in each.contents):
        return
    edits = [Edit(head.end, end.end(), _usual_blank(text, head.shape))]
    if variant == "before":
        edits.insert(0, Edit(head.start, head.start, "\n"))
    values = {"marker": text[head.start : head.end]}
    yield Finding(head.start, end.end(), values, variant, tuple(edits))


@lru_cache(maxsize=16)
def _usual_blank(text: str, shape: str) -> str:
    """What most ordinals of a shape have between them and their text."""
    blanks = Counter(
        match[0] for head in line_heads(text) if head.shape == shape and (match := _BLANKS.match(text, head.end))
    )
    return blanks.most_common(1)[0][0] if blanks else ""
