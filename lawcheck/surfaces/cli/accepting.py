"""`lawcheck baseline`: accepts the findings that there are."""

from pathlib import Path

from lawcheck.checks.checked import Checked
from lawcheck.reporting.words import word
from lawcheck.running.baseline import empty_baseline, load_baseline
from lawcheck.running.configuration.finder import Finder
from lawcheck.running.configuration.layering import Resolved
from lawcheck.surfaces.cli.inputs import Failures, each_checked
from lawcheck.surfaces.cli.options import Revisions
from lawcheck.surfaces.cli.output import write


def accept(paths: list[str], output: str, finder: Finder, revisions: Revisions, jobs: int, use_cache: bool) -> int:
    """Checks the documents, writes the baseline of their findings and returns the exit status."""
    if Path(output).exists():
        load_baseline(output)  # nothing but an older baseline is overwritten
    baseline = empty_baseline(output)
    failures = Failures()
    crashed = False

    def use(path: str, checked: Checked, resolved: Resolved) -> None:
        nonlocal crashed
        crashed |= checked.crashed
        baseline.accept(path, checked)

    each_checked(paths, finder, failures, use, revisions, jobs, use_cache)
    write(baseline.to_json(), output)
    language = finder.resolved(".").language
    write(word("accepted", language, file=output, count=baseline.size) + "\n")
    return 2 if failures.errors or crashed else 0
