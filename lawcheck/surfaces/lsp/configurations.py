"""What is configured for documents, read anew for each check: a change holds from the next one on."""

from dataclasses import replace

from lawcheck.errors import LawcheckError
from lawcheck.running.configuration.finder import Finder
from lawcheck.running.configuration.layering import NOTHING_SET, Configuration, Resolved
from lawcheck.surfaces.lsp.preferences import Preferences

_Found = tuple[Resolved, bool]


class Configurations:
    """The configuration of each open document, under the `preferences` of the user; while its files are wrong the last
    right one holds."""

    def __init__(self) -> None:
        self.preferences = Preferences()
        self._right: dict[str, _Found] = {}

    def of(self, path: str) -> tuple[Resolved, bool, str]:
        """What holds for a document, whether it is to be checked at all, and what is wrong with the files, or ""."""
        try:
            self._right[path] = self._read(path, self.preferences.finder())
        except LawcheckError as error:
            last = self._right.get(path) or self._read(path, Finder(NOTHING_SET, Configuration()))
            return *last, error.in_language(last[0].language)
        return *self._right[path], ""

    def _read(self, path: str, finder: Finder) -> _Found:
        resolved = finder.resolved(path)
        if not any(layer.lang for layer in resolved.layers):
            resolved = replace(resolved, language=self.preferences.language)
        return resolved, finder.takes(path)
