"""The form of a configuration file: `lawcheck.toml`, or the table `tool.lawcheck` of `pyproject.toml`."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator, model_validator

from lawcheck.errors import SEMICOLON, ConfigError, Words, joined
from lawcheck.reading.toml_lines import NO_LINES, Keys, TomlLines
from lawcheck.rulebook.closed import WrongValueError
from lawcheck.rulebook.findings import Severity
from lawcheck.rulebook.rule_links import is_docs_url
from lawcheck.rulebook.table_faults import complaints
from lawcheck.structure.settings import Scanned, Stage
from lawcheck.text.vocabulary.typography import size_of

Selectors = tuple[str, ...]
Patterns = tuple[str, ...]
# The words themselves, or a file with one in each line.
Registry = tuple[str, ...] | str


class _Table(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=lambda name: name.replace("_", "-"), populate_by_name=False
    )


class RuleTables(BaseModel):
    """The folders of the user's own rules, and by code or name of a rule the values of its options.

    `rules = ["house"]` is short for folders alone.
    """

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, dict[str, Any]]

    folders: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _folders_alone(cls, value: object) -> object:
        if not isinstance(value, list | tuple | dict):
            raise WrongValueError(
                Words(
                    "应为规则目录的数组，或者以规则编号为键的表",
                    "must be an array of folders of rules, or a table with codes of rules as keys",
                )
            )
        return {"folders": value} if isinstance(value, list | tuple) else value


class Choices(_Table):
    """What can be set for all documents and for some paths."""

    select: Annotated[Selectors, Field(min_length=1)] | None = None
    extend_select: Selectors = ()
    ignore: Selectors = ()
    severity: dict[str, Literal["error", "warning", "info", "off"]] = {}
    rules: RuleTables = Field(default_factory=lambda: RuleTables.model_validate({}))
    preview: bool | None = None
    kind: Literal["auto", "plan", "official", "statute"] | None = None
    stage: Stage | None = None
    lang: Literal["zh", "en"] | None = None
    fail_on: Severity | None = None
    scanned: Scanned | None = None


def _points(size: object) -> object:
    """The points of a size, which may have a name of its own (三号)."""
    points = size_of(size) if isinstance(size, str) else size
    if isinstance(points, bool) or not isinstance(points, int | float) or not 1 <= points <= 200:
        raise WrongValueError(
            Words("应为字号（如 三号、小四）或者 1～200 的磅数", "must be a named size or 1 to 200 points")
        )
    return points


def _millimetres(length: object) -> object:
    if isinstance(length, bool) or not isinstance(length, int | float) or not 0 <= length <= 200:
        raise WrongValueError(Words("应为 0～200 的毫米数", "must be 0 to 200 millimetres"))
    return length


def _docs_url(address: object) -> object:
    if not isinstance(address, str) or not is_docs_url(address):
        raise WrongValueError(
            Words(
                "应为 http、https 地址或者相对路径，其中 {code} 是规则编号，{lang} 是语言",
                "must be an http(s) address or a relative path, with {code} for the rule, {lang} for the language",
            )
        )
    return address


DocsUrl = Annotated[str, BeforeValidator(_docs_url)]
Points = Annotated[float, BeforeValidator(_points)]
Millimetres = Annotated[float, BeforeValidator(_millimetres)]
Fonts = Annotated[tuple[str, ...], Field(min_length=1)]


class LayoutChoices(_Table):
    """How Word files are to look; what is not set is as the standard has it. The keys are those of HouseStyle."""

    body_font: Fonts | None = None
    body_size: Points | None = None
    title_font: Fonts | None = None
    title_size: Points | None = None
    heading_fonts: Fonts | None = None
    margin_top: Millimetres | None = None
    margin_bottom: Millimetres | None = None
    margin_left: Millimetres | None = None
    margin_right: Millimetres | None = None
    line_spacing: Points | None = None
    page_number: Literal["outside", "center"] | None = None


class PathChoices(Choices):
    """What is set for the paths that match one of the patterns."""

    paths: Annotated[Patterns, Field(min_length=1)]

    @field_validator("rules")
    @classmethod
    def _options_alone(cls, value: RuleTables) -> RuleTables:
        if value.folders:
            raise WrongValueError(
                Words(
                    "只能写规则的选项，规则目录对所有文件起作用",
                    "can only be options of rules here: folders of rules are for all documents",
                )
            )
        return value


class ConfigFile(Choices):
    """A whole configuration file."""

    extends: str | None = None
    library: Annotated[Patterns, Field(min_length=1)] | None = None
    include: Patterns | None = None
    exclude: Patterns | None = None
    baseline: Annotated[str, Field(min_length=1)] | None = None
    units: Registry | None = None
    terms: Registry | None = None
    phrases: Registry | None = None
    plugins: tuple[str, ...] = ()
    docs_url: DocsUrl | None = None
    layout: LayoutChoices = LayoutChoices()
    per_path: tuple[PathChoices, ...] = ()

    @field_validator("units", "terms", "phrases", mode="before")
    @classmethod
    def _words_or_file(cls, value: object) -> object:
        if isinstance(value, str) or (isinstance(value, list) and all(isinstance(word, str) for word in value)):
            return value
        raise WrongValueError(
            Words(
                "应为字符串数组，或者每行一个的文件名", "must be an array of strings, or a file with one in each line"
            )
        )


def parse_config(values: Mapping[str, Any], name: str, lines: TomlLines = NO_LINES) -> ConfigFile:
    """The configuration in a TOML table; `name` is the file that errors refer to, `lines` the lines of its keys.

    Raises ConfigError naming the key that is wrong, its line, and the key that was probably meant.
    """
    try:
        return ConfigFile.model_validate(values)
    except ValidationError as error:
        raise ConfigError(name, joined(SEMICOLON, dict.fromkeys(complaints(error, _known_keys, lines)))) from error


def _known_keys(keys: Keys) -> list[str]:
    model: type[BaseModel] = ConfigFile if len(keys) == 1 else LayoutChoices if keys[0] == "layout" else PathChoices
    return [field.alias or name for name, field in model.model_fields.items()]
