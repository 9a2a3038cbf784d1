"""Names of offices, codes, lists and dates that were taken for what they are not."""

import pytest

from lawcheck import check_text, parse


def codes(text: str, *select: str) -> list[str]:
    return [found.code for found in check_text(text, select=select).diagnostics]


def signers(line: str) -> list[str]:
    text = f"关于做好巡查工作的通知\n各街道办事处：\n请按月巡查，及时报送结果。\n{line}\n2026年3月5日\n"
    return [name.name for name in parse(text).frame.signers]


@pytest.mark.parametrize(
    "name",
    [
        "示例区应急管理局",
        "示例市示例区应急管理局",
        "示例应用技术学院",
        "示例区将军路街道办事处",
        "示例区防汛工作联席会议办公室",
        "示例市对外贸易局",
        "示例区为民服务中心",
        "示例区青少年活动中心",
        "示例市闵行区教育局",
        "新会区教育局",
    ],
)
def test_offices_sign_whatever_their_names_hold(name):
    assert signers(name) == [name]


def test_two_offices_that_meet_are_two():
    assert signers("新会区教育局新会区民政局") == ["新会区教育局", "新会区民政局"]
    assert signers("示例市教育局市财政局") == ["示例市教育局", "市财政局"]
    assert signers("示例银行示例分行市财政局") == ["示例银行示例分行", "市财政局"]


def test_a_signed_letter_is_not_told_to_lack_its_signer():
    text = "关于做好巡查工作的通知\n各街道办事处：\n请按月巡查。\n示例区应急管理局\n2026年3月5日\n"
    assert codes(text, "DOC029") == []


DATED = "关于做好登记工作的通知\n示监能市场〔2025〕25号\n各街道办事处：\n请做好登记工作。\n示例区监管局\n{}\n"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2025\n年\n12\n月\n30\n日", []),
        ("2023\n年\n12\n月\n30\n日", ["DOC017"]),
        ("2025年\n12月\n30日", []),
        ("2025年", []),
        ("2026年", []),
        ("2023年", ["DOC017"]),
        ("2026年1月", []),
    ],
)
def test_a_date_over_several_lines_or_without_its_day(date, expected):
    assert codes(DATED.format(date), "DOC017") == expected


def test_the_parts_of_a_date_are_one():
    document = parse(DATED.format("2025\n年\n12\n月\n30\n日"))
    assert document.frame.date is not None
    assert document.frame.date.iso == "2025-12-30"
    assert "2025年12月30日" in document.text


@pytest.mark.parametrize("text", ["2024年\n6人\n30户\n", "一年\n5月\n", "共12\n个月\n", "12月\n2024年度\n"])
def test_other_lines_of_figures_stay_apart(text):
    assert parse(text).text == text


def test_the_parts_of_a_date_make_no_scan():
    report = check_text(DATED.format("2025\n年\n12\n月\n30\n日") + "附件：登记表\n", select=["OCR011"])
    assert report.files[0].scanned == ()


@pytest.mark.parametrize(
    "text",
    [
        "示建建材〔2024〕5号",
        "依据《示例办法》（示府令59号）。",
        "对勘察、设计、监理单位的基本信息、资质信息、人员信息、业绩信息等四项内容进行自查。",
        "为同时满足高峰运行需要必须多开机组。",
        "一、名单\n（一）东片\n庙镇东村、竖新镇西村、城桥镇南村\n",
    ],
)
def test_right_codes_lists_and_words(text):
    assert codes(text, "TRM021", "DOC005", "NUM009", "TRM057", "STR013") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("示建〔2024〕5号文件要求加强和加强巡查。", "TRM021"),
        ("依据国务院令344号、省政府令59号。", "DOC005"),
        ("对勘察、设计、监理单位的基本信息、资质信息、人员信息、业绩信息等三项内容进行自查。", "NUM009"),
        ("各单位需要必须按时报送。", "TRM057"),
    ],
)
def test_wrong_ones_are_told_still(text, code):
    assert codes(text, code) == [code]


def test_an_annex_on_emergencies_has_its_label():
    text = (
        "关于印发预案的通知\n各街道办事处：\n现将预案印发给你们。\n附件1应急预案\n一、总则\n为规范工作，制定本预案。\n"
    )
    assert [annex.title.text for annex in parse(text).frame.annexes if annex.title] == ["应急预案"]
