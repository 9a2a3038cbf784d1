"""How far two texts are the same."""

from itertools import takewhile


def shared_start(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginnings; of reversed ones, at their ends."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
