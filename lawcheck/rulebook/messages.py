"""Where the words of each finding are: in its rule, loaded or not, or here where a rule has failed."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from lawcheck.errors import Words
from lawcheck.rulebook.findings import CRASH_CODE, Issue
from lawcheck.rulebook.rule_tables import message_tables
from lawcheck.rulebook.worded import RuleWords, worded

if TYPE_CHECKING:
    from lawcheck.rulebook.rule import Rule

_REPORT_THIS = Words("请报告此问题", "Please report this")
_REPORT_TO_PACKAGE = Words(
    "此规则来自规则包 {package}，请向规则包的作者报告此问题",
    "It is a rule of the package {package}: please report this to the authors of the package",
)
# In what a rule has failed; what Python or lawcheck says of it is quoted.
_FAILED_IN = {
    "load": Words("它无法载入（“{zh}”）", 'it cannot be loaded ("{en}")'),
    "check": Words("它的程序出错（“{zh}”）", 'its code raised an error ("{en}")'),
    "words": Words("它的提示无法填写（“{zh}”）", 'its messages cannot be filled in ("{en}")'),
    "place": Words("它给出的位置不可能存在（{zh}）", "it names an impossible place ({en})"),
}


def _crash_message(reason: Words, report: Words) -> Words:
    return Words(
        f"规则 {{code}}（{{name}}）出错，已跳过：{reason.zh}。{report.zh}；可用 --ignore {{code}} 停用该规则",
        f"Rule {{code}} ({{name}}) failed and was skipped: {reason.en}. {report.en}; "
        "--ignore {code} turns the rule off",
    )


# LAW000 is no rule of a file: it says that a rule has failed, and to whom that is to be reported.
_CRASH_WORDS = RuleWords(
    {
        **{name: _crash_message(reason, _REPORT_THIS) for name, reason in _FAILED_IN.items()},
        **{f"package-{name}": _crash_message(reason, _REPORT_TO_PACKAGE) for name, reason in _FAILED_IN.items()},
    }
)


def crash_messages(issues: "Iterable[Issue]", language: str) -> list[str]:
    """What is told of the rules that have failed, each once."""
    return sorted({worded(issue, _CRASH_WORDS, language).message for issue in issues if issue.code == CRASH_CODE})


def words_of(code: str, own: "Iterable[Rule]" = ()) -> RuleWords:
    """What the rule with this code says of what it finds; it is not loaded for that if it comes with lawcheck."""
    if code == CRASH_CODE:
        return _CRASH_WORDS
    rule = next((rule for rule in own if rule.code == code), None)
    return rule.words if rule else _words_of_shipped(code)


@cache
def _words_of_shipped(code: str) -> RuleWords:
    table = message_tables()[code]
    messages = {name: Words(**words) for name, words in table["messages"].items()}
    return RuleWords(messages, Words(**table["fix"]["title"]) if table["fix"] else None)
