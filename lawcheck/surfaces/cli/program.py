"""The commands of lawcheck, each in a module of its own, which is imported when it is called."""

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from lawcheck import __version__
from lawcheck.errors import Words
from lawcheck.surfaces.cli import completion
from lawcheck.surfaces.cli.calls import HELP_NAMES, Command, localised, reading
from lawcheck.surfaces.cli.help import overall_help
from lawcheck.surfaces.cli.languages import both, language_of
from lawcheck.surfaces.cli.options import OTHER, option
from lawcheck.surfaces.cli.output import write
from lawcheck.surfaces.cli.wrong_calls import no_such

_ABOUT = Words(
    "检查中文公文、方案和法规的结构、编号、责任分工和文字。",
    "Checks the structure, numbering, responsibilities and wording of Chinese official documents. ",
)
# In the order of the help, with what is said of each.
COMMANDS = {
    "check": Words(
        "检查文件，报告问题。退出码：0 没有问题，1 有问题，2 有文件未能检查或用法错误。",
        "Checks documents and reports findings. Exit status: 0 nothing found, 1 findings, "
        "2 a document could not be checked or the call is wrong.",
    ),
    "baseline": Words(
        "接受现有的问题：写成基线文件，供 check --baseline 使用。退出码：0 已写出，2 有文件未能检查或用法错误。",
        "Accepts the findings as they are: writes the baseline for check --baseline. Exit status: 0 written, "
        "2 a document could not be checked or the call is wrong.",
    ),
    "annotate": Words(
        "把问题写成 Word 文件中的批注，把改法写成修订。退出码：0 已写出，2 未能写出。",
        "Writes findings as comments of a Word file, and fixes as tracked changes. Exit status: 0 written, "
        "2 could not be written.",
    ),
    "outline": Words("显示文件的层次结构。", "Shows the structure of documents."),
    "tasks": Words("列出任务及其牵头、参加、责任单位和时限。", "Lists the tasks with their units and deadlines."),
    "compare": Words(
        "比较两稿：增删、移动、改写，单位、时限等变动，新增和消除的问题。退出码：0 没有新问题，1 有，2 未能比较。",
        "Compares two revisions: what was added, moved and changed, and the findings that came and went. "
        "Exit status: 0 no new finding, 1 new findings, 2 could not be compared.",
    ),
    "cover": Words(
        "对照上级文件：各项任务由哪些措施承接，缺什么、低于什么。退出码：0 没有，1 有缺失或者低于上级的，2 未能对照。",
        "Holds a document against its superiors: which measures take up each of theirs, and what is missing or less. "
        "Exit status: 0 nothing missing, 1 something missing or less, 2 could not be done.",
    ),
    "cite": Words(
        "核对引用：每一处引用与文件库和国家法律法规对照。退出码：0 没有不符，1 有不符或者已废止的，2 有文件未能读取。",
        "Lists every reference, held against the library and national law. "
        "Exit status: 0 all right, 1 one is different or repealed, 2 a document could not be read.",
    ),
    "overview": Words(
        "检查许多文件，把问题、任务和时限画在一个网页上。退出码：0 已写出，2 有文件未能检查或用法错误。",
        "Checks many documents and draws findings, tasks and deadlines on one page. Exit status: 0 written, "
        "2 a document could not be checked or the call is wrong.",
    ),
    "scan": Words(
        "检查成千上万的文件，写成 Parquet 数据集；中断后再次运行即继续。退出码：0 已写出，2 有输入未能读取。",
        "Checks documents by the million into a Parquet dataset, and goes on where it was interrupted. "
        "Exit status: 0 written, 2 an input could not be read.",
    ),
    "query": Words(
        "查询 scan 写出的数据集：SQL、现成的报表、抽样。",
        "Asks the dataset that scan has written: SQL, ready reports, samples.",
    ),
    "text": Words(
        "输出文件的文字，报告中的位置都是指它。", "Writes the text of a document, which all places in reports refer to."
    ),
    "config": Words(
        "显示对文件起作用的配置，以及各项来自哪里。", "Shows what is configured for a document, and where."
    ),
    "rules": Words("列出全部规则，包括配置中的自定规则。", "Lists all rules, those of the configuration too."),
    "explain": Words("说明一条规则：理由、依据、示例和改法。", "Explains a rule: reason, sources, examples and fix."),
    "lsp": Words(
        "语言服务器：由编辑器启动，经标准输入和标准输出与它通信。",
        "The language server: editors start it and speak to it on standard input and output.",
    ),
    "mcp": Words(
        "为智能体服务（Model Context Protocol）：由它启动，经标准输入和标准输出通信；只读给出的文件夹。",
        "Serves agents by the Model Context Protocol: they start it and speak to it on standard input and output; "
        "only the folders named are read.",
    ),
    "serve": Words(
        "在本机打开网页，在浏览器中检查、修改文件；按 Ctrl-C 结束。",
        "Serves the local page, where a browser checks and changes documents; Ctrl-C ends it.",
    ),
}
_PLAIN: dict[str, Any] = {"add_completion": False, "rich_markup_mode": None, "pretty_exceptions_enable": False}
_CONTEXT: dict[str, Any] = {"help_option_names": list(HELP_NAMES), "allow_extra_args": True}


