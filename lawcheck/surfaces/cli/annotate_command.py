"""`lawcheck annotate`: the findings in a copy of the Word or PDF file."""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from lawcheck import pipeline
from lawcheck.checks.checked import Checked
from lawcheck.errors import SourceError, Words
from lawcheck.reading.files import read_stream
from lawcheck.reading.formats import PDF, annotated_endings, identify
from lawcheck.reading.storage import printable, read_bytes
from lawcheck.reading.word.own_marks import OwnMarks
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.word_text import read_text
from lawcheck.reading.writer import verify_output
from lawcheck.reporting.annotation.annotate import Fixes, Manner
from lawcheck.reporting.annotation.annotate import annotate as written
from lawcheck.reporting.words import word
from lawcheck.rulebook.messages import crash_messages
from lawcheck.running.configuration.layering import Resolved
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
    lang: Lang = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """Checks a Word or PDF file, writes it with comments and tracked changes and returns the exit status."""
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
    found = identify(data, path)
    if not found.is_annotated:
        known = annotated_endings()
        no_comments = Words(
            f"，不能批注；能批注的有 {'、'.join(known)} 文件，请先另存",
            f", which cannot have comments; please save it as one of {', '.join(known)} first",
        )
        raise SourceError(printable(path), Words("是 ", "is ") + found.title + no_comments)
    if found is PDF:
        return _annotated_pdf(path, data, output, author, resolved)
    package = Package(data, path)
    # What an earlier call wrote is written anew.
    touched = OwnMarks(package).remove(changes=True)
    text = read_text(package)
    checked = pipeline.check(replace(text.source(package.path), format=found), resolved.options)
    # Word takes the time of its comments for local time, whatever zone they name.
    manner = Manner(author, datetime.now().strftime("%Y-%m-%dT%H:%M:%SZ"), resolved.language, Fixes(fixes))
    rules = {rule.code: rule for rule in resolved.rules}
    result = written(package, text, checked.diagnostics, rules, manner, touched)
    write_bytes(package.packed(result.replaced, result.added), output, instead_of=path)
    counts = {"comments": result.comments, "changes": result.changes}
    write(word("annotated", resolved.language, path=printable(output), **counts) + "\n")
    if package.is_signed and (result.replaced or result.added):
        tell(f"{printable(output)}：{word('signed', resolved.language)}")
    if result.left:
        tell(word("comments-left", resolved.language, count=result.left))
    return _status(checked, resolved)


def _annotated_pdf(path: str, data: bytes, output: str, author: str, resolved: Resolved) -> int:
    """Writes a PDF file with its findings as comments; nothing in it is changed."""
    from lawcheck.reporting.annotation.page_remarks import annotated_pdf

    checked = pipeline.check(read_stream(data, path), resolved.options)
    rules = {rule.code: rule for rule in resolved.rules}
    result, comments = annotated_pdf(data, checked, rules, author, resolved.language)
    write_bytes(result, output, instead_of=path)
    write(word("annotated", resolved.language, path=printable(output), comments=comments, changes=0) + "\n")
    return _status(checked, resolved)


def _status(checked: Checked, resolved: Resolved) -> int:
    """Tells of the rules that have failed; the exit status."""
    crashes = crash_messages(checked.diagnostics, resolved.language)
    for crash in crashes:
        complain(crash)
    return 2 if crashes else 0
