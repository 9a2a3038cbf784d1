"""What the kinds of check do: most rules only say what to look for, and the function is made here."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from lawcheck.checks.suppress import faults
from lawcheck.reading.resources import rows
from lawcheck.records import dataclass
from lawcheck.rulebook.expressions import Expression, Match, compiled, expanded
from lawcheck.rulebook.findings import Finding
from lawcheck.rulebook.functions import function_of
from lawcheck.rulebook.rule import (
    ComparisonCheck,
    FunctionCheck,
    LexiconCheck,
    LimitCheck,
    PatternCheck,
    RequireCheck,
    Rule,
    SubstituteCheck,
    SuppressionCheck,
)
from lawcheck.structure.document import Document
from lawcheck.structure.scopes import Place, Scope, places
from lawcheck.text.edits import Edit
from lawcheck.text.search import Terms

Check = Callable[[Document], Iterable[Finding]]
_Places = Callable[[Document, Scope], Iterable[Place]]

_CHECKS = "lawcheck.checks"


def build(rule: Rule) -> Check:
    """The function that carries out the check of a rule."""
    match rule.check:
        case FunctionCheck(function=name):
            function = function_of(rule.origin.package if rule.origin else _CHECKS, name)
            return partial(function, **rule.arguments) if rule.options else function
        case PatternCheck() as check:
            return _pattern_check(_search(rule, check), lambda m, place: None)
        case SubstituteCheck(replace=replace, template=template) as check:
            if template:
                return _pattern_check(_search(rule, check), lambda m, place: expanded(template, m))
            return _pattern_check(_search(rule, check), lambda m, place: replace.get(m[place]))
        case LexiconCheck(data=data, scope=scope) as check:
            return _lexicon_check(rule.origin.rows if rule.origin else rows(data), scope, _places(rule, check.under))
        case RequireCheck() as check:
            return _require_check(check, _expression(rule, check.pattern), _places(rule, check.under))
        case LimitCheck(characters=None, times=times) as check:
            return _times_check(_search(rule, check), times or 0)
        case LimitCheck(characters=characters, scope=scope) as check:
            return _length_check(characters or 0, scope, _places(rule, check.under))
        case SuppressionCheck():
            return faults
        case ComparisonCheck():
            return lambda document: ()


def _expression(rule: Rule, pattern: str) -> Expression:
    return compiled(pattern, linear=rule.is_from_folder)


def _places(rule: Rule, under: str) -> _Places:
    if not under:
        return places
    title = _expression(rule, under)
    return lambda document, scope: places(document, scope, lambda words: title.search(words) is not None)


@dataclass(frozen=True, slots=True)
class _Search:
    """An expression, where it is looked for, and what hides its matches."""

    expression: Expression
    unless: Expression | None
    scope: Scope
    places: _Places

    @property
    def place(self) -> int:
        """The group that a finding is about."""
        return self.expression.groupindex.get("place", 0)

    def each(self, document: Document) -> Iterator[list[tuple[int, int, Match]]]:
        """The matches in each place, with the span of the group in the document."""
        # What is looked for in the whole text may look at its very end.
        whole = self.scope is Scope.DOCUMENT and self.places is places
        for start, end in [(0, len(document.text))] if whole else self.places(document, self.scope):
            found = self._matches(document.text[start:end])
            yield [(start + first, start + last, match) for first, last, match in found]

    def _matches(self, text: str) -> Iterator[tuple[int, int, Match]]:
        hidden = [match.span(0) for match in self.unless.finditer(text)] if self.unless else []
        for match in self.expression.finditer(text):
            start, end = match.span(self.place)
            at = bisect_right(hidden, start, key=lambda span: span[0]) - 1
            if at < 0 or end > hidden[at][1]:
                yield start, end, match


def _search(rule: Rule, check: PatternCheck | SubstituteCheck | LimitCheck) -> _Search:
    unless = _expression(rule, check.unless) if check.unless else None
    return _Search(_expression(rule, check.pattern), unless, check.scope, _places(rule, check.under))


def _pattern_check(search: _Search, replacement: Callable[[Match, int], str | None]) -> Check:
    def check(document: Document) -> Iterator[Finding]:
        for found in search.each(document):
            for start, end, match in found:
                content = replacement(match, search.place)
                edits = () if content is None else (Edit(start, end, content),)
                values = {name: words for name, words in match.groupdict("").items() if name != "place"}
                yield Finding(start, end, values, edits=edits)

    return check


def _times_check(search: _Search, limit: int) -> Check:
    def check(document: Document) -> Iterator[Finding]:
        for found in search.each(document):
            for start, end, _ in found[limit:]:
                yield Finding(start, end, {"number": len(found), "limit": limit})

    return check


def _length_check(limit: int, scope: Scope, wanted: _Places) -> Check:
    def check(document: Document) -> Iterator[Finding]:
        for start, end in wanted(document, scope):
            number = sum(map(len, document.text[start:end].split()))
            if number > limit:
                yield Finding(start, end, {"number": number, "limit": limit})

    return check


def _require_check(check: RequireCheck, expression: Expression, wanted: _Places) -> Check:
    def is_there(document: Document, start: int, end: int, parts: list[Place]) -> bool:
        if check.part is Scope.DOCUMENT:
            return expression.search(document.text[start:end]) is not None
        first, last = (bisect_left(parts, at, key=lambda part: part[0]) for at in (start, end))
        return any(b <= end and expression.search(document.text[a:b]) for a, b in parts[first:last])

    def missing(document: Document) -> Iterator[Finding]:
        parts = list(places(document, check.part))
        for start, end in wanted(document, check.scope):
            if not is_there(document, start, end, parts):
                yield Finding(end, end)

    return missing


def _lexicon_check(listed: Iterable[tuple[str, ...]], scope: Scope, wanted: _Places) -> Check:
    pairs = [(term, rest[0] if rest else "") for term, *rest in listed]
    terms = Terms(term for term, _ in pairs)

    def check(document: Document) -> Iterator[Finding]:
        for first, last in wanted(document, scope):
            for index, start, end in terms.find(document.text[first:last]):
                term, replacement = pairs[index]
                edits = (Edit(first + start, first + end, replacement),) if replacement else ()
                yield Finding(first + start, first + end, {"term": term, "replacement": replacement}, edits=edits)

    return check
