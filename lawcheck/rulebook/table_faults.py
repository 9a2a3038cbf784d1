"""What is wrong with a TOML table, in words."""

from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches

from pydantic import ValidationError

Keys = tuple[str | int, ...]

_EXPECTED = {
    "string_type": "应为字符串",
    "bool_type": "应为 true 或 false",
    "int_type": "应为整数",
    "tuple_type": "应为数组",
    "dict_type": "应为表",
    "mapping_type": "应为表",
    "model_type": "应为表",
    "dataclass_type": "应为表",
    "too_short": "不能为空",
    "missing": "缺少这个键",
}
# A key that the table does not have: of a model, of a dataclass.
_UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")


def complaints(error: ValidationError, known: Callable[[Keys], Sequence[str]], within: Keys = ()) -> Iterator[str]:
    """One complaint for each fault, naming its key; `known` tells the keys of the table that a way leads into.

    `within` is the way to the table that was validated.
    """
    for fault in error.errors():
        keys = (*within, *fault["loc"])
        context = fault.get("ctx", {})
        if fault["type"] in _UNKNOWN:
            yield f"没有键 {_path(keys)}{nearest(str(keys[-1]), known(keys))}"
        elif "expected" in context:
            yield f"{_path(keys)} 可用的值：{context['expected']}"
        else:
            reason = _EXPECTED.get(fault["type"]) or context.get("error") or fault["msg"]
            yield f"{_path(keys)} {reason}".lstrip()


def _path(keys: Keys) -> str:
    """The way to a value, as people write it: per-path[2].kind for the second table."""
    return "".join(f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in keys).removeprefix(".")


def nearest(key: str, known: Sequence[str]) -> str:
    """The key that was probably meant, as a hint."""
    close = get_close_matches(key.replace("_", "-"), known, n=1)
    return f"，是否指 {close[0]}" if close else f"，可用的键：{'、'.join(known)}"
