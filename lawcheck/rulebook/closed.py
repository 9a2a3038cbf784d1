"""What the tables of rule files have in common."""

from typing import ClassVar

from lawcheck.errors import Words


class WrongValueError(ValueError):
    """A value of a table is wrong; the words follow the name of its key."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.words = words


def must(condition: object, complaint: Words) -> None:
    """Raises WrongValueError, which becomes a complaint about the table, where something does not hold."""
    if not condition:
        raise WrongValueError(complaint)


def one_of(first: str, second: str) -> Words:
    """The complaint that a table has both of two keys, or neither."""
    return Words(f"{first}、{second} 要写且只写一个", f"must have one of {first} and {second}")


class Closed:
    """Has no keys but those of its class when a file is validated."""

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
