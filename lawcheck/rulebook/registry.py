"""The rules there are, and which of them a call selects."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lawcheck import __version__
from lawcheck.errors import COLON, RuleFileError, UsageError
from lawcheck.reading.resources import kept, resource_dir, states_of
from lawcheck.structure.settings import KnownRule, Stage

if TYPE_CHECKING:
    from lawcheck.rulebook.rule import Rule


@cache
def all_rules() -> tuple["Rule", ...]:
    """The rules that come with lawcheck, by code: the tests have seen that their files are right.

    To parse them takes longer than to check a page, so their tables are kept between runs.
    """
    from lawcheck.rulebook.rule_file import trusted_rule  # a run that knows everything from before needs no rules

    folder = resource_dir("rules")
    tables = kept("rules.json", [__version__, *states_of(folder)], lambda: _tables(folder))
    try:
        return tuple(trusted_rule(table) for table in tables)
    except (LookupError, TypeError, ValueError, AttributeError):
        _verify_files(folder)
        raise


def _tables(folder: Path) -> list[dict[str, Any]]:
    """What the rule files of a folder hold, by their names."""
    from lawcheck.reading.toml_text import BadTextError, decode_utf8, parse_toml  # not needed where the tables are kept

    tables: list[dict[str, Any]] = []
    for file in _files(folder):
        try:
            tables.append(parse_toml(decode_utf8(file.read_bytes())))
        except BadTextError as error:
            raise RuleFileError(str(file) + COLON + error.words) from error
    return tables


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*/*.toml"))


def _verify_files(folder: Path) -> None:
    """Raises RuleFileError for the first file that is not as a rule file must be, with every mistake in it."""
    from lawcheck.rulebook.rule_file import parse_rule

    for file in _files(folder):
        parse_rule(file.read_text(encoding="utf-8"), str(file))


@cache
def _by_code() -> dict[str, "Rule"]:
    return {rule.code: rule for rule in all_rules()}


def known_rules(own: Sequence["Rule"] = ()) -> tuple["Rule", ...]:
    """The rules that come with lawcheck and those of the user's own, by code."""
    return tuple(sorted((*all_rules(), *own), key=lambda rule: rule.code)) if own else all_rules()


def rule_with(code: str, own: Iterable["Rule"] = ()) -> "Rule | None":
    """The rule with this code; None where there is none: LAW000 is no rule but says that one has failed."""
    return _by_code().get(code) or next((rule for rule in own if rule.code == code), None)


def find_rule(name: str, own: Sequence["Rule"] = ()) -> "Rule":
    """The rule with this code or name; raises UsageError when there is none."""
    for rule in known_rules(own):
        if name.upper() == rule.code or name == rule.name:
            return rule
    raise UsageError(f"没有规则 {name}；用 lawcheck rules 查看全部规则")


def matches(selector: str, rule: KnownRule) -> bool:
    """Whether a selector names a rule: by its code, the beginning of it, its name, or ALL."""
    return selector == "ALL" or rule.code.startswith(selector) or rule.name == selector


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules run: codes, prefixes (PUN), names or ALL. Without `select`, the rules that are on by default."""

    select: Sequence[str] = ()
    extend_select: Sequence[str] = ()
    ignore: Sequence[str] = ()

    def rules(self, own: Sequence["Rule"] = ()) -> tuple["Rule", ...]:
        """The selected rules by code; raises UsageError for a selector that names no rule."""
        verify((*self.select, *self.extend_select, *self.ignore), known_rules(own))
        return select_rules([self], own=own)


def select_rules(
    selections: Iterable[Selection], stage: Stage | None = None, own: Sequence["Rule"] = ()
) -> tuple["Rule", ...]:
    """The rules that run after these selections, each applied to the outcome of those before it.

    At a stage, the rules for that stage are on and the rules for other stages only are off. A selector that names no
    rule selects none: a call may name a rule that only some of its documents have.
    """
    known = known_rules(own)
    on = {r.code for r in known if r.enabled or stage in r.stages}
    for selection in selections:
        if selection.select:
            on = codes_of(selection.select, known)
        on |= codes_of(selection.extend_select, known)
        on -= codes_of(selection.ignore, known)
    return tuple(r for r in known if r.code in on and (not r.stages or stage is None or stage in r.stages))


def codes_of(selectors: Sequence[str], known: Iterable["Rule"]) -> set[str]:
    """The codes of the known rules that the selectors name."""
    if not selectors:
        return set()
    return {rule.code for rule in known if any(matches(selector, rule) for selector in selectors)}


def verify(selectors: Iterable[str], known: Sequence["Rule"]) -> None:
    """Raises UsageError for a selector that names none of the known rules."""
    for selector in selectors:
        if not any(matches(selector, rule) for rule in known):
            raise UsageError(f"没有规则 {selector}{_nearest(selector, known)}；用 lawcheck rules 查看全部规则")


def _nearest(selector: str, rules: Iterable["Rule"]) -> str:
    """The code or name that was probably meant, as a hint."""
    from difflib import get_close_matches  # only the one who has mistyped waits for it

    known = [name for rule in rules for name in (rule.code, rule.name)]
    close = get_close_matches(selector, known, n=1, cutoff=0.75)
    return f"，是否指 {close[0]}" if close else ""
