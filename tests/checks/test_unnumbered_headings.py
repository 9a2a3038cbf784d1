"""Headings behind the last numbered one that have lost their ordinals (STR002)."""

import pytest
from checking import check

from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source

RULES = Selection(select=["STR002"]).rules()
HEAD = (
    "示例区沟渠整治方案\n\n一、总体要求\n沟渠整治在年内完成。\n"
    "二、主要任务\n（一）全面排查。各镇排查。\n（二）限期整改。各镇整改。\n"
)
ITEMS = "（一）加强领导。各镇成立专班。\n（二）落实经费。区财政安排。\n"


def told(text: str) -> list[str]:
    return [d.message for d in check(Source(text), RULES).diagnostics]


def lacks(heading: str, ordinal: str) -> str:
    return f"“{heading}”像是与前面并列的标题，缺序号“{ordinal}”"


def test_a_heading_without_ordinal_behind_which_the_items_begin_anew_is_told() -> None:
    assert told(f"{HEAD}保障措施\n{ITEMS}") == [lacks("保障措施", "三、")]
    assert told(f"{HEAD}保障措施\n{ITEMS}监督检查与考核\n{ITEMS.replace('经费', '人员')}") == [
        "多处缺序号：“三、 四、”，共 2 处"
    ]


@pytest.mark.parametrize(
    "between",
    [
        "三、保障措施\n",
        "具体要求如下：\n",
        "请各镇抓好落实。\n",
        "附件说明\n",
        "示例区沟渠保洁管理办法\n",
        "责任分工表\n",
        "",
    ],
)
def test_numbered_headings_lead_ins_and_other_texts_are_silent(between: str) -> None:
    assert told(f"{HEAD}{between}{ITEMS}") == []
