"""PDF files: text, paragraphs, tables and places on the page."""

import re
import zlib

import pytest
from command import lawcheck
from pdf_files import PAGE, box, lines, packed, pdf, rule, text

from lawcheck.api import check_many, check_path
from lawcheck.errors import SourceError
from lawcheck.pipeline import parse
from lawcheck.reading import read_path, read_stream
from lawcheck.reading.paged import page_process, page_worker, pdf_marks, pdf_pages
from lawcheck.reading.paged.glyphs import seen_page
from lawcheck.reading.paged.paged_text import paged_source
from lawcheck.text.pages import Box, PageLine

pytestmark = pytest.mark.slow

FIRST = "为了方便群众办事，各单位应当公开办事指南，列明所需材料，并在受理之日起五个工作日内办结。"
SECOND = "各乡镇应当设立便民服务点，由专人负责，并于每季度末向区民政局报告办理情况。"
LONG = "示例区各单位应当把便民服务列入年度工作计划，明确一名负责人，每月研究一次，遇到困难及时报告，不得推诿拖延。" * 3


def read(*pages):
    """What is read of pages, without a process of its own."""
    asked = {"ocr": "auto", "pages": "", "name": "示例.pdf"}
    return paged_source([seen_page(page) for page in page_worker._pdf(pdf(*pages), asked)], "示例.pdf")


def test_lines_become_paragraphs_and_page_numbers_are_left_out():
    one, y = lines(FIRST)
    two, _ = lines(SECOND, y=y)
    source = read_stream(pdf(text(200, 60, "便民服务办法", 22) + one + two + text(285, 800, "— 1 —", 14)), "示例.pdf")
    assert source.text == f"便民服务办法\n{FIRST}\n{SECOND}\n"
    assert source.format.name == source.stored_as == "pdf"
    assert source.pages.furniture == ((1, "— 1 —"),)
    assert source.scanned is None


def test_a_paragraph_goes_on_overleaf_and_running_heads_are_no_text():
    def page(content, number):
        return text(90, 50, "示例区文件汇编", 10) + content + text(290, 800, str(number), 10)

    rows = [LONG[:23], *(LONG[at : at + 25] for at in range(23, len(LONG), 25))]
    begun = text(122, 100, rows[0]) + text(90, 128, rows[1])
    rest = "".join(text(90, 100 + 28 * at, row) for at, row in enumerate(rows[2:]))
    last, _ = lines(SECOND)
    source = read(page(begun, 1), page(rest, 2), page(last, 3))
    assert source.text == f"{LONG}\n{SECOND}\n"
    assert source.pages.place(source.text.index(SECOND)) == PageLine(len(LONG) + 1, 3, 1, 859, 1022)


def test_a_line_ends_where_what_comes_next_does_not_fit():
    def both(first, second, second_at=90):
        body = "".join(
            text(122 if at == 0 else 90, 300 + 28 * at, LONG[25 * at : 25 * at + 25 - 2 * (at == 0)]) for at in range(4)
        )
        return read(text(122, 100, first) + text(second_at, 128, second) + body).text.splitlines()[0]

    full = "各单位应当公开办事的指南并且列明所需的材料"  # two more characters have room
    for rest in ("《办事指南》由各单位公布", "WTO规则", "了：“好”", "好”是他们说的话"):
        assert both(full, rest) == full + rest
    assert both(full, "由各单位公布") == full
    assert both(full + "的各项", "由各单位公布", 122) == full + "的各项"  # it begins as a paragraph does


def test_titles_on_several_lines_and_lists_without_indents():
    width = 22 * 19
    title = text(90, 60, "示例区人民政府办公室关于印发便民服务实施方", 20) + text(90 + width / 2 - 20, 95, "案的", 20)
    assert read(title + lines(FIRST, y=130)[0]).text.splitlines()[0] == "示例区人民政府办公室关于印发便民服务实施方案的"
    rows = ("一、各单位公开办事的指南并且列明所需的材料，由专人负责。", "二、各乡镇设立便民服务点。")
    listed = "".join(text(90, 100 + 28 * at, row) for at, row in enumerate(rows))
    assert read(listed).text.splitlines() == list(rows)


