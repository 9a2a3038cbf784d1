"""Which findings of a call are reported: those that the baseline does not have, those on what has changed."""

import os
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from lawcheck.checks.checked import Checked
from lawcheck.errors import UsageError, Words
from lawcheck.reading.storage import is_folder
from lawcheck.reporting.words import word
from lawcheck.running.configuration.layering import Resolved
from lawcheck.surfaces.cli.notes import tell

# What they need is imported by those who ask for it.
if TYPE_CHECKING:
    from lawcheck.running.baseline import Baseline

# Between two revisions of Git it stands for their common ancestor.
BETWEEN = "..."
Filter = Callable[[str, Checked, Resolved], Checked]


class Filters:
    """The filters of one call, which is the context that they live in."""

    def __init__(
        self, baseline: str | None, baseline_of: Callable[[str], str | None], since: str | None, original: bool
    ) -> None:
        """`baseline` is that of the call, which is read at once; `baseline_of` gives that of a document, if it has one.

        Raises ConfigError for a baseline that cannot be read, UsageError for a revision that cannot be one.
        """
        self._stack = ExitStack()
        self._baselines: dict[str, Baseline] = {}
        self._baseline_of = baseline_of
        self._filters: list[Filter] = [self._not_accepted]
        if baseline is not None:
            self._loaded(baseline)
        if since is not None:
            from lawcheck.running.since import Since

            comparison = self._stack.enter_context(Since(since, original))
            self._filters.append(lambda path, checked, resolved: comparison.changed(path, checked))

    def __enter__(self) -> "Filters":
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def apply(self, path: str, checked: Checked, resolved: Resolved) -> Checked:
        """A document with the findings that are to be reported."""
        for each in self._filters:
            checked = each(path, checked, resolved)
        return checked

    def tell(self, language: str) -> None:
        """Says how much of the baselines is no longer needed."""
        for file, baseline in self._baselines.items():
            if stale := baseline.stale + baseline.gone():
                tell(word("stale", language, count=stale, file=file))

    def _not_accepted(self, path: str, checked: Checked, resolved: Resolved) -> Checked:
        file = self._baseline_of(path)
        return checked if file is None else self._loaded(file).new(path, checked, lambda: resolved.rules)

    def _loaded(self, file: str) -> "Baseline":
        if file not in self._baselines:
            from lawcheck.running.baseline import load_baseline

            self._baselines[file] = load_baseline(file)
        return self._baselines[file]


def since_of(revision: str | None, merge_base: bool) -> str | None:
    """The revision to compare with; raises UsageError for a common ancestor with nothing."""
    if not merge_base:
        return revision
    if revision is None or BETWEEN in revision:
        raise UsageError(
            Words("--merge-base 要与 --since REV 一起使用", "--merge-base goes with --since REV, a single revision")
        )
    return f"{revision}{BETWEEN}HEAD"


def report_root(named: str) -> Path:
    """Where the paths of reports begin: a folder, or the root of the repository around the current one."""
    if named == "repository":
        here = Path.cwd()
        for folder in (here, *here.parents):
            if os.path.lexists(folder / ".git"):
                return folder
        raise UsageError(Words("当前目录不在 Git 仓库中", "the current folder is in no Git repository"))
    if not is_folder(named):
        raise UsageError(Words(f"--relative-to 的 {named} 不是目录", f"{named} of --relative-to is no folder"))
    return Path(os.path.normpath(Path.cwd() / named))
