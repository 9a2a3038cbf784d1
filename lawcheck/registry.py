"""The rules there are, and which of them a call selects."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable

from lawcheck.errors import RuleFileError, UsageError
from lawcheck.resources import resource_dir
from lawcheck.rule import Rule, parse_rule


def load_rules(folder: Traversable) -> tuple[Rule, ...]:
    """Every rule file of a folder, by code.

    Raises RuleFileError when a file is malformed, or codes or names are not unique.
    """
    rules: dict[str, Rule] = {}
    names: dict[str, str] = {}
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if not file.name.endswith(".toml"):
            continue
        rule = parse_rule(file.read_text(encoding="utf-8"), file.name)
        if file.name != f"{rule.code}-{rule.name}.toml":
            raise RuleFileError(f"{file.name}: must be named {rule.code}-{rule.name}.toml")
        if rule.code in rules or rule.name in names:
            raise RuleFileError(f"{file.name}: {rule.code} or {rule.name} is taken by another rule")
        rules[rule.code] = rule
        names[rule.name] = rule.code
    return tuple(rules[code] for code in sorted(rules))


@cache
def all_rules() -> tuple[Rule, ...]:
    """The rules that come with lawcheck, by code."""
    return load_rules(resource_dir("rules"))


def find_rule(name: str) -> Rule:
    """The rule with this code or name; raises UsageError when there is none."""
    for rule in all_rules():
        if name.upper() == rule.code or name == rule.name:
            return rule
    raise UsageError(f"没有规则 {name}；用 lawcheck rules 查看全部规则")


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules run: codes, prefixes (PUN), names or ALL. Without `select`, the rules that are on by default."""

    select: Sequence[str] = ()
    extend_select: Sequence[str] = ()
    ignore: Sequence[str] = ()

    def rules(self) -> tuple[Rule, ...]:
        """The selected rules by code; raises UsageError for a selector that names no rule."""
        known = all_rules()
        on = _matching(self.select, known) if self.select else {r.code for r in known if r.enabled}
        on |= _matching(self.extend_select, known)
        on -= _matching(self.ignore, known)
        return tuple(r for r in known if r.code in on)


def _matching(selectors: Iterable[str], rules: Sequence[Rule]) -> set[str]:
    codes: set[str] = set()
    for selector in selectors:
        found = {r.code for r in rules if selector == "ALL" or r.code.startswith(selector) or r.name == selector}
        if not found:
            raise UsageError(f"没有规则 {selector}；用 lawcheck rules 查看全部规则")
        codes |= found
    return codes
