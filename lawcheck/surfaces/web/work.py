"""What is done with a document; runs in a process of its own, which is ended when it takes too long."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import PurePath

from lawcheck import pipeline
from lawcheck.checks.checked import Checked
from lawcheck.errors import SourceError, Words
from lawcheck.reading import OpenedFile
from lawcheck.reading.formats import DOCX, identify
from lawcheck.records import dataclass, field
from lawcheck.reporting.display.display import display
from lawcheck.reporting.display.gathering import Named, gathered
from lawcheck.reporting.display.views import Views
from lawcheck.reporting.page import rendered
from lawcheck.reporting.words import phrase
from lawcheck.rulebook.findings import Issue, Severity
from lawcheck.running.configuration.layering import Resolved
from lawcheck.running.fingerprint import fingerprints
from lawcheck.structure.kinds import Kind
from lawcheck.structure.settings import Scanned, Stage
from lawcheck.surfaces.web.drafts import NO_WORDS, DraftVersion, FindingTotals, Ignored
from lawcheck.surfaces.web.house import House
from lawcheck.surfaces.web.moments import Remembered
from lawcheck.surfaces.web.own_words import proposals, word_fields
from lawcheck.text.source import Source

# A change begins with what the page showed, which was found for the change before.
_LATELY: Remembered[tuple[str, bytes, Resolved], Checked] = Remembered()
# To be looked at alone: whoever edits a file opens it for that.
_FILES: Remembered[tuple[str, bytes], OpenedFile] = Remembered()

# What can be said of a document, by the names of the fields.
CHOICES: Mapping[str, Sequence[str]] = {
    "kind": list(Kind),
    "stage": list(Stage),
    "scanned": [Scanned.YES, Scanned.NO],
}
FOLDERS = ["lawcheck.surfaces.web", "lawcheck.reporting.display"]


@dataclass(frozen=True, slots=True)
class WorkJob:
    """A document as it stands, what holds for it, and what was done to it so far.

    `has_before` says that it has taken the place of an earlier file; `choices` is what the reader has said of it.
    """

    name: str
    version: DraftVersion
    resolved: Resolved
    id: str = ""
    labels: tuple[Words, ...] = ()
    undone: tuple[Words, ...] = ()
    turn: int = 0
    house: House = House()
    has_before: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)

    @property
    def held(self) -> Resolved:
        """What holds for the document, by the configuration and by what was set on the page."""
        return self.house.over(self.resolved, self.version.off)

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
    totals: FindingTotals


def opened(job: WorkJob) -> Outcome:
    """A document that has just come; what only LibreOffice can read is a Word file from now on."""
    name, data = editable(job.name, job.version.data)
    job = replace(job, name=name, version=replace(job.version, data=data, original=data))
    return shown(job, "did-open")


def editable(name: str, data: bytes) -> tuple[str, bytes]:
    """A file with its name, or the Word file that LibreOffice makes of it."""
    if convert := identify(data, name).convert:
        (converted,) = convert([(name, data)])
        if isinstance(converted, SourceError):
            raise converted
        return f"{PurePath(name).stem}{DOCX.endings[0]}", converted
    return name, data


def shown(job: WorkJob, done: str = "", label: Words = NO_WORDS) -> Outcome:
    """The document as it stands; `done` names what is said of what was done, which is the `label`."""
    found = review(job)
    language = job.language
    source = found.checked.source
    doc = display(found.checked, found.findings, language, views=Views(found.file.data))
    note = ""
    if done:
        note = phrase(done, count=len(doc.cards) + doc.left_out, what=label, label=label).in_language(language)
    page = rendered(
        FOLDERS,
        "bench.html",
        language,
        doc=doc,
        note=note,
        id=job.id,
        labels=job.labels,
        undone=job.undone,
        turn=job.turn,
        is_empty=not source.text.strip(),
        ignored=job.version.ignored,
        news={f"f-{found.key}" for found in found.cards if job.version.news.intersection(found.names)},
        mended=job.version.mended,
        off=job.version.off,
        house=job.house,
        fields=word_fields(found.checked.document, found.cards) if found.file.is_editable else {},
        proposals=proposals(found.checked.document, job.held.settings),
        is_editable=found.file.is_editable,
        format=source.format.title.in_language(language),
        is_annotated=source.format.is_annotated,
        is_signed=found.file.is_editable and found.file.editor.is_signed,
        is_changed=job.version.data != job.version.original,
        has_before=job.has_before,
        choices=CHOICES,
        chosen={key: job.choices.get(key, "") for key in CHOICES},
        has_xlsx=find_spec("xlsxwriter") is not None,
    )
    return Outcome(job.name, job.version, page, FindingTotals(doc.groups[Severity.ERROR], len(doc.cards)))


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
    def cards(self) -> list[Named]:
        """The findings as the page shows them: those of one cause are one."""
        return gathered(self.findings)

    @property
    def reported(self) -> Checked:
        """The outcome as reports give it."""
        return replace(self.checked, diagnostics=self.diagnostics)


def review(job: WorkJob) -> Review:
    """What is found in a document as it stands."""
    name, data, held = job.name, job.version.data, job.held
    file = _FILES.get((name, data), lambda: OpenedFile(data, name))
    checked = _LATELY.get((name, data, held), lambda: pipeline.check(file.source, held.options))
    return Review(file, checked, wanted(checked.source.text, checked.diagnostics, job.version.ignored))


def review_source(job: WorkJob, source: Source) -> list[Named]:
    """What is found in a document that has been read already, and not ignored."""
    checked = pipeline.check(source, job.held.options)
    return wanted(source.text, checked.diagnostics, job.version.ignored)


def wanted(text: str, diagnostics: Sequence[Issue], ignored: Sequence[Ignored]) -> list[Named]:
    """The findings that are not ignored, with the names of their places; of some only a part of the places is left."""
    gone = {name for own in ignored for name in own.names}
    found: list[Named] = []
    for diagnostic, names in zip(diagnostics, fingerprints(text, diagnostics), strict=True):
        if left := Named(diagnostic, names).among(set(names) - gone):
            found.append(left)
    return found
