"""Characters left out of words, and such as are too many (TRM053, OCR020)."""

import pytest
from checking import check, places

from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source

RULES = Selection(select=["TRM053", "OCR020"]).rules()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("通过国家义务教均衡县评估认定。", "义务教"),
        ("购买第二类精药品须登记。", "精药品"),
        ("依法查处环境违行为。", "违行为"),
        ("各单位要严格遵有关规定。", "严格遵"),
        ("由县人力资社会保障局负责解释。", "人力资"),
        ("建立突发公共卫事件应急机制。", "公共卫"),
        ("开展消防安全隐排查整治。", "隐"),
        ("学习贯彻党的十九精神。", "十九"),
    ],
)
def test_a_word_lacks_a_character(text: str, wrong: str) -> None:
    assert places(text + "\n", "TRM053") == [wrong]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("健全充满活力的管理体，提高效能。", "管理体"),
        ("由县人民政府实施统一监督管。", "监督管"),
        ("加强文化遗产的组成部、传播和利用。", "组成部"),
        ("依法追究刑事责。", "刑事责"),
    ],
)
def test_a_clause_ends_in_the_middle_of_a_word(text: str, wrong: str) -> None:
    assert places(text + "\n", "TRM053") == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "治污为重、扩绿为基、转型为要。",
        "鼓励有条件的企、事业单位开放。",
        "深化市场准入异地同标、跨县通办。",
        "做到即查即改，坚持优先办。",
        "内化于心、外化于行，多做利长远的事。",
    ],
)
def test_clauses_that_end_in_a_single_character(text: str) -> None:
    assert places(text + "\n", "TRM053") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("按照国家规竹定的标准执行。", "竹"),
        ("依法保护农民工的合丁法权益。", "丁"),
        ("完善社会保秒障体系。", "秒"),
    ],
)
def test_a_character_parts_a_word(text: str, wrong: str) -> None:
    assert places(text + "\n", "TRM053") == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "大力推动稳就业促创业，着力扩内需优供给。",
        "牢固树立抗大旱、抗长旱的思想。",
        "提高含金量、含新量、含绿量。",
        "县经开区、高新区、农高区同步推进，推进跨域通办。",
        "建成城市运管服平台，运管服平台二期上线。",
        "做遵纪守规的好职工，组织对口援建。",
        "学习党的二十届三中全会精神、党的二十大报告和第十九次会议精神。",
        "学术委员审阅材料，精装药品另行登记。",
        "张国焕反映情况，王守规签字。",
        "电力、热力、燃气及水生产和供应业，建筑业，水的生产和供应业，居民服务业。",
        "文号为示教基〔2024〕3号、示林防〔2024〕5号。",
        "推进义务教育均衡发展，完善社会保障体系，严格遵守有关规定。",
    ],
)
def test_short_names_and_slogans_lack_nothing(text: str) -> None:
    assert places(text + "\n", "TRM053") == []


def test_doubtful_ones_are_told_where_others_are_certain() -> None:
    doubtful = "开展安全生了产大检查。"
    certain = "完善社会保秒障体系。"

    assert check(Source(doubtful + "\n"), RULES).diagnostics == []
    found = check(Source(doubtful + certain + "\n"), RULES).diagnostics
    assert [d.code for d in found] == ["OCR020", "TRM053"]


def test_a_fix_puts_in_what_is_missing_and_takes_out_what_is_too_many() -> None:
    found = check(Source("推进国家义务教均衡发展，完善社会保秒障体系。\n"), RULES).diagnostics

    assert [edit.content for d in found for edit in d.fix.edits] == ["育", ""]


def test_what_the_text_has_elsewhere_is_what_is_missing() -> None:
    text = "示例校编有教学大纲，教学大纲每年修订，实践教大纲也同时修订。\n"
    (one,) = check(Source(text), RULES).diagnostics
    assert "教学" in one.message
