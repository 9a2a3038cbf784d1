"""Tables of web pages and of Markdown: their rows are tasks, as those of Word files are."""

import pytest
from command import lawcheck
from docx_documents import cell, docx, p, table
from html_pages import faults, parsed, words
from hypothesis import given
from hypothesis import strategies as st
from timing import grows_linearly

from lawcheck.checks.made_on import made_on
from lawcheck.pipeline import parse
from lawcheck.reading.formats import HTML, MARKDOWN
from lawcheck.text.layers import clean
from lawcheck.text.source import Source

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
    plain = parse(Source(f"<html>{inner}</html>", format=HTML))
    laid_out = parse(
        Source(f"<table><tr><td>左</td><td>{inner}</td></tr><tr><td></td><td></td></tr></table>", format=HTML)
    )
    assert laid_out.view.tables == ()
    assert [node.title for node in plain.walk()] == [node.title for node in laid_out.walk()]


MERGED = """<table><tr><th>甲<th colspan=2>乙
<tr><td rowspan="2">丙<td>丁<td>戊
<tr><td>己<td>庚</table>"""


def test_merged_cells_stand_in_each_row():
    assert cells(MERGED, HTML) == [["甲", "乙"], ["丙", "丁", "戊"], ["", "己", "庚"]]
    (table,) = clean(Source(MERGED, format=HTML)).tables
    assert [cell.width for cell in table.rows[0]] == [1, 2]
    assert [cell.column for cell in table.rows[2]] == [0, 1, 2]


def test_an_html_table_in_markdown_is_one():
    rows = "<tr><td>甲</td><td>乙</td></tr>\n<tr><td>丙</td><td>丁</td></tr>\n"
    assert cells(f"# 题\n\n<table>\n{rows}</table>\n\n完。\n", MARKDOWN) == [["甲", "乙"], ["丙", "丁"]]


def test_rows_of_markdown_may_be_ragged():
    text = "甲 | 乙 | 丙\n--|:-:|--:\n一 | a\\|b\n| 全 |\n完。\n"
    assert [len(row) for row in cells(text, MARKDOWN)] == [3, 3, 1]
    assert cells(text, MARKDOWN)[1][:2] == ["一", "a|b"]


@pytest.mark.parametrize("text", ["```\n|甲|乙|\n|--|--|\n|丙|丁|\n```\n", "|甲|乙|\n丙\n", "|甲|\n|--|\n|乙|\n"])
def test_what_is_no_table_of_markdown(text):
    assert cells(text, MARKDOWN) == []


WORDS = st.text(st.sampled_from("甲乙丙丁一1。、"), min_size=1, max_size=6)
TABLES = st.integers(2, 5).flatmap(lambda n: st.lists(st.lists(WORDS, min_size=n, max_size=n), min_size=2, max_size=6))


@given(TABLES, st.sampled_from(["td", "th"]))
def test_every_cell_has_its_words(rows, tag):
    assert cells(html(rows, tag), HTML) == rows
    assert cells(markdown(rows), MARKDOWN) == rows


HOSTILE = ["<table><tr><td>", "<td>甲", "<tr><td colspan=1000000>甲<td rowspan=1000000>乙", "</table>", "|-|-|\n"]


