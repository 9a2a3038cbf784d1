"""The commands and their options. What they do is imported when they run, so that --help and --version are quick."""

import gc
from collections.abc import Sequence
from typing import Annotated

import typer

from lawcheck import __version__
from lawcheck.cli import about
from lawcheck.cli.complaints import complain
from lawcheck.cli.options import (
    CheckFormat,
    CompareFormat,
    Config,
    ExtendSelect,
    FailOnChoice,
    FixesChoice,
    Ignore,
    Isolated,
    Jobs,
    KindChoice,
    Lang,
    NoCache,
    OutlineFormat,
    Paths,
    Revisions,
    RevisionsChoice,
    Select,
    StageChoice,
    TaskFormat,
    split,
)
from lawcheck.cli.serve import serve
from lawcheck.errors import LawcheckError, UsageError

# The base of every complaint about a call; typer exports only this descendant of it.
_CALL_ERROR: type[Exception] = typer.BadParameter.__mro__[2]


app = typer.Typer(
    name="lawcheck",
    help="检查中文公文、方案和法规的结构、编号、责任分工和文字。",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"lawcheck {__version__}")
        raise typer.Exit


@app.callback()
def lawcheck(
    version: Annotated[bool, typer.Option("--version", is_eager=True, callback=_show_version, help="显示版本")] = False,
) -> None:
    """检查中文公文、方案和法规的结构、编号、责任分工和文字。"""


@app.command()
def check(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH...]", help="文件或目录，默认为当前目录；- 为标准输入")
    ] = None,
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    kind: KindChoice = None,
    stage: StageChoice = None,
    fix: Annotated[bool, typer.Option("--fix", help="改正文件中可以安全改正的问题")] = False,
    unsafe_fixes: Annotated[bool, typer.Option("--unsafe-fixes", help="也作需人工确认的修改")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="只显示会作的修改，不写文件")] = False,
    output_format: Annotated[
        list[str] | None,
        typer.Option(metavar="FORMAT[=FILE]", help=f"报告格式，可以多次给出：{'、'.join(CheckFormat)}；默认 full"),
    ] = None,
    output_file: Annotated[str | None, typer.Option(metavar="FILE", help="报告写入文件，不写到标准输出")] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="只列出各规则的问题数")] = False,
    revisions: RevisionsChoice = Revisions.ACCEPTED,
    fail_on: FailOnChoice = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="有问题时退出码也为 0")] = False,
    lang: Lang = None,
    config: Config = None,
    isolated: Isolated = False,
    baseline: Annotated[
        str | None, typer.Option(metavar="FILE", help="只报告基线中没有的问题；基线由 lawcheck baseline 生成")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="REV", help="只报告 Git 中这一版本以来改动之处的问题")] = None,
    watch: Annotated[bool, typer.Option("--watch", help="文件改动后重新检查，直到 Ctrl-C")] = False,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
) -> int:
    """检查文件，报告问题。退出码：0 没有问题，1 有问题，2 有文件未能检查或用法错误。"""
    from lawcheck.cli.check import CheckCall
    from lawcheck.cli.check import check as run
    from lawcheck.cli.configured import finder_for

    def once() -> int:
        codes = (split(select), split(extend_select), split(ignore))
        finder = finder_for(config, isolated, kind, lang, stage, fail_on, codes)
        formats, mending = output_format or (), (fix, unsafe_fixes, diff)
        call = CheckCall(
            finder, formats, output_file, statistics, exit_zero, *mending, revisions, jobs, no_cache, baseline, since
        )
        return run(paths or ["."], call)

    if not watch:
        return once()
    if fix or diff:
        raise UsageError("--watch 不能与 --fix、--diff 同时使用")
    from lawcheck.cli.watching import watch as keep_checking

    return keep_checking(paths or ["."], once)


@app.command(name="baseline")
def write_baseline(
    paths: Paths,
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="基线文件")] = ".lawcheck-baseline.json",
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    kind: KindChoice = None,
    stage: StageChoice = None,
    revisions: RevisionsChoice = Revisions.ACCEPTED,
    lang: Lang = None,
    config: Config = None,
    isolated: Isolated = False,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
) -> int:
    """接受现有的问题：写成基线文件，供 check --baseline 使用。退出码：0 已写出，2 有文件未能检查或用法错误。"""
    from lawcheck.cli.accepting import accept
    from lawcheck.cli.configured import finder_for

    codes = (split(select), split(extend_select), split(ignore))
    finder = finder_for(config, isolated, kind, lang, stage, codes=codes)
    return accept(paths, output, finder, revisions, jobs, not no_cache)


