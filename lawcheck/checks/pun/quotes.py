"""PUN002: which quotation mark is wrong."""

from collections.abc import Iterator

from lawcheck.checks.pun.lone_single_quotes import lone_single_quotes
from lawcheck.checks.pun.stretch import stretch_after, stretch_before
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern

_MARKS = Pattern("[“”]", first="“”")
# What the readings of a mark cost; the cheapest reading of the whole text says which marks are wrong. A flipped mark
# is likelier than a lost one; a mark inside a quotation and a quotation that runs over line ends are unlikely.
_FLIP, _LONELY, _NESTED, _LINE = 100, 120, 70, 1
_HINT = 30
# ”…“ around a few words: whoever turns one mark of a pair round has turned the other one, too.
_SECOND = 15
# A mark that is turned round to close what another paragraph opened: rather both have lost their partners.
_TURNED_LINES_ON = 150
_LONGEST_REVERSED = 14
_DIVIDES = Pattern("[，。；：！？\n]")
_DEEPEST = 2
_NEVER = 10**9
_TURNED = {"“": "”", "”": "“"}
_AFTER_CLOSING = Pattern("[，。、；：？！）》\n]|$")
_LINE_START = Pattern(r"(?:^|\n)\s*$")
_LONGEST_INDENT = 12
_BEFORE_OPENING = Pattern("[，、；：（《\n]")

# Where a quotation must be closed at the latest.
_STOPS = "。；\n“”"

_State = tuple[int, bool]


def mismatched_quote(document: Document) -> Iterator[Finding]:
    """PUN002: a quotation mark that points the wrong way, or has no partner.

    Then the stretch in which that must have stood is the place. A quotation of several paragraphs may open anew in
    each.
    """
    text = document.text
    yield from lone_single_quotes(document)
    marks = [match.start() for match in _MARKS.finditer(text)]
    if _alternate(text, marks):
        return
    for at, reading in zip(marks, _readings(text, marks), strict=True):
        right = _TURNED[text[at]]
        values = {"sign": text[at], "right": right}
        if reading == "flip":
            yield Finding(at, at + 1, values, edits=(Edit(at, at + 1, right),))
        elif reading == "lonely":
            opening = text[at] == "“"
            start = at if opening else stretch_before(text, at, _STOPS)
            yield Finding(start, stretch_after(text, at, _STOPS) if opening else at + 1, values, "lonely")


def _alternate(text: str, marks: list[int]) -> bool:
    """Whether every quotation opens and closes in its own paragraph, as in nearly every document."""
    if len(marks) % 2:
        return False
    return all(
        text[a] == "“" and text[b] == "”" and text.find("\n", a, b) < 0
        for a, b in zip(marks[::2], marks[1::2], strict=True)
    )


def _readings(text: str, marks: list[int]) -> list[str]:
    """What the cheapest reading makes of each mark: proper, flip or lonely."""
    # A state is the depth, and whether the mark before it is an opening one that points the wrong way.
    costs: dict[_State, int] = {(0, False): 0}
    steps: list[dict[_State, tuple[_State, str]]] = []
    last = before = 0
    for at in marks:
        lines = text.count("\n", last, at)
        encloses = text[before] == "”" and _is_short(text, before + 1, at)
        before = at
        reached: dict[_State, int] = {}
        step: dict[_State, tuple[_State, str]] = {}
        for state, cost in sorted(costs.items()):
            depth, turned = state
            spent = cost + (lines * _LINE if depth else 0)
            # On a tie the outer reading wins: the mark that came first has lost its partner.
            for after, price, reading in _choices(text, at, depth, turned and encloses):
                reaches = after, reading == "flip" and text[at] == "”"
                if lines and depth and reading == "flip":
                    price += _TURNED_LINES_ON
                if 0 <= after <= _DEEPEST and spent + price < reached.get(reaches, _NEVER):
                    reached[reaches] = spent + price
                    step[reaches] = (state, reading)
        costs, last = reached, at
        steps.append(step)
    readings: list[str] = []
    state = (0, False)
    for step in reversed(steps):
        state, reading = step[state]
        readings.append(reading)
    return readings[::-1]


def _is_short(text: str, start: int, end: int) -> bool:
    """Whether what stands between two marks is short enough to be what they quote."""
    return 0 < end - start <= _LONGEST_REVERSED and not _DIVIDES.search(text, start, end)


def _choices(text: str, at: int, depth: int, reversed_pair: bool) -> Iterator[tuple[int, int, str]]:
    """What a mark can be at a depth of quotation: the depth after it, the cost, and the name of the reading."""
    inner = _NESTED if depth else 0
    yield depth, _LONELY, "lonely"
    if text[at] == "“":
        hint = _HINT if _AFTER_CLOSING.match(text, at + 1) else 0
        yield depth + 1, inner, "proper"
        yield depth - 1, _SECOND if reversed_pair else _FLIP - hint, "flip"
        if depth == 1 and _LINE_START.search(text, max(0, at - _LONGEST_INDENT), at):
            yield depth, 0, "proper"
    else:
        hint = _HINT if at == 0 or _BEFORE_OPENING.match(text, at - 1) else 0
        yield depth - 1, 0, "proper"
        yield depth + 1, inner + _FLIP - hint, "flip"
