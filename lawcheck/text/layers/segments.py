"""Counters that a document-sharing site put in front of every page-sized piece of a text: `\\n2、` in mid-word."""

import re
from string import digits

from lawcheck.text.layers.common_words import standing_together
from lawcheck.text.layers.linebreaks import KIND as LINE_BREAK
from lawcheck.text.patterns import Pattern
from lawcheck.text.view import Cut, View

KIND = "segment"
# The line end before a counter belongs to it; one that fell between two sentences harms nobody.
BETWEEN_SENTENCES = "segment-break"

# Always at the very start of a line: an author's own items are indented or follow a finished line.
_COUNTER = Pattern(r"(?<![^\n])([0-9]{1,3})、(?=\S)", first=digits)
_FINISHED = frozenset("。！？；：…!?;:）)】〕》")
_CANNOT_BEGIN = frozenset("，。、；：！？）》”’,;:)")
_SHORTEST = 3
# Of the counters at least this share must part a word that the document knows, and not more than that share may stand
# where a sentence ends: an author's own list stands between paragraphs.
_IN_WORD = 0.25
_BETWEEN = 0.4
# A counter may be lost; each one that is missing costs.
_LOST = 2
_LOST_COST = 0.8


def segment_cuts(view: View) -> list[Cut]:
    """The counters 1…k (or 2…k) that run through the whole text, when they part words as no author would."""
    text = view.text
    found = list(_COUNTER.finditer(text))
    known = standing_together(text, (_before(text, m) + text[m.end()] for m in found))
    chain = _longest_chain([(m, int(m[1]), _parting(text, m, known)) for m in found])
    later = [parting for m, parting in chain if m.start() > 0]
    if len(chain) < _SHORTEST or not later:
        return []
    if later.count(1.0) < max(2, _IN_WORD * len(later)) or later.count(0.0) > _BETWEEN * len(later):
        return []
    cuts = [Cut(KIND, m.start(), m.end()) for m, _ in chain]
    cuts += [
        Cut(LINE_BREAK if parting else BETWEEN_SENTENCES, m.start() - 1, m.start(1))
        for m, parting in chain
        if m.start()
    ]
    return cuts


def _before(text: str, match: re.Match[str]) -> str:
    """The character before a counter, the space between them left out."""
    return text[max(0, match.start() - 8) : match.start()].rstrip()[-1:]


def _parting(text: str, match: re.Match[str], known: set[str]) -> float:
    """1.0 where a counter parts a pair of characters that stand together elsewhere, 0.5 inside a sentence, else 0."""
    if match.start() == 0:
        return 0.5
    last = _before(text, match)
    if not last or last in _FINISHED:
        return 0.0
    first = text[match.end()]
    return 1.0 if last + first in known or first in _CANNOT_BEGIN else 0.5


def _longest_chain(found: list[tuple[re.Match[str], int, float]]) -> list[tuple[re.Match[str], float]]:
    """The best run of consecutive numbers from 1 or 2, in the order of the text."""
    best: dict[int, tuple[float, object]] = {}
    for match, value, parting in found:
        before = [
            (best[value - 1 - lost][0] - lost * _LOST_COST, best[value - 1 - lost][1])
            for lost in range(_LOST + 1)
            if value - 1 - lost in best
        ]
        if value <= 2:
            before.append((0.0, None))
        if not before:
            continue
        score, link = max(before, key=lambda entry: entry[0])
        gained = score + parting + 0.1
        if value not in best or gained > best[value][0]:
            best[value] = (gained, ((match, parting), link))
    if not best:
        return []
    _, link = max(best.values(), key=lambda entry: entry[0])
    chain: list[tuple[re.Match[str], float]] = []
    while isinstance(link, tuple):
        head, link = link
        chain.append(head)
    return chain[::-1]
