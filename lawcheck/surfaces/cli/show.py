"""The commands that show what a document is made of, and the catalogue."""

import sys
from collections.abc import Callable, Iterable
from typing import TypeVar

from lawcheck import pipeline
from lawcheck.errors import LawcheckError, UsageError
from lawcheck.reporting.catalogue import explanation, rule_table
from lawcheck.reporting.convert import outline_file, rule_entry, task_file
from lawcheck.reporting.outline_tree import tree
from lawcheck.reporting.report import OutlineReport, RuleReport, TaskReport, to_json
from lawcheck.reporting.task_table import task_csv, task_table
from lawcheck.reporting.words import word
from lawcheck.rulebook.registry import find_rule, known_rules
from lawcheck.running.configuration.finder import Finder
from lawcheck.running.configuration.layering import NOTHING_SET, Configuration, Resolved
from lawcheck.structure.document import Document
from lawcheck.surfaces.cli.extras import needs
from lawcheck.surfaces.cli.inputs import Failures, each_source
from lawcheck.surfaces.cli.options import OutlineFormat, Revisions, RuleFormat, TaskFormat
from lawcheck.surfaces.cli.output import format_of, write, write_bytes
from lawcheck.text.layers import clean
from lawcheck.text.source import Source

_File = TypeVar("_File")
# The folder whose configuration holds for what is about no document.
_HERE = "."
_FORMATS = {".xlsx": TaskFormat.XLSX, ".csv": TaskFormat.CSV, ".json": TaskFormat.JSON, ".txt": TaskFormat.TABLE}


def outline(paths: list[str], finder: Finder, output_format: str, revisions: Revisions) -> int:
    """Writes the structure of the documents; returns the exit status."""
    failures = Failures()
    found = _each(paths, finder, failures, outline_file, revisions)
    if output_format == OutlineFormat.JSON:
        write(to_json(OutlineReport(files=tuple(file for _, file, _ in found), errors=failures.entries())))
    else:
        _write_lines(line for source, file, resolved in found for line in tree(file, source.text, resolved.language))
    return _status(failures)


def tasks(
    paths: list[str], finder: Finder, output_format: TaskFormat | None, revisions: Revisions, output: str | None
) -> int:
    """Writes the tasks of the documents, to standard output or a file; returns the exit status."""
    chosen = output_format or format_of(output, _FORMATS, TaskFormat.TABLE)
    if chosen == TaskFormat.XLSX:
        if output is None and sys.stdout.isatty():
            raise UsageError("xlsx 不能显示在终端上，请用 -o 指定文件")
        with needs("xlsx"):
            from lawcheck.reporting.xlsx import ledger_xlsx
    failures = Failures()
    found = _each(paths, finder, failures, task_file, revisions, output)
    files = tuple(file for _, file, _ in found)
    language = found[0][2].language if found else finder.resolved(_HERE).language
    if chosen == TaskFormat.XLSX:
        write_bytes(ledger_xlsx(files, language), output)
    elif chosen == TaskFormat.JSON:
        write(to_json(TaskReport(files=files, errors=failures.entries())), output)
    elif chosen == TaskFormat.CSV:
        write(task_csv(files, language), output)
    else:
        _write_lines((line for _, file, resolved in found for line in task_table(file, resolved.language)), output)
    return _status(failures)


def text(path: str, cleaned: bool, revisions: Revisions) -> int:
    """Writes the text of a document, or the view of it; returns the exit status."""
    failures = Failures()

    def show(path: str, source: Source, resolved: Resolved) -> None:
        write(clean(source).text if cleaned else source.text)

    each_source([path], Finder(NOTHING_SET, Configuration()), failures, show, revisions)
    return _status(failures)


def rules(output_format: str, finder: Finder) -> int:
    """Writes the catalogue, with the rules of the user's own that documents in this folder have."""
    resolved = finder.resolved(_HERE)
    entries = tuple(
        rule_entry(resolved.configured(rule), resolved.language) for rule in known_rules(resolved.own_rules)
    )
    if output_format == RuleFormat.JSON:
        write(to_json(RuleReport(rules=entries)))
    else:
        _write_lines(rule_table(entries, resolved.language))
    return 0


def test_rules(finder: Finder) -> int:
    """Runs the examples of the user's own rules; returns the exit status."""
    from lawcheck.testing import run_examples  # brings along what makes Word files

    resolved = finder.resolved(_HERE)
    if not resolved.own_rules:
        raise UsageError("配置中没有自定规则（rules、plugins）")
    failures: list[str] = []
    for rule in resolved.own_rules:
        try:
            run_examples(rule)
        except LawcheckError as error:
            failures.append(str(error))
    counts = {"rules": len(resolved.own_rules), "failures": len(failures)}
    _write_lines([*failures, word("rules-tested", resolved.language, **counts)])
    return 1 if failures else 0


def explain(code: str, finder: Finder) -> int:
    """Writes everything about one rule."""
    resolved = finder.resolved(_HERE)
    _write_lines(explanation(resolved.configured(find_rule(code, resolved.own_rules)), resolved.language))
    return 0


def _each(
    paths: list[str],
    finder: Finder,
    failures: Failures,
    convert: Callable[[Source, Document], _File],
    revisions: Revisions,
    output: str | None = None,
) -> list[tuple[Source, _File, Resolved]]:
    found: list[tuple[Source, _File, Resolved]] = []

    def use(path: str, source: Source, resolved: Resolved) -> None:
        found.append((source, convert(source, pipeline.parse(source, resolved.kind)), resolved))

    each_source(paths, finder, failures, use, revisions, output)
    return found


def _write_lines(lines: Iterable[str], path: str | None = None) -> None:
    write("".join(f"{line}\n" for line in lines), path)


def _status(failures: Failures) -> int:
    return 2 if failures.errors else 0
