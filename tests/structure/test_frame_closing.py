"""What closes a text in other ways than by an office and a day on two lines, and what begins behind it."""

import pytest

from lawcheck.pipeline import parse
from lawcheck.structure.frame import Frame
from lawcheck.text.source import Source

HEAD = "关于清理沟渠的通知\n各村：\n请认真落实。\n"


def frame(text: str) -> Frame:
    return parse(Source(text)).frame


def signed(found: Frame) -> tuple[list[str], str | None]:
    return [name.name for name in found.signers], found.date.iso if found.date else None


@pytest.mark.parametrize(
    ("closing", "signers", "day"),
    [
        ("示例中学德育处\n2026.9\n", ["示例中学德育处"], "2026-09"),
        ("示例县水利局\n2026年9月\n", ["示例县水利局"], "2026-09"),
        ("示例县水利局\n2026年9月5日------------\n", ["示例县水利局"], "2026-09-05"),
        ("示例县水利局 &nbsp;\n2026年9月5日\n", ["示例县水利局"], "2026-09-05"),
        ("示例县示例镇石桥村\n沟渠调查专家组\n2026年9月5日\n", ["示例县示例镇石桥村沟渠调查专家组"], "2026-09-05"),
        ("特此通知示例县水利局2026年9月5日\n", ["示例县水利局"], "2026-09-05"),
        ("特此通知\n示例县水利局\n2026年9月5日\n", ["示例县水利局"], "2026-09-05"),
        ("各村按月报送。示例县水利局2026年9月5日（本文有删减）\n", ["示例县水利局"], "2026-09-05"),
    ],
)
def test_who_signs_and_when(closing: str, signers: list[str], day: str):
    assert signed(frame(HEAD + closing)) == (signers, day)


@pytest.mark.parametrize(
    "body",
    [
        "水位达到\n2026.9\n时启动排水。\n",
        "示例县水利局\n2026.9米以上的沟渠由其管护。\n",
        "沟渠长度如下：\n石桥村\n沟渠12公里。\n",
    ],
)
def test_what_only_looks_like_a_signature(body: str):
    assert signed(frame(HEAD + body)) == ([], None)


ISSUES = "各村：\n《示例县沟渠清单》已经县政府同意，现予公布，请各村执行。\n沟渠有变化的，及时更新。\n"


def test_a_date_alone_closes_what_issues_another_text():
    found = frame(ISSUES + "2026年9月5日\n沟渠名称（12条）\n东渠由石桥村管护。\n")
    assert signed(found) == ([], "2026-09-05")
    assert len(found.annexes) == 1


@pytest.mark.parametrize(
    "text",
    [
        "各村：\n沟渠按期清理。\n完成时间如下。\n2026年9月5日\n东渠\n",
        ISSUES.replace("及时更新。", "更新日期：") + "2026年9月5日\n东渠\n",
        ISSUES + "2026年9月5日\n当日起各村开始清理。\n",
        ISSUES + "2026年9月\n东渠\n",
    ],
)
def test_a_date_alone_within_a_body_closes_nothing(text: str):
    assert frame(text).date is None


def test_whose_text_is_passed_on_stands_in_brackets_behind_the_date():
    text = (
        "各乡镇人民政府：\n县水利局《关于清理沟渠的意见》已经县政府同意，现转发给你们，请认真贯彻执行。\n"
        "二〇二六年九月五日（示例县水利局　二〇二六年八月二日）\n为清理沟渠，提出以下意见。\n一、范围\n全县。\n"
    )
    found = frame(text)
    assert signed(found) == ([], "2026-09-05")
    assert text[found.annexes[0].body.start :].startswith("为清理沟渠")


