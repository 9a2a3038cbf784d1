"""The rules on how Word files are made: signs, empty paragraphs, numbers, fields, tables; and right files like them."""

import io

import docx as python_docx
import pytest
from docx.oxml.ns import qn
from docx_documents import abstract, cell, docx, field, level, num, p, run, table
from test_docx_layout import A4, LINES, MARGINS, SECTION, TITLE, document, font
from test_docx_layout import check as check_layout
from timing import grows_linearly

from lawcheck import pipeline
from lawcheck.reading import read_stream
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.registry import all_rules

CODES = "FMT010,FMT011,FMT012,FMT013,FMT014,FMT015,FMT016,FMT017"
TEXT = "各街道按照分工清理公园道路，安装座椅和路灯。"
SIGNS = "各街道要把公园建成“群众身边的公园”——推窗见绿……出门进园。"
APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def check(data, tmp_path):
    return check_layout(data, tmp_path, "--preview", codes=CODES)


def test_a_document_that_is_well_made_has_no_finding(tmp_path):
    assert check(document(), tmp_path) == {}


# Signs

LATIN = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/>'
HINTED = LATIN.replace("<w:rFonts", '<w:rFonts w:hint="eastAsia"')


@pytest.mark.parametrize(
    ("text", "properties", "found"),
    [
        (SIGNS, LATIN, True),
        (SIGNS, '<w:rFonts w:hAnsi="Calibri"/>', True),
        (SIGNS, '<w:rFonts w:hAnsiTheme="minorHAnsi"/>', True),
        ("公园有座椅、路灯……各街道管好。", LATIN, True),
        (SIGNS, HINTED, False),
        (SIGNS, '<w:rFonts w:ascii="Times New Roman" w:hAnsi="宋体"/>', False),
        (SIGNS, "", False),
        ("各街道用好 Children’s Park 小程序，Park—City 标准按 “open space” 执行。", LATIN, False),
        ("各街道按照分工清理公园道路（每周一次），安装《目录》所列座椅。", LATIN, False),
    ],
)
def test_signs_in_a_western_font(tmp_path, text, properties, found):
    data = document(*LINES[:3], p(run(text, properties)))
    assert ("FMT010" in check(data, tmp_path)) == found


def test_a_hint_may_come_from_a_style(tmp_path):
    data = io.BytesIO()
    made = python_docx.Document()
    made.styles["Normal"].font.name = "Times New Roman"
    fonts = made.styles["Normal"].element.rPr.rFonts
    made.add_paragraph(SIGNS)
    made.save(data)
    assert list(check(data.getvalue(), tmp_path)) == ["FMT010"]
    fonts.set(qn("w:hint"), "eastAsia")
    data = io.BytesIO()
    made.save(data)
    assert check(data.getvalue(), tmp_path) == {}


# Empty paragraphs and spaces

BLANK = p()
PICTURE = p("<w:r><w:drawing/></w:r>")


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((p(TEXT), BLANK, p(TEXT)), True),
        ((p(TEXT), p("　　"), p(TEXT)), True),
        ((p("一、总体要求", style="First"), BLANK, BLANK, p(TEXT)), True),
        ((p(TEXT), f"<w:sdt><w:sdtContent>{BLANK}</w:sdtContent></w:sdt>", p(TEXT)), True),
        ((p(TEXT), p('<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'), p(TEXT)), True),
        ((p(TEXT), PICTURE, p(TEXT)), False),
        ((p(TEXT), BLANK, PICTURE, BLANK, p(TEXT)), False),
        ((p(TEXT), p('<w:r><w:br w:type="page"/></w:r>'), p(TEXT)), False),
        ((p(TEXT), BLANK, table([cell("任务"), cell("单位")]), BLANK, p(TEXT)), False),
        ((p(TEXT), BLANK, p("附件：公园名单")), False),
        ((p(TEXT), BLANK, BLANK, p("示例区人民政府办公室")), False),
        ((table([cell(p(TEXT) + BLANK + p(TEXT))]), p(TEXT)), False),
        ((p(TEXT), p(properties=f"<w:sectPr>{A4}{MARGINS}</w:sectPr>"), p(TEXT)), False),
    ],
)
def test_empty_paragraphs_between_texts(tmp_path, lines, found):
    assert ("FMT011" in check(document(*LINES[:3], *lines), tmp_path)) == found


