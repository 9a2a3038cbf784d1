"""`lawcheck config`."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from lawcheck.reporting.words import word
from lawcheck.running.configuration.layering import Configuration, Layer, Resolved
from lawcheck.running.configuration.why import rule_changes, rule_options, values
from lawcheck.surfaces.cli.configured import CALL, HERE, finder_for
from lawcheck.surfaces.cli.options import Config, Lang, argument
from lawcheck.surfaces.cli.output import write_lines

_Path = Annotated[str, argument("PATH", "文件或目录，默认为当前目录", "file or folder; the current folder by default")]


def config(path: _Path = HERE, config: Config = None, lang: Lang = None) -> int:
    """Writes what holds for a document, and why."""
    finder = finder_for(config, lang=lang)
    configuration = finder.configuration(path)
    layers = (*configuration.layers_for(Path(os.path.realpath(path))), finder.top)
    write_lines(_lines(configuration, layers, finder.resolved(path)))
    return 0


def _lines(configuration: Configuration, layers: tuple[Layer, ...], resolved: Resolved) -> Iterator[str]:
    language = resolved.language
    rows = [*values(configuration, layers, resolved), *rule_options(layers), *rule_changes(configuration, layers)]
    width = max(9, *(len(row.key) + 1 for row in rows))
    for row in rows:
        origin = word("call", language) if row.origin == CALL else row.origin or word("default", language)
        yield f"{row.key:<{width}}{row.value or '-':<8} ← {origin}"
    yield word("rules-on", language, count=len(resolved.rules))
