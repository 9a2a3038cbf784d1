"""The Python interface: what `lawcheck.__all__` names."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from lawcheck import pipeline, reading
from lawcheck.comparing.coverage.cover import cover
from lawcheck.comparing.coverage.measures import CoveredFile
from lawcheck.errors import SourceError, UsageError, Words, told_in
from lawcheck.reporting.comparison.compare_report import CompareReport
from lawcheck.reporting.convert import checked_file
from lawcheck.reporting.coverage.cover_convert import cover_report
from lawcheck.reporting.coverage.cover_report import CoverReport
from lawcheck.reporting.report import CheckedFile, FileError, Report
from lawcheck.rulebook.registry import Selection
from lawcheck.running.configuration.finder import Finder
from lawcheck.running.configuration.layering import Configuration, Layer, Resolved
from lawcheck.running.configuration.loading import build, load
from lawcheck.running.named import named_documents
from lawcheck.running.run import run
from lawcheck.structure.document import Document
from lawcheck.structure.kinds import Kind
from lawcheck.text.source import Source

Config = str | os.PathLike[str] | Mapping[str, object] | None
KINDS = ("auto", *map(str, Kind))
LANGUAGES = ("zh", "en")
REVISIONS = ("accepted", "original")
# Half of a surrogate pair is no character, and no encoding has it.
_SURROGATE = re.compile("[\ud800-\udfff]")


def check_text(
    text: str,
    *,
    kind: str = "auto",
    config: Config = None,
    select: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    preview: bool = False,
    lang: str | None = None,
) -> Report:
    """Checks a text; the report has one file, named "-".

    `kind` is "auto", "plan", "official" or "statute". `config` is a configuration file, or its keys and values
    ({"stage": "final"}); without it nothing is configured, and no file is looked for. `select`, `extend_select` and
    `ignore` take codes ("PUN001"), prefixes ("PUN"), names and "ALL", as on the command line; rules in preview run only
    with `preview`; `lang` is "zh" or "en".
    Raises UsageError or ConfigError when one of them is wrong; any text at all is checked.
    """
    resolved = _resolved("-", kind, config, Selection(select, extend_select, ignore, preview), lang)
    return _check(Source(encodable(text)), resolved)


def check_path(
    path: str | os.PathLike[str],
    *,
    kind: str = "auto",
    config: Config = None,
    select: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    preview: bool = False,
    lang: str | None = None,
    revisions: str = "accepted",
) -> Report:
    """Checks a file: text, Word, or what LibreOffice can read; the other parameters are those of `check_text`.

    `revisions` says whether tracked changes of a Word file count as "accepted", or the "original" is read.
    Raises SourceError when the file cannot be read.
    """
    resolved = _resolved(os.fspath(path), kind, config, Selection(select, extend_select, ignore, preview), lang)
    with told_in(resolved.language):
        _known("revisions", revisions, REVISIONS)
        return _check(reading.read_path(path, revisions == "original"), resolved)


def fix_text(
    text: str,
    *,
    unsafe: bool = False,
    kind: str = "auto",
    config: Config = None,
    select: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    preview: bool = False,
) -> str:
    """The text after the safe fixes, or with `unsafe` after all; the other parameters are those of `check_text`.

    A text that needs no fix comes back as it is, and so does one that was fixed before.
    """
    resolved = _resolved("-", kind, config, Selection(select, extend_select, ignore, preview), None)
    return pipeline.fix(Source(text), resolved.options, unsafe).text


def check_many(
    paths: Iterable[str | os.PathLike[str]],
    *,
    kind: str = "auto",
    config: Config = None,
    select: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    preview: bool = False,
    lang: str | None = None,
    revisions: str = "accepted",
    jobs: int = 1,
) -> Iterator[CheckedFile | FileError]:
    """Checks files and folders; gives the outcome of each document as soon as it is known, in their order.

    A document that cannot be read is a FileError and does not stop the others; folders that cannot be searched come
    first. `jobs` is the number of processes, 0 for one on each processor; with several, a program that is a script of
    its own needs `if __name__ == "__main__":`. The other parameters are those of `check_path`. Few documents are in
    memory at a time, however many there are. Raises UsageError or ConfigError at once.
    """
    given = [os.fspath(path) for path in paths]
    finder = _finder(given, kind, config, Selection(select, extend_select, ignore, preview), lang)
    language = finder.resolved(".").language
    with told_in(language):
        _known("revisions", revisions, REVISIONS)
        if jobs < 0:
            raise UsageError(Words("jobs 不能小于 0", "jobs must not be negative"))
    return _check_each(given, finder, revisions == "original", jobs, language)


def _check_each(
    paths: Sequence[str], finder: Finder, original: bool, jobs: int, language: str
) -> Iterator[CheckedFile | FileError]:
    found = list(named_documents(paths, finder))
    yield from (_file_error(error, language) for error in found if isinstance(error, SourceError))
    names = [path for path in found if isinstance(path, str)]
    with told_in(language), closing(run(names, finder, original=original, jobs=jobs)) as outcomes:
        for path, outcome in zip(names, outcomes, strict=True):
            if isinstance(outcome, SourceError):
                yield _file_error(outcome, language)
            else:
                yield checked_file(outcome, finder.resolved(path).language)


def _file_error(error: SourceError, language: str) -> FileError:
    return FileError(path=error.path, message=error.reason.in_language(language))


def compare_texts(
    old: str,
    new: str,
    *,
    kind: str = "auto",
    config: Config = None,
    select: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    preview: bool = False,
    lang: str | None = None,
) -> CompareReport:
    """Compares two revisions of a text, both named "-"; the other parameters are those of `check_text`."""
    resolved = _resolved("-", kind, config, Selection(select, extend_select, ignore, preview), lang)
    return _compare(Source(encodable(old)), Source(encodable(new)), resolved)


def compare_paths(
    old: str | os.PathLike[str],
    new: str | os.PathLike[str],
    *,
    kind: str = "auto",
    config: Config = None,
    select: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    preview: bool = False,
    lang: str | None = None,
) -> CompareReport:
    """Compares two revisions in files of any format; the other parameters are those of `check_text`.

    What is configured for the new one holds for both. Raises SourceError when a file cannot be read.
    """
    resolved = _resolved(os.fspath(new), kind, config, Selection(select, extend_select, ignore, preview), lang)
    with told_in(resolved.language):
        return _compare(reading.read_path(old), reading.read_path(new), resolved)


def cover_paths(
    superiors: Sequence[str | os.PathLike[str]],
    own: str | os.PathLike[str],
    *,
    kind: str = "auto",
    config: Config = None,
    lang: str | None = None,
) -> CoverReport:
    """How the measures of superior documents are taken up by those of one's own, in files of any format.

    Raises SourceError when a file cannot be read, UsageError for an unknown kind or where there is no superior.
    """
    resolved = _resolved(os.fspath(own), kind, config, Selection(), lang)
    with told_in(resolved.language):
        if not superiors:
            raise UsageError(Words("至少要一个上级文件", "a superior document is needed"))
        files = [_covered(os.fspath(path), resolved.kind) for path in (*superiors, own)]
        return cover_report(cover(files[:-1], files[-1]), resolved.language)


def _covered(path: str, kind: str) -> CoveredFile:
    return CoveredFile(path, pipeline.parse(reading.read_path(path), kind))


def parse(text: str, kind: str = "auto") -> Document:
    """The structure of a text: title, nodes, tasks, units.

    Its offsets count code points of `Document.text`; `Document.source_span` tells where a part stands in `text`.
    Raises UsageError for an unknown kind; any text at all is parsed.
    """
    _known("kind", kind, KINDS)
    return pipeline.parse(Source(encodable(text)), kind)


def parse_path(path: str | os.PathLike[str], kind: str = "auto", revisions: str = "accepted") -> Document:
    """The structure of a file, as `check_path` reads it; `Document.view.source_text` is its text.

    Raises SourceError when the file cannot be read, UsageError for an unknown kind or value of revisions.
    """
    _known("kind", kind, KINDS)
    _known("revisions", revisions, REVISIONS)
    return pipeline.parse(reading.read_path(path, revisions == "original"), kind)


def _resolved(path: str, kind: str, config: Config, selection: Selection, lang: str | None) -> Resolved:
    return _finder([path], kind, config, selection, lang).resolved(path)


def _finder(paths: Iterable[str], kind: str, config: Config, selection: Selection, lang: str | None) -> Finder:
    with told_in(lang or str(config.get("lang") if isinstance(config, Mapping) else "")):
        if lang is not None:
            _known("lang", lang, LANGUAGES)
        _known("kind", kind, KINDS)
        found = Configuration()
        if isinstance(config, Mapping):
            found = build(config, Path("config"), Path.cwd())
        elif config is not None:
            found = load(Path(config), Path.cwd())
    given = None if kind == "auto" else kind
    chosen = (selection.select, selection.extend_select, selection.ignore)
    top = Layer("", *chosen, preview=selection.preview or None, kind=given, lang=lang)
    finder = Finder(top, found)
    with told_in(lang or found.lang or ""):
        finder.verify(paths)
    return finder


def _check(source: Source, resolved: Resolved) -> Report:
    checked = pipeline.check(source, resolved.options)
    return Report(files=(checked_file(checked, resolved.language),))


def _compare(old: Source, new: Source, resolved: Resolved) -> CompareReport:
    from lawcheck.comparing.review import review  # who only checks need not wait for it
    from lawcheck.reporting.comparison.compare_convert import compared_file

    reviewed = review(old, new, resolved.options)
    return CompareReport(files=(compared_file(reviewed, resolved.language),))


def _known(name: str, value: str, values: Sequence[str]) -> None:
    if value not in values:
        raise UsageError(
            Words(
                f"{name} 不能是 {value!r}，可用的值：{'、'.join(values)}",
                f"{name} cannot be {value!r}; it can be: {', '.join(values)}",
            )
        )


def encodable(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair: as many code points, all of them characters."""
    return _SURROGATE.sub("\ufffd", text)
