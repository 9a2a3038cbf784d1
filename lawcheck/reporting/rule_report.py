"""The catalogue of rules, as `lawcheck rules` writes it and `rules` returns it."""

from typing import Literal

from pydantic import Field

from lawcheck.reporting.flat import BETWEEN, Row, html_table
from lawcheck.reporting.report import Model, SourceEntry, Tool
from lawcheck.rulebook.findings import Safety, Severity
from lawcheck.structure.kinds import Kind


class PrecisionEntry(Model):
    """How many findings of a rule in real documents were read, how many were right, and on which day."""

    read: int
    right: int
    date: str


class OptionEntry(Model):
    """An option of a rule: the value that it has, by default or as it is configured."""

    name: str
    value: bool | int | float | str | tuple[str, ...]
    summary: str


class RuleEntry(Model):
    """One rule of the catalogue, in the language of the call."""

    code: str
    name: str
    severity: Severity
    status: str
    precision: PrecisionEntry | None
    successor: str
    aliases: tuple[str, ...]
    enabled: bool
    kinds: tuple[Kind, ...]
    fix: Safety | None
    summary: str
    options: tuple[OptionEntry, ...]
    source: tuple[SourceEntry, ...]
    url: str


class RuleReport(Model):
    """The output of `lawcheck rules`."""

    schema_: Literal["lawcheck-rules/1"] = Field(default="lawcheck-rules/1", alias="schema")
    tool: Tool = Tool()
    rules: tuple[RuleEntry, ...] = ()

    def rows(self) -> list[Row]:
        """A row for each rule."""
        return [
            {
                "code": each.code,
                "name": each.name,
                "severity": str(each.severity),
                "enabled": each.enabled,
                "status": each.status,
                "kinds": BETWEEN.join(each.kinds),
                "fix_safety": str(each.fix or ""),
                "summary": each.summary,
                "url": each.url,
            }
            for each in self.rules
        ]

    def _repr_html_(self) -> str:
        return html_table(("code", "name", "severity", "summary"), self.rows())
