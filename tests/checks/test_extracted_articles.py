"""LAW001, STR002, STR003: articles taken from other documents, and ordinals that are ten too high."""

import pytest

from lawcheck import check_text

LINES = "登记备案检查整改复核归档公示培训考核通报解释施行"


def told(text: str) -> list[str]:
    found = check_text(text, select=("LAW001", "LAW010", "STR001", "STR002", "STR003")).files[0].diagnostics
    return [each.code for each in found]


def numbered(form: str, numbers: list[str]) -> str:
    return "".join(
        f"{form.format(number)}各单位应当按时{LINES[2 * i % 24 :][:2]}。\n" for i, number in enumerate(numbers)
    )


@pytest.mark.parametrize(
    ("form", "numbers", "codes"),
    [
        ("{}.", "1 2 3 4 15 16 17", ["STR003"]),
        ("{}.", "1 2 3 4 15 6 7", ["STR003"]),
        ("{}、", "一 二 三 四 五 六 七 八 九 二十 二十一 二十二", ["STR003"]),
        ("（{}）", "一 二 三 四 五 六 七 八 九 二十 十一", ["STR003"]),
        ("{}.", "1 2 3 4 5 6 7 8 9 10 11", []),
    ],
)
def test_an_ordinal_ten_too_high(form: str, numbers: str, codes: list[str]) -> None:
    assert told("示例区巡查事项\n\n" + numbered(form, numbers.split())) == codes


FIRST = "《示例市燃气办法》\n第九条　餐饮场所应当安装报警装置。\n第三十条　违反第九条的，处以罚款。\n"
SECOND = "《示例市供热办法》\n第五条　供热单位应当公开标准。\n第十五条　违反第五条的，责令改正。\n"


@pytest.mark.parametrize(
    "text",
    [
        f"示例市条文摘编\n\n{FIRST}\n{SECOND}",
        f"示例区执法依据\n\n一、{FIRST}二、{SECOND}",
        "示例区关于学习条款的通知\n\n各科室：\n现将有关条款摘录如下。\n第三条　统一管理。\n第十三条　禁止围垦。\n",
        "示例市河道条例（节选）\n\n第八条　禁止倾倒垃圾。\n第三十条　违反第八条的，处以罚款。\n",
    ],
)
def test_articles_of_other_documents(text: str) -> None:
    assert told(text) == []


def test_a_gap_in_a_document_of_its_own_is_told() -> None:
    articles = numbered("第{}条　", ["一", "二", "三", "五", "六"])
    assert told(f"示例公司管理办法\n\n{articles}") == ["LAW001"]


def test_numbers_of_another_list_are_kept() -> None:
    text = "示例区重点工作完成情况\n\n{}\n1.改造小区。\n2.新建公园。\n12.新增学位。\n13.新建泵站。\n"
    assert told(text.format("编号与任务分解表一致。已完成的如下。")) == []
    assert told(text.format("已完成的如下。")) == ["STR002"]
