"""What the user can have done about findings: fix one place or all, fix all that is safe, ignore a place."""

from collections.abc import Iterable, Iterator

from lsprotocol import types

from lawcheck.fixing.fixer import compatible, line_end_of, with_line_end
from lawcheck.reporting.difference import stretches
from lawcheck.reporting.told import tell
from lawcheck.reporting.words import word
from lawcheck.rulebook.findings import Issue, Safety
from lawcheck.rulebook.registry import rule_with
from lawcheck.surfaces.lsp.analysis import Analysis
from lawcheck.surfaces.lsp.published import shown, touched
from lawcheck.text.edits import Edit

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.lawcheck"
KINDS = (types.CodeActionKind.QuickFix.value, FIX_ALL)


def actions(analysis: Analysis, params: types.CodeActionParams, versioned: bool) -> list[types.CodeAction]:
    """Everything that is offered for a range, of the kinds that the editor asks for.

    `versioned` says whether the editor takes edits that are for one version of a document only.
    """
    offered: list[types.CodeAction] = []
    if _wants(params.context, KINDS[0]):
        for found, index in touched(analysis, params.range):
            offered += _about(analysis, found, index, versioned)
    # Editors ask by themselves wherever the cursor goes, and need no more than quick fixes then.
    automatic = params.context.trigger_kind is types.CodeActionTriggerKind.Automatic
    if _wants(params.context, FIX_ALL) and (params.context.only or not automatic):
        offered += _fix_all(analysis, versioned)
    return offered


def _wants(context: types.CodeActionContext, kind: str) -> bool:
    """Whether a kind, or one that includes it, is asked for."""
    return context.only is None or any(f"{kind}.".startswith(f"{_name(wanted)}.") for wanted in context.only)


def _name(kind: types.CodeActionKind | str) -> str:
    return kind.value if isinstance(kind, types.CodeActionKind) else kind


def _about(analysis: Analysis, found: Issue, index: int, versioned: bool) -> Iterator[types.CodeAction]:
    """What can be done about one place of a finding."""
    language = analysis.resolved.language
    line_end = line_end_of(analysis.source.text)
    problem = [shown(analysis, found, index)]

    def action(title: str, edits: Iterable[Edit], preferred: bool) -> types.CodeAction:
        edit = _workspace_edit(analysis, (with_line_end(edit, line_end) for edit in edits), versioned)
        return types.CodeAction(title, types.CodeActionKind.QuickFix, problem, preferred or None, edit=edit)

    if fix := tell(found, analysis.resolved.own_rules, language).fix:
        words = {"title": fix.title, "safety": word(fix.safety, language)}
        here = found.places[index].edits
        if here:
            yield action(word("fix-here", language, **words), here, fix.safety is Safety.SAFE)
        if len(found.places) > 1:
            title = word("fix-everywhere", language, count=len(found.places), **words)
            yield action(title, fix.edits, preferred=False)
    comment = _comment(analysis, found, index)
    if comment:
        yield action(word("ignore-line", language, code=found.code), [comment], preferred=False)


def _comment(analysis: Analysis, found: Issue, index: int) -> Edit | None:
    """The line that has a place ignored, to stand before its own; None where it cannot."""
    if not rule_with(found.code, analysis.resolved.own_rules):
        return None
    text = analysis.source.text
    line = analysis.positions.position(found.spans[index][0]).line
    start = analysis.positions.offset(types.Position(line, 0))
    request = f"lawcheck: ignore {found.code}"
    file_format = analysis.source.format
    if not file_format.line_ends_count and text.rfind("<", 0, start) > text.rfind(">", 0, start):
        return None  # the line begins inside a tag
    return Edit(start, start, f"{file_format.comment.format(request)}\n")


def _fix_all(analysis: Analysis, versioned: bool) -> Iterator[types.CodeAction]:
    edits: list[Edit] = []
    at = 0
    for old, new in stretches(analysis.source.text, analysis.fixed):
        if old != new:
            edits.append(Edit(at, at + len(old), new))
        at += len(old)
    if edits:
        edit = _workspace_edit(analysis, edits, versioned)
        yield types.CodeAction(word("fix-all", analysis.resolved.language), FIX_ALL, edit=edit)


def _workspace_edit(analysis: Analysis, edits: Iterable[Edit], versioned: bool) -> types.WorkspaceEdit:
    """Edits as the editor applies them; those that would clash with an earlier one are left out."""
    own = sorted(edits, key=lambda edit: (edit.start, edit.end))
    kept = (own[index] for index in compatible([[edit] for edit in own]))
    changes = [types.TextEdit(analysis.positions.range(edit.start, edit.end), edit.content) for edit in kept]
    uri, number = analysis.version.uri, analysis.version.number
    if not versioned:
        return types.WorkspaceEdit({uri: changes})
    document = types.OptionalVersionedTextDocumentIdentifier(uri, number)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, changes)])
