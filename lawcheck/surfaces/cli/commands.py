"""The commands about documents, each with what it can be given. What they do is imported when they run."""

from lawcheck.errors import UsageError
from lawcheck.reporting.report_formats import FORMATS
from lawcheck.surfaces.cli.calls import Call, command
from lawcheck.surfaces.cli.options import (
    CODES,
    CONFIG,
    FAIL_ON,
    IGNORE,
    JOBS,
    KIND,
    NO_CACHE,
    PATHS,
    PREVIEW,
    REVISIONS,
    SELECT,
    SETTINGS,
    STAGE,
    CompareFormat,
    FixesChoice,
    OutlineFormat,
    TaskFormat,
)
from lawcheck.surfaces.cli.parameters import argument, arguments, choice, flag, required, value, values

_CHECKED_PATHS = arguments("PATH...", "文件或目录，默认为当前目录；- 为标准输入", default=(".",))
_FIX = flag("--fix", text="改正文件中可以安全改正的问题")
_UNSAFE_FIXES = flag("--unsafe-fixes", text="也作需人工确认的修改")
_DIFF = flag("--diff", text="只显示会作的修改，不写文件")
_REPORTS = values("--output-format", "FORMAT[=FILE]", f"报告格式，可以多次给出：{'、'.join(FORMATS)}；默认 full")
_OUTPUT_FILE = value("--output-file", metavar="FILE", text="报告写入文件，不写到标准输出", default=None)
_STATISTICS = flag("--statistics", text="只列出各规则的问题数")
_EXIT_ZERO = flag("--exit-zero", text="有问题时退出码也为 0")
_BASELINE = value(
    "--baseline", metavar="FILE", text="只报告基线中没有的问题；基线由 lawcheck baseline 生成", default=None
)
_SINCE = value("--since", metavar="REV", text="只报告 Git 中这一版本以来改动之处的问题", default=None)
_WATCH = flag("--watch", text="文件改动后重新检查，直到 Ctrl-C")


@command(
    *(_CHECKED_PATHS, *CODES, KIND, STAGE, _FIX, _UNSAFE_FIXES, _DIFF, _REPORTS, _OUTPUT_FILE, _STATISTICS),
    *(REVISIONS, FAIL_ON, _EXIT_ZERO, *SETTINGS, _BASELINE, _SINCE, _WATCH, JOBS, NO_CACHE),
)
def check(call: Call) -> int:
    """检查文件，报告问题。退出码：0 没有问题，1 有问题，2 有文件未能检查或用法错误。"""
    from lawcheck.surfaces.cli.check import CheckCall
    from lawcheck.surfaces.cli.check import check as run
    from lawcheck.surfaces.cli.configured import finder_of

    def once() -> int:
        checked = CheckCall(
            finder=finder_of(call),
            output_formats=call[_REPORTS],
            output_file=call[_OUTPUT_FILE],
            statistics=call[_STATISTICS],
            exit_zero=call[_EXIT_ZERO],
            fix=call[_FIX],
            unsafe_fixes=call[_UNSAFE_FIXES],
            diff=call[_DIFF],
            revisions=call[REVISIONS],
            jobs=call[JOBS],
            no_cache=call[NO_CACHE],
            baseline=call[_BASELINE],
            since=call[_SINCE],
        )
        return run(call[_CHECKED_PATHS], checked)

    if not call[_WATCH]:
        return once()
    if call[_FIX] or call[_DIFF]:
        raise UsageError("--watch 不能与 --fix、--diff 同时使用")
    from lawcheck.surfaces.cli.watching import watch

    return watch(call[_CHECKED_PATHS], call[CONFIG], call[_BASELINE], once)


_BASELINE_FILE = value("-o", "--output", metavar="FILE", text="基线文件", default=".lawcheck-baseline.json")


@command(PATHS, _BASELINE_FILE, *CODES, KIND, STAGE, REVISIONS, *SETTINGS, JOBS, NO_CACHE)
def baseline(call: Call) -> int:
    """接受现有的问题：写成基线文件，供 check --baseline 使用。退出码：0 已写出，2 有文件未能检查或用法错误。"""
    from lawcheck.surfaces.cli.accepting import accept
    from lawcheck.surfaces.cli.configured import finder_of

    return accept(call[PATHS], call[_BASELINE_FILE], finder_of(call), call[REVISIONS], call[JOBS], not call[NO_CACHE])


