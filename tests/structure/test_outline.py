"""What the outline of a document is, also where its markers or line breaks suffered."""

import pytest

from lawcheck.pipeline import parse
from lawcheck.structure.document import Document, Node
from lawcheck.structure.kinds import Kind
from lawcheck.text.source import Source


def outline(text: str, kind: str = "auto") -> list[tuple[int, int | None, str]]:
    return [(n.depth, n.number, n.title) for n in parsed(text, kind).walk()]


def numbers(text: str, kind: str = "auto") -> list[tuple[int, int | None]]:
    return [(depth, number) for depth, number, _ in outline(text, kind)]


def parsed(text: str, kind: str = "auto") -> Document:
    return parse(Source(text), kind)


PLAN = """示例区营商环境提升行动方案

一、总体要求
（一）指导思想。坚持依法办事，坚持便民高效。
（二）工作目标。2025年底前全面完成。
二、重点任务
（一）优化审批服务
1.公开办事指南。每年3月底前更新。
2.压缩办理时限。2.5个工作日内办结，投诉率低于1.5%。
（二）规范监管执法
1.推行联合检查。包括：（1）制定清单；（2）确定频次。
三、保障措施
加强领导，严格考核。
"""

PLAN_OUTLINE = [
    (1, 1),
    (2, 1),
    (2, 2),
    (1, 2),
    (2, 1),
    (3, 1),
    (3, 2),
    (2, 2),
    (3, 1),
    (4, 1),
    (4, 2),
    (1, 3),
]


def test_plan_with_line_breaks() -> None:
    document = parsed(PLAN)
    assert document.kind is Kind.PLAN
    assert document.title is not None
    assert document.title.text == "示例区营商环境提升行动方案"
    assert not document.run_on
    assert numbers(PLAN) == PLAN_OUTLINE
    assert outline(PLAN)[1] == (2, 1, "指导思想")
    assert outline(PLAN)[4] == (2, 1, "优化审批服务")


def test_plan_without_line_breaks() -> None:
    flat = PLAN.replace("\n", "")
    assert parsed(flat).run_on
    assert numbers(flat) == PLAN_OUTLINE


def test_damaged_markers_are_what_they_were() -> None:
    damaged = (
        PLAN.replace("\n", "")
        .replace("（一）", "(-)", 1)
        .replace("1.公开", "1 .公开")
        .replace("2.压缩", "2,压缩")
        .replace("1.推行", "1 .推行")
        .replace("，", ",")
    )
    assert numbers(damaged) == PLAN_OUTLINE


def test_full_width_digits() -> None:
    assert numbers("一、重点任务\n１．公开指南。\n２、压缩时限。\n") == [(1, 1), (3, 1), (3, 2)]


def test_continuous_and_restarting_lists() -> None:
    continuous = "一、目标\n（一）甲事。\n（二）乙事。\n二、任务\n（三）丙事。\n（四）丁事。\n"
    restarting = "一、目标\n（一）甲事。\n（二）乙事。\n二、任务\n（一）丙事。\n（二）丁事。\n"
    assert numbers(continuous) == [(1, 1), (2, 1), (2, 2), (1, 2), (2, 3), (2, 4)]
    assert numbers(restarting) == [(1, 1), (2, 1), (2, 2), (1, 2), (2, 1), (2, 2)]


@pytest.mark.parametrize(
    "sentence",
    [
        "评选一、二、三等奖若干名。",
        "依照第二条（一）（二）（三）情形办理。",
        "按本方案（十三）要求执行。",
        "3.5亿元用于改造，1.5米以上。",
        "统一、规范、公开办理。",
        "共有 5 个窗口，2021.5.1起施行。",
        "5、6月份完成。",
        "唯一、权威的发布渠道。",
    ],
)
def test_what_only_looks_like_an_ordinal(sentence: str) -> None:
    text = f"一、总体要求\n{sentence}\n二、重点任务\n公开办事指南，{sentence}\n"
    assert numbers(text) == [(1, 1), (1, 2)]


@pytest.mark.parametrize(
    "body", ["2018年要在全省推开。", "2022年1月1日起实行。", "2年以上工作经历。", "2019-2025年扩建。"]
)
def test_an_ordinal_before_a_number(body: str) -> None:
    text = f"一、重点任务\n1.公开指南。\n2.压缩时限。\n3.{body}\n4.开展评价。\n"
    assert numbers(text) == [(1, 1), (3, 1), (3, 2), (3, 3), (3, 4)]


def test_serial_words_circled_numbers_and_decimals() -> None:
    assert numbers("一、任务\n一是公开指南。\n二是压缩时限。\n") == [(1, 1), (6, 1), (6, 2)]
    assert numbers("一、任务\n第一，公开指南。\n第二，压缩时限。\n") == [(1, 1), (6, 1), (6, 2)]
    assert numbers("一、任务\n1.公开：\n①指南；\n②结果。\n") == [(1, 1), (3, 1), (5, 1), (5, 2)]
    assert numbers("1 总则\n1.1 目的\n1.2 依据\n2 职责\n2.1 分工\n") == [(3, 1), (4, 1), (4, 2), (3, 2), (4, 1)]


