"""How an own document takes up its superiors, as `lawcheck cover` writes it and `cover_paths` returns it."""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from lawcheck.comparing.coverage.cover import Degree as Degree
from lawcheck.comparing.coverage.losses import What as What
from lawcheck.reporting.flat import BETWEEN, Row, html_table
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

    def rows(self) -> list[Row]:
        """A row for each measure of the superiors that is a task, with those that take it up."""
        superior = {measure.id: measure for measure in self.superior}
        own = {measure.id: measure for measure in self.own}
        return [_row(superior[link.superior], [own[each] for each in link.own], link) for link in self.links]

    def _repr_html_(self) -> str:
        return html_table(("label", "text", "degree", "own_label", "own_text", "lost"), self.rows())


def _row(superior: SuperiorMeasure, own: Sequence[OwnMeasure], link: CoverLink) -> Row:
    return {
        "path": superior.path,
        "label": superior.label,
        "text": superior.text,
        "degree": str(link.degree),
        "own_label": BETWEEN.join(each.label for each in own),
        "own_text": BETWEEN.join(each.text for each in own),
        "own_units": BETWEEN.join(dict.fromkeys(unit for each in own for unit in each.units)),
        "lost": BETWEEN.join(link.lost),
        "changed": BETWEEN.join(f"{each.from_} → {each.to}" for each in link.changed),
        "reason": link.reason,
    }
