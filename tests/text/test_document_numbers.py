"""Numbers of documents: every form is read, and what is none is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.document_numbers import DOCUMENT_NUMBER, document_numbers_in, serial_numbers_in


@pytest.mark.parametrize(
    "written",
    [
        "示政发〔2024〕5号",
        "示政发［2024］5号",
        "示政发[2024]5号",
        "示政发【2024】5号",
        "示政发（2024）5号",
        "示政发(2024)5号",
        "示政发﹝2024﹞5号",
        "示政发〔2024]5号",
        "示政发〔2024〕第5号",
        "示政发〔2024〕 第 5 号",
        "示政发 〔2024〕5号",
        "示政发〔 2024 〕5 号",
        "示政发〔２０２４〕５号",
        "示政发〔2024〕005号",
        "示政发〔2024年〕5号",
        "示政发〔24〕5号",
        "示政发〔2024〕5",
        "示政发[2024]5",
    ],
)
def test_one_number_in_every_form(written: str) -> None:
    (found,) = document_numbers_in(f"根据{written}，")
    assert (found.start, found.end) == (2, 2 + len(written))
    assert (found.agency, found.year, found.number) == ("示政发", 2024, 5)
    assert found.written == "示政发〔2024〕5号"
    assert found.has_hao == written.endswith("号")
    assert found.is_coded and not found.is_order


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("示政办字〔2024〕5号", "示政办字"),
        ("示政办函〔2024〕5号", "示政办函"),
        ("示环函〔2024〕5号", "示环函"),
        ("示例区人民政府令〔2024〕第5号", "示例区人民政府令"),
        ("关于印发示例区绿化方案的通知示政发〔2024〕5号各镇：", "示政发"),
        ("示例区绿化实施方案示政发〔2024〕5号", "示政发"),
        ("2024年5月6日示政发〔2024〕5号", "示政发"),
        ("《示例区绿化管理办法》（示政发〔2024〕5号）", "示政发"),
        ("按照《办法》和示政发〔2024〕5号", "示政发"),
        ("示经信发〔2024〕5号", "示经信发"),
        ("文件\n示政发〔2024〕5号", "示政发"),
        ("由示例办转发的示安委办〔2024〕5号", "示安委办"),
        ("贯彻落实示政发〔2024〕5号文件", "示政发"),
    ],
)
def test_the_agency(text: str, agency: str) -> None:
    (found,) = document_numbers_in(text)
    assert found.agency == agency
    assert text[found.start :].startswith(agency)


def test_orders_keep_their_word() -> None:
    (found,) = document_numbers_in("示例区人民政府公告〔2024〕第5号")
    assert found.is_order and found.written == "示例区人民政府公告〔2024〕第5号"


def test_two_numbers() -> None:
    found = document_numbers_in("示政发〔2023〕5号和示政办发〔1999〕12号")
    assert [(n.agency, n.year, n.number) for n in found] == [("示政发", 2023, 5), ("示政办发", 1999, 12)]


@pytest.mark.parametrize("padding", ["", "示" * 500 + "，"])
def test_a_span_has_only_what_lies_in_it(padding: str) -> None:
    text = f"{padding}示政发〔2023〕5号、示政发〔2024〕6号"
    at = len(padding)
    assert [n.number for n in document_numbers_in(text, at + 1)] == [6]
    assert [n.number for n in document_numbers_in(text, at, at + 15)] == [5]


@pytest.mark.parametrize(
    "text",
    [
        "示例意见（2024）3项",
        "（2024）5号",
        "〔2024〕5号",
        "（2023）示01民初5号",
        "示政发〔2024〕",
        "数组a[2024]5",
        "参考文献[12]5",
        "示政发〔2024〕123456号",
        "",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert not document_numbers_in(text)


def test_parts() -> None:
    text = "示政发〔2024〕第005号"
    (found,) = document_numbers_in(text)
    assert text[found.opening : found.closing + 1] == "〔2024〕"
    assert text[found.digits :] == "005号"
    assert Pattern(DOCUMENT_NUMBER).fullmatch(text)


def test_a_year_of_two_figures() -> None:
    assert [n.year for n in document_numbers_in("示政发〔98〕5号，示政发〔03〕6号")] == [1998, 2003]


@given(st.text("示政发令〔〕[]（）2024第5号 \n年月", max_size=60))
def test_any_text_is_read_in_order(text: str) -> None:
    found = document_numbers_in(text)
    ends = [0, *(number.end for number in found)]
    assert all(
        end <= number.start < number.opening < number.closing < number.digits < number.end
        for end, number in zip(ends, found, strict=False)
    )


@pytest.mark.parametrize(
    ("text", "agency", "year", "number"),
    [
        ("（2023年5月6日示例市人民政府令第8号公布）", "示例市人民政府令", None, 8),
        ("示例市人民政府第8号令", "示例市人民政府", None, 8),
        ("主席令第四十二号", "主席令", None, 42),
        ("根据第12号公告办理", "", None, 12),
        ("示例市统计局公告2024年第3号", "示例市统计局公告", 2024, 3),
        ("示例市统计局公告（2024年第3号）", "示例市统计局公告", 2024, 3),
        ("示例市公安局通告 第５号", "示例市公安局通告", None, 5),
        ("办理第101号建议", "", None, 101),
        ("按照示例省人民政府令（第15号）执行", "示例省人民政府令", None, 15),
        ("示例县人民代表大会常务委员会公告第6号", "示例县人民代表大会常务委员会公告", None, 6),
    ],
)
def test_numbers_of_orders(text: str, agency: str, year: int | None, number: int) -> None:
    (found,) = serial_numbers_in(text)
    assert (found.agency, found.year, found.number) == (agency, year, number)


@pytest.mark.parametrize(
    "text",
    [
        "第3号台风登陆",
        "第5号楼",
        "2024年第3号泵站",
        "第一号机组",
        "第12号院",
        "5号令",
        "第号令",
        "第123456号令",
        "第三条令行禁止",
        "示例路第8号",
    ],
)
def test_what_is_no_number_of_an_order(text: str) -> None:
    assert not list(serial_numbers_in(text))
