"""Finds the configuration of each document: the nearest file upwards from it."""

import os
import warnings
from collections.abc import Iterable
from pathlib import Path

from lawcheck.errors import LawcheckWarning
from lawcheck.reading.storage import is_folder, is_link, is_there, real_path
from lawcheck.records import dataclass, field
from lawcheck.rulebook.registry import known_rules, verify
from lawcheck.running.configuration.layering import FILE, PYPROJECT, Configuration, Layer, Resolved, resolve


@dataclass(slots=True)
class Finder:
    """Looks up what holds for documents, for one call; `top` is what the call itself sets.

    `only` is the configuration of all documents, where the call names one or wants none; with `force_exclude` it
    leaves out documents that the call names, too, and so do ignore files.
    """

    top: Layer
    only: Configuration | None = None
    force_exclude: bool = False
    _verified: bool = False
    _folders: dict[Path, Configuration] = field(default_factory=dict)
    _real_folders: dict[str, Path] = field(default_factory=dict)
    _told: set[str] = field(default_factory=set)
    _options: dict[tuple[int, tuple[int, ...]], Resolved] = field(default_factory=dict)

    def resolved(self, path: str) -> Resolved:
        """What holds for a document. Raises UsageError where the call selects an unknown rule (`verify`)."""
        if not self._verified:
            self.verify([path])
        configuration = self.configuration(path)
        # Where a document really is matters only to what is set for certain paths.
        layers = configuration.layers_for(self._real(path)) if configuration.path_layers else configuration.layers
        # Configurations live as long as the finder does, so that their addresses tell them apart.
        key = (id(configuration), tuple(map(id, layers)))
        if key not in self._options:
            self._options[key] = resolve((*layers, self.top), configuration)
            self._warn(self._options[key])
        return self._options[key]

    def _warn(self, resolved: Resolved) -> None:
        """Warns once of each selector that has no effect or another name by now."""
        for hint in resolved.hints():
            if hint not in self._told:
                self._told.add(hint)
                warnings.warn(hint, LawcheckWarning, stacklevel=3)

    def verify(self, paths: Iterable[str]) -> None:
        """Raises UsageError where the call selects a rule that lawcheck and none of these documents and folders has.

        A wrong code is reported before any document is read, where the call says first which there will be. Many of
        them have one configuration in common.
        """
        selection = self.top.selection
        selectors = (*selection.select, *selection.extend_select, *selection.ignore)
        if selectors:
            configurations = {id(found): found for found in map(self.configuration, paths)}
            own = [rule for found in configurations.values() for rule in found.rules]
            verify(selectors, known_rules(own))
        self._verified = True

    def takes(self, path: str) -> bool:
        """Whether a document that was found in a folder is to be checked."""
        return self.configuration(path).takes(self._real(path))

    def configuration(self, path: str) -> Configuration:
        """The configuration of a document or folder, an empty one where there is none."""
        if self.only:
            return self.only
        place = self._real(path)
        return self._in_folder(place if is_folder(place) else place.parent)

    def place(self, path: str) -> Path:
        """Where a path is, whatever its folder is called: two names of one document have one place.

        A link in the place of a document is a place of its own.
        """
        folder, name = os.path.split(path)
        if folder not in self._real_folders:  # which many documents have in common
            self._real_folders[folder] = Path(real_path(folder))
        return self._real_folders[folder] / name

    def _real(self, path: str) -> Path:
        """Where a path leads to."""
        place = self.place(path)
        return Path(real_path(place)) if place.name == os.pardir or is_link(place) else place

    def _in_folder(self, folder: Path) -> Configuration:
        """That of the nearest folder upwards that has one."""
        passed = []
        while (found := self._folders.get(folder)) is None:
            passed.append(folder)
            if path := file_in(folder):
                # Seldom needed, and its model takes time to build.
                from lawcheck.running.configuration.loading import load

                found = load(path)
                break
            if folder.parent == folder:
                found = Configuration()
                break
            folder = folder.parent
        self._folders.update(dict.fromkeys(passed, found))
        return found


def file_in(folder: Path) -> Path | None:
    """The configuration file in a folder, if there is one."""
    # A link that leads nowhere, or a pipe, is one that cannot be read: that is reported, not passed over.
    if os.path.lexists(path := folder / FILE) and not is_folder(path):
        return path
    if is_there(path := folder / PYPROJECT) and not is_folder(path):
        from lawcheck.running.configuration.loading import has_table

        return path if has_table(path) else None
    return None
