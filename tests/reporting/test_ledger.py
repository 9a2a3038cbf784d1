"""The ledger of tasks: a workbook for people, the same facts as CSV and JSON, and files that are never lost."""

import csv
import io
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from command import lawcheck
from docx_documents import cell, docx, p, table
from hypothesis import example, given, settings
from hypothesis import strategies as st
from timing import PATIENCE

from lawcheck.errors import UsageError
from lawcheck.reporting import xlsx
from lawcheck.reporting.report import Place, TaskDeadline, TaskEntry, TaskFile
from lawcheck.reporting.task_table import task_csv
from lawcheck.reporting.xlsx import MOST_IN_CELL, cell_text, ledger_xlsx

EXAMPLES = Path(__file__).parents[2] / "examples"
HEADER = (
    "文件", "序号", "分项", "一级标题", "二级标题", "任务", "牵头单位", "参加单位", "责任单位", "时限", "截止日期",
    "全文", "行:列",
)  # fmt: skip
PLAN = """示例区便民行动方案

一、改进窗口服务
1.统一收件。各窗口统一收件，2025年6月底前完成。
牵头单位：区政务服务局
参加单位：区司法局、区财政局
2.延长时间。午间不休。
责任单位：区政务服务局
二、改进网上服务
1.精简表格。减少填写项目。
牵头单位：区数据局
责任单位：区数据局、区司法局
"""


def rows(data: bytes | Path, sheet: int) -> list[tuple]:
    """The values of a sheet; an empty cell is ""."""
    source = data if isinstance(data, Path) else io.BytesIO(data)
    values = openpyxl.load_workbook(source).worksheets[sheet].iter_rows(values_only=True)
    return [tuple("" if value is None else value for value in line) for line in values]


def expected(path: str, task: dict) -> tuple:
    """The row of a task of the JSON report."""
    return (
        path,
        "" if task["number"] is None else task["number"],
        task["part"],
        task["section"],
        task["subsection"],
        task["summary"],
        *("、".join(task[role]) for role in ("lead", "participants", "responsible")),
        "、".join(limit["text"] for limit in task["deadlines"]),
        "、".join(limit["date"] or "" for limit in task["deadlines"]),
        task["text"],
        f"{task['start']['line']}:{task['start']['column']}",
    )


def entry(text: str = "全文", number: int | None = 1, lead: tuple[str, ...] = ("区司法局",), **fields) -> TaskEntry:
    values = {
        "number": number, "part": 1, "section": "一、", "subsection": "", "summary": "任务", "lead": lead,
        "participants": (), "responsible": (), "deadlines": (), "attribution": None, "start": Place(line=3, column=1),
        "text": text, "offset": 0, "end_offset": 1,
    }  # fmt: skip
    return TaskEntry(**{**values, **fields})


@pytest.mark.slow
def test_the_ledger_of_the_examples_is_what_json_says(tmp_path):
    target = tmp_path / "台账.xlsx"
    assert lawcheck("tasks", EXAMPLES, "-o", target).status == 0
    files = lawcheck("tasks", EXAMPLES, "--output-format", "json").json["files"]
    read = rows(target, 0)
    assert read[0] == HEADER
    assert read[1:] == [expected(file["path"], task) for file in files for task in file["tasks"]]
    assert {Path(line[0]).suffix for line in read[1:]} >= {".txt", ".docx", ".md"}


def test_csv_says_the_same_and_where_programs_find_it(tmp_path):
    target = tmp_path / "台账.csv"
    lawcheck("tasks", EXAMPLES / "plan.txt", "-o", target)
    (file,) = lawcheck("tasks", EXAMPLES / "plan.txt", "--output-format", "json").json["files"]
    text = target.read_bytes().decode("utf-8-sig")
    header, *lines = csv.reader(io.StringIO(text, newline=""))
    assert [name for name in header if name not in ("起始位置", "结束位置")] == list(HEADER)
    source = (EXAMPLES / "plan.txt").read_text(encoding="utf-8")
    for line, task in zip(lines, file["tasks"], strict=True):
        assert line[:11] + line[13:] == [str(value) for value in expected(file["path"], task)]
        assert source[int(line[11]) : int(line[12])].strip() == task["text"]
    assert text == lawcheck("tasks", EXAMPLES / "plan.txt", "--output-format", "csv").out.removeprefix("\ufeff")


