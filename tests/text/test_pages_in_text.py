"""Texts that were copied from pages: heads, page numbers, and lines of one width."""

import pytest
from timing import grows_linearly

from lawcheck import check_text, fix_text
from lawcheck.text.layers import clean
from lawcheck.text.source import Source

BODY = (
    "为了规范示例区绿道的养护，保障游人安全，根据有关规定，制定本办法。",
    "各街道应当明确绿道养护的责任人，建立养护台账，逐段登记设施的名称、数量和状况，并按月更新养护台账。",
    "养护单位应当每周巡查绿道，发现路面破损、护栏松动、照明缺失的，应当在三日内修复，不能按期修复的，应当设置警示标志。",
    "绿道两侧的树木由养护单位修剪，修剪不得影响游人通行，修剪下来的枝叶应当当日清运，不得堆放在绿道两侧。",
    "区园林管理部门应当每季度检查绿道养护情况，检查结果向社会公布，作为支付养护费用的依据之一。",
    "游人应当爱护绿道设施，损坏绿道设施的应当依法赔偿，养护单位应当在绿道入口公布投诉电话。",
)
TEXT = "\n".join(BODY) + "\n"
LONG = tuple(line.replace("绿道", place) for place in ("绿道", "河堤", "老街") for line in BODY)


def joined(text: str) -> str:
    return clean(Source(text)).text


def kinds(text: str) -> set[str]:
    return {removed.kind for removed in clean(Source(text)).removed}


def wrapped(lines: tuple[str, ...], width: int, feeds: str = "\n", indent: str = "") -> str:
    return "".join(
        indent + feeds.join(line[at : at + width] for at in range(0, len(line), width)) + feeds for line in lines
    )


@pytest.mark.parametrize("width", [22, 27, 33])
@pytest.mark.parametrize("indent", ["", "　　"])
def test_lines_that_stand_apart_are_joined(width: int, indent: str) -> None:
    text = wrapped(LONG, width, "\n\n", indent)
    assert joined(text) == "".join(f"{indent}{line}\n\n" for line in LONG)


def test_paragraphs_that_stand_apart_are_left_alone() -> None:
    text = "\n\n".join((*LONG[:6], "一、加强巡查", "二、落实责任", *LONG[6:])) + "\n"
    assert joined(text) == text


def test_a_passage_of_one_width_within_other_paragraphs() -> None:
    whole = tuple(f"{number}．{line}" for number, line in enumerate(LONG[1:], 1))
    text = "绿道养护要求\n" + wrapped(whole[:5], 26) + "\n".join(whole[5:]) + "\n"
    assert joined(text) == "绿道养护要求\n" + "\n".join(whole) + "\n"


@pytest.mark.parametrize(
    "text",
    [
        # Parallel headings, each with a paragraph.
        "".join(f"（{n}）完善养护制度，明确养护责任，落实{n}级养护\n由区园林局负责。\n" for n in "一二三四"),
        # Slogans of one length, a list, and the names of a group.
        "".join(f"坚持{a}，推动绿道养护工作取得更大的成效\n" for a in ("依法", "便民", "公开", "统筹"))
        + "坚持属地管理。\n",
        "参加人员：\n" + "张三（示例区园林管理局副局长兼绿道办主任）\n李四（示例区交通运输局副局长兼公路站站长）\n" * 3,
        "".join(f"示例市示例区示例街道示例路{n}号示例大厦{n}层\n邮政编码123456。\n" for n in range(11, 16)),
    ],
)
def test_lines_of_one_width_that_are_whole(text: str) -> None:
    assert "line-break" not in kinds(f"绿道养护方案\n{BODY[0]}\n{text}{BODY[1]}\n")


def test_what_begins_after_a_full_line_and_is_not_its_rest() -> None:
    page = wrapped(LONG, 26, indent="　　")
    note = "　　（负责单位：区园林管理局、区水务局、各街道办事处）"
    assert f"{note}\n　　二是" in joined(f"{page}{note}\n　　二是巡查。\n{page}")
    bare = note.strip()
    assert f"{bare}\n养护" in joined(f"{page}{bare}\n养护巡查。\n")
    signed = "示例区绿道养护工作领导小组办公室（区园林管理局代章）"
    assert f"{signed}\n2024年3月5日" in joined(f"{page}{signed}\n2024年3月5日\n")
    # Where the rest of a paragraph has the indent, a line without one begins another.
    hanging = "".join(wrapped((line,), 26, "\n　　") for line in LONG).replace("\n　　" * 2, "\n")
    hanging = hanging.replace("。\n　　", "。\n")
    heading = "二、建立健全绿道设施养护台账和巡查记录管理制度"
    assert f"{heading}\n{BODY[0][:5]}" in joined(f"{hanging}{heading}\n{hanging}")
    assert BODY[2] in joined(hanging)


def test_the_last_characters_of_a_sentence_alone() -> None:
    assert (
        joined("养护要求\n绿道两侧的树木由养护单位修剪，枝叶应当当日清\n运。\n")
        == "养护要求\n绿道两侧的树木由养护单位修剪，枝叶应当当日清运。\n"
    )
    for end in ("此复。", "谢谢。", "请审议。"):
        text = f"关于示例区绿道养护工作有关情况的报告\n{end}\n"
        assert joined(text) == text
    assert joined("养护内容\n修剪枝叶\n清运。\n") == "养护内容\n修剪枝叶\n清运。\n"


