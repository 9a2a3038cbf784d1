"""Counts what is found in documents and what they ask for; keeps numbers, not documents."""

from collections import Counter

from lawcheck.checks.checked import Checked
from lawcheck.records import dataclass, field
from lawcheck.reporting.ledger import ROLES, unit_roles
from lawcheck.reporting.report import TaskFile
from lawcheck.rulebook.findings import Severity
from lawcheck.rulebook.registry import rule_with

# A column of a plot or table: the names of words.
SEVERITIES = tuple(str(severity) for severity in Severity)
DUTIES = tuple(f"count-{role}" for role in ROLES)


@dataclass(frozen=True, slots=True)
class TotalsRow:
    """What is counted for one rule, document, unit or month: by column, and in all."""

    label: str
    counts: tuple[int, ...]
    total: int
    about: str = ""


@dataclass(slots=True)
class Totals:
    """What all documents together amount to."""

    files: int = 0
    tasks: int = 0
    deadlines: int = 0
    severities: Counter[str] = field(default_factory=Counter)
    documents: list[TotalsRow] = field(default_factory=list)
    _rules: dict[str, Counter[str]] = field(default_factory=dict)
    _summaries: dict[str, str] = field(default_factory=dict)
    _units: dict[str, Counter[str]] = field(default_factory=dict)
    _months: Counter[str] = field(default_factory=Counter)

    def add(self, checked: Checked, tasks: TaskFile, language: str) -> None:
        """Counts one document; its findings are named in its language."""
        self.files += 1
        found = Counter(str(diagnostic.severity) for diagnostic in checked.diagnostics)
        self.severities += found
        self.documents.append(_row(checked.source.path, found, SEVERITIES))
        for diagnostic in checked.diagnostics:
            self._rules.setdefault(diagnostic.code, Counter())[str(diagnostic.severity)] += 1
            if diagnostic.code not in self._summaries:
                rule = rule_with(diagnostic.code, checked.own_rules)
                self._summaries[diagnostic.code] = rule.summary.in_language(language) if rule else diagnostic.name
        self._add_tasks(tasks)

    def _add_tasks(self, file: TaskFile) -> None:
        self.tasks += len(file.tasks)
        for task in file.tasks:
            for unit, roles in unit_roles(task).items():
                counts = self._units.setdefault(unit, Counter())
                counts.update(["tasks", *(f"count-{role}" for role in roles)])
            self.deadlines += len(task.deadlines)
            self._months.update(limit.date[:7] for limit in task.deadlines if limit.date)

    @property
    def findings(self) -> int:
        """How many findings there are."""
        return self.severities.total()

    def by_rule(self) -> list[TotalsRow]:
        """The findings of each rule, most first."""
        rows = (_row(code, found, SEVERITIES, self._summaries[code]) for code, found in self._rules.items())
        return sorted(rows, key=lambda row: (-row.total, row.label))

    def by_document(self) -> list[TotalsRow]:
        """The findings in each document, most first."""
        return sorted(self.documents, key=lambda row: (-row.total, row.label))

    def by_unit(self) -> list[TotalsRow]:
        """The tasks of each unit by its part in them, and in all; most first, else as they come in the documents."""
        rows = (
            TotalsRow(unit, tuple(counts[duty] for duty in DUTIES), counts["tasks"])
            for unit, counts in self._units.items()
        )
        return sorted(rows, key=lambda row: -row.total)

    def by_month(self) -> list[TotalsRow]:
        """The time limits that end in each month, in order."""
        return [TotalsRow(month, (), self._months[month]) for month in sorted(self._months)]

    @property
    def undated(self) -> int:
        """How many time limits have no last day that is known."""
        return self.deadlines - self._months.total()


def _row(label: str, found: Counter[str], columns: tuple[str, ...], about: str = "") -> TotalsRow:
    return TotalsRow(label, tuple(found[column] for column in columns), found.total(), about)
