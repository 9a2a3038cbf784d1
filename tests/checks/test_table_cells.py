"""Cells of tables against the other cells of their columns, in Markdown, HTML and lines of tabs."""

import pytest
from checking import check

from lawcheck.reading.formats import HTML, MARKDOWN
from lawcheck.rulebook.registry import Selection
from lawcheck.text.file_format import PLAIN
from lawcheck.text.source import Source

TITLE = "示例区河道保洁行动方案"
HEAD = "序号|任务|责任单位|完成时限"
ROWS = ["1|清理水面漂浮物|区水务局|2026年6月底", "2|整治沿河岸线|区城市管理局|2026年9月底",
        "3|开展巡查管护|区水务局|2026年10月底", "4|组织宣传引导|区委宣传部|2026年11月底"]  # fmt: skip
SIGNED = "\n\n示例区人民政府办公室\n\n2026年3月10日\n"


def markdown(head, *rows):
    lines = ["| " + row.replace("|", " | ") + " |" for row in (head, *rows)]
    return "\n".join([lines[0], "|" + " --- |" * (head.count("|") + 1), *lines[1:]])


def html(head, *rows):
    names = "".join(f"<th>{name}</th>" for name in head.split("|"))
    body = ("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows)
    return f"<table><tr>{names}</tr>\n" + "\n".join(body) + "\n</table>"


def tabs(head, *rows):
    return "\n".join(row.replace("|", "\t") for row in (head, *rows))


def found(code, table, text_format, around=("", "")):
    text = around[0] + table + around[1]
    results = check(Source(text, format=text_format), Selection(select=[code]).rules()).diagnostics
    return [text[start:end] for each in results for start, end in each.spans]


FORMS = [(markdown, MARKDOWN), (html, HTML), (tabs, PLAIN)]


@pytest.mark.parametrize(("write", "text_format"), FORMS, ids=["markdown", "html", "tabs"])
def test_a_table_is_compared_column_by_column(write, text_format):
    swapped = [ROWS[0], "2|整治沿河岸线|2026年9月底|区城市管理局", *ROWS[2:]]
    assert found("STR024", write(HEAD, *swapped), text_format) == ["2026年9月底"]
    short = [ROWS[0], "2|整治沿河岸线|2026年9月底", *ROWS[2:]]
    assert found("STR024", write(HEAD, *short), text_format) == ["2026年9月底"]
    bare = [ROWS[0], "2||区城市管理局|2026年9月底", *ROWS[2:]]
    assert found("STR024", write(HEAD, *bare), text_format) == [""]
    twice = [*ROWS[:3], "4|清理水面漂浮物|区水务局|2026年6月底"]
    assert found("STR024", write(HEAD, *twice), text_format) == ["清理水面漂浮物"]
    assert found("STR024", write(HEAD, *ROWS), text_format) == []


RIGHT = [
    ("序号|路段|里程（公里）|投资（万元）", "1|东环线|6.5|130", "2|山口路|4.2|84", "3|沿河路|10|8.4"),
    ("时间|内容|地点", "5月8日上午|分组讨论审议报告|讨论室", "5月8日下午|分组讨论审议报告|讨论室", "5月9日|闭幕|礼堂"),
    ("节次|星期一|星期二", "1|思想道德与法治|体育与健康", "2|思想道德与法治|体育与健康", "3|语文|数学"),
    ("序号|项目名称|建设内容|责任单位", "1|东湖|铺设步道|区水务局", "2||安装座椅|区水务局", "3|西湖|栽树|区林业局",
     "4|南湖|铺管|区水务局"),
    ("序号|姓名|单位", "1||", "2||", "3||", "4||"),
    ("序号|任务|责任单位|完成时限|备注", *(f"{row}|" for row in ROWS)),
    ("序号|任务|责任单位|完成时限", *ROWS[:3], "4|组织宣传引导|区委宣传部|长期坚持"),
    ("序号|任务|责任单位|完成时限", ROWS[0], "合计|2项||", ROWS[0], ROWS[1]),
]  # fmt: skip


@pytest.mark.parametrize("rows", RIGHT, ids=range(len(RIGHT)))
def test_a_table_that_looks_like_it_is_right(rows):
    for write, text_format in FORMS:
        assert found("STR024", write(*rows), text_format) == []


def test_rows_under_different_headings_may_be_the_same():
    table = html(HEAD, ROWS[0], "一、西段", ROWS[0].replace("1|", "2|"), ROWS[1])
    assert found("STR024", table.replace("<td>一", '<td colspan="4">一'), HTML) == []


@pytest.mark.parametrize(("write", "text_format"), FORMS, ids=["markdown", "html", "tabs"])
def test_the_only_time_limit_that_had_passed_is_told(write, text_format):
    heads = {MARKDOWN: f"# {TITLE}\n\n", HTML: f"<h1>{TITLE}</h1>\n", PLAIN: f"{TITLE}\n\n"}
    ends = {HTML: "".join(f"<p>{line}</p>\n" for line in SIGNED.split()), MARKDOWN: SIGNED, PLAIN: SIGNED}
    around = heads[text_format], ends[text_format]
    past = [*ROWS[:2], ROWS[2].replace("2026", "2025"), ROWS[3]]
    assert found("DOC018", write(HEAD, *past), text_format, around) == ["2025年10月底"]
    assert found("DOC018", write(HEAD, *ROWS), text_format, around) == []
    assert found("DOC018", write(HEAD.replace("完成时限", "实际完成时间"), *past), text_format, around) == []
    # Without a date the year of the title says it.
    dated = (around[0].replace("示例区", "示例区2026年"), "\n")
    assert found("DOC018", write(HEAD, *past), text_format, dated) == ["2025年10月底"]
    assert found("DOC018", write(HEAD, *past), text_format, (around[0], "\n")) == []


DAYS = ("日期|星期|值班人员", "2026年2月16日|星期一|张某", "2026年2月17日|星期三|王某", "2026年2月18日|星期三|钱某")
WORKS = (
    "项目|开工时间|竣工时间",
    "东湖路|2026年3月|2026年9月",
    "西湖路|2026年10月|2026年6月",
    "南湖路|2025年4月|2026年4月",
)
CALLS = ("姓名|单位|联系电话", "张某|甲站|13800000001", "王某|乙站|1380000002", "钱某|丙站|13800000003")


@pytest.mark.parametrize(("write", "text_format"), FORMS, ids=["markdown", "html", "tabs"])
def test_days_and_telephones_of_a_row_are_compared(write, text_format):
    (day,) = found("DOC016", write(*DAYS), text_format)
    assert day.endswith("星期三")
    assert found("TGT004", write(*WORKS), text_format) == ["2026年6月"]
    assert found("NUM015", write(*CALLS), text_format) == ["1380000002"]


def test_a_number_that_is_missing_beside_a_merged_cell_is_marked_at_the_number():
    rows = ["甲类|1|清理水面|区水务局", "|2|整治岸线|区水务局", "乙类|4|开展巡查|区水务局", "|5|组织宣传|区委宣传部"]
    table = html("类别|序号|任务|责任单位", *rows).replace("<td></td>", "").replace("<td>甲", '<td rowspan="2">甲')
    table = table.replace("<td>乙", '<td rowspan="2">乙')
    (place,) = check(Source(table, format=HTML), Selection(select=["STR002"]).rules()).diagnostics
    assert table[place.spans[0][0] :].startswith("4</td>")
