"""Who is responsible, where a sentence names the task and whose it is, and what only looks like it."""

import pytest
from attributed import attributed, only
from timing import grows_linearly

from lawcheck import parse

OWNER = {"responsible": ["区民政局"]}
BOTH = {"responsible": ["区民政局", "区财政局"]}

STATED = [
    ("具体办法由区民政局另行制定。", OWNER),
    ("由区民政局、区财政局制定实施细则。", BOTH),
    ("由区民政局组织开展入户排查，按月公布。", OWNER),
    ("本项工作由区民政局组织开展入户排查。", OWNER),
    ("领导小组办公室设在区民政局，由区民政局承担日常工作。", OWNER),
    ("区民政局承担登记工作。", OWNER),
    ("区民政局主要承担登记工作的牵头职责。", {"lead": ["区民政局"]}),
    ("区民政局、区财政局按照职责分工做好登记工作。", BOTH),
    ("区民政局、区财政局依据职责分工，对登记情况进行抽查。", BOTH),
    ("区民政局：负责登记造册。", OWNER),
    ("区民政局主要职责为：牵头制定办法，组织梳理清单。", {"lead": ["区民政局"]}),
    ("区民政局是本项任务的责任单位。", OWNER),
    ("区民政局是牵头单位，区财政局是配合单位。", {"lead": ["区民政局"], "participants": ["区财政局"]}),
    ("加强日常管理，区民政局负责登记造册。", OWNER),
    ("区民政局重点负责楼道登记，按月公布。", OWNER),
    ("区民政局负责《示例手册》印制。", OWNER),
    ("各级政府负责领导清理工作，按月公布。", {"responsible": ["各级政府"]}),
    ("工作专班负责协调楼道清理，按月公布。", {"responsible": ["工作专班"]}),
    ("请区民政局牵头办理，区财政局协办。", {"lead": ["区民政局"], "participants": ["区财政局"]}),
    ("区民政局负责总牵头，按月公布。", {"lead": ["区民政局"]}),
    ("由区民政局按照职责分工牵头推进。", {"lead": ["区民政局"]}),
    ("由区水务集团负责更新改造。", {"responsible": ["区水务集团"]}),
    ("建立督导机制，区民政局会同区财政局定期检查。", {"lead": ["区民政局"], "participants": ["区财政局"]}),
    ("由区教育局负责学校的排查，各街道负责社区的排查。", {"responsible": ["区教育局", "各街道"]}),
    ("（由区民政局会同区财政局制定，6月底前完成）", {"lead": ["区民政局"], "participants": ["区财政局"]}),
    ("（主责：区民政局；配合：区财政局）", {"lead": ["区民政局"], "participants": ["区财政局"]}),
    ("责任主体：区民政局", OWNER),
]


@pytest.mark.parametrize(("sentence", "expected"), STATED)
def test_a_sentence_names_the_task_and_whose_it_is(sentence, expected):
    assert only(sentence) == [expected]


UNITS = [
    ("科技、教育部门要会同工业和信息化等相关部门完善政策。", ["科技部门", "教育部门"], ["工业和信息化部门"]),
    ("教育部门会同财政、民政等有关部门开展排查。", ["教育部门"], ["财政部门", "民政部门"]),
    ("公安机关、人社部门要会同区财政局开展排查。", ["公安机关", "人社部门"], ["区财政局"]),
    ("人力资源社会保障、财政部门要会同相关主管部门开展排查。", ["人力资源社会保障部门", "财政部门"], ["相关主管部门"]),
    ("由区科技、财政行政主管部门会同区审计局提出意见。", ["区科技行政主管部门", "财政行政主管部门"], ["区审计局"]),
    ("区民政局要会同组织、机构编制、物价等部门制定标准。", ["区民政局"], ["组织部门", "机构编制部门", "物价部门"]),
    ("会同乡村振兴部门和民政部门加强数据共享。", [], ["乡村振兴部门", "民政部门"]),
    ("会同有关部门成立工作专班，推进改造。", [], ["有关部门"]),
]


