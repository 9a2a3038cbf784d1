"""CIT014: one name written in two ways."""

import pytest
from checking import check

from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source


def places(text: str) -> list[str]:
    found = check(Source(text), Selection(select=["CIT014"]).rules()).diagnostics
    return [text[a:b] for d in found for a, b in d.spans]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "按照《示例县防汛抢险应急预案》，《示例县防汛枪险应急预案》同时修订，《示例县防汛抢险应急预案》印发。",
            "示例县防汛枪险应急预案",
        ),
        (
            "县清洁取暖建设领导小组负责，县清洁取暖建设领导小组调度，县清洁取暖建设领导小组通报，县清洁保暖建设领导小组督查。",
            "县清洁保暖建设领导小组",
        ),
        (
            "《示例县农村道路养护和管理办法》与《示例县农村道路养护管理办法》《示例县农村道路养护管理办法》",
            "示例县农村道路养护和管理办法",
        ),
        ("县防汛抗旱指挥部调度，示例县防汛抗早指挥部值班，示例县防汛抗旱指挥部通报。", "县防汛抗早指挥部"),
        (
            "《示例省教育厅 示例省财政厅关于做好资助工作的通知》《示例省教育厅示例省财政厅关于做好资助工作的通知》",
            "示例省教育厅示例省财政厅关于做好资助工作的通知",
        ),
        ("政府食盐储备企业、政府食盐储备企业、政府食盐储备企业，食盐政府储备企业。", "食盐政府储备企业"),
        ("由国网示例省电力公司、国网示例省电力公司组织，由国网示例电力公司值守。", "国网示例电力公司"),
    ],
)
def test_the_rarer_of_two_names_is_told(text: str, wrong: str) -> None:
    assert places(text) == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "《示例县河长制实施方案》《示例县林长制实施方案》《示例县校长制实施方案》",
        "《示例县税务检查办法》《示例县水务检查办法》",
        "《示例市道路养护管理办法》《示例县道路养护管理办法》",
        "《第一批道路养护项目名单》《第二批道路养护项目名单》",
        "示例县供水保障领导小组、示例县供电保障领导小组、示例县供热保障领导小组分别调度。",
        "示例县河长制领导小组、示例县林长制领导小组、示例县田长制领导小组。",
        "《中华人民共和国公司法》《中华人民共和国公路法》《中华人民共和国农业法》《中华人民共和国渔业法》",
        "东区防汛抗旱指挥部、西区防汛抗旱指挥部",
        "国网示例省电力公司、国网示例省电力公司、国网示例市电力公司",
        "国网示例省电力公司、国网示例省电力公司，国网示例电力公司、国网示例电力公司",
        "政府食盐储备企业、食盐政府储备企业",
        "《示例省教育厅关于做好 资助工作的通知》《示例省教育厅关于做好资助工作的通知》",
        "示范技术改造项目、示范技术改造项目、示范技术改造项目，技术示范改造项目",
    ],
)
def test_names_of_two_things_may_be_alike(text: str) -> None:
    assert places(text) == []


def test_forms_for_two_groups_are_no_slips() -> None:
    series = (
        "个人填写《示例区创业青年推荐申报表》，集体填写《示例区创业青年团推荐申报表》。"
        "评审使用《示例区创业青年评审打分表》，复审使用《示例区创业青年团评审打分表》。\n"
    )
    assert places(series) == []
    assert places("填写《示例区创业青年推荐申报表》《示例区创业青年团推荐申报表》。\n") == []
    once = "填写《示例区创业青年推荐申报表》，交回《示例区创业青年团推荐申报表》，核对《示例区创业青年推荐申报表》。\n"
    assert places(once) == ["示例区创业青年团推荐申报表"]


def test_two_annexes_and_two_names_set_against_each_other_are_two() -> None:
    each = "企业填写《示例区企业稳岗补贴申请表》，事业单位填写《示例区企事业稳岗补贴申请表》。\n"
    assert places(each) == []
    listed = "附件：1.示例区低保家庭补贴申请表\n2.示例区低收保家庭补贴申请表\n"
    used = "填写《示例区低保家庭补贴申请表》。\n填写《示例区低收保家庭补贴申请表》。\n"
    assert places(used + listed) == []
    assert places(used) == ["示例区低收保家庭补贴申请表"]
    # A particle more is no other name, and neither is what stands in another sentence.
    assert places("印发《示例区关于加强管护的意见》，落实《示例区关于加强管护意见》。\n") != []
    assert places("按照《示例区绿道改造实施细则》办理。\n《示例区绿道改造实细则》规定的除外。\n") != []
