"""`lawcheck check`."""

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date

from lawcheck.checks.checked import Checked
from lawcheck.checks.cit.law_age import age_note
from lawcheck.errors import UsageError, Words
from lawcheck.reading import OpenedFile
from lawcheck.reading.files import STDIN, is_stdin, stdin_called
from lawcheck.reading.paged.page_options import choose
from lawcheck.records import dataclass, field
from lawcheck.running.configuration.finder import Finder
from lawcheck.running.configuration.layering import Resolved
from lawcheck.surfaces.cli.check_conflicts import DIFF_TO_FILES, FILTERED_FIXES, ORIGINAL, refuse_together
from lawcheck.surfaces.cli.configured import HERE, finder_for
from lawcheck.surfaces.cli.filters import Filters, report_root, since_of
from lawcheck.surfaces.cli.inputs import Failures, each_checked, each_opened, list_documents, listed_paths
from lawcheck.surfaces.cli.languages import language_configured
from lawcheck.surfaces.cli.notes import complain
from lawcheck.surfaces.cli.options import (
    Config,
    ExtendSelect,
    FailOn,
    Ignore,
    Isolated,
    Jobs,
    KindChoice,
    Lang,
    Library,
    NoCache,
    OcrChoice,
    PagesChoice,
    Preview,
    Revisions,
    RevisionsChoice,
    ScannedChoice,
    Select,
    StageChoice,
)
from lawcheck.surfaces.cli.options_of_check import (
    Baseline,
    ColorChoice,
    Diff,
    ExitZero,
    FilesFrom,
    Fix,
    ForceExclude,
    Formats,
    MergeBase,
    OutputFile,
    Paths,
    Quiet,
    RelativeTo,
    ShowFiles,
    Since,
    Statistics,
    StdinFilename,
    Timeout,
    UnsafeFixes,
    Watch,
)
from lawcheck.surfaces.cli.output import Color, write
from lawcheck.surfaces.cli.outputs import Outputs


@dataclass(frozen=True, slots=True)
class _Call:
    """The options of one call."""

    finder: Finder
    output_formats: Sequence[str] = ()
    output_file: str | None = None
    statistics: bool = False
    quiet: bool = False
    exit_zero: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    revisions: Revisions = Revisions.ACCEPTED
    jobs: int = 0
    no_cache: bool = False
    baseline: str | None = None
    since: str | None = None
    merge_base: bool = False
    stdin_filename: str | None = None
    relative_to: str | None = None
    color: Color = Color.AUTO
    timeout: int = 0

    def baseline_of(self, path: str) -> str | None:
        """The baseline of a document: that of the call, else that of its configuration; what is fixed has none."""
        if self.fix or self.diff:
            return None
        return self.baseline or self.finder.configuration(path).baseline


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

    def language_for(self, call: _Call) -> str:
        """The language of what is said of all documents."""
        return self.language or call.finder.resolved(HERE).language


def check(
    paths: Paths = [],  # noqa: B006 as Typer wants it
    files_from: FilesFrom = None,
    force_exclude: ForceExclude = False,
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    preview: Preview = False,
    kind: KindChoice = None,
    stage: StageChoice = None,
    scanned: ScannedChoice = None,
    library: Library = None,
    fix: Fix = False,
    unsafe_fixes: UnsafeFixes = False,
    diff: Diff = False,
    output_format: Formats = None,
    output_file: OutputFile = None,
    statistics: Statistics = False,
    quiet: Quiet = False,
    show_files: ShowFiles = False,
    revisions: RevisionsChoice = Revisions.ACCEPTED,
    ocr: OcrChoice = None,
    pages: PagesChoice = None,
    fail_on: FailOn = None,
    exit_zero: ExitZero = False,
    lang: Lang = None,
    config: Config = None,
    isolated: Isolated = False,
    baseline: Baseline = None,
    since: Since = None,
    merge_base: MergeBase = False,
    stdin_filename: StdinFilename = None,
    relative_to: RelativeTo = None,
    color: ColorChoice = Color.AUTO,
    timeout: Timeout = 0,
    watch: Watch = False,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
) -> int:
    """Checks the documents, once or after every change; returns the exit status."""
    choose(ocr, pages)
    named = [*paths, *listed_paths(files_from)] if files_from else paths or [HERE]

    def once() -> int:
        finder = finder_for(
            config,
            isolated,
            lang=lang,
            kind=kind,
            stage=stage,
            scanned=scanned,
            fail_on=fail_on,
            select=select,
            extend_select=extend_select,
            ignore=ignore,
            preview=preview,
            library=library,
            force_exclude=force_exclude,
        )
        if show_files:
            return list_documents(named, finder, output_file, quiet)
        return _check_as_told(
            named,
            _Call(
                finder=finder,
                output_formats=output_format or (),
                output_file=output_file,
                statistics=statistics,
                quiet=quiet,
                exit_zero=exit_zero,
                fix=fix,
                unsafe_fixes=unsafe_fixes,
                diff=diff,
                revisions=revisions,
                jobs=jobs,
                no_cache=no_cache,
                baseline=baseline,
                since=since,
                merge_base=merge_base,
                stdin_filename=stdin_filename,
                relative_to=relative_to,
                color=color,
                timeout=timeout,
            ),
        )

    if not watch:
        return once()
    if fix or diff:
        raise UsageError(Words("--watch 不能与 --fix、--diff 同时使用", "--watch cannot be used with --fix or --diff"))
    from lawcheck.surfaces.cli.watching import watching

    return watching(named, config, baseline, lang or language_configured(config, isolated) or "zh", once)


