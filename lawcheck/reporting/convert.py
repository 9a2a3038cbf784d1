"""From what was found, in offsets, to the models of the reports, with lines and columns."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import cache
from itertools import repeat

from lawcheck.checks.checked import Checked
from lawcheck.reporting import report, rule_report
from lawcheck.reporting.told import told
from lawcheck.rulebook.registry import all_rules, known_rules
from lawcheck.rulebook.rule import Rule
from lawcheck.rulebook.rule_links import rule_url
from lawcheck.rulebook.worded import Worded, WordedFix
from lawcheck.running.configuration.layering import Resolved
from lawcheck.structure.document import Document, Node, Task, Unit
from lawcheck.structure.same_tasks import told_once
from lawcheck.text.source import LineIndex, Source


def rule_sources(rule: Rule) -> tuple[report.SourceEntry, ...]:
    """The sources of a rule, as reports give them."""
    return tuple(report.SourceEntry.model_construct(**asdict(source)) for source in rule.sources)


_Origin = tuple[tuple[report.SourceEntry, ...], str]


@cache
def _shipped(language: str, docs_url: str) -> dict[str, _Origin]:
    return _origins(all_rules(), language, docs_url)


def _origins(rules: Iterable[Rule], language: str, docs_url: str) -> dict[str, _Origin]:
    """By code the sources of rules, and where they are described."""
    return {rule.code: (rule_sources(rule), rule_url(rule, language, docs_url)) for rule in rules}


def checked_file(checked: Checked, language: str) -> report.CheckedFile:
    """The report of one checked document."""
    source = checked.source
    lines = LineIndex(source.text)
    origins = _shipped(language, checked.docs_url)
    if checked.own_rules:
        origins = {**origins, **_origins(checked.own_rules, language, checked.docs_url)}
    return report.CheckedFile.model_construct(
        path=source.path,
        kind=checked.kind,
        scanned=checked.scanned,
        encoding=source.stored_as,
        characters=len(source.text),
        diagnostics=tuple(_diagnostic(d, source, lines, origins) for d in told(checked, language)),
    )


def _diagnostic(found: Worded, source: Source, lines: LineIndex, origins: Mapping[str, _Origin]) -> report.Diagnostic:
    sources, url = origins.get(found.code, ((), ""))
    return report.Diagnostic.model_construct(
        code=found.code,
        name=found.name,
        severity=found.severity,
        message=found.message,
        offset=found.start,
        end_offset=found.end,
        start=_place(source, lines, found.start),
        end=_place(source, lines, found.end),
        occurrences=tuple(
            report.Occurrence.model_construct(
                offset=a, end_offset=b, start=_place(source, lines, a), end=_place(source, lines, b), message=message
            )
            for (a, b), message in zip(found.occurrences, found.each or repeat(""), strict=False)
        ),
        related=tuple(
            report.RelatedSpan.model_construct(offset=r.start, end_offset=r.end, message=r.message)
            for r in found.related
        ),
        fix=_fix(found.fix) if found.fix else None,
        source=sources,
        url=url,
    )


def _fix(fix: WordedFix) -> report.FixProposal:
    edits = tuple(report.FixEdit(offset=e.start, end_offset=e.end, content=e.content) for e in fix.edits)
    return report.FixProposal(safety=fix.safety, title=fix.title, edits=edits)


def _place(source: Source, lines: LineIndex, offset: int) -> report.Place:
    position = lines.position(offset)
    place = report.Place.model_construct(line=position.line, column=position.column)
    if source.pages and (found := source.pages.place(offset)):
        place = report.Place.model_construct(
            line=position.line, column=position.column, page=found.page, page_line=found.number
        )
    return place


def outline_file(source: Source, document: Document) -> report.OutlineFile:
    """The structure of one document, in offsets of its source."""
    title = document.title
    return report.OutlineFile(
        path=source.path,
        kind=document.kind,
        title=report.TextSpan(text=title.text, **_span(document, title.start, title.end)) if title else None,
        nodes=_nodes(document, document.nodes),
    )


def _nodes(document: Document, nodes: Iterable[Node]) -> tuple[report.OutlineNode, ...]:
    return tuple(
        report.OutlineNode(
            depth=node.depth,
            level=node.level,
            marker=node.marker,
            number=node.number,
            inferred=node.inferred,
            title=node.title,
            children=_nodes(document, node.children),
            **_span(document, node.start, node.end),
        )
        for node in nodes
    )


def task_file(source: Source, document: Document) -> report.TaskFile:
    """The tasks of one document, in offsets of its source."""
    lines = LineIndex(source.text)
    tasks = tuple(_task(source, document, task, lines) for task in told_once(document.tasks))
    return report.TaskFile(path=source.path, tasks=tasks)


def _task(source: Source, document: Document, task: Task, lines: LineIndex) -> report.TaskEntry:
    attribution = None
    if task.attributions:
        attribution = report.Span(**_span(document, task.attributions[0].start, task.attributions[-1].end))
    span = _span(document, task.start, task.end)
    return report.TaskEntry(
        number=task.number,
        part=task.part,
        section=task.section,
        subsection=task.subsection,
        summary=task.summary,
        lead=_names(task.lead),
        participants=_names(task.participants),
        responsible=_names(task.responsible),
        deadlines=tuple(report.TaskDeadline(text=d.text, date=d.date) for d in task.deadlines),
        attribution=attribution,
        start=_place(source, lines, span["offset"]),
        text=document.text_of(task).strip(),
        **span,
    )


def _names(units: Iterable[Unit]) -> tuple[str, ...]:
    return tuple(unit.name for unit in units)


def _span(document: Document, start: int, end: int) -> dict[str, int]:
    offset, end_offset = document.view.source_span(start, end)
    return {"offset": offset, "end_offset": end_offset}


def catalogue_report(resolved: Resolved) -> rule_report.RuleReport:
    """The catalogue: the rules that lawcheck brings and those that are configured."""
    language, docs_url = resolved.language, resolved.settings.docs_url
    known = map(resolved.configured, known_rules(resolved.own_rules))
    return rule_report.RuleReport(rules=tuple(rule_entry(rule, language, docs_url) for rule in known))


def rule_entry(rule: Rule, language: str, docs_url: str = "") -> rule_report.RuleEntry:
    """One line of the catalogue."""
    return rule_report.RuleEntry(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        status=rule.status,
        precision=rule_report.PrecisionEntry(**asdict(rule.precision)) if rule.precision else None,
        successor=rule.successor,
        aliases=rule.aliases,
        enabled=rule.enabled,
        kinds=rule.kinds,
        fix=rule.fix.safety if rule.fix else None,
        summary=rule.summary.in_language(language),
        options=tuple(
            rule_report.OptionEntry(
                name=name, value=rule.values.get(name, option.default), summary=option.in_language(language)
            )
            for name, option in rule.options.items()
        ),
        source=rule_sources(rule),
        url=rule_url(rule, language, docs_url),
    )
