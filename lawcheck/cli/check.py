"""`lawcheck check`."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from lawcheck import pipeline
from lawcheck.cli.inputs import Failures, each_source
from lawcheck.cli.mending import Mending
from lawcheck.cli.options import Revisions
from lawcheck.cli.output import write
from lawcheck.cli.outputs import Outputs
from lawcheck.configuration.finder import Finder
from lawcheck.configuration.layers import Options
from lawcheck.engine import CRASH_CODE
from lawcheck.errors import UsageError
from lawcheck.readers.files import STDIN
from lawcheck.source import Source


@dataclass(frozen=True, slots=True)
class CheckCall:
    """The options of one call."""

    finder: Finder
    output_formats: Sequence[str] = ()
    output_file: str | None = None
    statistics: bool = False
    exit_zero: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    revisions: Revisions = Revisions.ACCEPTED


@dataclass(slots=True)
class _Results:
    outputs: Outputs
    failures: Failures = field(default_factory=Failures)
    # A finding that counts, or a rule that failed.
    failed: bool = False
    crashed: bool = False
    # What is said of all files is said in the language of the first.
    language: str = ""


def check(paths: list[str], call: CheckCall) -> int:
    """Checks the documents, mends them if asked to, writes the report and returns the exit status."""
    if call.unsafe_fixes and not (call.fix or call.diff):
        raise UsageError("--unsafe-fixes 要与 --fix 或 --diff 一起使用")
    if (call.fix or call.diff) and call.revisions == Revisions.ORIGINAL:
        raise UsageError("--revisions original 不能与 --fix、--diff 同时使用：改写的是修订全部接受后的文字")
    if call.diff and any("=" in choice for choice in call.output_formats):
        raise UsageError("--diff 只显示修改，不能与 --output-format 格式=文件 同时使用")
    call.finder.top.selection.rules()  # a wrong code is told before any document is read
    results = _Results(Outputs(call.output_formats, call.output_file, call.statistics))
    mending = Mending(call.unsafe_fixes, call.diff, results.failures) if call.fix or call.diff else None

    def use(path: str, source: Source, options: Options) -> None:
        results.language = results.language or options.language
        if mending:
            source = mending.mend(path, source, options)
        if not call.diff:
            _check(source, options, results)

    each_source(paths, call.finder, results.failures, use, call.revisions)
    results.language = results.language or call.finder.options(".").language
    if mending:
        mending.tell(results.language)
    if mending and call.diff:
        write("".join(mending.difference), call.output_file)
        results.failed = mending.files > 0
    else:
        mended_to_stdout = mending is not None and STDIN in paths
        results.outputs.finish(results.failures.errors, results.language, mended_to_stdout)
    return _status(results, call)


def _check(source: Source, options: Options, results: _Results) -> None:
    """Adds one document to the results."""
    checked = pipeline.check(source, options.rules, options.kind, options.language, options.settings)
    results.outputs.add(checked, options.language)
    results.failed |= any(d.severity.rank <= options.fail_on.rank for d in checked.diagnostics)
    results.crashed |= any(d.code == CRASH_CODE for d in checked.diagnostics)


def _status(results: _Results, call: CheckCall) -> int:
    """2 when a document or a rule failed; 1 when there is a finding that counts; else 0."""
    if results.failures.errors or results.crashed:
        return 2
    return int(results.failed and not call.exit_zero)