class Program(TyperGroup):
    """`lawcheck` itself."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, name: str) -> Any:
        """A command, of whose module nothing was known before."""
        if name not in COMMANDS:
            return None
        module = import_module(f"lawcheck.surfaces.cli.{name}_command")
        app = typer.Typer(**_PLAIN)
        about = both(COMMANDS[name].zh, COMMANDS[name].en)
        app.command(name, cls=Command, help=about, short_help=about, context_settings=_CONTEXT)(getattr(module, name))
        return typer.main.get_command(app)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Reads the words before the name of a command; raises UsageError."""
        if ctx.resilient_parsing:
            return super().parse_args(ctx, args)
        if not args or args[0] in HELP_NAMES:
            write(self.get_help(ctx))
            raise typer.Exit(0 if args else 2)
        if args[0] in ("--install-completion", "--show-completion"):
            _complete(args[0], args[1] if args[1:] else None, language_of(args))
            raise typer.Exit
        return reading(self, ctx, args, super().parse_args)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that is called; raises UsageError."""
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            raise no_such(Words("命令", "command"), args[0], COMMANDS)
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: Any) -> str:
        """The page that --help shows."""
        return overall_help(_ABOUT, COMMANDS, self.params, language_of(ctx.obj or ()))

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """The names of commands and options, with what they are for."""
        return localised(super().shell_complete(ctx, incomplete))


def _complete(name: str, shell: str | None, language: str) -> None:
    if name == "--show-completion":
        write(completion.script(shell))
    else:
        write(completion.install(shell).in_language(language) + "\n")


def _show_version(asked: bool) -> None:
    if asked:
        write(f"lawcheck {__version__}\n")
        raise typer.Exit


app = typer.Typer(cls=Program, context_settings={"help_option_names": list(HELP_NAMES)}, **_PLAIN)


@app.callback()
def lawcheck(
    version: Annotated[
        bool,
        option("--version", OTHER, "显示版本", "show the version", is_eager=True, callback=_show_version),
    ] = False,
    install_completion: Annotated[
        bool,
        option(
            "--install-completion",
            OTHER,
            f"为命令行外壳安装补全；后面可以写 {'、'.join(completion.SHELLS)}",
            f"install completion for the shell, which may be named behind it: {', '.join(completion.SHELLS)}",
        ),
    ] = False,
    show_completion: Annotated[
        bool, option("--show-completion", OTHER, "显示补全的脚本", "show the script of completion")
    ] = False,
) -> None:
    """What can be given before the name of a command; `Program` acts on it."""
