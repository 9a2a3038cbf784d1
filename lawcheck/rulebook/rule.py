"""The anatomy of a rule: what the files in `rules/` hold.

A file holds all that people are told about a rule (what it finds, why, by which source, with examples) and how it is
checked: by a declarative kind, or by a function in `lawcheck/checks/`. `rule_file.py` holds it against these classes.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Literal

from lawcheck.errors import Words
from lawcheck.records import dataclass, field
from lawcheck.rulebook.closed import Closed, must, one_of
from lawcheck.rulebook.example import Example
from lawcheck.rulebook.findings import Safety, Severity
from lawcheck.rulebook.made_later import MadeLater
from lawcheck.rulebook.rule_options import OptionValue, RuleOption
from lawcheck.rulebook.rule_status import Precision, Status
from lawcheck.rulebook.worded import SEVERAL, RuleWords
from lawcheck.structure.kinds import Kind
from lawcheck.structure.scopes import Scope
from lawcheck.structure.settings import Stage

Level = Literal["law", "party-regulation", "national-standard", "policy", "convention"]

_CODE = re.compile(r"[A-Z]{3}\d{3}")
_NAME = re.compile(r"[a-z]+(-[a-z]+)*")
_VERSION = re.compile(r"\d+\.\d+\.\d+")
_FUNCTION_FORM = Words("function 写作 模块.函数", "function has the form module.function")
_FUNCTION = re.compile(r"[a-z_]+\.[a-z_]+")


@dataclass(frozen=True, slots=True)
class RuleSource(Closed):
    """Where a rule comes from. Only `verified` clauses of law or standards are 规定; others are 依据, or 惯例."""

    title: str
    level: Level
    clause: str = ""
    verified: bool = False


@dataclass(frozen=True, slots=True)
class RuleFix(Closed):
    """How far the edits of a rule can be trusted, and what they do."""

    safety: Safety
    title: Words


@dataclass(frozen=True, slots=True)
class PatternCheck(Closed):
    """Every match of `pattern` in each place of `scope` is a finding; a group named `place` narrows it.

    The other named groups fill the message. `under` keeps to places under a heading that it matches; what lies in a
    match of `unless` is left out.
    """

    pattern: str
    unless: str = ""
    scope: Scope = Scope.DOCUMENT
    under: str = ""
    kind: Literal["pattern"] = "pattern"


@dataclass(frozen=True, slots=True)
class SubstituteCheck(Closed):
    """Like `pattern`, with a fix: the whole match is looked up in `replace`, or expanded from `template`."""

    pattern: str
    replace: Mapping[str, str] = field(default_factory=dict)
    template: str = ""
    unless: str = ""
    scope: Scope = Scope.DOCUMENT
    under: str = ""
    kind: Literal["substitute"] = "substitute"

    def __post_init__(self) -> None:
        must(bool(self.replace) != bool(self.template), one_of("replace", "template"))


@dataclass(frozen=True, slots=True)
class LexiconCheck(Closed):
    """Every occurrence of a term of `data` is a finding: {term}, {replacement}.

    `data` is a tab-separated file beside the rule: term, and where there is one the replacement.
    """

    data: str
    scope: Scope = Scope.DOCUMENT
    under: str = ""
    kind: Literal["lexicon"] = "lexicon"


@dataclass(frozen=True, slots=True)
class RequireCheck(Closed):
    """Each place of `scope` (under a heading that `under` matches) must hold a match of `pattern`, in any `part` of it.

    A place without one is a finding: the empty span at its end, where the missing words belong.
    """

    pattern: str
    part: Scope = Scope.DOCUMENT
    scope: Scope = Scope.DOCUMENT
    under: str = ""
    kind: Literal["require"] = "require"


@dataclass(frozen=True, slots=True)
class LimitCheck(Closed):
    """Each place of `scope` may have so many `characters` (code points except for space), or `pattern` so many `times`.

    A place that is too long is a finding, and so is each match beyond the limit: {number}, {limit}.
    """

    characters: int | None = None
    times: int | None = None
    pattern: str = ""
    unless: str = ""
    scope: Scope = Scope.DOCUMENT
    under: str = ""
    kind: Literal["limit"] = "limit"

    def __post_init__(self) -> None:
        must((self.characters is None) != (self.times is None), one_of("characters", "times"))
        must(
            (self.times is None) != bool(self.pattern),
            Words("times 要与 pattern 一起写", "must have pattern with times"),
        )
        must(
            (self.characters or self.times or 0) > 0,
            Words("characters、times 至少为 1", "must have at least 1 for characters or times"),
        )
        must(self.pattern or not self.unless, Words("unless 要与 pattern 一起写", "must have pattern with unless"))


@dataclass(frozen=True, slots=True)
class FunctionCheck(Closed):
    """A generator named `module.function`; it takes the document and yields findings.

    The module is one of `lawcheck/checks/`, or of the package that the rule comes with. It is neither imported nor run
    where it can yield nothing: where it `needs` words and none is there, or looks at a `layout` and there is none.
    """

    function: str
    needs: tuple[str, ...] = ()
    layout: bool = False
    kind: Literal["function"] = "function"

    def __post_init__(self) -> None:
        must(_FUNCTION.fullmatch(self.function), _FUNCTION_FORM)
        must(all(self.needs), Words("needs 中的字词不能为空", "must have no empty words in needs"))


@dataclass(frozen=True, slots=True)
class SuppressionCheck(Closed):
    """Comments that hide findings: those that are wrong, and those that hid nothing. Runs after all other rules."""

    kind: Literal["suppression"] = "suppression"


@dataclass(frozen=True, slots=True)
class ComparisonCheck(Closed):
    """A generator named `module.function` of `lawcheck/comparing/`; it takes what two revisions of a document have
    become to each other (`comparison.changes.Comparison`) and yields findings in the new one.

    It has nothing to say of a single document.
    """

    function: str
    kind: Literal["comparison"] = "comparison"

    def __post_init__(self) -> None:
        must(_FUNCTION.fullmatch(self.function), _FUNCTION_FORM)


RuleCheck = (
    PatternCheck
    | SubstituteCheck
    | LexiconCheck
    | RequireCheck
    | LimitCheck
    | FunctionCheck
    | SuppressionCheck
    | ComparisonCheck
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a rule comes from that did not come with lawcheck: a folder, or a `package`.

    `name` is what people know it by; `state` changes when the files of the package do; `rows` are those of the data
    file of a lexicon.
    """

    name: str
    package: str = ""
    state: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Closed, MadeLater):
    """One rule, as its file says it is. At `stages` it is on, at every other named stage of a document off.

    A `preview` rule runs only where those are asked for, a `deprecated` one when it is selected. It may `gather` what
    has the same message, or all of a document; `severities` are those of messages that are not as bad as the rest;
    what lies inside a finding of a rule that it `yields` to is not told again. `origin` is None for what comes with
    lawcheck; no file has `values`.
    """

    code: str
    name: str
    since: str = "0.1.0"
    status: Status = "stable"
    precision: Precision | None = None
    successor: str = ""
    aliases: tuple[str, ...] = ()
    severity: Severity
    enabled: bool = True
    stages: tuple[Stage, ...] = ()
    kinds: tuple[Kind, ...] = tuple(Kind)
    gather: bool | Literal["all"] = False
    severities: Mapping[str, Severity] = field(default_factory=dict)
    yields: tuple[str, ...] = ()
    summary: Words
    reason: Words
    sources: tuple[RuleSource, ...]
    messages: Mapping[str, Words]
    fix: RuleFix | None = None
    options: Mapping[str, RuleOption] = field(default_factory=dict)
    check: RuleCheck
    examples: tuple[Example, ...]
    origin: Origin | None = None
    values: Mapping[str, OptionValue] = field(default_factory=dict)
    later: Callable[[str], Any] | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        must(
            _CODE.fullmatch(self.code),
            Words("code 是三个大写字母加三个数字", "code has three capital letters and three digits"),
        )
        others = (*self.aliases, self.successor) if self.successor else self.aliases
        are_codes = all(map(_CODE.fullmatch, others))
        must(are_codes, Words("aliases、successor 是规则编号", "aliases and successor are codes of rules"))
        must(_NAME.fullmatch(self.name), Words("name 由小写字母和连字符组成", "name has small letters and hyphens"))
        must(_VERSION.fullmatch(self.since), Words("since 是版本号", "since is a version"))
        must(
            (self.status == "deprecated") == bool(self.successor),
            Words('successor 要与 status = "deprecated" 一起写', 'successor goes with status = "deprecated"'),
        )
        must(self.sources, Words("sources 至少要有一个", "sources must not be empty"))
        several = self.gather != "all" or len(self.messages) == 1 or SEVERAL in self.messages
        must(several, Words("缺少 messages.several", "messages.several is missing"))
        named = set(self.severities) <= set(self.messages)
        must(named, Words("severities 的键是 messages 的键", "the keys of severities are those of messages"))
        must(all(map(_CODE.fullmatch, self.yields)), Words("yields 是规则编号", "yields are codes of rules"))
        must("default" in self.messages, Words("缺少 messages.default", "messages.default is missing"))
        good_and_bad = any(e.bad for e in self.examples) and any(e.good for e in self.examples)
        must(good_and_bad, Words("examples 中 bad、good 至少各有一个", "examples must have bad and good ones"))

    @property
    def arguments(self) -> dict[str, OptionValue]:
        """The options as its function takes them."""
        set_to = {name: self.values.get(name, option.default) for name, option in self.options.items()}
        return {name.replace("-", "_"): value for name, value in set_to.items()}

    def severity_of(self, message: str) -> Severity:
        """How bad a finding is that says this message."""
        return self.severities.get(message, self.severity)

    @property
    def words(self) -> RuleWords:
        """What it says of what it finds."""
        return RuleWords(self.messages, self.fix.title if self.fix else None)

    @property
    def compares(self) -> bool:
        """Whether it takes two revisions of a document to say anything."""
        return isinstance(self.check, ComparisonCheck)

    @property
    def is_from_folder(self) -> bool:
        """Whether it comes from a folder of rule files, which anybody may have written."""
        return self.origin is not None and not self.origin.package

    @property
    def family(self) -> str:
        """The three letters of the code."""
        return self.code[:3]
