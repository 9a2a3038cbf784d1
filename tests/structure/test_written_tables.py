"""Tables in the lines of a plain text that divide the work: their rows are tasks."""

import pytest
from timing import grows_linearly

from lawcheck import parse

TITLE = "示例区楼道整治任务分工表\n\n"
ROWS = [
    ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"],
    ["1", "清理楼道", "区城管局", "区民政局、各街道办事处", "2026年6月底前"],
    ["2", "更换灯具", "区住建局", "区财政局", "长期坚持"],
]
TASKS = [
    ("清理楼道", ["区城管局"], ["区民政局", "各街道办事处"], []),
    ("更换灯具", ["区住建局"], ["区财政局"], []),
]


def tasks(text: str):
    """Each task as its summary, lead, participants and those responsible."""
    return [
        (task.summary, *([unit.name for unit in units] for units in (task.lead, task.participants, task.responsible)))
        for task in parse(text).tasks
    ]


def lines(parting: str, before: str = "", after: str = ""):
    return "".join(f"{before}{parting.join(row)}{after}\n" for row in ROWS)


@pytest.mark.parametrize(
    "table",
    [
        lines("\t"),
        lines("    "),
        lines("\u3000\u3000"),
        lines("|"),
        lines(" | ", "| ", " |"),
        lines("｜"),
        lines("\n"),
        lines("\t").replace("\n", "\n\n"),
        lines(" | ").replace("\n", "\n---|---|---|---|---\n", 1),
        lines("\t").replace("清理楼道", "清理楼道，\n登记造册").replace("\n1\t", "\n1\t", 1),
        lines("    ").replace("工作任务", "任  务"),
        lines("    ").replace("完成时限", "完成时限    备注"),
    ],
)
def test_rows_are_tasks(table):
    found = tasks(TITLE + table + "联系人：区城管局综合科。\n")
    assert [(summary.rstrip("，"), *units) for summary, *units in found] == TASKS


def test_lines_between_rows_head_those_below():
    text = TITLE + "任务\t责任单位\n一、楼道\n清理楼道\t区城管局\n二、灯具\n更换灯具\t区住建局牵头，区财政局配合\n"
    assert tasks(text) == [
        ("清理楼道", [], [], ["区城管局"]),
        ("更换灯具", ["区住建局"], ["区财政局"], []),
    ]
    assert [task.section for task in parse(text).tasks] == ["一、楼道", "二、灯具"]


def test_items_around_a_table_are_tasks_as_before():
    text = (
        "示例区楼道整治方案\n一、主要任务\n（一）登记造册。（区民政局牵头，各街道配合）\n二、任务分工\n"
        + lines("\t")
        + "三、其他任务\n（一）培训楼长。（区民政局牵头，各街道配合）\n"
    )
    assert [summary for summary, *_ in tasks(text)] == ["登记造册", "清理楼道", "更换灯具", "培训楼长"]


@pytest.mark.parametrize(
    "text",
    [
        "名单\n姓名\t单位\t职务\n张三\t区教育局\t科长\n李四\t区财政局\t科员\n",
        "项目名称\t承担单位\t投资\n示例路改造\t区住建局\t300\n示例桥\t区交通局\t200\n",
        "责任单位：          负责人：\n任务名称        责任单位（盖章）\n",
        "\u3000\u3000一、工作任务\n\u3000\u3000责任单位    要加强领导。\n\u3000\u3000各单位\n",
        "附件\n项目\n单位\n责任人\n1\n修缮楼道\n",
        "附件\n序号\n工作任务\n责任单位\n（一）各单位要报送名单。\n（二）按时报送。\n",
        "工作任务\t责任单位\n",
        "牵头单位\t联系电话\n区城管局\t0123456\n",
    ],
)
def test_lists_forms_and_prose_are_no_tables_of_work(text):
    assert tasks(text) == []


@pytest.mark.growth
@pytest.mark.parametrize(
    "line",
    [
        "任务\t责任单位\n",
        "责任单位\n",
        "序号\n任务\n责任单位\n",
        "1\t2\n",
        "任务  责任单位 ",
        "任务|责任单位\n\n修缮\n",
    ],
)
def test_work_grows_with_the_text(line):
    assert grows_linearly(lambda size: parse("工作任务\t责任单位\t时限\n" + line * size), 1000)


@pytest.mark.parametrize("parting", ["|", "\t"])
def test_rows_whose_last_cell_is_words_stay_apart(parting: str):
    rows = [["序号", "工作任务", "负责部门", "时间进度"]]
    rows.append(["1", "推进平台建设，将企业、园区纳入监管", "市工信局，各县（区）政府、园区管委会", "常态工作"])
    rows.append(["2", "开展清理，建立退出机制", "市税务局，各县（区）政府、园区管委会", "长期坚持"])
    rows.append(["3", "压缩办理时间", "市财政局", "常态工作"])
    found = tasks(TITLE + "".join(parting.join(row) + "\n" for row in rows))
    assert [summary for summary, *_ in found] == [row[1] for row in rows[1:]]
