"""The rules there are, and which of them a call selects."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from lawcheck.errors import UsageError, Words
from lawcheck.records import dataclass
from lawcheck.rulebook.rule_tables import tables
from lawcheck.structure.settings import KnownRule, Stage

if TYPE_CHECKING:
    from lawcheck.rulebook.rule import Rule


@cache
def all_rules() -> tuple["Rule", ...]:
    """The rules that come with lawcheck, by code: the tests have seen that their files are right."""
    from lawcheck.rulebook.rule_file import (
        trusted_rule,
        verify_files,
    )  # a run that knows everything from before needs no rules

    try:
        return tuple(trusted_rule(table) for table in tables())
    except (LookupError, TypeError, ValueError, AttributeError):
        verify_files()
        raise


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
    """The rule with this code, of today or of earlier days, or name; raises UsageError when there is none."""
    known = known_rules(own)
    for rule in known:
        if is_called(name, rule):
            return rule
    raise _unknown(name, known)


def is_called(name: str, rule: KnownRule) -> bool:
    """Whether a rule has this code or name, or had this code. Upper and lower case do not matter."""
    code = name.upper()
    return code == rule.code or code in rule.aliases or name.lower() == rule.name


def matches(selector: str, rule: KnownRule) -> bool:
    """Whether a selector names a rule: by a code of it or its name, by the beginning of its code, or as ALL."""
    code = selector.upper()
    return code == "ALL" or rule.code.startswith(code) or is_called(selector, rule)


def selectors(given: Iterable[str] | None) -> tuple[str, ...]:
    """The codes, prefixes and names in values that have several of them, separated by commas."""
    return tuple(part.strip() for value in given or () for part in value.split(",") if part.strip())


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules run: codes, prefixes (PUN), names or ALL. Without `select`, the rules that are on by default.

    Those in preview run only with `preview`.
    """

    select: Sequence[str] = ()
    extend_select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    preview: bool = False

    def rules(self, own: Sequence["Rule"] = ()) -> tuple["Rule", ...]:
        """The selected rules by code; raises UsageError for a selector that names no rule."""
        verify((*self.select, *self.extend_select, *self.ignore), known_rules(own))
        return select_rules([self], own=own, preview=self.preview)


def select_rules(
    selections: Iterable[Selection], stage: Stage | None = None, own: Sequence["Rule"] = (), preview: bool = False
) -> tuple["Rule", ...]:
    """The rules that run after these selections, each applied to the outcome of those before it.

    At a stage, the rules for that stage are on and the rules for other stages only are off. Rules in preview run only
    with `preview`, deprecated ones only where their own code or name selects them. A selector that names no rule
    selects none: a call may name a rule that only some of its documents have.
    """
    known = [rule for rule in known_rules(own) if preview or rule.status != "preview"]
    on = {r.code for r in known if (r.enabled or stage in r.stages) and r.status != "deprecated"}
    for selection in selections:
        if selection.select:
            on = _chosen(selection.select, known)
        on |= _chosen(selection.extend_select, known)
        on -= codes_of(selection.ignore, known)
    return tuple(r for r in known if r.code in on and (not r.stages or stage is None or stage in r.stages))


def codes_of(selectors: Sequence[str], known: Iterable["Rule"]) -> set[str]:
    """The codes of the known rules that the selectors name."""
    if not selectors:
        return set()
    return {rule.code for rule in known if any(matches(selector, rule) for selector in selectors)}


def _chosen(selectors: Sequence[str], known: Iterable["Rule"]) -> set[str]:
    """The codes of the rules that the selectors turn on."""
    current = codes_of(selectors, (rule for rule in known if rule.status != "deprecated"))
    return current | {rule.code for rule in known if any(is_called(selector, rule) for selector in selectors)}


def hints(selectors: Iterable[str], known: Sequence["Rule"], preview: bool, language: str) -> Iterator[str]:
    """What to tell the user about the rules that were selected: what has no effect, and what is renamed."""
    for selector in selectors:
        named = [rule for rule in known if matches(selector, rule)]
        if named and not preview and all(rule.status == "preview" for rule in named):
            yield _HINTS["preview"].in_language(language).format(selector=selector)
        for rule in named:
            if selector.upper() in rule.aliases:
                yield _HINTS["alias"].in_language(language).format(selector=selector, code=rule.code)
            elif rule.status == "deprecated" and is_called(selector, rule):
                yield _HINTS["deprecated"].in_language(language).format(selector=selector, code=rule.successor)


_HINTS = {
    "preview": Words(
        "{selector} 是预览规则，没有启用；要用它，请加 --preview 或在配置中写 preview = true",
        "{selector} is in preview and has no effect: add --preview, or preview = true to the configuration",
    ),
    "alias": Words("规则 {selector} 现在的编号是 {code}", "Rule {selector} is now {code}"),
    "deprecated": Words("规则 {selector} 已经弃用，请改用 {code}", "Rule {selector} is deprecated: use {code}"),
}


def verify(selectors: Iterable[str], known: Sequence["Rule"]) -> None:
    """Raises UsageError for a selector that names none of the known rules."""
    for selector in selectors:
        if not any(matches(selector, rule) for rule in known):
            raise _unknown(selector, known)


def _unknown(name: str, known: Sequence["Rule"]) -> UsageError:
    nearest = _nearest(name, known)
    return UsageError(
        Words(
            f"没有规则 {name}{f'，是否指 {nearest}' if nearest else ''}；用 lawcheck rules 查看全部规则",
            f"unknown rule {name}{f' (did you mean {nearest}?)' if nearest else ''}; lawcheck rules lists all rules",
        )
    )


def _nearest(selector: str, rules: Iterable["Rule"]) -> str:
    """The code or name that was probably meant, or ""."""
    from difflib import get_close_matches  # only after a typing error, so that nobody else waits for it

    known = [name for rule in rules for name in (rule.code, rule.name)]
    for form in (selector.upper(), selector.lower()):
        if close := get_close_matches(form, known, n=1, cutoff=0.75):
            return close[0]
    return ""
