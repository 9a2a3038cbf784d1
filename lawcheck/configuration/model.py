"""The form of a configuration file: `lawcheck.toml`, or the table `tool.lawcheck` of `pyproject.toml`."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from lawcheck.diagnostics import Severity
from lawcheck.errors import ConfigError
from lawcheck.settings import Stage

Selectors = tuple[str, ...]
Patterns = tuple[str, ...]
# The words themselves, or a file with one in each line.
Registry = tuple[str, ...] | str


class _Table(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-"), populate_by_name=False
    )


class Choices(_Table):
    """What can be set for all documents and for some paths."""

    select: Annotated[Selectors, Field(min_length=1)] | None = None
    extend_select: Selectors = ()
    ignore: Selectors = ()
    severity: dict[str, Literal["error", "warning", "info", "off"]] = {}
    kind: Literal["auto", "plan", "official", "statute"] | None = None
    stage: Stage | None = None
    lang: Literal["zh", "en"] | None = None
    fail_on: Severity | None = None


class PathChoices(Choices):
    """What is set for the paths that match one of the patterns."""

    paths: Annotated[Patterns, Field(min_length=1)]


class ConfigFile(Choices):
    """A whole configuration file."""

    extends: str | None = None
    include: Patterns | None = None
    exclude: Patterns | None = None
    units: Registry | None = None
    terms: Registry | None = None
    phrases: Registry | None = None
    per_path: tuple[PathChoices, ...] = ()

    @field_validator("units", "terms", "phrases", mode="before")
    @classmethod
    def _words_or_file(cls, value: object) -> object:
        if isinstance(value, str) or (isinstance(value, list) and all(isinstance(word, str) for word in value)):
            return value
        raise ValueError("应为字符串数组，或者每行一个的文件名")


_EXPECTED = {
    "string_type": "应为字符串",
    "tuple_type": "应为数组",
    "dict_type": "应为表",
    "model_type": "应为表",
    "too_short": "不能为空",
    "missing": "缺少这个键",
}


def parse_config(values: Mapping[str, Any], name: str) -> ConfigFile:
    """The configuration in a TOML table; `name` is the file that errors refer to.

    Raises ConfigError naming the key that is wrong, and the one that was probably meant.
    """
    try:
        return ConfigFile.model_validate(values)
    except ValidationError as error:
        raise ConfigError(name, "；".join(dict.fromkeys(_complaints(error)))) from error


def _complaints(error: ValidationError) -> Iterator[str]:
    for fault in error.errors():
        key = _path(fault["loc"])
        context = fault.get("ctx", {})
        if fault["type"] == "extra_forbidden":
            yield f"没有键 {key}{_nearest(fault['loc'])}"
        elif "expected" in context:
            yield f"{key} 可用的值：{context['expected']}"
        else:
            yield f"{key} {_EXPECTED.get(fault['type']) or context.get('error') or fault['msg']}"


def _path(keys: tuple[str | int, ...]) -> str:
    """The way to a value, as people write it: per-path[2].kind for the second table."""
    return "".join(f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in keys).removeprefix(".")


def _nearest(keys: tuple[str | int, ...]) -> str:
    """The key that was probably meant, as a hint."""
    model = ConfigFile if len(keys) == 1 else PathChoices
    known = [field.alias or name for name, field in model.model_fields.items()]
    close = get_close_matches(str(keys[-1]).replace("_", "-"), known, n=1)
    return f"，是否指 {close[0]}" if close else f"，可用的键：{'、'.join(known)}"
