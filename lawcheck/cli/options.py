"""What the commands have in common: the values and help of their options."""

from enum import StrEnum
from typing import Annotated

import typer

from lawcheck.diagnostics import Severity
from lawcheck.settings import Stage


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
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    RDJSON = "rdjson"
    MARKDOWN = "markdown"
    HTML = "html"


class OutlineFormat(StrEnum):
    """How the structure is shown."""

    TREE = "tree"
    JSON = "json"


class TaskFormat(StrEnum):
    """How tasks are shown."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


class RuleFormat(StrEnum):
    """How the catalogue is shown."""

    TABLE = "table"
    JSON = "json"


class CompareFormat(StrEnum):
    """How two revisions are shown."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


class Revisions(StrEnum):
    """Which text of a Word file with tracked changes is read."""

    ACCEPTED = "accepted"
    ORIGINAL = "original"


class FixesChoice(StrEnum):
    """Which fixes become tracked changes of a Word file; the names of `annotation.annotate.Fixes`."""

    SAFE = "safe"
    ALL = "all"
    NONE = "none"


Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="文件或目录；- 为标准输入")]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="CODES", help="只用这些规则：编号、前缀、名称或 ALL，用逗号分隔"),
]
ExtendSelect = Annotated[list[str] | None, typer.Option("--extend-select", metavar="CODES", help="另外启用这些规则")]
Ignore = Annotated[list[str] | None, typer.Option("--ignore", metavar="CODES", help="不用这些规则")]
KindChoice = Annotated[KindOption | None, typer.Option("--kind", help="文种；默认 auto，即自动识别")]
StageChoice = Annotated[Stage | None, typer.Option("--stage", help="文稿阶段：起草、审核、定稿")]
FailOnChoice = Annotated[
    Severity | None, typer.Option("--fail-on", help="有这一级或更重的问题时退出码为 1，默认 warning")
]
Lang = Annotated[LangOption | None, typer.Option("--lang", help="报告语言，默认 zh")]
Config = Annotated[str | None, typer.Option("--config", metavar="FILE", help="对所有文件只用这个配置文件")]
RevisionsChoice = Annotated[
    Revisions, typer.Option("--revisions", help="Word 修订：accepted 视为全部接受，original 视为全部拒绝")
]
Isolated = Annotated[bool, typer.Option("--isolated", help="不用配置文件")]

Jobs = Annotated[int, typer.Option("--jobs", metavar="N", min=0, help="用几个进程；默认 0，即有几个处理器就用几个")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="不用以前检查的结果")]


def split(values: list[str] | None) -> tuple[str, ...]:
    """The codes of an option that is repeated or holds several, separated by commas."""
    return tuple(code.strip() for value in values or () for code in value.split(",") if code.strip())