def _check_as_told(paths: list[str], call: _Call) -> int:
    """Checks the documents with the names and paths that the call wants."""
    with ExitStack() as stack:
        if call.stdin_filename is not None:
            stack.enter_context(stdin_called(call.stdin_filename))
            paths = [call.stdin_filename if path == STDIN else path for path in paths]
        if call.relative_to is not None:
            from lawcheck.reporting.places import relative_to  # few ask for it

            stack.enter_context(relative_to(report_root(call.relative_to)))
        return _check(paths, call)


def _check(paths: list[str], call: _Call) -> int:
    """Checks the documents, fixes them if asked to, writes the report and returns the exit status."""
    fixes = call.fix or call.diff
    original = call.revisions == Revisions.ORIGINAL
    if call.unsafe_fixes and not fixes:
        raise UsageError(
            Words("--unsafe-fixes 要与 --fix 或 --diff 一起使用", "--unsafe-fixes goes with --fix or --diff")
        )
    refuse_together(fixes and original, ORIGINAL)
    refuse_together(call.diff and any("=" in choice for choice in call.output_formats), DIFF_TO_FILES)
    refuse_together(fixes and (call.baseline is not None or call.since is not None), FILTERED_FIXES)
    outputs = Outputs(call.output_formats, call.output_file, call.statistics, call.quiet, call.color)
    with Filters(call.baseline, call.baseline_of, since_of(call.since, call.merge_base), original) as filters:
        results = _Results(outputs, filters)
        if call.fix or call.diff:
            _fix_each(paths, call, results)
        else:
            how = (call.revisions, call.jobs, not call.no_cache, outputs.files, call.timeout or None)
            each_checked(paths, call.finder, results.failures, results.add, *how)
    if not call.diff:
        fixed_to_stdout = call.fix and any(map(is_stdin, paths))
        results.outputs.finish(results.failures.errors, results.language_for(call), fixed_to_stdout)
    if call.quiet:
        return _status(results, call)
    filters.tell(results.language_for(call))
    if note := age_note(date.today()):
        complain(note.in_language(results.language_for(call)))
    return _status(results, call)


def _fix_each(paths: list[str], call: _Call, results: _Results) -> None:
    """Fixes the documents and checks them as they are then, or shows what would be fixed."""
    from lawcheck import pipeline
    from lawcheck.running.time_limit import limited
    from lawcheck.surfaces.cli.fixing_files import FileFixes

    fixes = FileFixes(paths, call.unsafe_fixes, call.diff, results.failures, call.timeout)

    def use(path: str, file: OpenedFile, resolved: Resolved) -> None:
        results.language = results.language or resolved.language
        fixed = fixes.fix(path, file, resolved)
        if not call.diff:
            with limited(fixed.source.path, call.timeout):
                checked = pipeline.check(fixed.source, resolved.options, fixed.document)
            results.add(path, checked, resolved)

    each_opened(paths, call.finder, results.failures, use, results.outputs.files)
    if not call.quiet:
        fixes.tell(results.language_for(call))
    if call.diff:
        if call.output_file or not call.quiet:
            write("".join(fixes.difference), call.output_file)
        results.failed = fixes.files > 0


def _status(results: _Results, call: _Call) -> int:
    """2 when a document or a rule failed; 1 when there is a finding that counts; else 0."""
    if results.failures.errors or results.crashed:
        return 2
    return int(results.failed and not call.exit_zero)
