"""Which lists of a document count on under the next heading, and which begin at 1 again."""

from collections import Counter
from collections.abc import Sequence

from lawcheck.structure.document import Node
from lawcheck.structure.levels import LEVEL

_ARTICLE = LEVEL["ARTICLE"].rank
# So many lists that begin at 1 show that the one that counts on does so by mistake.
_BEGIN_ANEW = 2
# What makes one sequence: the rank of the level, and how many parts its numbers have.
Key = tuple[int, int]


def number_of(node: Node) -> int:
    """The last part of its number."""
    return node.parts[-1]


def key_of(node: Node) -> Key:
    """Which sequence a node belongs to."""
    return LEVEL[node.form].rank, len(node.parts)


def counting_on(nodes: Sequence[Node]) -> set[Key]:
    """The forms whose lists more often count on under the next heading than begin at 1 again."""
    last: dict[Key, int] = {}
    closed: set[Key] = set()
    votes: Counter[Key] = Counter()
    for node in nodes:
        key, number = key_of(node), number_of(node)
        if key in closed:
            votes[key] += (number == last[key] + 1) - (number == 1)
            closed.remove(key)
        last[key] = number
        closed.update(deeper for deeper in last if deeper[0] > key[0])
    # Articles count on through the chapters of a statute unless it shows that they do not.
    return {key for key, vote in votes.items() if vote > 0 or (vote == 0 and key[0] == _ARTICLE)}


def alone_counting_on(nodes: Sequence[Node]) -> set[int]:
    """Where a list, as the only one, counts on under the next heading: all others begin at 1 below such headings."""
    last: dict[Key, int] = {}
    # For each form whose list a heading has closed, the outermost of these headings.
    closed: dict[Key, int] = {}
    anew: Counter[tuple[Key, int]] = Counter()
    counting_on: dict[tuple[Key, int], list[int]] = {}
    for node in nodes:
        key, number = key_of(node), number_of(node)
        if key in closed:
            below = (key, closed.pop(key))
            if number == 1:
                anew[below] += 1
            elif number == last[key] + 1:
                counting_on.setdefault(below, []).append(node.start)
        last[key] = number
        closed |= {deeper: min(key[0], closed.get(deeper, key[0])) for deeper in last if deeper[0] > key[0]}
    alone = ((below, starts[0]) for below, starts in counting_on.items() if len(starts) == 1)
    return {start for (key, rank), start in alone if anew[key, rank] >= _BEGIN_ANEW and key[0] != _ARTICLE}
