"""Dataclasses that cost little until they are used.

`dataclasses` writes the methods of each class as text and compiles it, which takes half a millisecond a class: for
the classes that one call imports, a fifth of its time. Here `__init__` is written when it has been called often enough
to be worth it, and the other methods, which are alike in all classes, are not written at all.
"""

from dataclasses import MISSING, FrozenInstanceError, fields
from dataclasses import dataclass as standard_dataclass
from dataclasses import field as field
from functools import cache
from operator import attrgetter
from reprlib import recursive_repr
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any

# To write `__init__` takes as long as to fill so many instances field by field; of most classes a call makes fewer.
_FEW = 16

_set = object.__setattr__

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool = False, slots: bool = False, eq: bool = True, kw_only: bool = False) -> Any:
        """As that of the standard library: what it makes works with `fields`, `replace`, pickle and pydantic."""

        def made(plain: type) -> type:
            plain.__doc__ = plain.__doc__ or plain.__name__  # else the signature, which needs `__init__`
            cls = standard_dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(plain)
            for name, method in _methods(cls, frozen, slots, eq).items():
                if name not in plain.__dict__:
                    setattr(cls, name, method)
            return cls

        return made


def _methods(cls: type, frozen: bool, slots: bool, eq: bool) -> dict[str, Any]:
    """The methods of a class, each of which it may have written itself."""

    left = iter(range(_FEW))

    def early_init(self: Any, *values: Any, **named: Any) -> None:
        if next(left, None) is None or not _is_filled(self, cls, values, named):
            init = cls.__init__ = _written_init(cls, frozen)  # type: ignore[misc]
            init(self, *values, **named)

    methods: dict[str, Any] = {"__init__": early_init, "__repr__": _repr}
    if frozen:
        methods |= {"__setattr__": _refuse, "__delattr__": _refuse}
        if slots:
            methods |= {"__getstate__": _state, "__setstate__": _set_state}
    if eq:
        methods |= _comparing(cls, frozen)
    return methods


def _comparing(cls: type, frozen: bool) -> dict[str, Any]:
    """How instances are compared; only those that never change have a hash."""
    compared = [each.name for each in fields(cls) if each.compare]
    values = attrgetter(*compared) if compared else lambda _: ()

    def equal(self: Any, other: Any) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hash_of(self: Any) -> int:
        return hash(values(self))

    return {"__eq__": equal, "__hash__": hash_of if frozen else None}


@cache
def _filled_by(cls: type) -> tuple[tuple[str, ...], list[tuple[str, bool, Any, Any]], Any]:
    """What an instance is filled by: the names of what may be given without a name, each field, what comes after."""
    every = fields(cls)
    by_place = tuple(each.name for each in every if each.init and not each.kw_only)
    rest = [(each.name, each.init, each.default, each.default_factory) for each in every]
    return by_place, rest, getattr(cls, "__post_init__", None)


def _is_filled(record: Any, cls: type, values: tuple[Any, ...], named: dict[str, Any]) -> bool:
    """Fills the fields of an instance as the written `__init__` does; False for a wrong call: that one tells of it."""
    by_place, rest, then = _filled_by(cls)
    given = dict(zip(by_place, values, strict=False))
    given |= named
    if len(given) < len(values) + len(named):
        return False
    used = 0
    for name, may_be_given, default, factory in rest:
        if may_be_given and name in given:
            value = given[name]
            used += 1
        elif factory is not MISSING:
            value = factory()
        elif default is not MISSING:
            value = default
        elif may_be_given:
            return False
        else:
            continue
        _set(record, name, value)
    if used < len(given):
        return False
    if then:
        then(record)
    return True


def _written_init(cls: type, frozen: bool) -> Any:
    """The method `__init__` of a class."""
    known: dict[str, Any] = {"_set": _set, "_missing": MISSING}
    parameters, lines = ["self"], ["pass"]
    only_by_name: list[str] = []
    for each in fields(cls):
        name, default = each.name, f"_default_{each.name}"
        if each.default_factory is not MISSING:
            known[default] = each.default_factory
            parameter = f"{name}=_missing"
            value = f"{default}() if {name} is _missing else {name}" if each.init else f"{default}()"
        elif each.default is not MISSING:
            known[default] = each.default
            parameter, value = f"{name}={default}", name if each.init else default
        elif each.init:
            parameter = value = name
        else:
            continue
        if each.init:
            (only_by_name if each.kw_only else parameters).append(parameter)
        slot = getattr(cls, name, None)
        if frozen and isinstance(slot, MemberDescriptorType):
            # A slot is filled in half the time by itself.
            known[f"_set_{name}"] = slot.__set__
            lines.append(f"_set_{name}(self, {value})")
        else:
            lines.append(f"_set(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    heads = ", ".join(parameters + (["*", *only_by_name] if only_by_name else []))
    exec(f"def __init__({heads}):\n " + "\n ".join(lines), known)
    init = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


@recursive_repr()
def _repr(self: Any) -> str:
    values = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({values})"


def _refuse(self: Any, name: str, *_: Any) -> None:
    raise FrozenInstanceError(f"cannot change field {name!r}")


@cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(cls))


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in _names(self.__class__)]


def _set_state(self: Any, state: list[Any]) -> None:
    for name, value in zip(_names(self.__class__), state, strict=True):
        _set(self, name, value)