def paged(furniture: str, feeds: str = "\n", each: int = 9, lines: tuple[str, ...] = LONG) -> str:
    rows = wrapped(lines, 26).splitlines()
    pieces: list[str] = []
    for index, row in enumerate(rows):
        if index % each == 0:
            pieces += [line.format(n=index // each + 1) + feeds for line in furniture.split("\n")]
        pieces.append(row + feeds)
    return "".join(pieces)


@pytest.mark.parametrize(
    "furniture",
    [
        "示例区文件汇编\n-{n}",
        "示例区文件汇编\n{n}",
        "{n}\n示例区文件汇编",
        "示例区文件汇编",
        "示例区文件汇编 第{n}页",
        "-{n}",
        "{n}",
        "示例区文件汇编\n— {n} —",
        "百度文库 - 好好学习，天天向上\n-{n}",
    ],
)
@pytest.mark.parametrize("feeds", ["\n", "\n\n"])
def test_heads_and_page_numbers_are_cut(furniture: str, feeds: str) -> None:
    assert joined(paged(furniture, feeds)) == feeds.join(LONG) + feeds


@pytest.mark.parametrize(
    "text",
    [
        # Tables whose cells stand in lines of their own.
        "".join(f"{n}\n区园林管理局\n每周巡查绿道一次，发现问题及时修复并登记\n" for n in range(1, 12)),
        "".join(f"{n}\n{BODY[n % 6]}\n区园林管理局\n" for n in range(1, 9)),
        # Labels of a form, the same heading in each part, a signature under each letter.
        "".join(f"{BODY[n]}\n申请人签名盖章\n" for n in range(6)),
        "".join(f"{line}{BODY[5]}\n主要措施\n" for line in BODY),
        "".join(f"{line}\n示例区园林管理局\n2024年3月{n}日\n" for n, line in enumerate(BODY, 1)),
        # Numbers that do not count, and lines without pages between them.
        "".join(f"{line}\n-{n}\n" for n, line in zip((3, 9, 4, 1, 7, 2), BODY, strict=True)),
        "".join(f"绿道养护要点\n-{n}\n" for n in range(1, 6)),
        "示例区绿道养护方案\n" + TEXT + "示例区绿道养护方案\n" + TEXT.replace("绿道", "河道"),
        "".join(f"典型案例{n}\n{TEXT.replace('绿道', place)}" for n, place in enumerate(("绿道", "河道", "街道"), 1)),
    ],
)
def test_lines_that_only_look_like_furniture(text: str) -> None:
    assert not kinds(text) & {"furniture", "running-head"}


def test_a_head_beside_the_numbers_of_two_pages() -> None:
    row = "绿道养护单位应当每周巡查绿道，发现路面破损的应当及时修"
    text = "".join(f"{row}\n示例区文件汇编\n- {n} -\n复，并登记在册{n}次。\n" for n in (1, 2))
    assert "示例区文件汇编" not in joined(text)
    assert joined("示例区文件汇编\n" + TEXT) == "示例区文件汇编\n" + TEXT


def test_the_slogan_of_a_site_and_a_reference_to_it() -> None:
    for slogan in ("百度文库 - 好好学习，天天向上", "百度文库 - 让每个人平等地提升自我"):
        assert joined(f"{slogan}\n{TEXT}") == TEXT
    for line in ("参考资料：百度文库 - 绿道养护指南", "文库 - 使用说明", "好好学习，天天向上"):
        assert joined(f"{line}\n{TEXT}") == f"{line}\n{TEXT}"


def test_a_head_is_told_and_can_be_deleted() -> None:
    text, rules = paged("示例区文件汇编\n-{n}"), ["OCR011", "OCR013"]
    said = {finding.message.split("，")[0] for finding in check_text(text, select=["OCR013"]).diagnostics}
    assert said == {"页码混入正文", "页眉混入正文"}
    assert fix_text(text, select=rules, unsafe=True) == "\n".join(LONG) + "\n"


@pytest.mark.parametrize("value", ["1/120", "- 3 -", "第3页", "2 / 8"])
def test_what_stands_in_the_cell_of_a_table_is_no_page_number(value: str) -> None:
    text = f"示例区评选方案\n\n| 班级 | 绩点及排名 |\n| --- | --- |\n| 甲班 | 4.0<br>{value} |\n"
    assert "OCR013" not in {d.code for d in check_text(text, path="评选.md").diagnostics}
    lines = "".join(f"<p>{line}</p><p>{value}</p>" for line in BODY)
    page = f"<table><tr><td>{lines}</td></tr></table>"
    assert "OCR013" in {d.code for d in check_text(page, path="评选.html").diagnostics}


@pytest.mark.growth
@pytest.mark.parametrize("unit", ["3\n", "第3页\n", "甲，乙\n3\n3\n"])
def test_time_is_linear_where_line_after_line_is_a_number(unit: str) -> None:
    assert grows_linearly(lambda size: clean(Source(unit * (size // len(unit)))), 4_000)
