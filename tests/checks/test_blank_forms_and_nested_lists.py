"""Forms that are to be filled in, lists within lists, and sentences behind the last item: right as they stand."""

import pytest

from lawcheck import check_text


def codes(text: str, select: list[str], name: str = "") -> list[str]:
    return [found.code for found in check_text(text, select=select, path=name or None).diagnostics]


FORM = "（单位名称）上年面向中小企业采购共计××万元，其中面向小微企业采购××万元。日期：\n"
UNFILLED = "全区新增设施投资共计××万元，其中东片投资××万元，按期建成投用。\n"


@pytest.mark.parametrize(("text", "expected"), [(FORM, []), (UNFILLED, ["TGT006", "TGT006"])])
def test_amounts_of_a_form_are_filled_in_later(text, expected):
    assert codes(text, ["TGT006"]) == expected


LEAD = (
    "示例区投标管理办法\n第一条 为规范投标，制定本办法。\n"
    "第二条 有下列情形之一的，中标无效：\n（一）串通投标的；\n（二）弄虚作假的；\n（三）行贿的；\n"
)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("（四）逾期不改正的。有前款情形之一的，三年内不得投标。\n", []),
        ("（四）采购需求简单的，不得采用框架协议方式。\n", []),
        ("（四）逾期不改正。\n", ["LAW004"]),
    ],
)
def test_what_is_said_behind_the_last_item(last, expected):
    assert codes(f"{LEAD}{last}第三条 本办法自2026年1月1日起施行。\n", ["LAW004"]) == expected


NESTED = "# 说明\n\n1. 清理河道\n    1. 东河\n    2. 西河\n2. 新建水闸\n    1. 南闸\n    2. 北闸\n3. 培训\n"


def test_a_list_within_a_list_has_its_own_numbers():
    assert codes(NESTED, ["STR001", "STR002"], "a.md") == []


def test_the_outer_list_is_still_looked_at():
    assert codes(NESTED.replace("2. 新建", "1. 新建"), ["STR001"], "a.md") == ["STR001"]


@pytest.mark.parametrize(
    ("text", "expected"), [("问：这是月薪工资?然后另付加班费。", []), ("完善法治?府建设，张?负责登记。", ["OCR010"])]
)
def test_a_question_is_no_lost_character(text, expected):
    assert codes(text, ["OCR010"]) == expected
