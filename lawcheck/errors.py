"""What lawcheck raises and warns of. Every message is one line for the user and names the file or rule concerned."""


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


class LawcheckWarning(UserWarning):
    """What is asked for has no effect, or should be asked for in another way; the call goes on."""
