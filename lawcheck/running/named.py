"""From the paths of a call to documents."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from lawcheck.errors import SourceError
from lawcheck.reading import find_documents
from lawcheck.reading.files import STDIN
from lawcheck.reading.ignored import IgnoredFiles
from lawcheck.running.configuration.finder import Finder


def named_documents(paths: Iterable[str], finder: Finder) -> Iterator[str | SourceError]:
    """Every document that the paths name, once, by the first of its names.

    A file is taken itself, unless the call has its configuration and the ignore files exclude such files too; of a
    folder those are taken that its configuration takes.

    A folder that cannot be searched, or has none, comes as an error among them.
    """
    seen: set[Path] = set()
    ignored = IgnoredFiles()
    for path in paths:
        for found in find_documents(path):
            if isinstance(found, SourceError):
                yield found
                continue
            place = finder.place(found)
            if place not in seen and _is_taken(found, found == path, finder, ignored):
                seen.add(place)
                yield found
    yield from ignored.errors


def _is_taken(document: str, is_named: bool, finder: Finder, ignored: IgnoredFiles) -> bool:
    if is_named and (document == STDIN or not finder.force_exclude):
        return True
    return finder.takes(document) and not (is_named and ignored.has(document))
