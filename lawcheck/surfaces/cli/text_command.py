"""`lawcheck text`."""

from typing import Annotated

from lawcheck.reading.paged.page_options import choose
from lawcheck.running.configuration.layering import Resolved
from lawcheck.surfaces.cli.configured import finder_for
from lawcheck.surfaces.cli.inputs import Failures, each_source
from lawcheck.surfaces.cli.options import (
    OUTPUT,
    WHAT,
    Lang,
    OcrChoice,
    PagesChoice,
    Revisions,
    RevisionsChoice,
    argument,
    option,
)
from lawcheck.surfaces.cli.output import format_of, write, write_bytes
from lawcheck.text.layers import clean
from lawcheck.text.source import Source

_Path = Annotated[str, argument("PATH", "文件；- 为标准输入", "file; - is standard input")]
_Cleaned = Annotated[
    bool,
    option(
        "--cleaned",
        WHAT,
        "去掉水印、断行和标记之后的文字，即检查时所用的",
        "the text without watermarks, broken lines and markup, as the checks see it",
    ),
]

_Output = Annotated[
    str | None,
    option(
        "-o, --output FILE",
        OUTPUT,
        "写成可以编辑的文件（.docx、.md、.txt），有标题和表格，存疑的字作标记",
        "write a file to be edited (.docx, .md, .txt) with headings and tables, doubtful characters marked",
    ),
]
_COPIES = {".docx": ".docx", ".md": ".md", ".txt": ".txt"}


def text(
    path: _Path,
    output: _Output = None,
    cleaned: _Cleaned = False,
    revisions: RevisionsChoice = Revisions.ACCEPTED,
    ocr: OcrChoice = None,
    pages: PagesChoice = None,
    lang: Lang = None,
) -> int:
    """Writes the text of a document, or the view of it; returns the exit status."""
    choose(ocr, pages)
    ending = format_of(output, _COPIES, "")
    failures = Failures()

    def show(path: str, source: Source, resolved: Resolved) -> None:
        if output is None:
            write(clean(source).text if cleaned else source.text)
            return
        from lawcheck.pipeline import parse  # takes long to import
        from lawcheck.reporting.clean_copy import clean_copy

        write_bytes(clean_copy(source, parse(source), ending), output)

    each_source(
        [path], finder_for(None, isolated=True, lang=lang), failures, show, revisions, [output] if output else []
    )
    return failures.status
