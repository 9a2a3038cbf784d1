"""`lawcheck tasks`."""

import sys
from enum import StrEnum
from typing import Annotated

from lawcheck.errors import UsageError, Words
from lawcheck.reading.paged.page_options import choose
from lawcheck.reporting.convert import task_file
from lawcheck.reporting.report import TaskReport, to_json
from lawcheck.reporting.task_table import task_csv, task_table
from lawcheck.surfaces.cli.configured import HERE, finder_for
from lawcheck.surfaces.cli.extras import needs
from lawcheck.surfaces.cli.inputs import Failures, each_parsed
from lawcheck.surfaces.cli.options import (
    OUTPUT,
    Config,
    Isolated,
    KindChoice,
    Lang,
    OcrChoice,
    PagesChoice,
    Paths,
    Revisions,
    RevisionsChoice,
    choice,
    option,
)
from lawcheck.surfaces.cli.output import format_of, write, write_bytes, write_lines


class TaskFormat(StrEnum):
    """How tasks are shown."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


_FORMATS = {".xlsx": TaskFormat.XLSX, ".csv": TaskFormat.CSV, ".json": TaskFormat.JSON, ".txt": TaskFormat.TABLE}
_Format = Annotated[
    TaskFormat | None,
    choice(
        "--output-format",
        TaskFormat,
        OUTPUT,
        "输出格式；默认按 --output 的扩展名，否则为 table",
        "format; by default that of the ending of --output, or table",
    ),
]
_Ledger = Annotated[
    str | None,
    option("-o, --output FILE", OUTPUT, "写入文件，如 台账.xlsx", "write to a file, such as ledger.xlsx"),
]


def tasks(
    paths: Paths,
    kind: KindChoice = None,
    output_format: _Format = None,
    output: _Ledger = None,
    revisions: RevisionsChoice = Revisions.ACCEPTED,
    ocr: OcrChoice = None,
    pages: PagesChoice = None,
    lang: Lang = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """Writes the tasks of the documents, to standard output or a file; returns the exit status."""
    choose(ocr, pages)
    finder = finder_for(config, isolated, lang=lang, kind=kind)
    chosen = output_format or format_of(output, _FORMATS, TaskFormat.TABLE)
    if chosen == TaskFormat.XLSX:
        if output is None and sys.stdout.isatty():
            raise UsageError(
                Words(
                    "xlsx 不能显示在终端上，请用 -o 指定文件",
                    "xlsx cannot be shown on a terminal; please name a file with -o",
                )
            )
        with needs("xlsx"):
            from lawcheck.reporting.xlsx import ledger_xlsx
    failures = Failures()
    found = each_parsed(paths, finder, failures, task_file, revisions, [output] if output else [])
    files = tuple(file for _, file, _ in found)
    language = found[0][2].language if found else finder.resolved(HERE).language
    if chosen == TaskFormat.XLSX:
        write_bytes(ledger_xlsx(files, language), output)
    elif chosen == TaskFormat.JSON:
        write(to_json(TaskReport(files=files, errors=failures.entries())), output)
    elif chosen == TaskFormat.CSV:
        write(task_csv(files, language), output)
    else:
        write_lines((line for _, file, resolved in found for line in task_table(file, resolved.language)), output)
    return failures.status