def test_an_empty_line_below_the_title_is_as_it_should_be(tmp_path):
    assert check(document(TITLE, BLANK, LINES[1], *LINES[2:]), tmp_path) == {}


def test_a_row_of_empty_paragraphs_is_no_new_page(tmp_path):
    annex = (p("附件"), p("公园名单"), p("一号公园由东街道管理。"))
    assert "FMT011" in check(document(*LINES, *[BLANK] * 7, *annex), tmp_path)
    assert check(document(*LINES, BLANK, BLANK, *annex), tmp_path) == {}
    new_page = p('<w:r><w:br w:type="page"/></w:r>')
    assert check(document(*LINES, new_page, *annex), tmp_path) == {}


@pytest.mark.parametrize(
    ("spacing", "found"),
    [
        ('<w:spacing w:after="160" w:line="579" w:lineRule="exact"/>', "8 磅"),
        ('<w:spacing w:beforeLines="50" w:before="156"/>', "7.8 磅"),
        ('<w:spacing w:before="100" w:beforeAutospacing="1"/>', "14 磅"),
        ('<w:spacing w:after="160"/><w:contextualSpacing/>', ""),
        ('<w:spacing w:before="0" w:after="0" w:beforeLines="0" w:afterAutospacing="0"/>', ""),
        ("", ""),
    ],
)
def test_spaces_between_paragraphs(tmp_path, spacing, found):
    messages = check(document(*LINES[:3], p(TEXT, properties=spacing)), tmp_path).get("FMT012", [])
    assert [found in message for message in messages] == [True] * bool(found)


# Headings and numbers

OUTLINE = '<w:outlineLvl w:val="0"/>'


def headings(*outlined):
    return [
        line
        for n, on in enumerate(outlined)
        for line in (p(f"{'一二三四五'[n]}、做好第{n}项", properties=OUTLINE * on), p(TEXT))
    ]


@pytest.mark.parametrize(
    ("outlined", "found"),
    [
        ((1, 1, 0, 1), 1),
        ((1, 1, 1, 1), 0),
        ((0, 0, 0, 0), 0),
        ((1, 0, 0, 1), 0),
        ((1, 1), 0),
    ],
)
def test_a_heading_that_the_outline_leaves_out(tmp_path, outlined, found):
    assert len(check(document(*LINES[:3], *headings(*outlined)), tmp_path).get("FMT013", [])) == found


NUMBERING = (
    abstract(1, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%2.")) + num(1, 1) + num(2, 1, level0=1)
)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((p("总体要求", 1), p(TEXT), p("二、重点任务"), p(TEXT), p("保障措施", 1), p(TEXT)), "二、重点任务"),
        ((p("一、总体要求", 1), p(TEXT), p("重点任务", 1), p(TEXT)), "一、"),
        ((p("总体要求", 1), p(TEXT), p("重点任务", 1), p(TEXT), p("保障措施", 1), p(TEXT)), ""),
        ((p("一、总体要求"), p(TEXT), p("二、重点任务"), p(TEXT), p("三、保障措施"), p(TEXT)), ""),
        # Another level, another list, a table.
        ((p("总体要求", 1), p("1.清理道路。每周一次。"), p("2.安装座椅。每处两把。"), p("重点任务", 1), p(TEXT)), ""),
        (
            (
                p("总体要求", 1),
                p("清理。每周一次。", 1, 1),
                p("重点任务", 1),
                p("1.修整。每月一次。"),
                p("2.补种。每季一次。"),
            ),
            "",
        ),
        ((p("1.清理。每周一次。"), p("2.修整。每月一次。"), p(TEXT), *[p("补种。每季一次。", 2, 0)] * 2), ""),
        ((p("总体要求", 1), p("重点任务", 1), table([cell("三、保障措施"), cell("区司法局")]), p(TEXT)), ""),
    ],
)
def test_typed_numbers_among_automatic_ones(tmp_path, lines, found):
    messages = check(document(*LINES[:3], *lines, numbering=NUMBERING), tmp_path).get("FMT014", [])
    assert [message.endswith(f"：{found}") for message in messages] == [True] * bool(found)


# Fields


def bookmark(content, name="_Ref1", number=1):
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def simple(code, result):
    return f'<w:fldSimple w:instr="{code}">{run(result)}</w:fldSimple>'


