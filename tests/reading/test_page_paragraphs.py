"""How lines of a page become paragraphs, by where they stand."""

import pytest
from pdf_files import lines, pdf, rule, text

from lawcheck.reading.paged import page_worker
from lawcheck.reading.paged.glyphs import seen_page
from lawcheck.reading.paged.paged_text import paged_source

LONG = "示例区各单位应当把便民服务列入年度工作计划，明确一名负责人，每月研究一次，遇到困难及时报告，不得推诿拖延。" * 3
OTHER = "各乡镇应当设立便民服务点，由专人负责办理各项事务，并于每季度末向区民政局报告办理的情况和存在的困难。" * 2
LEFT, SIZE, PITCH, WIDTH = 90, 16, 28, 25


def read(*pages):
    asked = {"ocr": "auto", "pages": "", "name": "示例.pdf"}
    return paged_source([seen_page(page) for page in page_worker._pdf(pdf(*pages), asked)], "示例.pdf")


def block(words, y, first, rest, width=WIDTH, pitch=PITCH):
    """A paragraph whose first line begins `first` characters to the right, the others `rest`; and the next line."""
    rows = [words[: width - first]]
    at = width - first
    while at < len(words):
        rows.append(words[at : at + width - rest])
        at += width - rest
    shown = [text(LEFT + SIZE * (rest if n else first), y + n * pitch, row) for n, row in enumerate(rows)]
    return "".join(shown), y + len(rows) * pitch


def paragraphs(*blocks, start=100):
    """What is read of paragraphs, each with its first and its other indent."""
    content, y = "", start
    for words, first, rest, *apart in blocks:
        shown, y = block(words, y, first, rest)
        content += shown
        y += sum(apart)
    return read(content).text.splitlines()


def test_a_paragraph_that_stands_farther_right_as_a_whole():
    told = paragraphs((LONG, 2, 0), (OTHER, 4, 2), ("二、" + OTHER[:30], 2, 0), (LONG, 2, 0))
    assert told == [LONG, OTHER, "二、" + OTHER[:30], LONG]


def test_a_full_last_line_of_such_a_paragraph_is_its_end():
    full = OTHER[: 21 + 23 - 1] + "。"
    assert paragraphs((LONG, 2, 0), (full, 4, 2), (LONG, 2, 0)) == [LONG, full, LONG]
    item = "（二）" + OTHER[:10] + "。"
    assert paragraphs((LONG, 2, 0), (full, 4, 2), (item, 2, 0)) == [LONG, full, item]


def test_items_whose_lines_stand_below_their_text():
    first, second = "1、" + OTHER[:60] + "。", "2、" + OTHER[:50] + "。"
    assert paragraphs((first, 0, 2), (second, 0, 2), (LONG, 2, 0)) == [first, second, LONG]
    full = "1、" + OTHER[: 23 + 23 - 1] + "。"
    assert paragraphs((LONG, 2, 0), (full, 0, 2), (second, 0, 2), (LONG, 2, 0)) == [LONG, full, second, LONG]


def test_lines_that_are_set_to_the_right_are_lines_of_their_own():
    signed = text(LEFT + 18 * SIZE, 500, "示例区人民政府") + text(LEFT + 18 * SIZE, 528, "二〇二五年五月")
    assert read(lines(LONG)[0] + signed).text.splitlines() == [LONG, "示例区人民政府", "二〇二五年五月"]


def test_paragraphs_without_indents_that_stand_apart():
    full = OTHER[:49] + "。"
    short = OTHER[:30] + "。"
    several = [(short, 0, 0, 8), (full, 0, 0, 8), (LONG, 0, 0, 8), (short, 0, 0, 8), (full, 0, 0, 8), (short, 0, 0, 8)]
    assert paragraphs(*several) == [words for words, *_ in several]
    listed = OTHER[:24] + "；（二）" + OTHER[:40] + "。"  # the second line begins with the number
    assert paragraphs((listed, 0, 0, 8), *several)[0] == listed


@pytest.mark.parametrize("last", ["案的通知", "案"])
def test_a_title_on_two_lines_that_are_centred(last):
    first = "示例区人民政府办公室关于印发便民服务实施方"
    middle = LEFT + WIDTH * SIZE / 2
    title = "".join(text(middle - 9 * len(row), 60 + 32 * at, row, 18) for at, row in enumerate((first, last)))
    assert read(title + lines(LONG, y=140)[0]).text.splitlines()[0] == first + last


def test_a_line_that_is_drawn_parts_paragraphs():
    first, second = "抄送：区委各部门，区人大常委会办公室，区政协办公室", "示例区人民政府办公室于二〇二五年三月六日印发"
    both = text(LEFT, 600, first) + text(LEFT, 628, second)
    assert read(lines(LONG)[0] + both).text.splitlines()[-1] == first + second
    assert read(lines(LONG)[0] + both + rule(LEFT, 608, LEFT + 400, 608)).text.splitlines()[-1] == second
    underline = rule(LEFT, 602, LEFT + 400, 602)
    assert read(lines(LONG)[0] + both + underline).text.splitlines()[-1] == first + second


