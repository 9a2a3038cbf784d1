"""Whether the words and expressions of a rule file fit together, which would else show only with a finding."""

import re
from collections.abc import Iterator
from string import Formatter

from lawcheck.errors import RuleFileError, Words
from lawcheck.reading.toml_lines import Keys
from lawcheck.rulebook.expressions import Expression, compiled, wrong_references
from lawcheck.rulebook.rule import (
    ComparisonCheck,
    FunctionCheck,
    LexiconCheck,
    LimitCheck,
    RequireCheck,
    Rule,
    SubstituteCheck,
    SuppressionCheck,
)

# What the name of a keyword can be made of.
_OPTION = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_EXPRESSIONS = ("pattern", "unless", "under")


def wrong_words(rule: Rule) -> Iterator[tuple[Keys, Words]]:
    """Every mistake in the expressions, the template and the messages of a rule, with its key, which it names."""
    if any((example.old is not None) != rule.compares for example in rule.examples):
        yield (
            ("examples",),
            Words(
                "examples 中的 old 是修订前的文字：比较两稿的规则都要有，其他规则不能有",
                "old in examples is the text before the revision: every rule that compares must have it, and no other",
            ),
        )
    yield from _wrong_options(rule)
    expressions: dict[str, Expression] = {}
    for key in _EXPRESSIONS:
        if pattern := getattr(rule.check, key, ""):
            try:
                expressions[key] = compiled(pattern, linear=rule.is_from_folder)
            except RuleFileError as error:
                yield ("check", key), f"check.{key} " + error.words
                return
    pattern = expressions.get("pattern")
    if pattern and isinstance(rule.check, SubstituteCheck):
        for reference in wrong_references(rule.check.template, pattern):
            words = Words("check.template 中没有这个组：", "there is no such group for check.template: ") + reference
            yield ("check", "template"), words
    if not isinstance(rule.check, FunctionCheck | SuppressionCheck | ComparisonCheck):
        yield from _wrong_messages(rule, _values(rule, pattern))


def _wrong_options(rule: Rule) -> Iterator[tuple[Keys, Words]]:
    if rule.options and not isinstance(rule.check, FunctionCheck | ComparisonCheck):
        yield ("options",), Words("options 只用于函数规则", "options is only for rules with a function")
    for name in rule.options:
        if not _OPTION.fullmatch(name):
            words = Words("由小写字母、数字和连字符组成", "must be small letters, digits and hyphens")
            yield ("options", name), f"options.{name} " + words


def _values(rule: Rule, pattern: Expression | None) -> set[str]:
    """What the messages of a rule can name."""
    match rule.check:
        case LexiconCheck():
            named = {"term", "replacement"}
        case LimitCheck():
            named = {"number", "limit"}
        case RequireCheck():
            named = set()
        case _:
            named = set(pattern.groupindex if pattern else ()) - {"place"}
    return named | {"count"}


def _wrong_messages(rule: Rule, known: set[str]) -> Iterator[tuple[Keys, Words]]:
    for key, message in rule.messages.items():
        for words in (message.zh, message.en):
            try:
                parts = [part[1:] for part in Formatter().parse(words) if part[1] is not None]
            except ValueError:
                yield ("messages", key), f"messages.{key} " + Words("的花括号不成对", "has unbalanced braces")
                return
            for name, form, conversion in parts:
                if name not in known or form or conversion:
                    listed = [f"{{{word}}}" for word in sorted(known)]
                    yield (
                        ("messages", key),
                        f"messages.{key} "
                        + Words(
                            f"中不能用 {{{name}}}，可用：{'、'.join(listed)}",
                            f"cannot name {{{name}}}; it can name: {', '.join(listed)}",
                        ),
                    )
                    return