@app.command()
def annotate(
    path: Annotated[str, typer.Argument(metavar="IN.docx", help="Word 文件")],
    output: Annotated[str, typer.Option("-o", "--output", metavar="OUT.docx", help="批注后的文件；可以就是原文件")],
    fixes: Annotated[FixesChoice, typer.Option(help="哪些改法作成修订：安全的、全部、不作")] = FixesChoice.SAFE,
    author: Annotated[str, typer.Option(metavar="NAME", help="批注和修订的作者")] = "lawcheck",
    select: Select = None,
    ignore: Ignore = None,
    kind: KindChoice = None,
    stage: StageChoice = None,
    lang: Lang = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """把问题写成 Word 文件中的批注，把改法写成修订。退出码：0 已写出，2 未能写出。"""
    from lawcheck.cli.annotating import annotate as run
    from lawcheck.cli.configured import finder_for

    finder = finder_for(config, isolated, kind, lang, stage, codes=(split(select), (), split(ignore)))
    return run(path, output, fixes, author, finder)


@app.command()
def outline(
    paths: Paths,
    kind: KindChoice = None,
    output_format: Annotated[OutlineFormat, typer.Option(help="输出格式")] = OutlineFormat.TREE,
    revisions: RevisionsChoice = Revisions.ACCEPTED,
    lang: Lang = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """显示文件的层次结构。"""
    from lawcheck.cli import show
    from lawcheck.cli.configured import finder_for

    return show.outline(paths, finder_for(config, isolated, kind, lang), output_format, revisions)


@app.command()
def tasks(
    paths: Paths,
    kind: KindChoice = None,
    output_format: Annotated[
        TaskFormat | None, typer.Option(help="输出格式；默认按 --output 的扩展名，否则为 table")
    ] = None,
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="写入文件，如 台账.xlsx")] = None,
    revisions: RevisionsChoice = Revisions.ACCEPTED,
    lang: Lang = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """列出任务及其牵头、参加、责任单位和时限。"""
    from lawcheck.cli import show
    from lawcheck.cli.configured import finder_for

    return show.tasks(paths, finder_for(config, isolated, kind, lang), output_format, revisions, output)


@app.command()
def compare(
    old: Annotated[str, typer.Argument(metavar="OLD", help="旧稿；- 为标准输入")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="新稿；- 为标准输入")],
    output_format: Annotated[CompareFormat | None, typer.Option(help="输出格式，默认 text")] = None,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="报告写入文件，格式按扩展名：.txt、.json、.html"),
    ] = None,
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    kind: KindChoice = None,
    stage: StageChoice = None,
    fail_on: FailOnChoice = None,
    lang: Lang = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """比较两稿：增删、移动、改写，单位、时限等变动，新增和消除的问题。退出码：0 没有新问题，1 有，2 未能比较。"""
    from lawcheck.cli.comparing import compare as run
    from lawcheck.cli.configured import finder_for

    codes = (split(select), split(extend_select), split(ignore))
    return run(old, new, finder_for(config, isolated, kind, lang, stage, fail_on, codes), output_format, output)


@app.command()
def overview(
    paths: Paths,
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="网页文件，如 总览.html")],
    kind: KindChoice = None,
    stage: StageChoice = None,
    revisions: RevisionsChoice = Revisions.ACCEPTED,
    lang: Lang = None,
    config: Config = None,
    isolated: Isolated = False,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
) -> int:
    """检查许多文件，把问题、任务和时限画在一个网页上。退出码：0 已写出，2 有文件未能检查或用法错误。"""
    from lawcheck.cli.configured import finder_for
    from lawcheck.cli.overview import overview as run

    return run(paths, output, finder_for(config, isolated, kind, lang, stage), revisions, jobs, not no_cache)


@app.command()
def text(
    path: Annotated[str, typer.Argument(metavar="PATH", help="文件；- 为标准输入")],
    cleaned: Annotated[bool, typer.Option("--cleaned", help="去掉水印、断行和标记之后的文字，即检查时所用的")] = False,
    revisions: RevisionsChoice = Revisions.ACCEPTED,
) -> int:
    """输出文件的文字，报告中的位置都是指它。"""
    from lawcheck.cli import show

    return show.text(path, cleaned, revisions)


app.command(name="config")(about.show_config)
for _command in (about.rules, about.explain, about.lsp, serve):
    app.command()(_command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns the exit status; typer makes 130 of Ctrl-C."""
    # What a check makes lives until its report is written; looking for garbage among it takes a tenth of the time.
    # `inputs` collects it between documents.
    gc.disable()
    try:
        return int(app(arguments, prog_name="lawcheck", standalone_mode=False) or 0)
    except LawcheckError as error:
        message = str(error)
    except _CALL_ERROR as error:
        if "NoArgs" in type(error).__name__:
            print(error)
            return 2
        message = f"用法错误：{error}"
    complain(message)
    return 2
