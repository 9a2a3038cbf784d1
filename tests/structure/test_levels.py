"""The forms of ordinals: each is a level of the outline, and what only looks like it is not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.pipeline import check, parse
from lawcheck.reading.formats import MARKDOWN
from lawcheck.reading.resources import resource_dir
from lawcheck.reporting.convert import checked_file
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.registry import all_rules
from lawcheck.structure.document import Node
from lawcheck.structure.kinds import Kind
from lawcheck.structure.levels import LEVEL, LEVELS, SYMBOLS, Breach
from lawcheck.structure.lexer import candidates, marker_patterns
from lawcheck.structure.nodes import nodes_of
from lawcheck.structure.numbering import Ordinals
from lawcheck.text.source import Source


def nodes(text: str, kind: str = "auto") -> list[Node]:
    return list(parse(Source(text), kind).walk())


def outline(text: str, kind: str = "auto") -> list[tuple[int, str, str]]:
    return [(n.depth, n.level, n.marker) for n in nodes(text, kind)]


def codes(text: str, kind: str = "auto", *wanted: str) -> list[tuple[str, str]]:
    found = check(Source(text), Options(all_rules(), kind)).diagnostics
    return [(d.code, text[d.start : d.end]) for d in found if d.code in wanted]


def messages(source: Source) -> list[tuple[str, str]]:
    """What is found, in words."""
    return [(d.code, d.message) for d in checked_file(check(source, Options(all_rules())), "zh").diagnostics]


def test_each_form_has_its_terminal_and_each_terminal_its_row() -> None:
    text = (resource_dir("grammars") / "ordinals.lark").read_text(encoding="utf-8")
    terminals = [line.split(":")[0] for line in text.splitlines() if line[:1].isupper()]
    assert sorted(terminals) == sorted(LEVEL)
    assert marker_patterns().keys() == LEVEL.keys()


@pytest.mark.parametrize("file", ["plan.lark", "statute.lark"])
def test_the_grammars_know_every_symbol(file: str) -> None:
    text = (resource_dir("grammars") / file).read_text(encoding="utf-8")
    assert [symbol for symbol in SYMBOLS if f": {symbol}" not in text] == []


def test_the_depths_that_others_rely_on() -> None:
    plan = {form: LEVEL[form].depth(Kind.PLAN) for form in ("SECTION", "SUBSECTION", "ITEM", "SUBITEM")}
    assert plan == {"SECTION": 1, "SUBSECTION": 2, "ITEM": 3, "SUBITEM": 4}
    statute = ["VOLUME", "CHAPTER", "DIVISION", "ARTICLE", "SUBSECTION", "ITEM"]
    assert [LEVEL[form].depth(Kind.STATUTE) for form in statute] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.form)
def test_a_marker_as_it_is_written_is_read_again(level: object) -> None:
    row = LEVEL[level.form]  # type: ignore[attr-defined]
    parts = (3,) * row.spelling.count("{}")
    text = f"{row.spelled(parts)}示例\n"
    assert row.read(row.spelled(parts)) == parts
    found = [c for c in candidates(text) if c.start == 0]
    # 附件3 needs a line of its own; what is written 三、 is a section whatever it was, and 3. an item.
    if row.form not in ("ANNEX", "SECTION_COLON", "SHAPED_SECTION", "BARE_ITEM"):
        assert [(c.form, c.parts) for c in found] == [(row.form, parts)]


@pytest.mark.parametrize(
    ("first", "second", "depth", "level"),
    [
        ("一、", "二、", 1, "section"),
        ("一：", "二：", 1, "section"),
        ("—、", "=、", 1, "section"),
        ("一、", "＝、", 1, "section"),
        ("Ⅰ.", "Ⅱ.", 1, "section"),
        ("Ⅰ、", "Ⅱ、", 1, "section"),
        ("（一）", "（二）", 2, "subsection"),
        ("㈠", "㈡", 2, "subsection"),
        ("1.", "2.", 3, "item"),
        ("（1）", "（2）", 4, "subitem"),
        ("1）", "2）", 4, "subitem"),
        ("⑴", "⑵", 4, "subitem"),
        ("①", "②", 5, "subitem"),
        ("A.", "B.", 5, "subitem"),
        ("A、", "B、", 5, "subitem"),
        ("a)", "b)", 5, "subitem"),
        ("（a）", "（b）", 5, "subitem"),
        ("一是", "二是", 6, "subitem"),
        ("第一部分", "第二部分", 0, "chapter"),
    ],
)
def test_a_list_of_each_form(first: str, second: str, depth: int, level: str) -> None:
    text = f"示例区清理方案\n{first}　清理楼道，每月一次。\n{second}　清理车棚，每月两次。\n"
    assert outline(text) == [(depth, level, first), (depth, level, second)]
    assert [node.number for node in nodes(text)] == [1, 2]


@pytest.mark.parametrize("point", ["", ".", "．", " "])
def test_numbers_of_several_parts_with_and_without_a_final_point(point: str) -> None:
    text = (
        f"示例区防汛预案\n1.总则\n1.1{point}编制目的\n1.2{point}适用范围\n2.职责\n2.1{point}机构\n2.1.1{point}指挥部\n"
        f"2.1.2{point}办公室\n2.1.2.1{point}值班\n2.2{point}成员\n"
    )
    found = nodes(text)
    assert [n.depth for n in found] == [3, 4, 4, 3, 4, 5, 5, 6, 4]
    assert [n.parts for n in found] == [(1,), (1, 1), (1, 2), (2,), (2, 1), (2, 1, 1), (2, 1, 2), (2, 1, 2, 1), (2, 2)]
    (first, second) = parse(Source(text)).nodes
    assert [child.parts for child in second.children[0].children] == [(2, 1, 1), (2, 1, 2)]
    assert codes(text, "auto", "STR001", "STR002", "STR003", "STR004", "STR009") == []
    assert first.title == "总则"


def test_breaks_in_numbers_of_several_parts() -> None:
    text = "示例区防汛预案\n1.总则\n1.1.目的\n1.2.依据\n1.4.范围\n2.附则\n2.1.解释\n2.1.施行\n"
    assert codes(text, "auto", "STR001", "STR002") == [("STR002", ""), ("STR001", "2.1.")]
    (gap,) = [message for code, message in messages(Source(text)) if code == "STR002"]
    assert "1.3" in gap


@pytest.mark.parametrize(
    "line",
    [
        "7.16—7.20 各单位自查。",
        "7.16至7.20自查。",
        "3.5亿元用于改造。",
        "1.5 万元以内的项目。",
        "4.00",
        "2.0版系统上线。",
        "3.2：1的比分获胜。",
        "2.4（1）所列材料。",
        "192.168.1.1为网关。",
        "10.0.0.1为网关。",
        "2.3.1版本发布。",
        "见表3.2。",
        "A.B.C公司参加。",
        "A级景区开放。",
        "A、B两类企业。",
        "I类设备检验。",
        "Ⅰ、Ⅱ类设备检验。",
        "Ⅰ级响应由市级启动。",
        "a类事项当日办结。",
        "三：二的比分获胜。",
        "4 月份",
        "5 个街道参加。",
        "3 年内完成。",
        "一、二年级参加。",
        "高一、高二年级参加。",
    ],
)
def test_what_only_looks_like_an_ordinal(line: str) -> None:
    text = f"示例区检查方案\n一、总体要求\n{line}\n二、工作要求\n按时报送，{line}\n"
    assert outline(text) == [(1, "section", "一、"), (1, "section", "二、")]


@pytest.mark.parametrize("text", ["2026年重点工作", "2026—2028年安排", "“十五五”时期目标"])
def test_a_heading_that_begins_with_a_year(text: str) -> None:
    flat = f"示例区工作安排。一、工作回顾全面完成任务，群众满意。二、{text}今年要做好以下工作。三、强化保障"
    assert [n.marker for n in nodes(flat)] == ["一、", "二、", "三、"]


STATUTE = (
    "示例市物业条例\n第一条　为了规范物业服务，制定本条例。\n第二条　物业服务应当公示收费标准。\n"
    "第二条之一　街道办事处负责指导。\n第二条之二　居民委员会协助，依照第二条之一的规定办理。\n"
    "第三条　违反本条例第二条的，责令改正。\n第四条　本条例自2026年5月1日起施行。\n"
)


def test_inserted_articles() -> None:
    found = nodes(STATUTE)
    assert [(n.depth, n.level, n.marker, n.number) for n in found[2:4]] == [
        (4, "article", "第二条之一", None),
        (4, "article", "第二条之二", None),
    ]
    assert [n.number for n in found] == [1, 2, None, None, 3, 4]
    assert codes(STATUTE, "auto", "LAW001", "CIT009") == []
    assert [n.marker for n in nodes(STATUTE.replace("\n", ""), "statute")] == [n.marker for n in found]


def test_an_inserted_article_that_stands_twice() -> None:
    text = STATUTE.replace("第二条之二", "第二条之一", 1)
    assert codes(text, "auto", "LAW001") == [("LAW001", "第二条之一")]
    assert "第二条之二" in str(messages(Source(STATUTE.replace("之一　", "之三　"))))


INVERTED = (
    "示例区方案\n一、要求\n预防为主。\n二、任务\n"
    "1.楼道\n（一）每月。\n（二）台账。\n2.车棚\n（一）两次。\n（二）公示。\n"
)


def test_inverted_levels_nest_as_their_numbers_do() -> None:
    found = nodes(INVERTED)
    assert [(n.depth, n.marker, n.breach) for n in found[2:5]] == [
        (3, "1.", None),
        (2, "（一）", Breach.INVERTED),
        (2, "（二）", Breach.INVERTED),
    ]
    second = parse(Source(INVERTED)).nodes[1]
    assert [(n.marker, [c.marker for c in n.children]) for n in second.children] == [
        ("1.", ["（一）", "（二）"]),
        ("2.", ["（一）", "（二）"]),
    ]
    assert codes(INVERTED, "auto", "STR001", "STR002", "STR003", "STR004") == [("STR004", "（一）")] * 2


def test_items_below_subitems_are_inverted_too() -> None:
    text = "一、任务\n（一）清理\n（1）楼道\n1.每月。\n2.台账。\n（2）车棚\n1.两次。\n2.公示。\n"
    assert codes(text, "auto", "STR004") == [("STR004", "1.")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "一、任务\n1.甲事。\n2.乙事。\n（一）丙事\n1.丁事。\n2.戊事。\n（二）己事\n1.庚事。\n",
        "一、任务\n1.甲事。\n2.乙事。\n（一）丙事\n3.丁事。\n4.戊事。\n（二）己事\n5.庚事。\n",
        "一、任务\n包括：1.甲事；2.乙事。\n（一）丙事\n（二）己事\n",
        "一、任务\n（一）甲事\n1.乙事。\n（二）丙事\n2.丁事。\n",
    ],
)
def test_lists_that_follow_one_another_are_not_inverted(text: str) -> None:
    assert [n.marker for n in nodes(text) if n.breach is Breach.INVERTED] == []
    assert tree(parse(Source(text)).nodes) == tree_by_rank(nodes(text))
    assert codes(text, "auto", "STR004") == []


def test_two_skipped_levels() -> None:
    text = "一、要求\n（1）预防为主。\n（2）分级负责。\n二、任务\n（一）楼道。\n（二）车棚。\n"
    assert codes(text, "auto", "STR004") == [("STR004", "（1）")]
    unused = text.replace("（一）", "（1）").replace("（二）", "（2）")
    assert codes(unused, "auto", "STR004") == []


def test_a_list_under_no_heading_is_marked() -> None:
    found = nodes("（一）甲事。\n（二）乙事。\n一、任务\n（一）丙事。\n")
    assert [n.breach for n in found] == [Breach.OUTSIDE, Breach.OUTSIDE, None, None]


def tree(found: tuple[Node, ...]) -> list[object]:
    return [(node.start, tree(node.children)) for node in found]


def tree_by_rank(found: list[Node]) -> list[object]:
    """What a stack of ranks makes of the nodes in their order."""
    top: list[object] = []
    stack: list[tuple[int, list[object]]] = [(-1, top)]
    for node in found:
        rank = LEVEL[node.form].rank
        while stack[-1][0] >= rank:
            stack.pop()
        below: list[object] = []
        stack[-1][1].append((node.start, below))
        stack.append((rank, below))
    return top


MARKERS = [
    "附件1\n",
    "第一编",
    "第一章",
    "第一节",
    "Ⅰ.",
    "第一条",
    "第一条之一",
    "1.1",
    "2.3.1",
    "1.2.3.4",
    "①",
    "A.",
    "一是",
]
MARKERS += [f.format(n) for n in (1, 2) for f in ("{}.", "（{}）")] + ["一、", "二、", "（一）", "（二）"]


@given(st.lists(st.sampled_from(MARKERS), max_size=30), st.sampled_from([Kind.PLAN, Kind.STATUTE]))
def test_the_tree_is_that_of_the_ranks_where_nothing_is_inverted(markers: list[str], kind: Kind) -> None:
    text = "".join(f"{marker}示例\n" for marker in markers)
    roots = nodes_of(text, Ordinals(list(candidates(text)), []), kind, False)
    found = [node for root in roots for node in root.walk()]
    assert all(before.start < after.start for before, after in pairwise(found))
    if not any(node.breach is Breach.INVERTED for node in found):
        assert tree(roots) == tree_by_rank(found)


TABLE = """# 示例平台任务书

一、任务

| 序号 | 内容 | 要点 |
| --- | --- | --- |
| 1. | 数据接入 | 1.接入完整<br>2.更新及时 |
| 3. | 数据治理 | {} |

1.按时完成。
2.按季报告。
"""


def table(cell: str) -> list[tuple[str, str]]:
    text = TABLE.format(cell)
    found = messages(Source(text, format=MARKDOWN))
    return [(code, message) for code, message in found if code in ("STR001", "STR002", "STR003", "STR004", "STR005")]


def test_numbering_runs_within_a_cell_only() -> None:
    assert table("1.口径统一<br>2.质量达标") == []
    assert table("1、口径统一<br>2、质量达标") == []
    assert table("说明") == []
    ((code, message),) = table("1.口径统一<br>2.质量达标<br>4.按时更新")
    assert (code, "3." in message) == ("STR002", True)


def test_what_stands_in_a_cell_hangs_under_the_ordinal_before_it() -> None:
    document = parse(Source(TABLE.format("1.口径统一<br>2.质量达标"), format=MARKDOWN))
    (section,) = document.nodes
    assert [node.title for node in section.children] == [
        "接入完整",
        "更新及时",
        "口径统一",
        "质量达标",
        "按时完成",
        "按季报告",
    ]
