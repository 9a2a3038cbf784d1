"""What is done with a document; runs in a process of its own, which is ended when it takes too long."""

from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import PurePath

from lawcheck import pipeline
from lawcheck.checks.checked import Checked
from lawcheck.errors import SourceError, UsageError, Words
from lawcheck.fixing import fixer
from lawcheck.fixing.fixer import Fixed
from lawcheck.reading import OpenedFile
from lawcheck.reading.formats import DOCX, identify
from lawcheck.records import dataclass
from lawcheck.reporting.display.cards import Named
from lawcheck.reporting.display.display import display
from lawcheck.reporting.page import rendered
from lawcheck.reporting.told import tell
from lawcheck.reporting.words import phrase
from lawcheck.rulebook.findings import Issue, Safety
from lawcheck.rulebook.worded import LANGUAGES
from lawcheck.running.configuration.layering import Resolved
from lawcheck.running.fingerprint import fingerprints
from lawcheck.surfaces.web.drafts import NO_WORDS, DraftVersion, Ignored
from lawcheck.text.source import Source

FOLDERS = ["lawcheck.surfaces.web", "lawcheck.reporting.display"]
_LONGEST_LABEL = 80


@dataclass(frozen=True, slots=True)
class WorkJob:
    """A document as it stands, what holds for it, and what was done to it so far."""

    name: str
    version: DraftVersion
    resolved: Resolved
    id: str = ""
    labels: tuple[Words, ...] = ()

    @property
    def language(self) -> str:
        """The language of all that is said."""
        return self.resolved.language


@dataclass(frozen=True, slots=True)
class Outcome:
    """What has become of a document, and how the page shows it."""

    name: str
    version: DraftVersion
    page: str


@dataclass(frozen=True, slots=True)
class AcceptedFix:
    """The request to apply the fix of a finding; of every safe one where it names none."""

    key: str = ""


@dataclass(frozen=True, slots=True)
class Ignore:
    """The request to see a finding no more."""

    key: str
    reason: str


def opened(job: WorkJob) -> Outcome:
    """A document that has just come; what only LibreOffice can read is a Word file from now on."""
    name, data = job.name, job.version.data
    if convert := identify(data, name).convert:
        (converted,) = convert([(name, data)])
        if isinstance(converted, SourceError):
            raise converted
        name, data = f"{PurePath(name).stem}{DOCX.endings[0]}", converted
    job = replace(job, name=name, version=replace(job.version, data=data))
    return shown(job, "did-open")


def shown(job: WorkJob, done: str = "", label: Words = NO_WORDS) -> Outcome:
    """The document as it stands; `done` names what is said of what was done, which is the `label`."""
    found = review(job)
    language = job.language
    source = found.checked.source
    doc = display(found.checked, found.findings, language)
    note = ""
    if done:
        note = phrase(done, count=len(found.findings), what=label, label=label).in_language(language)
    page = rendered(
        FOLDERS,
        "bench.html",
        language,
        doc=doc,
        note=note,
        id=job.id,
        labels=job.labels,
        ignored=job.version.ignored,
        safe=sum(1 for each in found.diagnostics if each.edits and each.safety is Safety.SAFE),
        is_annotated=source.format.is_annotated,
        is_signed=found.file.editor.is_signed,
        has_xlsx=find_spec("xlsxwriter") is not None,
    )
    return Outcome(job.name, job.version, page)


def changed(job: WorkJob, change: AcceptedFix | Ignore) -> Outcome:
    """The document after a change; raises UsageError where it cannot be made."""
    version = _ignoring(job, change) if isinstance(change, Ignore) else _fixed(job, change)
    after = replace(job, version=version, labels=(*job.labels, version.label))
    return shown(after, "page-still", version.label)


@dataclass(frozen=True, slots=True)
class Review:
    """A document with all that is found in it and not ignored."""

    file: OpenedFile
    checked: Checked
    findings: list[Named]

    @property
    def diagnostics(self) -> list[Issue]:
        """The findings themselves."""
        return [found.issue for found in self.findings]

    @property
    def reported(self) -> Checked:
        """The outcome as reports give it."""
        return replace(self.checked, diagnostics=self.diagnostics)


def review(job: WorkJob) -> Review:
    """What is found in a document as it stands."""
    file = OpenedFile(job.version.data, job.name)
    return Review(file, *review_source(job, file.source))


def review_source(job: WorkJob, source: Source) -> tuple[Checked, list[Named]]:
    """The outcome for a document that has been read already, and what of it is not ignored."""
    checked = pipeline.check(source, job.resolved.options)
    return checked, _wanted(source.text, checked.diagnostics, job.version.ignored)


def _wanted(text: str, diagnostics: Sequence[Issue], ignored: Sequence[Ignored]) -> list[Named]:
    """The findings that are not ignored, with the names of their places; of some only a part of the places is left."""
    gone = {name for own in ignored for name in own.names}
    found: list[Named] = []
    for diagnostic, names in zip(diagnostics, fingerprints(text, diagnostics), strict=True):
        kept = [number for number, name in enumerate(names) if name not in gone]
        if left := diagnostic.only(kept):
            found.append(Named(left, tuple(names[number] for number in kept)))
    return found


def _find(job: WorkJob, key: str) -> tuple[Review, Named]:
    reviewed = review(job)
    for found in reviewed.findings:
        if f"f-{found.key}" == key:
            return reviewed, found
    raise UsageError(phrase("no-finding"))


def _ignoring(job: WorkJob, change: Ignore) -> DraftVersion:
    reviewed, found = _find(job, change.key)
    said = [tell(found.issue, reviewed.checked.own_rules, language) for language in LANGUAGES]
    code, message = found.issue.code, Words(*(each.message for each in said))
    one = Ignored(found.names, code, message, change.reason)
    label = _shortened(phrase("did-ignore", code=code, message=message))
    return replace(job.version, ignored=(*job.version.ignored, one), label=label)


def _shortened(label: Words) -> Words:
    return Words(label.zh[:_LONGEST_LABEL], label.en[:_LONGEST_LABEL])


def _fixed(job: WorkJob, change: AcceptedFix) -> DraftVersion:
    """The document after the fix of a finding, or after all safe ones."""
    if not change.key:
        fixed, data = _fix(job, OpenedFile(job.version.data, job.name), None)
        label = phrase("did-fix-all", count=fixed.count)
    else:
        reviewed, found = _find(job, change.key)
        fixed, data = _fix(job, reviewed.file, found.issue)
        said = [tell(found.issue, reviewed.checked.own_rules, language) for language in LANGUAGES]
        title = Words(*(each.fix.title if each.fix else "" for each in said))
        label = phrase("did-fix", code=found.issue.code, title=title, count=fixed.count)
    if not fixed.count:
        raise UsageError(phrase("no-fix"))
    return replace(job.version, data=data, label=_shortened(label))


def _fix(job: WorkJob, file: OpenedFile, only: Issue | None) -> tuple[Fixed, bytes]:
    """Applies the fix of one finding, or those safe ones that are not ignored, in text or in the Word file."""
    options = job.resolved.options
    safe = tuple(rule for rule in options.rules if rule.fix and rule.fix.safety is Safety.SAFE)

    def proposed(now: Source) -> list[Issue]:
        if only:
            return [only] if now is file.source else []
        found = pipeline.check(now, replace(options, rules=safe)).diagnostics
        return [left.issue for left in _wanted(now.text, found, job.version.ignored)]

    editor = file.editor
    fixed = fixer.fix(file.source, proposed, bool(only), editor)
    return fixed, editor.after(fixed.steps)
