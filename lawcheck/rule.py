"""The anatomy of a rule: what the files in `rules/` hold.

A rule file holds everything that people are told about a rule (what it finds, why, by which source, with examples)
and says how it is checked: by one of a few declarative kinds, or by a function in `lawcheck/checks/`. These are plain
data; `lawcheck/rule_file.py` holds a file against them before it becomes a rule.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from lawcheck.diagnostics import Safety, Severity
from lawcheck.settings import Settings, Stage
from lawcheck.structure.model import Kind

Level = Literal["law", "party-regulation", "national-standard", "policy", "convention"]
Status = Literal["preview", "stable", "deprecated"]

_CODE = re.compile(r"[A-Z]{3}\d{3}")
_NAME = re.compile(r"[a-z]+(-[a-z]+)*")
_VERSION = re.compile(r"\d+\.\d+\.\d+")
_FUNCTION = re.compile(r"[a-z_]+\.[a-z_]+")


def _must(condition: object, complaint: str) -> None:
    if not condition:
        raise ValueError(complaint)


class _Closed:
    """Has no keys but those of its class when a file is validated."""

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Text(_Closed):
    """The same words in both languages of the reports."""

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """The text in "zh" or "en"."""
        return self.en if language == "en" else self.zh


@dataclass(frozen=True, slots=True)
class RuleSource(_Closed):
    """Where a rule comes from. Only `verified` clauses of law or standards may be quoted as 规定; the rest is 惯例."""

    title: str
    level: Level
    clause: str = ""
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Example(_Closed):
    """A text with ⟦ ⟧ around each place that the rule must name (`bad`), or one where it stays silent (`good`).

    `fixed` is `bad` after all its fixes. `kind` parses the text as that kind of document; `units` is the registry of
    units that the user has configured.
    """

    bad: str | None = None
    fixed: str | None = None
    good: str | None = None
    kind: Kind | Literal["auto"] = "auto"
    units: tuple[str, ...] = ()

    @property
    def settings(self) -> Settings:
        """The configuration that the example is checked with."""
        return Settings(units=self.units)

    def __post_init__(self) -> None:
        _must((self.bad is None) != (self.good is None), "give exactly one of bad and good")


@dataclass(frozen=True, slots=True)
class RuleFix(_Closed):
    """How far the edits of a rule can be trusted, and what they do."""

    safety: Safety
    title: Text


@dataclass(frozen=True, slots=True)
class PatternCheck(_Closed):
    """Every match of `pattern` over the whole text is a finding; a group named `place` narrows it.

    The other named groups fill the message.
    """

    pattern: str
    kind: Literal["pattern"] = "pattern"


@dataclass(frozen=True, slots=True)
class SubstituteCheck(_Closed):
    """Like `pattern`, with a fix: the whole match is looked up in `replace`, or expanded from `template`."""

    pattern: str
    replace: Mapping[str, str] = field(default_factory=dict)
    template: str = ""
    kind: Literal["substitute"] = "substitute"

    def __post_init__(self) -> None:
        _must(bool(self.replace) != bool(self.template), "give exactly one of replace and template")


@dataclass(frozen=True, slots=True)
class LexiconCheck(_Closed):
    """Every occurrence of a term of `data` (a tab-separated file beside the rule: term, replacement) is a finding."""

    data: str
    kind: Literal["lexicon"] = "lexicon"


@dataclass(frozen=True, slots=True)
class FunctionCheck(_Closed):
    """A generator in `lawcheck/checks/`, named `module.function`; it takes the document and yields findings."""

    function: str
    kind: Literal["function"] = "function"

    def __post_init__(self) -> None:
        _must(_FUNCTION.fullmatch(self.function), "name a function as module.function")


@dataclass(frozen=True, slots=True)
class SuppressionCheck(_Closed):
    """Comments that hide findings: those that are wrong, and those that hid nothing. Runs after all other rules."""

    kind: Literal["suppression"] = "suppression"


RuleCheck = PatternCheck | SubstituteCheck | LexiconCheck | FunctionCheck | SuppressionCheck


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(_Closed):
    """One rule, as its file says it is. At `stages` it is on, at every other named stage of a document off."""

    code: str
    name: str
    since: str
    status: Status
    severity: Severity
    enabled: bool = True
    stages: tuple[Stage, ...] = ()
    kinds: tuple[Kind, ...] = tuple(Kind)
    gather: bool = False
    summary: Text
    reason: Text
    sources: tuple[RuleSource, ...]
    messages: Mapping[str, Text]
    fix: RuleFix | None = None
    check: RuleCheck
    examples: tuple[Example, ...]

    def __post_init__(self) -> None:
        _must(_CODE.fullmatch(self.code), "code must be three capital letters and three digits")
        _must(_NAME.fullmatch(self.name), "name must be small letters and hyphens")
        _must(_VERSION.fullmatch(self.since), "since must be a version")
        _must(self.sources, "give at least one source")
        _must("default" in self.messages, "messages.default is missing")
        good_and_bad = any(e.bad for e in self.examples) and any(e.good for e in self.examples)
        _must(good_and_bad, "give at least one bad and one good example")

    @property
    def family(self) -> str:
        """The three letters of the code."""
        return self.code[:3]
