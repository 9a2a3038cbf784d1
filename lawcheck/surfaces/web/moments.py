"""What was made of a document a moment ago, so that it need not be made again: a few things, for a minute."""

from collections.abc import Callable
from threading import Lock, Timer
from typing import Generic, TypeVar

_SECONDS = 60.0
_MOST = 2

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Remembered(Generic[_Key, _Value]):
    """The values of the keys that were asked for last; all are forgotten when none was asked for in a while."""

    def __init__(self, seconds: float = _SECONDS, most: int = _MOST) -> None:
        self._seconds, self._most = seconds, most
        self._pairs: list[tuple[_Key, _Value]] = []
        self._lock = Lock()
        self._timer: Timer | None = None

    def __len__(self) -> int:
        return len(self._pairs)

    def get(self, key: _Key, make: Callable[[], _Value]) -> _Value:
        """The value of a key, which is made if it is not known."""
        with self._lock:
            found = next((pair for pair in self._pairs if pair[0] == key), None)
            pair = found or (key, make())
            self._pairs = [*(each for each in self._pairs if each is not found), pair][-self._most :]
            self._wait()
        return pair[1]

    def forget(self) -> None:
        """Forgets all."""
        with self._lock:
            self._pairs = []

    def _wait(self) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = Timer(self._seconds, self.forget)
        self._timer.daemon = True
        self._timer.start()
