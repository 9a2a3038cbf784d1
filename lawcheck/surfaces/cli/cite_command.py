"""`lawcheck cite`: every reference of documents, held against the office's library and national law."""

import sys
from datetime import date
from enum import StrEnum
from typing import Annotated

from lawcheck.checks.cit.law_age import age_note
from lawcheck.errors import UsageError, Words
from lawcheck.reporting.citing.cite_convert import citing_file
from lawcheck.reporting.citing.cite_report import WRONG, CiteReport, CitingFile
from lawcheck.reporting.citing.cite_text import cite_text
from lawcheck.reporting.report import to_json
from lawcheck.running.configuration.layering import Resolved
from lawcheck.surfaces.cli.configured import HERE, finder_for
from lawcheck.surfaces.cli.extras import needs
from lawcheck.surfaces.cli.inputs import Failures, each_source
from lawcheck.surfaces.cli.notes import complain
from lawcheck.surfaces.cli.options import (
    OUTPUT,
    Config,
    Isolated,
    KindChoice,
    Lang,
    Library,
    Paths,
    Revisions,
    RevisionsChoice,
    choice,
    option,
)
from lawcheck.surfaces.cli.output import format_of, use_colours, write, write_bytes
from lawcheck.text.source import Source


class CiteFormat(StrEnum):
    """How the references are shown."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    XLSX = "xlsx"


_FORMATS = {".txt": CiteFormat.TEXT, ".json": CiteFormat.JSON, ".html": CiteFormat.HTML, ".xlsx": CiteFormat.XLSX}
_Format = Annotated[
    CiteFormat | None,
    choice("--output-format", CiteFormat, OUTPUT, "输出格式，默认 text", "format; text by default"),
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


def cite(
    paths: Paths,
    library: Library = None,
    kind: KindChoice = None,
    output_format: _Format = None,
    output: _Output = None,
    revisions: RevisionsChoice = Revisions.ACCEPTED,
    lang: Lang = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """Writes the references with their states; returns 1 when one is different, repealed or replaced."""
    finder = finder_for(config, isolated, lang=lang, kind=kind, library=library)
    chosen = output_format or format_of(output, _FORMATS, CiteFormat.TEXT)
    if chosen == CiteFormat.XLSX and output is None and sys.stdout.isatty():
        raise UsageError(
            Words(
                "xlsx 不能显示在终端上，请用 -o 指定文件",
                "xlsx cannot be shown on a terminal; please name a file with -o",
            )
        )
    failures = Failures()
    files: list[CitingFile] = []
    languages: list[str] = []

    def use(path: str, source: Source, resolved: Resolved) -> None:
        files.append(citing_file(source, resolved))
        languages.append(resolved.language)

    each_source(paths, finder, failures, use, revisions, [output] if output else [])
    language = languages[0] if languages else finder.resolved(HERE).language
    if chosen == CiteFormat.JSON:
        write(to_json(CiteReport(files=tuple(files), errors=failures.entries())), output)
    elif chosen == CiteFormat.XLSX:
        with needs("xlsx"):
            from lawcheck.reporting.citing.cite_xlsx import cite_xlsx
        write_bytes(cite_xlsx(files, language), output)
    elif chosen == CiteFormat.HTML:
        with needs("web"):
            from lawcheck.reporting.citing.cite_html import cite_html
        write(cite_html(files, language), output)
    else:
        write(cite_text(files, language, output is None and use_colours()), output, colours=True)
    if note := age_note(date.today()):
        complain(note.in_language(language))
    wrong = any(entry.state in WRONG for file in files for entry in file.references)
    return failures.status or int(wrong)