def test_an_annex_begins_a_paragraph():
    full = OTHER[: 23 + 25]
    assert read(block(LONG, 100, 2, 0)[0] + block(full, 400, 2, 0)[0], text(LEFT, 100, "附件")).text.splitlines() == [
        LONG,
        full,
        "附件",
    ]


def test_numbers_of_rows_are_no_numbers_of_pages():
    body, other = lines(LONG)[0], lines(OTHER)[0]
    told = read(body + text(290, 800, "第1页"), other + text(90, 790, "57"), body + text(290, 800, "第3页"))
    assert told.pages.furniture == ((1, "第1页"), (3, "第3页"))
    assert "57" in told.text.splitlines()
    assert read(*(body + text(290, 800, str(number)) for number in (12, 13))).pages.furniture == ((1, "12"), (2, "13"))


def test_figures_after_a_comma_stay_with_it():
    first, second = "国务院后来发布的各类工商企业登记管理办", "法，1982年8月9日发布的其他办法同时废止，不再执行。"
    content = text(LEFT + 2 * SIZE, 300, first) + text(LEFT, 328, second)
    assert read(lines(LONG)[0] + content).text.splitlines()[-1] == first + second


def test_a_hyphen_at_the_end_of_a_line_is_kept():
    first, second = "请按照要求把各项评比结果统一上传至公共文件-", "2016学年第二学期。"
    assert read(lines(LONG)[0] + text(LEFT + 2 * SIZE, 300, first) + text(LEFT, 328, second)).text.splitlines()[-1] == (
        first + second
    )


def test_pages_of_other_widths_have_their_own_text_area():
    narrow = "".join(block(words, 100 + 400 * at, 2, 0, width=15)[0] for at, words in enumerate((LONG, OTHER)))
    asked = {"ocr": "auto", "pages": "", "name": ""}
    seen = [seen_page(page) for page in page_worker._pdf(pdf(block(LONG, 100, 2, 0)[0], narrow), asked)]
    told = paged_source([seen[0], seen[1]._replace(width=4000)], "a.pdf")
    assert told.text.splitlines() == [LONG, LONG, OTHER]


def test_pages_whose_margins_are_mirrored():
    def page(words, shift, number):
        rows = [words[:23], *(words[at : at + 25] for at in range(23, len(words), 25))]
        body = "".join(text(90 + shift + (32 if at == 0 else 0), 100 + 28 * at, row) for at, row in enumerate(rows))
        return body + text(290, 800, f"第{number}页")

    assert read(page(LONG, 40, 1), page(OTHER, 0, 2), page(LONG, 40, 3)).text.splitlines() == [LONG, OTHER, LONG]


def test_a_table_goes_on_on_a_page_whose_margins_are_mirrored():
    def table(shift, number):
        left, middle, right = (x + shift for x in (60, 100, 300))
        grid = "".join(rule(left, y, right, y) for y in (100, 130, 160))
        grid += "".join(rule(x, 100, x, 160) for x in (left, middle, right))
        rows = text(left + 4, 120, "序", 12) + text(middle + 4, 120, "任务", 12)
        return grid + rows + text(left + 4, 150, number, 12) + text(middle + 4, 150, "建立目录", 12)

    (found,) = read(table(40, "1"), table(0, "2")).tables
    assert len(found.rows) == 3


def test_paragraphs_that_begin_at_the_edge_and_go_on_to_the_right_of_it():
    heading = "一、工作要求"
    told = paragraphs((heading, 0, 0), (LONG, 0, 2), (OTHER, 0, 2), ("二、工作安排", 0, 0), (OTHER, 0, 2))
    assert told == [heading, LONG, OTHER, "二、工作安排", OTHER]


HEAD = "示例区文件汇编"


def headed(words, y, size=10):
    return text(LEFT, y, words, size) + block(LONG, 120, 2, 0)[0]


def test_the_running_head_of_two_pages_is_smaller_than_the_text_or_above_it():
    assert HEAD not in read(headed(HEAD, 90), headed(HEAD, 90)).text
    assert HEAD not in read(headed(HEAD, 40, SIZE), headed(HEAD, 40, SIZE)).text


def test_what_may_be_the_title_of_two_pages_or_stands_on_one_is_text():
    assert read(headed(HEAD, 90, SIZE), headed(HEAD, 90, SIZE)).text.count(HEAD) == 2
    assert read(headed(HEAD, 90), headed("示例区另一份汇编", 90)).text.count(HEAD) == 1
    assert HEAD in read(headed(HEAD, 90)).text


