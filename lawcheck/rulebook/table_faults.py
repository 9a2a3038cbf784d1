"""What is wrong with a TOML table, in words."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from pydantic import ValidationError

from lawcheck.errors import Words, nearest
from lawcheck.reading.toml_lines import Keys, TomlLines
from lawcheck.rulebook.closed import WrongValueError

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_TABLE = Words("应为表", "must be a table")
_FAULTS = {
    "string_type": Words("应为字符串", "must be a string"),
    "bool_type": Words("应为 true 或 false", "must be true or false"),
    "bool_parsing": Words("应为 true 或 false", "must be true or false"),
    "int_type": Words("应为整数", "must be a whole number"),
    "int_from_float": Words("应为整数", "must be a whole number"),
    "int_parsing": Words("应为整数", "must be a whole number"),
    "float_type": Words("应为数", "must be a number"),
    "float_parsing": Words("应为数", "must be a number"),
    "tuple_type": Words("应为数组", "must be an array"),
    "dict_type": _TABLE,
    "mapping_type": _TABLE,
    "model_type": _TABLE,
    "dataclass_type": _TABLE,
    "too_short": Words("不能为空", "must not be empty"),
    "missing": Words("缺少这个键", "is missing"),
}
_OTHER = Words("不是可用的值", "is no usable value")
# The values that are expected, as pydantic names them.
_NAMED = re.compile("'([^']*)'")
# A key that the table does not have: of a model, of a dataclass.
_UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")


def complaints(
    error: ValidationError, known: Callable[[Keys], Sequence[str]], lines: TomlLines, within: Keys = ()
) -> Iterator[Words]:
    """One complaint for each fault, naming its line and key; `known` tells the keys of the table that a way leads into.

    `within` is the way to the table that was validated.
    """
    for fault in error.errors():
        keys = (*within, *fault["loc"])
        yield lines.place(keys) + _complaint(fault, keys, known)


def _complaint(fault: "ErrorDetails", keys: Keys, known: Callable[[Keys], Sequence[str]]) -> Words:
    if fault["type"] in _UNKNOWN:
        return Words("没有键 ", "there is no key ") + shown_way(keys) + key_hint(str(keys[-1]), known(keys))
    return wrong_value(fault, keys)


def wrong_value(fault: "ErrorDetails", keys: Keys) -> Words:
    """What is wrong with a value that a way leads to."""
    context = fault.get("ctx", {})
    if "expected" in context:
        return f"{shown_way(keys)} " + usable_values(_NAMED.findall(context["expected"]))
    raised = context.get("error")
    words = raised.words if isinstance(raised, WrongValueError) else _FAULTS.get(fault["type"], _OTHER)
    return (f"{shown_way(keys)} " if keys else "") + words


def usable_values(names: Iterable[str]) -> Words:
    """Which values a key can have."""
    names = tuple(names)
    return Words(f"可用的值：{'、'.join(names)}", f"can be: {', '.join(names)}")


def shown_way(keys: Keys) -> str:
    """The way to a value, as people write it: per-path[2].kind for the second table."""
    return "".join(f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in keys).removeprefix(".")


def key_hint(key: str, known: Sequence[str]) -> Words:
    """The key that was probably meant, as a hint."""
    if close := nearest(key.replace("_", "-"), known):
        return Words(f"，是否指 {close}", f"; did you mean {close}?")
    return Words(f"，可用的键：{'、'.join(known)}", f"; the keys are: {', '.join(known)}")
