"""What the options of a call and the configuration files say together."""

from collections.abc import Sequence
from pathlib import Path

from lawcheck.errors import UsageError, Words
from lawcheck.reading.storage import is_there, real_path
from lawcheck.rulebook.findings import Severity
from lawcheck.rulebook.registry import selectors
from lawcheck.running.configuration.finder import Finder
from lawcheck.running.configuration.layering import Configuration, Layer
from lawcheck.structure.settings import Scanned, Stage

# The folder whose configuration holds for what is about no document.
HERE = "."
# Where a value comes from that the call sets.
CALL = "--"


def finder_for(
    config: str | None = None,
    isolated: bool = False,
    *,
    lang: str | None = None,
    kind: str | None = None,
    stage: Stage | None = None,
    scanned: Scanned | None = None,
    fail_on: Severity | None = None,
    select: Sequence[str] | None = None,
    extend_select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    preview: bool = False,
    library: Sequence[str] | None = None,
    force_exclude: bool = False,
) -> Finder:
    """Looks up what holds for documents, after the options of a call."""
    top = Layer(
        CALL,
        selectors(select),
        selectors(extend_select),
        selectors(ignore),
        preview=preview or None,  # a call can ask for them, and leaves it to the configuration otherwise
        kind=kind,
        stage=stage,
        scanned=scanned,
        lang=lang,
        fail_on=fail_on,
        library=_library(library or ()),
    )
    if config is None:
        return Finder(top, Configuration() if isolated else None, force_exclude)
    if isolated:
        raise UsageError(Words("--config 不能与 --isolated 同时使用", "--config cannot be used with --isolated"))
    from lawcheck.running.configuration.loading import load  # seldom needed, and its model takes time to build

    return Finder(top, load(Path(config), Path.cwd()), force_exclude)


def _library(places: Sequence[str]) -> tuple[str, ...]:
    for place in places:
        if not is_there(place):
            raise UsageError(Words(f"--library 的 {place} 不存在", f"{place} of --library does not exist"))
    return tuple(map(real_path, places))