HEADING = p(bookmark(run("做好保障")), 1)


@pytest.mark.parametrize(
    ("target", "reference", "found"),
    [
        (HEADING, field(" REF _Ref1 \\h ", "抓好保障"), "做好保障"),
        (HEADING, field(" REF _Ref1 \\r \\h ", "二、"), "一、"),
        (HEADING, field(" REF _Ref9 \\h ", "表3"), "书签已经没有了"),
        (HEADING, field(" PAGEREF _Ref9 \\h ", "3"), "书签已经没有了"),
        (HEADING, simple(" REF _Ref1 ", "抓好保障"), "做好保障"),
        (HEADING, field(" REF _Ref1 \\h \\* MERGEFORMAT ", "抓好保障"), "做好保障"),
        (HEADING, field(" REF _Ref1 \\h ", "做好保障"), ""),
        (HEADING, field(" REF _Ref1 \\r \\h ", "一、"), ""),
        (HEADING, field(" REF _Ref1 \\n \\h ", "一"), ""),
        (HEADING, field(" REF _Ref1 \\p \\h ", "上文"), ""),
        (HEADING, field(" REF _Ref9 \\h ", "错误!未找到引用源。"), ""),
        (HEADING, field(" PAGEREF _Toc9 \\h ", "3"), ""),
        (HEADING, field(" HYPERLINK \\l _Ref9 ", "表3"), ""),
        # The bookmark stands between paragraphs, in a control, over several paragraphs.
        (
            '<w:bookmarkStart w:id="1" w:name="_Ref1"/>' + p(run("做好保障") + '<w:bookmarkEnd w:id="1"/>', 1),
            field(" REF _Ref1 ", "做好保障"),
            "",
        ),
        (f"<w:sdt><w:sdtContent>{HEADING}</w:sdtContent></w:sdt>", field(" REF _Ref1 \\h ", "做好保障"), ""),
        (
            '<w:bookmarkStart w:id="1" w:name="_Ref1"/>' + p(TEXT) + p(TEXT) + '<w:bookmarkEnd w:id="1"/>',
            field(" REF _Ref1 ", "抓好保障"),
            "",
        ),
    ],
)
def test_references_that_are_out_of_date(tmp_path, target, reference, found):
    lines = (*LINES[:3], target, p(TEXT), p(run("有关要求见") + reference + run("，请认真落实。")))
    messages = check(document(*lines, numbering=NUMBERING), tmp_path).get("FMT015", [])
    assert [found in message for message in messages] == [True] * bool(found)


def test_a_bookmark_may_stand_in_a_note_or_header(tmp_path):
    line = p(run("有关要求见") + field(" REF _Ref1 \\h ", "名单") + run("，请认真落实。"))
    assert "FMT015" in check(document(*LINES[:3], line), tmp_path)
    assert "FMT015" not in check(document(*LINES[:3], line, footer1=p(bookmark(run("名单")))), tmp_path)


def caption(number, code=" SEQ 表 \\* ARABIC "):
    return p(run("表") + field(code, number) + run("　公园名单"))


@pytest.mark.parametrize(
    ("captions", "found"),
    [
        ((caption("1"), caption("2"), caption("2")), 1),
        ((caption("2"), caption("3")), 1),
        ((caption("1"), caption("2"), caption("3")), 0),
        ((caption("1"), caption("1", " SEQ 图 \\* ARABIC "), caption("2")), 0),
        ((caption("1"), caption("5", " SEQ 表 \\r 5 "), caption("6")), 0),
        ((caption("一", " SEQ 表 \\* CHINESENUM3 "), caption("一", " SEQ 表 \\* CHINESENUM3 ")), 0),
    ],
)
def test_captions_are_counted(tmp_path, captions, found):
    assert len(check(document(*LINES[:3], *captions), tmp_path).get("FMT015", [])) == found


def contents(*pages):
    lines = [p(f"{'一二三四五'[n]}、做好第{n}项\t{page}", style="TOC1") for n, page in enumerate(pages)]
    return (p("目　录"), *lines, *headings(*[0] * len(pages)))


