"""Edits of a text, and what carries them out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Protocol

from lawcheck.records import dataclass
from lawcheck.text.source import Source


@dataclass(frozen=True, slots=True)
class Edit:
    """Replaces the half-open span by `content`."""

    start: int
    end: int
    content: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits that come in order and do not overlap."""
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.content]
        at = edit.end
    return "".join([*pieces, text[at:]])


def apart(edits: Iterable[Edit]) -> bool:
    """Whether no two of the edits overlap; several insertions at one place do, for their order is not known."""
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
    return all(
        first.end <= second.start and (first.start, first.end) != (second.start, second.end)
        for first, second in pairwise(ordered)
    )


class Editor(Protocol):
    """Carries edits out where a document is more than its text."""

    def takes(self, edits: Sequence[Edit]) -> bool:
        """Whether all of these edits can be made in the document as it stands."""

    def edited(self, source: Source, edits: Sequence[Edit]) -> Source:
        """The document, of which `source` is the text so far, after these edits; they come in order."""


class FileEditor(Editor, Protocol):
    """Carries edits out in a file, of whatever format; nothing is written."""

    @property
    def source(self) -> Source:
        """The document as it was read of the file, or as the edits so far have left it."""

    @property
    def is_signed(self) -> bool:
        """Whether the file has a digital signature, which no edit leaves valid."""

    def after(self, steps: Sequence[Sequence[Edit]]) -> bytes:
        """The file with all of these edits made; raises SourceError if it cannot be so written."""


class TextEditor:
    """Edits a document that is nothing but its text: every edit can be made."""

    def takes(self, edits: Sequence[Edit]) -> bool:
        """Always."""
        return True

    def edited(self, source: Source, edits: Sequence[Edit]) -> Source:
        """The source with the edits applied to its text."""
        return replace(source, text=apply_edits(source.text, edits))
