"""From the bytes of a Word or PDF file to those of the annotated one."""

from dataclasses import replace
from datetime import datetime

from lawcheck import pipeline
from lawcheck.checks.checked import Checked
from lawcheck.errors import SourceError, Words
from lawcheck.reading.files import read_stream
from lawcheck.reading.formats import PDF, PICTURE, annotated_endings, identify
from lawcheck.reading.storage import printable
from lawcheck.reading.word.own_marks import OwnMarks
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.page_pictures import page_pictures
from lawcheck.reading.word.word_text import read_text
from lawcheck.records import dataclass
from lawcheck.reporting.annotation.annotate import Fixes, Manner, annotate
from lawcheck.running.configuration.layering import Resolved
from lawcheck.text.file_format import FileFormat

FIXES = tuple(map(str, Fixes))


@dataclass(frozen=True, slots=True)
class AnnotatedData:
    """The new file, how many comments and changes are in it, and what else is to be told of it.

    `left` counts places without a comment; `breaks_signature` is true where the file was signed.
    """

    data: bytes
    comments: int
    changes: int
    left: int
    breaks_signature: bool
    checked: Checked


def annotated_file(data: bytes, path: str, resolved: Resolved, fixes: str, author: str) -> AnnotatedData:
    """Checks a file and writes findings, in Word fixes too, into it; raises SourceError where it can have none."""
    found = identify(data, path)
    if not found.is_annotated:
        raise _no_comments(path, found)
    if found is PDF:
        return _annotated_pdf(data, path, resolved, author)
    package = Package(data, path)
    # What an earlier call wrote is written anew.
    touched = OwnMarks(package).remove(changes=True)
    text = read_text(package)
    if not text.text.strip() and page_pictures(package):
        raise _no_comments(path, PICTURE)
    checked = pipeline.check(replace(text.source(package.path), format=found), resolved.options)
    # Word takes the time of its comments for local time, whatever zone they name.
    manner = Manner(author, datetime.now().strftime("%Y-%m-%dT%H:%M:%SZ"), resolved.language, Fixes(fixes))
    rules = {rule.code: rule for rule in resolved.rules}
    result = annotate(package, text, checked.diagnostics, rules, manner, touched)
    packed = package.packed(result.replaced, result.added)
    breaks_signature = package.is_signed and bool(result.replaced or result.added)
    return AnnotatedData(packed, result.comments, result.changes, result.left, breaks_signature, checked)


def _no_comments(path: str, found: FileFormat) -> SourceError:
    known = annotated_endings()
    reason = Words(
        f"，不能批注；能批注的有 {'、'.join(known)} 文件，请先另存",
        f", which cannot have comments; please save it as one of {', '.join(known)} first",
    )
    return SourceError(printable(path), Words("是 ", "is ") + found.title + reason)


def _annotated_pdf(data: bytes, path: str, resolved: Resolved, author: str) -> AnnotatedData:
    """A PDF file with its findings as comments; nothing that is in it is changed."""
    from lawcheck.reporting.annotation.page_remarks import annotated_pdf

    checked = pipeline.check(read_stream(data, path), resolved.options)
    rules = {rule.code: rule for rule in resolved.rules}
    result, comments = annotated_pdf(data, checked, rules, author, resolved.language)
    return AnnotatedData(result, comments, 0, 0, False, checked)
