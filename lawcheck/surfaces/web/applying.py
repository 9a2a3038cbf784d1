"""Makes the changes that the page asks for; like all that is done with documents, in a process of its own."""

from collections.abc import Sequence
from dataclasses import replace

from lawcheck import pipeline
from lawcheck.checks.checked import Checked
from lawcheck.errors import UsageError, Words
from lawcheck.fixing import fixer
from lawcheck.fixing.fixer import Fixed
from lawcheck.reading import OpenedFile
from lawcheck.reporting.display.gathering import Named
from lawcheck.reporting.excerpt import clipped, visible
from lawcheck.reporting.told import tell
from lawcheck.reporting.words import phrase
from lawcheck.rulebook.findings import Issue, Safety
from lawcheck.rulebook.worded import LANGUAGES
from lawcheck.surfaces.web.asked import AcceptedFix, Change, Ignore, NextVersion, Restore, RuleSwitch, SafeFixes, Typed
from lawcheck.surfaces.web.drafts import ChangeNote, DraftVersion, Ignored
from lawcheck.surfaces.web.noting import noted
from lawcheck.surfaces.web.work import Outcome, Review, WorkJob, editable, review, shown, wanted
from lawcheck.text.differing import edits_between
from lawcheck.text.edits import Edit
from lawcheck.text.source import Source

_LONGEST_LABEL = 80
_LONGEST_QUOTATION = 40


def changed(job: WorkJob, change: Change) -> Outcome:
    """The document after a change; raises UsageError where it cannot be made."""
    match change:
        case Ignore():
            version = _ignoring(job, change)
        case AcceptedFix():
            version = _fixed(job, change)
        case SafeFixes():
            version = _all_fixed(job, change)
        case RuleSwitch():
            others = tuple(code for code in job.version.off if code != change.code)
            label = phrase("did-on" if change.is_on else "did-off", code=change.code)
            version = replace(job.version, off=others if change.is_on else (*others, change.code), label=label)
        case Typed():
            version = _typed(job, change)
        case Restore():
            version = _restored(job, change)
        case NextVersion():
            version = _next(job, change)
    name = version.name or job.name
    after = replace(job, name=name, version=version, labels=(*job.labels, version.label), undone=(), turn=job.turn + 1)
    if isinstance(change, NextVersion):
        after = replace(after, has_before=True)
    return shown(after, "page-still", version.label)


def _find(job: WorkJob, key: str, place: str) -> tuple[Review, Named]:
    """The finding with this key; only one of its places where that is named."""
    reviewed = review(job)
    for found in reviewed.cards:
        if f"f-{found.key}" == key and (named := found.only(place) if place else found):
            return reviewed, named
    raise UsageError(phrase("no-finding"))


def _ignoring(job: WorkJob, change: Ignore) -> DraftVersion:
    reviewed, found = _find(job, change.key, change.place)
    message = _worded(reviewed.checked, found.issue)
    one = Ignored(found.names, found.issue.code, message, change.reason)
    label = _shortened(phrase("did-ignore", code=found.issue.code, message=message))
    notes = noted("ignore", reviewed.checked, [found], job.language, change.reason)
    version = job.version
    return replace(version, ignored=(*version.ignored, one), label=label, notes=(*version.notes, *notes))


def _typed(job: WorkJob, change: Typed) -> DraftVersion:
    """The document with what was written into it; only what is different is touched."""
    file = OpenedFile(job.version.data, job.name)
    text, start = file.source.text, change.start
    if visible(text[start : start + len(change.was)]) != visible(change.was):
        raise UsageError(phrase("no-line"))
    edits = [Edit(e.start + start, e.end + start, e.content) for e in edits_between(change.was, change.text)]
    if not file.editor.takes(edits):
        raise UsageError(phrase("no-edit"))
    file.editor.edited(file.source, edits)
    version = job.version
    quotation = phrase("show-quoted", text=clipped(change.was.strip(), _LONGEST_QUOTATION))
    note = ChangeNote("edit", quotation.in_language(job.language), "", f"{change.was}\n{change.text}", "", "")
    return replace(
        version,
        data=file.editor.after([edits]),
        label=phrase("did-edit", text=clipped(change.text.strip(), _LONGEST_QUOTATION)),
        notes=(*version.notes, note),
        session=change.session,
    )


