"""Which numbers are out of their sequence, and the many that look like it and are none."""

import pytest
from checking import check, places

from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source

CODES = ["STR001", "STR002", "STR003", "STR004", "STR007", "STR009", "LAW001"]
HEAD = "示例区河道方案\n\n为做好保洁工作，制定本方案。\n\n一、重点任务\n"


def found(text: str) -> list[tuple[str, str]]:
    """The code of each finding, and what stands from it on."""
    diagnostics = check(Source(text), Selection(select=CODES).rules(), "auto").diagnostics
    return [(d.code, text[start : start + 6].split("\n")[0]) for d in diagnostics for start, _ in sorted(d.spans)]


def articles(*numbers: str) -> str:
    return "示例市绿化条例\n\n" + "".join(f"第{n}条　本市第{n}类绿地应当纳入规划。\n" for n in numbers)


BROKEN = [
    (articles("一", "二", "三", "四", "十五"), [("LAW001", "第十五条　本")]),
    (articles("一", "二", "五十四", "五十五"), [("LAW001", "第五十四条　")]),
    (articles("十八", "十九", "九十", "二十一", "二十二"), [("LAW001", "第九十条　本")]),
    ("示例区方案\n\n一、总体要求\n坚持标准，抓好落实。\n一、重点任务\n清理河道，按月通报。\n二、工作要求\n按时报送。\n",
     [("STR001", "一、重点任务")]),
    ("示例区方案\n\n一、清理河道。\n一、清理岸线。\n二、规范排污。\n", [("STR001", "一、清理岸线")]),
    (HEAD + "人选分为：A.甲类人员；B.乙类人员；D.丙类人员。\n", [("STR002", "D.丙类人员")]),
    (HEAD + "选项包括A.甲类；B.乙类；D.丙类。\n", [("STR002", "D.丙类。")]),
    (HEAD + "第一，压实责任。第三，加强检查。\n", [("STR002", "第三，加强检")]),
    (HEAD + "1.清理河道。\n2.清理岸线。\n3公开名单。\n", [("STR007", "3公开名单。")]),
    (HEAD + "1.清理河道。\n2清理岸线。\n3.公开名单。\n", [("STR007", "2清理岸线。")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BROKEN, ids=range(len(BROKEN)))
def test_what_is_broken_is_named_once(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_the_missing_serial_is_spelled_as_its_neighbours() -> None:
    text = HEAD + "第一，压实责任。第三，加强检查。\n"
    (diagnostic,) = check(Source(text), Selection(select=["STR002"]).rules(), "auto").diagnostics
    assert "第二，" in diagnostic.message


ORDERLY = [
    # Amounts and dates at the start of a line, also after a list that they would go on from.
    HEAD + "12个街道全部完成。\n5家企业整改。\n3公里以上的河道每周巡查。\n4月底前完成。\n2公顷绿地完成改造。\n",
    HEAD + "1.清理河道。\n2.清理岸线。\n3个街道完成。\n3家企业完成整改。\n",
    HEAD + "3.12植树节开展活动。\n3.15消费者日开展活动。\n6.5环境日开展活动。\n",
    # Addresses, scores, classes.
    HEAD + "12号楼由街道清理。\n15号楼由社区清理。\n地点：示例路12号3栋5单元。\n",
    "示例杯比赛成绩\n\n示例一队 3.2 示例二队\n3：1 示例三队胜\n1.5分 张某\n2.0分 李某\n",
    "示例中学评比结果\n\n高一（1）班、高一（3）班获优秀。\n（1）班获奖。\n（3）班获奖。\n",
    # The rows of a table that space divides.
    "示例名单\n\n1 甲公司 10\n2 乙公司 12\n4 丁公司 8\n5 戊公司 9\n",
    # Letters that count nothing, and a list of them.
    HEAD + "开展A类、B类、D类企业检查，检测维生素A、B、D。\n",
    HEAD + "选项包括A.甲类；B.乙类；C.丙类。\n",
    # Numbers of several parts with a final point.
    "示例区预案\n1.总则\n1.1.目的\n为规范处置，制定。\n1.2.范围\n适用于本区。\n2.组织\n2.1.机构\n设指挥部。\n2.2.小组\n设小组。\n",
    # 一是 is no level under 一、.
    "示例区报告\n\n一、工作回顾\n一是经济稳中向好，完成任务。\n二是改革深化，完成任务。\n二、工作安排\n（一）扩大内需。办好节会。\n",
    # Lists in brackets and behind labels.
    HEAD.split("一、")[0] + "各单位报送材料（1.照片；2.说明；3.名单），逾期不候。\n各街道按月报送情况。\n",
    "示例岗位风险\n\n风险名称：1.车内禁烟\n措施：加强检查。\n风险名称：2.用电安全\n措施：按时检查。\n",
    # Each annex and each attached text begins anew.
    "示例区方案\n\n一、总体要求\n坚持属地管理。\n\n巡查办法\n\n一、巡查频次\n每周巡查一次。\n二、巡查方式\n分段巡查。\n",
    "示例区方案\n\n一、总体要求\n坚持属地管理。\n\n附件1\n\n巡查办法\n\n一、巡查频次\n每周巡查一次。\n二、巡查方式\n分段巡查。\n",
    # The form of an annex.
    "附件2\n\n示例申请表\n\n一、基本情况\n姓名：\n单位：\n二、主要业绩\n1.论文\n2.专利\n三、单位意见\n1.推荐\n2.不推荐\n",
    # The article of another text in a column.
    "示例清单\n\n《示例条例》（示例令第5号）第二十条\n清理许可\n《示例办法》（示例令第7号）第三条\n绿化许可\n",
]


@pytest.mark.parametrize("text", ORDERLY, ids=range(len(ORDERLY)))
def test_what_only_looks_broken_is_not_named(text: str) -> None:
    assert found(text) == []


def test_rows_of_a_table_that_is_written_as_text_are_no_items() -> None:
    table = (
        "示例区任务分解表\n序号 主要任务 责任单位 完成时限\n1 新建农田2万亩 区农业农村局、区财政局 2027年12月\n"
        "2 推广良种 区农业农村局 长期坚持\n4 整治渠道，疏浚河道 各镇人民政府 2026年6月\n备注：区财政局配合。\n"
    )
    for code in ("STR002", "STR007", "DOC013"):
        assert places(table, code) == []
    assert places("序号 任务\n" + "1.登记。\n2.核对。\n4.公示。\n", "STR002") != []
    longer = table + "\n".join("说明文字。" for _ in range(5)) + "\n1 登记\n"
    assert places(longer, "DOC013") == []
