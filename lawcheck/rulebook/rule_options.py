"""The options of rules: what a house may want otherwise, declared in the rule file with its default.

    [options.min-length]
    default = 30
    least = 1
    zh = "至少多少字才算重复"
    en = "The shortest paragraph that counts, in characters"

The function of the rule takes them by keyword (`min_length: int`); a configuration sets them under `[rules.CODE]`.
"""

from math import isfinite

from lawcheck.errors import Words
from lawcheck.records import dataclass
from lawcheck.rulebook.closed import Closed, WrongValueError, must

OptionValue = bool | int | float | str | tuple[str, ...]

_TYPES = {
    bool: Words("应为 true 或 false", "must be true or false"),
    int: Words("应为整数", "must be a whole number"),
    float: Words("应为数", "must be a number"),
    str: Words("应为字符串", "must be a string"),
    tuple: Words("应为字符串数组", "must be an array of strings"),
}


@dataclass(frozen=True, slots=True)
class RuleOption(Closed):
    """An option: its type is that of its default; a number may have a `least` and a `most`."""

    default: OptionValue
    zh: str = ""
    en: str = ""
    least: int | float | None = None
    most: int | float | None = None

    def __post_init__(self) -> None:
        must(self.zh or self.en, Words("zh、en 至少要写一个", "must have zh or en"))
        try:
            self.taken(self.default)
        except WrongValueError as error:
            raise WrongValueError("default " + error.words) from error

    def in_language(self, language: str) -> str:
        """What it is, in "zh" or "en"; words in one language stand for both."""
        return (self.en or self.zh) if language == "en" else (self.zh or self.en)

    def taken(self, value: object) -> OptionValue:
        """A value of a configuration as the function gets it; raises WrongValueError with what is wrong with it."""
        taken = self._typed(value)
        if taken is None:
            raise WrongValueError(_TYPES[type(self.default)])
        if isinstance(taken, int | float):
            if self.least is not None and taken < self.least:
                raise WrongValueError(Words("至少为 ", "must be at least ") + str(self.least))
            if self.most is not None and taken > self.most:
                raise WrongValueError(Words("至多为 ", "must be at most ") + str(self.most))
        return taken

    def _typed(self, value: object) -> OptionValue | None:
        kind = type(self.default)
        if kind is tuple and isinstance(value, list | tuple):
            words = tuple(word for word in value if isinstance(word, str))
            return words if len(words) == len(value) else None
        if kind is float and type(value) in (int, float):
            number = float(str(value))
            return number if isfinite(number) else None
        return value if isinstance(value, bool | int | float | str) and type(value) is kind else None


def shown_value(value: OptionValue) -> str:
    """A value as it stands in a configuration file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(map(shown_value, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value)
