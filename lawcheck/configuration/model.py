"""The form of a configuration file: `lawcheck.toml`, or the table `tool.lawcheck` of `pyproject.toml`."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from lawcheck.complaints import Keys, complaints
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
    rules: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    per_path: tuple[PathChoices, ...] = ()

    @field_validator("units", "terms", "phrases", mode="before")
    @classmethod
    def _words_or_file(cls, value: object) -> object:
        if isinstance(value, str) or (isinstance(value, list) and all(isinstance(word, str) for word in value)):
            return value
        raise ValueError("应为字符串数组，或者每行一个的文件名")


def parse_config(values: Mapping[str, Any], name: str) -> ConfigFile:
    """The configuration in a TOML table; `name` is the file that errors refer to.

    Raises ConfigError naming the key that is wrong, and the one that was probably meant.
    """
    try:
        return ConfigFile.model_validate(values)
    except ValidationError as error:
        raise ConfigError(name, "；".join(dict.fromkeys(complaints(error, _known_keys)))) from error


def _known_keys(keys: Keys) -> list[str]:
    model = ConfigFile if len(keys) == 1 else PathChoices
    return [field.alias or name for name, field in model.model_fields.items()]
