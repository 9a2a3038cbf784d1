"""Tables of web pages and of Markdown: their rows are tasks, as those of Word files are."""

import pytest
from command import lawcheck
from hypothesis import given
from hypothesis import strategies as st
from timing import grows_linearly

from lawcheck.layers import clean
from lawcheck.pipeline import parse
from lawcheck.source import Source

HEAD = ["序号", "重点任务", "牵头单位", "参加单位", "完成时限"]
ROWS = [
    ["1", "建设统一平台。", "区数据局", "区财政局", "2025年6月"],
    ["2", "推进网上办理。", "区政务局", "区司法局、区民政局", "2025年12月"],
]
TITLE = "示例区任务分工方案"


def html(rows, tag="td"):
    lines = ("<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in row) + "</tr>\n" for row in rows)
    return f"<!doctype html><h1>{TITLE}</h1>\n<p>一、总体要求</p>\n<table>\n{''.join(lines)}</table>\n<p>完。</p>"


def markdown(rows):
    head, *others = ("| " + " | ".join(row) + " |\n" for row in rows)
    return f"# {TITLE}\n\n一、总体要求\n\n{head}|{'---|' * len(rows[0])}\n{''.join(others)}\n完。\n"


def cells(text, text_format):
    """The words of every cell, row by row; of one that goes on from above nothing."""
    view = clean(Source(text, format=text_format))
    return [
        ["" if c.continued else view.text[view.view_offset(c.start) : view.view_offset(c.end)].strip() for c in row]
        for table in view.tables
        for row in table.rows
    ]


@pytest.mark.parametrize(("name", "text"), [("a.html", html([HEAD, *ROWS])), ("a.md", markdown([HEAD, *ROWS]))])
def test_rows_are_tasks(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    first, second = lawcheck("tasks", "--isolated", "--output-format", "json", tmp_path / name).json["files"][0][
        "tasks"
    ]
    assert (first["summary"], first["lead"], first["participants"]) == ("建设统一平台", ["区数据局"], ["区财政局"])
    assert (second["number"], second["participants"]) == (2, ["区司法局", "区民政局"])
    assert second["deadlines"] == [{"text": "2025年12月", "date": "2025-12-31"}]


@pytest.mark.parametrize("make", [html, markdown])
def test_a_task_without_units_is_found_in_its_row(tmp_path, make):
    rows = [[str(number), f"建设第{number}期平台。", "区数据局", "区财政局", "2025年"] for number in range(1, 8)]
    rows[3][2:4] = ["", ""]
    path = tmp_path / ("a.html" if make is html else "a.md")
    path.write_text(make([HEAD, *rows]), encoding="utf-8")
    (found,) = lawcheck("check", "--isolated", "--no-cache", "--output-format", "json", path).json["files"]
    assert [d["code"] for d in found["diagnostics"]] == ["RSP001"]
    assert "建设第4期平台" in found["diagnostics"][0]["message"]


def test_a_table_that_lays_out_a_page_changes_nothing():
    inner = f"<h1>{TITLE}</h1><p>一、总体要求</p><p>要密切配合,共同推进。</p>"
    plain = parse(Source(f"<html>{inner}</html>", format="html"))
    laid_out = parse(
        Source(f"<table><tr><td>左</td><td>{inner}</td></tr><tr><td></td><td></td></tr></table>", format="html")
    )
    assert laid_out.view.tables == ()
    assert [node.title for node in plain.walk()] == [node.title for node in laid_out.walk()]


MERGED = """<table><tr><th>甲<th colspan=2>乙
<tr><td rowspan="2">丙<td>丁<td>戊
<tr><td>己<td>庚</table>"""


def test_merged_cells_stand_in_each_row():
    assert cells(MERGED, "html") == [["甲", "乙"], ["丙", "丁", "戊"], ["", "己", "庚"]]
    (table,) = clean(Source(MERGED, format="html")).tables
    assert [cell.width for cell in table.rows[0]] == [1, 2]
    assert [cell.column for cell in table.rows[2]] == [0, 1, 2]


def test_an_html_table_in_markdown_is_one():
    rows = "<tr><td>甲</td><td>乙</td></tr>\n<tr><td>丙</td><td>丁</td></tr>\n"
    assert cells(f"# 题\n\n<table>\n{rows}</table>\n\n完。\n", "markdown") == [["甲", "乙"], ["丙", "丁"]]


def test_rows_of_markdown_may_be_ragged():
    text = "甲 | 乙 | 丙\n--|:-:|--:\n一 | a\\|b\n| 全 |\n完。\n"
    assert [len(row) for row in cells(text, "markdown")] == [3, 3, 1]
    assert cells(text, "markdown")[1][:2] == ["一", "a|b"]


@pytest.mark.parametrize("text", ["```\n|甲|乙|\n|--|--|\n|丙|丁|\n```\n", "|甲|乙|\n丙\n", "|甲|\n|--|\n|乙|\n"])
def test_what_is_no_table_of_markdown(text):
    assert cells(text, "markdown") == []


WORDS = st.text(st.sampled_from("甲乙丙丁一1。、"), min_size=1, max_size=6)
TABLES = st.integers(2, 5).flatmap(lambda n: st.lists(st.lists(WORDS, min_size=n, max_size=n), min_size=2, max_size=6))


@given(TABLES, st.sampled_from(["td", "th"]))
def test_every_cell_has_its_words(rows, tag):
    assert cells(html(rows, tag), "html") == rows
    assert cells(markdown(rows), "markdown") == rows


HOSTILE = ["<table><tr><td>", "<td>甲", "<tr><td colspan=1000000>甲<td rowspan=1000000>乙", "</table>", "|-|-|\n"]


@pytest.mark.parametrize("text_format", ["html", "markdown"])
@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear(unit, text_format):
    def run(size):
        clean(Source("<table><tr>" + unit * (size // len(unit)), format=text_format))

    assert grows_linearly(run, 10_000)


def test_a_head_of_many_columns_makes_no_cells():
    text = "|" + "甲|" * 2000 + "\n|" + "-|" * 2000 + "\n" + "|1|2|\n" * 2000
    assert cells(text, "markdown") == []
