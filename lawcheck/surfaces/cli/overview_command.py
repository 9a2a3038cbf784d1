"""`lawcheck overview`: many documents on one page."""

from typing import Annotated

from lawcheck.checks.checked import Checked
from lawcheck.reading.storage import printable
from lawcheck.reporting.convert import task_file
from lawcheck.reporting.words import word
from lawcheck.running.configuration.layering import Resolved
from lawcheck.surfaces.cli.configured import HERE, finder_for
from lawcheck.surfaces.cli.extras import needs
from lawcheck.surfaces.cli.inputs import Failures, each_checked
from lawcheck.surfaces.cli.options import (
    OUTPUT,
    Config,
    Isolated,
    Jobs,
    KindChoice,
    Lang,
    NoCache,
    Paths,
    Preview,
    Revisions,
    RevisionsChoice,
    ScannedChoice,
    StageChoice,
    option,
)
from lawcheck.surfaces.cli.output import write
from lawcheck.surfaces.overview.totals import Totals

_Page = Annotated[
    str,
    option("-o, --output FILE", OUTPUT, "网页文件，如 总览.html", "the page, such as overview.html"),
]


def overview(
    paths: Paths,
    output: _Page,
    preview: Preview = False,
    kind: KindChoice = None,
    stage: StageChoice = None,
    scanned: ScannedChoice = None,
    revisions: RevisionsChoice = Revisions.ACCEPTED,
    lang: Lang = None,
    config: Config = None,
    isolated: Isolated = False,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
) -> int:
    """Checks the documents, writes the page about them and returns the exit status."""
    finder = finder_for(config, isolated, lang=lang, kind=kind, stage=stage, scanned=scanned, preview=preview)
    with needs("plots"):
        from lawcheck.surfaces.overview.overview_page import overview_page
    totals, failures = Totals(), Failures()
    language = ""
    crashed = False

    def use(path: str, checked: Checked, resolved: Resolved) -> None:
        nonlocal language, crashed
        language = language or resolved.language
        crashed |= checked.crashed
        tasks = task_file(checked.source, checked.document)
        totals.add(checked, tasks, resolved.language)

    each_checked(paths, finder, failures, use, revisions, jobs, not no_cache, [output])
    language = language or finder.resolved(HERE).language
    write(overview_page(totals, failures.errors, language), output)
    write(word("overview-written", language, path=printable(output), files=totals.files) + "\n")
    return 2 if failures.errors or crashed else 0
