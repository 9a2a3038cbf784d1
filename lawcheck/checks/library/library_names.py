"""The documents of a library by their names and numbers."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from lawcheck.checks.cit.law_table import STATE, bare
from lawcheck.checks.library.library_document import LibraryDocument, name_of_title
from lawcheck.checks.library.library_index import Index, index_of
from lawcheck.structure.settings import LibrarySource
from lawcheck.text.patterns import Pattern

# Titles differ in figures and places, and are others all the same: 2024年工作要点, 2025年工作要点.
_TELLING = Pattern("[0-9０-９〇一二三四五六七八九十]+|[省市县区州盟旗镇乡]")
_SHORTEST = 8
# One character in so many may be wrong, and no more than three.
_ONE_IN, _MOST_WRONG = 8, 3
# 关于加强河道管护的通知 of the office that is named elsewhere.
_ABOUT = "关于"
_NAMED_STATE = name_of_title(STATE)


class LibraryNames:
    """An index by names and numbers."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.by_number: dict[str, LibraryDocument] = {}
        self.repealed: dict[str, LibraryDocument] = {}
        self._by_name: defaultdict[str, list[LibraryDocument]] = defaultdict(list)
        self._about: defaultdict[str, list[LibraryDocument]] = defaultdict(list)
        self._by_length: defaultdict[int, list[str]] = defaultdict(list)
        for known in index.documents:
            self._by_name[known.name].append(known)
            if known.number:
                self.by_number.setdefault(known.number, known)
            for name in known.repealed:
                if name != known.name:
                    self.repealed.setdefault(name, known)
        self._titles = {known.name: known.title for known in index.documents}
        for name in self._by_name:
            at = name.find(_ABOUT)
            if at > 0:
                self._about[name[at:]] += self._by_name[name]
        self._add_other_titles(index.documents)
        for name in self._titles:
            self._by_length[len(name)].append(name)
        self._add_short_names(index.documents)

    def _add_other_titles(self, documents: Sequence[LibraryDocument]) -> None:
        """What else they are known by, as far as that is the title of none."""
        taken = set(self._by_name)
        for known in documents:
            for title in known.other_titles:
                if (name := name_of_title(title)) not in taken:
                    self._by_name[name].append(known)
                    self._titles.setdefault(name, title)

    def _add_short_names(self, documents: Sequence[LibraryDocument]) -> None:
        """What documents call others; a short name that means two documents means none."""
        means: defaultdict[str, set[str]] = defaultdict(set)
        for known in documents:
            for short, name in known.short_names:
                means[short].add(name)
        for short, names in means.items():
            if short not in self._by_name and len(names) == 1:
                self._by_name[short] += self.versions(next(iter(names)))

    def versions(self, title: str) -> Sequence[LibraryDocument]:
        """The documents that a title is the name of: as it is written, without a note on its stage, with the office
        that made them or without."""
        for name in dict.fromkeys(_names(title)):
            if found := self._by_name.get(name) or self._about.get(name):
                return found
            at = name.find(_ABOUT)
            if at > 0 and (found := self._by_name.get(name[at:])):
                return found
        return ()

    def near(self, name: str) -> tuple[LibraryDocument, str] | None:
        """The one document with a title that differs from this one in a few characters, and in no figure or place."""
        most = min(_MOST_WRONG, len(name) // _ONE_IN)
        if len(name) < _SHORTEST or not most:
            return None
        found = [
            other
            for size in range(len(name) - most, len(name) + most + 1)
            for other in self._by_length[size]
            if OSA.distance(name, other, score_cutoff=most) <= most and _telling(other) == _telling(name)
        ]
        return (self._by_name[found[0]][0], self._titles[found[0]]) if len(found) == 1 else None


def _names(title: str) -> Iterator[str]:
    yield name_of_title(title)
    yield name_of_title(title).removeprefix(_NAMED_STATE)
    yield name_of_title(bare(title))
    # Web pages call 印发《办法》的通知 印发《办法》.
    yield name_of_title(title).removesuffix("的通知")


def _telling(name: str) -> list[str]:
    return _TELLING.compiled.findall(name)


# A language server lives long, and its library changes.
@lru_cache(maxsize=4)
def names_of(source: LibrarySource) -> LibraryNames:
    """The names of a library, as it is now."""
    return LibraryNames(index_of(source))
