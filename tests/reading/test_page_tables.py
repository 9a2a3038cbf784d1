"""Tables on pages: what stands in their cells, and tables that go on overleaf or in the next column."""

from itertools import pairwise

import pytest
from pdf_files import pdf, rule, text

from lawcheck.reading.paged import page_worker
from lawcheck.reading.paged.glyphs import seen_page
from lawcheck.reading.paged.paged_text import paged_source

SIZE, PITCH = 12, 18
# Cells leave so much free beside their text.
PADDING = 4


def read(*pages):
    asked = {"ocr": "auto", "pages": "", "name": "示例.pdf"}
    return paged_source([seen_page(page) for page in page_worker._pdf(pdf(*pages), asked)], "示例.pdf")


def cells(source):
    return [[[source.text[c.start : c.end] for c in row] for row in table.rows] for table in source.tables]


def table(edges, rows, top=100, *, open_below=False, open_above=False):
    """A ruled table; a cell is its lines, and in the middle of its column where it is a tuple."""
    heights = [max(len(cell) for cell in row) * PITCH + 8 for row in rows]
    ys = [top + sum(heights[:at]) for at in range(len(rows) + 1)]
    level = ys[(1 if open_above else 0) : (-1 if open_below else None)]
    drawn = [rule(edges[0], y, edges[-1], y) for y in level] + [rule(x, ys[0], x, ys[-1]) for x in edges]
    for y, row in zip(ys, rows, strict=False):
        for (left, right), cell in zip(pairwise(edges), row, strict=True):
            for number, line in enumerate(cell):
                middle = (right - left - len(line) * SIZE) / 2
                x = left + (middle if isinstance(cell, tuple) else PADDING)
                drawn.append(text(x, y + 16 + number * PITCH, line, SIZE))
    return "".join(drawn)


# Columns whose lines have two, ten and six characters.
EDGES = (60, 60 + 2 * SIZE + 2 * PADDING, 92 + 10 * SIZE + 2 * PADDING, 220 + 6 * SIZE + 2 * PADDING)


def test_a_line_of_a_cell_goes_on_where_the_next_character_had_no_room():
    rows = [
        [["一"], ["公开办事指南列明所需", "材料并及时更新"], ["区民政局"]],
        [["二"], ["设立服务点；", "公开办事指南；"], ["民政局、", "区财政局"]],
        [["三"], ["设立服务点"], ("（盖章）", "年月日")],
    ]
    assert cells(read(table(EDGES, rows))) == [
        [
            ["一", "公开办事指南列明所需材料并及时更新", "区民政局"],
            ["二", "设立服务点；\n公开办事指南；", "民政局、\n区财政局"],
            ["三", "设立服务点", "（盖章）\n年月日"],
        ]
    ]


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (["每月研究一次；遇有困", "难的及时报告"], "列明所需材料并公开；每月研究一次"),  # stops stand within lines
        (["每月研究；", "及时报告"], "列明所需材料并公开；\n每月研究一次"),  # a stop leaves room for what comes next
    ],
)
def test_whether_a_stop_at_the_end_of_a_full_line_ends_a_paragraph_the_other_cells_say(other, told):
    rows = [[["一"], ["列明所需材料并公开；", "每月研究一次"], ["区民政局"]], [["二"], other, ["区民政局"]]]
    assert cells(read(table(EDGES, rows)))[0][0][1] == told


def test_a_row_that_is_broken_overleaf_is_open_there():
    head = [["序"], ["任务"], ["单位"]]
    begun = [["一"], ["公开办事指南列明所需"], ["民政局、"]]
    rest = [[""], ["材料并及时更新"], ["区财政局"]]
    last = [["二"], ["设立服务点"], ["区财政局"]]
    source = read(table(EDGES, [head, begun], open_below=True), table(EDGES, [rest, last], open_above=True))
    assert cells(source) == [
        [
            ["序", "任务", "单位"],
            ["一", "公开办事指南列明所需材料并及时更新", "民政局、\n区财政局"],
            ["二", "设立服务点", "区财政局"],
        ]
    ]