def test_overprinted_text_is_there_once_and_spaced_headings_are_closed():
    heading = "".join(text(200 + 60 * at, 60, char, 22) for at, char in enumerate("通知"))
    bold = text(90, 100, "一、总体要求") + text(90.4, 100, "一、总体要求")
    repeated = text(90, 130, "天天向上的方方面面")
    assert read(heading + bold + repeated).text == "通知\n一、总体要求\n天天向上的方方面面\n"


def test_wide_gaps_and_words_keep_their_blanks():
    first = read(text(90, 100, "主任：") + text(300, 100, "日期：")).text
    assert first.split() == ["主任：", "日期："] and first.count(" ") > 2
    assert read(text(90, 140, "WTO") + text(145, 140, "rules")).text == "WTO rules\n"


def test_columns_are_read_one_after_the_other():
    words = "栏第{}行的文字从这里开始，一直写到栏的右边缘为止"
    left, right = (
        "".join(text(x, 100 + 20 * at, side + words.format(char), 10) for at, char in enumerate("一二三四五六七八"))
        for side, x in (("左", 60), ("右", 320))
    )
    found = read(left + right).text
    assert found.index("左栏第八行") < found.index("右栏第一行")


def test_ruled_tables_are_tables_whose_rows_are_tasks():
    columns, rows = (60, 100, 300, 420, 530), (100, 130, 190, 220)
    grid = "".join(rule(60, y, 530, y) for y in rows) + "".join(rule(x, 100, x, 220) for x in columns)
    cells = [
        (64, 120, "序号"), (104, 120, "任务"), (304, 120, "牵头单位"), (424, 120, "完成时限"),
        (64, 150, "1"), (104, 150, "建立便民服务事项的目录，向社会"), (104, 170, "公布"), (304, 150, "区民政局"),
        (424, 150, "2025年6月底"), (64, 210, "2"), (104, 210, "设立服务点"), (304, 210, "区财政局"),
        (424, 210, "2025年9月底"),
    ]  # fmt: skip
    source = read(text(200, 60, "便民服务任务分解表", 18) + grid + "".join(text(x, y, w, 12) for x, y, w in cells))
    assert [[source.text[c.start : c.end] for c in row] for row in source.tables[0].rows] == [
        ["序号", "任务", "牵头单位", "完成时限"],
        ["1", "建立便民服务事项的目录，向社会公布", "区民政局", "2025年6月底"],
        ["2", "设立服务点", "区财政局", "2025年9月底"],
    ]
    tasks = parse(source).tasks
    assert [[unit.name for unit in task.lead] for task in tasks] == [["区民政局"], ["区财政局"]]


def test_a_table_goes_on_overleaf_with_its_heading_and_a_broken_row():
    def table(cells, bottom):
        grid = "".join(rule(60, y, 400, y) for y in (100, 130, bottom))
        return grid + "".join(rule(x, 100, x, bottom) for x in (60, 100, 400)) + "".join(text(*c, 12) for c in cells)

    heading = [(64, 120, "序"), (104, 120, "任务")]
    whole = "建立便民服务事项的目录向社会各界公布并且随时查阅"
    one = table([*heading, (64, 150, "1"), (104, 150, whole)], 180)
    two = table([*heading, (104, 150, "及时更新")], 180)
    (found,) = read(one, two).tables
    source = read(one, two)
    assert [[source.text[c.start : c.end] for c in row] for row in found.rows] == [
        ["序", "任务"], ["1", f"{whole}及时更新"],
    ]  # fmt: skip


