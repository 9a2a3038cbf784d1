"""Faulty sentences, collocations, places, marks and what must not be published, as users see their findings."""

import pytest
from checking import apply_fixes, check

from lawcheck.reading.resources import rows
from lawcheck.rulebook.registry import Selection
from lawcheck.rulebook.worded import Worded
from lawcheck.text.source import Source


def found(text: str, code: str) -> list[Worded]:
    return check(Source(text), Selection(select=[code], preview=True).rules(), kind="official").diagnostics


def places(text: str, code: str) -> list[str]:
    return [text[a:b] for d in found(text, code) for a, b in d.spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("经过整治，从而使辖区面貌一新。", ["经过整治，从而使"]),
        ("为了避免此类情况不再出现，各单位要举一反三。", ["避免此类情况不再出现"]),
        ("防止渗漏问题不再发生。", ["防止渗漏问题不再发生"]),
        ("事故起数减少了两倍，用时缩短3.5倍。", ["减少了两倍", "缩短3.5倍"]),
        ("主要原因是由于线路超负荷运行引起的。", ["原因是由于线路超负荷运行引起的"]),
        ("围绕食品安全为重点，本着公开透明为原则。", ["围绕食品安全为重点", "本着公开透明为原则"]),
        ("根据抽样调查结果显示，满意率上升。", ["根据抽样调查结果显示"]),
        ("评审委员会有专家七人、代表两人构成。", ["有专家七人、代表两人构成"]),
        ("严禁任何人不准入内，切勿不要慌乱。", ["严禁任何人不准", "切勿不要"]),
        ("见诸于报端，堪称为典范。", ["见诸于", "堪称为"]),
    ],
)
def test_two_constructions_in_one(text: str, expected: list[str]) -> None:
    assert sorted(places(text, "TRM033")) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "经过整治，使用不合格设备的现象减少。区政府通过整治，使面貌一新。",
        "避免不再使用的设备积压，防止问题反弹，确保隐患不再出现。",
        "办件量增加了两倍，倍率由3倍降为1.5倍，减少到原来的三分之一，缩小倍数。",
        "原因是线路超负荷运行，由此引起的损失另行计算；原因是雷击引起山火。",
        "围绕以食品安全为重点的目标，以公开透明为原则；围绕甲区建设成为中心。",
        "抽样调查结果显示，满意率上升。证据显示，责任在甲方；票据显示，已付款。",
        "评审委员会有专家七人，由区政府聘任。小组由专家构成。",
        "严禁携带火种，不得入内。禁止转让的动产不得出质。不得不停业的，报告。",
        "“原因是操作不当造成的。”是病句。",
    ],
)
def test_sentences_that_look_like_it(text: str) -> None:
    assert places(text, "TRM033") == []


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("加快人才引进力度，加大复工进度。", "加大人才引进力度，加快复工进度。"),
        ("加强对乡镇、村的督查力度。", "加大对乡镇、村的督查力度。"),
        ("加强管理，加大督查力度；加强执法、加大力度。", None),
        ("于2025年6月起集中办公。", "自2025年6月起集中办公。"),
        ("于2025年6月起草方案，于6月9日召开会议研究相关工作。", None),
        ("发挥基层首创精神，发扬优良作风。", None),
        ("组织召开换届选举工作，由示例科负责。", "组织开展换届选举工作，由示例科负责。"),
    ],
)
def test_a_verb_and_its_object(text: str, fixed: str | None) -> None:
    assert apply_fixes(text, found(text, "TRM034")) == (fixed or text)


@pytest.mark.slow
def test_every_place_may_stand_below_its_own() -> None:
    lines = []
    for province, prefecture, *counties in rows("divisions.tsv"):
        lines.append(province if prefecture == province else province + prefecture)
        for county in counties[0].split(" ") if counties else ():
            lines += [province + county, prefecture + county]
            lines.append(county if prefecture == province else province + prefecture + county)
    assert len(lines) > 5000
    assert places("\n".join(lines), "TRM035") == []


def test_a_place_is_listed_once() -> None:
    names = [
        name for _, prefecture, *counties in rows("divisions.tsv") for name in (prefecture, *"".join(counties).split())
    ]
    assert len(names) == len(set(names))
    renamed = [row[0] for row in rows("renamed_places.tsv")]
    assert len(renamed) == len(set(renamed))
    assert not set(renamed) & set(names)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("浙江省合肥市和成都市余杭区代表。", ["浙江省合肥市", "成都市余杭区"]),
        ("内蒙古自治区大理市。", ["内蒙古自治区大理市"]),
        ("广州市深圳市联合开展，江苏省昆山市、苏州市昆山市，北京市上海市。", []),
        ("江苏省苏州市区、上海市南京路、浙江省城区、山东省平原县域。", []),
        ("上海市喀什地区前方指挥部，重庆市江北区，宁波市江北区。", []),
    ],
)
def test_places_below_others(text: str, expected: list[str]) -> None:
    assert places(text, "TRM035") == expected


