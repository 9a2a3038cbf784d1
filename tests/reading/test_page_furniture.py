"""What stands on pages beside the text: running heads of two sides, notes and their marks."""

import pytest
from pdf_files import lines, pdf, rule, text

from lawcheck.reading.paged import page_worker
from lawcheck.reading.paged.glyphs import seen_page
from lawcheck.reading.paged.paged_text import paged_source

LONG = "示例区各单位应当把便民服务列入年度工作计划，明确一名负责人，每月研究一次，遇到困难及时报告，不得推诿拖延。" * 3
NOTE = "本办法所称便民服务，是指示例区在基层提供的服务。"


def read(*pages):
    asked = {"ocr": "auto", "pages": "", "name": "示例.pdf"}
    return paged_source([seen_page(page) for page in page_worker._pdf(pdf(*pages), asked)], "示例.pdf")


def test_left_hand_pages_may_have_another_running_head():
    heads = ("示例区文件汇编", "示例区政策选编", "示例区文件汇编")
    source = read(*(text(200, 80, head, 10) + lines(LONG, y=120)[0] for head in heads))
    assert source.pages.furniture == tuple(enumerate(heads, 1))
    assert source.text == f"{LONG}\n" * 3
    two = read(*(text(200, 50, head, 10) + lines(LONG, y=120)[0] for head in heads[:2]))
    assert two.text == f"{LONG}\n" * 2


def test_what_begins_pages_whose_text_begins_otherwise_is_text():
    def page(first):
        return lines(first, y=90)[0] + lines(LONG, y=118)[0]

    firsts = ("定量。", "每月研究。", "定量。", "及时报告。", "定量。", "公开办理。")
    source = read(*map(page, firsts))
    assert [line for line in source.text.splitlines() if line != LONG] == list(firsts)


@pytest.mark.parametrize("raised", [5, 8])
def test_the_marks_of_notes_are_no_text(raised):
    marked = text(90, 100, "各单位应当做好便民服务") + text(266, 100 - raised, "1", 9) + text(275, 100, "，及时报告。")
    marked += lines(LONG, y=128)[0]
    notes = rule(90, 700, 200, 700) + text(90, 716, "1", 6) + text(96, 720, NOTE, 10)
    source = read(marked + notes)
    assert source.text == f"各单位应当做好便民服务，及时报告。\n{LONG}\n\n1{NOTE}\n"
    assert source.text[: source.body_end] == f"各单位应当做好便民服务，及时报告。\n{LONG}\n"


def test_raised_figures_that_mark_no_note_are_text():
    area = text(90, 100, "新增绿地300m") + text(218, 94, "2", 9) + text(227, 100, "以上。")
    assert read(area).text == "新增绿地300m2以上。\n"
    notes = rule(90, 700, 200, 700) + text(90, 720, f"1{NOTE}", 10)
    assert read(area + notes).text.startswith("新增绿地300m2以上。\n")


def test_what_has_no_mark_below_a_short_line_is_no_note():
    issued = rule(90, 700, 300, 700) + text(90, 720, "示例区政府办公室印发", 12)
    source = read(lines(LONG)[0] + issued)
    assert source.text == f"{LONG}\n示例区政府办公室印发\n"
    assert source.body_end == len(source.text)


def test_each_column_has_its_notes():
    def column(x, side):
        rows = [f"{side}栏第{at}行的文字一直写到右边缘" for at in "一二三四五六七八九十"]
        return "".join(text(x, 100 + 20 * at, row, 14) for at, row in enumerate(rows))

    left = column(60, "左") + rule(60, 700, 140, 700) + text(60, 720, "1左栏的注释。", 9)
    right = column(320, "右") + rule(320, 700, 400, 700) + text(320, 720, "2右栏的注释。", 9)
    more = "".join(text(320, 320 + 20 * at, "右栏的文字比左栏的更长一些而已", 14) for at in range(20))
    source = read(left + right + more)
    assert source.text[source.body_end :] == "\n1左栏的注释。\n2右栏的注释。\n"