STATUTE = """示例市登记管理办法
第一章　总则
第一条　为了规范登记，制定本办法。
第二条　登记应当遵守下列规定：
（一）依照第五条、第六条的规定申请；
（二）提交下列材料：
1.申请书；
2.证明。
第二章　附则
第三条　本办法自2024年1月1日起施行。
"""
STATUTE_OUTLINE = [(2, 1), (4, 1), (4, 2), (5, 1), (5, 2), (6, 1), (6, 2), (2, 2), (4, 3)]


def test_statute_with_and_without_line_breaks() -> None:
    assert parsed(STATUTE).kind is Kind.STATUTE
    assert numbers(STATUTE) == STATUTE_OUTLINE
    flat = STATUTE.replace("\n", "")
    assert numbers(flat, "statute") == STATUTE_OUTLINE


def test_a_notice_with_its_plan() -> None:
    text = (
        "示例区人民政府办公室关于印发工作方案的通知\n各街道办事处：\n现印发给你们，并提出如下要求。\n"
        "一、加强领导。\n二、抓好落实。\n示例区人民政府办公室\n2024年3月5日\n"
        "示例区工作方案\n一、总体要求\n（一）目标。全面完成。\n（二）原则。依法办事。\n二、重点任务\n（三）公开。及时公开。\n"
    )
    assert parsed(text).kind is Kind.OFFICIAL
    expected = [(1, 1), (1, 2), (1, 1), (2, 1), (2, 2), (1, 2), (2, 3)]
    assert numbers(text) == expected
    assert numbers(text.replace("\n", "")) == expected


def test_annexes_are_nodes_and_attachment_notes_are_not() -> None:
    text = "一、总体要求\n依法办事。\n附件：1.任务分工表\n2.进度安排表\n附件1\n任务分工表\n一、牵头任务\n公开指南。\n"
    nodes = list(parsed(text).walk())
    assert [(n.level, n.number) for n in nodes] == [("section", 1), ("annex", 1), ("section", 1)]


def test_a_lost_ordinal_is_inferred_from_attributions() -> None:
    text = (
        "一、重点任务1.公开办事指南。牵头单位：区司法局参加单位：各有关部门"
        "2.压缩办理时限。牵头单位：区财政局参加单位：各有关部门"
        "开展满意度评价，公布结果。牵头单位：区教育局参加单位：各有关部门"
        "4.严格考核。牵头单位：区审计局参加单位：各有关部门"
    )
    nodes = [n for n in parsed(text).walk() if n.level == "item"]
    assert [(n.number, n.inferred, n.marker) for n in nodes] == [
        (1, False, "1."),
        (2, False, "2."),
        (3, True, ""),
        (4, False, "4."),
    ]
    assert text[nodes[2].start :].startswith("开展满意度评价")


def test_a_lost_heading_is_inferred_between_headings() -> None:
    text = "一、任务\n（一）公开指南\n每年更新。\n压缩时限\n限时办结。\n（三）开展评价\n按季公布。\n"
    lost = [n for n in parsed(text).walk() if n.inferred]
    assert [(n.depth, n.number, n.title) for n in lost] == [(2, 2, "压缩时限")]


def spans_nest(node: Node, start: int, end: int) -> bool:
    inside = start <= node.start <= node.body_start <= node.title_end <= node.end <= end
    at = node.body_start
    for child in node.children:
        if child.start < at or not spans_nest(child, node.start, node.end):
            return False
        at = child.end
    return inside


@pytest.mark.parametrize("text", [PLAN, STATUTE, PLAN.replace("\n", "")])
def test_spans_lie_inside_their_parents(text: str) -> None:
    document = parsed(text)
    assert document.nodes
    assert all(spans_nest(node, 0, len(document.text)) for node in document.nodes)


@pytest.mark.parametrize(
    ("beginning", "title"),
    [
        ("示例区优化服务实施方案\n一、要求\n", "示例区优化服务实施方案"),
        ("示例区人民政府文件\n示政发〔2024〕3号\n关于优化服务\n的意见\n各街道：\n", "关于优化服务的意见"),
        (
            "示例区优化服务实施方案（2024—2026年）（征求意见稿）为了优化服务，",
            "示例区优化服务实施方案（2024—2026年）（征求意见稿）",
        ),
        ("关于优化服务的通知各街道办事处：现将有关事项通知如下。", "关于优化服务的通知"),
        ("示例区优化服务办法第一条为了优化服务，", "示例区优化服务办法"),
        ("为落实《示例市优化服务规划（2020—2025年）》，制定本方案。", None),
        ("优化服务是重点工作，近年来办法不断完善。", None),
    ],
)
def test_titles(beginning: str, title: str | None) -> None:
    found = parsed(beginning + "依法办事。\n").title
    assert (found.text if found else None) == title


