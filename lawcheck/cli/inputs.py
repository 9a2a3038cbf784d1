"""From the paths of a call to sources, one after another; what cannot be read does not stop the others."""

import gc
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import typer

from lawcheck.cli.complaints import complain
from lawcheck.cli.options import Revisions
from lawcheck.configuration.finder import Finder
from lawcheck.configuration.layers import Options
from lawcheck.errors import LawcheckError, SourceError
from lawcheck.readers import Batch, find_documents
from lawcheck.readers.files import STDIN
from lawcheck.source import Source
from lawcheck.storage import printable

if TYPE_CHECKING:
    from lawcheck.report import FileError

# Documents between two collections of garbage.
_COLLECT_EVERY = 64


@dataclass(slots=True)
class Failures:
    """The documents that could not be read, told on standard error as they come."""

    errors: list[SourceError] = field(default_factory=list)

    def add(self, error: SourceError) -> None:
        """Notes an error and tells it."""
        complain(str(error))
        self.errors.append(error)

    def entries(self) -> "tuple[FileError, ...]":
        """The errors, as JSON reports list them."""
        from lawcheck.report import FileError  # pydantic takes long to start

        return tuple(FileError(path=error.path, message=error.reason) for error in self.errors)


def each_source(
    paths: Iterable[str],
    finder: Finder,
    failures: Failures,
    use: Callable[[str, Source, Options], None],
    revisions: Revisions = Revisions.ACCEPTED,
) -> None:
    """Reads every document that the paths name and hands it on, with its path and what is configured for it.

    Shows a progress bar when a person waits for many.
    """
    documents = _documents(paths, finder, failures)
    batch = Batch(documents, revisions == Revisions.ORIGINAL)
    if len(documents) > 1 and sys.stderr.isatty():
        with typer.progressbar(documents, label="lawcheck", file=sys.stderr) as bar:
            _read_each(bar, batch, finder, failures, use)
    else:
        _read_each(documents, batch, finder, failures, use)


def _documents(paths: Iterable[str], finder: Finder, failures: Failures) -> list[str]:
    documents: dict[str, None] = {}
    for path in paths:
        for found in find_documents(path):
            if isinstance(found, SourceError):
                failures.add(found)
            elif found == path or finder.takes(found):
                documents[found] = None
    return list(documents)


def _read_each(
    documents: Iterable[str],
    batch: Batch,
    finder: Finder,
    failures: Failures,
    use: Callable[[str, Source, Options], None],
) -> None:
    for count, path in enumerate(documents, 1):
        if count % _COLLECT_EVERY == 0:
            gc.collect()
        try:
            source = batch.read_stdin() if path == STDIN else batch.read(path)
            use(path, source, finder.options(path))
        except SourceError as error:
            failures.add(error)
        except LawcheckError:  # of the call or its configuration, which are wrong for the others too
            raise
        except Exception as error:  # a fault of lawcheck itself must not cost the reports of the other documents
            failures.add(SourceError(printable(path), f"检查时出错（{type(error).__name__}: {error}），请报告此问题"))
