"""What a command can be given. Each argument and option is declared once, with the type that its value has."""

from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from lawcheck.errors import UsageError, Words

_Value_co = TypeVar("_Value_co", covariant=True)
_Choice = TypeVar("_Choice", bound=StrEnum)
_Default = TypeVar("_Default")


def wrong_call(message: Words) -> UsageError:
    """What is wrong with a call as it is written, whatever the command would do."""
    return UsageError(Words("用法错误：", "wrong call: ") + message)


@dataclass(frozen=True, slots=True, eq=False)
class Parameter(Generic[_Value_co]):
    """An argument or an option; `metavar` stands for its value in the help, and is empty where it takes none."""

    metavar: str
    help: str
    default: _Value_co
    required: bool


@dataclass(frozen=True, slots=True, eq=False)
class Argument(Parameter[_Value_co]):
    """What is given by its place: one word, or all those that are left."""

    several: bool


@dataclass(frozen=True, slots=True, eq=False)
class Option(Parameter[_Value_co]):
    """What is given by a name, the last of `names` being the long one.

    `action` and `read` are those of argparse: what is done with each value, and how it is made of a word.
    """

    names: tuple[str, ...]
    action: str = "store"
    read: Callable[[str], object] = str

    @property
    def key(self) -> str:
        """The name by which it is known."""
        return self.names[-1]

    def add_to(self, parser: ArgumentParser) -> None:
        """Makes the parser know it."""
        settings: dict[str, Any] = {"type": self.read} if self.metavar else {}
        parser.add_argument(*self.names, dest=self.key, action=self.action, **settings)


def argument(metavar: str, text: str, default: str | None = None) -> Argument[str]:
    """One word, required without a default."""
    return Argument(metavar, text, default or "", required=default is None, several=False)


def arguments(metavar: str, text: str, default: tuple[str, ...] = ()) -> Argument[list[str]]:
    """All words that are left, at least one without a default."""
    return Argument(metavar, text, list(default), required=not default, several=True)


def flag(*names: str, text: str) -> Option[bool]:
    """An option without a value."""
    return Option("", text, default=False, required=False, names=names, action="store_true")


def value(*names: str, metavar: str, text: str, default: _Default) -> Option[str | _Default]:
    """An option that is a word."""
    return Option(metavar, text, default, required=False, names=names)


def required(*names: str, metavar: str, text: str) -> Option[str]:
    """An option that is a word and must be given."""
    return Option(metavar, text, default="", required=True, names=names)


def values(name: str, metavar: str, text: str) -> Option[list[str]]:
    """An option that is a word each time it is given."""
    return Option(metavar, text, default=[], required=False, names=(name,), action="append")


def lists(name: str, metavar: str, text: str) -> Option[list[str]]:
    """An option that is words separated by commas each time it is given."""
    return Option(metavar, text, default=[], required=False, names=(name,), action="extend", read=_split)


def choice(name: str, members: type[_Choice], text: str, default: _Default) -> Option[_Choice | _Default]:
    """An option that is one of a few words."""

    def read(word: str) -> _Choice:
        try:
            return members(word)
        except ValueError:
            raise wrong_call(
                Words(
                    f"{name} 不能是“{word}”，可以是 {'、'.join(members)}",
                    f"{name} cannot be {word!r}; it can be {', '.join(members)}",
                )
            ) from None

    return Option(f"<{'|'.join(members)}>", text, default, required=False, names=(name,), read=read)


def number(name: str, text: str, default: int, most: int | None = None) -> Option[int]:
    """An option that is a whole number, 0 or more."""

    def read(word: str) -> int:
        try:
            found = int(word)
        except ValueError:
            raise wrong_call(
                Words(f"{name} 应是整数，不能是“{word}”", f"{name} must be a whole number, not {word!r}")
            ) from None
        if found < 0 or (most is not None and found > most):
            limit = "不小于 0 " if most is None else f" 0 至 {most} "
            raise wrong_call(Words(f"{name} 应是{limit}的整数，不能是“{word}”", f"{name} must be a whole number"))
        return found

    return Option("N", text, default, required=False, names=(name,), read=read)


# Every command has it.
HELP = flag("-h", "--help", text="显示帮助")


def _split(word: str) -> list[str]:
    return [part.strip() for part in word.split(",") if part.strip()]