def column(words, x, y, count, width=13, size=14, pitch=22):
    rows = [words[at : at + width] for at in range(0, width * count, width)]
    return "".join(text(x, y + n * pitch, row, size) for n, row in enumerate(rows))


def test_columns_whose_lines_stand_on_other_heights_and_of_which_one_is_shorter():
    words = (LONG + OTHER) * 2
    content = column(words, 90, 100, 24) + column(OTHER, 310, 111, 7)
    assert read(content).text.replace("\n", "") == words[: 13 * 24] + OTHER[: 13 * 7]


def test_what_stands_below_another_block_or_is_short_makes_no_columns():
    below = column(LONG, 90, 100, 7) + column(OTHER, 310, 400, 7)
    assert read(below).text.replace("\n", "") == LONG[: 13 * 7] + OTHER[: 13 * 7]
    short = column(LONG, 90, 100, 8, width=7) + column(OTHER, 310, 111, 8, width=7)
    assert read(short).text.startswith(LONG[:7] + "\n" + OTHER[:7])


def flush(*rows, x=LEFT, y=100, pitch=PITCH):
    """Lines, each with how far it begins to the right, in points."""
    return "".join(text(x + right, y + pitch * at, words) for at, (words, right) in enumerate(rows))


def test_items_at_the_left_edge_whose_lines_stand_where_paragraphs_begin():
    first, second = "1.建设便民服务网点18.5公里范围内的" + OTHER[:30] + "。", "2.公开办事的指南。"
    third = "3." + OTHER[:24] + "18.5公里以内的设施。"
    assert paragraphs((LONG, 2, 0), (first, 0, 2), (second, 0, 2), (third, 0, 2), (LONG, 2, 0)) == [
        LONG, first, second, third, LONG,
    ]  # fmt: skip
    full = ("1." + OTHER[: WIDTH - 3] + "。", "2." + OTHER[10 : WIDTH + 7] + "。", "3.公开指南。")
    assert paragraphs((LONG, 2, 0), *((item, 0, 2) for item in full), (LONG, 2, 0)) == [LONG, *full, LONG]


def test_in_a_justified_text_a_line_that_leaves_a_little_room_ends_its_paragraph():
    full = [(OTHER[at : at + WIDTH], 0) for at in range(12)]
    last, next_one = "各单位应当公开办事的指南并且列明所需的材料及时更新。", "由专人负责。"
    assert len(last) == WIDTH + 1
    short = last[1:-1]  # a character less than what fills the line
    assert read(flush(*full, (short, 0), (next_one, 0))).text.splitlines()[-2:] == [
        "".join(words for words, _ in full) + short, next_one,
    ]  # fmt: skip
    ragged = [(OTHER[at : at + WIDTH - at % 2], 0) for at in range(12)]
    assert read(flush(*ragged, (short, 0), (next_one, 0))).text.count("\n") == 1


def test_the_third_line_of_a_title_that_is_as_large_as_the_text():
    rows = ("示例区人民政府办公室关于印发便民服务各中心设", "施建设与管理三年行动方案（2025—2027", "年）的通知")
    title = "".join(text(LEFT + (23 - len(row)) * SIZE / 2, 60 + PITCH * at, row) for at, row in enumerate(rows))
    body = block(LONG, 60 + 3 * PITCH, 2, 0, 23)[0]
    assert read(title + body).text.splitlines()[0] == "".join(rows)


def test_a_centred_chapter_begins_anew_below_a_full_line():
    issued = "二〇二五年五月示例区人民政府第八次常务会议讨论通过"
    chapter = text(LEFT + 10 * SIZE, 100 + PITCH, "第一章 总则")
    rest = "".join(text(LEFT, 100 + PITCH * at, OTHER[at : at + WIDTH]) for at in range(2, 8))
    assert read(text(LEFT, 100, issued) + chapter + rest).text.splitlines()[:2] == [issued, "第一章 总则"]


def test_the_last_page_has_only_the_first_column():
    def column(x, side, count):
        rows = [f"{side}栏第{at}行的文字一直写到右边缘" for at in "一二三四五六七八九十"[:count]]
        return "".join(text(x, 100 + 20 * at, row, 14) for at, row in enumerate(rows))

    number = text(270, 800, "— 1 —", 14), text(270, 800, "— 2 —", 14)
    source = read(column(60, "左", 10) + column(320, "右", 10) + number[0], column(60, "末", 3) + number[1])
    (whole,) = source.text.splitlines()
    assert whole.endswith("末栏第三行的文字一直写到右边缘") and whole.index("左栏第十") < whole.index("右栏第一")


def test_marks_that_are_raised_stand_in_their_line():
    raised = text(90, 100, "面积300m") + text(186, 92, "2", 9) + text(195, 100, "以上。")
    assert read(raised).text == "面积300m2以上。\n"
