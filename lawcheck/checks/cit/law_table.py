"""National law as dated facts: titles, versions, repeals, and what the articles of a version hold (rules/data)."""

from collections.abc import Iterator
from functools import cache

from lawcheck.reading.resources import rows
from lawcheck.records import dataclass
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import STAGE

STATE = "中华人民共和国"
# 刑法, 宪法: short names that stand in running text.
_SHORTEST = 4
_STAGE_AT_END = Pattern(f"{STAGE}$")


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a law: the day of its adoption or publication ("" where it is not known), and the number of its
    last article (0 where it is not known for certain)."""

    day: str
    articles: int


@dataclass(frozen=True, slots=True)
class Law:
    """A row of laws.tsv; `repealed` is "" while the law is in force."""

    title: str
    repealed: str
    successor: str
    known: str

    @property
    def versions(self) -> tuple[Version, ...]:
        """The versions that are known, the oldest first; few of the laws are asked for them."""
        return tuple(map(_version, self.known.split()))


@dataclass(frozen=True, slots=True)
class Article:
    """What an article of one version holds: how many paragraphs (款), and how many items (项) behind each of them."""

    paragraphs: int = 1
    items: tuple[tuple[int, int], ...] = ()

    def items_of(self, paragraph: int | None) -> int:
        """How many items stand behind a paragraph; without one the most that stand behind any."""
        return max((count for behind, count in self.items if paragraph in (None, behind)), default=0)


@cache
def laws() -> dict[str, Law]:
    """Every law by its title without the name of the state."""
    found = {}
    for title, _, repealed, successor, versions in rows("laws.tsv")[1:]:
        found[name_of(title)] = Law(title, repealed, successor, versions)
    return found


def _version(written: str) -> Version:
    day, _, articles = written.partition("=")
    return Version("" if day == "?" else day, int(articles or 0))


def name_of(title: str) -> str:
    """A title without spaces and the name of the state; 《》 inside it are 〈〉."""
    return "".join(title.split()).replace("《", "〈").replace("》", "〉").removeprefix(STATE)


def bare(cited: str) -> str:
    """The name of a cited law without a note on its stage or version (试行, 2018年修正)."""
    return _STAGE_AT_END.compiled.sub("", name_of(cited))


def law_named(cited: str) -> Law | None:
    """The law of which this is the title, which may have a stage (试行) or behind it a note on the version."""
    return laws().get(name_of(cited)) or laws().get(bare(cited))


def is_law_name(words: str) -> bool:
    """Whether words are the name of a national law or regulation, with that of the state or without."""
    return len(words) >= _SHORTEST and name_of(words) in laws()


def versions_at(law: Law, date: str | None) -> tuple[Version, ...]:
    """The versions that a document of a date (ISO 8601, perhaps only the year) may mean; without a date, every one.

    The day on which a version takes effect is not in the table: until a year after its adoption the one before it may
    be meant too. None are given where the document may be older than the oldest version known.
    """
    if date is None:
        return law.versions
    dated = [version for version in law.versions if version.day]
    made = [n for n, version in enumerate(dated) if version.day <= (date if len(date) > 4 else f"{date}-12-31")]
    certain = [n for n in made if _a_year_after(dated[n].day) <= (date if len(date) > 4 else f"{date}-01-01")]
    return tuple(dated[certain[-1] : made[-1] + 1]) if certain else ()


def _a_year_after(day: str) -> str:
    return f"{int(day[:4]) + 1}{day[4:]}"


@cache
def _structures() -> dict[tuple[str, str], str]:
    return {(title, day): articles for title, day, articles in rows("law_articles.tsv")}


@cache
def articles_of(law: Law, version: Version) -> dict[str, Article] | None:
    """The articles of a version by number (20, 20-1 for 第二十条之一); None where they were not counted.

    An article of the version that is not among them holds one paragraph and no items.
    """
    written = _structures().get((law.title, version.day)) if version.day else None
    return None if written is None else dict(_articles(written))


def _articles(written: str) -> Iterator[tuple[str, Article]]:
    """Of `9:1/1=6 17-1:1`."""
    for part in written.split():
        number, _, rest = part.partition(":")
        paragraphs, _, items = rest.partition("/")
        pairs = (pair.split("=") for pair in items.split(",") if pair)
        yield number, Article(int(paragraphs), tuple((int(behind), int(count)) for behind, count in pairs))
