"""Makes language.bin and sounds.tsv of rules/data: `python -m benchmarks.language_table COUNTS PROSE JIEBA`.

COUNTS is a folder with the counts of words, pairs of words and runs of characters of official texts
(official-*.tsv.gz), PROSE one of plain texts of general prose, which are counted too, JIEBA the dictionary of jieba.
It takes jieba, and pypinyin for the sounds. Counts are facts: no sentence can be made of them.
`lawcheck/reading/language.py` reads the file and says what is in it.

Official texts alone leave every third pair of characters of a newspaper unknown, and one in ten of an unseen report.
With 1.4 million characters of general prose beside them, the words that rules doubt in other such prose went down from
16 to 10 in 400,000 characters, and as many wrong characters were found as before (November 2026).
"""

import gzip
import json
import math
import re
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

from lawcheck.checks.lexicon import words
from lawcheck.reading.known_words import FILTERS, places_of
from lawcheck.reading.resources import resource_dir
from lawcheck.text.vocabulary.han import HAN, is_han

STEPS = 16
LONGEST = 4
# Characters of official words that occur so often have their sounds in the table.
USUAL = 20
# What is seen less often may be a slip. The counts of official texts leave out what they have less than three times.
LEAST, LEAST_PAIR = 3, 2


def counted(file: Path) -> Iterator[list[str]]:
    """The rows of a file of counts."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def runs_of(folder: Path) -> Iterator[str]:
    """The runs of Han characters of all texts of a folder."""
    for file in sorted(folder.glob("*.txt")):
        yield from re.findall(f"[{HAN}]+", file.read_text(encoding="utf-8"))


def added(runs: Iterable[str], size: int) -> Counter[tuple[str, ...]]:
    """How often each of so many characters stands side by side."""
    return Counter((run[at : at + size],) for run in runs for at in range(len(run) - size + 1))


def together(file: Path, more: Counter[tuple[str, ...]], least: int) -> dict[tuple[str, ...], int]:
    """The counts of a file and others, as far as they are high enough."""
    counts = more + Counter({tuple(key): int(count) for *key, count in counted(file)})
    return {key: count for key, count in counts.items() if count >= least}


def level(count: int) -> int:
    """A count as a number of one byte."""
    return min(255, round(math.log(count) * STEPS))


def numbers(kind: str, values: list[int]) -> bytes:
    """Numbers as the file has them, the lowest byte first."""
    made = array(kind, values)
    if sys.byteorder == "big":
        made.byteswap()
    return made.tobytes()


def filter_of(name: str, keys: list[str]) -> bytes:
    """A Bloom filter that holds the keys."""
    bits_each, hashes = FILTERS[name]
    size = len(keys) * bits_each
    bits = bytearray(size // 8 + 1)
    for key in keys:
        for place in places_of(key, len(bits) * 8, hashes):
            bits[place >> 3] |= 1 << (place & 7)
    return bytes(bits)


def sections(folder: Path, prose: Path, jieba: Path) -> Iterator[tuple[str, bytes]]:
    """What the file holds, by name."""
    runs = list(runs_of(prose))
    followers: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for (run,), count in together(folder / "official-2grams.tsv.gz", added(runs, 2), LEAST_PAIR).items():
        followers[run[0]].append((-count, run[1]))
    heads = sorted(followers)
    pairs_listed = [(head + c, -count) for head in heads for count, c in sorted(followers[head])]
    yield "heads", "".join(heads).encode("utf-16-le")
    yield "heads-levels", bytes(level(-sum(count for count, _ in followers[head])) for head in heads)
    yield "lengths", numbers("H", [len(followers[head]) for head in heads])
    yield "followers", "".join(pair[1] for pair, _ in pairs_listed).encode("utf-16-le")
    yield "followers-levels", bytes(level(count) for _, count in pairs_listed)
    thirds: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for (run,), count in together(folder / "official-3grams.tsv.gz", added(runs, 3), LEAST).items():
        thirds[run[:2]].append((run[2], count))
    behind = [sorted(thirds[pair]) for pair, _ in pairs_listed]
    yield "thirds-each", numbers("H", [len(each) for each in behind])
    yield "thirds", "".join(c for each in behind for c, _ in each).encode("utf-16-le")
    yield "thirds-levels", bytes(level(count) for each in behind for _, count in each)
    dictionary = (line.split(" ")[0] for line in jieba.read_text(encoding="utf-8").splitlines())
    rare = [w for w in dictionary if 1 < len(w) <= LONGEST and all(map(is_han, w)) and w not in words()]
    yield "rare", filter_of("rare", rare)
    cut = [words_in(run) for run in runs]
    singly = Counter((word,) for each in cut for word in each)
    every = together(folder / "official-words.tsv.gz", singly, LEAST)
    known = {word: count for (word,), count in every.items() if all(map(is_han, word))}
    listed = sorted(known)
    yield "words", "\n".join(listed).encode()
    yield "counts", bytes(level(known[word]) for word in listed)
    number = {word: index for index, word in enumerate(listed)}
    pairs: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    in_pairs = Counter(pair for each in cut for pair in pairwise(each))
    for (first, second), count in together(folder / "official-word-pairs.tsv.gz", in_pairs, LEAST).items():
        if first in number and second in number:
            pairs[number[first]].append((number[second], level(count)))
    starts, seconds, levels = [0], [], bytearray()
    for index in range(len(listed)):
        for second, count in sorted(pairs[index]):
            seconds.append(second)
            levels.append(count)
        starts.append(len(seconds))
    yield "starts", numbers("I", starts)
    yield "seconds", numbers("H", seconds)
    yield "levels", bytes(levels)


def words_in(run: str) -> list[str]:
    """The words of a run of characters as the dictionary of jieba has them."""
    from jieba import lcut  # type: ignore[import-not-found]

    found: list[str] = lcut(run, HMM=False)
    return found


def sounds(folder: Path) -> str:
    """The table of sounds: each syllable with the usual characters that have it."""
    from pypinyin import Style, pinyin  # type: ignore[import-not-found]

    table: defaultdict[str, set[str]] = defaultdict(set)
    official = (word for word, count in counted(folder / "official-words.tsv.gz") if int(count) >= USUAL)
    # Sounds are taken from words: out of them characters have sounds that nobody uses.
    for word in (*official, *(word for word, count in words().items() if len(word) == 1 or count >= USUAL // 4)):
        for char, spoken in zip(word, pinyin(word, style=Style.NORMAL), strict=False):
            if is_han(char):
                table[spoken[0]].add(char)
    head = (
        "# How the characters of usual words sound, tones left out; a character with several sounds has several "
        "rows.\n"
        "# Derived in November 2026 from the data of pypinyin 0.55.0 (https://github.com/mozillazg/python-pinyin), "
        "which is\n"
        "# under the MIT License; see NOTICE.\n# syllable\tcharacters\n"
    )
    return head + "".join(f"{sound}\t{''.join(sorted(table[sound]))}\n" for sound in sorted(table) if sound.isascii())


def main() -> None:
    """Writes both files, without pypinyin only the first."""
    folder, prose, jieba = map(Path, sys.argv[1:])
    data = resource_dir("rules") / "data"
    if find_spec("pypinyin"):
        (data / "sounds.tsv").write_text(sounds(folder), encoding="utf-8")
    made = list(sections(folder, prose, jieba))
    contents = json.dumps([[name, len(section)] for name, section in made]) + "\n"
    (data / "language.bin").write_bytes(contents.encode() + b"".join(section for _, section in made))


if __name__ == "__main__":
    main()
