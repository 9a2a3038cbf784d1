"""Slips of those who draft, copy and publish letters: other forms than those of the rule files, and right ones."""

import pytest

from lawcheck import check_text

CODES = (
    *("CIT026", "DOC001", "DOC012", "DOC024", "DOC026", "NUM009", "OCR014", "OCR015", "PUN015", "STR002", "STR003"),
    "STR020",
)
HEAD = "示例区教育局关于开展检查的通知\n各学校：\n我局决定于3月开展检查，请认真自查。\n"
SIGNED = "\n示例区教育局\n2026年3月2日\n"


def told(text: str) -> list[tuple[str, str]]:
    found = check_text(text, select=CODES).files[0].diagnostics
    return [(each.code, text[each.offset : each.end_offset]) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "示例区教育局关于开展检查的通知的通知\n各学校：\n现转发给你们，请认真执行。\n" + SIGNED,
            ("DOC001", "的通知的通知"),
        ),
        (HEAD + "附件：1.报名表\n2.汇总表\n3.报名表\n" + SIGNED, ("DOC024", "报名表")),
        (HEAD + "我委将组织抽查。\n" + SIGNED, ("CIT026", "我委")),
        (HEAD.replace("各学校：", "各中小学、幼儿园。") + SIGNED, ("DOC012", "。")),
        ("各单位要落实（此处需核实）责任。", ("DOC026", "（此处需核实）")),
        ("各单位要落实责任。【批注：改】", ("DOC026", "【批注：改】")),
        ("请于5日前报送（联系人：王某；联系电话：）。", ("DOC026", "联系电话：")),
        ("请于5日前报送。\n联系人： 电话：2345678", ("DOC026", "联系人：")),
        ("各单位要落实责任\\n确保完成。", ("OCR014", "\\n")),
        (HEAD + SIGNED + "点击下载附件：报名表.docx\n", ("OCR015", "点击下载附件：报名表.docx")),
        ("各单位要落实责任。 　　 各项任务要按期完成 。", ("PUN015", " ")),
        ("任务是（1）加强领导（2）落实责任（4）严格考核", ("STR002", "")),
        ("首先，加强领导；其次，落实责任；第三，严格考核。", ("STR003", "第三")),
        ("第一，加强领导；其次，落实责任。", ("STR003", "其次")),
        ("重点抓好五件大事，五项工作：抓领导、抓责任、抓考核、抓宣传。", ("NUM009", "五项工作")),
        ("坚持“四个不放过”，即原因不放过、责任不放过、整改不放过。", ("NUM009", "“四个不放过”")),
        ("落实“三个确保”，即确保面积、确保产量。", ("NUM009", "“三个确保”")),
        ("1.开展排查\n牵头单位：区教育局、区财政局、\n完成时限：5月底", ("STR020", "、")),
    ],
)
def test_a_slip_is_told(text: str, expected: tuple[str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "示例区教育局转发《市教育局关于开展检查的通知》的通知\n各学校：\n现转发给你们，请认真执行。\n" + SIGNED,
        HEAD + "附件：1.报名表（小学）\n2.报名表（中学）\n" + SIGNED,
        HEAD + "我部分科室人员参加，由我办理手续。\n" + SIGNED,
        "示例区教育局关于开展检查的通知\n各学校：\n我委托示例公司抽查。\n" + SIGNED,
        "（此处公章无效）。请在此处签字。批注在旁，由各科室批注：同意的写明意见。",
        "请于5日前报送（联系人：王某；联系电话：2345678）。",
        "填写（“联系人：，联系电话：）”两栏。",
        "文件存于D:\\new，目录为\\name。",
        "见第（1）、（2）、（4）项。（1）类、（2）类和（4）类企业。",
        "参加的有甲镇（1）人，乙镇（2）人，丙镇（4）人。",
        "落实“三个确保”，即确保面积、确保产量、确保质量。",
        "（1）加强领导（2）落实责任（3）严格考核",
        "首先发展工业，其次发展农业，第三产业也要加快。",
        "第一，摸清底数；第二，建立台账。首先，加强领导；其次，落实责任；最后，严格考核。",
        "第一，摸清底数。\n其次，建立台账。",
        "重点抓好四项工作：抓领导、抓责任、抓考核、抓宣传。三项任务：抓领导、抓责任、考核、宣传。",
        "坚持“三个不放过”，即原因不放过、责任不放过、整改不放过。",
        "牵头单位：区教育局、\n区财政局",
    ],
)
def test_what_looks_like_one_is_left_alone(text: str) -> None:
    assert not told(text)
