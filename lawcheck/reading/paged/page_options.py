"""Which pages are read, and how: for all documents of a call, in all its processes."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from lawcheck.records import dataclass

# In the environment, so that the processes of a call have it, however they are started.
_OCR, _PAGES = "LAWCHECK_OCR", "LAWCHECK_PAGES"
_SECONDS = 60.0
_SECONDS_OF_OCR = 3600.0


class Ocr(StrEnum):
    """Whether the text is recognised from the picture of a page."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class PageOptions:
    """Whether pages are recognised: where they have no text, always, or never; and which are read, "" for all."""

    ocr: Ocr = Ocr.AUTO
    pages: str = ""

    @property
    def seconds(self) -> float:
        """How long reading a file may take."""
        return _SECONDS if self.ocr is Ocr.NEVER else _SECONDS_OF_OCR


@contextmanager
def for_one_call() -> Iterator[None]:
    """What is chosen within holds no longer than that."""
    before = {name: os.environ.get(name) for name in (_OCR, _PAGES)}
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def choose(ocr: Ocr | None, pages: str | None) -> None:
    """Has all documents of this call read so."""
    for name, value in ((_OCR, ocr), (_PAGES, pages)):
        if value:
            os.environ[name] = value


def chosen() -> PageOptions:
    """How pages are read in this call."""
    ocr = os.environ.get(_OCR, "")
    return PageOptions(Ocr(ocr) if ocr in list(Ocr) else Ocr.AUTO, os.environ.get(_PAGES, ""))


def page_numbers(said: str) -> list[tuple[int, int]]:
    """The first and last of each range of pages: 1-5,8; raises ValueError where it says nothing of that kind."""
    ranges = []
    for part in said.replace("，", ",").split(","):
        first, dash, last = part.strip().partition("-")
        start = int(first)
        end = int(last) if last else 10**6 if dash else start
        if not 1 <= start <= end:
            raise ValueError(part)
        ranges.append((start, end))
    return ranges
