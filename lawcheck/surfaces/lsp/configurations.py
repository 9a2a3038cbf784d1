"""What is configured for documents, read anew for each check: a change holds from the next one on."""

from lawcheck.errors import LawcheckError
from lawcheck.running.configuration.finder import Finder
from lawcheck.running.configuration.layering import NOTHING_SET, Configuration, Resolved

_Found = tuple[Resolved, bool]


class Configurations:
    """The configuration of each open document; while its files are wrong the last right one holds."""

    def __init__(self) -> None:
        self._right: dict[str, _Found] = {}

    def of(self, path: str) -> tuple[Resolved, bool, str]:
        """What holds for a document, whether it is to be checked at all, and what is wrong with the files, or ""."""
        try:
            self._right[path] = _read(path, Finder(NOTHING_SET))
        except LawcheckError as error:
            last = self._right.get(path) or _read(path, Finder(NOTHING_SET, Configuration()))
            return *last, error.in_language(last[0].language)
        return *self._right[path], ""


def _read(path: str, finder: Finder) -> _Found:
    return finder.resolved(path), finder.takes(path)
