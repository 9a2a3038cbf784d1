"""From the paths of a call to documents."""

from collections.abc import Iterable, Iterator

from lawcheck.errors import SourceError
from lawcheck.reading import find_documents
from lawcheck.running.configuration.finder import Finder


def named_documents(paths: Iterable[str], finder: Finder) -> Iterator[str | SourceError]:
    """Every document that the paths name, once: a file itself, of a folder those that its configuration takes.

    A folder that cannot be searched, or has none, comes as an error among them.
    """
    seen: set[str] = set()
    for path in paths:
        for found in find_documents(path):
            if isinstance(found, SourceError):
                yield found
            elif found not in seen and (found == path or finder.takes(found)):
                seen.add(found)
                yield found