@pytest.mark.parametrize(("pages", "found"), [((1, 5, 3, 9), 1), ((1, 1, 3, 9), 0), ((3, 5, 9), 0)])
def test_pages_of_contents_run_forwards(tmp_path, pages, found):
    data = document(TITLE, *contents(*pages))
    assert len(check(data, tmp_path).get("FMT015", [])) == found
    # Where pages are counted anew they need not.
    anew = f'<w:sectPr>{A4}{MARGINS}<w:pgNumType w:start="1"/></w:sectPr>'
    data = document(TITLE, p("示例", properties=f"<w:sectPr>{A4}</w:sectPr>"), *contents(*pages), section=anew)
    assert "FMT015" not in check(data, tmp_path)


# Tables


def wide(*columns, layout="fixed", width='<w:tblW w:w="0" w:type="auto"/>', more="", inner=None):
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    row = f"<w:tr>{''.join(cell(inner or '任务') for _ in columns)}</w:tr>"
    about = f'<w:tblPr>{width}{more}<w:tblLayout w:type="{layout}"/></w:tblPr>'
    return f"<w:tbl>{about}<w:tblGrid>{grid}</w:tblGrid>{row}</w:tbl>"


LANDSCAPE = f'<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>{MARGINS}</w:sectPr>'


@pytest.mark.parametrize(
    ("made", "section", "found"),
    [
        (wide(6000, 6000), None, "超出纸张"),
        (wide(5000, 5000), None, "超出版心"),
        (wide(2000, width='<w:tblW w:w="12000" w:type="dxa"/>', layout="autofit"), None, "超出纸张"),
        (wide(4000, 4000, more='<w:tblInd w:w="4000" w:type="dxa"/>'), None, "超出纸张"),
        (f"<w:sdt><w:sdtContent>{wide(6000, 6000)}</w:sdtContent></w:sdt>", None, "超出纸张"),
        (wide(4400, 4400), None, ""),
        (wide(4530, 4530, more='<w:tblInd w:w="-108" w:type="dxa"/>'), None, ""),
        (wide(6000, 6000, layout="autofit"), None, ""),
        (wide(6000, 6000, width='<w:tblW w:w="5000" w:type="pct"/>'), None, ""),
        (wide(6000, 6000), LANDSCAPE, ""),
        (wide(4400, 4400, inner=wide(6000, 6000) + p()), None, ""),
        (wide(6000, 6000, more='<w:tblpPr w:tblpX="100"/>'), None, ""),
    ],
)
def test_tables_that_are_too_wide(tmp_path, made, section, found):
    named = {"section": section} if section else {}
    messages = check(document(*LINES[:3], made, p(TEXT), **named), tmp_path).get("FMT016", [])
    assert [found in message for message in messages] == [True] * bool(found)


# Pasted words

SONG, YAHEI, HEI = font("宋体", 24), font("微软雅黑", 24), font("黑体", 24)


@pytest.mark.parametrize(
    ("pasted", "properties", "found"),
    [
        ("每把长一米五左右", YAHEI, True),
        ("每把长一米五左右", font("宋体", 21), True),
        ("每把长一米五左右", HEI, False),
        ("（每把长一米五左右）", font("宋体", 21), False),
        ("长一米", YAHEI, False),
        ("Park City 2024", YAHEI, False),
        ("每把长一米五左右", font("SimSun", 24), False),
        ("每把长一米五左右", font("宋体", 21) + '<w:vertAlign w:val="superscript"/>', False),
    ],
)
def test_words_from_elsewhere(tmp_path, pasted, properties, found):
    before, behind = run("座椅全部用防腐木，", SONG), run("，四条腿固定在地上，供应商负责安装和维修。", SONG)
    data = docx(p(run("座椅技术要求", SONG)) + p(before + run(pasted, properties) + behind))
    assert ("FMT017" in check(data, tmp_path)) == found


def test_what_stands_elsewhere_does_not_disturb_the_body(tmp_path):
    """Notes, boxes in alternatives, nested tables and headers have fields, tables and empty paragraphs of their own."""
    box = f"<w:txbxContent>{p(TEXT)}{BLANK}{caption('7')}</w:txbxContent>"
    alternatives = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    lines = (p(run(TEXT) + f"<w:r>{alternatives}</w:r>" + note), p(TEXT))
    notes = f'<w:footnote w:id="2">{p("见公园名单。")}{BLANK}{p("见座椅名单。")}</w:footnote>'
    section = SECTION.replace("<w:sectPr>", '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>')
    data = document(*LINES[:3], *lines, section=section, footnotes=notes, header1=p("内部资料") + BLANK)
    assert check(data, tmp_path) == {}
    assert read_stream(data).layout is not None


