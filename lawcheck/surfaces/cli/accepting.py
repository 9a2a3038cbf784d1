"""`lawcheck baseline`: accepts the findings that there are."""

from pathlib import Path

from lawcheck.checks.checked import Checked
from lawcheck.reading.remembered import remembering
from lawcheck.reporting.words import word
from lawcheck.running.baseline import empty_baseline, load_baseline
from lawcheck.running.configuration.finder import Finder
from lawcheck.running.configuration.layering import Options
from lawcheck.surfaces.cli.inputs import Failures, each_checked
from lawcheck.surfaces.cli.options import Revisions
from lawcheck.surfaces.cli.output import write


def accept(paths: list[str], output: str, finder: Finder, revisions: Revisions, jobs: int, use_cache: bool) -> int:
    """Checks the documents, writes the baseline of their findings and returns the exit status."""
    if Path(output).exists():
        with remembering():  # nothing but an older baseline is overwritten, and that is none of the files it reads
            load_baseline(output)
    baseline = empty_baseline(output)
    failures = Failures()
    crashed = False

    def use(path: str, checked: Checked, options: Options) -> None:
        nonlocal crashed
        crashed |= checked.crashed
        baseline.accept(path, checked)

    each_checked(paths, finder, failures, use, revisions, jobs, use_cache, [output])
    write(baseline.to_json(), output)
    language = finder.options(".").language
    write(word("accepted", language, file=output, count=baseline.size) + "\n")
    return 2 if failures.errors or crashed else 0
