"""The rules there are, and which of them a call selects."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from lawcheck import __version__
from lawcheck.errors import UsageError
from lawcheck.reading.resources import kept, resource_dir, states_of
from lawcheck.rulebook.findings import CRASH_CODE
from lawcheck.rulebook.wording import RuleWords, Text
from lawcheck.structure.settings import KnownRule, Stage

if TYPE_CHECKING:
    from lawcheck.rulebook.rule import Rule


_REPORT_THIS = Text("请报告此问题", "Please report this")
_REPORT_TO_PACKAGE = Text(
    "此规则来自规则包 {package}，请向规则包的作者报告此问题",
    "It is a rule of the package {package}: please report this to the authors of the package",
)
_REASON = Text("{reason}", "{reason}")
_PLACE = Text("它给出的位置不可能存在（{reason}）", "it names an impossible place ({reason})")


def _crash_message(reason: Text, report: Text) -> Text:
    return Text(
        f"规则 {{code}}（{{name}}）出错，已跳过：{reason.zh}。{report.zh}；可用 --ignore {{code}} 停用该规则",
        f"Rule {{code}} ({{name}}) failed and was skipped: {reason.en}. {report.en}; "
        "--ignore {code} turns the rule off",
    )


# LAW000 is no rule of a file: it says that a rule has failed, and to whom that is to be reported.
CRASH_WORDS = RuleWords(
    {
        "default": _crash_message(_REASON, _REPORT_THIS),
        "place": _crash_message(_PLACE, _REPORT_THIS),
        "package-default": _crash_message(_REASON, _REPORT_TO_PACKAGE),
        "package-place": _crash_message(_PLACE, _REPORT_TO_PACKAGE),
    }
)


@cache
def all_rules() -> tuple["Rule", ...]:
    """The rules that come with lawcheck, by code: the tests have seen that their files are right.

    To parse them takes longer than to check a page, so their tables are kept between runs.
    """
    from lawcheck.rulebook.rule_file import trusted_rule  # a run that knows everything from before needs no rules

    return tuple(trusted_rule(table) for table in kept("rules.json", _state(), _tables))


@cache
def _state() -> list[Any]:
    """What tells one state of the rule files from another."""
    return [__version__, *states_of(resource_dir("rules"))]


@cache
def _tables() -> list[dict[str, Any]]:
    """What the rule files hold, by their names."""
    import tomllib  # not needed where the tables are kept

    files = sorted(resource_dir("rules").glob("*/*.toml"))
    return [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]


@cache
def _shipped_words() -> dict[str, dict[str, Any]]:
    """The messages of the rules that come with lawcheck, by code: a twentieth of what is known of them."""
    found: dict[str, dict[str, Any]] = kept("messages.json", _state(), _message_tables)
    return found


def _message_tables() -> dict[str, dict[str, Any]]:
    tables = _tables()
    return {table["code"]: {"messages": table["messages"], "fix": table.get("fix")} for table in tables}


@cache
def _words_of_shipped(code: str) -> RuleWords:
    table = _shipped_words()[code]
    messages = {name: Text(**words) for name, words in table["messages"].items()}
    return RuleWords(messages, Text(**table["fix"]["title"]) if table["fix"] else None)


def words_of(code: str, own: Iterable["Rule"] = ()) -> RuleWords:
    """What the rule with this code says of what it finds; it is not loaded for that if it comes with lawcheck."""
    if code == CRASH_CODE:
        return CRASH_WORDS
    rule = next((rule for rule in own if rule.code == code), None)
    return rule.words if rule else _words_of_shipped(code)


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