@pytest.mark.slow
def test_units_have_a_sheet_of_what_they_lead_and_join(tmp_path):
    document = tmp_path / "方案.txt"
    document.write_text(PLAN, encoding="utf-8")
    target = tmp_path / "a.xlsx"
    lawcheck("tasks", document, "-o", target)
    header, *lines = rows(target, 1)
    assert header == ("单位", "任务数", "牵头", "参加", "责任", "牵头的任务", "参加的任务", "负责的任务")
    # Both sections begin at 1: the place tells those tasks apart.
    assert lines == [
        ("区政务服务局", 2, 1, 0, 1, "1（4:1）", "", "2"),
        ("区司法局", 2, 0, 1, 1, "", "1（4:1）", "1（10:1）"),
        ("区财政局", 1, 0, 1, 0, "", "1（4:1）", ""),
        ("区数据局", 1, 1, 0, 1, "1（10:1）", "", "1（10:1）"),
    ]


def test_units_of_several_documents_are_counted_together():
    tasks = (entry(number=3), entry(number=None, part=2, start=Place(line=9, column=2)))
    files = [TaskFile(path="甲.txt", tasks=tasks), TaskFile(path="乙.txt", tasks=(entry(number=5),))]
    assert rows(ledger_xlsx(files, "zh"), 1)[1] == (
        "区司法局", 3, 3, 0, 0, "甲.txt：3、-2（9:2）\n乙.txt：5", "", "",
    )  # fmt: skip


def test_rows_of_tables_are_tasks_of_the_ledger(tmp_path):
    document = tmp_path / "分工.docx"
    lines = [["序号", "任务", "牵头单位", "完成时限"], ["1", "修缮驿站", "区城管局", "2025年底前"]]
    cells = [[cell(words) for words in line] for line in lines]
    document.write_bytes(docx(p("任务分工表") + table(*cells)))
    target = tmp_path / "a.xlsx"
    lawcheck("tasks", document, "-o", target)
    (line,) = rows(target, 0)[1:]
    assert line[1:3] + line[5:7] + line[9:11] == (1, 1, "修缮驿站", "区城管局", "2025年底前", "2025-12-31")


def test_sheets_are_ready_to_be_filtered_and_printed(tmp_path):
    target = tmp_path / "a.xlsx"
    lawcheck("tasks", EXAMPLES / "plan.txt", "-o", target)
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["任务", "单位"]
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth, int(sheet.page_setup.fitToHeight)) == (1, 0) or (
            sheet.sheet_properties.pageSetUpPr.fitToPage and int(sheet.page_setup.fitToHeight) == 0
        )
        assert "&P" in sheet.oddFooter.center.text
        assert all(found.alignment.wrap_text for line in sheet.iter_rows() for found in line)
        widths = [sheet.column_dimensions[found.column_letter].width for found in sheet[1]]
        assert all(4 < width < 60 for width in widths)
    # A row is as high as its longest text needs.
    short, long = (
        openpyxl.load_workbook(io.BytesIO(ledger_xlsx([TaskFile(path="a", tasks=(entry(text),))], "zh")))
        for text in ("短", "长" * 500)
    )
    assert short.worksheets[0].row_dimensions[2].height < 20
    assert 200 < long.worksheets[0].row_dimensions[2].height <= 409


