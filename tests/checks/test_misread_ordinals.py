"""Ordinals of scans of which recognition took a character for another one (STR006), and lines that only look so."""

import pytest
from checking import places

SECTIONS = "示例市绿化方案\n\n{}总体要求\n坚持生态优先。\n{}重点任务\n完成道路绿化。\n{}工作要求\n按时报送情况。\n"
ITEMS = "示例市绿化方案\n\n一、重点任务\n{}动员部署，制定计划。\n{}组织实施，抓好落实。\n{}检查验收，逐项核对。\n"
ARTICLES = "示例市公园办法\n\n{}公园应当开放。\n{}公园应当整洁。\n{}公园应当安全。\n"
PLAN = (
    "示例市防汛预案\n\n1 总则\n{}编制目的\n为做好防汛工作。\n{}适用范围\n适用于本市。\n"
    "2 组织体系\n{}指挥机构\n设立指挥部。\n{}主要职责\n统一指挥。\n"
)

DAMAGED = [
    (SECTIONS, ("_、", "二、", "三、"), "_、"),
    (SECTIONS, ("一；", "二、", "三、"), "一；"),
    (SECTIONS, ("一", "二、", "三、"), "一"),
    (SECTIONS, ("一、", "二、", "彡、"), "彡、"),
    (ITEMS, ("（一）", "（二）", "（兰）"), "（兰）"),
    (ITEMS, ("（一）", "（=）", "（三）"), "（=）"),
    (ITEMS, ("（I）", "（2）", "（3）"), "（I）"),
    (ITEMS, ("1.", "2.", "3-"), "3-"),
    (ITEMS, ("1·", "2.", "3."), "1·"),
    (ITEMS, ("1.", "2.", "3"), "3"),
    (ITEMS, ("①", "@", "③"), "@"),
    (ITEMS, ("①", "②②", "③"), "②②"),
    (ITEMS, ("①", "②", "3"), "3"),
    (ARTICLES, ("第一条　", "笫二条　", "第三条　"), "笫二条"),
    (ARTICLES, ("第一条　", "第二条　", "第兰条　"), "第兰条"),
    (ARTICLES, ("第条　", "第二条　", "第三条　"), "第条"),
    (ARTICLES, ("第一条　", "第二奈　", "第三条　"), "第二奈"),
    (ARTICLES, ("第一章　", "第=章　", "第三章　"), "第=章"),
    (PLAN, ("1.1", "1.2", "2.1", "2 1.1"), "2 1.1"),
    (PLAN, ("l.1", "1.2", "2.1", "2.1.1"), "l.1"),
    (PLAN, ("1.1", "1，2", "2.1", "2.1.1"), "1，2"),
]


@pytest.mark.parametrize(("form", "ordinals", "wrong"), DAMAGED, ids=range(len(DAMAGED)))
def test_what_the_others_tell_is_named(form: str, ordinals: tuple[str, ...], wrong: str) -> None:
    assert places(form.format(*ordinals), "STR006", scanned=True) == [wrong]


def test_points_are_lost_again_and_again() -> None:
    text = PLAN.format("1.1", "1.2", "2.1", "2.1.1") + "2.2 工作机构\n设立办公室。\n"
    torn = text.replace("2.1 ", "21 ").replace("2.2 ", "22 ").replace("\n2.1指", "\n21指")
    assert places(torn, "STR006") == ["21", "22"]


RIGHT = [
    SECTIONS.format("一、", "二、", "三、"),
    ITEMS.format("①", "②", "③"),
    # 三 is of a word, and no number is missing.
    SECTIONS.format("一、", "二、", "三、") + "三公经费情况\n",
    ITEMS.format("1.", "2.", "3.") + "4个单位参加验收。\n",
    ITEMS.format("1.", "2.", "3.") + "4至6人一组。\n",
    ITEMS.format("①", "②", "③") + "4个单位参加验收。\n",
    ITEMS.format("（一）", "（二）", "（三）") + "（大）型活动另行安排。\n",
    ITEMS.format("1.", "2.", "3.") + "2-甲类物品。\n",
    ARTICLES.format("第一条　", "第二条　", "第三条　") + "第三系列产品除外。\n",
    ARTICLES.format("第一条　", "第三条　", "第四条　") + "第大条目。\n",
    PLAN.format("1.1", "1.2", "2.1", "2.1.1") + "2. 11个部门参加演练。\n",
    PLAN.format("1.1", "1.2", "2.1", "2.1.1") + "2 2个乡镇参加演练。\n",
]


@pytest.mark.parametrize("text", RIGHT, ids=range(len(RIGHT)))
def test_what_only_looks_so_is_left_alone(text: str) -> None:
    assert places(text, "STR006", scanned=True) == []


def test_no_other_finding_tells_of_the_number_that_is_damaged() -> None:
    assert places(SECTIONS.format("_、", "二、", "三、"), "STR002", scanned=True) == []
    assert places(ARTICLES.format("笫一条　", "第二条　", "第三条　"), "LAW001", scanned=True) == []


def test_only_scans_are_read_so() -> None:
    text = ITEMS.format("①", "@", "③")
    assert places(text, "STR006", scanned=False) == []
