"""Runs rules over a document: one finding after another, put into words, in one order, whatever a rule does."""

from collections.abc import Callable, Iterator, Sequence

from lawcheck.checks.declarative import Check, build
from lawcheck.checks.suppress import Suppressions
from lawcheck.rulebook.findings import CRASH_CODE, Finding, Fix, Issue, Related, Severity
from lawcheck.rulebook.rule import Rule, SuppressionCheck
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.layers import cells, directives

# What layers cut that is still needed in the file.
_NOT_TEXT = ("markup", cells.KIND, directives.KIND)

_CRASH = {
    "zh": "规则 {rule.code}（{rule.name}）出错，已跳过：{reason}。{report}；可用 --ignore {rule.code} 停用该规则",
    "en": "Rule {rule.code} ({rule.name}) failed and was skipped: {reason}. {report}; "
    "--ignore {rule.code} turns the rule off",
}
_REPORT = {"zh": "请报告此问题", "en": "Please report this"}
# The code of a rule that was installed is not that of lawcheck.
_REPORT_TO_PACKAGE = {
    "zh": "此规则来自规则包 {package}，请向规则包的作者报告此问题",
    "en": "It is a rule of the package {package}: please report this to the authors of the package",
}
# A number that no run of a Word file holds.
_OF_LIST = {
    "zh": "（这是自动编号：请修改列表的编号设置，不能直接改文字）",
    "en": " (an automatic number: change the settings of the list, not the text)",
}


def run(
    document: Document,
    rules: Sequence[Rule],
    suppressions: Suppressions,
    language: str = "zh",
    checks: Callable[[Rule], Check] | None = None,
) -> list[Issue]:
    """Every finding of the rules that are for this kind of document and are not suppressed, by place and code.

    A rule that raises becomes a finding of its own (LAW000) that names it; the findings of the others stand.
    `checks` gives the check of a rule where it is not that of its file alone.
    """
    checks = checks or check_of
    diagnostics: list[Issue] = []
    # What the document suppresses in vain is known when all others have run.
    for rule in sorted(rules, key=_is_about_suppressions):
        if document.kind not in rule.kinds:
            continue
        try:
            findings = [f for f in checks(rule)(document) if not _is_own_words(document, f)]
        except Exception as error:
            diagnostics.append(_crash(rule, error, language))
            continue
        if _is_about_suppressions(rule):
            findings += suppressions.unused(document, rules)
        if not findings:
            continue
        visible = suppressions.visible(rule, findings, lambda finding: next(_spans(document, finding))[0])
        diagnostics += _worded(document, rule, visible, language)
    return sorted(diagnostics, key=lambda d: (d.start, d.end, d.code, d.message))


def _is_own_words(document: Document, finding: Finding) -> bool:
    """Whether a finding is about something inside one of the terms and phrases that the user has named."""
    if finding.in_source or finding.start == finding.end:
        return False
    return document.settings.is_own_words(document.text, finding.start, finding.end)


def _is_about_suppressions(rule: Rule) -> bool:
    return isinstance(rule.check, SuppressionCheck)


def _worded(document: Document, rule: Rule, findings: list[Finding], language: str) -> Iterator[Issue]:
    """Diagnostics of one rule; those of a rule that gathers are one for each message."""
    if not rule.gather:
        for finding in findings:
            yield _diagnostic(document, rule, [finding], language)
        return
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.variant, repr(finding.values)), []).append(finding)
    for group in groups.values():
        yield _diagnostic(document, rule, sorted(group, key=lambda f: (f.start, f.end)), language)


def _diagnostic(document: Document, rule: Rule, findings: list[Finding], language: str) -> Issue:
    view = document.view
    first = findings[0]
    spans = tuple(span for f in findings for span in _spans(document, f))
    values = {**first.values, "count": len(spans)}
    message = rule.messages[first.variant].in_language(language).format(**values)
    edits = [edit for finding in findings for edit in _edits(document, finding)]
    if not edits and _is_of_list(document, first):
        message += _OF_LIST[language]
    fix = None
    if edits and rule.fix:
        fix = Fix(rule.fix.safety, rule.fix.title.in_language(language), tuple(edits))
    related = tuple(
        Related(*view.source_span(start, end), rule.messages[name].in_language(language))
        for start, end, name in first.related
    )
    start, end = spans[0]
    occurrences = spans if len(spans) > 1 else ()
    return Issue(rule.code, rule.name, rule.severity, message, start, end, occurrences, related, fix)


def _is_of_list(document: Document, finding: Finding) -> bool:
    """Whether a finding is about an automatic number, or would be mended in one."""
    view = document.view
    start, end = next(_spans(document, finding))
    label = view.label(start, end)
    if label and label[0] <= start and end <= label[1]:
        return True
    return any(view.label(*view.source_span(edit.start, edit.end)) for edit in finding.edits if not finding.in_source)


def _spans(document: Document, finding: Finding) -> Iterator[tuple[int, int]]:
    """Every place of a finding, in the source."""
    for start, end in ((finding.start, finding.end), *finding.also):
        yield (start, end) if finding.in_source else document.view.source_span(start, end)


def _edits(document: Document, finding: Finding) -> list[Edit]:
    """The edits of a finding in the source; none where one of them would take markup away or be lost in it."""
    view = document.view
    edits: list[Edit] = []
    for edit in finding.edits:
        start, end = (edit.start, edit.end) if finding.in_source else view.source_span(edit.start, edit.end)
        # A comment to lawcheck must keep its own line.
        joins = view.source_text[start:end].endswith(("\n", "\r")) and view.holds(end, end + 1, (directives.KIND,))
        if view.label(start, end):
            return []
        if joins or view.holds(start, end, _NOT_TEXT) or ("\n" in edit.content and not document.format.line_ends_count):
            return []
        edits.append(Edit(start, end, edit.content))
    return edits


def _crash(rule: Rule, error: Exception, language: str) -> Issue:
    reason = f"{type(error).__name__}: {error}"
    report = _REPORT[language]
    if rule.origin and rule.origin.package:
        report = _REPORT_TO_PACKAGE[language].format(package=rule.origin.name)
    message = _CRASH[language].format(rule=rule, reason=reason, report=report)
    return Issue(CRASH_CODE, "rule-crash", Severity.ERROR, message, 0, 0)


_checks: dict[str, tuple[Rule, Check]] = {}


def check_of(rule: Rule) -> Check:
    """The function that carries out a rule's check, built once."""
    built, check = _checks.get(rule.code, (None, None))
    if check is None or built is None or not _has_same_check(built, rule):
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
