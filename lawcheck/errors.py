"""What lawcheck raises. Every message is one line for the user and names the file or rule concerned."""

import os

DEBUG = "LAWCHECK_DEBUG"


class LawcheckError(Exception):
    """Base of every error that lawcheck raises on purpose; its text is shown to the user as it is."""


class SourceError(LawcheckError):
    """A document cannot be read: missing, too large, binary, or in no known encoding."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)  # both, so that it comes whole out of another process
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}：{self.reason}"


class RuleFileError(LawcheckError):
    """A rule file is malformed, or two rules share a code or name."""


class ConfigError(LawcheckError):
    """A configuration file cannot be read, or says what makes no sense."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)

    def __str__(self) -> str:
        return "：".join(self.args)


class UsageError(LawcheckError):
    """The call is wrong: an unknown rule code, kind or option value."""


def fault_words(error: Exception) -> str:
    """What is said of a fault of lawcheck itself, in one line; with LAWCHECK_DEBUG=1 its traceback is written out."""
    if os.environ.get(DEBUG) == "1":
        import traceback  # only for those who look for a fault

        traceback.print_exception(error)
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return f"内部错误（{what}），请把这一行报告给 lawcheck 的维护者；设 {DEBUG}=1 可看到详情"
