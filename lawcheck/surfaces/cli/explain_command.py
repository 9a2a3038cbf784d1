"""`lawcheck explain`."""

from typing import Annotated

import typer

from lawcheck.reporting.catalogue import explanation
from lawcheck.rulebook.registry import find_rule
from lawcheck.surfaces.cli.completion import rule_codes
from lawcheck.surfaces.cli.configured import HERE, finder_for
from lawcheck.surfaces.cli.languages import both
from lawcheck.surfaces.cli.options import Config, Isolated, Lang
from lawcheck.surfaces.cli.output import write_lines

_Code = Annotated[
    str,
    typer.Argument(
        metavar="CODE", help=both("规则的编号或名称", "code or name of the rule"), autocompletion=rule_codes
    ),
]


def explain(code: _Code, lang: Lang = None, config: Config = None, isolated: Isolated = False) -> int:
    """Writes everything about one rule."""
    resolved = finder_for(config, isolated, lang=lang).resolved(HERE)
    write_lines(explanation(resolved.configured(find_rule(code, resolved.own_rules)), resolved.language))
    return 0
