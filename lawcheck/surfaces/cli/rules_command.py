"""`lawcheck rules`."""

from enum import StrEnum
from typing import Annotated

from lawcheck.errors import LawcheckError, UsageError, Words
from lawcheck.reporting.catalogue import rule_table
from lawcheck.reporting.convert import catalogue_report
from lawcheck.reporting.report import to_json
from lawcheck.reporting.words import word
from lawcheck.running.configuration.layering import Resolved
from lawcheck.surfaces.cli.configured import HERE, finder_for
from lawcheck.surfaces.cli.options import OUTPUT, WHAT, Config, Isolated, Lang, choice, option
from lawcheck.surfaces.cli.output import write, write_lines


class RuleFormat(StrEnum):
    """How the catalogue is shown."""

    TABLE = "table"
    JSON = "json"


_Format = Annotated[RuleFormat, choice("--output-format", RuleFormat, OUTPUT, "输出格式", "format")]
_Test = Annotated[
    bool,
    option(
        "--test",
        WHAT,
        "不列出，用示例检验自定规则；有不符的退出码为 1",
        "run the examples of your own rules instead; exit status 1 where one does not hold",
    ),
]


def rules(
    output_format: _Format = RuleFormat.TABLE,
    test: _Test = False,
    lang: Lang = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """Writes the catalogue, with the rules of the user's own that documents in this folder have."""
    resolved = finder_for(config, isolated, lang=lang).resolved(HERE)
    if test:
        return _test(resolved)
    report = catalogue_report(resolved)
    if output_format == RuleFormat.JSON:
        write(to_json(report))
    else:
        write_lines(rule_table(report.rules, resolved.language))
    return 0


def _test(resolved: Resolved) -> int:
    """Runs the examples of the user's own rules; returns the exit status."""
    from lawcheck.testing import run_examples  # brings along what makes Word files

    if not resolved.own_rules:
        raise UsageError(
            Words(
                "配置中没有自定规则（rules、plugins）",
                "the configuration names no rules of your own (rules, plugins)",
            )
        )
    failures: list[str] = []
    for rule in resolved.own_rules:
        try:
            run_examples(rule)
        except LawcheckError as error:
            failures.append(error.in_language(resolved.language))
    counts = {"rules": len(resolved.own_rules), "failures": len(failures)}
    write_lines([*failures, word("rules-tested", resolved.language, **counts)])
    return 1 if failures else 0
