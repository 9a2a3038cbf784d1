"""The anatomy of a rule: the schema of the files in `rules/`.

A rule file holds everything that people are told about a rule (what it finds, why, by which source, with examples)
and says how it is checked: by one of a few declarative kinds, or by a function in `lawcheck/checks/`.
"""

import re
import tomllib
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from lawcheck.diagnostics import Safety, Severity
from lawcheck.errors import RuleFileError
from lawcheck.settings import Stage
from lawcheck.structure.model import Kind


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(_Strict):
    """The same words in both languages of the reports."""

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """The text in "zh" or "en"."""
        return self.en if language == "en" else self.zh


class RuleSource(_Strict):
    """Where a rule comes from. Only `verified` clauses of law or standards may be quoted as 规定; the rest is 惯例."""

    title: str
    clause: str = ""
    level: Literal["law", "party-regulation", "national-standard", "policy", "convention"]
    verified: bool = False


class Example(_Strict):
    """A text with ⟦ ⟧ around each place that the rule must name (`bad`), or one where it stays silent (`good`).

    `fixed` is `bad` after all its fixes. `kind` parses the text as that kind of document.
    """

    bad: str | None = None
    fixed: str | None = None
    good: str | None = None
    kind: Kind | Literal["auto"] = "auto"

    @model_validator(mode="after")
    def _one(self) -> "Example":
        if (self.bad is None) == (self.good is None):
            raise ValueError("give exactly one of bad and good")
        return self


class RuleFix(_Strict):
    """How far the edits of a rule can be trusted, and what they do."""

    safety: Safety
    title: Text


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"bad pattern: {error}") from error
    return value


class PatternCheck(_Strict):
    """Every match of `pattern` over the whole text is a finding; a group named `place` narrows it.

    The other named groups fill the message.
    """

    kind: Literal["pattern"]
    pattern: str

    _valid = field_validator("pattern")(_pattern)


class SubstituteCheck(_Strict):
    """Like `pattern`, with a fix: the whole match is looked up in `replace`, or expanded from `template`."""

    kind: Literal["substitute"]
    pattern: str
    replace: dict[str, str] = {}
    template: str = ""

    _valid = field_validator("pattern")(_pattern)

    @model_validator(mode="after")
    def _one(self) -> "SubstituteCheck":
        if bool(self.replace) == bool(self.template):
            raise ValueError("give exactly one of replace and template")
        return self


class LexiconCheck(_Strict):
    """Every occurrence of a term of `data` (a tab-separated file beside the rule: term, replacement) is a finding."""

    kind: Literal["lexicon"]
    data: str


class FunctionCheck(_Strict):
    """A generator in `lawcheck/checks/`, named `module.function`; it takes the document and yields findings."""

    kind: Literal["function"]
    function: Annotated[str, Field(pattern=r"^[a-z_]+\.[a-z_]+$")]


class SuppressionCheck(_Strict):
    """Comments that hide findings: those that are wrong, and those that hid nothing. Runs after all other rules."""

    kind: Literal["suppression"]


class Rule(_Strict):
    """One rule, as its file says it is."""

    code: Annotated[str, Field(pattern=r"^[A-Z]{3}\d{3}$")]
    name: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]
    since: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    status: Literal["preview", "stable", "deprecated"]
    severity: Severity
    enabled: bool = True
    # At these stages of a document the rule is on, at every other named one it is off.
    stages: tuple[Stage, ...] = ()
    kinds: tuple[Kind, ...] = tuple(Kind)
    gather: bool = False
    summary: Text
    reason: Text
    sources: Annotated[tuple[RuleSource, ...], Field(min_length=1)]
    messages: dict[str, Text]
    fix: RuleFix | None = None
    check: Annotated[
        PatternCheck | SubstituteCheck | LexiconCheck | FunctionCheck | SuppressionCheck, Field(discriminator="kind")
    ]
    examples: Annotated[tuple[Example, ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _complete(self) -> "Rule":
        if "default" not in self.messages:
            raise ValueError("messages.default is missing")
        if not any(e.bad for e in self.examples) or not any(e.good for e in self.examples):
            raise ValueError("give at least one bad and one good example")
        return self

    @cached_property
    def family(self) -> str:
        """The three letters of the code."""
        return self.code[:3]


def parse_rule(text: str, name: str) -> Rule:
    """The rule in a TOML text; `name` is the file that errors refer to.

    Raises RuleFileError with every mistake of the file.
    """
    try:
        return Rule.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise RuleFileError(f"{name}: {error}") from error
    except ValidationError as error:
        mistakes = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise RuleFileError(f"{name}: {mistakes}") from error
