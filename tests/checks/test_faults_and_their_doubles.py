"""Right text that looks like the fault of a rule, beside the fault itself; and faults that one rule tells, not two."""

import pytest
from checking import check, places

from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source

LAW = "为实施《中华人民共和国计量法》（以下简称{}），现对本区检定工作规定如下：\n根据计量法第九条规定，授权区检定所检定。\n"
NOTE = "区财政投入{}万元。\n"
LIST = "一、项目\n1、男子组\n2、{}\n3、混合组\n4、老年组\n"
HEAD = "示例区绿道管护方案\n一、总体要求\n{}\n"
PAIRS = [
    # A law is called as the text says that it calls it.
    ("CIT001", LAW.format("《计量法》"), LAW.format("计量法")),
    ("CIT001", LAW.format("本法"), LAW.format("“计量法”")),
    # A row that 和 has closed, and one whose member is spoken of again.
    ("PUN039", "储备物资包括帐篷、棉被，折叠床和水泵。", "储备物资包括帐篷、棉被和水泵，水泵配足油料。"),
    ("PUN039", "登记姓名、住址，电话和职业。", "登记姓名、住址和电话，电话留两个。"),
    ("PUN039", "核对户型、楼层，朝向和面积。", "核对户型、楼层，楼层以图纸标注的数字来填。"),
    ("PUN039", "裂缝包括横裂、竖裂，斜裂和网裂。", "裂缝包括横裂、竖裂和斜裂，斜裂须拍照存档。"),
    # Behind a character that is lost the number goes on.
    ("NUM031", NOTE.format("00"), NOTE.format("3150\ue01000")),
    ("NUM031", NOTE.format("00"), NOTE.format("3150\ufffd00")),
    # What blanks set in columns.
    ("STR016", LIST.format("  女子甲组"), LIST.format("  女子  甲组")),
    ("STR016", LIST.format("  女子甲组"), LIST.format("  女子甲组\t铅球")),
]


@pytest.mark.parametrize(("code", "wrong", "right"), PAIRS)
def test_what_looks_like_a_fault_and_is_none(code: str, wrong: str, right: str) -> None:
    assert places(wrong, code)
    assert places(right, code) == []


@pytest.mark.parametrize(
    "right",
    [
        "持续推动各项措施往深里走、往心里走、往实里走。",
        "如遇稍大汛情发生时立即转移。位于岩溶山区，遇稍大震情即行转移。",
        "由示能服务集团、示拓电气公司、示综能服务集团组织实施。",
        "示例区工信局、改发局配合。",
        "做好饮用水水碘状况调查，碘盐供应，碘缺乏病防治，加碘监测。",
        "扎实做好述前准备。述职人员按时述职，组织述职评议，审阅述职报告，述职内容公开，述职后整改。",
    ],
)
def test_right_words_of_a_scan_are_not_doubted(right: str) -> None:
    assert places(HEAD.format("逐项推进落拟。" + right), "OCR020", True) == ["拟"]


def test_one_fault_is_told_by_one_rule() -> None:
    text = HEAD.format("结合考核等工作，深人了解述职书记情况。")
    assert _codes(Source(text, scanned=True), "OCR009", "OCR020") == ["OCR009"]
    first = "枕套应便于换洗，材质、样式应统一规范，颜色与坐垫保持协调一致。\n"
    second = (
        "鞋套应当以深色为宜，面料宜选用无纺布，开口选用抽绳设计；耳塞应当为柔软的发泡材质，膨胀时对耳部压力小，"
        "独立包装，确保佩戴卫生；牙签应当环保无毒，符合食品安全标准。\n"
    )
    text = HEAD.format(f"{first}{second}靠垫根据定员配备，适当增配。\n{first}{second}")
    assert _codes(Source(text), "STR012", "STR019") == ["STR012"]


def _codes(source: Source, *codes: str) -> list[str]:
    return [each.code for each in check(source, Selection(select=codes).rules()).diagnostics]


def test_two_offices_of_one_body_are_members_of_a_row() -> None:
    (found,) = check(Source("请各部部长副部长到会。\n"), Selection(select=["PUN030"]).rules()).diagnostics
    assert "两项" in found.message
