"""Makes same_sound_words.tsv of rules/data: `python -m benchmarks.sound_table COUNTS`.

COUNTS is a folder with the counts of words and pairs of words of official texts (official-*.tsv.gz). The table has, for
each word of two characters, the usual ones that sound like it: what input by sound puts in their place. Pairs that mean
much the same are left out: those of near_meanings.tsv, and those that share a character and much of their company; so
are words that are names of places.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from math import log
from pathlib import Path

from benchmarks.language_table import counted
from lawcheck.checks.alike import blurred_sound, sounds_of
from lawcheck.checks.lexicon import words
from lawcheck.reading.known_words import is_official_word, word_level
from lawcheck.reading.language import followers, run_level
from lawcheck.reading.resources import resource_dir, rows
from lawcheck.text.vocabulary.han import is_han

# How often a word must stand in official texts to be meant, and two characters that are two words: 流于, 应由.
USUAL, USUAL_TWO = 60, 1000
# How common (natural logarithm, of 60 million words) another word must be to be typed.
TYPED = 4
# Of the neighbours of the one that has fewer, so many are shared by two words that mean much the same.
SHARED, SHARED_AT_LEAST = 0.3, 5

HEAD = (
    "# For each word of two characters the usual words of official texts, or two words side by side, that sound\n"
    "# the same (tones left out), and those that sound nearly so. Made in November 2026 by benchmarks/sound_table.py\n"
    "# from counts of 31 million characters of statutes, judicial interpretations and plans.\n"
    "# word\tsame sound\tnearly the same\n"
)


def near_meanings() -> list[str]:
    """The lines of words that mean much the same."""
    lines = (Path(__file__).parent / "near_meanings.tsv").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def neighbours(folder: Path) -> dict[str, set[str]]:
    """The words of several characters beside each word of two, by their side."""
    table: defaultdict[str, set[str]] = defaultdict(set)
    for first, second, _ in counted(folder / "official-word-pairs.tsv.gz"):
        if len(first) == 2 and len(second) > 1:
            table[first].add(">" + second)
        if len(second) == 2 and len(first) > 1:
            table[second].add("<" + first)
    return table


def meant(known: Iterable[str]) -> list[str]:
    """What people mean to write: usual words of two characters, and two characters that often stand side by side."""
    usual = {word for word in known if len(word) == 2 and word_level(word) >= log(USUAL)}
    # 流于形式
    longer = {word for word in (*known, *words()) if len(word) == 4}
    usual |= {half for word in longer for half in (word[:2], word[2:]) if all(map(is_han, half))}
    for head, following in followers().items():
        for behind in following:
            if run_level(head + behind) < log(USUAL_TWO):
                break
            if not is_official_word(head + behind):
                usual.add(head + behind)
    return sorted(usual)


def sounds(word: str, blurred: bool) -> set[tuple[str, ...]]:
    """How two characters may sound, with sounds that are confused as one if so wished."""
    first, second = (sounds_of(character) for character in word)
    heard = {(one, other) for one in first for other in second}
    return {tuple(map(blurred_sound, pair)) for pair in heard} if blurred else {*heard}


def is_half_heard(word: str, other: str) -> bool:
    """Whether one of the two syllables is the same: who confuses both hears another word."""
    return any(sounds_of(one) & sounds_of(another) for one, another in zip(word, other, strict=True))


def table(folder: Path) -> str:
    """The rows of the file."""
    known = {word for word, _ in counted(folder / "official-words.tsv.gz") if all(map(is_han, word))}
    typed = {word for word in known if len(word) == 2} | {
        word for word, level in words().items() if len(word) == 2 and level >= TYPED
    }
    typed -= {name[:2] for row in rows("divisions.tsv") for names in row for name in names.split(" ") if len(name) == 3}
    company = neighbours(folder)
    apart = {pair for line in near_meanings() for pair in combinations(sorted(line.split(" ")), 2)}
    by_sound: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    by_blurred: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for word in meant(known):
        for heard in sounds(word, False):
            by_sound[heard].append(word)
        for heard in sounds(word, True):
            by_blurred[heard].append(word)

    def may_be_slip(word: str, other: str) -> bool:
        if word == other or tuple(sorted((word, other))) in apart:
            return False
        shared = len(company[word] & company[other])
        alike = word[0] == other[0] or word[1] == other[1]
        few = min(len(company[word]), len(company[other]))
        return not (alike and shared >= SHARED_AT_LEAST and shared >= SHARED * few)

    lines = []
    for word in sorted(typed):
        same = {other for heard in sounds(word, False) for other in by_sound[heard] if may_be_slip(word, other)}
        near = {other for heard in sounds(word, True) for other in by_blurred[heard] if may_be_slip(word, other)}
        near = {other for other in near if is_half_heard(word, other)}
        if near:
            lines.append(f"{word}\t{' '.join(sorted(same))}\t{' '.join(sorted(near - same))}\n")
    return HEAD + "".join(lines)


def main() -> None:
    """Writes the file."""
    (resource_dir("rules") / "data" / "same_sound_words.tsv").write_text(table(Path(sys.argv[1])), encoding="utf-8")


if __name__ == "__main__":
    main()