_WORD_FILE = argument("IN.docx", "Word 文件")
_ANNOTATED = required("-o", "--output", metavar="OUT.docx", text="批注后的文件；可以就是原文件")
_FIXES = choice("--fixes", FixesChoice, "哪些改法作成修订：安全的、全部、不作", FixesChoice.SAFE)
_AUTHOR = value("--author", metavar="NAME", text="批注和修订的作者", default="lawcheck")


@command(_WORD_FILE, _ANNOTATED, _FIXES, _AUTHOR, SELECT, IGNORE, PREVIEW, KIND, STAGE, *SETTINGS)
def annotate(call: Call) -> int:
    """把问题写成 Word 文件中的批注，把改法写成修订。退出码：0 已写出，2 未能写出。"""
    from lawcheck.surfaces.cli.annotating import annotate as run
    from lawcheck.surfaces.cli.configured import finder_of

    return run(call[_WORD_FILE], call[_ANNOTATED], call[_FIXES], call[_AUTHOR], finder_of(call))


_OUTLINE_FORMAT = choice("--output-format", OutlineFormat, "输出格式", OutlineFormat.TREE)


@command(PATHS, KIND, _OUTLINE_FORMAT, REVISIONS, *SETTINGS)
def outline(call: Call) -> int:
    """显示文件的层次结构。"""
    from lawcheck.surfaces.cli import show
    from lawcheck.surfaces.cli.configured import finder_of

    return show.outline(call[PATHS], finder_of(call), call[_OUTLINE_FORMAT], call[REVISIONS])


_TASK_FORMAT = choice("--output-format", TaskFormat, "输出格式；默认按 --output 的扩展名，否则为 table", None)
_LEDGER = value("-o", "--output", metavar="FILE", text="写入文件，如 台账.xlsx", default=None)


@command(PATHS, KIND, _TASK_FORMAT, _LEDGER, REVISIONS, *SETTINGS)
def tasks(call: Call) -> int:
    """列出任务及其牵头、参加、责任单位和时限。"""
    from lawcheck.surfaces.cli import show
    from lawcheck.surfaces.cli.configured import finder_of

    return show.tasks(call[PATHS], finder_of(call), call[_TASK_FORMAT], call[REVISIONS], call[_LEDGER])


_OLD = argument("OLD", "旧稿；- 为标准输入")
_NEW = argument("NEW", "新稿；- 为标准输入")
_COMPARE_FORMAT = choice("--output-format", CompareFormat, "输出格式，默认 text", None)
_COMPARISON = value(
    "-o", "--output", metavar="FILE", text="报告写入文件，格式按扩展名：.txt、.json、.html", default=None
)


@command(_OLD, _NEW, _COMPARE_FORMAT, _COMPARISON, *CODES, KIND, STAGE, FAIL_ON, *SETTINGS)
def compare(call: Call) -> int:
    """比较两稿：增删、移动、改写，单位、时限等变动，新增和消除的问题。退出码：0 没有新问题，1 有，2 未能比较。"""
    from lawcheck.surfaces.cli.comparing import compare as run
    from lawcheck.surfaces.cli.configured import finder_of

    return run(call[_OLD], call[_NEW], finder_of(call), call[_COMPARE_FORMAT], call[_COMPARISON])


_OVERVIEW = required("-o", "--output", metavar="FILE", text="网页文件，如 总览.html")


@command(PATHS, _OVERVIEW, PREVIEW, KIND, STAGE, REVISIONS, *SETTINGS, JOBS, NO_CACHE)
def overview(call: Call) -> int:
    """检查许多文件，把问题、任务和时限画在一个网页上。退出码：0 已写出，2 有文件未能检查或用法错误。"""
    from lawcheck.surfaces.cli.configured import finder_of
    from lawcheck.surfaces.cli.overview import overview as run

    return run(call[PATHS], call[_OVERVIEW], finder_of(call), call[REVISIONS], call[JOBS], not call[NO_CACHE])


_PATH = argument("PATH", "文件；- 为标准输入")
_CLEANED = flag("--cleaned", text="去掉水印、断行和标记之后的文字，即检查时所用的")


@command(_PATH, _CLEANED, REVISIONS)
def text(call: Call) -> int:
    """输出文件的文字，报告中的位置都是指它。"""
    from lawcheck.surfaces.cli import show

    return show.text(call[_PATH], call[_CLEANED], call[REVISIONS])
