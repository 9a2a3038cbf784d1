"""What the commands have in common: the values and help of their options."""

from enum import StrEnum
from typing import Annotated

import typer


class KindOption(StrEnum):
    """What sort of document it is; the names of `structure.model.Kind`, and auto."""

    AUTO = "auto"
    PLAN = "plan"
    OFFICIAL = "official"
    STATUTE = "statute"


class LangOption(StrEnum):
    """The language of the report."""

    ZH = "zh"
    EN = "en"


class CheckFormat(StrEnum):
    """How findings are shown."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


class OutlineFormat(StrEnum):
    """How the structure is shown."""

    TREE = "tree"
    JSON = "json"


class TaskFormat(StrEnum):
    """How tasks are shown."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class RuleFormat(StrEnum):
    """How the catalogue is shown."""

    TABLE = "table"
    JSON = "json"


class FailOn(StrEnum):
    """The least severity that makes a check fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="文件或目录；- 为标准输入")]
KindChoice = Annotated[KindOption, typer.Option("--kind", help="文种；auto 为自动识别")]
Lang = Annotated[LangOption, typer.Option("--lang", help="报告语言")]


def split(values: list[str] | None) -> tuple[str, ...]:
    """The codes of an option that is repeated or holds several, separated by commas."""
    return tuple(code.strip() for value in values or () for code in value.split(",") if code.strip())
