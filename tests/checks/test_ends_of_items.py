"""The signs at the ends of items, closing requests and paragraphs (PUN013, STR020, DOC045), and their right likes."""

import pytest
from checking import places

SIGNS = [
    # A comma or a colon before the next item.
    ("（1）开展集市宣讲，\n（2）开展入户宣讲；\n（3）汇总情况。\n", ["，"]),
    ("一、任务\n1.清扫街道，\n2.清理河道；\n3.拆除违建。\n", ["，"]),
    ("（1）清扫街道，\n（2）清理河道。\n", []),
    ("（1）清扫街道，\n（2）清理河道，\n（3）拆除违建。\n", []),
    ("1.清扫街道。每天两次，\n2.清理河道。每月一次；\n3.拆除违建。\n", ["，"]),
    ("（一）清扫街道；\n（二）清理河道：\n（三）拆除违建；\n（四）修补路面。\n", ["："]),
    ("（一）清扫街道：\n1.主街；\n2.背街。\n（二）清理河道。\n", []),
    ("以及获得者等；\n第七条 有人员。\n", ["；"]),
    # Members of a row in one paragraph.
    ("一是宣传。每月一次。二是巡查。每周一次，三是演练。每季一次。四是值守。", ["，"]),
    ("一是宣传。二是巡查，三是演练。", []),
    ("一是宣传。二是巡查。三是演练。四是值守。五要快，六是准。", []),
    # A semicolon before the list that the item leads in.
    ("（4）开展系列活动；\n①集市宣讲。\n②入户宣讲。\n", ["；"]),
    ("（4）开展系列活动：\n①集市宣讲。\n②入户宣讲。\n", []),
    ("①集市宣讲；\n（1）入户宣讲。\n（2）送法下乡。\n", []),
    # No point at all.
    ("（一）召集会议；\n（二）检查落实；\n（三）决定其他事项\n\n第十条 任期三年。\n", ["项"]),
    (
        "（一）召集和主持会议\n（二）检查落实情况；\n（三）签署文件；\n（四）提名秘书人选\n（五）其他职权；\n",
        ["议", "选"],
    ),
    ("（一）召集会议；\n（二）检查落实；\n（三）决定其他事\n项。\n", []),
    ("（一）召集会议\n（二）检查落实；\n（三）决定事项。\n", []),
    ("1.申请书\n2.身份证\n3.证明\n", []),
]


@pytest.mark.parametrize(("text", "told"), SIGNS)
def test_signs_at_the_ends_of_items(text, told):
    assert places(text, "PUN013") == told


ACTIVITIES = """
一、活动
①集市行动：司法所组织人员到集市开展宣传活动
②入户行动：农技站组织人员进村开展技术指导
③广场行动：文化站举办“广场放映”
④公益行动：图书室在节日期间免费开放。
⑤校园行动：学校组织学生参加劳动。
"""
FIELDS = """
一、活动
1.时间：5月3日上午八点半开始
2.地点：镇政府三楼大会议室东侧
3.要求：着正装，提前到场。
4.会后就餐。
5.另行通知。
"""
STEPS = "一、步骤\n1.组建工作专班\n2.专班拟定方案，征求意见。\n3.召开会议进行表决，公布结果\n4.立卷。\n"
STOPS = [
    (ACTIVITIES, ["动", "导", "”"]),
    (STEPS, ["果"]),
    (FIELDS, []),
    ("一、补助\n1.交通补助\n2.电话补助\n3.补助按月发放。\n", []),
    ("一、材料\n1.申请书。\n2.镇政府的证明\n3.说明。\n4.其他。\n", []),
    ("一、流程\n1.主持人致辞，介绍来宾。（3分钟）\n2.全体起立，唱国歌。\n3.散会。\n", []),
]


@pytest.mark.parametrize(("text", "told"), STOPS)
def test_items_without_a_stop(text, told):
    assert places(text + "二、其他\n另行通知。\n", "STR020") == told


SIGNED = "\n示例镇政府办公室\n2024年5月8日\n"
CLOSINGS = [
    ("停水两天。特此告知，望各户互相提醒" + SIGNED, ["特此告知，望各户互相提醒"]),
    ("停水两天，敬请谅解。" + SIGNED, []),
    ("停水两天。由此带来不便，敬请谅解" + SIGNED, ["敬请谅解"]),
    ("拟新建水厂。妥否，请批示" + SIGNED, ["妥否，请批示"]),
    ("停水两天。请各户配合！" + SIGNED, ["请各户配合！"]),
    ("停水两天。请各户周知", ["请各户周知"]),
    ("停水两天。请各户周知\n示例镇政府", ["请各户周知"]),
    ("停水两天。\n1.请各户配合\n2.请各村落实\n3.请上报。\n", []),
    ("停水两天。\n各村要高度重视，认真抓好落实" + SIGNED, ["各村要高度重视，认真抓好落实"]),
    ("停水两天。\n请各村高度重视，认真做好" + SIGNED, ["请各村高度重视，认真做好"]),
    ("停水两天。\n各村负责人：李某，张某，王某某" + SIGNED, []),
    ("敬请谅解" + SIGNED, []),
    ("停水两天。请提前蓄水" + SIGNED, []),
]


@pytest.mark.parametrize(("text", "told"), CLOSINGS)
def test_requests_above_the_signature(text, told):
    assert places(text, "DOC045") == told
