"""`lawcheck annotate`: the findings in a copy of the Word or PDF file."""

from enum import StrEnum
from typing import Annotated

from lawcheck.reading.paged.page_options import choose
from lawcheck.reading.storage import printable, read_bytes
from lawcheck.reading.writer import verify_ending, verify_output
from lawcheck.reporting.annotation.annotated_file import annotated_file
from lawcheck.reporting.words import word
from lawcheck.rulebook.messages import crash_messages
from lawcheck.surfaces.cli.configured import finder_for
from lawcheck.surfaces.cli.notes import complain, tell
from lawcheck.surfaces.cli.options import (
    FIXING,
    OUTPUT,
    Config,
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
from lawcheck.surfaces.cli.output import write, write_bytes


class FixesChoice(StrEnum):
    """Which fixes become tracked changes of a Word file; the names of `annotation.annotate.Fixes`."""

    SAFE = "safe"
    ALL = "all"
    NONE = "none"


_Path = Annotated[str, argument("FILE", "Word 或者 PDF 文件", "Word or PDF file")]
_Output = Annotated[
    str,
    option("-o, --output OUT", OUTPUT, "批注后的文件；可以就是原文件", "the file with comments; may be the same"),
]
_Fixes = Annotated[
    FixesChoice,
    choice(
        "--fixes", FixesChoice, FIXING, "哪些改法作成修订：安全的、全部、不作", "which fixes become tracked changes"
    ),
]
_Author = Annotated[str, option("--author NAME", OUTPUT, "批注和修订的作者", "author of comments and changes")]


def annotate(
    path: _Path,
    output: _Output,
    fixes: _Fixes = FixesChoice.SAFE,
    author: _Author = "lawcheck",
    select: Select = None,
    ignore: Ignore = None,
    preview: Preview = False,
    kind: KindChoice = None,
    stage: StageChoice = None,
    scanned: ScannedChoice = None,
    ocr: OcrChoice = None,
    pages: PagesChoice = None,
    lang: Lang = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """Checks a Word or PDF file, writes it with comments and tracked changes and returns the exit status."""
    choose(ocr, pages)
    finder = finder_for(
        config,
        isolated,
        lang=lang,
        kind=kind,
        stage=stage,
        scanned=scanned,
        select=select,
        ignore=ignore,
        preview=preview,
    )
    resolved = finder.resolved(path)
    data = read_bytes(path)
    verify_output(output, instead_of=path)
    made = annotated_file(data, path, resolved, fixes, author)
    verify_ending(output, path)
    write_bytes(made.data, output, instead_of=path)
    counts = {"comments": made.comments, "changes": made.changes}
    write(word("annotated", resolved.language, path=printable(output), **counts) + "\n")
    if made.breaks_signature:
        tell(f"{printable(output)}：{word('signed', resolved.language)}")
    if made.left:
        tell(word("comments-left", resolved.language, count=made.left))
    crashes = crash_messages(made.checked.diagnostics, resolved.language)
    for crash in crashes:
        complain(crash)
    return 2 if crashes else 0
