"""What the options of a call and the configuration files say together, and `lawcheck config`."""

from collections.abc import Iterator
from pathlib import Path

from lawcheck.errors import UsageError
from lawcheck.reporting.words import word
from lawcheck.rulebook.findings import Severity
from lawcheck.running.configuration.finder import Finder
from lawcheck.running.configuration.layering import Configuration, Layer, Resolved
from lawcheck.running.configuration.why import rule_changes, rule_options, values
from lawcheck.structure.settings import Stage
from lawcheck.surfaces.cli.calls import Call
from lawcheck.surfaces.cli.options import (
    CONFIG,
    EXTEND_SELECT,
    FAIL_ON,
    IGNORE,
    ISOLATED,
    KIND,
    LANG,
    PREVIEW,
    SELECT,
    STAGE,
)
from lawcheck.surfaces.cli.output import write

_NO_CODES: tuple[tuple[str, ...], ...] = ((), (), ())


def finder_for(
    config: str | None,
    isolated: bool,
    kind: str | None,
    lang: str | None,
    stage: Stage | None,
    fail_on: Severity | None = None,
    codes: tuple[tuple[str, ...], ...] = _NO_CODES,
    preview: bool = False,
) -> Finder:
    """Looks up what holds for documents, after the options of a call; `codes` are select, extend-select and ignore."""
    select, extend_select, ignore = codes
    top = Layer(
        "命令行",
        select,
        extend_select,
        ignore,
        preview=preview or None,  # a call can ask for them, and leaves it to the configuration otherwise
        kind=kind,
        stage=stage,
        lang=lang,
        fail_on=fail_on,
    )
    if config is None:
        return Finder(top, Configuration() if isolated else None)
    if isolated:
        raise UsageError("--config 不能与 --isolated 同时使用")
    from lawcheck.running.configuration.loading import load  # seldom needed, and its model takes time to build

    return Finder(top, load(Path(config), Path.cwd()))


def finder_of(call: Call) -> Finder:
    """Looks up what holds for documents, after the options of this call."""
    codes = (tuple(call[SELECT]), tuple(call[EXTEND_SELECT]), tuple(call[IGNORE]))
    return finder_for(
        call[CONFIG], call[ISOLATED], call[KIND], call[LANG], call[STAGE], call[FAIL_ON], codes, call[PREVIEW]
    )


def show(path: str, finder: Finder) -> int:
    """Writes what holds for a document, and why."""
    configuration = finder.configuration(path)
    layers = (*configuration.layers_for(Path(path).resolve()), finder.top)
    resolved = finder.resolved(path)
    write("".join(f"{line}\n" for line in _lines(configuration, layers, resolved)))
    return 0


def _lines(configuration: Configuration, layers: tuple[Layer, ...], resolved: Resolved) -> Iterator[str]:
    language = resolved.language
    rows = [*values(configuration, layers, resolved), *rule_options(layers), *rule_changes(configuration, layers)]
    width = max(9, *(len(row.key) + 1 for row in rows))
    for row in rows:
        origin = row.origin or word("default", language)
        yield f"{row.key:<{width}}{row.value or '-':<9}← {origin}"
    yield word("rules-on", language, count=len(resolved.rules))
