"""Figures that were left out of ordinals, dates, sums, shares and counts (NUM039)."""

import pytest
from checking import check

from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source

RULES = Selection(select=["NUM039"]).rules()


def places(text: str) -> list[str]:
    return [text[a:b] for d in check(Source(text), RULES).diagnostics for a, b in d.spans]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("依照第条的规定，由第三届第次会议决定第项。", ["第条", "第项"]),
        ("自2024年月5日起施行，每年月底前报送，于次年月31日前完成。", ["2024年月", "每年月", "次年月"]),
        ("准备阶段（年4月至5月），自年5月6日起，有效期至年底。", ["年", "年"]),
        ("示例区人民政府\n　　　　年9月12日\n", ["年"]),
        ("6月日至7月31日开展自查，于11月日前报送。", ["6月日", "11月日"]),
        ("省级安排资金亿元，每个项目最高不超过万元，追回工资万元。", ["亿元", "不超过万元", "万元"]),
        ("处万元以上五万元以下的罚款，净资产不低于亿元人民币。", ["处万元", "亿元"]),
        ("合格率达到%以上，按价值的%予以奖励。", ["%", "%"]),
        ("每镇不少于个，推出个“一件事”，代表人数不得超过名。", ["不少于个", "推出个", "不得超过名"]),
    ],
)
def test_a_form_that_has_lost_its_figure_is_told(text: str, told: list[str]) -> None:
    assert places(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "依照第三条的规定，“第条”二字不得省略。",
        "当年5月开工，次年6月完工，自同年9月起，年5%的利率，全年5月最忙。",
        "8月日均供水三万吨，9月日照充足，按月日常巡查。",
        "总投资亿元以上项目，亿元级企业，超亿元集群，数万元罚款，补助伍万元整，单位为万元，以亿元计，万元地区生产总值能耗下降，落实万元国内生产总值水耗、万元GDP能耗、万元增加值用水指标。",
        "增长%\n占比%\n申报日期：年月日\n签订日期：　年　月　日\n",
        "新建个人账户，引进名家名师，打造家园，新增户、人口，建设处、园林处负责，投资人、投资家参加。",
    ],
)
def test_what_takes_no_figure_is_silent(text: str) -> None:
    assert places(text) == []


def test_a_form_with_many_open_places_is_silent() -> None:
    assert places("经第条、第款、第项的规定，处罚。\n" * 5) == []
