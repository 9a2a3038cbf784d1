"""What the tables of rule files have in common."""

from typing import ClassVar


def must(condition: object, complaint: str) -> None:
    """Raises ValueError, which becomes a complaint about the table, where something does not hold."""
    if not condition:
        raise ValueError(complaint)


class Closed:
    """Has no keys but those of its class when a file is validated."""

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}
