"""The tasks of a document: which items they are, who carries them out, by when."""

import pytest

from lawcheck.pipeline import parse
from lawcheck.reading.formats import MARKDOWN
from lawcheck.structure.document import Role, Task, Unit
from lawcheck.text.source import Source


def tasks(text: str, kind: str = "plan") -> tuple[Task, ...]:
    return parse(Source(text), kind).tasks


def names(units: tuple[Unit, ...]) -> list[str]:
    return [unit.name for unit in units]


PLAN = """示例市法治建设实施方案

一、总体要求
（一）指导思想。坚持依法行政，服务群众。
（二）工作目标。办事更加方便。
二、健全制度
（三）完善管理制度
1.编制权责清单。列明事项和依据，2024年6月底前完成。
牵头单位：市司法局
参加单位：各有关部门
2.规范办事流程。压缩办理时限，长期坚持。
责任单位：市政务服务局、市司法局
（四）加强人员培训。每季度组织一次培训。（市人社局牵头，市财政局配合）
三、保障措施
（五）加强组织领导。各单位要高度重视。
"""


def test_attributed_items_are_tasks_with_their_place_units_and_time_limits() -> None:
    first, second, third = tasks(PLAN)
    assert (first.number, first.part, first.section, first.subsection) == (1, 1, "二、健全制度", "（三）完善管理制度")
    assert first.summary == "编制权责清单"
    assert names(first.lead) == ["市司法局"]
    assert names(first.participants) == ["各有关部门"]
    assert [(d.text, d.date) for d in first.deadlines] == [("2024年6月底前", "2024-06-30")]
    assert names(second.responsible) == ["市政务服务局", "市司法局"]
    assert [(d.text, d.date) for d in second.deadlines] == [("长期坚持", None)]
    assert (third.number, third.section, third.subsection) == (4, "二、健全制度", "")
    assert names(third.lead) == ["市人社局"]


def test_the_first_responsible_unit_leads_where_the_document_says_so() -> None:
    text = """一、主要任务
（一）健全制度。（市财政局、市司法局负责）
（二）加强培训。（市人社局、市教育局负责。列第一位者为牵头单位，下同）
（三）推进改革。（市政务服务局、市司法局按职责分工负责）
"""
    assert [names(task.lead) for task in tasks(text)] == [[], ["市人社局"], ["市政务服务局"]]
    assert [names(task.responsible) for task in tasks(text)][1] == ["市人社局", "市教育局"]


def test_measures_attributed_one_by_one_are_parts_of_an_item() -> None:
    text = """一、主要任务
（一）优化服务。设立办事专区。（市政务服务局负责）延长服务时间。（市人社局负责）
（二）加强监管。开展联合检查。（市市场监管局负责）
"""
    assert [(t.number, t.part, t.summary) for t in tasks(text)] == [
        (1, 1, "优化服务"),
        (1, 2, "延长服务时间"),
        (2, 1, "加强监管"),
    ]


def test_two_brackets_in_a_row_belong_to_one_measure() -> None:
    text = """一、主要任务
（一）优化服务。设立办事专区。（牵头单位：市政务服务局）（参加单位：市司法局）
（二）加强监管。开展联合检查。（牵头单位：市市场监管局）
"""
    first, _ = tasks(text)
    assert (names(first.lead), names(first.participants)) == (["市政务服务局"], ["市司法局"])


def test_an_attribution_that_closes_a_subsection_makes_it_the_task() -> None:
    text = """一、主要任务
（一）健全制度。
1.制定办法。明确工作流程。
2.编制清单。列明事项和依据。
（责任单位：市司法局）
（二）加强培训。
1.制定计划。公布培训计划。
2.组织考试。每年考试一次。
（责任单位：市人社局）
"""
    assert [(t.number, t.summary, names(t.responsible)) for t in tasks(text)] == [
        (1, "健全制度", ["市司法局"]),
        (2, "加强培训", ["市人社局"]),
    ]


