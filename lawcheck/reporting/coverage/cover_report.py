"""How an own document takes up its superiors, as `lawcheck cover` writes it and `cover_paths` returns it."""

from typing import Literal

from pydantic import Field

from lawcheck.comparing.coverage.cover import Degree as Degree
from lawcheck.comparing.coverage.losses import What as What
from lawcheck.reporting.report import FileError, Model, TextSpan, Tool


class SuperiorMeasure(TextSpan):
    """A measure of a superior document: `label` are the ordinals that lead to it."""

    id: str
    path: str
    label: str
    text: str
    task: bool


class OwnMeasure(TextSpan):
    """A measure of the own document, with the units that carry it out."""

    id: str
    path: str
    label: str
    text: str
    task: bool
    units: tuple[str, ...]


class AlteredEntry(Model):
    """A part of a measure before and after; `weaker` where the own document wants less."""

    what: What
    from_: str = Field(alias="from")
    to: str
    weaker: bool


class CoverLink(Model):
    """A measure of a superior and the ids of those that take it up, the words that they lack, and why they belong
    together."""

    superior: str
    own: tuple[str, ...]
    degree: Degree
    lost: tuple[str, ...]
    changed: tuple[AlteredEntry, ...]
    reason: str


class CoverReport(Model):
    """The output of `lawcheck cover`; a link for each measure of the superiors that is a task."""

    schema_: Literal["lawcheck-cover/1"] = Field(default="lawcheck-cover/1", alias="schema")
    tool: Tool = Tool()
    superior: tuple[SuperiorMeasure, ...] = ()
    own: tuple[OwnMeasure, ...] = ()
    links: tuple[CoverLink, ...] = ()
    own_only: tuple[str, ...] = ()
    errors: tuple[FileError, ...] = ()