def test_a_text_that_is_passed_on_begins_with_its_office_and_its_name():
    text = (
        "转发县纪委《关于三起典型问题的通报》的通知\n各村：\n现转去通报，请组织学习。\n中共示例县纪委关于\n三起典型问题的通报\n"
        "现将三起问题通报如下。\n中共示例县纪委\n2026年9月5日\n"
    )
    found = frame(text)
    assert found.signers == ()
    assert found.annexes[0].title.text == "中共示例县纪委关于三起典型问题的通报"
    assert found.annexes[0].signers[0].name == "中共示例县纪委"


def test_the_header_of_a_table_is_no_part_of_what_the_annex_of_an_annex_is_called():
    text = (
        "关于印发示例方案的通知\n各村：\n现将方案印发给你们。\n示例县水利局\n2026年9月5日\n示例方案\n一、范围\n全县。\n"
        "附件：任务进度表\n附件\n任务进度表\n序号\n任务\n责任部门\n1清理东渠，县水利局，九月底前完成。\n"
    )
    annex = frame(text).annexes[-1]
    assert annex.title.text == "任务进度表"
    assert text[annex.body.start :].startswith("序号")


def test_where_a_report_was_given_stands_above_the_addressee():
    found = frame(
        "示例县政府工作报告\n2026年2月3日在示例县第九届人民代表大会第五次会议上\n各位代表：\n现在报告工作。\n"
    )
    assert [name.name for name in found.addressee.names] == ["各位代表"]
    assert frame("示例条例修正案（2026年）\n第一条　第三条修改为：沟渠归村。\n").title.genre == "修正案"


@pytest.mark.parametrize("addressee", ["各二级学院、处（室）", "各位考生", "尊敬的用户", "亲爱的新同学"])
def test_whom_a_notice_speaks_to(addressee: str):
    text = f"关于放假的通知\n{addressee}：\n国庆节放假三天。\n"
    found = frame(text)
    assert found.addressee is not None
    assert text[found.body.start :].startswith("国庆节")


@pytest.mark.parametrize(
    "line", ["各位考生须知：", "各项、处：", "主办、处：", "尊敬的用户您好，现通知：", "注意事项：处："]
)
def test_what_is_said_to_nobody(line: str):
    assert frame(f"关于放假的通知\n{line}\n国庆节放假三天。\n").addressee is None


PARAGRAPH = "九月五日，示例镇召开河道保洁现场会，各村负责人、河长和志愿者共四十余人参加，会议观摩了三处河段。\n"


def test_a_headline_is_the_title_of_what_it_stands_above():
    text = f"示例镇召开河道保洁现场会\n{PARAGRAPH}会后各村分头落实。\n"
    assert frame(text).title.text == "示例镇召开河道保洁现场会"


@pytest.mark.parametrize(
    "text",
    [
        f"一、河道保洁\n{PARAGRAPH}",
        f"保洁\n{PARAGRAPH}",
        f"示例镇召开会议，部署河道保洁\n{PARAGRAPH}",
        "示例镇召开河道保洁现场会\n各村参加。\n",
        "示例镇召开河道保洁现场会\n观摩了三处河段\n",
    ],
)
def test_what_is_no_headline(text: str):
    assert frame(text).title is None


def test_a_line_between_title_and_text_belongs_to_the_body_and_a_byline_does_not():
    found = frame("关于河道保洁的决定\n河道保洁的总体目标\n建设清洁河道，让村民满意。\n")
    assert found.body.start == len("关于河道保洁的决定\n")
    speech = "示例县政府工作报告\n王某某\n各位代表：\n现在报告工作。\n"
    assert frame(speech).body.start == speech.index("现在")


def test_a_title_whose_mark_opens_on_the_line_before_the_addressee():
    text = (
        "示例县水利局\n印发《关于统筹推进河道保洁和\n沟渠绿化的若干措施》的通知各有关单位：\n现将措施印发给你们，请认真落实。\n"
        "示例县水利局\n2026年9月5日\n"
    )
    found = frame(text)
    assert found.title.text == "示例县水利局印发《关于统筹推进河道保洁和沟渠绿化的若干措施》的通知"
    assert [name.name for name in found.addressee.names] == ["各有关单位"]
