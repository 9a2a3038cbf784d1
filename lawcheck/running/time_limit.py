"""An end to what takes too long."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from lawcheck.errors import SourceError, Words


class TooLong(BaseException):
    """The time is up. No rule that catches what goes wrong in it catches this."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises TooLong within, when so many seconds are over; 0 is no limit.

    Only the main thread of a process can be interrupted so, and only where the system has alarms: elsewhere nothing
    is limited.
    """
    if not seconds or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def limited(name: str, seconds: float) -> Iterator[None]:
    """Raises SourceError, naming the document, when what is done with it takes longer."""
    try:
        with time_limit(seconds):
            yield
    except TooLong:
        raise SourceError(name, late(seconds)) from None


def late(seconds: float) -> Words:
    """What is said of a document that took longer."""
    return Words(f"超过时限（{seconds:g} 秒），未检查", f"took longer than {seconds:g} s and was not checked")


def _end(number: int, frame: object) -> None:
    raise TooLong
