"""DOC034: titles without 关于 or 的, and those that need neither."""

import pytest

from tests.checking import places

BODY = "\n各村：\n请认真执行，按时报送。\n"


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("抓好夏季防汛工作通知", ["抓好", "通知"]),
        ("组织年度考核的通知", ["组织"]),
        ("示例镇加强秸秆禁烧通告", ["加强", "通告"]),
        ("示政发〔2024〕3号\n认真做好森林防火工作的通知", ["认真"]),
        ("启用新印章的函", ["启用"]),
        ("筹备召开第二次学生代表大会通知", ["筹备", "通知"]),
        ("申报2019年度课题通知", ["申报", "通知"]),
        ("示例镇校园绿化工作的通知", ["示例"]),
        ("国庆节放假时间安排的通告", ["国庆"]),
        ("抓好设备招标采购通知", ["抓好"]),
        ("示例中学关于组织春游活动通知", ["通知"]),
    ],
)
def test_the_matter_stands_between_about_and_de(title, found):
    assert places(title + BODY, "DOC034") == found


@pytest.mark.parametrize(
    "title",
    [
        "放假通知",
        "校园绿化活动通知",
        "给全体家长的通知",
        "举行时间变更通知",
        "会议通知",
        "抓好夏季防汛工作方案",
        "示例镇人民政府印发防汛方案的通知",
        "推荐名单公告",
        "成立大会通知",
        "举办地变更公告",
        "开展春季巡查情况通报",
        "对李某处分的决定",
        "转发市局加强值班工作的通知",
        "示例区教育局关于\n组织年度考核的通知",
        "加强春季校园绿化工作总结",
    ],
)
def test_titles_that_name_a_thing_or_act_need_no_about(title):
    assert places(title + BODY, "DOC034") == []


def test_a_text_without_title_has_none_to_judge():
    assert places("请认真执行。", "DOC034") == []