@pytest.mark.parametrize(
    ("year", "body", "expected"),
    [
        (2024, "赴杭州市临安市学习。", ["临安市"]),
        (2016, "赴杭州市临安市学习。", []),
        (2024, "赴原杭州市临安市学习。", []),
        (2024, "赴临安市学习，赴杭州市临安区。", []),
        (2024, "邢台市任县代表，南昌市新建县级医院。", ["任县"]),
    ],
)
def test_names_of_earlier_days(year: int, body: str, expected: list[str]) -> None:
    text = f"关于开展交流的通知\n各街道：\n{body}\n示例区教育局\n{year}年3月5日\n"
    assert places(text, "TRM036") == expected


@pytest.mark.parametrize(
    ("code", "text", "fixed"),
    [
        ("PUN030", "按照区委区政府部署。", "按照区委、区政府部署。"),
        ("PUN030", "区委区政府督查室，省、市委市政府，国家、省委省政府规划。", None),
        ("PUN030", "依据《甲办法》(示发〔2023〕3号)《乙规定》。", "依据《甲办法》(示发〔2023〕3号)、《乙规定》。"),
        ("PUN031", "工作有进展。同时。各街道要加强值守。", "工作有进展。同时，各街道要加强值守。"),
        ("PUN031", "两项工作要同时。\n处罚须有根据。", None),
        ("PUN032", "高二（2.5.6.8.9）班。", "高二（2、5、6、8、9）班。"),
        ("PUN032", "版本（2.5.6.1.9）号，1.2.3.4.5办理。", None),
        ("PUN033", "汇总上报；（示例科负责收集）\n公示。", "汇总上报（示例科负责收集）；\n公示。"),
        ("PUN033", "汇总上报；（二）\n按月公示。（示例科负责收集）\n", None),
        ("PUN034", "红心向党•强国有我。", "红心向党·强国有我。"),
        ("PUN034", "• 红心向党\n•强国有我", None),
        ("PUN035", "甲﹑乙完成｡各县<不含示例县>上报。", "甲、乙完成。各县（不含示例县）上报。"),
        ("PUN035", "示发﹝2024﹞3号", "示发〔2024〕3号"),
        ("PUN035", "示发〔2024〕3号，<姓名>，a﹑b。", None),
    ],
)
def test_marks(code: str, text: str, fixed: str | None) -> None:
    assert apply_fixes(text, found(text, code)) == (fixed or text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("使用vscode和github。", "使用VS Code和GitHub。"),
        ("提交word版和excel表格。", "提交Word版和Excel表格。"),
        ("见github.com，运行python main.py，EXCEL表格，word embedding模型，汇总.pdf", None),
    ],
)
def test_names_of_products(text: str, expected: str | None) -> None:
    assert apply_fixes(text, found(text, "TRM037")) == (expected or text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("感谢台湾、韩国等国的来宾，香港等国家代表。", ["等国", "等国家"]),
        ("台湾等国家和地区，香港等国家级实验室，澳门等国际城市，香港等国内外来宾。", []),
        ("国籍：澳门，国籍：中国，外国专家（含港澳台）。", ["澳门", "含港澳台"]),
        ("《建国以来文献》，李建国初期任职，“台湾政府”。", []),
    ],
)
def test_regions_are_no_countries(text: str, expected: list[str]) -> None:
    assert sorted(places(text, "TRM038")) == sorted(expected)


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("示例区拟录用人员公示", "甲某，11010119000101001X，110101190001010014。", ["110101190001010014"]),
        ("示例区关于补助的通知", "甲某，13800000000，身份证：110101000101001。", ["110101000101001"]),
        ("示例区拟录用人员公示", "甲某，13800000000。\n咨询电话：13800000001", ["13800000000"]),
        ("示例区拟录用人员公示", "甲某，138****0000，账号6222000000000000004。", []),
    ],
)
def test_numbers_of_persons(title: str, body: str, expected: list[str]) -> None:
    assert sorted(places(f"{title}\n{body}\n", "DOC040")) == sorted(expected)
