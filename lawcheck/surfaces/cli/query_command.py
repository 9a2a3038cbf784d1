"""`lawcheck query`: questions to the dataset that `lawcheck scan` has written."""

from enum import StrEnum
from typing import Annotated

from lawcheck.errors import UsageError, Words
from lawcheck.surfaces.cli.extras import needs
from lawcheck.surfaces.cli.options import OUTPUT, WHAT, Lang, argument, choice, number, option
from lawcheck.surfaces.cli.output import format_of, write


class QueryFormat(StrEnum):
    """How an answer is shown."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    HTML = "html"


class QueryReport(StrEnum):
    """The ready reports."""

    RULES = "rules"
    UNITS = "units"
    DOCUMENTS = "documents"
    YEARS = "years"
    CITATIONS = "citations"
    NEAR_DUPLICATES = "near-duplicates"


_FORMATS = {".txt": QueryFormat.TABLE, ".csv": QueryFormat.CSV, ".json": QueryFormat.JSON, ".html": QueryFormat.HTML}
_Dataset = Annotated[str, argument("DATASET", "scan 写出的目录", "the folder that scan has written")]
_Sql = Annotated[
    str,
    argument(
        "[SQL]",
        "SQL 语句；表有 documents、findings、tasks、sections、citations",
        "in SQL, over documents, findings, tasks, sections and citations",
    ),
]
_Report = Annotated[QueryReport | None, choice("--report", QueryReport, WHAT, "现成的报表", "a ready report")]
_Sample = Annotated[
    int, number("--sample", WHAT, "抽取 N 条问题，连同上下文", "N findings drawn at random, with their context")
]
_Rule = Annotated[str, option("--rule CODE", WHAT, "只抽这条规则的问题", "of this rule only")]
_Seed = Annotated[int, number("--seed", WHAT, "抽样的种子，默认 1", "of the sample; 1 by default")]
_Format = Annotated[
    QueryFormat | None,
    choice("--output-format", QueryFormat, OUTPUT, "输出格式，默认 table", "format; table by default"),
]
_Output = Annotated[
    str | None,
    option(
        "-o, --output FILE",
        OUTPUT,
        "写入文件，格式按扩展名：.txt、.csv、.json、.html",
        "write to a file, in the format of its ending: .txt, .csv, .json, .html",
    ),
]


def query(
    dataset: _Dataset,
    sql: _Sql = "",
    report: _Report = None,
    sample: _Sample = 0,
    rule: _Rule = "",
    seed: _Seed = 1,
    output_format: _Format = None,
    output: _Output = None,
    lang: Lang = None,
) -> int:
    """Writes the answer to one question."""
    if bool(sql) + (report is not None) + bool(sample) != 1:
        raise UsageError(Words("请给出 SQL、--report、--sample 之一", "please give one of SQL, --report and --sample"))
    language = lang or "zh"
    chosen = output_format or format_of(output, _FORMATS, QueryFormat.TABLE)
    with needs("scan"):
        from lawcheck.surfaces.scan.asking import REPORTS, Dataset
    found = Dataset(dataset)
    title = Words("查询", "Query")
    if report is not None:
        answer, title = found.report(report), REPORTS[report][1]
    elif sample:
        answer, title = found.sample(sample, rule, seed), Words("抽样", "Sample")
    else:
        answer = found.ask(sql)
    from lawcheck.surfaces.scan import answer_reports

    if chosen == QueryFormat.HTML:
        with needs("plots"):
            text = answer_reports.answer_html(answer, title.in_language(language), language)
    elif chosen == QueryFormat.CSV:
        text = answer_reports.answer_csv(answer)
    elif chosen == QueryFormat.JSON:
        text = answer_reports.answer_json(answer)
    else:
        text = answer_reports.answer_table(answer)
    write(text, output)
    return 0
