"""`lawcheck check`."""

from dataclasses import dataclass, field

from lawcheck import pipeline
from lawcheck.cli.inputs import Failures, each_source
from lawcheck.cli.options import CheckFormat
from lawcheck.cli.output import use_colours, write
from lawcheck.diagnostics import Severity
from lawcheck.engine import CRASH_CODE
from lawcheck.errors import UsageError
from lawcheck.registry import Selection
from lawcheck.report import CheckedFile, Report, to_json
from lawcheck.reporters import text as text_report
from lawcheck.reporters.convert import checked_file
from lawcheck.source import Source


@dataclass(frozen=True, slots=True)
class CheckCall:
    """The options of one call."""

    selection: Selection
    kind: str
    output_format: str
    output_file: str | None
    statistics: bool
    fail_on: Severity
    exit_zero: bool
    language: str


@dataclass(slots=True)
class _Results:
    files: list[CheckedFile] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    failures: Failures = field(default_factory=Failures)


def check(paths: list[str], call: CheckCall) -> int:
    """Checks the documents, writes the report and returns the exit status."""
    if call.statistics and call.output_format == CheckFormat.JSON:
        raise UsageError("--statistics 不能与 --output-format json 同时使用")
    rules = call.selection.rules()
    results = _Results()
    style = text_report.Style(call.language, colours=call.output_file is None and use_colours())

    def use(source: Source) -> None:
        file = checked_file(pipeline.check(source, rules, call.kind, call.language))
        results.files.append(file)
        if call.output_format == CheckFormat.FULL and not call.statistics:
            results.lines += text_report.full(file, source.text, style)
        elif call.output_format == CheckFormat.CONCISE and not call.statistics:
            results.lines += text_report.concise(file, style)

    each_source(paths, results.failures, use)
    write(_report(results, call, style), call.output_file)
    return _status(results, call)


def _report(results: _Results, call: CheckCall, style: text_report.Style) -> str:
    if call.output_format == CheckFormat.JSON:
        return to_json(Report(files=tuple(results.files), errors=tuple(results.failures.errors)))
    if call.statistics:
        results.lines += text_report.statistics(results.files, style)
    results.lines.append(text_report.summary(results.files, len(results.failures.errors), style))
    return "\n".join(results.lines) + "\n"


def _status(results: _Results, call: CheckCall) -> int:
    """2 when a document or a rule failed; 1 when there is a finding that counts; else 0."""
    found = [d for file in results.files for d in file.diagnostics]
    if results.failures.errors or any(d.code == CRASH_CODE for d in found):
        return 2
    return int(not call.exit_zero and any(d.severity.rank <= call.fail_on.rank for d in found))
