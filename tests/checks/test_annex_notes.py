"""DOC009, DOC024, DOC025, DOC030, CIT011: the note on annexes, the annexes and what the text says of them."""

import pytest
from timing import grows_linearly

from lawcheck import check_text

CODES = ("DOC004", "DOC009", "DOC013", "DOC024", "DOC025", "DOC030", "CIT011")
BODY = "请各街道认真组织，于4月10日前报送。"
TWO = "附件：1.河道巡查记录表\n　　　2.河道问题台账"


def told(note: str, *annexes: str, body: str = BODY) -> list[str]:
    text = f"示例区水务局关于开展河道巡查的通知\n\n各街道办事处：\n{body}\n\n{note}\n\n示例区水务局\n2026年3月5日\n"
    text += "".join(f"\n{label}\n\n{name}\n\n编号、名称。\n" for label, name in (each.split("：") for each in annexes))
    return [each.code for each in check_text(text, select=CODES).files[0].diagnostics]


@pytest.mark.parametrize(
    ("note", "annexes", "codes"),
    [
        (TWO, ["附件1：河道巡查记录表"], ["DOC030"]),
        (TWO, ["附件2：河道问题台账"], []),  # a copy may show some of them only
        (TWO, ["附件1：河道问题台账", "附件2：河道巡查记录表"], ["DOC030"]),
        (TWO + "（电子版另发）", ["附件1：河道巡查记录表"], []),
        (TWO, [], []),
        (TWO, ["附件1：河道巡查记录表", "附件2：河道问题台账"], []),
        ("附件：1.河道巡查记录表", ["附件：河道巡查记录表"], ["DOC024"]),
        ("附件：河道巡查记录表\n　　　河道问题台账", [], ["DOC024"]),
        ("附件：河道巡查记录表\n　　　（2026年版）", [], []),
        ("附件：示例区2026年度河道和水库安全巡查考核评分办法\n　　　实施细则", [], []),
        ("附件：（1）河道巡查记录表\n　　　（2）河道问题台账", [], ["DOC009", "DOC009"]),
        ("附件：1.示例区2026年河道、水库、\n　　　　堤防记录表\n　　　2.河道问题台账", [], []),
    ],
)
def test_the_note_and_the_annexes(note: str, annexes: list[str], codes: list[str]) -> None:
    assert told(note, *annexes) == codes


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("请填写所附3张表格（附件1—3）。", ["CIT011"]),
        ("请按照附件1至附件3的要求填报。", ["CIT011"]),
        ("请对照附件3所列标准填写附件1。", ["CIT011"]),
        ("请填写河道问题台账（附件1）。", ["DOC025"]),
        ("请填写所附2张表格（附件1—2）。", []),
        ("请按照《示例市通知》附件5填写记录表（附件1）。", []),
    ],
)
def test_what_the_text_says_of_them(body: str, codes: list[str]) -> None:
    assert told(TWO, body=body) == codes


def test_a_line_in_brackets_belongs_to_the_name_above() -> None:
    note = "附件：1.登记表\n　　　2.调查表\n　　　　（成年人填写）\n　　　3.汇总表"
    assert told(note, "附件1：登记表", "附件2：调查表", "附件3：汇总表") == []


@pytest.mark.growth
@pytest.mark.parametrize("piece", ["附件：三个会同", "附件1：河道台账附件2：", "附件：\n河道台账根据安排"])
def test_time_grows_with_the_number_of_annexes(piece):
    assert grows_linearly(
        lambda size: check_text("示例区方案\n一、要求\n" + piece * size, select=["DOC003", "DOC013"]), 1600
    )