def test_rows_that_begin_overleaf_are_rows():
    first = [["一"], ["公开办事指南列明所需"], ["区财政局"]]
    second = [["二"], ["设立服务点"], ["区财政局"]]
    numbers = [[["10"], ["公开办事指南列明所需"], ["区财政局"]], [["11"], ["设立服务点"], ["区财政局"]]]
    for rows in ([first, second], numbers):
        source = read(table(EDGES, rows[:1] * 2), table(EDGES, rows[1:] * 2))
        assert [len(found) for found in cells(source)] == [4]


def test_overleaf_a_table_may_have_rows_with_fewer_cells():
    above = [[["甲"], ["公开办事指南"], ["区民政局"]], [["乙"], ["设立服务点"], ["区财政局"]]]
    below = [[["丙"], ["推荐单位的意见"]], [["丁"], ["上级单位的意见"]]]
    (found,) = read(table(EDGES, above), table((EDGES[0], EDGES[1], EDGES[3]), below)).tables
    assert [[(c.column, c.width) for c in row] for row in found.rows] == [
        [(0, 1), (1, 1), (2, 1)], [(0, 1), (1, 1), (2, 1)], [(0, 1), (1, 2)], [(0, 1), (1, 2)],
    ]  # fmt: skip


def test_a_line_above_a_table_makes_no_column_of_it():
    rows = [[["甲"], ["公开办事指南"], ["区民政局"]], [["乙"], ["设立服务点"], ["区财政局"]]]
    wide = rule(30, 99, EDGES[-1], 99)  # as below a running head
    assert cells(read(wide + table(EDGES, rows))) == [
        [["甲", "公开办事指南", "区民政局"], ["乙", "设立服务点", "区财政局"]]
    ]


def column(x, words, top=100, size=10):
    """Lines of ten characters."""
    rows = [words[at : at + 20] for at in range(0, len(words), 20)]
    return "".join(text(x, top + 20 * at, row, size) for at, row in enumerate(rows))


def test_tables_stand_in_columns_and_go_on_in_the_next():
    left, right = (side + "栏的文字从这里开始一直写到栏的右边缘" * 14 for side in ("左", "右"))
    narrow = tuple(edge + 4 for edge in (EDGES[0], 100, 250))
    beside = tuple(edge + 260 for edge in narrow)
    one = table(narrow, [[["一"], ["公开办事指南"]], [["二"], ["设立服务点"]]], 400)
    two = table(beside, [[["三"], ["每月研究"]], [["四"], ["及时报告"]]], 100)
    source = read(column(64, left) + one + two + column(324, right, 200))
    assert (
        source.text.index(left[:10])
        < source.text.index("公开")
        < source.text.index("及时")
        < source.text.index(right[:10])
    )
    assert cells(source) == [[["一", "公开办事指南"], ["二", "设立服务点"], ["三", "每月研究"], ["四", "及时报告"]]]


def test_a_table_whose_lines_are_drawn_cell_by_cell():
    rows = [[["甲"], ["公开办事指南"], ["区民政局"]], [["乙"], ["设立服务点"], ["区财政局"]]]
    again = "".join(rule(left, 100, right, 100) for left, right in pairwise(EDGES))
    assert cells(read(again * 3 + table(EDGES, rows))) == [
        [["甲", "公开办事指南", "区民政局"], ["乙", "设立服务点", "区财政局"]]
    ]


@pytest.mark.parametrize(
    "drawn",
    [
        [rule(0.5 + at / 6, 0, 0.5 + at / 6, 800) for at in range(3200)],
        [rule(2 * at, 0, 2 * at, 800) + rule(0, 2 * at, 590, 2 * at) for at in range(290)],
    ],
)
def test_a_drawing_of_very_many_lines_is_no_table(drawn):
    source = read("".join(drawn) + text(90, 100, "各单位应当公开办事指南。"))
    assert source.tables == () and source.text == "各单位应当公开办事指南。\n"