def _restored(job: WorkJob, change: Restore) -> DraftVersion:
    ignored = job.version.ignored
    if change.number >= len(ignored):
        raise UsageError(phrase("no-finding"))
    one = ignored[change.number]
    label = _shortened(phrase("did-restore", code=one.code, message=one.message))
    return replace(job.version, ignored=tuple(each for each in ignored if each is not one), label=label)


def _next(job: WorkJob, change: NextVersion) -> DraftVersion:
    """Another file in the place of this one: what is ignored stays so, what is mended and what is new is told."""
    name, data = editable(change.name, change.data)
    then = review(job)
    version = replace(job.version, data=data, original=data, name=name, notes=())
    now = review(replace(job, name=name, version=version))
    before, after = ({name for found in each.findings for name in found.names} for each in (then, now))
    mended = [found for found in then.cards if not after.intersection(found.names)]
    new = [found for found in now.cards if not before.intersection(found.names)]
    counts = {"mended": len(mended), "new": len(new), "open": len(now.cards) - len(new)}
    return replace(
        version,
        label=phrase("did-next", name=name, **counts),
        news=frozenset(name for found in new for name in found.names),
        mended=tuple(f"{m.issue.code} " + _worded(then.checked, m.issue) for m in mended),
    )


def _worded(checked: Checked, issue: Issue) -> Words:
    return Words(*(tell(issue, checked.own_rules, language).message for language in LANGUAGES))


def _shortened(label: Words) -> Words:
    return Words(label.zh[:_LONGEST_LABEL], label.en[:_LONGEST_LABEL])


def _fixed(job: WorkJob, change: AcceptedFix) -> DraftVersion:
    """The document after the fix of a finding."""
    reviewed, found = _find(job, change.key, change.place)
    file = OpenedFile(job.version.data, job.name)
    fixed = fixer.fix(file.source, lambda now: [found.issue] if now is file.source else [], True, file.editor)
    said = [tell(found.issue, reviewed.checked.own_rules, language).fix for language in LANGUAGES]
    title = Words(*(fix.title if fix else "" for fix in said))
    notes = noted("fix", reviewed.checked, [found], job.language)
    return _after(job, file, fixed, phrase("did-fix", code=found.issue.code, title=title, count=fixed.count), notes)


def _all_fixed(job: WorkJob, change: SafeFixes) -> DraftVersion:
    """The document after the safe fixes of what is not ignored, and if findings are named, of those alone."""
    file = OpenedFile(job.version.data, job.name)
    options = job.held.options
    safe = tuple(rule for rule in options.rules if rule.fix and rule.fix.safety is Safety.SAFE)
    reviewed = review(job)
    named = [found for found in reviewed.cards if not change.keys or f"f-{found.key}" in change.keys]
    names = {name for found in named for name in found.names}
    notes = noted("fix", reviewed.checked, (n for n in named if n.issue.safety is Safety.SAFE), job.language)

    def proposed(now: Source) -> list[Issue]:
        found = wanted(now.text, pipeline.check(now, replace(options, rules=safe)).diagnostics, job.version.ignored)
        if not change.keys:
            return [each.issue for each in found]
        return [left.issue for each in found if (left := each.among(names))]

    fixed = fixer.fix(file.source, proposed, editor=file.editor)
    return _after(job, file, fixed, phrase("did-fix-all", count=fixed.count), notes)


def _after(job: WorkJob, file: OpenedFile, fixed: Fixed, label: Words, notes: Sequence[ChangeNote]) -> DraftVersion:
    if not fixed.count:
        raise UsageError(phrase("no-fix"))
    version = job.version
    data = file.editor.after(fixed.steps)
    return replace(version, data=data, label=_shortened(label), notes=(*version.notes, *notes))
