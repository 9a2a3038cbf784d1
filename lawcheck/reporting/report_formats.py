"""The formats of the findings, a row for each. A new format is a reporter in this room and a row here.

`docs/zh/add-a-report.md` and `docs/en/add-a-report.md` tell how; `make docs` puts the rows into the user guide.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from lawcheck.records import dataclass

if TYPE_CHECKING:  # the command line reads the rows at each call
    from lawcheck.reporting.reporter import Reporter


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """A format: the name that users give, the reporter as `module.Class`, what it is for in both languages.

    `extra` is what has to be installed with lawcheck for it. Formats `for_people` have colours and
    statistics; `counts` is the reporter of statistics of another one. A reporter that `knows_place` is told the file
    that it writes for.
    """

    name: str
    reporter: str
    zh: str
    en: str
    extra: str = ""
    for_people: bool = False
    counts: str = ""
    knows_place: bool = False


FORMATS = {
    row.name: row
    for row in (
        ReportFormat(
            "full",
            "text.TextReporter",
            "给人看的文字，每个问题带所在的一行",
            "text for people, with the line",
            for_people=True,
        ),
        ReportFormat(
            "concise",
            "text.TextReporter",
            "每个问题一行",
            "text for people, one line for each finding",
            for_people=True,
        ),
        ReportFormat(
            "json", "json.JsonReporter", "lawcheck 自己的 JSON", "lawcheck's own JSON", counts="counts.JsonCounts"
        ),
        ReportFormat(
            "csv",
            "table_reports.CsvReporter",
            "表格，每个问题一行，可用 Excel 打开",
            "a table with a row for each finding, for spreadsheets",
            counts="counts.CsvCounts",
        ),
        ReportFormat(
            "jsonl",
            "table_reports.JsonlReporter",
            "每个问题一行 JSON，键与 csv 的列相同",
            "JSON in lines, one for each finding, with the columns of csv as keys",
            counts="counts.JsonlCounts",
        ),
        ReportFormat(
            "sarif",
            "sarif.SarifReporter",
            "SARIF 2.1.0：GitHub 代码扫描和各种编辑器；有规则说明、改法和不随行号变化的指纹",
            "SARIF 2.1.0, for GitHub code scanning and editors: help, fixes, fingerprints that survive moved lines",
        ),
        ReportFormat(
            "github",
            "github.GithubReporter",
            "GitHub Actions 的注释；GitHub 每步只显示错误、警告、提示各 10 条",
            "annotations of GitHub Actions, which shows ten errors, warnings and notices of each step",
        ),
        ReportFormat("gitlab", "gitlab.GitlabReporter", "GitLab 代码质量报告", "GitLab code quality"),
        ReportFormat(
            "junit",
            "junit.JunitReporter",
            "JUnit XML：每个文件一组，错误和警告为失败，提示不算失败",
            "JUnit XML: a suite for each file; errors and warnings fail, information passes",
        ),
        ReportFormat("rdjson", "rdjson.RdjsonReporter", "reviewdog", "reviewdog"),
        ReportFormat(
            "markdown",
            "markdown.MarkdownReporter",
            "合并请求的评论，不超过 65536 个字符（GitHub 步骤摘要 1 MiB）；错误在前，写不下的只说条数",
            "the comment of a pull request, at most 65,536 characters, or 1 MiB for a step summary of GitHub; errors "
            "come first, and the findings that do not fit are counted",
            knows_place=True,
        ),
        ReportFormat(
            "html",
            "html.HtmlReporter",
            "单独一个网页：正文标出问题，旁边是问题清单、理由和改法，另有大纲和任务；不用网络，可以打印",
            "one page: the text with its findings marked, beside it the list with reasons and fixes, outline, tasks; "
            "without network, can be printed",
            extra="web",
        ),
    )
}
DEFAULT = "full"


def reporter_for(
    row: ReportFormat, colours: bool = False, statistics: bool = False, place: str | None = None
) -> "Reporter":
    """A new reporter of a format, for a file or for standard output; its module is imported only now."""
    module, _, name = (row.counts if statistics and row.counts else row.reporter).partition(".")
    reporter = getattr(import_module(f"lawcheck.reporting.{module}"), name)
    made: Reporter
    if row.for_people:
        made = reporter(colours, row.name == "concise", statistics)
    else:
        made = reporter(place) if row.knows_place else reporter()
    return made
