"""Lists of duties, a paragraph for each unit, and what only looks like one; texts without items."""

import pytest
from attributed import attributed, only
from timing import grows_linearly

from lawcheck import parse

CIVIL = {"responsible": ["区民政局"]}
FINANCE = {"responsible": ["区财政局"]}

LISTS = [
    "三、职责分工\n区民政局：制定登记办法，组织入户登记。\n区财政局：把清理经费列入预算，按季拨付。\n",
    "三、职责分工\n区民政局。负责入户登记，按月公布。\n区财政局。负责拨付经费，检查账目。\n",
    "三、职责分工\n（一）区民政局\n组织、指导各街道做好登记。\n（二）区财政局\n保障清理经费，检查账目。\n",
    "三、职责分工\n1.区民政局：依据职能做好登记工作。\n2.区财政局：依据职责拨付经费，检查账目。\n",
    "三、工作安排\n为做好清理，各单位职责如下：\n区民政局：发现问题及时登记，报送台账。\n区财政局：经费不足时予以补助，检查账目。\n",
]


@pytest.mark.parametrize("text", LISTS)
def test_each_paragraph_of_a_list_of_duties_is_its_units_own(text):
    assert attributed(text) == [CIVIL, FINANCE]


def test_what_units_do_side_by_side_is_their_duty_where_several_are_said_to_have_one():
    text = (
        "三、应急响应\n公安部门对积水路段实行交通管制。\n民政部门负责转移安置受灾群众。\n"
        "水务部门负责调度水库。\n农业部门组织恢复生产。\n气象部门加强监测，及时发布预警。\n"
    )
    units = ["公安部门", "民政部门", "水务部门", "农业部门", "气象部门"]
    assert attributed(text) == [{"responsible": [unit]} for unit in units]


def test_who_leads_or_helps_in_a_list_of_duties_has_that_role():
    text = "三、职责分工\n区民政局：牵头制定登记办法，检查进度。\n区财政局：配合登记工作，按季拨付经费。\n"
    assert attributed(text) == [{"lead": ["区民政局"]}, {"participants": ["区财政局"]}]


NO_LISTS = [
    "三、联系方式\n区民政局：0999-8888888\n区财政局：0999-8888887\n",
    "三、职责分工\n区民政局：张某某、李某某、王某某\n区财政局：赵某某、钱某某、孙某某\n",
    "三、工作情况\n区民政局组织了三次登记。\n区财政局拨付了两批经费。\n区住建局完善了台账。\n",
    "三、有关单位\n区民政局：示例路十八号办公楼二层东侧。\n区财政局：示例路二十号办公楼三层西侧。\n",
    "三、登记结果\n区民政局组织登记的住户有三百户。\n",
]


@pytest.mark.parametrize("text", NO_LISTS)
def test_addresses_people_and_what_was_done_are_no_duties(text):
    assert attributed(text) == []


def test_a_text_without_items_has_a_task_for_each_that_it_attributes():
    text = "现将任务明确如下：\n区民政局负责入户登记，指导各街道。\n区财政局要结合预算安排，保障经费。\n"
    assert attributed(text) == [CIVIL, FINANCE]
    assert attributed("各部门的职责：区民政局负责入户登记；区财政局负责拨付经费。\n") == [CIVIL, FINANCE]
    assert attributed("清理楼道。\n责任单位：区民政局\n清理车棚。\n责任单位：区财政局\n") == [CIVIL, FINANCE]


def test_a_text_without_items_that_attributes_one_thing_has_no_tasks():
    assert attributed("本站内容由网站编辑负责。\n责任单位：区民政局\n") == []


TOLD = [
    ("区民政局要完善登记台账，逐户核对。", CIVIL),
    ("对登记工作，区民政局要做好规划衔接。", CIVIL),
    ("区民政局要及时完善登记台账。", CIVIL),
    ("区民政局必须完善登记台账。", CIVIL),
    ("区民政局统筹协调登记工作，核对台账。", CIVIL),
    ("样本检测由区民政局承担。", CIVIL),
    ("由区民政局协同各街道完成。", {"lead": ["区民政局"], "participants": ["各街道"]}),
    ("区民政局抓总，区财政局按职责落实。", {"lead": ["区民政局"], "responsible": ["区财政局"]}),
    ("区民政局为登记工作的区级牵头部门，受区政府委托制定目标。", {"lead": ["区民政局"]}),
    ("检查组由区财政局牵头，区民政局等单位为直接责任单位。", {"lead": ["区财政局"], **CIVIL}),
    ("区民政局是登记任务的落实主体，核对台账。", CIVIL),
    ("由区民政局统筹协调，区财政局协助收集有关线索。", {"participants": ["区财政局"], **CIVIL}),
    ("区民政局要按照统一安排做好登记工作。", CIVIL),
    ("市财政会同市民政局开展试点。", {"lead": ["市财政"], "participants": ["市民政局"]}),
    ("各承办单位负责制定活动方案。", {"responsible": ["各承办单位"]}),
]


@pytest.mark.parametrize(("sentence", "expected"), TOLD)
def test_what_somebody_is_told_to_do_is_theirs(sentence, expected):
    assert only(sentence) == [expected]


OTHERS = [
    "各部门要高度重视，密切配合。",
    "区民政局要高度重视，提高认识。",
    "各街道要完善登记台账。",
    "县级以上人民政府要完善登记制度。",
    "区民政局要求各街道核对台账。",
    "清理费用由区财政局承担。",
    "区民政局统筹协调了登记工作。",
]


@pytest.mark.parametrize("sentence", OTHERS)
def test_what_all_are_told_is_nobodys_task(sentence):
    assert only(sentence) == []


LABELS = [
    ("牵头负责领导：张某某。\n牵头责任单位：区民政局。\n协同责任单位：区财政局。", ["区民政局"], ["区财政局"], []),
    ("主要责任单位：区民政局\n项目负责人：区民政局张某某\n协办单位：区财政局", [], ["区财政局"], ["区民政局"]),
    ("区级牵头单位：区民政局\n镇级责任单位：各镇", ["区民政局"], [], ["各镇"]),
    (
        "责任单位：区民政局、区财政局（第一责任单位为牵头单位，下同）",
        ["区民政局"],
        [],
        ["区民政局", "区财政局"],
    ),
]


@pytest.mark.parametrize(("label", "lead", "participants", "responsible"), LABELS)
def test_labels_say_who_leads_and_who_helps(label, lead, participants, responsible):
    roles = {"lead": lead, "participants": participants, "responsible": responsible}
    assert attributed(f"一、重点任务\n1.清理楼道。\n{label}\n") == [{role: u for role, u in roles.items() if u}]


def test_who_carries_out_what_is_said_in_lines_that_recur():
    text = "一、活动安排\n1.朗诵会\n承办部门：区文化馆\n2.征文\n承办部门：区图书馆\n"
    assert attributed(text) == [{"responsible": ["区文化馆"]}, {"responsible": ["区图书馆"]}]
    assert attributed("一、活动安排\n1.朗诵会\n承办单位：区文化馆\n2.征文\n面向全区。\n") == []


@pytest.mark.parametrize(
    "piece", ["区民政局：制定登记办法。\n", "（一）区民政局\n", "区民政局加强监测。\n", "区民政局、"]
)
def test_the_time_grows_with_the_length(piece):
    assert grows_linearly(lambda size: parse("一、职责分工\n" + piece * size, "plan"), 400)
