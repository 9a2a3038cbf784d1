"""Runs rules over a document: one finding after another, as data, in one order, whatever a rule does."""

import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import replace

from lawcheck.checks.declarative import Check, build
from lawcheck.checks.located import ImpossiblePlaceError, Located, located
from lawcheck.checks.suppress import Suppressions
from lawcheck.errors import LawcheckError, Words, show_fault
from lawcheck.rulebook.findings import CRASH_CODE, Issue, IssuePlace, Safety, Severity
from lawcheck.rulebook.rule import FunctionCheck, Rule, SuppressionCheck
from lawcheck.rulebook.worded import LANGUAGES, worded
from lawcheck.structure.document import Document
from lawcheck.structure.kinds import Kind
from lawcheck.text.character_places import Held

# Rules of packages may do anything, even try to end the process.
_FAILURES = (Exception, SystemExit)


def run(
    document: Document,
    rules: Sequence[Rule],
    suppressions: Suppressions,
    checks: Callable[[Rule], Check] | None = None,
) -> list[Issue]:
    """Every finding of the rules that are for this kind of document and are not suppressed, by place and code.

    A rule that fails (it cannot be imported, its check raises, it names impossible places, its messages cannot be
    filled) becomes a finding of its own (LAW000) that names it, and nothing else that it found is kept: half of it may
    mislead. The findings of the others stand. One that needs what the document lacks is not even loaded. `checks` gives
    the check of a rule where it is not that of its file alone.
    """
    checks = checks or check_of
    issues: list[Issue] = []
    told: list[tuple[Rule, list[Located]]] = []
    if document.view.kept:
        document = replace(document, as_prose=True)
    # A rule may look at what was cut from the view, and the view may hold what is written otherwise in the source.
    held = Held((document.text, document.view.text, document.view.source_text))
    for rule in _in_order(rules, document.kind):
        if not _may_find(rule, document, held):
            continue
        step = "load"
        try:
            check = checks(rule)
            step = "check"
            found = [each for finding in check(document) if (each := located(document, finding, rule.fix is not None))]
            if _is_about_suppressions(rule):
                unused = suppressions.unused(document, rules)
                found += filter(None, (located(document, finding, fixes=False) for finding in unused))
            if not found:
                continue
            step = "words"
            _verify_words(rule, found)
        except _FAILURES as error:
            issues.append(_crash(rule, error, step))
            continue
        told.append((rule, suppressions.visible(rule, found)))
    spans = _spans_of({code for rule, _ in told for code in rule.yields}, told)
    for rule, found in told:
        others = [spans[code] for code in rule.yields if spans.get(code)]
        issues += _issues(rule, [each for each in found if not _is_told(each, others)] if others else found)
    return sorted(issues, key=lambda issue: (issue.start, issue.end, issue.code))


# The rules that ran last for each kind of document, and the same in their order: for a short text it takes as long to
# sort them as to run them.
_ordered: dict[Kind, tuple[Sequence[Rule], list[Rule]]] = {}


def _in_order(rules: Sequence[Rule], kind: Kind) -> list[Rule]:
    """The rules for a kind: what a document suppresses in vain is known when all others have run."""
    last, ordered = _ordered.get(kind, ((), []))
    if last is not rules or not isinstance(rules, tuple):
        ordered = sorted((rule for rule in rules if kind in rule.kinds), key=_is_about_suppressions)
        _ordered[kind] = (rules, ordered)
    return ordered


def _may_find(rule: Rule, document: Document, held: Held) -> bool:
    """Whether a document has what the function of a rule finds nothing without."""
    check = rule.check
    if not isinstance(check, FunctionCheck):
        return True
    return (not check.layout or document.layout is not None) and (not check.needs or held.has_one_of(check.needs))


def _is_about_suppressions(rule: Rule) -> bool:
    return isinstance(rule.check, SuppressionCheck)


def _spans_of(codes: Set[str], told: Iterable[tuple[Rule, list[Located]]]) -> dict[str, list[tuple[int, int]]]:
    """Where the findings of these rules are, in order."""
    return {
        rule.code: sorted(place.span for each in found for place in each.places)
        for rule, found in told
        if rule.code in codes
    }


