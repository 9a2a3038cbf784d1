"""Lists inside sentences and tables, their looks, and what is left out of a text."""

import pytest
from checking import check

from lawcheck.reading.formats import of_ending
from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source

CODES = [*(f"STR0{n:02}" for n in (1, 2, 3, 5, 13, 15, 16, 17, 18, 19, 20)), "NUM009"]
HEAD = "示例县人民政府办公室关于做好防汛工作的通知\n\n各乡镇人民政府：\n现就防汛工作有关事项通知如下。\n"
TAIL = "\n示例县人民政府办公室\n2024年5月6日\n"


def found(text: str) -> list[tuple[str, str]]:
    """The code of each finding, and what stands from it on."""
    diagnostics = check(Source(text), Selection(select=CODES).rules(), "auto").diagnostics
    return [(d.code, text[start : start + 6].split("\n")[0]) for d in diagnostics for start, _ in sorted(d.spans)]


FAULTY = [
    ("一、要求\n各乡镇要做到：一要压实责任，二要备足物资，四要值守到位。\n", [("STR002", "四要值守到位")]),
    ("一、安排\n巡查分步：第一步，排查；第二步，整改；第二步，销号。\n", [("STR001", "第二步，销号")]),
    ("一、安排\n巡查分三步：第一步，排查；第二步，整改。\n", [("NUM009", "三步：第一步")]),
    ("一、原因\n原因在于：其一，认识不足；其三，措施不力。\n", [("STR002", "其三，措施不")]),
    ("一、清单\n序号\t名称\n1\t沙袋\n2\t水泵\n4\t帐篷\n5\t手电\n", [("STR002", "4\t帐篷")]),
    ("一、清单\n序号\t名称\n1\t沙袋\n2\t水泵\n8\t帐篷\n4\t手电\n", [("STR003", "8\t帐篷")]),
    ("一、责任\n1．乡镇负总责。\n2．部门各负其责。\n3.专家驻点。\n4．督查跟进。\n", [("STR015", "3.专家驻点")]),
    ("一、责任\n1.乡镇负总责。\n2. 部门各负其责。\n3.专家驻点。\n", [("STR016", " 部门各负其")]),
    ("一、巡查\n巡查人员要佩戴标识，        随身携带记录本。\n", [("STR017", "      ")]),
    ("一、职责\n（一）水利局职责如下：\n（二）应急局调配物资。\n", [("STR018", "（一）水利局")]),
    ("一、巡查\n1.每日巡查，填写记录。\n2.雨天加密，随时报告\n3.专人负责，按月归档。\n", [("STR020", "告")]),
]
RIGHT = [
    "一、责任\n1. 乡镇负总责。\n2. 部门各负其责。\n3. 专家驻点。\n二、保障\n1.经费保障。\n2.物资保障。\n",
    "一、责任\n1.乡镇负总责。\n2. I类水库专人驻守。\n3.专家驻点。\n",
    "一、要求\n一要压实责任，做到一要三不要；二要备足物资。其一贯做法是“三要求”。第一步由水利局牵头，第三步再议。\n",
    "一、清单\n序号\t名称\n1\t沙袋\n2\t水泵\n\t其中：大功率\n3\t帐篷\n4\t手电\n合计\t\n",
    "一、清单\n序号\t名称\n101\t沙袋\n103\t水泵\n107\t帐篷\n110\t手电\n",
    "一、报名\n1.姓名：\n2.单位：\n3.电话：\n二、计算\n补助按下式计算：\n三、其他\n严格值守。\n",
    "一、巡查，落实责任\n每日巡查。每周通报。\n二、储备，规范管理\n每月盘点。每季补充。\n三、值守\n双人双岗。随时报告。\n",
    "一、安排\n落实两项以上措施：（1）清淤；（2）加固；（3）疏浚。另有：1）看水位；2）看渗漏。\n",
    "一、会议\n参会人员：张某、    李某、    王某\n时间：上午，    地点：三楼会议室\n",
    "一、经费\n沙袋费用由县财政局承担，按季度拨付到各乡镇。（责任单位：县财政局、县水利局、县应急管理局、县气象局）\n"
    "水泵费用由县财政局承担，按年度拨付到各乡镇。（责任单位：县财政局、县水利局、县应急管理局、县气象局）\n",
]


@pytest.mark.parametrize(("text", "expected"), FAULTY)
def test_what_is_wrong_in_a_list_is_told_once(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(HEAD + text + TAIL) == expected


@pytest.mark.parametrize("text", RIGHT)
def test_what_looks_like_a_broken_list_is_left_alone(text: str) -> None:
    assert found(HEAD + text + TAIL) == []


def test_the_serial_column_of_a_table_counts_its_rows() -> None:
    rows = "".join(f"<tr><td>{n}</td><td>示例</td></tr>" for n in (1, 2, 3, 5, 6, 7, 8, 8))
    text = f"<table><tr><td>序号</td><td>名称</td></tr>{rows}</table>"
    diagnostics = check(Source(text, format=of_ending("a.html")), Selection(select=CODES).rules(), "auto").diagnostics
    assert [(d.code, text[d.start : d.start + 1]) for d in diagnostics] == [("STR002", "5"), ("STR001", "8")]
