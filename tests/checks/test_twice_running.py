"""What stands twice running: dates, sums, titles, quotations, long stretches, verbs joined to themselves (TRM021)."""

import pytest
from checking import apply_fixes, check

from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source

RULES = Selection(select=["TRM021"]).rules()


def mended(text: str) -> str:
    return apply_fixes(text, check(Source(text), RULES).diagnostics)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("到2022年2022年，沟渠整治完成。", "到2022年，沟渠整治完成。"),
        ("于5月11日5月11日召开会议。", "于5月11日召开会议。"),
        ("安排资金20万元20万元，占80%80%。", "安排资金20万元，占80%。"),
        ("根据《示例市沟渠条例》《示例市沟渠条例》，制定本方案。", "根据《示例市沟渠条例》，制定本方案。"),
        ("依照《示例市沟渠条例》、《示例市沟渠条例》的规定处罚。", "依照《示例市沟渠条例》的规定处罚。"),
        ("落实“河长制”“河长制”要求。", "落实“河长制”要求。"),
        ("第十三届第第二十四次会议通过。", "第十三届第二十四次会议通过。"),
        ("由保洁员负责沟渠保洁工作沟渠保洁工作的落实。", "由保洁员负责沟渠保洁工作的落实。"),
        ("巡查率进一步进一步提高。", "巡查率进一步提高。"),
        ("要加强和加强巡查，推进、推进保洁。", "要加强巡查，推进保洁。"),
        ("甲公司、乙公司等等3家单位参加。", "甲公司、乙公司等3家单位参加。"),
    ],
)
def test_one_of_the_two_goes(wrong: str, right: str) -> None:
    assert mended(wrong) == right


@pytest.mark.parametrize(
    "text",
    [
        "收缴《示例许可证》、《示例许可证》副本。",
        "《示例市沟渠条例》〈示例市沟渠条例〉释义已经出版。",
        "2022年2023年两年，5月5日至5月6日。",
        "落实、落实、再落实，为健儿加油加油加油加油。",
        "支持企业和企业家，促进人才与人才的交流。",
        "划分同等等级，经费、人员等等都要落实，采用上门、网上等等方式。",
        "1.沟渠保洁工程\n沟渠保洁工程位于示例镇。\n",
        "1.沟渠保洁工程沟渠保洁工程位于示例镇。\n",
        "加强和改进巡查，健全并完善制度。",
    ],
)
def test_what_is_said_on_purpose_stays(text: str) -> None:
    assert mended(text) == text
