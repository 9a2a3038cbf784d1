"""OCR007, OCR008, LAW001, NUM007, DOC007: figures that a scan has misread, and codes that look like them."""

import pytest

from lawcheck import check_text


def told(text: str, *codes: str) -> list[str]:
    found = check_text(text, select=codes or ("OCR007", "OCR008")).files[0].diagnostics
    places = [span for each in found for span in (each.occurrences or [each])]
    return [text[place.offset : place.end_offset] for place in places]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("出动人员32B0人，清运垃圾2Z0吨。", ["32B0", "2Z0"]),
        ("发放补助Z00万元，清淤1S公里。", ["Z00", "1S"]),
        ("会议时间为5月15日l4:30。", ["l4:30"]),
        ("联系电话：0555-555O123，13800OO1234。", ["0555-555O123", "13800OO1234"]),
        ("联系电话：5550l23，邮编：2430OO。", ["5550l23", "2430OO"]),
        ("整改率达到9B.5%，增长6.S%。", ["9B.5", "6.S"]),
        ("管网长度12,3O0米，投资5，OOO万元。", ["12,3O0", "5，OOO"]),
        ("依据示政发〔2O25〕l2号文件。", ["2O25", "l2"]),
        ("自2026年l月1日起实施。", ["l"]),
        ("违反第二十—条规定的，予以处罚。", ["第二十—条"]),
    ],
)
def test_misread_figures(text: str, wrong: list[str]) -> None:
    assert told(text) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "教室位于A栋B305室，停车位B2层O区。",
        "S307线、G104线、B50钢、C30混凝土、M10砂浆。",
        "B类企业20家，A1证、B2证驾驶员30名，4S店5家，推行5S管理。",
        "项目编号为S2026001，航班CA1501，12B教学楼、3B号楼。",
        "维生素B12、B6，H7N9，O3、SO2、PM2.5，会议ID为880-123-456。",
        "第二十—二十三条，考试时间为14:30至16:00，比例为1:5。",
        "安装率V:3、I:12，维护率I:45。",
        "企业代码为91340500MA2RXXXX0B，邮箱aq2026l@example.com。",
    ],
)
def test_codes_that_look_like_them(text: str) -> None:
    assert told(text) == []


def test_an_ordinal_with_a_letter_is_not_missing_too() -> None:
    text = "示例公司食堂规定\n\n第10条　公示菜谱。\n第11条　消毒留样。\n第l2条　留样125克。\n第13条　每季度考核。\n"
    assert told(text, "LAW001", "OCR007") == ["l2"]


def test_a_misread_zero_is_told_once() -> None:
    text = "示例区人民政府令\n\n《示例区规定》现予公布。\n\n区长　李某某\n\n二{}二六年三月五日\n"
    assert told(text.format("O"), "NUM007", "DOC007") == ["二O二六年"]
    assert told(text.format("〇"), "NUM007", "DOC007") == ["二〇二六年三月五日"]
