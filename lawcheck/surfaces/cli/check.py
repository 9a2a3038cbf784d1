"""`lawcheck check`."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from lawcheck.checks.checked import Checked
from lawcheck.errors import UsageError
from lawcheck.reading.files import STDIN
from lawcheck.running.configuration.finder import Finder
from lawcheck.running.configuration.layering import Resolved
from lawcheck.surfaces.cli.filters import Filters
from lawcheck.surfaces.cli.inputs import Failures, each_checked, each_source
from lawcheck.surfaces.cli.options import Revisions
from lawcheck.surfaces.cli.output import write
from lawcheck.surfaces.cli.outputs import Outputs
from lawcheck.text.source import Source


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
    jobs: int = 0
    no_cache: bool = False
    baseline: str | None = None
    since: str | None = None


@dataclass(slots=True)
class _Results:
    outputs: Outputs
    filters: Filters
    failures: Failures = field(default_factory=Failures)
    # A finding that counts, or a rule that failed.
    failed: bool = False
    crashed: bool = False
    # What is said of all files is said in the language of the first.
    language: str = ""

    def add(self, path: str, checked: Checked, resolved: Resolved) -> None:
        """Adds one document."""
        self.language = self.language or resolved.language
        checked = self.filters.apply(path, checked, resolved)
        self.outputs.add(checked, resolved.language)
        self.failed |= any(d.severity.rank <= resolved.fail_on.rank for d in checked.diagnostics)
        self.crashed |= checked.crashed

    def language_for(self, call: CheckCall) -> str:
        """The language of what is said of all documents."""
        return self.language or call.finder.resolved(".").language


def check(paths: list[str], call: CheckCall) -> int:
    """Checks the documents, fixes them if asked to, writes the report and returns the exit status."""
    if call.unsafe_fixes and not (call.fix or call.diff):
        raise UsageError("--unsafe-fixes 要与 --fix 或 --diff 一起使用")
    if (call.fix or call.diff) and call.revisions == Revisions.ORIGINAL:
        raise UsageError("--revisions original 不能与 --fix、--diff 同时使用：改写的是修订全部接受后的文字")
    if call.diff and any("=" in choice for choice in call.output_formats):
        raise UsageError("--diff 只显示修改，不能与 --output-format 格式=文件 同时使用")
    if (call.fix or call.diff) and (call.baseline is not None or call.since is not None):
        raise UsageError("--baseline、--since 不能与 --fix、--diff 同时使用：修改的是全部问题")
    outputs = Outputs(call.output_formats, call.output_file, call.statistics)
    with Filters(call.baseline, call.since, call.revisions == Revisions.ORIGINAL) as filters:
        results = _Results(outputs, filters)
        if call.fix or call.diff:
            _fix(paths, call, results)
        else:
            each_checked(
                paths, call.finder, results.failures, results.add, call.revisions, call.jobs, not call.no_cache
            )
    if not call.diff:
        fixed_to_stdout = call.fix and STDIN in paths
        results.outputs.finish(results.failures.errors, results.language_for(call), fixed_to_stdout)
    filters.tell(results.language_for(call))
    return _status(results, call)


def _fix(paths: list[str], call: CheckCall, results: _Results) -> None:
    """Fixes the documents and checks them as they are then, or shows what would be fixed."""
    from lawcheck import pipeline
    from lawcheck.surfaces.cli.fixing_files import FileFixes

    fixes = FileFixes(call.unsafe_fixes, call.diff, results.failures)

    def use(path: str, source: Source, resolved: Resolved) -> None:
        results.language = results.language or resolved.language
        fixed = fixes.fix(path, source, resolved)
        if not call.diff:
            checked = pipeline.check(fixed.source, resolved.options, fixed.document)
            results.add(path, checked, resolved)

    each_source(paths, call.finder, results.failures, use, call.revisions)
    fixes.tell(results.language_for(call))
    if call.diff:
        write("".join(fixes.difference), call.output_file)
        results.failed = fixes.files > 0


def _status(results: _Results, call: CheckCall) -> int:
    """2 when a document or a rule failed; 1 when there is a finding that counts; else 0."""
    if results.failures.errors or results.crashed:
        return 2
    return int(results.failed and not call.exit_zero)
