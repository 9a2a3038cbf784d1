"""The folders that an agent may name files in."""

import os
from collections.abc import Sequence
from pathlib import Path

from lawcheck.errors import UsageError, Words
from lawcheck.reading.storage import is_folder, printable


class Folders:
    """Decides by where a path leads in the end, so that neither `..` nor a link gets out of the folders.

    Raises UsageError where one of `places` is no folder.
    """

    def __init__(self, places: Sequence[str]) -> None:
        for place in places:
            if not is_folder(place):
                raise UsageError(Words(f"{printable(place)} 不是文件夹", f"{printable(place)} is no folder"))
        self._folders = [Path(os.path.realpath(place)) for place in places]

    def holds(self, path: str) -> bool:
        """Whether a path leads into one of the folders."""
        place = Path(os.path.realpath(path))
        return any(place.is_relative_to(folder) for folder in self._folders)

    def inside(self, path: str) -> str:
        """Where a path leads; one that is relative starts at the first folder. Raises UsageError outside of them."""
        outside = UsageError(
            Words(
                f"{printable(path)} 不在启动时给出的文件夹中",
                f"{printable(path)} is in none of the folders named at the start",
            )
        )
        try:
            place = os.path.realpath(self._folders[0] / path)
        except ValueError as error:  # a NUL in it
            raise outside from error
        if not self.holds(place):
            raise outside
        return place
