"""The options of `lawcheck check` that no other command has."""

from typing import Annotated

from lawcheck.reporting.report_formats import DEFAULT, FORMATS
from lawcheck.surfaces.cli import completion
from lawcheck.surfaces.cli.options import FIXING, OUTPUT, SPEED, WHAT, argument, choice, number, option
from lawcheck.surfaces.cli.output import Color

Paths = Annotated[
    list[str],
    argument(
        "PATH...",
        "文件或目录，默认为当前目录；- 为标准输入",
        "files or folders, the current one by default; - is standard input",
    ),
]
FilesFrom = Annotated[
    str | None,
    option(
        "--files-from FILE",
        WHAT,
        "另从清单读取要检查的路径，每行一个，或以 NUL 分隔；- 为标准输入",
        "paths from a list too, one a line or NUL-separated; - is standard input",
    ),
]
ForceExclude = Annotated[
    bool,
    option(
        "--force-exclude",
        WHAT,
        "直接给出的文件也受配置的 include、exclude 和忽略文件限制",
        "include and exclude of the configuration and the ignore files hold for files that are named, too",
    ),
]
Formats = Annotated[
    list[str] | None,
    option(
        "--output-format FORMAT[=FILE]",
        OUTPUT,
        f"报告格式，可以多次给出：{'、'.join(FORMATS)}；默认 {DEFAULT}",
        f"format of the report, may be given several times: {', '.join(FORMATS)}; {DEFAULT} by default",
        autocompletion=completion.formats,
    ),
]
OutputFile = Annotated[
    str | None,
    option(
        "--output-file FILE",
        OUTPUT,
        "报告写入文件，不写到标准输出",
        "write the report to a file, not to standard output",
    ),
]
Quiet = Annotated[
    bool,
    option(
        "--quiet, -q",
        OUTPUT,
        "不写到标准输出；只有退出码、指定的文件和出错信息",
        "nothing on standard output: the exit status, the files named and errors are all",
    ),
]
ShowFiles = Annotated[
    bool, option("--show-files", OUTPUT, "只列出会检查的文件", "only list the documents that would be checked")
]
Statistics = Annotated[
    bool, option("--statistics", OUTPUT, "只列出各规则的问题数", "only the number of findings of each rule")
]
ExitZero = Annotated[bool, option("--exit-zero", OUTPUT, "有问题时退出码也为 0", "exit status 0 even with findings")]
Fix = Annotated[
    bool,
    option("--fix", FIXING, "改正文件中可以安全改正的问题", "apply to the documents what can be fixed safely"),
]
UnsafeFixes = Annotated[
    bool, option("--unsafe-fixes", FIXING, "也作需人工确认的修改", "the fixes that need review, too")
]
Diff = Annotated[bool, option("--diff", FIXING, "只显示会作的修改，不写文件", "only show the changes, write nothing")]
Baseline = Annotated[
    str | None,
    option(
        "--baseline FILE",
        WHAT,
        "只报告基线中没有的问题；基线由 lawcheck baseline 生成",
        "only findings that are not in the baseline, which lawcheck baseline writes",
    ),
]
Since = Annotated[
    str | None,
    option(
        "--since REV",
        WHAT,
        "只报告 Git 中这一版本以来改动之处的问题",
        "only findings in what has changed since this revision in Git",
    ),
]
MergeBase = Annotated[
    bool,
    option(
        "--merge-base",
        WHAT,
        "--since 从与当前提交的共同祖先算起，如同 REV...HEAD",
        "count --since from the common ancestor with the current commit, as REV...HEAD does",
    ),
]
StdinFilename = Annotated[
    str | None,
    option(
        "--stdin-filename NAME",
        WHAT,
        "标准输入的文件名：按它的扩展名和所在目录的配置检查，报告也用它",
        "the name of standard input: its ending, its configuration, and what reports call it",
    ),
]
RelativeTo = Annotated[
    str | None,
    option(
        "--relative-to FOLDER|repository",
        OUTPUT,
        "给程序的报告中路径从哪里算起；默认为 GITHUB_WORKSPACE、CI_PROJECT_DIR 或当前目录",
        "where paths in reports for programs begin: GITHUB_WORKSPACE, CI_PROJECT_DIR or the current folder by default",
    ),
]
ColorChoice = Annotated[
    Color,
    choice(
        "--color",
        Color,
        OUTPUT,
        "是否用颜色；auto 只在终端上用，FORCE_COLOR、NO_COLOR 起作用",
        "colours; auto uses them on terminals, and heeds FORCE_COLOR and NO_COLOR",
    ),
]
Timeout = Annotated[
    int,
    number(
        "--timeout",
        SPEED,
        "一份文件检查多少秒后放弃，其余照常；0 为不限",
        "give a document up after so many seconds and go on with the others; 0 is no limit",
    ),
]
Watch = Annotated[
    bool,
    option("--watch", SPEED, "文件改动后重新检查，直到 Ctrl-C", "check again after every change, until Ctrl-C"),
]
