"""Years and ranges that were damaged: NUM001, NUM002, PUN011, OCR019, DOC018, TGT004."""

import pytest

from tests.checking import places

RIGHT = (
    "2018届毕业生、2024版教材、2018赛季、编号20222023、教龄22年以来无事故、电话2022-2023、2018年中秋节、2024年5月3日、"
    "从15年前起步，自10年起算，第21年度考核，5月3口井竣工，住3号-5号楼，2022至9月。"
)


@pytest.mark.parametrize(
    ("text", "code", "found"),
    [
        ("2018中秋放假，2020上半年验收。", "OCR019", ["2018", "2020"]),
        ("时间：2016军9月4日，2016 牟9月。", "OCR019", ["军"]),
        ("自2016午9月起，2016年口月4日，2016年9月4口，9月5曰。", "OCR019", ["午", "口", "口", "曰"]),
        ("20222023 学年，2022 2023学年度。", "NUM002", ["20222023", "2022 2023"]),
        ("2022 2025学年，2022、2023学年，2022　2023年。", "NUM002", []),
        ("2022--2023学年，9月3日---5日，8:00---9:30，9月3号-5号。", "PUN011", ["--", "---", "---", "-"]),
        ("自21年起的数据，从22年开始统计，23年度预算。", "NUM001", ["21年", "22年", "23年"]),
        ("报名2024.5.3-2024.5.1，公示2024/5/6—2024/5/10。", "TGT004", ["2024.5.3-2024.5.1"]),
    ],
)
def test_a_damaged_year_or_range_is_told(text, code, found):
    assert places(text, code) == found
    assert places(RIGHT, code) == []


def notice(title: str, signed: str) -> str:
    return f"示例区教育局关于{title}的通知\n\n各学校：\n请做好值班工作。\n\n示例区教育局\n{signed}\n"


@pytest.mark.parametrize(
    ("title", "signed", "wrong"),
    [
        ("2019年国庆节放假", "2018年9月20日", True),
        ("2019年元旦放假", "2017年12月25日", True),
        ("2019年中秋节放假", "2020年9月2日", True),
        ("2019年寒假放假安排", "2021年1月5日", True),
        ("2019年国庆节放假", "2019年9月20日", False),
        ("2019年春节放假", "2018年12月25日", False),
        ("2019年端午节值班", "2018年12月25日", False),
        ("2019年寒假值班", "2020年1月5日", False),
        ("2019年秋季招生", "2018年9月20日", False),
    ],
)
def test_a_holiday_and_the_date_of_its_notice_are_of_one_year(title, signed, wrong):
    assert places(notice(title, signed), "DOC018") == ([signed] if wrong else [])


def test_a_report_on_a_holiday_may_be_of_any_year():
    assert places(notice("2019年国庆节值班情况", "2021年1月5日").replace("的通知", "的报告"), "DOC018") == []