def test_in_english(tmp_path):
    target = tmp_path / "a.xlsx"
    lawcheck("tasks", EXAMPLES / "plan.txt", "-o", target, "--lang", "en")
    assert openpyxl.load_workbook(target).sheetnames == ["Tasks", "Units"]
    assert rows(target, 0)[0][:3] == ("file", "no.", "part")
    header = lawcheck("tasks", EXAMPLES / "plan.txt", "--output-format", "csv", "--lang", "en").out.splitlines()[0]
    assert header.startswith("\ufefffile,no.,part,")
    assert "Page &P of &N" in openpyxl.load_workbook(target).worksheets[0].oddFooter.center.text


@pytest.mark.parametrize("text", ["=cmd|'/c calc'!A0", "+1", "-1+2", "@SUM(A1)", "http://a.example/", "007", "{=1}"])
def test_what_looks_like_a_formula_is_text(text):
    data = ledger_xlsx([TaskFile(path=text, tasks=(entry(text, lead=(text,)),))], "zh")
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        for line in sheet.iter_rows(min_row=2):
            assert not [found for found in line if found.data_type == "f" or found.hyperlink]
    assert rows(data, 0)[1][11] == text
    assert rows(data, 1)[1][0] == text


@settings(max_examples=60, deadline=None)
@example("_x0041_ is how such files write A")
@given(st.text(st.characters(codec=None), max_size=80))
def test_any_text_comes_back_but_for_what_a_cell_cannot_hold(text):
    data = ledger_xlsx([TaskFile(path="a", tasks=(entry(text),))], "zh")
    wanted = "".join(
        "\ufffd" if "\ud800" <= c <= "\udfff" else c
        for c in text.replace("\r\n", "\n").replace("\r", "\n")
        if c in "\t\n" or not (c < " " or "\x7f" <= c <= "\x9f" or c in "\ufffe\uffff")
    )
    assert rows(data, 0)[1][11] == wanted


