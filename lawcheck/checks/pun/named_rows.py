"""A comma in a row of names that begin or end alike (PUN039): 东河桥、西河桥，南河桥、北河桥."""

from collections.abc import Iterator

from lawcheck.checks.pun.even_rows import CLAUSE, NO_MEMBER, is_closed
from lawcheck.text.patterns import Pattern
from lawcheck.text.shared_start import shared_start
from lawcheck.text.vocabulary.han import HAN

_NOTE = r"(?:（[^（）\n]{1,12}）)?"
_COMMA = Pattern(
    f"、(?P<last>[{HAN}]{{3,16}}){_NOTE}(?P<comma>，)(?P<next>[{HAN}]{{3,16}}?)(?=[、（]|等[{HAN}]|和[{HAN}])",
    first="、",
)
_BEFORE = Pattern(f"(?P<member>[{HAN}]{{2,16}}){_NOTE}\\Z")
_REACH = 34
# So many characters the two beside the comma share at their ends, and so many each of them with the one before.
_SHARED, _WITH_BEFORE = 3, 1


def named_rows(text: str) -> Iterator[int]:
    """Where the comma stands: the names beside it are alike, and the one before them is like both."""
    for match in _COMMA.finditer(text):
        last, following = match["last"], match["next"]
        if following.startswith(NO_MEMBER) or is_closed(last, following):
            continue
        if CLAUSE.match(following) or CLAUSE.match(last):
            continue
        before = _BEFORE.search(text, max(0, match.start() - _REACH), match.start())
        if before is None or CLAUSE.match(before["member"]):
            continue
        heads, tails = _alike(last, following)
        # 分为总体规划和详细规划，详细规划…: the second one says more of the first.
        if heads + tails < _SHARED or last.endswith(following):
            continue
        first = _alike(before["member"], last)
        if (heads > 1 and first[0] > 1) or (tails >= _WITH_BEFORE and first[1] >= _WITH_BEFORE):
            yield match.start("comma")


def _alike(one: str, other: str) -> tuple[int, int]:
    """How many characters two names share at their beginnings and at their ends."""
    return shared_start(one, other), shared_start(one[::-1], other[::-1])
