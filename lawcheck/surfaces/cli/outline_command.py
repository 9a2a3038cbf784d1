"""`lawcheck outline`."""

from enum import StrEnum
from typing import Annotated

from lawcheck.reading.paged.page_options import choose
from lawcheck.reporting.convert import outline_file
from lawcheck.reporting.outline_tree import tree
from lawcheck.reporting.report import OutlineReport, to_json
from lawcheck.surfaces.cli.configured import finder_for
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
)
from lawcheck.surfaces.cli.output import write, write_lines


class OutlineFormat(StrEnum):
    """How the structure is shown."""

    TREE = "tree"
    JSON = "json"


_Format = Annotated[OutlineFormat, choice("--output-format", OutlineFormat, OUTPUT, "输出格式", "format")]


def outline(
    paths: Paths,
    kind: KindChoice = None,
    output_format: _Format = OutlineFormat.TREE,
    revisions: RevisionsChoice = Revisions.ACCEPTED,
    ocr: OcrChoice = None,
    pages: PagesChoice = None,
    lang: Lang = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """Writes the structure of the documents; returns the exit status."""
    choose(ocr, pages)
    finder = finder_for(config, isolated, lang=lang, kind=kind)
    failures = Failures()
    found = each_parsed(paths, finder, failures, outline_file, revisions)
    if output_format == OutlineFormat.JSON:
        write(to_json(OutlineReport(files=tuple(file for _, file, _ in found), errors=failures.entries())))
    else:
        write_lines(line for source, file, resolved in found for line in tree(file, source.text, resolved.language))
    return failures.status