@pytest.mark.parametrize("character", ["长", "𠮷"])
def test_a_text_too_long_for_a_cell_is_cut_with_a_note(character):
    size = len(character.encode("utf-16-le")) // 2
    fits = character * (MOST_IN_CELL // size)
    assert cell_text(fits, "（略）") == fits
    cut = cell_text(fits + character, "（略）")
    assert cut.endswith(f"{character}（略）")
    assert MOST_IN_CELL - 1 <= len(cut.encode("utf-16-le")) // 2 <= MOST_IN_CELL
    note = rows(ledger_xlsx([TaskFile(path="a", tasks=(entry(fits + character),))], "zh"), 0)[1][11]
    assert note.endswith("（过长，未全列，见原文）")


def test_more_tasks_than_a_sheet_holds_are_refused(monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    file = TaskFile(path="a", tasks=(entry(), entry(), entry()))
    assert ledger_xlsx([file.model_copy(update={"tasks": file.tasks[:2]})], "zh")
    with pytest.raises(UsageError, match="台账有 4 行，超过 xlsx 的 3 行"):
        ledger_xlsx([file], "zh")


def test_time_limits_without_a_day():
    limits = (TaskDeadline(text="长期坚持", date=None), TaskDeadline(text="2025年底前", date="2025-12-31"))
    line = rows(ledger_xlsx([TaskFile(path="a", tasks=(entry(deadlines=limits),))], "zh"), 0)[1]
    assert line[9:11] == ("长期坚持、2025年底前", "、2025-12-31")
    assert "长期坚持、2025年底前,、2025-12-31," in task_csv(
        [TaskFile(path="a", tasks=(entry(deadlines=limits),))], "zh"
    )


def test_a_document_without_tasks_gives_empty_sheets(tmp_path):
    target = tmp_path / "a.xlsx"
    assert lawcheck("tasks", "-", "-o", target, stdin="正文。".encode()).status == 0
    assert (len(rows(target, 0)), len(rows(target, 1))) == (1, 1)


def test_the_same_tasks_make_the_same_file(tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        lawcheck("tasks", EXAMPLES / "plan.txt", "-o", tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


@pytest.mark.parametrize(("name", "start"), [("a.json", '{"schema":"lawcheck-tasks/1"'), ("a.TXT", str(EXAMPLES))])
def test_the_format_follows_from_the_ending(name, start, tmp_path):
    done = lawcheck("tasks", EXAMPLES / "plan.txt", "-o", tmp_path / name)
    assert (done.status, done.out, done.err) == (0, "", "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_a_format_that_is_named_wins(tmp_path):
    lawcheck("tasks", EXAMPLES / "plan.txt", "-o", tmp_path / "a.dat", "--output-format", "xlsx")
    assert len(rows((tmp_path / "a.dat").read_bytes(), 0)) == 17


def test_an_ending_that_names_no_format(tmp_path):
    done = lawcheck("tasks", EXAMPLES / "plan.txt", "-o", tmp_path / "a.pdf")
    assert done.status == 2
    assert "a.pdf：从扩展名看不出格式（.xlsx、.csv、.json、.txt），请加 --output-format" in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_is_not_shown_in_a_terminal():
    done = lawcheck("tasks", EXAMPLES / "plan.txt", "--output-format", "xlsx", terminal=True)
    assert (done.status, done.out) == (2, "")
    assert "请用 -o 指定文件" in done.err


@pytest.mark.slow
def test_a_workbook_goes_through_a_pipe():
    command = [sys.executable, "-m", "lawcheck", "tasks", str(EXAMPLES / "plan.txt"), "--output-format", "xlsx"]
    done = subprocess.run(command, capture_output=True, check=True)
    assert len(rows(done.stdout, 0)) == 17


@pytest.mark.parametrize("content", [PLAN.encode(), b"\x00\x01"], ids=["good", "unreadable"])
def test_a_document_is_never_overwritten(content, tmp_path):
    document = tmp_path / "方案.txt"
    document.write_bytes(content)
    (tmp_path / "连接.txt").symlink_to(document)
    for named in (document, tmp_path / "连接.txt"):
        for paths in ([document], [tmp_path]):
            done = lawcheck("tasks", *paths, "-o", named)
            assert done.status == 2
            assert "是要读的文件，不能写入" in done.err
    assert document.read_bytes() == content


def test_a_failed_document_costs_only_itself(tmp_path):
    target = tmp_path / "a.xlsx"
    done = lawcheck("tasks", tmp_path / "无.txt", EXAMPLES / "plan.txt", "-o", target)
    assert done.status == 2
    assert "文件不存在" in done.err
    assert len(rows(target, 0)) == 17


def test_a_file_that_cannot_be_written(tmp_path):
    done = lawcheck("tasks", EXAMPLES / "plan.txt", "-o", tmp_path / "无" / "a.xlsx")
    assert done.status == 2
    assert "无法写入" in done.err


def test_without_the_extra_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    monkeypatch.delitem(sys.modules, "lawcheck.reporting.xlsx", raising=False)
    done = lawcheck("tasks", EXAMPLES / "plan.txt", "-o", tmp_path / "a.xlsx")
    assert done.status == 2
    assert done.err == "lawcheck: 缺少 xlsxwriter，请安装：pip install 'lawcheck[xlsx]'\n"


def test_libreoffice_opens_it_on_few_pages(tmp_path, soffice):
    target = tmp_path / "ledger.xlsx"
    lawcheck("tasks", EXAMPLES / "plan.txt", "-o", target)
    command = [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    for ending in ("csv", "pdf"):
        subprocess.run(
            [*command, "--convert-to", ending, "--outdir", str(tmp_path), str(target)],
            check=True, capture_output=True, timeout=PATIENCE,
        )  # fmt: skip
    # It writes CSV in an encoding of its own choice, but the rows are there.
    assert len((tmp_path / "ledger.csv").read_bytes().splitlines()) == 17
    pages = (tmp_path / "ledger.pdf").read_bytes()
    assert pages.startswith(b"%PDF")
    # A4 landscape, in points.
    assert b"/MediaBox[0 0 842 595]" in pages or b"/MediaBox[0 0 841" in pages
