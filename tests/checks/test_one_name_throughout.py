"""CIT026, CIT027, CIT028: what a document calls by one name, and by another one in one place."""

import pytest
from checking import check

from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source


def places(code: str, text: str) -> list[str]:
    found = check(Source(text), Selection(select=[code]).rules()).diagnostics
    return [text[a:b] for d in found for a, b in d.spans]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("本商会设会长一名。\n" * 5 + "本学会经费来源如下。\n", ["本学会"]),
        ("本会的住所设在示例区。\n" * 10 + "本团体终止后，本团体的财产由本会处理。\n", ["本团体", "本团体"]),
        ("本公司员工应当遵守本公司规定；" * 3 + "本集团解释；", ["本集团"]),
        ("本中心负责 (试行), " * 6 + "本医院另行公布.", ["本医院"]),
        ("本学会理事由本学会选举，" * 3 + "\n本协会秘书处设在示例区\n", ["本协会"]),
    ],
)
def test_the_other_kind_of_body_is_told(text: str, wrong: list[str]) -> None:
    assert places("CIT026", text) == wrong


@pytest.mark.parametrize(
    "text",
    [
        # Named elsewhere, so another body.
        "本商会设会长一名。" * 5 + "学会是本商会的会员。本学会另行登记。",
        # A part of the own name: 本会 is short for it.
        "本协会设会长一名。" * 5 + "本会另行登记。",
        # Defined or quoted.
        "本协会设会长一名。" * 5 + "分支机构自称“本学会”的，应当改正。“本学会”",
        "本商会设会长一名。" * 4 + "本学会另行登记。",
        "本商会设会长一名。" * 5 + "本学会另行登记。" * 3,
        "本公司设经理一名。" * 6
        + "本中心城区内由本公司负责，本会议由本团体标准起草组召集，本院长签字，本所称公司另有规定。",
    ],
)
def test_another_body_is_left_alone(text: str) -> None:
    assert places("CIT026", text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("示B20617号货车驶入，示B2O617号货车超限。", ["示B2O617"]),
        ("示B20617号货车驶入，示B20617号货车超限，示B20671号货车放行。", ["示B20671"]),
        ("车辆示B·20817, 示B·20817 (货车), 示B·20B17 (货车).", ["示B·20B17"]),
        ("代码91130100MA07XYZ12K，代码91130100MA07XYZ12K，代码91130100MA07YXZ12K。", ["91130100MA07YXZ12K"]),
    ],
)
def test_a_code_with_a_slip_is_told(text: str, wrong: list[str]) -> None:
    assert places("CIT027", text) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "示B20617号货车，示B20617号货车，示B20618号货车，示B20627号货车。",
        # Each once: nobody knows which is right, or whether they are two.
        "示B20617号货车，示B20671号货车。",
        "示BD0617号货车，示B00617号货车。",
        "型号X20617，型号X20617，型号X20671。",
        "示B20617号货车，示B20617D号货车。",
        "示B20617号货车" * 2 + "示B2O617号货车" * 2,
        "没有车牌号。",
        "、".join(f"示B{number}" for number in range(20000, 20300)) + "、示B20O00",
    ],
)
def test_other_codes_are_left_alone(text: str) -> None:
    assert places("CIT027", text) == []


_REST = (
    "各村要配合施工，保证进度和质量，按月报送情况，费用由区财政负担，请有关单位抓紧办理手续，不得拖延，确保汛前完工。"
    * 2
)


@pytest.mark.parametrize(
    ("usual", "rare", "wrong"),
    [
        ("示例镇防汛物资储备库", "示例镇防汛物资诸备库", "汛物资诸备库"),
        ("农村道路养护资金管理专户", "农村道路养沪资金管理专户", "道路养沪资金管"),
        ("老旧小区综合改造方案", "老旧小区综台改造方案", "小区综台改造方"),
        ("佩戴院士合作重点单位标牌", "佩戴院士合作点单位标牌", "士合作点单位"),
    ],
)
@pytest.mark.parametrize("frame", ["{}，", "{}。\n", "{} (试行), "])
def test_a_phrase_with_a_slip_is_told(usual: str, rare: str, wrong: str, frame: str) -> None:
    text = _REST + frame.format(usual) * 2 + frame.format(rare) + _REST
    assert places("CIT028", text) == [wrong]


@pytest.mark.parametrize(
    ("usual", "rare"),
    [
        # Directions, levels and numbers; both are words; another end.
        ("示例镇东部防汛物资库", "示例镇西部防汛物资库"),
        ("示例镇第一防汛物资库", "示例镇第二防汛物资库"),
        ("农村道路维护资金专户", "农村道路养护资金专户"),
        ("检查作业场所使用高毒物品", "检查作业场所使用有毒物品"),
        ("示例镇防汛物资储备库", "示例镇防汛A资储备库"),
        ("示例镇汽车制造业数字化", "示例镇汽车制造数字化"),
        ("示例镇防汛一物资库", "示例镇防汛物资库"),
    ],
)
def test_another_phrase_is_left_alone(usual: str, rare: str) -> None:
    assert places("CIT028", _REST + f"{usual}，" * 2 + f"{rare}。" + _REST) == []


def test_a_short_text_has_no_usual_phrases() -> None:
    assert places("CIT028", "物资储备库") == places("CIT028", "") == []
