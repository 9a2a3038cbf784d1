"""From the paths of a call to documents, one after another; what cannot be read does not stop the others."""

import codecs
import os
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from lawcheck.checks.checked import Checked
from lawcheck.errors import LawcheckError, SourceError
from lawcheck.reading import Batch, OpenedFile
from lawcheck.reading.files import is_stdin, read_input
from lawcheck.reading.storage import printable, reason
from lawcheck.records import dataclass, field
from lawcheck.running.cache import open_cache
from lawcheck.running.configuration.finder import Finder
from lawcheck.running.configuration.layering import Resolved
from lawcheck.running.job import collect, fault
from lawcheck.running.named import named_documents
from lawcheck.running.run import run
from lawcheck.surfaces.cli.notes import complain
from lawcheck.surfaces.cli.options import Revisions
from lawcheck.surfaces.cli.output import without_outputs, write_lines
from lawcheck.surfaces.cli.progress import progress
from lawcheck.text.source import Source

if TYPE_CHECKING:
    from lawcheck.reporting.report import FileError
    from lawcheck.structure.document import Document

_Read = TypeVar("_Read")
_File = TypeVar("_File")


@dataclass(slots=True)
class Failures:
    """The documents that could not be read, told on standard error as they come."""

    errors: list[SourceError] = field(default_factory=list)

    def add(self, error: SourceError, language: str) -> None:
        """Notes an error and tells it in the language of the report."""
        error.language = language
        complain(str(error))
        self.errors.append(error)

    @property
    def status(self) -> int:
        """The exit status of a call that only shows something."""
        return 2 if self.errors else 0

    def entries(self) -> "tuple[FileError, ...]":
        """The errors, as JSON reports list them."""
        from lawcheck.reporting.report import FileError  # pydantic takes long to start

        return tuple(FileError(path=error.path, message=error.message) for error in self.errors)


def listed_paths(path: str) -> list[str]:
    """The paths in a list, one a line or with NUL between them; `-` is standard input. Raises SourceError."""
    data = read_input(path).removeprefix(codecs.BOM_UTF8)
    between = b"\0" if b"\0" in data else b"\n"
    names = (name if between == b"\0" else name.rstrip(b"\r") for name in data.split(between))
    return [os.fsdecode(name) for name in names if name]


def each_source(
    paths: Sequence[str],
    finder: Finder,
    failures: Failures,
    use: Callable[[str, Source, Resolved], None],
    revisions: Revisions = Revisions.ACCEPTED,
    outputs: Sequence[str] = (),
) -> None:
    """Reads every document that the paths name and hands it on, with its path and what is configured for it.

    `outputs` are the files that are to be written; raises SourceError when one of them is read, or configures.
    """
    documents = documents_named(paths, finder, failures, outputs)
    batch = Batch(documents, revisions == Revisions.ORIGINAL)
    _use_each(documents, _read_each(documents, batch.read), finder, failures, use)


def each_opened(
    paths: Sequence[str],
    finder: Finder,
    failures: Failures,
    use: Callable[[str, OpenedFile, Resolved], None],
    outputs: Sequence[str] = (),
) -> None:
    """As `each_source`, for files that are to be edited."""
    documents = documents_named(paths, finder, failures, outputs)
    _use_each(documents, _read_each(documents, Batch(documents).opened), finder, failures, use)


def each_parsed(
    paths: Sequence[str],
    finder: Finder,
    failures: Failures,
    convert: Callable[[Source, "Document"], _File],
    revisions: Revisions,
    outputs: Sequence[str] = (),
) -> list[tuple[Source, _File, Resolved]]:
    """What is shown of the structure of every document that the paths name."""
    from lawcheck import pipeline

    found: list[tuple[Source, _File, Resolved]] = []

    def use(path: str, source: Source, resolved: Resolved) -> None:
        found.append((source, convert(source, pipeline.parse(source, resolved.kind)), resolved))

    each_source(paths, finder, failures, use, revisions, outputs)
    return found


def each_checked(
    paths: Sequence[str],
    finder: Finder,
    failures: Failures,
    use: Callable[[str, Checked, Resolved], None],
    revisions: Revisions,
    jobs: int,
    use_cache: bool,
    outputs: Sequence[str] = (),
    limit: float | None = None,
) -> None:
    """Checks every document that the paths name and hands on the outcome, in the same way.

    One that takes more than `limit` seconds is given up.
    """
    documents = documents_named(paths, finder, failures, outputs)
    original = revisions == Revisions.ORIGINAL
    cache = open_cache() if use_cache else None
    with closing(cache) if cache else nullcontext():
        outcomes = run(documents, finder, original=original, jobs=jobs, cache=cache, limit=limit)
        _use_each(documents, outcomes, finder, failures, use)


def documents_named(paths: Sequence[str], finder: Finder, failures: Failures, outputs: Sequence[str] = ()) -> list[str]:
    """The documents that the paths name, when it is known that one of them at least has each rule of the call."""
    found = list(named_documents(paths, finder))
    documents = [each for each in found if isinstance(each, str)]
    # The paths too: a folder may have rules and no documents.
    finder.verify([*paths, *documents])
    for each in found:
        if isinstance(each, SourceError):
            failures.add(each, finder.resolved(each.path).language)
    return without_outputs(outputs, documents, finder) if outputs else documents


def list_documents(paths: Sequence[str], finder: Finder, output_file: str | None, quiet: bool) -> int:
    """Lists the documents that the paths name; the exit status. One that is named and not there is none."""
    failures = Failures()
    documents = documents_named(paths, finder, failures, [output_file] if output_file else ())
    there = []
    for path in documents:
        try:
            if not is_stdin(path):
                Path(path).stat()
            there.append(path)
        except OSError as error:
            failures.add(SourceError(printable(path), reason(error)), finder.resolved(path).language)
    if output_file or not quiet:
        write_lines(there, output_file)
    return failures.status


def _read_each(documents: Iterable[str], read: Callable[[str], _Read]) -> Generator[_Read | SourceError]:
    for path in documents:
        collect()
        try:
            yield read(path)
        except SourceError as error:
            yield error
        except Exception as error:
            yield fault(path, error)


def _use_each(
    documents: Sequence[str],
    outcomes: Generator[_Read | SourceError],
    finder: Finder,
    failures: Failures,
    use: Callable[[str, _Read, Resolved], None],
) -> None:
    """Hands on the outcome of each document; shows a progress bar when a person waits for many."""
    pairs = zip(documents, outcomes, strict=True)
    with closing(outcomes), progress(pairs, len(documents)) as shown:
        for path, outcome in shown:
            try:
                if isinstance(outcome, SourceError):
                    raise outcome
                use(path, outcome, finder.resolved(path))
            except SourceError as error:
                failures.add(error, finder.resolved(path).language)
            except LawcheckError:  # of the call or its configuration, which are wrong for the others too
                raise
            except Exception as error:  # a fault of lawcheck itself must not cost the reports of the other documents
                failures.add(fault(path, error), finder.resolved(path).language)
