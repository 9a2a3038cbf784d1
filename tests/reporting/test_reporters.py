"""Excerpts, tables, CSV and the JSON of the reports."""

import csv
import io
import json

import pytest
from checking import issue, outcome
from hypothesis import given
from hypothesis import strategies as st
from timing import grows_linearly

from lawcheck.reading.formats import HTML
from lawcheck.reporting import report
from lawcheck.reporting.convert import checked_file, outline_file, task_file
from lawcheck.reporting.excerpt import MAX_WIDTH, char_width, clipped, marked, text_width, visible
from lawcheck.reporting.outline_tree import tree
from lawcheck.reporting.schemas import FOLDER, generate
from lawcheck.reporting.schemas import __main__ as schema_writer
from lawcheck.reporting.table import table
from lawcheck.reporting.task_table import task_csv, task_table
from lawcheck.reporting.text import Style, Tally, concise, full, statistics, summary
from lawcheck.rulebook.findings import IssuePlace, Safety, Severity
from lawcheck.structure.document import Attribution, Deadline, Document, Field, Node, Role, Task, Unit
from lawcheck.structure.frame import Extent, Frame, Title
from lawcheck.structure.kinds import Kind
from lawcheck.text.edits import Edit
from lawcheck.text.source import Source
from lawcheck.text.view import Cut, View


@pytest.mark.parametrize(
    ("text", "start", "end", "line", "carets"),
    [
        ("推进ABC改革", 2, 5, "推进ABC改革", "    ^^^"),
        ("推进改革", 2, 4, "推进改革", "    ^^^^"),
        ("“推进”改革……", 3, 4, "“推进”改革……", "      ^^"),
        ("１２3４", 1, 3, "１２3４", "  ^^^"),
        ("缺在此", 2, 2, "缺在此", "    ^"),
        ("末尾", 2, 2, "末尾", "    ^"),
        ("e\u0301甲", 2, 3, "e\u0301甲", " ^^"),
        ("一\n二", 0, 3, "一", "^^"),
        ("一\r\n", 1, 3, "一", "  ^"),
        ("", 0, 0, "", "^"),
        ("\x1b[31m甲\t乙\u202e丙", 5, 6, "␛[31m甲 乙\ufffd丙", "     ^^"),
    ],
)
def test_the_place_is_marked_under_wide_characters(text, start, end, line, carets):
    assert marked(text, 0, start, end) == (line, carets)


def test_a_long_line_is_windowed_around_the_place():
    text = "一" * 500 + "二三" + "四" * 500
    line, carets = marked(text, 0, 500, 502)
    assert line.startswith("…一")
    assert line.endswith("四…")
    assert "二三" in line
    assert text_width(line) <= MAX_WIDTH + 4
    assert text_width(line[: line.index("二")]) == len(carets) - 4
    assert carets.endswith("^^^^")


def test_a_long_place_is_marked_as_far_as_it_is_shown():
    line, carets = marked("一" * 500, 0, 100, 400)
    assert text_width(line) >= len(carets)
    assert carets.count("^") < 100


