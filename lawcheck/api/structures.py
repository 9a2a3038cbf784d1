"""The structure of documents, and what is read off it: tasks, citations, revisions, superiors."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar, Unpack, get_args

from lawcheck import pipeline
from lawcheck.api.given import (
    HERE,
    CheckOptions,
    Config,
    FilePath,
    KindName,
    Language,
    RevisionsName,
    finder_by,
    finder_of,
    given_text,
    known,
    path_text,
    several_paths,
)
from lawcheck.errors import SourceError, UsageError, Words, told_in
from lawcheck.reading import Batch, read_path, text_source
from lawcheck.reading.files import STDIN
from lawcheck.reporting.citing.cite_report import CiteReport
from lawcheck.reporting.comparison.compare_report import CompareReport
from lawcheck.reporting.convert import task_file
from lawcheck.reporting.coverage.cover_report import CoverReport
from lawcheck.reporting.report import FileError, TaskFile, TaskReport
from lawcheck.running.configuration.finder import Finder
from lawcheck.running.configuration.layering import Resolved
from lawcheck.running.named import named_documents
from lawcheck.structure.document import Document
from lawcheck.text.source import Source

_File = TypeVar("_File")


def parse(text: str, kind: KindName = "auto", *, path: FilePath | None = None) -> Document:
    """The structure of a text: title, nodes, tasks, units.

    Its offsets count code points of `Document.text`; `Document.source_span` tells where a part stands in `text`.
    The ending of `path` tells Markdown and HTML. Raises UsageError for an unknown kind; any text at all is parsed.
    """
    known("kind", kind, get_args(KindName))
    return pipeline.parse(_named_text(text, path), kind)


def parse_path(path: FilePath, kind: KindName = "auto", revisions: RevisionsName = "accepted") -> Document:
    """The structure of a file, as `check_path` reads it; `Document.view.source_text` is its text.

    Raises SourceError when the file cannot be read, UsageError for an unknown kind or value of revisions.
    """
    known("kind", kind, get_args(KindName))
    known("revisions", revisions, get_args(RevisionsName))
    return pipeline.parse(read_path(path_text(path), revisions == "original"), kind)


def list_tasks(
    paths: FilePath | Iterable[FilePath],
    *,
    kind: KindName = "auto",
    config: Config = None,
    lang: Language | None = None,
    revisions: RevisionsName = "accepted",
) -> TaskReport:
    """The ledger of files and folders: their tasks, as `lawcheck tasks` lists them; `rows()` makes a table of it.

    What cannot be read is among its `errors`.
    """

    def convert(source: Source, resolved: Resolved) -> TaskFile:
        return task_file(source, pipeline.parse(source, resolved.kind))

    finder = finder_of(kind=kind, config=config, lang=lang, revisions=revisions)
    files, errors = each_document(_named(paths, finder), finder, convert, revisions == "original")
    return TaskReport(files=files, errors=errors)


def cite_paths(
    paths: FilePath | Iterable[FilePath],
    *,
    library: FilePath | Iterable[FilePath] = (),
    kind: KindName = "auto",
    config: Config = None,
    lang: Language | None = None,
    revisions: RevisionsName = "accepted",
) -> CiteReport:
    """Every reference of files and folders, held against national law and the documents of a library.

    `library` has folders and files; without it, that of the configuration counts. What cannot be read is among the
    `errors`. Raises UsageError where the library does not exist.
    """
    from lawcheck.reporting.citing.cite_convert import citing_file  # few ask for it

    finder = finder_of(kind=kind, config=config, lang=lang, revisions=revisions, library=library)
    files, errors = each_document(_named(paths, finder), finder, citing_file, revisions == "original")
    return CiteReport(files=files, errors=errors)


def compare_texts(
    old: str, new: str, *, path: FilePath | None = None, **options: Unpack[CheckOptions]
) -> CompareReport:
    """Compares two revisions of a text; `path` is that of both, as in `check_text`, the options those of `Checker`."""
    before, after = _named_text(old, path), _named_text(new, path)
    return _compare(before, after, finder_by(options).resolved(after.path))


def compare_paths(old: FilePath, new: FilePath, **options: Unpack[CheckOptions]) -> CompareReport:
    """Compares two revisions in files of any format; the options are those of `Checker`.

    What is configured for the new one holds for both. Raises SourceError when a file cannot be read.
    """
    before, after = path_text(old), path_text(new)
    return compare_files(before, after, finder_by(options).resolved(after), options.get("revisions") == "original")


def cover_paths(
    superiors: FilePath | Iterable[FilePath],
    own: FilePath,
    *,
    kind: KindName = "auto",
    config: Config = None,
    lang: Language | None = None,
    revisions: RevisionsName = "accepted",
) -> CoverReport:
    """How the measures of superior documents are taken up by those of one's own, in files of any format.

    Raises SourceError when a file cannot be read, UsageError for an unknown kind or where there is no superior.
    """
    mine = path_text(own)
    resolved = finder_of(kind=kind, config=config, lang=lang, revisions=revisions).resolved(mine)
    return cover_files(several_paths(superiors), mine, resolved, revisions == "original")


def compare_files(old: str, new: str, resolved: Resolved, original: bool = False) -> CompareReport:
    """Compares two revisions by what holds for the new one; raises SourceError when a file cannot be read."""
    with told_in(resolved.language):
        return _compare(read_path(old, original), read_path(new, original), resolved)


def cover_files(superiors: Sequence[str], own: str, resolved: Resolved, original: bool = False) -> CoverReport:
    """Holds a file against its superiors by what holds for it; raises SourceError when a file cannot be read."""
    from lawcheck.comparing.coverage.cover import cover
    from lawcheck.comparing.coverage.measures import CoveredFile
    from lawcheck.reporting.coverage.cover_convert import cover_report

    with told_in(resolved.language):
        if not superiors:
            raise UsageError(Words("至少要一个上级文件", "a superior document is needed"))
        files = [
            CoveredFile(path, pipeline.parse(read_path(path, original), resolved.kind)) for path in (*superiors, own)
        ]
        return cover_report(cover(files[:-1], files[-1]), resolved.language)


def each_document(
    found: Iterable[str | SourceError],
    finder: Finder,
    convert: Callable[[Source, Resolved], _File],
    original: bool = False,
) -> tuple[tuple[_File, ...], tuple[FileError, ...]]:
    """What is made of each document, and what could not be read; `found` is what `named_documents` finds."""
    found = list(found)
    files: list[_File] = []
    errors: list[FileError] = []
    batch = Batch((path for path in found if isinstance(path, str)), original)
    language = finder.resolved(HERE).language
    for path in found:
        try:
            if isinstance(path, SourceError):
                raise path
            files.append(convert(batch.read(path), finder.resolved(path)))
        except SourceError as error:
            errors.append(FileError(path=error.path, message=error.reason.in_language(language)))
    return tuple(files), tuple(errors)


def _named_text(text: str, path: FilePath | None) -> Source:
    return text_source(given_text(text), STDIN if path is None else path_text(path))


def _named(paths: FilePath | Iterable[FilePath], finder: Finder) -> Iterator[str | SourceError]:
    return named_documents(several_paths(paths), finder)


def _compare(old: Source, new: Source, resolved: Resolved) -> CompareReport:
    from lawcheck.comparing.review import review  # who only checks need not wait for it
    from lawcheck.reporting.comparison.compare_convert import compared_file

    return CompareReport(files=(compared_file(review(old, new, resolved.options), resolved.language),))
