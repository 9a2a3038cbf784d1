"""What every format of the findings offers."""

from collections.abc import Sequence
from typing import Protocol

from lawcheck.checks.checked import Checked
from lawcheck.errors import SourceError


class Reporter(Protocol):
    """Makes one report of many documents; it keeps what it will say of them, not their texts."""

    def add(self, checked: Checked, language: str) -> None:
        """Takes up one document, in the language ("zh" or "en") that is set for it."""

    def finish(self, errors: Sequence[SourceError], language: str) -> str:
        """The whole report, with the documents that could not be checked; called once, after the last document."""
