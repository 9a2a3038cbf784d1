"""Sentences that cost as much to check as real ones, though nobody wrote them: chains of words.

Which word follows which, and how often, is in the project's own table of official language (rules/data/language.bin).
A genre says how long its sentences are and how often figures, titles, quotations and the like stand in them: measured
in November 2026 in 470 published documents, of which nothing but these figures is here.
"""

import json
import math
import random
from array import array
from bisect import bisect
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

from benchmarks.language_table import STEPS
from lawcheck.reading.resources import resource_dir, rows
from lawcheck.text.vocabulary.numerals import chinese_numeral

# Shares of the lengths that a genre gives: a tenth of all lengths is below the first, and so on.
SHARES = (0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99)
# Of so many characters a genre says how often something stands in them.
OFTEN = 10_000
# What a sentence is not cut after, nor begun with.
_BOUND = frozenset("的和与及或对由在把被为以从向将等之其并是有不各该本前第")
_REMEMBERED_TERMS = 300
_LETTERS = ("APP", "GDP", "CT", "5G", "AI", "PPP", "PM2.5", "VOCs", "B2B", "LED")
_UNITS = ("个", "家", "名", "项", "次", "天", "公里", "万人", "平方米", "个百分点", "小时")
_ISSUERS = ("示发", "示政发", "示办发", "示府办", "示政规")


@dataclass(frozen=True)
class Makeup:
    """What a genre is made of: lengths in characters at the shares above, and what stands how often in 10,000."""

    paragraph: tuple[int, ...]
    sentence: tuple[int, ...]
    clause: tuple[int, ...]
    # What clauses end with, and how often each.
    stops: Mapping[str, float]
    inserts: Mapping[str, float]
    # The share of words that follow whatever came before, and that of clauses that begin with a term used before.
    strange: float
    again: float = 0.1
    titles: tuple[int, ...] = field(default=(4, 8, 10, 14, 21, 25, 40))


@cache
def _sections() -> dict[str, bytes]:
    data = (resource_dir("rules") / "data" / "language.bin").read_bytes()
    head, _, rest = data.partition(b"\n")
    named = json.loads(head)
    ends = list(accumulate(length for _, length in named))
    return {name: rest[end - length : end] for (name, length), end in zip(named, ends, strict=True)}


def _numbers(name: str, kind: str) -> "array[int]":
    return array(kind, _sections()[name])


@cache
def _chances() -> list[float]:
    """What a level of the table is as a count."""
    return [math.exp(level / STEPS) for level in range(256)]


class Language:
    """The words of official texts, with those that follow each."""

    def __init__(self) -> None:
        self.words = _sections()["words"].decode().split("\n")
        self._starts, self._seconds = _numbers("starts", "I"), _numbers("seconds", "H")
        self._levels = _sections()["levels"]
        counts = _sections()["counts"]
        self.first = [index for index, word in enumerate(self.words) if len(word) > 1 and word[0] not in _BOUND]
        self._of_first = list(accumulate(_chances()[counts[index]] for index in self.first))
        self._sums: dict[int, list[float]] = {}

    def begun(self, rng: random.Random) -> int:
        """A word that a clause may begin with, common ones more often."""
        return self.first[bisect(self._of_first, rng.random() * self._of_first[-1])]

    def follower(self, rng: random.Random, word: int) -> int:
        """A word that follows another in official texts."""
        start, end = self._starts[word], self._starts[word + 1]
        if start == end:
            return self.begun(rng)
        if word not in self._sums:
            self._sums[word] = list(accumulate(_chances()[level] for level in self._levels[start:end]))
        sums = self._sums[word]
        return int(self._seconds[start + bisect(sums, rng.random() * sums[-1], 0, end - start - 1)])

    def any(self, rng: random.Random) -> int:
        """A word whatever came before it, rare ones as often as others: as names are."""
        return rng.randrange(len(self.words))


language = cache(Language)


@cache
def _laws() -> tuple[str, ...]:
    """National law in force with short names, to be spoken of."""
    return tuple(row[0] for row in rows("laws.tsv")[1:] if len(row[0]) < 30 and not row[2] and not row[3])


def drawn(rng: random.Random, lengths: tuple[int, ...]) -> int:
    """A length, as often as lengths of its kind are: between the shares they are spread evenly by their logarithm."""
    share = rng.random() * SHARES[-1]
    at = bisect(SHARES, share) - 1
    low, high = lengths[at], lengths[at + 1]
    part = (share - SHARES[at]) / (SHARES[at + 1] - SHARES[at])
    return round(low * (high / low) ** part)


