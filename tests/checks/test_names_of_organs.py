"""Names of organs and meetings cut short or misnamed, and their right doubles (TRM042, TRM055, PUN040, OCR014)."""

import pytest

from tests.checking import places


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("TRM042", "在县委、政府的领导下，绿道建成。", ["县委、政府"]),
        ("TRM042", "经区委、政府同意，印发本方案。", ["区委、政府"]),
        ("TRM042", "市六届人大五次大会审议了报告。", ["大会"]),
        ("TRM042", "区政协四届政协三次大会提出了提案。", ["大会"]),
        ("TRM042", "在县委、县政府的领导下，县党委、政府齐抓共管，镇党委、镇政府落实。", []),
        ("TRM042", "市六届人大五次会议、区第三次党员代表大会、职工代表大会第二次大会发言。", []),
        ("TRM055", "学习党的“十七”大精神。", ["“十七”大"]),
        ("TRM055", "贯彻党的“二十”大要求。", ["“二十”大"]),
        ("TRM055", "绿道有“十”大看点，“十四五”规划，“三”大亮点，党的十七大精神。", []),
        ("PUN040", "来函收悉现答复如下：", ["现答复"]),
        ("PUN040", "您的建议收悉经研究，答复如下：", ["经研究"]),
        ("PUN040", "来函收悉，现答复如下：", []),
        ("OCR014", "bsp; 种植面积达二百亩。", ["bsp;"]),
        ("OCR014", "型号为 nbsp，见说明。", []),
    ],
)
def test_what_is_told(code: str, text: str, found: list[str]) -> None:
    assert places(text, code) == found
