"""Which characters are taken for each other: those that sound the same or nearly so, and those of similar shape."""

import sys
from functools import cache, lru_cache
from typing import Any, NamedTuple

from lawcheck import __version__
from lawcheck.reading.packed import Strings, packed
from lawcheck.reading.resources import kept, resource_state, rows

_REMEMBERED = 10_000
# Beginnings of syllables that are confused when they are typed.
_BEGINNINGS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("h", "f"))


class _Table(NamedTuple):
    """What is made of the files: the sounds of each character, with a space between them, and the same with those that
    are confused with others as one; those that look most like each one in bad print, and those that bad print makes it
    of; the rare ones that look like a usual one, and the other way round; those that are taken for each other."""

    exact: Strings
    sounds: Strings
    similar: Strings
    made_of: Strings
    rare: Strings
    taken: Strings


@cache
def _kept() -> tuple[_Table, dict[str, str]]:
    """The tables of characters, and the characters of each sound."""
    # To make them takes as long as to check a page, so they are kept between runs.
    tables, same = kept("alike", [__version__, sys.byteorder, *_Table._fields, resource_state("rules")], _make)
    return _Table(*(Strings(*table) for table in tables)), same


def _table() -> _Table:
    return _kept()[0]


def _make() -> list[Any]:
    exact: dict[str, set[str]] = {}
    same: dict[str, str] = {}
    for sound, characters in rows("sounds.tsv"):
        blurred = blurred_sound(sound)
        same[blurred] = same.get(blurred, "") + characters
        for character in characters:
            exact.setdefault(character, set()).add(sound)
    heard_as = {character: " ".join(sorted(heard)) for character, heard in exact.items()}
    sounds = {character: " ".join(sorted(set(map(blurred_sound, heard)))) for character, heard in exact.items()}
    similar = {row[0]: row[1] for row in rows("similar_shapes.tsv")}
    made_of: dict[str, str] = {}
    for character, others in similar.items():
        _add(made_of, others, character)
    rare = {row[0]: row[1] for row in rows("rare_shapes.tsv")}
    for character, others in list(rare.items()):
        _add(rare, others, character)
    taken: dict[str, str] = {}
    for character, *groups in rows("confusables.tsv"):
        others = "".join(groups)
        _add(taken, others, character)
        taken[character] = taken.get(character, "") + others
    return [[tuple(packed(each)) for each in (heard_as, sounds, similar, made_of, rare, taken)], same]


def _add(table: dict[str, str], keys: str, character: str) -> None:
    for key in keys:
        table[key] = table.get(key, "") + character


@lru_cache(_REMEMBERED)
def sounds_of(character: str) -> frozenset[str]:
    """How a character may sound, tones left out."""
    return frozenset(_table().exact[character].split())


@lru_cache(_REMEMBERED)
def blurred_sounds(character: str) -> frozenset[str]:
    """How a character may sound, those that are confused with others as one."""
    return frozenset(_table().sounds[character].split())


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
    table, same = _kept()
    return "".join(same[sound] for sound in table.sounds[character].split())


def look_alikes(character: str) -> str:
    """The characters that this one is easily taken for by its shape, or that are taken for it."""
    return _table().taken[character]


def easily_taken(character: str) -> str:
    """The characters that each is typed or written for by its shape, rare ones too: 晾哂 for 晾晒, 函需 for 亟需."""
    return _table().taken[character] + _table().rare[character]


def blurred_alikes(character: str) -> str:
    """The characters that look most like this one where print is bad, as a scan has it."""
    return _table().similar[character]


def blurred_to(character: str) -> str:
    """The characters that bad print may make this one of."""
    return _table().made_of[character]


def is_alike(one: str, other: str) -> bool:
    """Whether one character may stand where the other one was meant."""
    return sounds_like(one, other) or other in look_alikes(one)
