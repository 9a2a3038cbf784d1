"""`lawcheck baseline`: accepts the present findings."""

from typing import Annotated

from lawcheck.checks.checked import Checked
from lawcheck.reading.remembered import remembering
from lawcheck.reading.storage import is_there
from lawcheck.reporting.words import word
from lawcheck.running.baseline import empty_baseline, load_baseline
from lawcheck.running.configuration.layering import Resolved
from lawcheck.surfaces.cli.configured import HERE, finder_for
from lawcheck.surfaces.cli.inputs import Failures, each_checked
from lawcheck.surfaces.cli.options import (
    OUTPUT,
    Config,
    ExtendSelect,
    Ignore,
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
    Select,
    StageChoice,
    option,
)
from lawcheck.surfaces.cli.output import write

_DEFAULT = ".lawcheck-baseline.json"
_File = Annotated[
    str | None,
    option(
        "-o, --output FILE",
        OUTPUT,
        f"基线文件；默认为配置中的 baseline，否则为 {_DEFAULT}",
        f"the baseline; that of the configuration by default, else {_DEFAULT}",
    ),
]


def baseline(
    paths: Paths,
    output: _File = None,
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
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
    """Checks the documents, writes the baseline of their findings and returns the exit status."""
    finder = finder_for(
        config,
        isolated,
        lang=lang,
        kind=kind,
        stage=stage,
        scanned=scanned,
        select=select,
        extend_select=extend_select,
        ignore=ignore,
        preview=preview,
    )
    output = output or finder.configuration(HERE).baseline or _DEFAULT
    if is_there(output):
        with remembering():  # nothing but an older baseline is overwritten, and that is none of the files it reads
            load_baseline(output)
    accepted = empty_baseline(output)
    failures = Failures()
    crashed = False

    def use(path: str, checked: Checked, resolved: Resolved) -> None:
        nonlocal crashed
        crashed |= checked.crashed
        accepted.accept(path, checked)

    each_checked(paths, finder, failures, use, revisions, jobs, not no_cache, [output])
    write(accepted.to_json(), output)
    language = finder.resolved(HERE).language
    write(word("accepted", language, file=output, count=accepted.size) + "\n")
    return 2 if failures.errors or crashed else 0