def test_merged_cells():
    grid = "".join(rule(60, y, 400, y) for y in (100, 160)) + rule(200, 130, 400, 130)
    grid += "".join(rule(x, 100, x, 160) for x in (60, 200, 400)) + rule(300, 130, 300, 160)
    cells = (
        text(64, 135, "总计", 12) + text(204, 120, "各项经费", 12) + text(204, 150, "甲", 12) + text(304, 150, "乙", 12)
    )
    (table,) = read(grid + cells).tables
    assert [[(c.column, c.width, c.continued) for c in row] for row in table.rows] == [
        [(0, 1, False), (1, 2, False)],
        [(0, 1, True), (1, 1, False), (2, 1, False)],
    ]


def test_cells_that_are_boxes_and_rules_that_are_thin_boxes():
    boxes = "".join(box(x, y, x + 150, y + 30) for x in (60, 210) for y in (100, 130)) + box(30, 30, 500, 800, "f")
    curve = "100 100 m 120 120 140 140 160 100 c S\n"
    cells = "".join(text(x + 4, y + 20, w, 12) for x, y, w in ((60, 100, "甲"), (210, 100, "乙"), (60, 130, "丙")))
    (table,) = read(boxes + curve + cells).tables
    assert [[c.column for c in row] for row in table.rows] == [[0, 1], [0, 1]]
    thin = "".join(box(60, y, 360, y + 0.5, "f") for y in (100, 130, 160))
    thin += "".join(box(x, 100, x + 0.5, 160, "f") for x in (60, 210, 360))
    assert len(read(thin + cells).tables) == 1


def test_characters_outside_the_first_plane():
    assert read(text(90, 100, "𠮷祥示范点")).text.endswith("示范点\n")


def test_pages_that_lie_on_their_side():
    asked = {"ocr": "auto", "pages": "", "name": ""}
    turned = pdf("0 1 -1 0 595 0 cm " + text(90, 700, "一、总体要求"), turned=90)
    (page,) = map(seen_page, page_worker._pdf(turned, asked))
    assert (page.width, page.height, "".join(glyph.char for glyph in page.glyphs)) == (8420, 5950, "一、总体要求")


def test_notes_come_after_the_text():
    one, _ = lines(LONG)
    note = rule(90, 700, 230, 700) + text(90, 720, "1 便民服务点，是指各乡镇的服务窗口。", 10)
    source = read(one + note + text(290, 800, "1", 10), lines(SECOND)[0])
    assert source.text == f"{LONG}\n{SECOND}\n\n1 便民服务点，是指各乡镇的服务窗口。\n"
    assert source.text[: source.body_end].endswith(SECOND + "\n")


def test_what_browsers_print_around_a_page_is_no_text():
    head = text(30, 30, "2025/3/1 09:30", 8) + text(300, 30, "便民服务办法", 8)
    foot = text(30, 820, "https://example.org/a.html", 8) + text(540, 820, "1/1", 8)
    assert read(head + lines(FIRST)[0] + foot).text == f"{FIRST}\n"


def test_turned_text_is_a_watermark():
    turned = f"BT /F 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <{'内部资料'.encode('utf-16-be').hex()}> Tj ET\n"
    assert read(turned + lines(FIRST)[0]).text == f"{FIRST}\n"


def test_radicals_that_look_like_characters_are_these():
    assert read(text(90, 100, "\u2f00、总体要求")).text == "一、总体要求\n"


def test_findings_say_page_and_line(tmp_path):
    path = tmp_path / "示例.pdf"
    path.write_bytes(pdf(lines(FIRST)[0], lines("各单位应当健全制度,明确责任,抓好落实。")[0]))
    said = lawcheck("check", path, "--isolated", "--select", "PUN001", "--jobs", 1)
    assert "（第 2 页第 1 行）" in said.out
    again = lawcheck("check", path, "--isolated", "--select", "PUN001", "--jobs", 1, "--lang", "en")
    assert "(page 2, line 1)" in again.out  # kept from the first run
    page = lawcheck("check", path, "--isolated", "--select", "PUN001", "--output-format", "html").out
    assert "第 2 页第 1 行" in page
    (found,) = check_path(path, select=["PUN001"]).files[0].diagnostics
    assert (found.start.page, found.start.page_line) == (2, 1)


