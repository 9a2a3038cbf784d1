"""`lawcheck overview`: many documents on one page."""

from lawcheck.checks.checked import Checked
from lawcheck.reading.storage import printable
from lawcheck.reporting.convert import task_file
from lawcheck.reporting.words import word
from lawcheck.running.configuration.finder import Finder
from lawcheck.running.configuration.layering import Resolved
from lawcheck.surfaces.cli.extras import needs
from lawcheck.surfaces.cli.inputs import Failures, each_checked
from lawcheck.surfaces.cli.options import Revisions
from lawcheck.surfaces.cli.output import write
from lawcheck.surfaces.overview.totals import Totals


def overview(paths: list[str], output: str, finder: Finder, revisions: Revisions, jobs: int, use_cache: bool) -> int:
    """Checks the documents, writes the page about them and returns the exit status."""
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

    each_checked(paths, finder, failures, use, revisions, jobs, use_cache, output)
    language = language or finder.resolved(".").language
    write(overview_page(totals, failures.errors, language), output)
    write(word("overview-written", language, path=printable(output), files=totals.files) + "\n")
    return 2 if failures.errors or crashed else 0
