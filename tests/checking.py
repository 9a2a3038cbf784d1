"""Checks texts and shows what is found, in words; and makes up findings for reports."""

from dataclasses import dataclass

from lawcheck import pipeline
from lawcheck.checks.checked import Checked, Parsed
from lawcheck.errors import Words
from lawcheck.reporting.told import told
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.example import Example
from lawcheck.rulebook.findings import Issue, IssuePlace, Safety, Severity
from lawcheck.rulebook.registry import Selection
from lawcheck.rulebook.rule import Origin, PatternCheck, Rule, RuleFix, RuleSource
from lawcheck.rulebook.worded import Worded
from lawcheck.structure.settings import NO_SETTINGS
from lawcheck.text.edits import apply_edits
from lawcheck.text.source import Source


@dataclass(frozen=True)
class Result:
    """What was found in a document, as data and as users read it."""

    checked: Checked
    diagnostics: list[Worded]


def check(source, rules, kind="auto", language="zh", settings=NO_SETTINGS) -> Result:
    """Checks a document with some rules."""
    checked = pipeline.check(source, Options(tuple(rules), kind, settings))
    return Result(checked, list(told(checked, language)))


def places(text, code, scanned=None) -> list[str]:
    """What stands at each place that a rule names."""
    found = check(Source(text, scanned=scanned), Selection(select=[code]).rules()).diagnostics
    return [text[start:end] for each in found for start, end in each.spans]


def apply_fixes(text, diagnostics) -> str:
    """The text after every fix of these findings; where two overlap, the later one is left out."""
    kept = []
    for edit in sorted({e for d in diagnostics if d.fix for e in d.fix.edits}, key=lambda e: (e.start, e.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return apply_edits(text, kept)


def issue(start, end, message="有误", *, places=(), related=(), edits=(), **others) -> Issue:
    """A finding that says this; the names of what is related are what is said of it."""
    found = tuple(places) or (IssuePlace(start, end, tuple(edits), tuple(related)),)
    values = {"code": "ABC001", "name": "some-rule", "severity": Severity.ERROR, "safety": Safety.SAFE} | others
    return Issue(places=found, values={"said": message}, **values)


class _Messages(dict):
    """Messages that are called what they say."""

    def __missing__(self, name):
        return Words(name, name)


def rule_of(found: Issue, title="改") -> Rule:
    """The rule of a finding that was made up."""
    text = Words("概要", "summary")
    return Rule(
        code=found.code,
        name=found.name,
        severity=found.severity,
        summary=text,
        reason=text,
        sources=(RuleSource("惯例", "convention"),),
        messages=_Messages(default=Words("{said}", "{said}")),
        fix=RuleFix(Safety.SAFE, Words(title, title)),
        check=PatternCheck("坏"),
        examples=(Example(bad="⟦坏⟧"), Example(good="好")),
        origin=Origin("tests"),
    )


def outcome(text, *issues, path="a.txt", title="改") -> Checked:
    """A document with these findings."""
    source = Source(text, path)
    parsed = Parsed(lambda: pipeline.parse(source))
    rules = {found.code: rule_of(found, title) for found in issues}
    return Checked(source, parsed.document.kind, list(issues), parsed, own_rules=tuple(rules.values()))
