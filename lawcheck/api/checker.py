"""The checker: what holds for documents, made once and used for any number of them."""

import os
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import closing, nullcontext
from typing import IO, Literal, Unpack

from lawcheck import pipeline
from lawcheck.api.given import (
    HERE,
    CheckOptions,
    FilePath,
    finder_by,
    given_text,
    known,
    path_text,
    several_paths,
    typed,
)
from lawcheck.checks.checked import Checked
from lawcheck.errors import SourceError, UsageError, Words, told_in
from lawcheck.reading import OpenedFile, read_path, read_stream, text_source
from lawcheck.reading.files import STDIN
from lawcheck.reading.storage import printable, read_bytes
from lawcheck.reading.writer import replace_unchanged, verify_ending, write_file
from lawcheck.reporting.convert import checked_file
from lawcheck.reporting.report import CheckedFile, FileError, Report
from lawcheck.reporting.rule_report import RuleReport
from lawcheck.reporting.written import AnnotatedFile, FixedFile
from lawcheck.running.configuration.layering import Resolved
from lawcheck.running.job import Outcome
from lawcheck.running.named import named_documents
from lawcheck.running.run import run, run_texts
from lawcheck.text.source import Source


class Checker:
    """Checks and fixes documents; each of its methods is also a function of `lawcheck` that takes its options.

    It is made once and finds its rules and configuration once; the options are told at `CheckOptions`. It may be used
    from several threads at a time. Raises UsageError or ConfigError when an option is wrong.
    """

    def __init__(self, **options: Unpack[CheckOptions]) -> None:
        self._finder = finder_by(options)
        self._shown = ", ".join(f"{name}={value!r}" for name, value in options.items())
        self._original = options.get("revisions") == "original"

    def __repr__(self) -> str:
        return f"Checker({self._shown})"

    def check_text(self, text: str, *, path: FilePath | None = None) -> Report:
        """Checks a text; any text at all is checked.

        `path` is what the report calls it ("-" without one). Its ending tells Markdown and HTML, and what is
        configured for such a path holds; no such file has to exist.
        """
        name = _name(path)
        return self._checked(text_source(given_text(text), name), self._finder.resolved(name))

    def check_bytes(self, data: bytes | IO[bytes], *, path: FilePath | None = None) -> Report:
        """Checks the bytes of a file, or an open binary file: text in any encoding, Word, or what LibreOffice reads.

        `path` is what the report calls it, by default the name of the open file; its ending tells the format, which is
        recognised without one. Raises SourceError when they cannot be read as a document.
        """
        name = _name(path, data)
        resolved = self._finder.resolved(name)
        with told_in(resolved.language):
            return self._checked(read_stream(_bytes_of(data), name, self._original), resolved)

    def check_path(self, path: FilePath) -> Report:
        """Checks a file. Raises SourceError when it cannot be read."""
        name = path_text(path)
        resolved = self._finder.resolved(name)
        with told_in(resolved.language):
            return self._checked(read_path(name, self._original), resolved)

    def check_many(
        self,
        paths: FilePath | Iterable[FilePath],
        *,
        jobs: int = 1,
        cache: bool = False,
        timeout: float | None = None,
    ) -> Iterator[CheckedFile | FileError]:
        """Checks files and folders; gives the outcome of each document as soon as it is known, in their order.

        A document that cannot be read is a FileError and does not stop the others; folders that cannot be searched
        come first. `jobs` is the number of processes, 0 for one on each processor. With `cache` what was checked before
        and has not changed is not checked again, as on the command line. A document that takes more than `timeout`
        seconds is a FileError. With several jobs or a timeout, a program that is a script of its own needs
        `if __name__ == "__main__":`. Few documents are in memory at a time, however many there are.
        """
        given = several_paths(paths)
        typed("cache", cache, bool)
        language = self._verified(jobs, timeout)
        return self._each_path(given, language, jobs, cache, timeout)

    def check_texts(
        self, texts: str | Iterable[str | tuple[FilePath, str]], *, jobs: int = 1, timeout: float | None = None
    ) -> Iterator[CheckedFile | FileError]:
        """Checks texts in memory, one after another; `jobs` and `timeout` are those of `check_many`.

        A text may come as a pair (path, text), whose path is that of `check_text`; otherwise it is called "-".
        """
        language = self._verified(jobs, timeout)
        if isinstance(texts, Mapping):
            raise TypeError("check_texts takes pairs (path, text): of a mapping, its items()")
        given: Iterable[str | tuple[FilePath, str]] = (texts,) if isinstance(texts, str) else texts
        return self._each_text(map(_named_text, given), language, jobs, timeout)

    def fix_text(self, text: str, *, path: FilePath | None = None, unsafe: bool = False) -> str:
        """The text after the safe fixes, or with `unsafe` after all; `path` is that of `check_text`.

        A text that needs no fix comes back as it is, and so does one that was fixed before.
        """
        typed("unsafe", unsafe, bool)
        name = _name(path)
        return pipeline.fix(text_source(given_text(text), name), self._finder.resolved(name).options, unsafe).text

    def fix_path(self, path: FilePath, *, output: FilePath | None = None, unsafe: bool = False) -> FixedFile:
        """Makes the safe fixes, or with `unsafe` all, in a file, which is replaced as a whole or not at all.

        With `output`, which has the same ending, the fixed document is written there and `path` is left alone. Raises
        SourceError when a file cannot be read, fixed or written.
        """
        typed("unsafe", unsafe, bool)
        name = path_text(path)
        resolved = self._finder.resolved(name)
        with told_in(resolved.language):
            if self._original:
                raise UsageError(
                    Words(
                        "revisions='original' 时不能改写：改写的是修订全部接受后的文字",
                        "with revisions='original' nothing can be fixed: the accepted text is what is changed",
                    )
                )
            return fix_file(name, None if output is None else path_text(output), resolved, unsafe)

    def annotate_path(
        self,
        path: FilePath,
        output: FilePath,
        *,
        fixes: Literal["safe", "all", "none"] = "safe",
        author: str = "lawcheck",
    ) -> AnnotatedFile:
        """Writes a Word file with findings as comments and fixes as tracked changes, or a PDF file with comments.

        `output` may be the file itself; `fixes` says which fixes. Raises SourceError when a file cannot be read,
        annotated or written.
        """
        from lawcheck.reporting.annotation.annotated_file import FIXES, annotated_file  # of Word files only

        name, target = path_text(path), path_text(output)
        typed("author", author, str)
        resolved = self._finder.resolved(name)
        with told_in(resolved.language):
            known("fixes", fixes, FIXES)
            made = annotated_file(read_bytes(name), name, resolved, fixes, author)
            verify_ending(target, name)
            write_file(target, made.data)
        return AnnotatedFile(path=printable(target), comments=made.comments, changes=made.changes, left=made.left)

    def rules(self) -> RuleReport:
        """Every rule that there is, with the severities and options that are configured.

        `enabled` says which run where nothing is selected.
        """
        from lawcheck.reporting.convert import catalogue_report

        return catalogue_report(self._finder.resolved(HERE))

    def _checked(self, source: Source, resolved: Resolved) -> Report:
        return Report(files=(checked_file(pipeline.check(source, resolved.options), resolved.language),))

    def _verified(self, jobs: int, timeout: float | None) -> str:
        """The language of what is about no document; raises UsageError for values that make no sense."""
        typed("jobs", jobs, int)
        if timeout is not None:
            typed("timeout", timeout, float, int)
        language = self._finder.resolved(HERE).language
        with told_in(language):
            if jobs < 0:
                raise UsageError(Words("jobs 不能小于 0", "jobs must not be negative"))
            if timeout is not None and timeout <= 0:
                raise UsageError(Words("timeout 应大于 0", "timeout must be more than 0"))
        return language

    def _each_path(
        self, paths: list[str], language: str, jobs: int, use_cache: bool, timeout: float | None
    ) -> Iterator[CheckedFile | FileError]:
        found = list(named_documents(paths, self._finder))
        yield from (_file_error(error, language) for error in found if isinstance(error, SourceError))
        names = [path for path in found if isinstance(path, str)]
        cache = None
        if use_cache:
            from lawcheck.running.cache import open_cache

            cache = open_cache()
        with closing(cache) if cache else nullcontext():
            outcomes = run(names, self._finder, original=self._original, jobs=jobs, cache=cache, limit=timeout)
            yield from self._told(outcomes, language)

    def _each_text(
        self, texts: Iterator[tuple[str, str]], language: str, jobs: int, timeout: float | None
    ) -> Iterator[CheckedFile | FileError]:
        yield from self._told(run_texts(texts, self._finder, jobs=jobs, limit=timeout), language)

    def _told(self, outcomes: Generator[Outcome], language: str) -> Iterator[CheckedFile | FileError]:
        with told_in(language), closing(outcomes):
            for outcome in outcomes:
                if isinstance(outcome, Checked):
                    yield checked_file(outcome, self._finder.resolved(outcome.source.path).language)
                else:
                    yield _file_error(outcome, language)


