"""`lawcheck cover`: how the measures of superior documents are taken up by the own document."""

import sys
from enum import StrEnum
from typing import Annotated

from lawcheck import pipeline
from lawcheck.comparing.coverage.cover import Coverage
from lawcheck.comparing.coverage.cover import cover as covered
from lawcheck.comparing.coverage.measures import CoveredFile
from lawcheck.errors import SourceError, UsageError, Words
from lawcheck.reading import Batch
from lawcheck.reading.files import STDIN
from lawcheck.reading.paged.page_options import choose
from lawcheck.running.configuration.finder import Finder
from lawcheck.surfaces.cli.configured import finder_for
from lawcheck.surfaces.cli.extras import needs
from lawcheck.surfaces.cli.inputs import Failures
from lawcheck.surfaces.cli.options import (
    OUTPUT,
    Config,
    Isolated,
    KindChoice,
    Lang,
    OcrChoice,
    PagesChoice,
    Revisions,
    RevisionsChoice,
    argument,
    choice,
    option,
)
from lawcheck.surfaces.cli.output import format_of, use_colours, without_outputs, write, write_bytes


class CoverFormat(StrEnum):
    """How the measures are shown."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    XLSX = "xlsx"


_FORMATS = {
    ".txt": CoverFormat.TEXT,
    ".json": CoverFormat.JSON,
    ".html": CoverFormat.HTML,
    ".xlsx": CoverFormat.XLSX,
}
_Documents = Annotated[
    list[str],
    argument(
        "SUPERIOR... OWN",
        "上级文件（可以多个），最后是本文件；- 为标准输入",
        "superior documents, then the own one; - is standard input",
    ),
]
_Format = Annotated[
    CoverFormat | None,
    choice("--output-format", CoverFormat, OUTPUT, "输出格式，默认 text", "format; text by default"),
]
_Output = Annotated[
    str | None,
    option(
        "-o, --output FILE",
        OUTPUT,
        "写入文件，格式按扩展名：.txt、.json、.html、.xlsx",
        "write to a file, in the format of its ending: .txt, .json, .html, .xlsx",
    ),
]


def cover(
    paths: _Documents,
    kind: KindChoice = None,
    output_format: _Format = None,
    output: _Output = None,
    revisions: RevisionsChoice = Revisions.ACCEPTED,
    ocr: OcrChoice = None,
    pages: PagesChoice = None,
    lang: Lang = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """Writes what becomes of every measure of the superiors; returns 1 when something is missing or weaker."""
    if len(paths) < 2:
        raise UsageError(Words("至少要一个上级文件和本文件", "a superior document and the own one are needed"))
    if paths.count(STDIN) > 1:
        raise UsageError(Words("标准输入只能是其中一个文件", "only one of the documents can be standard input"))
    choose(ocr, pages)
    finder = finder_for(config, isolated, lang=lang, kind=kind)
    if output is not None:
        without_outputs([output], paths, finder)
    chosen = output_format or format_of(output, _FORMATS, CoverFormat.TEXT)
    if chosen == CoverFormat.XLSX and output is None and sys.stdout.isatty():
        raise UsageError(
            Words(
                "xlsx 不能显示在终端上，请用 -o 指定文件",
                "xlsx cannot be shown on a terminal; please name a file with -o",
            )
        )
    language = finder.resolved(paths[-1]).language
    failures = Failures()
    files = _read(paths, finder, revisions, language, failures)
    if failures.errors:
        if chosen == CoverFormat.JSON:
            _write_json(None, failures, language, output)
        return 2
    *superiors, own = files
    coverage = covered(superiors, own)
    if chosen == CoverFormat.JSON:
        _write_json(coverage, failures, language, output)
    elif chosen == CoverFormat.XLSX:
        with needs("xlsx"):
            from lawcheck.reporting.coverage.cover_xlsx import cover_xlsx
        write_bytes(cover_xlsx(coverage, language), output)
    else:
        write(_report(coverage, language, chosen, output), output, chosen == CoverFormat.TEXT)
    return int(any(link.is_less for link in coverage.links))


def _read(
    paths: list[str], finder: Finder, revisions: Revisions, language: str, failures: Failures
) -> list[CoveredFile]:
    """The documents; all are tried, so that all errors are told."""
    batch = Batch(paths, revisions == Revisions.ORIGINAL)
    found = []
    for path in paths:
        try:
            document = pipeline.parse(batch.read(path), finder.resolved(path).kind)
        except SourceError as error:
            failures.add(error, language)
        else:
            found.append(CoveredFile(path, document))
    return found


def _report(coverage: Coverage, language: str, chosen: CoverFormat, output: str | None) -> str:
    if chosen == CoverFormat.HTML:
        with needs("web"):
            from lawcheck.reporting.coverage.cover_html import cover_html
        return cover_html(coverage, language)
    from lawcheck.reporting.coverage.cover_text import cover_text

    return cover_text(coverage, language, output is None and use_colours())


def _write_json(coverage: Coverage | None, failures: Failures, language: str, output: str | None) -> None:
    from lawcheck.reporting.coverage.cover_convert import cover_report
    from lawcheck.reporting.coverage.cover_report import CoverReport
    from lawcheck.reporting.report import to_json

    errors = failures.entries()
    write(to_json(cover_report(coverage, language, errors) if coverage else CoverReport(errors=errors)), output)
