"""What the kinds of check do: most rules only say what to look for, and the function is made here."""

import re
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from lawcheck.diagnostics import Edit, Finding
from lawcheck.resources import rows
from lawcheck.rule import FunctionCheck, LexiconCheck, PatternCheck, Rule, SubstituteCheck, SuppressionCheck
from lawcheck.search import Terms
from lawcheck.structure.model import Document
from lawcheck.suppress import faults

Check = Callable[[Document], Iterable[Finding]]


def build(rule: Rule) -> Check:
    """The function that carries out the check of a rule."""
    match rule.check:
        case FunctionCheck(function=name):
            module, _, function = name.partition(".")
            found: Check = getattr(import_module(f"lawcheck.checks.{module}"), function)
            return found
        case PatternCheck(pattern=pattern):
            return _pattern_check(re.compile(pattern), lambda m: None)
        case SubstituteCheck(pattern=pattern, replace=replace, template=template):
            if template:
                return _pattern_check(re.compile(pattern), lambda m: m.expand(template))
            return _pattern_check(
                re.compile(pattern), lambda m: replace.get(m["place"] if "place" in m.re.groupindex else m[0])
            )
        case LexiconCheck(data=data):
            return _lexicon_check(data)
        case SuppressionCheck():
            return faults


def _pattern_check(pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str | None]) -> Check:
    place = _place(pattern)

    def check(document: Document) -> Iterator[Finding]:
        for match in pattern.finditer(document.text):
            start, end = match.span(place)
            content = replacement(match)
            edits = () if content is None else (Edit(start, end, content),)
            values = {k: v for k, v in match.groupdict().items() if k != "place"}
            yield Finding(start, end, values, edits=edits)

    return check


def _place(pattern: re.Pattern[str]) -> str | int:
    return "place" if "place" in pattern.groupindex else 0


def _lexicon_check(data: str) -> Check:
    pairs = [(term, rest[0] if rest else "") for term, *rest in rows(data)]
    terms = Terms(term for term, _ in pairs)

    def check(document: Document) -> Iterator[Finding]:
        for index, start, end in terms.find(document.text):
            term, replacement = pairs[index]
            edits = (Edit(start, end, replacement),) if replacement else ()
            yield Finding(start, end, {"term": term, "replacement": replacement}, edits=edits)

    return check