def _is_told(found: Located, others: Iterable[Sequence[tuple[int, int]]]) -> bool:
    """Whether a place of a finding lies inside one of another rule, which says what is wrong there."""
    return any(_is_within(place.span, spans) for spans in others for place in found.places)


def _is_within(span: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    # Of those that begin no later the last one reaches farthest, as those of one rule do not cross.
    at = bisect_right(spans, (span[0], sys.maxsize)) - 1
    return at >= 0 and span[1] <= spans[at][1]


def _verify_words(rule: Rule, findings: list[Located]) -> None:
    """Raises what would be raised when the findings of a rule are put into words, in any language."""
    tried: set[str] = set()
    for found in findings:
        said = repr((found.variant, found.values, [name for *_, name in found.places[0].related]))
        if said not in tried:
            tried.add(said)
            _try_words(rule, [found])
    if rule.gather == "all" and len(tried) > 1:
        _try_words(rule, findings)


def _try_words(rule: Rule, findings: list[Located]) -> None:
    issue = _issue(rule, findings)
    for language in LANGUAGES:
        worded(issue, rule.words, language)


def _issues(rule: Rule, findings: list[Located]) -> Iterator[Issue]:
    """What users are told of one rule; where it gathers, once for each message or once for all."""
    if not rule.gather:
        yield from (_issue(rule, [found]) for found in findings)
        return
    groups: dict[tuple[object, ...], list[Located]] = {}
    may_be_safe = rule.fix is not None and rule.fix.safety is Safety.SAFE
    for found in findings:
        # What is safe to change is never put together with what is not.
        unsafe = may_be_safe and found.unsafe
        said = (found.variant, repr(found.values), unsafe)
        alike = (rule.severity_of(found.variant), unsafe)
        groups.setdefault(alike if rule.gather == "all" else said, []).append(found)
    for group in groups.values():
        yield _issue(rule, sorted(group, key=lambda found: found.places[0].span))


def _issue(rule: Rule, findings: list[Located]) -> Issue:
    first = findings[0]
    places = tuple(place for found in findings for place in found.places)
    safety = rule.fix.safety if rule.fix else None
    if safety and first.unsafe:
        safety = Safety.UNSAFE
    more = sum(found.more for found in findings)
    if any((found.variant, found.values) != (first.variant, first.values) for found in findings):
        places = tuple(
            replace(place, said=(found.variant, found.values)) for found in findings for place in found.places
        )
    severity = rule.severity_of(first.variant)
    return Issue(rule.code, rule.name, severity, places, first.variant, first.values, safety, more)


def _crash(rule: Rule, error: BaseException, step: str) -> Issue:
    """What is told of a rule that has failed in a step: the code of a package is not lawcheck's."""
    show_fault(error)
    package = rule.origin.name if rule.origin and rule.origin.package else ""
    impossible = isinstance(error, ImpossiblePlaceError)
    variant = ("package-" if package else "") + ("place" if impossible else step)
    said = _said(error) if impossible else f"{type(error).__name__}: {_said(error)}"
    words = error.words if isinstance(error, LawcheckError) else Words(said, said)
    values = {"code": rule.code, "name": rule.name, "package": package, "zh": words.zh, "en": words.en}
    return Issue(CRASH_CODE, "rule-crash", Severity.ERROR, (IssuePlace(0, 0),), variant, values)


def _said(error: BaseException) -> str:
    try:
        return str(error)
    except _FAILURES:
        return ""


_checks: dict[str, tuple[Rule, Check]] = {}


def check_of(rule: Rule) -> Check:
    """The function that carries out a rule's check, built once."""
    built, check = _checks.get(rule.code, (None, None))
    if check is None or built is None or not (built is rule or _has_same_check(built, rule)):
        check = build(rule)
        _checks[rule.code] = (rule, check)
    return check


def _has_same_check(one: Rule, other: Rule) -> bool:
    """Whether what is built of the one does for the other: two folders may have a rule of the same code each."""
    same = one.check is other.check or one.check == other.check
    return (
        same
        and one.options == other.options
        and one.values == other.values
        and (one.origin is other.origin or one.origin == other.origin)
    )
