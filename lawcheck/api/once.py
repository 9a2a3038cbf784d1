"""The methods of the checker as functions, for a document or two; their options are those of `Checker`."""

from collections.abc import Iterable, Iterator
from typing import IO, Literal, Unpack

from lawcheck.api.checker import Checker
from lawcheck.api.given import CheckOptions, FilePath
from lawcheck.reporting.report import CheckedFile, FileError, Report
from lawcheck.reporting.rule_report import RuleReport
from lawcheck.reporting.written import AnnotatedFile, FixedFile


def check_text(text: str, *, path: FilePath | None = None, **options: Unpack[CheckOptions]) -> Report:
    """Checks a text, as `Checker.check_text` does; the options are those of `CheckOptions`. The report has one file."""
    return Checker(**options).check_text(text, path=path)


def check_bytes(data: bytes | IO[bytes], *, path: FilePath | None = None, **options: Unpack[CheckOptions]) -> Report:
    """Checks bytes or an open binary file, as `Checker.check_bytes`: what is in memory or comes over a network."""
    return Checker(**options).check_bytes(data, path=path)


def check_path(path: FilePath, **options: Unpack[CheckOptions]) -> Report:
    """Checks a file, as `Checker.check_path` does; raises SourceError when it cannot be read."""
    return Checker(**options).check_path(path)


def check_many(
    paths: FilePath | Iterable[FilePath],
    *,
    jobs: int = 1,
    cache: bool = False,
    timeout: float | None = None,
    **options: Unpack[CheckOptions],
) -> Iterator[CheckedFile | FileError]:
    """Checks files and folders one by one, as `Checker.check_many` does. Raises UsageError or ConfigError at once."""
    return Checker(**options).check_many(paths, jobs=jobs, cache=cache, timeout=timeout)


def check_texts(
    texts: str | Iterable[str | tuple[FilePath, str]],
    *,
    jobs: int = 1,
    timeout: float | None = None,
    **options: Unpack[CheckOptions],
) -> Iterator[CheckedFile | FileError]:
    """Checks texts in memory one by one, as `Checker.check_texts`. Raises UsageError or ConfigError at once."""
    return Checker(**options).check_texts(texts, jobs=jobs, timeout=timeout)


def fix_text(text: str, *, path: FilePath | None = None, unsafe: bool = False, **options: Unpack[CheckOptions]) -> str:
    """The text after the safe fixes, or with `unsafe` after all, as `Checker.fix_text` makes them."""
    return Checker(**options).fix_text(text, path=path, unsafe=unsafe)


def fix_path(
    path: FilePath, *, output: FilePath | None = None, unsafe: bool = False, **options: Unpack[CheckOptions]
) -> FixedFile:
    """Fixes a file in its place, or into `output`, as `Checker.fix_path` does."""
    return Checker(**options).fix_path(path, output=output, unsafe=unsafe)


def annotate_path(
    path: FilePath,
    output: FilePath,
    *,
    fixes: Literal["safe", "all", "none"] = "safe",
    author: str = "lawcheck",
    **options: Unpack[CheckOptions],
) -> AnnotatedFile:
    """Writes a Word or PDF file with the findings in it, as `Checker.annotate_path` does."""
    return Checker(**options).annotate_path(path, output, fixes=fixes, author=author)


def rules(**options: Unpack[CheckOptions]) -> RuleReport:
    """Every rule that there is, as `Checker.rules` tells them, whatever is selected."""
    return Checker(**options).rules()
