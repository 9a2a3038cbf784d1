"""Follows a file of this computer: each time it is saved it is the next version of its document. It is only read."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import anyio

from lawcheck.errors import LawcheckError
from lawcheck.reading.storage import read_bytes
from lawcheck.records import dataclass, field
from lawcheck.surfaces.web.asked import NextVersion

_PAUSE = 0.1


@dataclass(slots=True)
class FollowedFile:
    """A file, the name of its document, and when it was last seen otherwise."""

    path: Path
    id: str
    seen: tuple[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.seen = self._state()

    def _state(self) -> tuple[int, int]:
        try:
            status = self.path.stat()
        except OSError:  # it is being saved, or was moved away
            return 0, 0
        return status.st_mtime_ns, status.st_size

    async def follow(self, went_on: Callable[[str, NextVersion], Awaitable[object]]) -> None:
        """Tells of every version that is saved, until it is cancelled."""
        data = read_bytes(self.path)
        while True:
            await anyio.sleep(_PAUSE)
            state = self._state()
            if state in (self.seen, (0, 0)):
                continue
            try:
                if (now := read_bytes(self.path)) != data:
                    await went_on(self.id, NextVersion(self.path.name, now))
                    data = now
            except LawcheckError:
                continue  # half of it is written: it is looked at again
            self.seen = state
