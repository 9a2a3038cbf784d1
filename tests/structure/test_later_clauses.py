"""Who is responsible, where a later clause or the next sentence says so, and what only looks like it."""

import pytest
from attributed import attributed, only
from timing import grows_linearly

from lawcheck import parse

LEADS = {"lead": ["区民政局"]}
TOGETHER = {"lead": ["区民政局"], "participants": ["区财政局"]}

CARRIED = [
    ("区民政局要按时拨付资金，并会同区财政局加强监管。", TOGETHER),
    ("区民政局要完善台账，逐户登记，会同区财政局制定补助标准。", TOGETHER),
    ("区民政局根据摸底情况，会同区财政局制定补助标准。", TOGETHER),
    ("区民政局要切实发挥牵头作用，会同区财政局开展排查。", TOGETHER),
    ("区民政局充分发挥协调作用，会同区财政局加强指导。", TOGETHER),
    ("区民政局作为牵头单位，要会同区财政局开展排查。", TOGETHER),
    ("区民政局负责建立台账，会同区财政局检查。", {"responsible": ["区民政局"], "participants": ["区财政局"]}),
    ("区民政局要指导各街道排查，完善台账，牵头组织开展培训。", LEADS),
    (
        "住房建设、水利等部门要履行监管责任，完善制度，负责督办案件。",
        {"responsible": ["住房建设部门", "水利部门"]},
    ),
    ("各街道办事处是楼道清理的责任主体，负责组织实施。", {"responsible": ["各街道办事处"]}),
]


@pytest.mark.parametrize(("sentence", "expected"), CARRIED)
def test_a_later_clause_says_what_those_do_who_begin_the_sentence(sentence, expected):
    assert only(sentence) == [expected]


HELPERS = [
    (
        "由区民政局牵头，会同有关部门，对收费进行清理。区税务局、区司法局配合做好落实。",
        {"lead": ["区民政局"], "participants": ["有关部门", "区税务局", "区司法局"]},
    ),
    (
        "区民政局负责受理，区财政局拨付资金，各街道配合做好登记。",
        {"responsible": ["区民政局"], "participants": ["各街道"]},
    ),
    ("区民政局牵头制定方案，逐年实施，各街道配合提供数据。", {"lead": ["区民政局"], "participants": ["各街道"]}),
    ("区财政局要积极配合区民政局做好登记。", TOGETHER),
    ("会同区财政局制定补助标准。", {"participants": ["区财政局"]}),
    ("加强指导，会同有关方面制定标准。", {"participants": ["有关方面"]}),
]


@pytest.mark.parametrize(("sentence", "expected"), HELPERS)
def test_who_helps_belongs_to_what_somebody_leads(sentence, expected):
    assert only(sentence) == [expected]


OTHERS = [
    "会同有关部门制定的办法，按程序报批。",
    "各街道要明确专人，负责日常联络。",
    "各街道要成立工作专班，负责统筹协调。",
    "企业要落实主体责任，负责设备维护。",
    "学校要健全制度，会同家长做好教育。",
    "区民政局已建立台账，会同区财政局开展了检查。",
    "区民政局近日召开会议，会同区财政局部署检查。",
    "2025年3月2日，区民政局会同区财政局联合印发《示例办法》。",
    "区民政局要加强与区财政局的协调，密切配合，形成合力。",
    "区民政局负责人要靠前指挥，会同有关人员到现场。",
    "企业配合区民政局做好登记。",
    "区财政局配合的项目由区民政局另行公布。",
    "要配合区民政局做好登记。",
    "根据需要，联席会议可邀请其他相关部门和单位参加。",
]


@pytest.mark.parametrize("sentence", OTHERS)
def test_what_others_do_or_did_gives_nobody_a_task(sentence):
    assert only(sentence) == []


def test_who_is_sent_takes_no_part():
    sentence = "区民政局牵头组织实施，区财政局、区水利局分别选派一名干部，区司法局选派两名干部参加。"
    assert only(sentence) == [LEADS]


def test_each_part_of_an_item_ends_with_its_sentence():
    text = "一、重点任务\n1.清理楼道。区民政局负责受理申请。区财政局（本级）负责拨付资金，按月公布。\n"
    first, second = parse(text, "plan").tasks
    assert text[first.start : first.end] == "1.清理楼道。区民政局负责受理申请。"
    assert text[second.start : second.end] == "区财政局（本级）负责拨付资金，按月公布。\n"


def test_a_paragraph_behind_what_is_attributed_in_brackets_may_name_others():
    text = (
        "一、重点任务\n1.清理楼道。逐户登记，按月公布。（责任单位：区民政局）\n区财政局要会同有关部门，完善评估办法。\n"
        "2.更换门牌（责任单位：区公安分局）\n区财政局负责拨付资金。\n"
    )
    assert attributed(text) == [
        {"responsible": ["区民政局"]},
        {"lead": ["区财政局"], "participants": ["有关部门"]},
        {"responsible": ["区公安分局"]},
    ]


HOSTILE = [
    "区民政局要完善台账，",
    "区民政局要完善台账，会同",
    "会同区财政局、",
    "，负责",
    "区财政局配合",
    "（区民政局",
]


@pytest.mark.growth
@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text(piece):
    text = "一、重点任务\n1.清理。由区民政局负责。"
    assert grows_linearly(lambda size: parse(text + piece * size, "plan"), 800)
