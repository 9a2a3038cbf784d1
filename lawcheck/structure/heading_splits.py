"""Where a heading ends whose text follows it with nothing between them: 一、总体要求为贯彻落实…

Line breaks that were lost leave no sign there. What does is counted in official writing: how headings and clauses end
and begin, which characters stand side by side inside clauses, and that the text takes up words of its heading. The
headings of one form in a document are decided together: they are of like length, and where some run into their text,
others do. What stays doubtful is left as it is.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import exp, log

from lawcheck.reading.known_words import is_official_word
from lawcheck.reading.language import run_level
from lawcheck.reading.resources import rows
from lawcheck.records import dataclass
from lawcheck.structure.document import Node
from lawcheck.structure.levels import LEVEL
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import MONTH, YEAR
from lawcheck.text.vocabulary.han import is_han
from lawcheck.text.vocabulary.usual_headings import USUAL_HEADING

_FORMS = frozenset({"SECTION", "SUBSECTION", "ITEM", "SUBITEM", "DECIMAL", "DECIMAL_3"})
_LONGEST = 36
# So much of the text under a heading is looked at, and so much stands there at least.
_LOOKED_AT, _LEAST = 60, 9
_BLANK = Pattern(r"\s")
# 准备阶段（3月1日—4月30日）各镇要…: a stage and its dates are a whole heading.
_STAGE = Pattern(
    r"[^，。；：、（(\s]{2,14}(?:阶段|环节|步骤|时期)[（(][^（）()。；\n]{2,30}[）)](?=[^，。；：、的为是由将与和至到])"
)
_STOP = Pattern("[。；;！？：:]")
# A sentence begins so, a heading does not.
_PREPOSITION = Pattern("对(?![口外标])|以(?!案)|在(?!线)|由|为(?!民)|按(?!时)|请|凡")
# What goes on with one of these says something of what stands before it.
_PREDICATE = Pattern("能[够否]|应[当该]?(?!急|用|对|变|诉|收|届)|必须|须|可以?|是|均|已|不得|包括|同时|第[一二三]")
# 自2026年5月1日起: a text begins with when it holds as it does with a figure.
_FROM_DATE = Pattern(f"[自从到至](?:{YEAR}年|{MONTH}月)")
_BEFORE_DATE = frozenset("自从到至")
_LONGEST_WORD = 4
# Those who are told what they are to do.
_TOLD = Pattern(
    r"(?:单位|部门|机关|政府|企业|学校|医院|街道|乡镇|人员|干部|党员|职工|人|者|[局委办厅组员])[要应将需可]\Z"
)
# They begin what is asked of them, which no heading does.
_EACH = Pattern("各(?:级|地|市|县|区|部门|单位|有关|相关|街道|乡镇|镇|校|院|系|成员)")
_SHARED = Pattern(USUAL_HEADING)
_COMMAS = "，,。；;：:"
_SIGN = Pattern("[，,。；;：:、]")
_OPENING, _CLOSING = "“（《(〔", "”）》)〕"
_NEVER_BEFORE = frozenset("，,、“（《(〔")
_NEVER_BEHIND = frozenset("，,、）”》)〕")
# No heading ends with one of the first, no text begins with one of the second.
_LEADS_ON, _GOES_ON = frozenset("是将及把被的"), frozenset("的及和与或等")
_QUOTES = frozenset("“《")
# Of places at which headings end one in seventy has less, of others seven in ten.
_HOPELESS = -1.0
# The weights were fitted in November 2026, with the table, to two thousand headings of plans and reports and their
# texts, and to the items of these that have no heading.
_BESIDE, _BESIDE_BEFORE, _BESIDE_AFTER = -0.09, -0.26, -0.21
_ALL_PAIRS = 17.2
_SAME_VERB, _TAKEN_UP, _WITH_COMMA = 1.93, 1.88, -0.56
_REPEATED, _ONE_CLAUSE = 5.0, -2.4
_COMMON, _BEYOND = 3.4, -2.0
_SHORTEST_SHARED = 4
_OPENED, _ADDRESSED, _INSIDE_WORD = -2.83, -3.0, -0.46
_REPEATS = (3, 8)
_CUT_SHORT = ((3, -1.9), (5, -1.01))
_LENGTHS = ((4, -2.97), (6, -0.65))
_LONG = ((16, -0.28), (24, -1.19))
_NOT_HAN, _FIGURE, _QUOTED = -1.32, 3.13, 1.45
_SECTION, _SUBSECTION, _ANY = 1.91, 0.02, -3.78
# How many headings run into their text, before any is looked at, and how many this belief weighs as much as.
_SHARE, _BELIEF = 0.3, 2.0
_USUAL, _SPREAD, _LEAST_SPREAD, _FARTHEST = 9.0, 5.0, 1.5, 4.0
_ROUNDS = 5
# Of nine in ten, eight in ten and seven in ten the second finds more and nothing wrong (November 2026).
_SURE = 0.8


@dataclass(frozen=True, slots=True)
class _Member:
    """A heading with the places at which it may end, counted from `start`, and what speaks for each of them."""

    node: Node
    start: int
    places: Sequence[int]
    scores: Sequence[float]


def heading_splits(text: str, nodes: Iterable[Node]) -> dict[int, int]:
    """Where headings end that run into their text, by where their nodes begin."""
    return splits_of(text, (node for root in nodes for node in root.walk()))


def splits_of(text: str, nodes: Iterable[Node]) -> dict[int, int]:
    """The same of these nodes alone, without what stands under them."""
    families: dict[str, list[_Member]] = {}
    stages: dict[int, int] = {}
    for node in nodes:
        symbol = LEVEL[node.form].symbol if node.form and not node.inferred else ""
        if symbol not in _FORMS:
            continue
        start, own = _own(text, node)
        if stage := _STAGE.match(own):
            stages[node.start] = start + stage.end()
        elif member := _member(node, start, own, symbol):
            families.setdefault(node.form, []).append(member)
    return stages | {start: end for members in families.values() for start, end in _decided(members)}


def _own(text: str, node: Node) -> tuple[int, str]:
    """The beginning of the text after a marker, and where it stands.

    What stands in the next line, or behind a blank, is apart from the heading already.
    """
    start = node.body_start
    while start < node.text_end and text[start].isspace():
        start += 1
    end = min(node.text_end, start + _LONGEST + _LOOKED_AT)
    blank = _BLANK.search(text, start, end)
    return start, text[start : blank.start() if blank else end]


def _member(node: Node, start: int, own: str, symbol: str) -> _Member | None:
    last = max(own.rfind(sign) for sign in _COMMAS)
    likely = ((place, _edges_at(own, place)) for place in _places(own) if place <= last)
    places = [(place, edges) for place, edges in likely if edges >= _HOPELESS]
    opened, shared = bool(_PREPOSITION.match(own)), _SHARED.match(own)
    shared_end = shared.end() if shared and shared.end() >= _SHORTEST_SHARED else 0
    scores = [edges + _score(own, place, symbol, opened, shared_end) for place, edges in places]
    return _Member(node, start, [place for place, _ in places], scores) if places else None


def _places(own: str) -> Iterator[int]:
    """Where a heading may end: inside no brackets and no number, beside no comma, before the first stop or blank."""
    stop = _STOP.search(own)
    last = min(stop.start() if stop else len(own), _LONGEST + 1, len(own) - _LEAST + 1)
    depth = 0
    for at, character in enumerate(own[:last]):
        before = own[at - 1 : at]
        apart = character not in _NEVER_BEHIND and before not in _NEVER_BEFORE
        in_number = (character.isdecimal() and before in _BEFORE_DATE) or (character.isascii() and before.isascii())
        if at > 1 and not depth and apart and not in_number and not _is_predicate(own, at):
            yield at
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth = max(0, depth - 1)


def _is_predicate(own: str, at: int) -> bool:
    if own[at - 1] in _LEADS_ON or own[at] in _GOES_ON:
        return True
    return bool(_PREDICATE.match(own, at) or _TOLD.search(own[max(0, at - 2) : at + 1]))


def _score(own: str, at: int, symbol: str, opened: bool, shared_end: int) -> float:
    """What speaks for a place beside its edges, as a logarithm of odds.

    `opened` tells whether a preposition begins the heading, `shared_end` where words that documents share end, or 0.
    """
    before, after = own[at - 1], own[at]
    score = _ANY
    beside = run_level(before + after)
    score += _BESIDE * (beside - run_level(before) - run_level(after) + _ALL_PAIRS)
    score += _BESIDE_BEFORE * (run_level(own[at - 2 : at + 1]) - run_level(own[at - 2 : at]))
    score += _BESIDE_AFTER * (run_level(own[at - 1 : at + 2]) - run_level(own[at : at + 2]))
    score += _SAME_VERB * (own[:2] == own[at : at + 2])
    looked_at = own[at : at + _LOOKED_AT]
    score += _TAKEN_UP * sum(own[n : n + 2] in looked_at for n in range(at - 1)) / (at - 1)
    score += _WITH_COMMA * ("，" in own[:at])
    sign = _SIGN.search(own, at)
    score += _ONE_CLAUSE * bool(sign and sign[0] in "。：:")
    score += _OPENED * opened + _ADDRESSED * bool(_EACH.search(own, 1, at))
    score += _INSIDE_WORD * _is_inside_word(own, at)
    if shared_end:
        score += _COMMON if at == shared_end else _BEYOND * (at > shared_end)
    score += _REPEATED * _is_repeated(own, at)
    score += next((cost for length, cost in _CUT_SHORT if sign and sign.start() - at < length), 0.0)
    score += sum(cost for length, cost in _LENGTHS if at < length) + sum(cost for length, cost in _LONG if at >= length)
    begins_with_figure = after.isdecimal() or _FROM_DATE.match(own, at) is not None
    score += _NOT_HAN * (not is_han(after)) + _FIGURE * begins_with_figure + _QUOTED * (after in _QUOTES)
    return score + {"SECTION": _SECTION, "SUBSECTION": _SUBSECTION}.get(symbol, 0.0)


def _is_repeated(own: str, at: int) -> bool:
    """Whether the end of the heading begins the text: 确定示例街道示例街道由…."""
    return any(own.startswith(own[at - length : at], at) for length in range(_REPEATS[0], min(_REPEATS[1], at) + 1))


def _is_inside_word(own: str, at: int) -> bool:
    return any(
        is_official_word(own[start : start + length])
        for length in range(2, _LONGEST_WORD + 1)
        for start in range(max(0, at - length + 1), at)
    )


@cache
def _edges() -> dict[str, dict[str, float]]:
    """What the runs of one to three characters say that end headings and clauses, and that begin clauses."""
    found: dict[str, dict[str, float]] = {"begin": {}, "end": {}}
    for side, value, runs in rows("heading_edges.tsv"):
        found[side].update(dict.fromkeys(runs.split(" "), float(value)))
    return found


def _edges_at(own: str, at: int) -> float:
    return _edge("end", own[max(0, at - 3) : at]) + _edge("begin", own[at : at + 3])


def _edge(side: str, run: str) -> float:
    edges = _edges()[side]
    while run:
        if (value := edges.get(run)) is not None:
            return value
        run = run[1:] if side == "end" else run[:-1]
    return edges["*"]


def _decided(members: Sequence[_Member]) -> Iterator[tuple[int, int]]:
    """The headings that certainly run into their text, with their ends."""
    odds, usual, spread = 0.0, 0.0, 0.0
    for _ in range(_ROUNDS):
        chances = [_chances(member, odds, usual, spread) for member in members]
        weighed = [
            (place, chance)
            for m, each in zip(members, chances, strict=True)
            for place, chance in zip(m.places, each, strict=True)
        ]
        total = sum(chance for _, chance in weighed)
        share = min((total + _BELIEF * _SHARE) / (len(members) + _BELIEF), 0.97)
        odds = log(share / (1 - share)) - log(_SHARE / (1 - _SHARE))
        usual = (sum(place * chance for place, chance in weighed) + 0.3 * _USUAL) / (total + 0.3)
        squares = sum((place - usual) ** 2 * chance for place, chance in weighed)
        spread = max(_LEAST_SPREAD, ((squares + 0.5 * _SPREAD**2) / (total + 0.5)) ** 0.5)
    for member, each in zip(members, chances, strict=True):
        chance, place = max(zip(each, member.places, strict=True))
        if chance >= _SURE:
            yield member.node.start, member.start + place


def _chances(member: _Member, odds: float, usual: float, spread: float) -> list[float]:
    """How likely each place is to be the end of the heading, where one of them need not be."""
    weights = [
        exp(min(score + odds - (min(abs(place - usual) / spread, _FARTHEST) if spread else 0.0), 50.0))
        for place, score in zip(member.places, member.scores, strict=True)
    ]
    every = 1.0 + sum(weights)
    return [weight / every for weight in weights]