def test_nothing_is_fixed_in_it(tmp_path):
    path = tmp_path / "示例.pdf"
    path.write_bytes(pdf(lines("各单位应当健全制度,明确责任。")[0]))
    result = lawcheck("check", path, "--fix", "--isolated")
    assert result.status == 2 and "是 PDF 文件（.pdf），不能改写" in result.err


def test_pages_that_are_asked_for(tmp_path):
    path = tmp_path / "示例.pdf"
    path.write_bytes(pdf(*(lines(words)[0] for words in ("一、甲。", "二、乙。", "三、丙。"))))
    assert lawcheck("text", path, "--pages", "2-3").out == "二、乙。\n三、丙。\n"
    assert lawcheck("text", path, "--pages", "1,3").out == "一、甲。\n三、丙。\n"
    assert "没有所要的页" in lawcheck("text", path, "--pages", "7-").err
    assert "--pages 应是" in lawcheck("text", path, "--pages", "0").err
    assert lawcheck("text", path).out.count("\n") == 3  # the choice held for one call


BROKEN = {
    "truncated": (pdf(lines(FIRST)[0])[:300], "不是完好的 PDF 文件"),
    "no file": (b"%PDF-1.4\n", "不是完好的 PDF 文件"),
    "encrypted": (
        packed(
            [
                b"<</Type/Catalog/Pages 2 0 R>>",
                b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
                b"<</Filter/Standard/V 2/R 3/Length 128/P -4/O<%b>/U<%b>>>" % (b"aa" * 32, b"bb" * 32),
            ],
            b"/Encrypt 4 0 R/ID[<00><00>]",
        ),
        "已加密",
    ),
    "no text": (pdf(""), "没有可以检查的文字"),
    "a loop": (packed([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"]), "不能读取"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_is_told_in_one_line(name):
    data, reason = BROKEN[name]
    with pytest.raises(SourceError, match=reason):
        read_stream(data, "a.pdf")


def test_a_bomb_takes_no_more_than_it_may():
    bomb = zlib.compress(zlib.compress(b" " * 50_000_000, 9), 9)
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {PAGE[0]} {PAGE[1]}]/Contents 4 0 R>>".encode()
    stream = b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n%b\nendstream" % (len(bomb), bomb)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, stream]
    with pytest.raises(SourceError):
        read_stream(packed(objects), "a.pdf")


def test_what_takes_too_long_is_ended(monkeypatch):
    with pytest.raises(SourceError, match="读取时间过长"):
        page_process.answers({"kind": "pdf", "ocr": "never", "pages": ""}, pdf(lines(FIRST)[0]), "a.pdf", 0.0)


def test_without_the_extra_one_line_names_it():
    missing = [b'{"missing":"pypdfium2","extra":"pdf"}']
    with pytest.raises(SourceError, match=r"^a\.pdf：.*pip install 'lawcheck\[pdf\]'"):
        page_process._answers(missing, "a.pdf")
    with pytest.raises(SourceError, match=r"第 3 页没有可用的文字层.*lawcheck\[ocr\]"):
        page_process._answers([b'{"scan":3}'], "a.pdf")
    with pytest.raises(SourceError, match="可能已损坏"):
        page_process._answers([], "a.pdf")


def test_without_the_extra_only_the_files_that_need_it_are_not_checked(tmp_path, monkeypatch):
    (tmp_path / "a.pdf").write_bytes(pdf(lines(FIRST)[0]))
    (tmp_path / "b.txt").write_text("实施方案已经印发。\n", encoding="utf-8")
    answers = page_process._answers
    monkeypatch.setattr(page_process, "_answers", lambda _, name: answers([b'{"missing":"x","extra":"pdf"}'], name))
    missing, checked = check_many([tmp_path / "a.pdf", tmp_path / "b.txt"], lang="en")
    assert (missing.path, "pip install" in missing.message) == (str(tmp_path / "a.pdf"), True)
    assert checked.path == str(tmp_path / "b.txt")


def test_a_text_layer_that_says_nothing_is_not_taken_for_text(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(text(90, 100, "\ue001\ue002\ue003\ue004")))
    assert "没有可用的文字层" in lawcheck("check", path, "--ocr", "never", "--isolated").err


def test_comments_are_written_at_their_characters(tmp_path):
    path, out = tmp_path / "示例.pdf", tmp_path / "批注.pdf"
    path.write_bytes(pdf(lines("各单位应当健全制度,明确责任。")[0]))
    result = lawcheck("annotate", path, "-o", out, "--isolated", "--select", "PUN001")
    assert (result.status, "批注 1 条" in result.out) == (0, True)
    data = out.read_bytes()
    assert data.startswith(path.read_bytes())  # what was there is there, byte for byte
    assert b"/Highlight" in data and b"/QuadPoints" in data
    assert read_path(out).text == read_path(path).text
    source = read_path(path)
    comma = source.text.index(",")
    assert list(source.pages.boxes(comma, comma + 1)) == [Box(1, 2660, 859, 2820, 1022)]


def test_folders_are_searched_for_pdf_files_but_not_for_pictures(tmp_path):
    (tmp_path / "甲.pdf").write_bytes(pdf(lines(FIRST)[0]))
    (tmp_path / "照片.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    said = lawcheck("check", tmp_path, "--isolated", "--jobs", 1)
    assert (said.err, "检查了 1 个文件" in said.out) == ("", True)


def test_the_text_as_a_file_to_be_edited(tmp_path):
    path, out = tmp_path / "示例.pdf", tmp_path / "文字.docx"
    grid = "".join(rule(60, y, 400, y) for y in (300, 330, 360)) + "".join(rule(x, 300, x, 360) for x in (60, 200, 400))
    cells = "".join(
        text(x, y, w, 12) for x, y, w in ((64, 320, "任务"), (204, 320, "单位"), (64, 350, "甲|乙"), (204, 350, "丙"))
    )
    heading = text(122, 130, "一、总体要求")
    path.write_bytes(pdf(text(200, 60, "便民服务实施方案", 22) + heading + lines(FIRST, y=158)[0] + grid + cells))
    assert lawcheck("text", path, "-o", out).status == 0
    again = read_path(out)
    assert again.text == read_path(path).text
    assert len(again.tables) == 1
    for ending, shown in ((".md", "| 甲\\|乙 | 丙 |"), (".txt", "甲|乙\t丙")):
        copy = tmp_path / f"文字{ending}"
        assert lawcheck("text", path, "-o", copy).status == 0
        assert shown in copy.read_text(encoding="utf-8")
    assert "## 一、总体要求" in (tmp_path / "文字.md").read_text(encoding="utf-8")


def test_the_worker_reads_in_this_process(monkeypatch, capsysbinary):
    """As in the process of its own, where coverage does not see it."""
    assert next(page_worker._pdf(pdf(lines(FIRST)[0]), {"ocr": "auto", "pages": "", "name": "a"}))["text"] == FIRST


def test_characters_of_one_glyph_have_a_part_of_it_each():
    places = [100, 140, 500, 160, 100, 140, 500, 160]
    pdf_pages._share(places, 2)
    assert places == [100, 120, 500, 160, 120, 140, 500, 160]


def test_findings_of_pages_that_are_asked_for_say_their_numbers(tmp_path):
    path = tmp_path / "示例.pdf"
    path.write_bytes(pdf(*(lines(f"{number}、各单位应当健全制度,明确责任。")[0] for number in "一二三")))
    assert "（第 3 页第 1 行）" in lawcheck("check", path, "--isolated", "--pages", "3", "--select", "PUN001").out
    marked = tmp_path / "批注.pdf"
    done = lawcheck("annotate", path, "-o", marked, "--isolated", "--pages", "2", "--select", "PUN001")
    assert done.status == 0
    notes = [len(re.findall(rb"/Subtype */Highlight", marked.read_bytes())), pdf_pages.Pdf(marked.read_bytes())]
    assert notes[0] == 1
    page = notes[1].document[1]
    assert pdf_pages.pdfium.FPDFPage_GetAnnotCount(page) == 1
    other = tmp_path / "旧稿.pdf"
    other.write_bytes(pdf(lines("三、各单位应当健全制度。")[0]))
    compared = lawcheck("compare", other, path, "--isolated", "--pages", "3").out
    assert "没有第" not in compared
    assert lawcheck("cover", other, path, "--isolated", "--pages", "9").status == 2


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_pages_whose_text_lies_on_its_side(turned):
    data = pdf(lines(FIRST)[0], turned=turned)
    asked = {"ocr": "auto", "pages": "", "name": ""}
    source = paged_source([seen_page(page) for page in page_worker._pdf(data, asked)], "a.pdf")
    assert source.text == FIRST + "\n"
    assert (source.pages.sizes, source.pages.place(0).top) == (((5950, 8420),), 859)
    box = next(source.pages.boxes(0, 1))
    mark = {"page": 1, "boxes": [box[1:]], "severity": "info", "text": "甲"}
    page = pdf_pages.Pdf(pdf_marks.marked(data, [mark], "lawcheck")).document[0]
    note = pdf_pages.pdfium.FPDFPage_GetAnnot(page, 0)
    place = pdf_pages.pdfium.FS_RECTF()
    pdf_pages.pdfium.FPDFAnnot_GetRect(note, place)
    assert (round(place.left), round(place.right)) == (122, 138)  # where the character is in the file
    assert place.bottom < PAGE[1] - 100 < place.top


def test_what_nobody_sees_is_no_text():
    small, unseen, outside = text(90, 300, "小字", 1), "3 Tr " + text(90, 330, "隐藏") + "0 Tr ", text(90, 900, "页外")
    assert read(lines(FIRST)[0] + small + unseen + outside).text == FIRST + "\n"


def test_a_text_layer_below_the_picture_of_a_page_was_recognised():
    source = read("3 Tr " + lines(FIRST)[0])
    assert (source.text, source.scanned, source.pages.recognised) == (FIRST + "\n", True, (1,))


def test_what_people_wrote_into_a_form_is_text():
    shown = text(0, PAGE[1], "王小明").encode()
    form = (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F 3 0 R>>>>/Length %d>>stream\n%b\nendstream"
    )
    font = pdf(text(0, 0, "")).split(b"3 0 obj\n")[1].split(b"\nendobj")[0]
    content = text(90, 100, "姓名：").encode()

    def filled(note):
        return packed(
            [
                b"<</Type/Catalog/Pages 2 0 R>>",
                b"<</Type/Pages/Kids[4 0 R]/Count 1>>",
                font,
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents 5 0 R"
                b"/Annots[6 0 R]>>",
                b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
                note + b"/Rect[140 738 340 758]/F 4/AP<</N 7 0 R>>>>",
                form % (len(shown), shown),
            ]
        )

    for note, told in (
        (b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(x)", "姓名：王小明\n"),
        (b"<</Type/Annot/Subtype/FreeText/Contents(x)", "姓名：王小明\n"),
        (b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)", "姓名：\n"),
        (b"<</Type/Annot/Subtype/Stamp", "姓名：\n"),
    ):
        assert read_stream(filled(note), "a.pdf").text.replace(" ", "") == told
