"""Rules that did not come with lawcheck: those in a folder, which only declare, and those of installed packages."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from lawcheck.errors import COLON, RuleFileError, SourceError, Words
from lawcheck.reading.resources import states_of
from lawcheck.reading.storage import read_bytes, reason
from lawcheck.reading.toml_text import BadTextError, decode_utf8
from lawcheck.rulebook.functions import function_of, verify_options
from lawcheck.rulebook.helpers import helper_states
from lawcheck.rulebook.rule import FunctionCheck, LexiconCheck, Origin, Rule
from lawcheck.rulebook.rule_file import parse_rule

GROUP = "lawcheck.rules"
# No rule of lawcheck will ever have a code that begins so.
OWN = "X"
# No file that somebody has written by hand is larger, and no folder has more.
_LARGEST_RULE = 256 * 1024
_LARGEST_DATA = 8 * 1024 * 1024
_MOST_RULES = 1000


def folder_rules(folder: str | os.PathLike[str]) -> tuple[Rule, ...]:
    """The rules in the TOML files of a folder, by code. None of them can run code.

    Raises RuleFileError naming the file and what is wrong in it.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise RuleFileError(f"{folder}" + COLON + Words("没有这个规则目录", "there is no such folder of rules"))
    return _rules(folder, str(folder), Origin(str(folder)))


def plugin_rules(name: str) -> tuple[Rule, ...]:
    """The rules of the installed package that has an entry point of this name, by code.

    The entry point, in the group "lawcheck.rules", names the package whose folder holds the rule files and whose
    modules hold the functions. Raises RuleFileError naming the package and what is wrong with it.
    """
    found = entry_points(group=GROUP)
    if name not in found.names:
        names = sorted(found.names)
        zh, en = "、".join(names) or "无", ", ".join(names) or "none"
        raise RuleFileError(
            Words(
                f"没有安装名为 {name} 的规则包；已安装的：{zh}",
                f"no package of rules named {name}; installed are: {en}",
            )
        )
    entry = found[name]
    shown = _shown(entry)
    try:
        folder = files(entry.load())
        rules = _rules(folder, shown, Origin(shown, entry.module, _state(folder)))
        for rule in rules:
            if isinstance(rule.check, FunctionCheck) and (function := _imported(entry.module, rule.check.function)):
                verify_options(function, rule.options)
        helpers = helper_states(entry.module)
        rules = tuple(_depending_on(rule, helpers) for rule in rules) if helpers else rules
    except RuleFileError as error:
        if shown in error.words.zh:
            raise
        raise RuleFileError(Words("规则包 ", "package of rules ") + shown + COLON + error.words) from error
    except Exception as error:  # whatever the code of a stranger raises
        why = f"{type(error).__name__}: {error}"
        raise RuleFileError(
            Words(f"规则包 {shown} 无法使用（{why}）", f"the package of rules {shown} cannot be used ({why})")
        ) from error
    return rules


def _imported(package: str, name: str) -> Callable[..., Any] | None:
    """The function of a rule; None where it cannot be imported, which costs no other rule: the engine tells it."""
    try:
        return function_of(package, name)
    except RuleFileError:
        raise
    except (Exception, SystemExit):
        return None


def verify_apart(rules: Iterable[Rule]) -> None:
    """Raises RuleFileError where two rules share a code or name."""
    taken: dict[str, Rule] = {}
    for rule in rules:
        for key in (rule.code, rule.name, *rule.aliases):
            if key in taken:
                places = tuple(dict.fromkeys(r.origin.name for r in (taken[key], rule) if r.origin))
                raise RuleFileError(
                    Words(f"{'、'.join(places)}：{key} 不止一条规则", f"{', '.join(places)}: {key} names two rules")
                )
            taken[key] = rule


def _state(folder: Traversable) -> str:
    """What tells one state of the files of a package from another, so that outcomes of an earlier one are not kept."""
    return repr(states_of(folder)) if isinstance(folder, Path) else ""


def _depending_on(rule: Rule, helpers: str) -> Rule:
    """A rule whose outcomes are kept only as long as the modules stay that its package uses."""
    return replace(rule, origin=replace(rule.origin, state=rule.origin.state + helpers)) if rule.origin else rule


def _shown(entry: EntryPoint) -> str:
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist else entry.name


def _rules(folder: Traversable, shown: str, origin: Origin) -> tuple[Rule, ...]:
    listed = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    if not listed:
        raise RuleFileError(shown + COLON + Words("没有规则文件（.toml）", "there are no rule files (.toml)"))
    if len(listed) > _MOST_RULES:
        raise RuleFileError(
            shown + COLON + Words(f"规则文件超过 {_MOST_RULES} 个", f"there are more than {_MOST_RULES} rule files")
        )
    rules = [_rule(folder, file, f"{shown}/{file.name}", origin) for file in listed]
    verify_apart(rules)
    return tuple(sorted(rules, key=lambda rule: rule.code))


def _rule(folder: Traversable, file: Traversable, shown: str, origin: Origin) -> Rule:
    rule = parse_rule(_text(file, shown, _LARGEST_RULE), shown, origin)
    for code in (rule.code, *rule.aliases):
        if not code.startswith(OWN):
            example = f"{OWN}{code[1:]}"
            raise RuleFileError(
                shown
                + COLON
                + Words(
                    f"自定规则的编号以 {OWN} 开头，如 {example}",
                    f"the code of a rule of your own begins with {OWN}, as {example}",
                )
            )
    if file.name != f"{rule.code}-{rule.name}.toml":
        raise RuleFileError(
            shown + COLON + Words("文件名应为 ", "the file must be named ") + f"{rule.code}-{rule.name}.toml"
        )
    if not isinstance(rule.check, LexiconCheck):
        return rule
    return replace(rule, origin=replace(origin, rows=tuple(_rows(folder, rule.check.data, shown))))


def _rows(folder: Traversable, name: str, shown: str) -> Iterator[tuple[str, ...]]:
    """The rows of the data file of a rule, which stands beside it; as `resources.rows`."""
    file = folder / name
    # A link that leads out of the folder is as bad as a path that does.
    outside = isinstance(file, Path) and isinstance(folder, Path) and _leads_out(folder, file)
    if outside or "/" in name or "\\" in name:
        raise RuleFileError(
            shown
            + COLON
            + Words("check.data 只能是规则目录中的文件", "check.data must be a file in the folder of rules")
        )
    for line in _text(file, shown + COLON + name, _LARGEST_DATA).splitlines():
        term, *rest = line.split("\t")
        if term and not line.startswith("#"):
            yield term, *rest


def _leads_out(folder: Path, file: Path) -> bool:
    return Path(os.path.realpath(file)).parent != Path(os.path.realpath(folder))


def _text(file: Traversable, shown: Words | str, largest: int) -> str:
    try:
        return decode_utf8(read_bytes(file, largest) if isinstance(file, Path) else file.read_bytes())
    except SourceError as error:
        raise RuleFileError(shown + COLON + error.reason) from error
    except OSError as error:  # of a package that lies in an archive
        raise RuleFileError(shown + COLON + reason(error)) from error
    except BadTextError as error:
        raise RuleFileError(shown + COLON + error.words) from error
