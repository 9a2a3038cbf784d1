"""From the paths of a call to documents."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from lawcheck.errors import SourceError
from lawcheck.reading import find_documents
from lawcheck.reading.files import STDIN
from lawcheck.running.configuration.finder import Finder


def named_documents(paths: Iterable[str], finder: Finder) -> Iterator[str | SourceError]:
    """Every document that the paths name, once, by the first of its names.

    A file is taken itself, unless the call has its configuration exclude files too; of a folder those are taken that
    its configuration takes.

    A folder that cannot be searched, or has none, comes as an error among them.
    """
    seen: set[Path] = set()
    for path in paths:
        for found in find_documents(path):
            if isinstance(found, SourceError):
                yield found
                continue
            place = finder.place(found)
            named = found == path and not (finder.force_exclude and found != STDIN)
            if place not in seen and (named or finder.takes(found)):
                seen.add(place)
                yield found