@pytest.mark.growth
@pytest.mark.parametrize("text_format", [HTML, MARKDOWN])
@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear(unit, text_format):
    def run(size):
        clean(Source("<table><tr>" + unit * (size // len(unit)), format=text_format))

    assert grows_linearly(run, 10_000)


@pytest.mark.slow
def test_a_head_of_many_columns_makes_no_cells():
    text = "|" + "甲|" * 2000 + "\n|" + "-|" * 2000 + "\n" + "|1|2|\n" * 2000
    assert cells(text, MARKDOWN) == []


# The same table in three formats

WORK = [
    ["1", "建设统一平台。", "区数据局", "区财政局", "2025年6月"],
    ["2", "推进网上办理。", "", "区政务局", "2025年12月底前"],
    ["3", "加强数据共享。", "区数据局", "各镇街、区民政局、区民政局", "2025年"],
    ["4", "清理楼道。", "区城管局", "区城管局", "2025年9月30日"],
    ["5", "培训楼长。", "各有关部门", "—", "长期坚持"],
]


@pytest.fixture
def files(tmp_path):
    """A Word file, a page and a Markdown file with the same table."""
    paths = [tmp_path / f"分工.{ending}" for ending in ("docx", "html", "md")]
    rows = table(*([cell(word) for word in row] for row in [HEAD, *WORK]))
    paths[0].write_bytes(docx(p(TITLE) + p("一、总体要求") + rows + p("完。")))
    paths[1].write_text(html([HEAD, *WORK]), encoding="utf-8")
    paths[2].write_text(markdown([HEAD, *WORK]), encoding="utf-8")
    return paths


def said(task):
    """What a task says, without its places."""
    return {key: value for key, value in task.items() if key not in ("attribution", "start", "offset", "end_offset")}


@pytest.mark.slow
def test_the_tasks_are_those_of_the_same_table_in_word(files):
    word, page, text = (lawcheck("tasks", "--output-format", "json", f).json["files"][0]["tasks"] for f in files)
    assert len(word) == len(WORK)
    assert [said(t) for t in word] == [said(t) for t in page] == [said(t) for t in text]


def test_the_findings_are_those_of_the_same_table_in_word(files):
    calls = [lawcheck("check", "--ignore", "FMT", "--output-format", "json", path) for path in files]
    found = [[(d["code"], d["message"]) for d in call.json["files"][0]["diagnostics"]] for call in calls]
    assert [code for code, _ in found[0]] == ["RSP002", "RSP004", "RSP004", "RSP003"]
    assert found[0] == found[1] == found[2]


@pytest.mark.parametrize(("ending", "around"), [("html", ("<td>", "</td>")), ("md", ("。 |  ", "| 区政务局"))])
def test_an_empty_cell_is_pointed_at(files, ending, around):
    (path,) = (file for file in files if file.suffix == f".{ending}")
    first, *_ = lawcheck("check", "--output-format", "json", path).json["files"][0]["diagnostics"]
    text = path.read_text(encoding="utf-8")
    assert first["code"] == "RSP002"
    assert text[: first["offset"]].endswith(around[0]) and text[first["offset"] :].startswith(around[1])


@pytest.mark.slow
def test_reports_show_them_as_tables(files):
    for path in files[1:]:
        page = parsed(lawcheck("check", "--output-format", "html", path).out)
        (grid,) = page.xpath("//article//table")
        assert [words(c) for c in grid.xpath(".//tr")[1].xpath("td|th")][1:4] == WORK[0][1:4]
        assert page.xpath("//article//*[contains(., '完。')]")
        assert faults(page) == []


def test_a_time_limit_in_a_row_dates_no_document(files):
    for path, text_format in zip(files[1:], (HTML, MARKDOWN), strict=True):
        text = path.read_text(encoding="utf-8")
        assert made_on(parse(Source(text, format=text_format))) is None
        later = path.with_stem("后稿")
        later.write_text(text.replace("区城管局", "区住建局"), encoding="utf-8")
        assert "落款" not in lawcheck("compare", path, later).out


# What is a table in HTML, and what only lays out a page


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("<table><tr><td>甲<td>乙<tr><td>丙<td>丁", [["甲", "乙"], ["丙", "丁"]]),
        ("<table><td>甲<td>乙</tr><td>丙<td>丁</table>", [["甲", "乙"], ["丙", "丁"]]),
        ('<table><tr><td title="a>b colspan=3">甲</td><td>乙<tr><td>丙<td>丁</table>', [["甲", "乙"], ["丙", "丁"]]),
        ("<table><caption>表</caption><tr><td>甲<td>乙<tr></tr><tr><td>丙<td>丁</table>", [["甲", "乙"], ["丙", "丁"]]),
        ("<table><tr><td>甲<td>乙<table><tr><td>丙<td>丁<tr><td>戊<td>己", [["丙", "丁"], ["戊", "己"]]),
        ("<table><tr><td>甲<td>乙<tr><td>丙<td>丁</td><table><tr><td>戊", [["甲", "乙"], ["丙", "丁"]]),
        ("<table><tr><td>甲<br>乙<td><p>丙</p><p>丁</p><tr><td>戊<td>", [["甲\n乙", "丙\n丁"], ["戊", ""]]),
        (
            "<table><tr><td rowspan=0>甲<td>乙<tr><td>丙<tbody><tr><td>丁<td>戊",
            [["甲", "乙"], ["", "丙"], ["丁", "戊"]],
        ),
        ("<table><tr><td>甲<td rowspan=2>乙<tr><td colspan=5>丙</table>", [["甲", "乙"], ["丙", ""]]),
        ("<table><tr><td colspan=x>甲<td rowspan>乙<tr><td>丙<td>丁", [["甲", "乙"], ["丙", "丁"]]),
        ("<table><tr><td>甲<td>乙<tr><td><!-- lawcheck: ignore RSP -->丙<td>丁", [["甲", "乙"], ["丙", "丁"]]),
    ],
)
def test_tables_as_browsers_have_them(text, rows):
    assert cells(text, HTML) == rows


ROW = "<tr><td>甲</td><td>乙</td></tr>"


@pytest.mark.parametrize(
    "text",
    [
        f"<table>{ROW}</table>",
        "<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>",
        f"<table role='presentation'>{ROW}{ROW}</table>",
        f"<table>{ROW}<tr><td>丙</td><td><h2>丁</h2></td></tr></table>",
        f"<table>{ROW}{ROW}<tr><td>丙</td>丁<td>戊</td></tr></table>",
        f"<table>{ROW}{ROW}<tr><td>丙</td><td>{'<p>丁</p>' * 50}</td></tr></table>",
        f"<table>{ROW}{ROW}<tr>{'<td>丙</td>' * 50}</tr></table>",
        "<td>甲</td><td>乙</td></table>",
    ],
)
def test_what_lays_out_a_page_is_read_as_other_blocks_are(text):
    view = clean(Source(text, format=HTML))
    blocks = text
    for tag in ("table", "tr", "td"):
        blocks = blocks.replace(f"<{tag}", "<div").replace(f"</{tag}>", "</div>")
    assert view.tables == ()
    assert view.text == clean(Source(blocks, format=HTML)).text


def test_a_table_that_has_a_head_may_hold_others():
    text = f"<table><tr><th>甲<th>乙<tr><td>丙<td>丁<table>{ROW}{ROW}</table></table>完。"
    assert cells(text, HTML) == [["甲", "乙"], ["甲", "乙"], ["甲", "乙"], ["丙", "丁\n甲\n\n乙\n\n甲\n\n乙"]]
    document = parse(Source(text, format=HTML))
    assert [document.text[start:end].strip()[:1] for start, end in document.cells] == ["甲", "乙", "丙", "丁"]


@st.composite
def grids(draw):
    """A table with merged cells: its HTML, and the words of each row; of a cell that goes on from above nothing."""
    columns, height = draw(st.integers(2, 4)), draw(st.integers(2, 4))
    taken: dict[tuple[int, int], str] = {}
    text, rows = "", []
    for y in range(height):
        text += draw(st.sampled_from(["<tr>", "\n<tr >\n"]))
        x = 0
        while x < columns:
            if (y, x) in taken:
                x += 1
                continue
            free = next((i for i in range(x, columns) if (y, i) in taken), columns) - x
            # Each row has a cell of its own.
            width = draw(st.integers(1, free)) if x else 1
            down = draw(st.integers(1, height - y)) if x else 1
            word = draw(WORDS)
            inner = draw(st.sampled_from(["{}", "<p>{}</p>", " <b>{}</b> ", "<!-- 注 -->{}", "\r\n{}&nbsp;"]))
            end = draw(st.sampled_from(["", "</td>"]))
            text += f"<td colspan={width} rowspan='{down}'>{inner.format(word)}{end}"
            taken |= {(b, x): "" for b in range(y, y + down)}
            taken |= {(b, a): "-" for b in range(y, y + down) for a in range(x + 1, x + width)}
            taken[y, x] = word
            x += width
        rows.append([taken[y, x] for x in range(columns) if taken[y, x] != "-"])
    return f"前<table>{text}</table>后", rows


@given(grids())
def test_merged_cells_have_their_words_and_places(grid):
    text, rows = grid
    assert cells(text, HTML) == (rows if sum(len(row) > 1 for row in rows) > 1 else [])
    for found in clean(Source(text, format=HTML)).tables:
        for row, expected in zip(found.rows, rows, strict=True):
            assert all(word in text[cell.start : cell.end] for cell, word in zip(row, expected, strict=True))
