"""Marks that stand alone, blanks within sentences, and what stands on the wrong side of a title mark."""

import pytest
from checking import apply_fixes, check

from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source


def places(text: str, code: str) -> list[str]:
    found = check(Source(text), Selection(select=[code]).rules()).diagnostics
    return [text[a:b] for d in found for a, b in d.spans]


def mended(text: str, code: str) -> str:
    return apply_fixes(text, check(Source(text), Selection(select=[code]).rules()).diagnostics)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("各站通过’较大桥梁时应当减速。", ["各站通过’"]),
        ("落实‘一件事要求，健全机制。", ["‘一件事要求"]),
        ("推进“‘双减‘落地”工作。", ["‘"]),
        ("推进“’双减’落地”工作。", ["’"]),
        ("甲组负责。\n乙组’负责。\n丙组“落实‘双减’”。", ["乙组’"]),
    ],
)
def test_a_single_quotation_mark_without_a_partner_is_told(text: str, told: list[str]) -> None:
    assert places(text, "PUN002") == told


@pytest.mark.parametrize(
    "text",
    [
        "推进“‘双减’落地”工作，引用It’s和1990’s。",
        "赛程30’为上半场，长度5’的管子，东经120°30’处。",
        "以‘示例卡’乘船，落实‘首席代表’制度。",
        "落实“首席代表’’制度。",
        "落实“首席代表’制度。",
        "推进“落实‘双减’、办好‘家门口’的学校”。",
    ],
)
def test_paired_single_marks_and_apostrophes_are_silent(text: str) -> None:
    assert [place for place in places(text, "PUN002") if "‘" in place or place.endswith("’")] == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("需要追究责任的，依照有关规 定处理：\n", "需要追究责任的，依照有关规定处理：\n"),
        ("鼓励合理利用红 色资源，支持各界开展交流。\n", "鼓励合理利用红色资源，支持各界开展交流。\n"),
        ("有下列　情形之一的，应当　按照本办法办理。\n", "有下列情形之一的，应当按照本办法办理。\n"),
        ("对尚未完成　的项目，由各镇继续实施。\n", "对尚未完成的项目，由各镇继续实施。\n"),
        ("市、区人民政府有关部门在政府　购买服务时给予支持。\n", "市、区人民政府有关部门在政府购买服务时给予支持。\n"),
    ],
)
def test_a_blank_within_a_sentence_goes(text: str, right: str) -> None:
    assert mended(text, "OCR012") == right


@pytest.mark.parametrize(
    "text",
    [
        "主要负 责人：示例局，王某。\n",
        "示例市财政局 示例市水务局 示例市教育局关于水费的通知，请遵照执行。\n",
        "请于2024年 月 日前报送，逾期不再受理。\n",
        "第三条 国家鼓励创新。\n（一） 组织领导，落实责任。\n",
        "信息公开 镇政府应当公开信息，接受监督。\n",
        "目 的：为了加强管理，制定本办法。\n",
    ],
)
def test_a_blank_of_layout_stays(text: str) -> None:
    assert places(text, "OCR012") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("依照《示例市河道采砂管理》条例处罚。", "依照《示例市河道采砂管理条例》处罚。"),
        ("落实《关于加强河道保洁的》通知要求。", "落实《关于加强河道保洁的通知》要求。"),
        ("现将《示例区沟渠整治实施》方案印发给你们。", "现将《示例区沟渠整治实施方案》印发给你们。"),
        ("根据《信访》条例，制定本办法。", "根据《信访条例》，制定本办法。"),
        ("《示例市沟渠管理若干》规定同时废止。", "《示例市沟渠管理若干规定》同时废止。"),
        ("《关于转发〈示例市保洁方案〉的》通知已印发。", "《关于转发〈示例市保洁方案〉的通知》已印发。"),
    ],
)
def test_a_genre_behind_the_title_mark_belongs_inside(text: str, right: str) -> None:
    assert mended(text, "CIT001") == right


@pytest.mark.parametrize(
    "text",
    [
        "示例省实施《中华人民共和国水法》办法自公布之日起施行。",
        "《示例市河道管理条例》规定的期限内，按《示例市河道保洁标准》规划河段。",
        "在《示例日报》公告，并在《示例》通知栏公布。",
        "《示例河道》规定每月检查一次，《示例小区物业服务合同》规定的费用。",
        "按照《示例市河道任务分工表》方案编制人的要求。",
    ],
)
def test_what_stands_behind_a_whole_title_is_left_alone(text: str) -> None:
    assert places(text, "CIT001") == []


@pytest.mark.parametrize(
    "text",
    [
        "有两项已上的，给予表彰。",
        "有2/3已上理事出席。",
        "三分之二已上的代表出席。",
        "在3天已内办结。",
        "50%已下的企业。",
    ],
)
def test_as_many_or_more_is_written_with_another_character(text: str) -> None:
    assert places(text, "TRM040") == ["已"]


@pytest.mark.parametrize(
    "text", ["累计3次已上报，12家已上市，300人已下岗。", "共5项已下放，3人已内部处理，2024年已上线。"]
)
def test_what_was_done_already_is_silent(text: str) -> None:
    assert places(text, "TRM040") == []


def test_a_year_whose_month_and_day_are_open_is_a_blank_except_below_a_letter() -> None:
    assert places("请于2024年 月 日前报送。\n", "DOC026") == ["2024年 月 日"]
    assert places("会议通过，自2024年　月　日起施行。\n", "DOC026") == ["2024年　月　日"]
    assert places("特此通知。\n示例区人民政府\n2024年 月 日\n", "DOC026") == []


@pytest.mark.parametrize(
    "text",
    [
        "示例区条例\n2018年11月22日示例区第十届人大常委会第三次会议通过\n2019年⏎3月2日示例区第十届人大常委会第五次会议修正\n",
        "特此通知。\n示例区人民政府\n2019年⏎7月30日\n",
        "逾期不改的，处5⏎万元以上10万元以下的罚款，期限为12⏎个月。\n",
        "理事会有50⏎人以上出席，本办法自2010年10⏎月1日起施行。\n",
        "各镇应当依照《示例区沟渠采砂⏎管理办法》的规定办理，逾期处罚。\n",
    ],
)
def test_a_date_an_amount_or_a_title_is_not_parted_by_a_line_end(text: str) -> None:
    parted = text.replace("⏎", "\n")
    assert len(places(parted, "OCR011")) == text.count("⏎")
    assert mended(parted, "OCR011") == text.replace("⏎", "")
    assert places(text.replace("⏎", ""), "OCR011") == []


@pytest.mark.parametrize(
    "text",
    [
        "大事记\n2018年\n3月2日 沟渠整治动员会召开。\n5月6日 沟渠整治完工。\n",
        "示例区人民政府关于印发《示例区沟渠\n采砂管理办法》的通知\n\n各镇人民政府：\n现予印发。\n",
        "名单\n王某 5\n万元户\n",
    ],
)
def test_years_above_days_and_headings_of_several_lines_are_layout(text: str) -> None:
    assert places(text, "OCR011") == []
