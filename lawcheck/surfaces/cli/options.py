"""What the commands have in common: the values and help of their options."""

from enum import StrEnum

from lawcheck.rulebook.findings import Severity
from lawcheck.structure.settings import Stage
from lawcheck.surfaces.cli.parameters import arguments, choice, flag, lists, number, value


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


PATHS = arguments("PATH...", "文件或目录；- 为标准输入")
SELECT = lists("--select", "CODES", "只用这些规则：编号、前缀、名称或 ALL，逗号分隔")
EXTEND_SELECT = lists("--extend-select", "CODES", "另外启用这些规则")
IGNORE = lists("--ignore", "CODES", "不用这些规则")
PREVIEW = flag("--preview", text="也用预览规则")
KIND = choice("--kind", KindOption, "文种；默认 auto，即自动识别", None)
STAGE = choice("--stage", Stage, "文稿阶段：起草、审核、定稿", None)
FAIL_ON = choice("--fail-on", Severity, "有这一级或更重的问题时退出码为 1，默认 warning", None)
LANG = choice("--lang", LangOption, "报告语言，默认 zh", None)
CONFIG = value("--config", metavar="FILE", text="对所有文件只用这个配置文件", default=None)
REVISIONS = choice(
    "--revisions", Revisions, "Word 修订：accepted 视为全部接受，original 视为全部拒绝", Revisions.ACCEPTED
)
ISOLATED = flag("--isolated", text="不用配置文件")
JOBS = number("--jobs", "用几个进程；默认 0，即有几个处理器就用几个", 0)
NO_CACHE = flag("--no-cache", text="不用以前检查的结果")

# Which rules run, and what else is configured: most commands have these.
CODES = (SELECT, EXTEND_SELECT, IGNORE, PREVIEW)
SETTINGS = (LANG, CONFIG, ISOLATED)
