"""`lawcheck compare`: what has changed between two revisions of a document, and what that has brought."""

from enum import StrEnum
from typing import Annotated

from lawcheck.checks.checked import Checked
from lawcheck.comparing.review import Reviewed, review
from lawcheck.errors import SourceError, UsageError, Words
from lawcheck.reading import Batch
from lawcheck.reading.files import STDIN
from lawcheck.reading.paged.page_options import choose
from lawcheck.rulebook.messages import crash_messages
from lawcheck.running.configuration.layering import Resolved
from lawcheck.surfaces.cli.configured import finder_for
from lawcheck.surfaces.cli.extras import needs
from lawcheck.surfaces.cli.inputs import Failures
from lawcheck.surfaces.cli.notes import complain
from lawcheck.surfaces.cli.options import (
    OUTPUT,
    Config,
    ExtendSelect,
    FailOn,
    Ignore,
    Isolated,
    KindChoice,
    Lang,
    OcrChoice,
    PagesChoice,
    Preview,
    ScannedChoice,
    Select,
    StageChoice,
    argument,
    choice,
    option,
)
from lawcheck.surfaces.cli.output import format_of, use_colours, without_outputs, write
from lawcheck.text.source import Source


class CompareFormat(StrEnum):
    """How two revisions are shown."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


_FORMATS = {".txt": CompareFormat.TEXT, ".json": CompareFormat.JSON, ".html": CompareFormat.HTML}


_Old = Annotated[str, argument("OLD", "旧稿；- 为标准输入", "old revision; - is standard input")]
_New = Annotated[str, argument("NEW", "新稿；- 为标准输入", "new revision; - is standard input")]
_Format = Annotated[
    CompareFormat | None,
    choice("--output-format", CompareFormat, OUTPUT, "输出格式，默认 text", "format; text by default"),
]
_Output = Annotated[
    str | None,
    option(
        "-o, --output FILE",
        OUTPUT,
        "报告写入文件，格式按扩展名：.txt、.json、.html",
        "write to a file, in the format of its ending: .txt, .json, .html",
    ),
]


def compare(
    old: _Old,
    new: _New,
    output_format: _Format = None,
    output: _Output = None,
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    preview: Preview = False,
    kind: KindChoice = None,
    stage: StageChoice = None,
    scanned: ScannedChoice = None,
    ocr: OcrChoice = None,
    pages: PagesChoice = None,
    fail_on: FailOn = None,
    lang: Lang = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """Checks and compares two revisions, writes the report and returns the exit status.

    What is configured for the new one holds for both.
    """
    if old == new == STDIN:
        raise UsageError(Words("标准输入只能是两稿中的一稿", "only one of the two revisions can be standard input"))
    choose(ocr, pages)
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
    )
    if output is not None:
        without_outputs([output], (old, new), finder)
    chosen = output_format or format_of(output, _FORMATS, CompareFormat.TEXT)
    resolved = finder.resolved(new)
    failures = Failures()
    before, after = _read([old, new], resolved.language, failures)
    if before is None or after is None:
        if chosen == CompareFormat.JSON:
            _write_json(None, failures, resolved.language, output)
        return 2
    reviewed = review(before, after, resolved.options)
    for crash in _crashes(reviewed, resolved.language):
        complain(crash)
    if chosen == CompareFormat.JSON:
        _write_json(reviewed, failures, resolved.language, output)
    else:
        write(_report(reviewed, resolved.language, chosen, output), output, chosen == CompareFormat.TEXT)
    return 2 if reviewed.crashed else int(_counts(reviewed, resolved))


def _read(paths: list[str], language: str, failures: Failures) -> list[Source | None]:
    """The documents, None for what cannot be read; all are tried, so that all errors are told."""
    batch = Batch(paths)
    found: list[Source | None] = []
    for path in paths:
        try:
            found.append(batch.read(path))
        except SourceError as error:
            failures.add(error, language)
            found.append(None)
    return found


def _counts(reviewed: Reviewed, resolved: Resolved) -> bool:
    """Whether the revision brought a finding at or above the severity that fails."""
    brought = (*reviewed.revision, *reviewed.findings.fresh)
    return any(finding.severity.rank <= resolved.fail_on.rank for finding in brought)


def _crashes(reviewed: Reviewed, language: str) -> list[str]:
    found: list[Checked] = [reviewed.old, reviewed.new]
    return crash_messages([*reviewed.revision, *(d for checked in found for d in checked.diagnostics)], language)


def _report(reviewed: Reviewed, language: str, chosen: CompareFormat, output: str | None) -> str:
    if chosen == CompareFormat.HTML:
        with needs("web"):
            from lawcheck.reporting.comparison.compare_html import compare_html
        return compare_html(reviewed, language)
    from lawcheck.reporting.comparison.compare_text import compare_text

    return compare_text(reviewed, language, output is None and use_colours())


def _write_json(reviewed: Reviewed | None, failures: Failures, language: str, output: str | None) -> None:
    from lawcheck.reporting.comparison.compare_convert import compared_file
    from lawcheck.reporting.comparison.compare_report import CompareReport
    from lawcheck.reporting.report import to_json

    files = (compared_file(reviewed, language),) if reviewed else ()
    write(to_json(CompareReport(files=files, errors=failures.entries())), output)
