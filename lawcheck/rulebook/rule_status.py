"""How far a rule can be relied on: `stable`, still in `preview`, or `deprecated`; and how often it was right."""

import re
from typing import Literal

from lawcheck.errors import Words
from lawcheck.records import dataclass
from lawcheck.rulebook.closed import Closed, must

Status = Literal["preview", "stable", "deprecated"]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Precision(Closed):
    """How many findings in real documents were read, and how many of them were right, on which day."""

    read: int
    right: int
    date: str

    def __post_init__(self) -> None:
        must(0 < self.read >= self.right >= 0, Words("right 不能大于 read", "must not have right above read"))
        must(_DAY.fullmatch(self.date), Words("date 写作 2026-01-31", "has a date in the form 2026-01-31"))
