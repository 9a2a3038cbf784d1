"""Which characters are taken for each other: those that sound the same or nearly so, and those of similar shape."""

from functools import cache, lru_cache
from typing import Any, NamedTuple

from lawcheck import __version__
from lawcheck.reading.resources import kept, resource_states, rows

_REMEMBERED = 10_000
# Beginnings of syllables that are confused when they are typed.
_BEGINNINGS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("h", "f"))


class _Made(NamedTuple):
    """What is made of the tables: the sounds of each character, with a space between them, and the same with those that
    are confused with others as one; the characters of each of these; those that look most like each one in bad print,
    and those that bad print makes it of; the rare ones that look like a usual one, and the other way round."""

    exact: dict[str, str]
    sounds: dict[str, str]
    same: dict[str, str]
    similar: dict[str, str]
    made_of: dict[str, str]
    rare: dict[str, str]


@cache
def _made() -> _Made:
    # To make it takes as long as to check a page, so it is kept between runs.
    return _Made(*kept("alikes", [__version__, *_Made._fields, *resource_states("rules")], _make))


def _make() -> list[Any]:
    exact: dict[str, set[str]] = {}
    same: dict[str, str] = {}
    for sound, characters in rows("sounds.tsv"):
        blurred = blurred_sound(sound)
        same[blurred] = same.get(blurred, "") + characters
        for character in characters:
            exact.setdefault(character, set()).add(sound)
    sounds = {character: " ".join(sorted(set(map(blurred_sound, heard)))) for character, heard in exact.items()}
    similar = {row[0]: row[1] for row in rows("similar_shapes.tsv")}
    made_of: dict[str, str] = {}
    for character, others in similar.items():
        for other in others:
            made_of[other] = made_of.get(other, "") + character
    rare: dict[str, str] = {}
    for character, others in rows("rare_shapes.tsv"):
        rare[character] = others
        for other in others:
            rare[other] = rare.get(other, "") + character
    heard_as = {character: " ".join(sorted(heard)) for character, heard in exact.items()}
    return [heard_as, sounds, same, similar, made_of, rare]


def sounds_of(character: str) -> frozenset[str]:
    """How a character may sound, tones left out."""
    return frozenset(_made().exact.get(character, "").split())


@lru_cache(_REMEMBERED)
def blurred_sounds(character: str) -> frozenset[str]:
    """How a character may sound, those that are confused with others as one."""
    return frozenset(_made().sounds.get(character, "").split())


def blurred_sound(sound: str) -> str:
    """A sound as it stands for those that it is confused with."""
    for one, other in _BEGINNINGS:
        if sound.startswith(one):
            sound = other + sound[len(one) :]
            break
    return sound.removesuffix("g") if sound.endswith("ng") else sound


def sounds_like(one: str, other: str) -> bool:
    """Whether two characters sound the same or nearly so."""
    return not blurred_sounds(one).isdisjoint(blurred_sounds(other))


def homophones(character: str) -> str:
    """The characters that sound like this one, with repetitions."""
    return "".join(_made().same[sound] for sound in _made().sounds.get(character, "").split())


@cache
def look_alikes() -> dict[str, str]:
    """The characters that each is easily taken for by its shape, in both directions."""
    table: dict[str, str] = {}
    for right, *groups in rows("confusables.tsv"):
        for wrong in "".join(groups):
            table[right] = table.get(right, "") + wrong
            table[wrong] = table.get(wrong, "") + right
    return table


def easily_taken(character: str) -> str:
    """The characters that each is typed or written for by its shape, rare ones too: 晾哂 for 晾晒, 函需 for 亟需."""
    return look_alikes().get(character, "") + _made().rare.get(character, "")


def blurred_alikes(character: str) -> str:
    """The characters that look most like this one where print is bad, as a scan has it."""
    return _made().similar.get(character, "")


def blurred_to(character: str) -> str:
    """The characters that bad print may make this one of."""
    return _made().made_of.get(character, "")


def is_alike(one: str, other: str) -> bool:
    """Whether one character may stand where the other one was meant."""
    return sounds_like(one, other) or other in look_alikes().get(one, "")
