"""Paragraphs that ran into the one before them (STR021), and headings into their text (STR009)."""

import pytest
from checking import check, places

from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source

RUN_ON = "示例区绿道方案一、工作任务。每月巡查绿道。{}二、工作保障。落实管护经费。三、工作考核。每季度通报一次。"


def told(text: str, code: str = "STR021") -> list[str]:
    found = check(Source(text), Selection(select=[code]).rules()).diagnostics
    return [text[start : start + 4] for d in found for start, _ in sorted(d.spans)]


@pytest.mark.parametrize(
    ("glued", "begins"),
    [
        ("发现问题立即整改。（示例区园林局负责）建立台账，逐项销号。", "建立台账"),
        ("发现问题立即整改。（责任单位：示例区园林局、示例区财政局）2024年底前完成销号。", "2024"),
        ("会议要求，各街道按月巡查。", None),
        ("特此通知。", "特此通知"),
        ("妥否，请批示。", "妥否，请"),
        ("联系人：王某某，电话：0999-88880000。", "联系人："),
        ("联系人王某某。", None),
        ("发现问题，（示例区园林局负责）经汇总后报区政府。", None),
        ("发现问题立即整改（见附件）。建立台账。", None),
        # What stands in brackets behind the subject of a sentence is no measure's.
        ("有关部门（区教育局、区公安局）应当建立台账。", None),
        ("申报由主管部门（区财政局牵头）会同行业部门评审。", None),
        ("各县（市、区）教育局会同公安局（交警大队）定期检查。", None),
        ("受理机构（镇民政办负责）受理申请。", None),
        ("修补路面（牵头单位：区园林局）更换指示牌。", "更换指示"),
        ("要学习会议指出的方向。", None),
        ("特此通知书面意见。", None),
    ],
)
def test_a_paragraph_behind_another(glued: str, begins: str | None) -> None:
    assert told(RUN_ON.format(glued)) == ([begins] if begins else [])
    kept = "示例区绿道方案\n一、工作任务\n每月巡查绿道。" + glued + "\n二、工作保障\n落实管护经费。\n"
    assert told(kept) == []


def test_minutes_have_a_paragraph_for_each_thing_that_a_meeting_does() -> None:
    text = RUN_ON.format("会议听取了园林局的汇报。会议要求，各街道按月巡查。")
    assert told(text) == ["会议听取", "会议要求"]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("联系电话：0999-88880000电子邮箱：lvdao@example.com\n", ["电子邮箱"]),
        ("邮箱：lvdao@example.com联系电话：0999-88880000\n", ["联系电话"]),
        (
            "示例局办公室王某某0999-88880000示例局法规处李某某0999-88880001示例局督查处张某某0999-88880002\n",
            ["示例局法", "示例局督"],
        ),
        ("联系电话：0999-88880000，电子邮箱：lvdao@example.com\n", []),
        ("联系电话：0999-88880000　传真：0999-88880001\n", []),
        ("示例局办公室王某某0999-88880000\n示例局法规处李某某0999-88880001\n", []),
        ("王某某（0999-88880000）和李某某（0999-88880001）负责联系。\n", []),
        ("办公电话0999-88880000转8001，手机13800000000。\n", []),
    ],
)
def test_contacts_are_told_anywhere(text: str, begins: list[str]) -> None:
    assert told(text) == begins


def test_a_heading_that_runs_into_its_text_is_told_and_split() -> None:
    text = "示例区绿道通知一、总体要求按照分级负责的原则，落实管护责任。二、工作任务各街道要组织力量，检查绿道。"
    assert {"按照分级", "各街道要"} <= set(told(text, "STR009"))
    apart = text.replace("总体要求", "总体要求。").replace("工作任务", "工作任务。")
    assert not {"按照分级", "各街道要"} & set(told(apart, "STR009"))


GLUED = [
    ("一、补贴对象 补贴发给种粮大户，不得截留。\n二、补贴标准\n每亩五十元。\n", "STR009", [" "]),
    ("（一）补贴对象\u3000\u3000补贴发给种粮大户，不得截留。\n", "STR009", ["\u3000\u3000"]),
    ("一、时间 地点\n二、总体要求\n每亩五十元，按实际面积计算。\n", "STR009", []),
    ("一、加强领导，落实责任。\n", "STR009", []),
    ("1.补贴对象 补贴发给种粮大户，不得截留。\n", "STR009", []),
    ("咨询电话：0999-88880000 4、其他事项另行通知。\n", "STR021", [""]),
    ("咨询电话：0999-88880000 88880001。\n", "STR021", []),
]


@pytest.mark.parametrize(("text", "code", "told"), GLUED)
def test_blanks_that_are_left_of_line_ends(text, code, told):
    assert places(text, code) == told
