"""`lawcheck check`."""

import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from lawcheck import pipeline
from lawcheck.cli.inputs import Failures, each_source
from lawcheck.cli.mending import Mending
from lawcheck.cli.options import CheckFormat, Revisions
from lawcheck.cli.output import use_colours, write
from lawcheck.configuration.finder import Finder
from lawcheck.configuration.layers import Options
from lawcheck.engine import CRASH_CODE
from lawcheck.errors import UsageError
from lawcheck.readers.files import STDIN
from lawcheck.reporters import text as text_report
from lawcheck.source import Source


@dataclass(frozen=True, slots=True)
class CheckCall:
    """The options of one call."""

    finder: Finder
    output_format: str = CheckFormat.FULL
    output_file: str | None = None
    statistics: bool = False
    exit_zero: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    revisions: Revisions = Revisions.ACCEPTED


@dataclass(slots=True)
class _Results:
    failures: Failures = field(default_factory=Failures)
    tally: text_report.Tally = field(default_factory=text_report.Tally)
    # The models of the JSON report.
    files: list[Any] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    suppressed: Counter[str] = field(default_factory=Counter)
    # A finding that counts, or a rule that failed.
    failed: bool = False
    crashed: bool = False
    # What is said of all files is said in the language of the first.
    language: str = ""


def check(paths: list[str], call: CheckCall) -> int:
    """Checks the documents, mends them if asked to, writes the report and returns the exit status."""
    if call.statistics and call.output_format == CheckFormat.JSON:
        raise UsageError("--statistics 不能与 --output-format json 同时使用")
    if call.unsafe_fixes and not (call.fix or call.diff):
        raise UsageError("--unsafe-fixes 要与 --fix 或 --diff 一起使用")
    call.finder.top.selection.rules()  # a wrong code is told before any document is read
    results = _Results()
    mending = Mending(call.unsafe_fixes, call.diff, results.failures) if call.fix or call.diff else None

    def use(path: str, source: Source, options: Options) -> None:
        results.language = results.language or options.language
        if mending:
            source = mending.mend(path, source, options)
        if not call.diff:
            _check(source, options, call, results)

    each_source(paths, call.finder, results.failures, use, call.revisions)
    results.language = results.language or call.finder.options(".").language
    if mending:
        mending.tell(results.language)
    if mending and call.diff:
        write("".join(mending.difference), call.output_file)
        results.failed = mending.files > 0
    elif mending and STDIN in paths and call.output_file is None:
        sys.stderr.write(_report(results, call))  # standard output has the mended text
    else:
        write(_report(results, call), call.output_file)
    return _status(results, call)


def _check(source: Source, options: Options, call: CheckCall, results: _Results) -> None:
    """Adds one document to the results."""
    checked = pipeline.check(source, options.rules, options.kind, options.language, options.settings)
    style = _style(options.language, call)
    results.tally.add(checked)
    results.suppressed += checked.suppressed
    results.failed |= any(d.severity.rank <= options.fail_on.rank for d in checked.diagnostics)
    results.crashed |= any(d.code == CRASH_CODE for d in checked.diagnostics)
    if call.output_format == CheckFormat.JSON:
        from lawcheck.reporters.convert import checked_file  # pydantic takes long to start

        results.files.append(checked_file(checked))
    elif call.output_format == CheckFormat.FULL and not call.statistics:
        results.lines += text_report.full(checked, style)
    elif call.output_format == CheckFormat.CONCISE and not call.statistics:
        results.lines += text_report.concise(checked, style)


def _style(language: str, call: CheckCall) -> text_report.Style:
    return text_report.Style(language, colours=call.output_file is None and use_colours())


def _report(results: _Results, call: CheckCall) -> str:
    if call.output_format == CheckFormat.JSON:
        from lawcheck.report import Report, to_json

        return to_json(Report(files=tuple(results.files), errors=results.failures.entries()))
    style = _style(results.language, call)
    if call.statistics:
        results.lines += text_report.statistics(results.tally, style)
        results.lines += text_report.suppressed(results.suppressed, style)
    results.lines.append(text_report.summary(results.tally, len(results.failures.errors), style))
    return "\n".join(results.lines) + "\n"


def _status(results: _Results, call: CheckCall) -> int:
    """2 when a document or a rule failed; 1 when there is a finding that counts; else 0."""
    if results.failures.errors or results.crashed:
        return 2
    return int(results.failed and not call.exit_zero)
