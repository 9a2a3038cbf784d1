"""The files that can be taken away from the page; they are made in a process of their own too."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath

from lawcheck.reading.formats import identify
from lawcheck.reading.word.own_marks import OwnMarks
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.word_text import read_text
from lawcheck.records import dataclass
from lawcheck.reporting.annotation.annotate import Fixes, Manner, annotate
from lawcheck.reporting.convert import task_file
from lawcheck.reporting.html import HtmlReporter
from lawcheck.reporting.json import JsonReporter
from lawcheck.reporting.markdown import MarkdownReporter
from lawcheck.reporting.report import TaskFile, TaskReport, to_json
from lawcheck.reporting.reporter import Reporter
from lawcheck.reporting.table_docx import table_docx
from lawcheck.reporting.task_table import task_csv
from lawcheck.reporting.words import word
from lawcheck.rulebook.findings import Issue, IssuePlace
from lawcheck.surfaces.web.drafts import Beside
from lawcheck.surfaces.web.noting import COLUMNS, noted, rows
from lawcheck.surfaces.web.work import WorkJob, review, review_source
from lawcheck.text.differing import WayBack, edits_between
from lawcheck.text.edits import Edit

_BYTES = "application/octet-stream"
_JSON = "application/json"
_HTML = "text/html; charset=utf-8"
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


def _text(job: WorkJob) -> File:
    """What stands in the document, in any format."""
    text = review(job).checked.source.text
    return File(_named(job, "document", ".txt"), "text/plain; charset=utf-8", text.encode("utf-8", "replace"))


def _annotated(job: WorkJob) -> File:
    """The uploaded Word file: what was done to it as tracked changes, comments on what is open, no word on the rest."""
    package = Package(job.version.original, job.name)
    rules = {rule.code: rule for rule in job.held.rules}
    # Word takes the time of its comments for local time, whatever zone they name.
    manner = Manner("lawcheck", datetime.now().strftime("%Y-%m-%dT%H:%M:%SZ"), job.language, Fixes.NONE)
    # Changes of an earlier call stay: the page shows the text that they make.
    touched = OwnMarks(package).remove(changes=False)
    text = read_text(package)
    now = read_text(_without_own(job.version.data, job.name))
    source = replace(now.source(package.path), format=identify(job.version.data, job.name))
    found = review_source(job, source)
    edits = edits_between(text.text, now.text)
    issues = _moved_back([each.issue for each in found], edits)
    written = annotate(package, text, issues, rules, manner, touched, edits)
    return File(_named(job, "annotated", ".docx"), _DOCX, package.packed(written.replaced, written.added))


def _without_own(data: bytes, name: str) -> Package:
    package = Package(data, name)
    OwnMarks(package).remove(changes=False)
    return package


def _moved_back(issues: Sequence[Issue], edits: Sequence[Edit]) -> list[Issue]:
    """The findings at the places that they have in the text before the edits."""
    way = WayBack(edits)

    def moved(place: IssuePlace) -> IssuePlace:
        related = tuple((*way.span(start, end), name) for start, end, name in place.related)
        start, end = way.span(*place.span)
        return replace(place, start=start, end=end, related=related)

    return [replace(issue, places=tuple(map(moved, issue.places))) for issue in issues]


def _notes(write: Callable[[list[list[str]], str], bytes], suffix: str, media: str) -> Callable[[WorkJob], File]:
    """What was done to a document and what is open in it."""

    def make(job: WorkJob) -> File:
        reviewed = review(job)
        open_ = noted("open", reviewed.checked, reviewed.cards, job.language)
        table = rows([*job.version.notes, *open_], job.language)
        return File(_named(job, "notes", suffix), media, write(table, job.language))

    return make


def _notes_docx(table: list[list[str]], language: str) -> bytes:
    return table_docx(word("name-notes", language), table, list(COLUMNS.values()))


def _notes_xlsx(table: list[list[str]], language: str) -> bytes:
    from lawcheck.reporting.xlsx import Sheet, workbook  # of an extra

    return workbook([Sheet(word("name-notes", language), table, list(COLUMNS.values()))], language)


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


def together(jobs: Sequence[WorkJob], what: str) -> File:
    """One of `TOGETHER` about several documents."""
    language = jobs[0].language
    suffix, media, make = TOGETHER[what]
    name = word(f"name-{what.partition('-')[0]}", language)
    return File(f"{word('name-together', language)}-{name}{suffix}", media, make(jobs, language))


def _all_reported(jobs: Sequence[WorkJob], language: str) -> bytes:
    made = HtmlReporter()
    for job in jobs:
        made.add(review(job).reported, language)
    return made.finish((), language).encode("utf-8", "replace")


def _all_tasks(jobs: Sequence[WorkJob], language: str) -> bytes:
    found = (review(job).checked for job in jobs)
    return _xlsx([task_file(checked.source, checked.document) for checked in found], language)


def beside(name: str, held: Beside, kind: str, language: str) -> File:
    """A file about a document beside another."""
    called = f"{PurePath(name).stem}-{word(f'name-{held.way}', language)}.{kind}"
    return File(called, {"docx": _DOCX, "xlsx": _XLSX}.get(kind, _HTML), held.files[kind])


# With one of these the reader has what was done to a document.
KEEPS = frozenset({"document", "annotated"})
DOWNLOADS: dict[str, Callable[[WorkJob], File]] = {
    "document": _document,
    "text": _text,
    "annotated": _annotated,
    "notes-docx": _notes(_notes_docx, ".docx", _DOCX),
    "notes-xlsx": _notes(_notes_xlsx, ".xlsx", _XLSX),
    "report-html": _report(HtmlReporter, ".html", _HTML),
    "report-md": _report(MarkdownReporter, ".md", "text/markdown; charset=utf-8"),
    "report-json": _report(JsonReporter, ".json", _JSON),
    "tasks-xlsx": _ledger(_xlsx, ".xlsx", _XLSX),
    "tasks-csv": _ledger(_csv, ".csv", "text/csv; charset=utf-8"),
    "tasks-json": _ledger(_json, ".json", _JSON),
}

TOGETHER: dict[str, tuple[str, str, Callable[[Sequence[WorkJob], str], bytes]]] = {
    "report-html": (".html", _HTML, _all_reported),
    "tasks-xlsx": (".xlsx", _XLSX, _all_tasks),
}
