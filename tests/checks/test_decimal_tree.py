"""Numbers of several parts stand under the heading that their first parts name (STR003, STR004, STR002)."""

import pytest
from checking import places

HEAD = (
    "示例检测办法\n1　职责\n1.1　中心负责检测。\n1.2　水厂负责采样。\n"
    "2　记录\n2.1　记录应当完整。\n2.2　记录保存五年。\n"
)
DEEP = (
    "示例仓储规范\n1　入库\n1.1　验收\n1.1.1　核对数量。\n1.1.2　检查外观。\n"
    "1.2　登记\n1.2.1　录入系统。\n1.2.2　张贴标签。\n"
)

WRONG = [
    ("STR003", HEAD + "3　附则\n2.1　由生产部解释。\n2.2　自印发之日起施行。\n", ["2.1"]),
    (
        "STR003",
        HEAD + "3　用气\n4.1　气瓶应当固定。\n4.2　定期检漏。\n4　危化品\n4.1　双人双锁。\n4.2　建立台账。\n",
        ["4.1"],
    ),
    ("STR003", DEEP + "1.3　上架\n1.2.1　核对货位。\n1.2.2　登记货位。\n", ["1.2.1"]),
    ("STR004", DEEP + "2　出库\n2.1.1　核对领料单。\n2.1.2　按序发料。\n3　盘点\n3.1　月度盘点\n", ["2.1.1"]),
]


@pytest.mark.parametrize(("code", "text", "expected"), WRONG, ids=range(len(WRONG)))
def test_a_number_under_another_heading_is_told_once(code: str, text: str, expected: list[str]) -> None:
    assert places(text, code) == expected


RIGHT = [
    HEAD + "3　附则\n3.1　由生产部解释。\n3.2　自印发之日起施行。\n",
    DEEP + "2　出库\n按先进先出发料。\n3　盘点\n3.1　月度盘点\n3.1.1　清点数量。\n",
    "示例方案\n一、目标\n1.1　建成平台。\n1.2　培训人员。\n二、措施\n1.1　落实资金。\n1.2　加强考核。\n三、要求\n",
    HEAD + "2.3　保存形式如下：\n1.纸质。\n2.电子。\n2.4　到期销毁。\n",
    "示例活动日程\n5.1　报到\n5.2　开幕\n5.4　参观\n5.5　返程\n",
    "示例规程（节选）\n3　操作\n3.1　启动\n按下按钮。\n3.2　停机\n断开电源。\n4　维护\n4.1　日检\n",
]


@pytest.mark.parametrize("text", RIGHT, ids=range(len(RIGHT)))
def test_a_number_where_it_belongs_is_right(text: str) -> None:
    assert places(text, "STR003") == places(text, "STR004") == places(text, "STR002") == []


def test_standards_number_what_stands_right_under_a_chapter_with_a_zero() -> None:
    text = (
        "1 总则\n1.0.1 为了规范施工，制定本规程。\n1.0.2 本规程适用于道路养护。\n2 基本规定\n2.1 养护单位\n"
        "2.1.1 养护由专业单位承担。\n2.1.2 养护单位应当建立台账。\n2.2 养护人员\n2.2.1 人员应当培训。\n"
        "2.2.2 人员应当持证上岗。\n3 验收\n3.1 程序\n3.1.1 验收由建设单位组织。\n3.1.2 验收结果应当公布。\n"
    )
    assert places(text, "STR004") == []
