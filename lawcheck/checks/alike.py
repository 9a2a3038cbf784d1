"""Which characters are taken for each other: those that sound the same or nearly so, and those of similar shape."""

from functools import cache

from lawcheck import __version__
from lawcheck.reading.resources import kept, resource_states, rows

# Beginnings of syllables that are confused when they are typed.
_BEGINNINGS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("h", "f"))


@cache
def _sounds() -> dict[str, frozenset[str]]:
    """The sounds of each character, those that are confused with others as one."""
    sounds: dict[str, set[str]] = {}
    for sound, characters in rows("sounds.tsv"):
        for character in characters:
            sounds.setdefault(character, set()).add(_blurred(sound))
    return {character: frozenset(heard) for character, heard in sounds.items()}


def _blurred(sound: str) -> str:
    for one, other in _BEGINNINGS:
        if sound.startswith(one):
            sound = other + sound[len(one) :]
            break
    return sound.removesuffix("g") if sound.endswith("ng") else sound


@cache
def same_sounds() -> dict[str, str]:
    """The characters of each sound, those that are confused with others as one."""
    groups: dict[str, str] = {}
    for sound, characters in rows("sounds.tsv"):
        groups[_blurred(sound)] = groups.get(_blurred(sound), "") + characters
    return groups


def sounds_like(one: str, other: str) -> bool:
    """Whether two characters sound the same or nearly so."""
    return not _sounds().get(one, frozenset()).isdisjoint(_sounds().get(other, ()))


def homophones(character: str) -> str:
    """The characters that sound like this one, with repetitions."""
    return "".join(same_sounds()[sound] for sound in _sounds().get(character, ()))


@cache
def look_alikes() -> dict[str, str]:
    """The characters that each is easily taken for by its shape, in both directions."""
    table: dict[str, str] = {}
    for right, *groups in rows("confusables.tsv"):
        for wrong in "".join(groups):
            table[right] = table.get(right, "") + wrong
            table[wrong] = table.get(wrong, "") + right
    return table


@cache
def _blurred_shapes() -> list[dict[str, str]]:
    # To turn the table round takes as long as to check a page, so it is kept between runs.
    found: list[dict[str, str]] = kept("shapes", [__version__, *resource_states("rules")], _make_blurred)
    return found


def _make_blurred() -> list[dict[str, str]]:
    similar = {row[0]: row[1] for row in rows("similar_shapes.tsv")}
    made_of: dict[str, str] = {}
    for character, others in similar.items():
        for other in others:
            made_of[other] = made_of.get(other, "") + character
    return [similar, made_of]


def blurred_alikes(character: str) -> str:
    """The characters that look most like this one where print is bad, as a scan has it."""
    return _blurred_shapes()[0].get(character, "")


def blurred_to(character: str) -> str:
    """The characters that bad print may make this one of."""
    return _blurred_shapes()[1].get(character, "")


def is_alike(one: str, other: str) -> bool:
    """Whether one character may stand where the other one was meant."""
    return sounds_like(one, other) or other in look_alikes().get(one, "")