@pytest.mark.growth
def test_excerpts_of_a_huge_line_take_no_time():
    def mark(size):
        text = "一二" * size
        return [marked(text, 0, offset, offset + 1) for offset in range(0, len(text), len(text) // 200)]

    # As many excerpts of a longer line take no longer.
    assert grows_linearly(mark, 20_000)


@given(st.text(max_size=200), st.data())
def test_no_control_character_reaches_the_terminal(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    file = outcome(text, issue(start, end, text), path=text)
    for line in [*full(file, Style()), *concise(file, Style())]:
        assert all(c.isprintable() or c == "\u3000" for c in line)


def test_widths():
    assert [char_width(c) for c in "aＡ一“…①\u0301é"] == [1, 2, 2, 2, 2, 2, 0, 1]
    assert visible("一\u3000二\u2003三\xa0四") == "一\u3000二 三 四"
    assert clipped("一二三四", 8) == "一二三四"
    assert clipped("一二三四", 7) == "一二…"
    assert clipped("一二", 1) == "…"


def test_full_names_other_places_related_places_and_the_fix():
    text = "一二三\n" * 20
    first = IssuePlace(0, 1, (Edit(0, 1, ""),), ((5, 6, "前一处"),))
    places = (first, *(IssuePlace(i * 4, i * 4 + 1) for i in range(1, 12)))
    found = issue(0, 1, places=places, safety=Safety.UNSAFE, severity=Severity.INFO)
    assert list(full(outcome(text, found, title="删除"), Style())) == [
        "a.txt:1:1: 提示 ABC001 有误，共 12 处",
        "    1 | 一二三",
        "      | ^^",
        "      = 另见 2:1 3:1 4:1 5:1 6:1 7:1 8:1 9:1 …",
        "      = 参见 2:2 前一处",
        "      = 修改（需人工确认）：删除",
        "",
    ]
    english = list(full(outcome(text, found, title="删除"), Style("en")))
    assert english[3].startswith("      = also 2:1 ")
    assert english[5] == "      = fix (needs review): 删除"


def test_statistics_and_summary():
    text = "一二三"
    tally = Tally()
    assert summary(tally, 0, Style()) == "检查了 0 个文件，没有发现问题"
    other = {"code": "ABC002", "name": "other", "severity": Severity.WARNING}
    tally.add(outcome(text, issue(0, 1), issue(1, 2, **other), issue(2, 3, **other)))
    assert list(statistics(tally, Style("en"))) == [
        "     2  ABC002  warning  other",
        "     1  ABC001  error  some-rule",
    ]
    assert summary(tally, 1, Style("en")) == (
        "1 file(s) checked: 1 error(s), 2 warning(s), 0 note(s); 1 file(s) could not be checked"
    )


def test_a_table_wraps_by_width():
    assert list(table(["序号", "x"], [["1", "一二三四"], ["2", "a"]], [4, 5])) == [
        "序号  x",
        "----  ----",
        "1     一二",
        "      三四",
        "2     a",
    ]


@pytest.fixture
def document():
    """一、A甲局牵头 with a task, over a view from which a tag was cut."""
    view = View("题<b>一、甲局牵头，6月底前完成").without([Cut("markup", 1, 4)])
    unit = Unit("=甲局", 3, 5)
    deadline = Deadline("6月底前", None, 8, 12)
    attribution = Attribution(3, 12, (Field(Role.LEAD, "", 3, 7, (unit,)),), (deadline,))
    lost = Node("item", 3, "", 2, 5, 5, 7, 14, "牵头", inferred=True)
    node = Node("section", 1, "一、", 1, 1, 3, 5, 14, "甲局", children=(lost,))
    task = Task(None, 2, node, "一、甲局", "", "甲局\t牵头", 1, 14, (attribution,), (unit,), (), (unit,), (deadline,))
    bare = Task(3, 1, node, "", "", "无人", 1, 2, (), (), (), (), ())
    return Document(view, Kind.PLAN, HTML, (), Frame(Title("题", 0, 1), Extent(1, 14)), (node,), tasks=(task, bare))


def test_outline_and_tasks_in_offsets_of_the_source(document):
    source = Source(document.view.source_text, "a.html")
    outline = outline_file(source, document)
    assert (outline.title.offset, outline.title.end_offset) == (0, 1)
    (node,) = outline.nodes
    assert source.text[node.offset : node.end_offset] == "一、甲局牵头，6月底前完成"
    assert list(tree(outline, source.text, "zh")) == [
        "a.html（方案）",
        "题",
        "  一、甲局  [1:5]",
        "    （原编号缺失，应为 2）牵头  [1:9]",
    ]
    task, bare = task_file(source, document).tasks
    assert task.lead == ("=甲局",)
    assert source.text[task.attribution.offset : task.attribution.end_offset] == "甲局牵头，6月底前"
    assert bare.attribution is None


def test_csv_cells_are_never_formulas(document):
    file = task_file(Source(document.view.source_text, "@a.txt"), document)
    rows = list(csv.reader(io.StringIO(task_csv([file], "zh").removeprefix("\ufeff"))))
    assert rows[1][:3] == ["'@a.txt", "", "2"]
    assert rows[1][6] == "'=甲局"
    assert rows[2][1] == "3"
    lines = list(task_table(file, "zh"))
    assert lines[0] == "@a.txt"
    assert lines[3].startswith("-2    甲局 牵头  =甲局")


def test_a_checked_document_without_findings():
    file = checked_file(outcome("正文", path="-"), "zh")
    assert (file.path, file.characters, file.diagnostics) == ("-", 2, ())


@pytest.mark.slow
def test_ten_thousand_findings_are_written():
    text = "一二三四五六，\n" * 10_000
    results = outcome(text, *(issue(0, 1, edits=[Edit(0, 1, "，")]) for _ in range(10_000)))
    written = report.to_json(report.Report(files=(checked_file(results, "zh"),)))
    assert len(json.loads(written)["files"][0]["diagnostics"]) == 10_000


def test_reports_read_back():
    file = checked_file(outcome("一二", issue(0, 1)), "zh")
    original = report.Report(files=(file,), errors=(report.FileError(path="x", message="y"),))
    assert report.Report.model_validate_json(report.to_json(original)) == original
    assert [d.code for d in original.diagnostics] == ["ABC001"]


@pytest.mark.parametrize("name", ["check", "outline", "tasks", "rules"])
def test_schemas_are_those_of_the_models(name):
    written = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
    assert written == generate()[f"{name}.json"], "run: make schemas"
    schema = json.loads(written)
    assert schema["properties"]["schema"]["const"] == f"lawcheck-{name}/1"
    assert "schema" in schema["required"]


def test_schemas_are_written_into_the_package(tmp_path, monkeypatch):
    monkeypatch.setattr(schema_writer, "FOLDER", tmp_path)
    schema_writer.main()
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == generate()
