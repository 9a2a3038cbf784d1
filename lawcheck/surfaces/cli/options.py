"""What several commands can be given: each argument and option is declared once, with its help in both languages."""

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any, TypeVar

import typer

from lawcheck.errors import Words
from lawcheck.reading.paged.page_options import Ocr, page_numbers
from lawcheck.rulebook.findings import Severity
from lawcheck.structure.settings import Scanned, Stage
from lawcheck.surfaces.cli.completion import rule_codes, values_of
from lawcheck.surfaces.cli.languages import both
from lawcheck.surfaces.cli.wrong_calls import no_such_value, wrong_call

_Choice = TypeVar("_Choice", bound=StrEnum)

# The groups of the help, in this order.
WHAT = both("检查什么", "What")
RULES = both("用哪些规则", "Which rules")
FIXING = both("改正", "Fixing")
OUTPUT = both("输出", "Output")
SPEED = both("速度", "Speed")
OTHER = both("其他", "Other")
GROUPS = (WHAT, RULES, FIXING, OUTPUT, SPEED, OTHER)


class KindOption(StrEnum):
    """What sort of document it is; the names of `structure.kinds.Kind`, and auto."""

    AUTO = "auto"
    PLAN = "plan"
    OFFICIAL = "official"
    STATUTE = "statute"


class LangOption(StrEnum):
    """The language of the report."""

    ZH = "zh"
    EN = "en"


class Revisions(StrEnum):
    """Which text of a Word file with tracked changes is read."""

    ACCEPTED = "accepted"
    ORIGINAL = "original"


def argument(metavar: str, zh: str, en: str) -> Any:
    """What is given by its place."""
    return typer.Argument(metavar=metavar, help=both(zh, en), show_default=False)


def option(form: str, group: str, zh: str, en: str, **more: Any) -> Any:
    """What is given by a name; `form` is as the help shows it: the names, and what stands for a value."""
    names, _, metavar = form.replace(", ", ",").partition(" ")
    return typer.Option(*names.split(","), metavar=metavar or None, help=both(zh, en), rich_help_panel=group, **more)


def choice(name: str, members: type[_Choice], group: str, zh: str, en: str) -> Any:
    """An option that is one of a few words."""
    form = f"{name} <{'|'.join(members)}>"
    return option(form, group, zh, en, parser=_member(name, members), autocompletion=values_of(members))


def number(name: str, group: str, zh: str, en: str, most: int | None = None) -> Any:
    """An option that is a whole number, 0 or more."""
    return option(f"{name} N", group, zh, en, parser=_whole_number(name, most))


def _member(name: str, members: type[_Choice]) -> Callable[[str], _Choice]:
    def read(word: str) -> _Choice:
        if word not in list(members):
            raise no_such_value(name, word, members)
        return members(word)

    return read


def _whole_number(name: str, most: int | None) -> Callable[[str], int]:
    limit = Words("不小于 0 的整数", "a whole number of 0 or more")
    if most is not None:
        limit = Words(f" 0 至 {most} 的整数", f"a whole number from 0 to {most}")

    def read(word: str) -> int:
        number = int(word) if str(word).isascii() and str(word).removeprefix("-").isdigit() else None
        if number is not None and 0 <= number <= (number if most is None else most):
            return number
        needed = Words("整数", "a whole number") if number is None else limit
        raise wrong_call(
            Words(f"{name} 应是", f"{name} must be ") + needed + Words(f"，不能是“{word}”", f', not "{word}"')
        )

    return read


def _pages_of(said: str) -> str:
    try:
        page_numbers(said)
    except ValueError:
        raise wrong_call(
            Words(
                f"--pages 应是 1-5 或者 1,3,7-9 这样的页码，不能是“{said}”",
                f'--pages must be 1-5 or 1,3,7-9, not "{said}"',
            )
        ) from None
    return said


Paths = Annotated[list[str], argument("PATH...", "文件或目录；- 为标准输入", "files or folders; - is standard input")]
Select = Annotated[
    list[str] | None,
    option(
        "--select CODES",
        RULES,
        "只用这些规则：编号、前缀、名称或 ALL，逗号分隔",
        "only these rules: codes, prefixes, names or ALL, separated by commas",
        autocompletion=rule_codes,
    ),
]
ExtendSelect = Annotated[
    list[str] | None,
    option("--extend-select CODES", RULES, "另外启用这些规则", "these rules too", autocompletion=rule_codes),
]
Ignore = Annotated[
    list[str] | None,
    option("--ignore CODES", RULES, "不用这些规则", "not these rules", autocompletion=rule_codes),
]
Preview = Annotated[bool, option("--preview", RULES, "也用预览规则", "rules in preview, too")]
KindChoice = Annotated[
    KindOption | None,
    choice("--kind", KindOption, WHAT, "文种；默认 auto，即自动识别", "kind of document; auto, the default, finds out"),
]
StageChoice = Annotated[
    Stage | None, choice("--stage", Stage, WHAT, "文稿阶段：起草、审核、定稿", "how far the document has come")
]
ScannedChoice = Annotated[
    Scanned | None,
    choice(
        "--scanned",
        Scanned,
        WHAT,
        "是否扫描识别件；默认 auto，即看文中有无识别损伤",
        "whether it was scanned; auto, the default, looks for what recognition damages",
    ),
]
Library = Annotated[
    list[str] | None,
    option(
        "--library DIR",
        WHAT,
        "文件库：引用的文件与其中的对照，可以多次给出",
        "the office's library: citations are held against it; may be given several times",
    ),
]
RevisionsChoice = Annotated[
    Revisions,
    choice(
        "--revisions",
        Revisions,
        WHAT,
        "Word 修订：accepted 视为全部接受，original 视为全部拒绝",
        "tracked changes of Word: accepted takes them all as accepted, original as rejected",
    ),
]
OcrChoice = Annotated[
    Ocr | None,
    choice(
        "--ocr",
        Ocr,
        WHAT,
        "是否识别页面图像中的文字：没有文字层时、总是、从不；默认 auto",
        "recognise the text of pages: auto, the default, where they have none, always, or never",
    ),
]
PagesChoice = Annotated[
    str | None,
    option(
        "--pages 1-5", WHAT, "只读 PDF 和图片的这些页", "only these pages of PDF files and pictures", parser=_pages_of
    ),
]
Config = Annotated[
    str | None,
    option(
        "--config FILE", WHAT, "对所有文件只用这个配置文件", "this configuration file for all documents, and no other"
    ),
]
Isolated = Annotated[bool, option("--isolated", WHAT, "不用配置文件", "no configuration file")]
FailOn = Annotated[
    Severity | None,
    choice(
        "--fail-on",
        Severity,
        OUTPUT,
        "有这一级或更重的问题时退出码为 1，默认 warning",
        "exit status 1 for a finding of this severity or worse; warning by default",
    ),
]
Lang = Annotated[LangOption | None, choice("--lang", LangOption, OUTPUT, "语言，默认 zh", "language; zh by default")]
Jobs = Annotated[
    int,
    number(
        "--jobs",
        SPEED,
        "用几个进程；默认 0，即有几个处理器就用几个",
        "number of processes; 0, the default, is one for each processor",
    ),
]
NoCache = Annotated[bool, option("--no-cache", SPEED, "不用以前检查的结果", "without the results of earlier runs")]
