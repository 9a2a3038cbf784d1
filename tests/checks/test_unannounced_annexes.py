"""DOC046: annexes that a text speaks of, in whole letters, in texts without signature and in those on one line."""

import pytest

from lawcheck import check_text

NOTICE = "示例区农业农村局关于开展农机普查的通知\n各镇：\n为摸清底数，决定开展农机普查，请认真组织，按时报送。\n"
END = "二、时间\n请于6月1日前报送，逾期不再受理，联系电话另行通知。\n"


def told(text: str) -> list[tuple[str, str]]:
    found = check_text(text, select=["DOC046"]).diagnostics
    return [(text[place.offset : place.end_offset], d.severity) for d in found for place in (d, *(d.occurrences or ()))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (NOTICE + "对照评分细则（见附件2）自查，填写《登记表》（附件），按附件3汇总。\n", ["附件2", "附件", "附件3"]),
        (NOTICE + "请填写登记表（见附件1），并于6月1日前发送至邮箱，邮件主题请注明姓名。\n", ["附件1"]),
        (NOTICE.replace("：", ":").replace("，", ",") + "填写报名表(附件),名额分配见附件2.\n", ["附件", "附件2"]),
        ("一、对象\n全体教师，申报书格式见附表，名额分配表附后，请认真组织实施。\n" + END, ["附表", "附后"]),
        ("关于停水的通告 因检修管网，定于5月3日停水，停水区域详见附件1，请各用户提前储水，其他事项另行通知。"
         "水厂 2026年5月1日", ["附件1"]),
    ],
)  # fmt: skip
def test_a_text_without_signature_is_told_of_every_mention(text, found):
    assert told(text) == [(each, "info") for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "一、对象\n申报书格式见附表，请认真组织。\n",  # a passage
        "请填写登记表（见附件），于6月1日前报送，逾期不再受理，联系电话另行通知，其他事项请与本局人事科联系，谢谢配合。\n",
        NOTICE.replace("开展农机普查", "转发农机普查要求") + "请按附件1执行。\n",
        NOTICE + "名额见附件1。\n相关附件：名额.docx\n",
        NOTICE + "名额见附件1，已通过工作群发至各镇。\n",
        NOTICE + "名额见附件1，\n",  # cut off
        NOTICE + "上级通知中的“详见附件1”是指样式。\n",
        NOTICE + "名额分配表附后。\n名额分配表\n甲镇2名\n",
        NOTICE + "内容见《文集》附件2，按上级通知（附件另发）办理，合同附件由双方另签。\n",
        "示例区奖学金管理办法\n第一条 为了规范管理，制定本办法，由局实施。\n第二条 学生填写表格（附件），交年级。\n",
        "示例区评优通知 各镇：名额见附件1，请于6月1日前报送。示例区人事局 2026年5月1日 附件1 名额分配表 甲镇2名",
    ],
)
def test_what_is_annexed_linked_or_of_another_text_is_left_alone(text):
    assert told(text) == []


def test_what_a_letter_issues_is_its_annex_but_needs_its_own():
    letter = (
        "各镇：\n《示例区农机普查实施方案》（见附件）已经区政府同意，现印发给你们，请认真执行。\n示例区农业农村局\n"
        "2026年3月5日\n示例区农机普查实施方案\n一、对象\n全体农户。\n二、方法\n按登记表（附件2）逐户登记。\n"
    )
    assert told(letter) == [("附件2", "info")]
