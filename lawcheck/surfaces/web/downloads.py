"""The files that can be taken away from the page; they are made in a process of their own too."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath

from lawcheck.reading.formats import identify
from lawcheck.reading.word.own_marks import OwnMarks
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.word_text import read_text
from lawcheck.records import dataclass
from lawcheck.reporting.annotation.annotate import Manner, annotate
from lawcheck.reporting.convert import task_file
from lawcheck.reporting.html import HtmlReporter
from lawcheck.reporting.json import JsonReporter
from lawcheck.reporting.markdown import MarkdownReporter
from lawcheck.reporting.report import TaskFile, TaskReport, to_json
from lawcheck.reporting.reporter import Reporter
from lawcheck.reporting.task_table import task_csv
from lawcheck.reporting.words import word
from lawcheck.surfaces.web.work import WorkJob, review, review_source

_BYTES = "application/octet-stream"
_JSON = "application/json"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class File:
    """A file that is taken away: what it is called, of which type it is, and what it holds."""

    name: str
    media: str
    data: bytes


def download(job: WorkJob, what: str) -> File:
    """One of `DOWNLOADS` of a document as it stands."""
    return DOWNLOADS[what](job)


def _named(job: WorkJob, kind: str, suffix: str) -> str:
    return f"{PurePath(job.name).stem}-{word(f'name-{kind}', job.language)}{suffix}"


def _document(job: WorkJob) -> File:
    return File(_named(job, "document", PurePath(job.name).suffix), _BYTES, job.version.data)


def _annotated(job: WorkJob) -> File:
    """The Word file with comments and changes on all that is not ignored."""
    package = Package(job.version.data, job.name)
    rules = {rule.code: rule for rule in job.resolved.rules}
    # Word takes the time of its comments for local time, whatever zone they name.
    manner = Manner("lawcheck", datetime.now().strftime("%Y-%m-%dT%H:%M:%SZ"), job.language)
    # Changes of an earlier call stay: the page shows the text that they make.
    touched = OwnMarks(package).remove(changes=False)
    text = read_text(package)
    source = replace(text.source(package.path), format=identify(job.version.data, job.name))
    _, found = review_source(job, source)
    written = annotate(package, text, [each.issue for each in found], rules, manner, touched)
    return File(_named(job, "annotated", ".docx"), _DOCX, package.packed(written.replaced, written.added))


def _report(reporter: Callable[[], Reporter], suffix: str, media: str) -> Callable[[WorkJob], File]:
    def make(job: WorkJob) -> File:
        made = reporter()
        made.add(review(job).reported, job.language)
        text = made.finish((), job.language)
        return File(_named(job, "report", suffix), media, text.encode("utf-8", "replace"))

    return make


def _ledger(write: Callable[[list[TaskFile], str], bytes], suffix: str, media: str) -> Callable[[WorkJob], File]:
    def make(job: WorkJob) -> File:
        reviewed = review(job)
        tasks = task_file(reviewed.checked.source, reviewed.checked.document)
        return File(_named(job, "tasks", suffix), media, write([tasks], job.language))

    return make


def _xlsx(files: list[TaskFile], language: str) -> bytes:
    from lawcheck.reporting.xlsx import ledger_xlsx  # of an extra; without it the page does not offer this file

    return ledger_xlsx(files, language)


def _csv(files: list[TaskFile], language: str) -> bytes:
    return task_csv(files, language).encode("utf-8", "replace")


def _json(files: list[TaskFile], language: str) -> bytes:
    return to_json(TaskReport(files=tuple(files))).encode("utf-8", "replace")


# With one of these the reader has what was done to a document.
KEEPS = frozenset({"document", "annotated"})
DOWNLOADS: dict[str, Callable[[WorkJob], File]] = {
    "document": _document,
    "annotated": _annotated,
    "report-html": _report(HtmlReporter, ".html", "text/html; charset=utf-8"),
    "report-md": _report(MarkdownReporter, ".md", "text/markdown; charset=utf-8"),
    "report-json": _report(JsonReporter, ".json", _JSON),
    "tasks-xlsx": _ledger(_xlsx, ".xlsx", _XLSX),
    "tasks-csv": _ledger(_csv, ".csv", "text/csv; charset=utf-8"),
    "tasks-json": _ledger(_json, ".json", _JSON),
}
