"""Passages whose words went into another one, or came out of one."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from rapidfuzz.distance import LCSseq

from lawcheck.comparing.likeness import LONGEST, grams
from lawcheck.comparing.pairing import Pairing
from lawcheck.comparing.passages import Passage

# A shorter text is found in many others.
_SHORTEST = 14
# So much of it must stand in the other one.
_SHARE = 0.8
_MOST_FOUND = 24


def mergers(pairing: Pairing) -> tuple[dict[int, Passage], dict[int, Passage]]:
    """For passages that are gone the one that holds their words now; for added ones the one that held them."""
    gone = [passage for passage in pairing.old if passage.index not in pairing.new_of]
    come = [passage for passage in pairing.new if passage.index not in pairing.old_of]
    return _homes(gone, pairing.new, pairing.old_of, pairing.old), _homes(
        come, pairing.old, pairing.new_of, pairing.new
    )


def _homes(
    lone: Sequence[Passage], others: Sequence[Passage], partners: Mapping[int, int], same_side: Sequence[Passage]
) -> dict[int, Passage]:
    """For lone passages the one of the other revision that has their words, where its partner has them not."""
    wanted: defaultdict[str, list[int]] = defaultdict(list)
    for passage in lone:
        if len(passage.key) >= _SHORTEST:
            for gram in grams(passage.key):
                wanted[gram].append(passage.index)
    votes: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for other in others if wanted else ():
        if other.index in partners:
            for gram in {other.key[at : at + 3] for at in range(len(other.key) - 2)} & wanted.keys():
                for index in wanted[gram][:_MOST_FOUND]:
                    votes[index][other.index] += 1
    found = {}
    for passage in lone:
        for index, _ in votes[passage.index].most_common(1):
            partner = same_side[partners[index]]
            if _holds(others[index], passage) and not _holds(partner, passage):
                found[passage.index] = others[index]
    return found


def _holds(other: Passage, passage: Passage) -> bool:
    words = passage.key[:LONGEST]
    return LCSseq.similarity(words, other.key[:LONGEST]) >= _SHARE * len(words)
