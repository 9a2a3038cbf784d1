"""What lawcheck raises and warns of: one line in both languages, which names the file or rule concerned."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import ClassVar

from lawcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in both languages of lawcheck."""

    zh: str
    en: str

    # A table of a rule file holds nothing else.
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    def in_language(self, language: str) -> str:
        """The words in "zh" or "en"."""
        return self.en if language == "en" else self.zh

    def __add__(self, other: "Words | str") -> "Words":
        """Both one after the other; names and codes, which are text, are the same in both languages."""
        return Words(self.zh + other, self.en + other) if isinstance(other, str) else joined("", (self, other))

    def __radd__(self, other: str) -> "Words":
        return Words(other + self.zh, other + self.en)


def joined(separator: Words | str, parts: Iterable[Words]) -> Words:
    """These words one after another, with the separator between them."""
    parts, between = tuple(parts), separator if isinstance(separator, Words) else Words(separator, separator)
    return Words(between.zh.join(part.zh for part in parts), between.en.join(part.en for part in parts))


COLON = Words("：", ": ")
SEMICOLON = Words("；", "; ")
COMMA = Words("、", ", ")
# The environment variable with which a fault is shown in full.
DEBUG = "LAWCHECK_DEBUG"


class LawcheckError(Exception):
    """Base of every error that lawcheck raises on purpose; its text is shown to the user as it is.

    The text is in `language`, which the caller that shows it may set.
    """

    language = "zh"

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.words = words

    def in_language(self, language: str) -> str:
        """The message in "zh" or "en"."""
        return self.words.in_language(language)

    def __str__(self) -> str:
        return self.in_language(self.language)


class _FileError(LawcheckError):
    """Something is wrong with a file."""

    def __init__(self, path: str, reason: Words) -> None:
        self.path = path
        self.reason = reason
        super().__init__(path + COLON + reason)
        self.args = (path, reason)  # both, so that it comes whole out of another process

    @property
    def message(self) -> str:
        """What is wrong, without the file."""
        return self.reason.in_language(self.language)


class SourceError(_FileError):
    """A document cannot be read: missing, too large, binary, or in no known encoding."""


class ConfigError(_FileError):
    """A configuration file cannot be read, or says what makes no sense."""


class RuleFileError(LawcheckError):
    """A rule file is malformed, or two rules share a code or name."""


class UsageError(LawcheckError):
    """The call is wrong: an unknown rule code, kind or option value."""


class LawcheckWarning(UserWarning):
    """What is asked for has no effect, or should be asked for in another way; the call goes on."""


@contextmanager
def told_in(language: str) -> Iterator[None]:
    """The errors that are raised within speak this language."""
    try:
        yield
    except LawcheckError as error:
        error.language = language
        raise


def nearest(name: str, known: Iterable[str]) -> str:
    """The right name that was probably meant, or ""."""
    from difflib import get_close_matches  # only for those who have mistyped

    return next(iter(get_close_matches(name, list(known), n=1)), "")


def show_fault(error: BaseException) -> None:
    """Writes out the traceback of a fault, with LAWCHECK_DEBUG=1."""
    if os.environ.get(DEBUG) == "1":
        import traceback  # only for those who look for a fault

        traceback.print_exception(error)


def fault_words(error: Exception) -> Words:
    """What is said of a fault of lawcheck itself, in one line."""
    show_fault(error)
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return Words(
        f"内部错误（{what}），请把这一行报告给 lawcheck 的维护者；设 {DEBUG}=1 可看到详情",
        f"internal error ({what}); please report this line to those who maintain lawcheck; {DEBUG}=1 shows more",
    )
