"""The rules on document numbers, dates, titles, addressees and attachments, as users see their findings."""

import pytest
from checking import apply_fixes, check

from lawcheck.rulebook.registry import Selection
from lawcheck.rulebook.worded import Worded
from lawcheck.text.source import Source


def found(text: str, code: str, kind: str = "auto") -> list[Worded]:
    return check(Source(text), Selection(select=[code]).rules(), kind=kind).diagnostics


def places(text: str, code: str, kind: str = "auto") -> list[str]:
    return [text[a:b] for d in found(text, code, kind) for a, b in d.spans]


@pytest.mark.parametrize(
    "number",
    [
        "[2024]5号",
        "【2024】5号",
        "（2024）5号",
        "(2024)5号",
        "〔2024]5号",
        "〔2024〕05号",
        "〔2024〕第5号",
        "〔2024年〕5号",
    ],
)
def test_a_document_number_is_put_right(number: str) -> None:
    text = f"根据示政发{number}要求办理。"
    assert places(text, "DOC005") == [number]
    assert apply_fixes(text, found(text, "DOC005")) == "根据示政发〔2024〕5号要求办理。"


@pytest.mark.parametrize(
    "text",
    [
        "示政发〔2024〕5号",
        "示政发〔2024〕5、6号",
        "省政府令〔2015〕第3号",
        "示例市公告（2024）第5号",
        "（2024）示01民终5号",
        "人口（2020）增长",
        "据统计[2020]可知",
        "GB（2020）5号线",
    ],
)
def test_what_is_no_wrong_document_number_is_left_alone(text: str) -> None:
    assert places(text + "。", "DOC005") == []


def test_a_short_year_in_a_document_number_has_no_fix() -> None:
    (finding,) = found("示政发〔24〕5号要求办理。", "DOC005")
    assert finding.message == "发文字号的年份应当写全四位"
    assert finding.fix is None


@pytest.mark.parametrize(
    "text",
    [
        "2023年2月29日",
        "2024年2月30日",
        "2024年4月31日",
        "6月31日",
        "2024年13月",
        "2024年13月1日",
        "２０２３年２月２９日",
    ],
)
def test_a_day_that_no_calendar_has_is_found(text: str) -> None:
    assert places(f"会议定于{text}召开。", "DOC008") == [text]


@pytest.mark.parametrize(
    "text", ["2024年2月29日", "2月29日", "农历2023年2月30日", "为期24个月", "2023年12月", "0月", "12月31日", "31日"]
)
def test_days_of_either_calendar_are_left_alone(text: str) -> None:
    assert places(f"会议定于{text}召开。", "DOC008") == []


def test_a_date_in_chinese_numerals_was_right_until_the_standard_of_2012() -> None:
    notice = "现将方案印发给你们，请认真贯彻执行。\n示例市人民政府\n{}\n"
    assert places(notice.format("二〇一二年六月三十日"), "DOC007", "official") == []
    assert places(notice.format("二〇一二年七月一日"), "DOC007", "official") == ["二〇一二年七月一日"]
    assert places(notice.format("二○二四年十二月二十一日"), "DOC007", "official") == ["二○二四年十二月二十一日"]


NOTICE = "示例市人民政府关于做好绿化工作的通知\n{}\n现就做好绿化工作通知如下，请认真贯彻执行。\n"


@pytest.mark.parametrize("sign", ["，", "。", "；", ""])
def test_addressees_end_in_a_colon(sign: str) -> None:
    text = NOTICE.format(f"各县（市、区）人民政府，市政府各部门{sign}")
    fixed = apply_fixes(text, found(text, "DOC012"))
    assert fixed == NOTICE.format("各县（市、区）人民政府，市政府各部门：")


@pytest.mark.parametrize(
    "line",
    ["各县人民政府，市政府各部门：", "近年来，各县人民政府认真落实", "各单位要认真做好绿化工作。", "示例市人民政府"],
)
def test_a_line_that_is_no_list_of_addressees_is_left_alone(line: str) -> None:
    assert found(NOTICE.format(line), "DOC012") == []


def test_the_attachment_bears_the_title_that_the_notice_gave_it() -> None:
    notice = (
        "示例市人民政府关于印发示例市城市绿化管理{}的通知\n各县人民政府：\n请认真执行。\n示例市人民政府\n{}\n正文。\n"
    )
    assert places(notice.format("办法", "示例市城市绿化管理办法（试行）"), "DOC004") == []
    assert places(notice.format("办法", "城市绿化管理办法"), "DOC004") == []
    assert places(notice.format("方案", "示例市城市绿化管理办法"), "DOC004") == ["示例市城市绿化管理办法"]


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("附件：《任务清单》", "附件：任务清单"),
        ("附件:任务清单", "附件：任务清单"),
        ("附件：任务清单。", "附件：任务清单"),
        ("附件：1、任务清单", "附件：1.任务清单"),
        ("附件：《绿化办法》编写提纲", "附件：《绿化办法》编写提纲"),
        ("附件：", "附件："),
        ("附件：本办法自印发之日起施行。由市政府解释。", "附件：本办法自印发之日起施行。由市政府解释。"),
    ],
)
def test_a_note_on_attachments_is_put_right(line: str, right: str) -> None:
    text = f"请认真贯彻执行。\n{line}\n示例市人民政府\n"
    assert apply_fixes(text, found(text, "DOC009", "official")) == f"请认真贯彻执行。\n{right}\n示例市人民政府\n"


def test_a_title_without_genre_before_the_document_number() -> None:
    text = "示例市人民政府关于印发《示例市绿化方案》\n示政发〔2024〕5号\n各县人民政府：\n请认真贯彻执行。\n"
    assert places(text, "DOC001") == ["示例市人民政府关于印发《示例市绿化方案》"]
    assert places(text.replace("方案》\n", "方案》的通知\n"), "DOC001") == []


def test_a_point_inside_quotation_marks_belongs_to_the_title() -> None:
    text = "示例市关于开展“我出力，你点赞”活动的通知\n各县人民政府：\n请认真贯彻执行。\n"
    assert places(text, "DOC002") == []
    assert places(text.replace("“我出力，你点赞”", "绿化，造林"), "DOC002") == ["，"]


def test_headings_that_all_end_in_a_point_follow_the_custom_of_the_document() -> None:
    text = "一、总体要求。\n坚持依法行政。\n二、重点任务。\n健全工作制度。\n三、保障措施\n加强组织领导。\n"
    assert places(text, "STR010") == []
    assert len(places(text.replace("任务。", "任务"), "STR010")) == 1