@pytest.mark.parametrize(("sentence", "lead", "participants"), UNITS)
def test_departments_are_named_by_short_words(sentence, lead, participants):
    assert only(sentence) == [{"lead": lead, "participants": participants} if lead else {"participants": participants}]


NAMES = [
    "县级以上地方人民政府住房城乡建设主管部门",
    "国务院教育行政部门",
    "地方科技行政管理部门",
    "国家科技体制改革和创新体系建设领导小组",
    "国家科技伦理委员会",
    "市、县政府有关部门",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_long_name_is_one_unit(name):
    assert only(f"{name}负责协调推动清理工作。") == [{"responsible": [name]}]


HEADED = [
    "一、职责分工\n（一）区民政局。负责登记造册。\n（二）区公安局。会同区财政局开展检查。\n（三）各街道：牵头开展宣传。\n",
    "一、职责分工（一）区民政局。负责登记造册。（二）区公安局。会同区财政局开展检查。（三）各街道：牵头开展宣传。",
]


@pytest.mark.parametrize("text", HEADED)
def test_an_item_that_is_headed_by_its_unit_is_its_own(text):
    assert attributed(text) == [
        OWNER,
        {"lead": ["区公安局"], "participants": ["区财政局"]},
        {"lead": ["各街道"]},
    ]


def test_the_duties_under_the_name_of_a_unit_are_its_own():
    text = "一、职责分工\n1.区民政局\n（1）负责登记造册。\n（2）牵头开展检查。\n2.区财政局\n（1）负责拨付资金。\n"
    assert attributed(text) == [OWNER, {"responsible": ["区财政局"]}]


OTHERS = [
    "《示例办法》由区民政局制定，已经区政府同意。",
    "本方案由区民政局制定。",
    "由区民政局制定的标准另行公布。",
    "由区民政局组织开展的排查，要全面覆盖。",
    "由业主委员会制定管理规约。",
    "由企业自主编制计划。",
    "由区民政局承担相应责任。",
    "建设单位承担主体责任。",
    "各有关部门要按照职责分工，密切配合。",
    "区民政局、区财政局按照职责分工，分别制定的标准不一致的，报区政府确定。",
    "区民政局职责：见附件。",
    "区民政局、区财政局：现将方案印发给你们。",
    "请区民政局、区财政局于9月底前报送总结。",
    "形成区民政局负责登记、区财政局负责拨付的工作机制。",
    "探索由区民政局负责登记、社区负责服务的模式。",
    "各区（镇）政府要建立区政府办公室牵头、部门参与的机制。",
    "已由区民政局负责清理的楼道，不再重复清理。",
    "不再由区民政局负责登记。",
    "不得由社区负责。",
    "如由区民政局牵头，应报区政府同意。",
    "可由区民政局会同区财政局另行确定。",
    "无需区民政局会同区财政局审核。",
    "经区民政局会同区财政局审核后，报区政府。",
    "按照区财政局会同区民政局制定的办法执行。",
    "以部门名义印发的文件，制发部门负责做好解读。",
    "由村集体经济组织或者村民委员会负责养护。",
    "由区民政局指导各街道实施。",
    "督促各校按照职责分工落实整改。",
    "主办：区民政局；协办：区财政局",
]


@pytest.mark.parametrize("sentence", OTHERS)
def test_what_names_a_body_and_no_task_of_it_is_none(sentence):
    assert only(sentence) == []


HOSTILE = ["区民政局承担", "由区民政局制定", "区民政局：负责", "请区民政局", "区民政局按照职责分工，对", "教育、财政、"]


@pytest.mark.growth
@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text(piece):
    assert grows_linearly(lambda size: parse("一、重点任务\n1.清理。" + piece * size, "plan"), 800)