def fix_file(path: str, output: str | None, resolved: Resolved, unsafe: bool = False) -> FixedFile:
    """Fixes a file by what holds for it, in its place or into another; raises SourceError where that is impossible."""
    if output is not None:
        verify_ending(output, path)
    file = OpenedFile(read_bytes(path), path)
    editor = file.editor
    fixed = pipeline.fix(file.source, resolved.options, unsafe, editor)
    after = editor.after(fixed.steps) if fixed.steps else file.data
    if output is not None:
        write_file(output, after)
    elif fixed.steps:
        replace_unchanged(path, file.source.path, file.data, after)
    target = file.source.path if output is None else printable(output)
    return FixedFile(path=target, fixes=dict(sorted(fixed.edits.items())), left=fixed.left)


def _name(path: FilePath | None, data: bytes | IO[bytes] = b"") -> str:
    """What a document is called: as the caller says, else by the name of an open file."""
    if path is not None:
        return path_text(path)
    name = getattr(data, "name", None)
    return name if isinstance(name, str) else STDIN


def _bytes_of(data: bytes | IO[bytes]) -> bytes:
    if isinstance(data, bytes | bytearray | memoryview):
        return bytes(data)
    if not hasattr(data, "read"):
        right = "a path goes to check_path" if isinstance(data, os.PathLike) else "a text goes to check_text"
        raise TypeError(f"expected bytes or an open binary file, not {type(data).__name__}; {right}")
    read = data.read()
    if not isinstance(read, bytes):
        raise TypeError(f"the file must be open in binary mode; reading it gave {type(read).__name__}")
    return read


def _named_text(given: str | tuple[FilePath, str]) -> tuple[str, str]:
    if isinstance(given, tuple) and len(given) == 2:
        return path_text(given[0]), given_text(given[1])
    if not isinstance(given, str):
        raise TypeError(f"expected a str or a pair (path, text), not {type(given).__name__}")
    return STDIN, given


def _file_error(error: SourceError, language: str) -> FileError:
    return FileError(path=error.path, message=error.reason.in_language(language))