def test_an_item_among_tasks_is_a_task_though_nobody_is_named() -> None:
    text = """一、主要任务
1.健全制度。制定办法。（市司法局负责）
2.加强培训。组织考试。（市人社局负责）
3.推进改革。优化流程。
"""
    last = tasks(text)[-1]
    assert (last.number, last.attributions, last.responsible) == (3, (), ())


def test_documents_that_attribute_nothing_and_statutes_have_no_tasks() -> None:
    assert tasks("一、主要任务\n1.健全制度。\n2.加强培训。\n") == ()
    assert tasks("第一条　为了加强管理，制定本办法。\n第二条　实施管理。（市司法局负责）\n", "statute") == ()


def test_run_on_text_gives_the_same_tasks() -> None:
    run_on = """示例区实施方案一、总体要求（一）指导思想。坚持依法行政。二、重点任务\
（二）健全制度1 .编制权责清单,列明事项和依据。\
牵头单位:区委编办参加单位:各有关部门2 .规范办事流程,压缩办理时限。牵头单位:区司法局、区档案局参加单位:各有关部门\
3 .加强人员培训,每季度组织一次。责任单位:各有关部门"""
    found = tasks(run_on)
    assert [(t.number, names(t.lead), names(t.participants), names(t.responsible)) for t in found] == [
        (1, ["区委编办"], ["各有关部门"], []),
        (2, ["区司法局", "区档案局"], ["各有关部门"], []),
        (3, [], [], ["各有关部门"]),
    ]


def rows(header: str, *cells: str, before: str = "", after: str = ""):
    """The lead, participants and responsible of each row of a table in Markdown."""
    lines = [f"| {row} |" for row in (header, "|".join("---" for _ in header.split("|")), *cells)]
    text = f"# 示例县任务表\n\n{before}\n\n" + "\n".join(lines) + f"\n\n{after}\n"
    document = parse(Source(text, format=MARKDOWN))
    return [[[unit.name for unit in getattr(task, role.value)] for role in Role] for task in document.tasks]


def test_what_the_cells_of_a_table_say_of_who_leads():
    assert rows(
        "序号 | 工作内容 | 分工", "1 | 转运垃圾 | 县水利局牵头，县财政局配合", "2 | 拆除围网 | 县农业农村局负责"
    ) == [
        [["县水利局"], ["县财政局"], []],
        [[], [], ["县农业农村局"]],
    ]
    assert rows("序号 | 任务 | 责任单位", "1 | 转运垃圾 | 县水利局牵头，县财政局、县住建局按职责分工负责") == [
        [["县水利局"], [], ["县财政局", "县住建局"]]
    ]
    assert rows("序号 | 任务 | 任务分工", "1 | 转运垃圾 | 登记造册、分类存放") == [[[], [], []]]
    assert rows("姓名 | 分工", "王某某 | 负责登记") == []


@pytest.mark.parametrize(
    ("header", "before", "after"),
    [
        ("序号 | 任务 | 责任单位（第一个为牵头单位）", "", ""),
        ("序号 | 任务 | 责任单位", "注：责任单位列首位的为牵头单位。", ""),
        ("序号 | 任务 | 责任单位", "", "注：排在第一位的为牵头单位。"),
    ],
)
def test_the_first_of_several_in_a_cell_leads_where_the_text_says_so(header: str, before: str, after: str):
    found = rows(
        header, "1 | 转运垃圾 | 县水利局、县财政局", "2 | 拆除围网 | ★县农业农村局", before=before, after=after
    )
    assert [lead for lead, _, _ in found] == [["县水利局"], ["县农业农村局"]]
    assert found[0][2] == ["县水利局", "县财政局"]


def test_nobody_leads_by_standing_first_where_the_text_says_nothing():
    assert rows("序号 | 任务 | 责任单位", "1 | 转运垃圾 | 县水利局、县财政局") == [[[], [], ["县水利局", "县财政局"]]]
