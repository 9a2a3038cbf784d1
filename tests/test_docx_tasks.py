"""Tables of a Word file that divide the work: their rows are tasks."""

import pytest
from command import lawcheck
from docx_documents import abstract, cell, docx, level, num, p, table

from lawcheck import pipeline
from lawcheck.readers import read_stream

TITLE = p("示例区楼道整治方案") + p("一、总体要求") + p("先易后难，分批推进，把楼道清理干净，让居民放心。")


def rows(*table_rows: list[str], head: str = TITLE, **parts: str):
    """The tasks in a table, each as number, part, summary, lead, participants, responsible, limits."""
    document = pipeline.parse(read_stream(docx(head + table(*table_rows), **parts)))
    return [
        (
            task.number,
            task.part,
            task.summary,
            [u.name for u in task.lead],
            [u.name for u in task.participants],
            [u.name for u in task.responsible],
            [(d.text, d.date) for d in task.deadlines],
        )
        for task in document.tasks
    ]


HEADER = [cell("序号"), cell("任务"), cell("牵头单位"), cell("参加单位"), cell("完成时限")]


def test_rows_are_tasks():
    found = rows(
        HEADER,
        [
            cell("1"),
            cell("清理楼道。登记造册。"),
            cell("区城管局"),
            cell("区民政局、各街道办事处"),
            cell("2025年6月底前"),
        ],
        [cell("2"), cell("培训楼长"), cell("—"), cell(""), cell("长期坚持")],
        [cell("3"), cell("更换灯具"), cell("区财政局"), cell(""), cell("2026年")],
        [cell(""), cell(""), cell("区审计局"), cell(""), cell("")],
    )
    assert found == [
        (1, 1, "清理楼道", ["区城管局"], ["区民政局", "各街道办事处"], [], [("2025年6月底前", "2025-06-30")]),
        (2, 1, "培训楼长", [], [], [], [("长期坚持", None)]),
        (3, 1, "更换灯具", ["区财政局"], [], [], [("2026年", "2026-12-31")]),
    ]


def test_merged_cells_hold_for_each_of_their_rows():
    found = rows(
        [cell("序号"), cell("重点任务"), cell("具体措施"), cell("责任单位")],
        [
            cell("1", merge="restart"),
            cell("整治楼道", merge="restart"),
            cell("摸清底数"),
            cell("区司法局", merge="restart"),
        ],
        [cell(merge="continue"), cell(merge="continue"), cell("登记造册"), cell(merge="continue")],
        [cell("2"), cell("公开结果"), cell("张贴公告"), cell("区民政局")],
    )
    assert [(number, part, summary, units) for number, part, summary, _, _, units, _ in found] == [
        (1, 1, "整治楼道", ["区司法局"]),
        (1, 2, "登记造册", ["区司法局"]),
        (2, 1, "公开结果", ["区民政局"]),
    ]


def test_automatic_numbers_headings_between_rows_and_titles_above():
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1)
    found = pipeline.parse(
        read_stream(
            docx(
                TITLE
                + table(
                    [cell("任务分工表", span=3)],
                    [cell("序号"), cell("工作任务（内容）"), cell("责任部门")],
                    [cell("一、清理", span=3)],
                    [cell(p("", 1, 0)), cell("清理楼道"), cell("区城管局")],
                    [cell("二、培训", span=3)],
                    [cell(p("", 1, 0)), cell("培训楼长"), cell("区民政局")],
                ),
                numbering=numbering,
            )
        )
    ).tasks
    assert [(t.number, t.section, t.summary, t.node.marker) for t in found] == [
        (1, "一、清理", "清理楼道", "1."),
        (2, "二、培训", "培训楼长", "2."),
    ]


def test_tasks_of_the_text_and_of_the_table_stand_together():
    text = "登记造册，分类处置。（牵头单位：区司法局；参加单位：区财政局）"
    head = TITLE + p("二、重点任务") + p(f"1.清理楼道。{text}") + p(f"2.公开结果。{text}")
    found = rows(HEADER, [cell("3"), cell("1.培训楼长。2.考核楼长。"), cell("区民政局"), cell(""), cell("")], head=head)
    assert [(number, summary, lead) for number, _, summary, lead, *_ in found] == [
        (1, "清理楼道", ["区司法局"]),
        (2, "公开结果", ["区司法局"]),
        (3, "1.培训楼长", ["区民政局"]),
    ]


@pytest.mark.parametrize(
    "header",
    [
        [cell("序号"), cell("名称"), cell("数量")],
        [cell("任务"), cell("进度"), cell("备注")],
        [cell("姓名"), cell("责任单位"), cell("电话")],
    ],
)
def test_other_tables_hold_no_tasks(header):
    assert rows(header, [cell("1"), cell("清理楼道"), cell("区司法局")]) == []


def test_the_command_lists_them(tmp_path):
    path = tmp_path / "分工.docx"
    path.write_bytes(
        docx(TITLE + table(HEADER, [cell("1"), cell("清理楼道"), cell("区城管局"), cell(""), cell("2025年底前")]))
    )
    result = lawcheck("tasks", path, "--output-format", "json")
    (task,) = result.json["files"][0]["tasks"]
    text = read_stream(path.read_bytes()).text
    assert text[task["offset"] : task["end_offset"]] == "1\t清理楼道\t区城管局\t\t2025年底前"
    assert text[task["attribution"]["offset"] : task["attribution"]["end_offset"]] == "区城管局"
    assert lawcheck("check", path).status == 0
