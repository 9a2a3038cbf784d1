"""The reports of one call: in which formats, and where each of them goes."""

import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext

from lawcheck.checks.checked import Checked
from lawcheck.errors import SourceError, UsageError, Words
from lawcheck.records import dataclass
from lawcheck.reporting.report_formats import DEFAULT, FORMATS, ReportFormat, reporter_for
from lawcheck.reporting.reporter import Reporter
from lawcheck.surfaces.cli.extras import needs
from lawcheck.surfaces.cli.output import Color, use_colours, write


@dataclass(frozen=True, slots=True)
class _Output:
    """A report in the making, and the file that it is for; None is standard output, where it may have colours."""

    reporter: Reporter
    file: str | None
    may_have_colours: bool


class Outputs:
    """The reports of one call; each sees one document after another, and is written when all have been seen."""

    def __init__(
        self,
        choices: Sequence[str],
        file: str | None = None,
        statistics: bool = False,
        quiet: bool = False,
        color: Color = Color.AUTO,
    ) -> None:
        """`choices` are values of --output-format, `FORMAT` or `FORMAT=FILE`; `file` is the file of a bare `FORMAT`.

        With `quiet` nothing goes to standard output.

        Raises UsageError for an unknown format, for two reports in one place, and for statistics of no text.
        """
        chosen = [_parsed(choice, file) for choice in choices or [DEFAULT]]
        places = [place and os.path.realpath(place) for _, place in chosen]
        if len(set(places)) < len(places):
            raise UsageError(
                Words(
                    "几种报告不能写到同一处；请用 --output-format 格式=文件 分别指定文件",
                    "two reports cannot go to one place; please name their files with --output-format FORMAT=FILE",
                )
            )
        if file is not None and os.path.realpath(file) not in places:
            raise UsageError(
                Words(
                    "--output-file 没有对应的报告：各 --output-format 都已指定文件",
                    "--output-file is left without a report: every --output-format names its file",
                )
            )
        if statistics and not any(row.for_people or row.counts for row, _ in chosen):
            raise UsageError(
                Words(
                    f"--statistics 不能与 --output-format {chosen[0][0].name} 同时使用",
                    f"--statistics cannot be used with --output-format {chosen[0][0].name}",
                )
            )
        wanted = [(row, place) for row, place in chosen if place is not None or not quiet]
        colours = use_colours(color)
        # Where there is a text the statistics are in it, and the other reports stay whole.
        told = any(row.for_people for row, _ in chosen)
        self._outputs = [
            _Output(_reporter(row, colours, statistics and row.for_people == told, place), place, row.for_people)
            for row, place in wanted
        ]

    @property
    def files(self) -> list[str]:
        """The files that will be written."""
        return [output.file for output in self._outputs if output.file is not None]

    def add(self, checked: Checked, language: str) -> None:
        """Takes up one document; what is said of it is in its language."""
        for output in self._outputs:
            output.reporter.add(checked, language)

    def finish(self, errors: Sequence[SourceError], language: str, stdout_taken: bool = False) -> None:
        """Writes the reports; what is said of all documents is in this language.

        Where standard output is taken by a fixed text, the report for it goes to standard error.
        """
        failures: list[SourceError] = []
        for output in self._outputs:
            text = output.reporter.finish(errors, language)
            if stdout_taken and output.file is None:
                sys.stderr.write(text)
                continue
            try:
                write(text, output.file, output.may_have_colours)
            except SourceError as error:  # one report that cannot be written does not cost the others
                failures.append(error)
        if failures:
            raise failures[0]


def _parsed(choice: str, file: str | None) -> tuple[ReportFormat, str | None]:
    """The format and the file of one --output-format."""
    name, equals, place = choice.partition("=")
    if name not in FORMATS:
        raise UsageError(
            Words(
                f"--output-format 没有 {name} 这种格式；可用的有 {'、'.join(FORMATS)}",
                f"--output-format knows no format {name}; it knows {', '.join(FORMATS)}",
            )
        )
    if equals and not place:
        raise UsageError(
            Words(
                f"--output-format {choice}：等号后面缺少文件名",
                f"--output-format {choice}: the name of the file is missing behind the equals sign",
            )
        )
    return FORMATS[name], place if equals else file


def _reporter(row: ReportFormat, colours: bool, statistics: bool, place: str | None) -> Reporter:
    with needs(row.extra) if row.extra else nullcontext():
        return reporter_for(row, colours and place is None, statistics, place)
