"""Stops that recognition has lost at the end of a paragraph (OCR016)."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from lawcheck.checks.scanned import is_scanned
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_OPEN_END = Pattern(f"[{HAN}”％%]\\Z")
# A dot at the end is what is left of a stop (OCR007), a comma one that was misread.
_ENDED = Pattern("[。；！？;.·•,，][”’）)]?\\s*\\Z")
_STOP = Pattern("[，。；,;]")
# A heading has no full stop inside, and neither has the beginning of a list.
_FULL_STOP = Pattern("[。；;]")
# The forms of ordinals, by the name of the group: what stands beside a thing of its own form ends as that does.
_ORDINAL = Pattern(
    r"(?P<article>第 ?[一二三四五六七八九十百〇零0-9]{1,6} ?条)"
    r"|(?P<decimal4>[0-9]{1,2}(?: ?[.．] ?[0-9]{1,2}){3})"
    r"|(?P<decimal3>[0-9]{1,2}(?: ?[.．] ?[0-9]{1,2}){2})"
    r"|(?P<decimal2>[0-9]{1,2} ?[.．] ?[0-9]{1,2}(?![0-9%％]))"
    "|(?P<enclosed>[（(〈《] ?[一二三四五六七八九十]{1,3} ?[）)》〉])"
    "|(?P<subitem>[（(〈《]? ?[0-9]{1,2} ?[）)》〉])"
    "|(?P<item>[0-9]{1,2} ?[、.．])"
    "|(?P<section>[一二三四五六七八九十]{1,3} ?[、.．]|第[一二三四五六七八九十]{1,3}章|附件)"
    "|(?P<other>[0-9一二三四五六七八九十]{1,3} )"
)
_COMMAS = ("，", ",", "、")
# Forms that mostly stand before headings: those without a stop are no exception.
_TITLED = frozenset({"section", ""})
_LABEL = Pattern("[：:](?P<said>[^：:]*)\\Z", first="：:")
# From the outermost inwards. What is followed by something further in, or by a text of its own, is its heading.
_DEPTH = {
    form: depth
    for depth, form in enumerate(
        ("section", "article", "enclosed", "item", "subitem", "decimal2", "decimal3", "decimal4", "other", "")
    )
}
_SHORTEST = 12
# What a label says is a sentence when it is so long and has a comma.
_LONG_SAID = 20
# No heading is so long.
_LONG = 30
# So many lines have the width of the page, give or take a character or two.
_FEWEST_ALIKE, _SPREAD = 4, 2
# So many of one form end in a stop, and no fewer than those that end in none: it is their custom.
_CUSTOM = 3
# The words of an item, without its ordinal, that can be a sentence.
_SHORTEST_ITEM = 6


def lost_stop(document: Document) -> Iterator[Finding]:
    """OCR016: a paragraph of sentences in a scan that ends without a stop, or in a comma before the next item."""
    if not is_scanned(document):
        return
    bodies = [text.body for text in document.frame.texts]
    if not bodies:
        return
    first, last = min(body.start for body in bodies), max(body.end for body in bodies)
    paragraphs = [
        (paragraph, document.text_of(paragraph).rstrip())
        for paragraph in document.paragraphs
        if first <= paragraph.start and paragraph.end <= last and not document.is_in_cell(paragraph.start)
    ]
    forms = [_form(words) for _, words in paragraphs]
    ended, opened = Counter[str](), Counter[str]()
    for form, (_, words) in zip(forms, paragraphs, strict=True):
        (ended if _ENDED.search(words[-3:]) else opened)[form] += 1
    customary = {form for form in ended if form not in _TITLED and ended[form] >= max(_CUSTOM, opened[form])}
    source = document.view.source_text
    widths = sorted(len(line.strip()) for line in source.splitlines())
    starts = [node.start for node in document.walk()]
    for form, after, (paragraph, words) in zip(forms, [*forms, ""][1:], paragraphs, strict=True):
        end = paragraph.start + len(words)
        # A heading that runs on from the line before it (STR009) has no stop of its own.
        heads = bisect_right(starts, end) - 1
        if heads >= 0 and paragraph.start < starts[heads] and end - starts[heads] <= _LONG:
            continue
        values = {"found": words[-_SHORTEST:]}
        if words.endswith(_COMMAS):
            if form and after and _DEPTH[after] <= _DEPTH[form]:
                yield Finding(end - 1, end, values, "comma")
        elif after == "" and _is_full_line(_last_line(source, document.view.source_end(end)), widths):
            # It goes on in the next line: no paragraph ends here.
            continue
        elif _OPEN_END.search(words[-1:]) and _is_sentence(words, form in customary, _DEPTH[after] <= _DEPTH[form]):
            yield Finding(end - 1, end, values)


def _last_line(source: str, end: int) -> int:
    """How wide the line is that ends at a place of the source."""
    return len(source[source.rfind("\n", 0, end) + 1 : end].strip())


def _is_full_line(width: int, widths: list[int]) -> bool:
    """Whether a line is as wide as those of the page: several are, and hardly one is wider."""
    alike = bisect_right(widths, width + _SPREAD) - bisect_left(widths, width - _SPREAD)
    wider = len(widths) - bisect_right(widths, width + _SPREAD)
    return alike >= _FEWEST_ALIKE and wider <= alike


def _form(words: str) -> str:
    """The form of the ordinal that a paragraph begins with, "" for none."""
    match = _ORDINAL.match(words)
    return (match.lastgroup or "") if match else ""


def _is_sentence(words: str, customary: bool, last: bool) -> bool:
    """Whether a paragraph without a stop at its end wants one.

    Its form customarily ends in one, or it says so itself; `last` is that nothing hangs under it.
    """
    ordinal = _ORDINAL.match(words)
    if ordinal and customary and last and len(words) - ordinal.end() >= _SHORTEST_ITEM:
        return True
    if len(words) < _SHORTEST or not _STOP.search(words):
        return False
    if _FULL_STOP.search(words):
        return True
    label = _LABEL.search(words)
    if label and (len(label["said"]) < _LONG_SAID or not _STOP.search(label["said"])):
        return False
    return ordinal is None or (last and len(words) >= _LONG)
