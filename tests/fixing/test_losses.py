"""No safe fix costs a document a heading, a task, a unit, a time limit, or hides what is missing in one of them."""

import random

import pytest
from checking import issue
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcheck import fix_text, parse, pipeline
from lawcheck.fixing import fixer
from lawcheck.fixing.holdings import holdings, without_losses
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.findings import Safety
from lawcheck.rulebook.registry import Selection
from lawcheck.text.edits import Edit
from lawcheck.text.source import Source

RULES = tuple(Selection().rules())
PIECES = [
    "示例区环境整治实施方案\n",
    "一、",
    "二、",
    "三、。",
    "三，。",
    "（一）",
    "（二) ",
    "1.",
    "2，",
    "3、",
    "第一条 ",
    "第二条",
    "清理楼道，",
    "清理河道。",
    "健全制度;",
    "按月报送",
    "（牵头单位：区民政局；配合单位：区财政局）",
    "（牵头单位：；",
    "责任单位：。",
    "完成时限：2026年底",
    "配合单位：）",
    "。",
    "，，",
    "。。",
    "；",
    ",",
    " ",
    "\n",
    "\n\n",
    "“",
    "”",
    "《",
    "》",
    "2026年9月,",
    "由会员分享，可在线阅读",
    "附件：",
    "本办法自2026年1月1日起施行。\n",
]


def held(text):
    checked = pipeline.check(Source(text), Options(RULES))
    return holdings(checked.document, checked.diagnostics)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_text_keeps_what_it_has(text):
    assert not held(text).lose_by(held(fix_text(text)))


@pytest.mark.parametrize(
    "line",
    [
        "三、。加强组织领导",
        "三、：加强组织领导",
        "三，。加强组织领导",
        "3.清理河道。（牵头单位：；配合单位：示例区财政局）",
    ],
)
def test_headings_and_empty_fields_stay(line):
    text = f"示例区工作方案\n一、总体要求\n先易后难。\n二、主要任务\n1.清理楼道。（牵头单位：区民政局）\n{line}\n"
    before, after = held(text), held(fix_text(text))
    assert after.nodes >= before.nodes
    assert after.missing >= before.missing


def test_a_watermark_with_the_name_of_the_file_goes_with_all_its_marks():
    """Its going ends what was said of that name, and must not keep the marks of segments in the text as ordinals."""
    halves = (
        ("清理河道，每周巡查水面，及时打捞", "漂浮物，落实河长制度，公开河长名单，方便居民监督。"),
        ("更新管网，逐段排查渗漏，分批更换老", "旧管道，减少漏损，保障居民用水，提高供水质量。"),
        ("规范停车，划定泊位，完善标志标线", "，加强夜间巡查，劝导乱停乱放，维护通行秩序。"),
    )
    text = "《示例区城市管理实施方案2021—2025年.docx(25页珍藏版)》请在第一文库网上搜索。\n"
    text += "1、示例区城市管理实施方案（2023—2025年）为提升管理水平，结合实际，制定本方案。一、主要任务"
    joined = ""
    for number in range(1, 10):
        first, second = halves[number % 3]
        text += f"{number}.{first}\n{number + 1}、{second}责任单位：区城管局"
        joined += f"{number}.{first}{second}责任单位：区城管局"
    assert fix_text(text).endswith(f"制定本方案。一、主要任务{joined}")


def test_only_the_fix_that_loses_something_is_left_out():
    text = "甲乙丙丁"
    fixes = [issue(at, at + 1, edits=[Edit(at, at + 1, "X")], safety=Safety.SAFE) for at in range(4)]
    fixed = fixer.fix(
        Source(text), lambda now: fixes if now.text == text else [], loses=lambda now, after: "丙" not in after
    )
    assert (fixed.text, fixed.count, fixed.left) == ("XX丙X", 3, 0)


def test_what_only_together_loses_something_is_parted():
    assert without_losses("abcd", lambda some: {"a", "d"} <= set(some)) == ["a", "b"]
    assert without_losses("abcd", lambda some: False) == list("abcd")
    assert without_losses("", lambda some: True) == []


def test_few_texts_are_tried_however_many_fixes_there_are():
    tried = []

    def loses(some):
        tried.append(len(some))
        return random.random() < 2

    assert without_losses(range(10_000), loses) == []
    assert len(tried) <= 64


def test_what_was_missing_may_come_and_its_finding_go():
    before = held("一、任务\n1.清理楼道。（牵头单位：）\n2.清理河道。（牵头单位：区民政局）\n")
    after = held("一、任务\n1.清理楼道。（牵头单位：区司法局）\n2.清理河道。（牵头单位：区民政局）\n")
    assert before.missing
    assert not before.lose_by(after)
    assert after.lose_by(before)


def test_nobody_is_lost_of_a_document_in_good_order():
    text = "示例区工作方案\n一、任务\n1.清理楼道,按月报送。（牵头单位：区民政局）\n"
    assert [unit.name for unit in parse(fix_text(text)).units] == ["区民政局"]
