"""Records of which most parts are made when they are first asked for: a check asks for few parts of a rule."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from functools import cache
from typing import TYPE_CHECKING, Any, Self


class MadeLater:
    """A frozen dataclass with slots and a field `later`, which gives a part by its name, or None for its default."""

    __slots__ = ()

    if TYPE_CHECKING:
        later: Callable[[str], Any] | None

    @classmethod
    def made_later(cls, at_once: Mapping[str, Any], later: Callable[[str], Any]) -> Self:
        """A record that is known to be right, so that nothing is verified, with some parts made already."""
        made = object.__new__(cls)
        for name, part in at_once.items():
            object.__setattr__(made, name, part)
        object.__setattr__(made, "later", later)
        return made

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Python asks for nothing here but what is not there yet."""
            part = _fields_of(type(self)).get(name)
            if part is None or name == "later":
                raise AttributeError(f"{type(self).__name__} has no {name}")
            made = self.later(name)
            if made is None:
                made = part.default if part.default_factory is MISSING else part.default_factory()
            object.__setattr__(self, name, made)
            return made


@cache
def _fields_of(cls: type) -> dict[str, Field[Any]]:
    return {part.name: part for part in fields(cls)}
