"""Which characters are taken for each other: those that sound the same or nearly so, and those of similar shape."""

from functools import cache

from lawcheck.reading.resources import rows

# Beginnings of syllables that are confused when they are typed.
_BEGINNINGS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("h", "f"))


@cache
def _exact_sounds() -> dict[str, frozenset[str]]:
    sounds: dict[str, set[str]] = {}
    for sound, characters in rows("sounds.tsv"):
        for character in characters:
            sounds.setdefault(character, set()).add(sound)
    return {character: frozenset(heard) for character, heard in sounds.items()}


@cache
def _sounds() -> dict[str, frozenset[str]]:
    """The sounds of each character, those that are confused with others as one."""
    return {character: frozenset(map(blurred_sound, heard)) for character, heard in _exact_sounds().items()}


def sounds_of(character: str) -> frozenset[str]:
    """How a character may sound, tones left out."""
    return _exact_sounds().get(character, frozenset())


def blurred_sounds(character: str) -> frozenset[str]:
    """How a character may sound, those that are confused with others as one."""
    return _sounds().get(character, frozenset())


def blurred_sound(sound: str) -> str:
    """A sound as it stands for those that it is confused with."""
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
        groups[blurred_sound(sound)] = groups.get(blurred_sound(sound), "") + characters
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
def _similar() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("similar_shapes.tsv")}


def blurred_alikes(character: str) -> str:
    """The characters that look most like this one where print is bad, as a scan has it."""
    return _similar().get(character, "")


@cache
def blurred_to() -> dict[str, str]:
    """For each character those that bad print may make it of."""
    table: dict[str, str] = {}
    for character, similar in _similar().items():
        for other in similar:
            table[other] = table.get(other, "") + character
    return table


def is_alike(one: str, other: str) -> bool:
    """Whether one character may stand where the other one was meant."""
    return sounds_like(one, other) or other in look_alikes().get(one, "")