WHITE = '<w:color w:val="FFFFFF"/>'
SHADE = '<w:shd w:val="clear" w:fill="FF0000"/>'
OPENED = [
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    run(" SEQ a ", tag="instrText"),
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
]


@pytest.mark.growth
@pytest.mark.parametrize(
    "make",
    [
        lambda n: document(*LINES[:3], *[caption("7")] * n),
        lambda n: document(
            *LINES[:3], HEADING, *[p(run("见") + field(" REF _Ref1 ", "名单"))] * n, numbering=NUMBERING
        ),
        lambda n: document(*LINES[:3], *[p(bookmark(run("名单"), f"_Ref{i}", i)) for i in range(n)], caption("1")),
        lambda n: document(*LINES[:3], p(run("名单") + "".join(OPENED * n) + run("名单"))),
        lambda n: document(*LINES[:3], *[wide(6000, 6000), BLANK, p(TEXT)] * n),
        lambda n: document(*LINES[:3], *[p("做好工作", 1), p("二、做好工作"), p(TEXT)] * n, numbering=NUMBERING),
        lambda n: document(*LINES[:3], p((run("白", WHITE) + run("黑")) * n)),
        lambda n: docx(p((run("座椅用防腐木，", SONG) + run("每把长一米五", YAHEI)) * n)),
        lambda n: document(*LINES[:3], *[p(run(SIGNS, LATIN))] * n),
    ],
)
def test_time_grows_no_faster_than_the_file(make):
    options = Options(rules=tuple(rule for rule in all_rules() if rule.code.startswith("FMT")))
    assert grows_linearly(lambda n: pipeline.check(read_stream(make(n)), options), 60)


# Boxes

SENTENCE = "各街道要按照分工清理公园里的道路，每周安装和检查一次座椅。"
LETTERHEAD = p("示例区人民政府文件") + p("示政发〔2024〕3号")


def boxed(content):
    box = f"<w:txbxContent>{content}</w:txbxContent>"
    drawing = f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    return p(run(TEXT) + f"<w:r><mc:AlternateContent>{drawing}{fallback}</mc:AlternateContent></w:r>")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (p(SENTENCE), True),
        (p("公园名单") + p(SENTENCE), True),
        (table([cell(SENTENCE)]), True),
        (p("提出申请、核查公园、公布结果"), False),
        (LETTERHEAD, False),
        (p("审核通过。"), False),
    ],
)
def test_text_in_boxes(tmp_path, content, found):
    messages = check_layout(document(*LINES[:3], boxed(content)), tmp_path, "--preview", codes="FMT018").get(
        "FMT018", []
    )
    assert [message.endswith(f"：{SENTENCE}") for message in messages] == [True] * found


def test_notes_and_margins_are_no_boxes(tmp_path):
    note = p(run(TEXT) + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    data = document(*LINES[:3], note, footnotes=f'<w:footnote w:id="2">{p(SENTENCE)}</w:footnote>', footer1=p(SENTENCE))
    assert check_layout(data, tmp_path, "--preview", codes="FMT018") == {}


# White text


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (p(run(TEXT) + run("内部掌握", WHITE)), True),
        (p(run(TEXT) + run("内部", WHITE) + run("掌握", WHITE)), True),
        (p(run(TEXT) + run("内部掌握", '<w:color w:val="000000"/>')), False),
        (p(run(TEXT) + run("内部掌握", WHITE + SHADE)), False),
        (p(run(TEXT) + run("内部掌握", WHITE), properties=SHADE), False),
        (table([cell(p(run("任务", WHITE)))]) + p(TEXT), False),
        (p(run(TEXT), properties=f"<w:rPr>{WHITE}</w:rPr>"), False),
    ],
)
def test_white_text(tmp_path, line, found):
    messages = check_layout(document(*LINES[:3], line), tmp_path, codes="FMT008").get("FMT008", [])
    assert [("1 处文字是白色" in message, message.endswith("：内部掌握")) for message in messages] == [
        (True, True)
    ] * found