class Writer:
    """Writes sentences of a genre, none twice."""

    def __init__(self, rng: random.Random, makeup: Makeup) -> None:
        self.rng, self.makeup = rng, makeup
        self._language = language()
        self._terms: deque[tuple[int, ...]] = deque(maxlen=_REMEMBERED_TERMS)
        self._said: set[str] = set()
        self.named: list[str] = []
        self._stops = list(makeup.stops)
        self._of_stops = list(accumulate(makeup.stops.values()))
        self._inserts = [(share / OFTEN, _INSERTS[name]) for name, share in makeup.inserts.items()]

    def _words(self, characters: int) -> list[int]:
        """Words one after another, of about so many characters; the first and the last are no bare particles."""
        rng, language, words, makeup = self.rng, self._language, self._language.words, self.makeup
        if self._terms and rng.random() < makeup.again:
            made = list(self._terms[rng.randrange(len(self._terms))])
        else:
            made = [language.begun(rng)]
        length = sum(len(words[word]) for word in made)
        last = made[-1]
        while length < characters or words[last] in _BOUND:
            last = language.any(rng) if rng.random() < makeup.strange else language.follower(rng, last)
            made.append(last)
            length += len(words[last])
            if length > characters + 12:
                break
        if len(made) > 2:
            self._terms.append(tuple(made[:3]))
        return made

    def phrase(self, characters: int) -> str:
        """Some words without punctuation."""
        return "".join(self._language.words[word] for word in self._words(characters))

    def clause(self, characters: int) -> str:
        """Words with what a genre puts between them."""
        made = [self._language.words[word] for word in self._words(characters)]
        for share, insert in self._inserts:
            if self.rng.random() < share * characters:
                made.insert(self.rng.randint(1, len(made)), insert(self))
        return "".join(made)

    def sentence(self, end: str = "。") -> str:
        """Clauses up to a full stop, or what stands for it; none that was there before."""
        while (made := self._sentence(end)) in self._said:
            pass
        self._said.add(made)
        return made

    def _sentence(self, end: str) -> str:
        length = drawn(self.rng, self.makeup.sentence)
        made = ""
        while True:
            made += self.clause(min(drawn(self.rng, self.makeup.clause), max(length - len(made), 3)))
            if len(made) + 2 >= length:
                return made + end
            made += self._stops[bisect(self._of_stops, self.rng.random() * self._of_stops[-1])]

    def paragraph(self, characters: int = 0) -> str:
        """Sentences, of about so many characters or of a length of the genre."""
        characters = characters or drawn(self.rng, self.makeup.paragraph)
        made = self.sentence()
        while len(made) < characters:
            made += self.sentence()
        return made

    def title(self) -> str:
        """A national law, or what might be the title of a document."""
        if self.rng.random() < 0.5:
            return self.rng.choice(_laws())
        kind = self.rng.choice(("管理办法", "实施方案", "工作规划", "若干意见", "行动计划", "技术规范", "通知"))
        return self.phrase(drawn(self.rng, self.makeup.titles) - len(kind)) + kind

    def year(self) -> int:
        """A year that documents speak of."""
        return self.rng.randint(2012, 2027)


def _number(writer: Writer) -> str:
    rng = writer.rng
    value = rng.choice((rng.randint(2, 9), rng.randint(10, 99), rng.randint(100, 9999)))
    if value < 100 and rng.random() < 0.1:
        return f"{value}.{rng.randint(1, 9)}%"
    return f"{value}{rng.choice(_UNITS)}"


def _date(writer: Writer) -> str:
    return f"{writer.year()}年{writer.rng.randint(1, 12)}月{writer.rng.randint(1, 28)}日"


def _article(writer: Writer) -> str:
    article = f"第{chinese_numeral(writer.rng.randint(1, 20))}条"
    return writer.rng.choice((f"本条例{article}", article, f"《{writer.title()}》{article}"))


def _named(writer: Writer) -> str:
    """A name that is agreed upon, or one that was."""
    if writer.named and writer.rng.random() < 0.9:
        return writer.rng.choice(writer.named)
    writer.named.append(writer.phrase(4))
    return f"{writer.phrase(8)}（以下简称{writer.named[-1]}）"


_INSERTS: dict[str, Callable[[Writer], str]] = {
    "title": lambda writer: f"《{writer.title()}》",
    "article": _article,
    "quote": lambda writer: f"“{writer.phrase(drawn(writer.rng, (2, 3, 3, 4, 6, 11, 26)))}”",
    "bracket": lambda writer: f"（{writer.phrase(drawn(writer.rng, (1, 1, 2, 3, 9, 18, 45)))}）",
    "number": _number,
    "money": lambda writer: f"{writer.rng.randint(2, 999)}万元",
    "year": lambda writer: f"{writer.year()}年",
    "date": _date,
    "document number": lambda writer: (
        f"（{writer.rng.choice(_ISSUERS)}〔{writer.year()}〕{writer.rng.randint(1, 199)}号）"
    ),
    "letters": lambda writer: writer.rng.choice(_LETTERS),
    "short name": _named,
    "ordinals": lambda writer: "；".join(f"{n}是{writer.phrase(12)}" for n in "一二三"),
}