# Numbers of several parts where line breaks were lost.

EMERGENCY = (
    "示例区防汛应急预案\n一、总则\n1.1编制目的\n为规范处置，制定本预案。\n1.2适用范围\n1.2.1本预案适用于本区。\n"
    "1.2.2相邻区可以参照。\n二、组织体系\n2.1指挥机构\n区设指挥部。\n2.2工作小组\n2.2.1综合组。负责联络。\n2.2.2抢险组。负责抢险。\n"
    "2.3专家组\n由有关专家组成。\n三、附则\n3.1预案解释\n由区应急局负责。\n3.2实施时间\n自印发之日起施行。\n"
)


def test_numbers_of_several_parts_without_line_breaks() -> None:
    assert numbers(EMERGENCY.replace("\n", "")) == numbers(EMERGENCY)


@pytest.mark.parametrize(
    "sentence",
    [
        "全区绿地率由3.1上升到3.2以上。",
        "一、推广3.1版本的系统。二、做好3.15活动。三、开展12.4宣传。",
        "一、总体要求。坚持标准。二、重点任务。改造面积2.1公顷。建成2.2公里步道。",
        "三、主要目标。平均得分3.1，满分4.0。",
        "1.12条措施全部落实。2.13个街道全部完成。",
    ],
)
def test_numbers_with_a_point_that_head_nothing(sentence: str) -> None:
    document = parsed(f"示例区绿化方案为做好绿化工作，制定本方案。{sentence}")
    assert not [node for node in document.walk() if node.level == "decimal"]


def test_a_list_behind_a_colon_does_not_close_the_one_before_it() -> None:
    text = "示例区考核办法一、指标（一）质量1.合格率。按季填报。2.投诉率。按季填报。（二）满意3.满意率。按年填报。"
    text += "注：1.由区统计局填报。2.按年公布。"
    assert [number for depth, number in numbers(text) if depth == 3] == [1, 2, 3, 1, 2]


def test_a_note_on_annexes_ends_where_the_annex_begins() -> None:
    text = (
        "示例区人民政府办公室关于地面沉降情况的复函示政办函〔2024〕5号示例镇人民政府：来文收悉。请做好监测工作。"
        "附件：1.示例区关于示例村情况的报告2.示例村专家组意见示例区人民政府办公室2024年3月5日附件1"
        "关于示例村情况的报告区政府：现将有关情况报告如下：一、基本情况示例村位于示例镇。共有农户五十户。二、处理情况已经搬迁。"
    )
    document = parsed(text)
    assert document.frame.note is not None
    assert document.text[document.frame.note.end :].startswith("示例区人民政府办公室2024年")
    assert [node.number for node in document.walk() if node.level == "section"] == [1, 2]


def test_a_table_of_contents_without_line_breaks_is_no_outline() -> None:
    headings = "1 总则\n1.1 编制目的\n1.2 适用范围\n2 组织体系\n2.1 指挥机构\n"
    body = "1 总则\n1.1 编制目的\n为规范处置，制定本预案。\n1.2 适用范围\n本预案适用于本区。\n"
    body += "2 组织体系\n2.1 指挥机构\n区设指挥部。\n"
    assert numbers(f"示例区防汛应急预案目录{headings}{body}".replace("\n", "")) == [
        (3, 1),
        (4, 1),
        (4, 2),
        (3, 2),
        (4, 1),
    ]


def test_a_catalogue_in_a_sentence_is_no_table_of_contents() -> None:
    text = "示例区清理方案为做好清理工作，制定本方案。一、编制目录一、整理材料。二、公布目录二、接受监督。"
    assert [number for depth, number in numbers(text) if depth == 1] != []


def test_the_first_heading_behind_a_title_that_is_glued_to_it():
    text = "示例县保洁方案一、主要任务（一）清扫路面。每日一次。（二）清运垃圾。每日两次。\n"
    assert [node.marker for node in parse(Source(text)).walk()] == ["一、", "（一）", "（二）"]
    # Within a sentence the same sign counts for itself.
    assert [node.marker for node in parse(Source("示例县的方案有一、主要任务等。\n")).walk()] == []


def test_strokes_that_became_signs_head_sections_only_at_the_start_of_a_line():
    text = "示例县保洁方案\n—、目标\n道路干净。\n=、任务\n每日清扫，长度≡、宽度=、其他照旧。\n≡、要求\n按月报送。\n"
    assert [(node.marker, node.number) for node in parse(Source(text)).walk()] == [("—、", 1), ("=、", 2), ("≡、", 3)]
