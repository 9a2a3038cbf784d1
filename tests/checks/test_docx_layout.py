"""The looks of Word files: what is in force and where it comes from, and what GB/T 9704 has to say of it."""

import io
import subprocess
from pathlib import Path

import docx as python_docx
import pytest
from command import lawcheck
from docx_documents import abstract, cell, changed, docx, field, in_list, level, num, p, run, style, table
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from timing import PATIENCE, grows_linearly

from lawcheck import pipeline
from lawcheck.errors import RuleFileError
from lawcheck.reading import read_path, read_stream
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.registry import all_rules
from lawcheck.rulebook.specimen import specimen
from lawcheck.text.layout import Layout, Said
from lawcheck.text.vocabulary.typography import font_name, is_font, size_name, size_of

A4 = '<w:pgSz w:w="11906" w:h="16838"/>'
MARGINS = '<w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="1400"/>'
FOOTERS = '<w:footerReference w:type="default" r:id="footer1"/><w:footerReference w:type="even" r:id="footer2"/>'
SECTION = f"<w:sectPr>{FOOTERS}{A4}{MARGINS}</w:sectPr>"
EXACT = '<w:spacing w:line="579" w:lineRule="exact"/>'
INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
FLUSH = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
EVEN = "<w:evenAndOddHeaders/>"


def font(name: str, size: int | None = None) -> str:
    """The properties of a run in a font, in half-points."""
    return f'<w:rFonts w:eastAsia="{name}"/>' + (f'<w:sz w:val="{size}"/>' if size else "")


NUMBER = '<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/>'


def number(alignment: str, text: str = "1", properties: str = NUMBER, dash: str = "—") -> str:
    """A paragraph with a page number, as the standard has it but for what is given."""
    runs = run(f"{dash} ") + field(" PAGE ", text) + run(f" {dash}")
    content = runs.replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>")
    return p(content, properties=FLUSH + f'<w:jc w:val="{alignment}"/>')


DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>'
    '<w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'
)
STYLES = (
    DEFAULTS
    + style("Normal", EXACT + INDENT, run_properties=font("仿宋_GB2312", 32))
    + style("Heading", FLUSH + '<w:jc w:val="center"/>', "Normal", run_properties=font("方正小标宋简体", 44))
    + style("First", "", "Normal", run_properties=font("黑体"))
    + style("Second", "", "Normal", run_properties=font("楷体_GB2312"))
    + style("Flush", FLUSH, "Normal")
)
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="x"><a:themeElements><a:fontScheme '
    'name="x"><a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:font script="Hans" typeface="黑体"/>'
    '</a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Jpan" typeface="明朝"/>'
    '<a:font script="Hans" typeface="宋体"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)
TITLE = p("示例区人民政府办公室关于做好公园管理工作的通知", style="Heading")
OPENING = p("为了方便居民休息，根据区政府工作安排，现就做好公园管理工作通知如下。")
LINES = (
    TITLE,
    p("各街道办事处，区政府各部门：", style="Flush"),
    OPENING,
    p("一、总体要求", style="First"),
    p("先易后难，分批推进，把公园建在居民身边。"),
    p("（一）修整道路", style="Second"),
    p("各街道按照分工清理公园道路，安装座椅和路灯。"),
    p("1.清理。" + "每周清理一次。"),
    p("附件：公园名单"),
    p("示例区人民政府办公室", properties='<w:jc w:val="right"/>'),
    p("2024年3月5日", properties='<w:jc w:val="right"/>'),
)


def document(*lines: str, section: str = SECTION, styles: str = STYLES, settings: str = EVEN, **parts: str) -> bytes:
    """A document as the standard has it, but for what is given."""
    usual = {"footer1": number("right"), "footer2": number("left", "2"), "theme1": THEME}
    body = "".join(lines or LINES)
    return docx(body, section, styles=styles, settings=settings, **(usual | parts))


def check(data: bytes, tmp_path: Path, *arguments: str, codes: str = "FMT") -> dict[str, list[str]]:
    """What the command finds: the messages, with the texts of their places, by code."""
    path = tmp_path / "示例.docx"
    path.write_bytes(data)
    done = lawcheck("check", path, "--output-format", "json", "--select", codes, *arguments)
    assert done.err == ""
    text = read_path(path).text
    found: dict[str, list[str]] = {}
    for d in done.json["files"][0]["diagnostics"]:
        places = d.get("occurrences") or [d]
        shown = "、".join(text[place["offset"] : place["end_offset"]] for place in places)
        found.setdefault(d["code"], []).append(f"{d['message']}：{shown}")
    return found


def layout(data: bytes) -> Layout:
    found = read_stream(data).layout
    assert found is not None
    return found


def test_a_document_that_conforms_has_no_finding(tmp_path):
    assert check(document(), tmp_path) == {}


# What is in force, and where it comes from

CHAIN = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>'
    '<w:szCs w:val="60"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="360"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
    + style("Normal")
    + style("Base", '<w:jc w:val="both"/>', "Normal", run_properties=font("楷体_GB2312", 28))
    + style("Derived", '<w:snapToGrid w:val="0"/>', "Base", run_properties='<w:sz w:val="30"/><w:szCs w:val="60"/>')
    + style("Strong", kind="character", run_properties='<w:rFonts w:ascii="Arial" w:eastAsia="黑体"/>')
    + style("heading 1", "", "Normal", run_properties='<w:rFonts w:eastAsiaTheme="majorEastAsia"/>')
    + style("A", "", "B", run_properties="")
    + style("B", '<w:spacing w:line="560" w:lineRule="exact"/>', "A", run_properties='<w:sz w:val="24"/>')
)


def chinese(said):
    """A value in force, with where it comes from in Chinese."""
    return Said(said.value, said.origin and said.origin.zh)


@pytest.mark.parametrize(
    ("paragraph", "properties", "expected_font", "expected_size"),
    [
        ("", "", Said("宋体", "文档默认，主题字体"), Said(10.0)),
        ("Derived", "", Said("楷体_GB2312", "样式 Base"), Said(15.0, "样式 Derived")),
        ("Derived", font("仿宋", 32), Said("仿宋", "直接格式"), Said(16.0, "直接格式")),
        ("Derived", '<w:rStyle w:val="Strong"/>', Said("黑体", "字符样式 Strong"), Said(15.0, "样式 Derived")),
        ("Derived", '<w:rFonts w:ascii="Arial"/><w:szCs w:val="99"/>', Said("楷体_GB2312", "样式 Base"), None),
        ("heading 1", "", Said("黑体", "样式 标题 1，主题字体"), None),
        ("heading 1", '<w:rFonts w:eastAsia="仿宋"/>', Said("仿宋", "直接格式"), None),
        ("A", "", None, Said(12.0, "样式 B")),
        ("none", '<w:rStyle w:val="none"/><w:sz w:val="32pt"/>', Said("宋体", "文档默认，主题字体"), Said(10.0)),
        ("", '<w:sz w:val="-3"/><w:sz w:val="99999999999999999999"/>', None, Said(10.0)),
        ("", '<w:rFonts w:eastAsia=""/><w:sz w:val="٣٢"/>', Said("宋体", "文档默认，主题字体"), Said(10.0)),
    ],
)
def test_the_font_and_size_in_force(paragraph, properties, expected_font, expected_size):
    data = document(p(run("公园", properties), style=paragraph or None), styles=CHAIN)
    (text,) = layout(data).paragraphs[0].texts
    assert expected_font in (None, chinese(text.format.font))
    assert expected_size in (None, chinese(text.format.size))


def test_western_fonts_are_apart_and_equal_runs_are_one():
    data = document(
        p(run("公园") + run("管理") + run("2024", '<w:rStyle w:val="Strong"/>'), style="Base"), styles=CHAIN
    )
    first, second = layout(data).paragraphs[0].texts
    assert (first.start, first.end, chinese(first.format.latin)) == (0, 4, Said("Calibri", "文档默认，主题字体"))
    assert chinese(second.format.latin) == Said("Arial", "字符样式 Strong")


@pytest.mark.parametrize(
    ("name", "properties", "alignment", "indent", "spacing"),
    [
        ("Base", "", Said("both", "样式 Base"), Said(0.0), ("auto", 1.5, "文档默认")),
        ("Derived", '<w:jc w:val="start"/>', Said("left", "直接格式"), Said(0.0), ("auto", 1.5, "文档默认")),
        ("B", '<w:ind w:firstLine="480"/>', Said("left"), Said(2.0, "直接格式"), ("exact", 28.0, "样式 B")),
        ("B", '<w:ind w:left="480" w:hanging="240"/>', Said("left"), Said(1.0, "直接格式"), ("exact", 28.0, "样式 B")),
        ("B", '<w:ind w:start="x" w:firstLineChars="150" w:firstLine="1"/>', Said("left"), Said(1.5, "直接格式"), None),
        ("B", '<w:ind w:hangingChars="100"/>', Said("left"), Said(-1.0, "直接格式"), None),
        ("B", '<w:spacing w:line="-240"/>', Said("left"), Said(0.0), ("auto", 1.0, "直接格式")),
        ("B", '<w:spacing w:line="400" w:lineRule="atLeast"/>', None, None, ("atLeast", 20.0, "直接格式")),
        ("B", '<w:spacing w:line="400" w:lineRule="odd"/>', None, None, ("auto", 400 / 240, "直接格式")),
    ],
)
def test_alignment_indent_and_spacing_in_force(name, properties, alignment, indent, spacing):
    form = layout(document(p("公园", style=name, properties=properties), styles=CHAIN)).paragraphs[0].format
    assert alignment in (None, chinese(form.alignment))
    assert indent in (None, chinese(form.indent))
    said = form.spacing
    assert spacing in (None, (said.value.rule, said.value.amount, said.origin and said.origin.zh))
    assert said.value.on_grid is (name != "Derived")


def test_formulas_and_themes_without_fonts():
    formula = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    theme = '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'
    (found,) = layout(document(p(run("公园") + formula), p(formula), styles=CHAIN, theme1=theme)).paragraphs
    assert [(t.start, t.end, chinese(t.format.font)) for t in found.texts] == [(0, 2, Said("", "文档默认，主题字体"))]


def test_only_the_body_outside_tables_is_looked_at():
    box = (
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        + p("框中")
        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    control = f"<w:sdt><w:sdtContent>{p('控件')}</w:sdtContent></w:sdt>"
    data = document(p(run("正文") + box), table([cell("表格")]), control)
    text = read_stream(data).text
    assert [text[q.start : q.end] for q in layout(data).paragraphs] == ["正文", "控件"]


def test_libreoffice_has_the_same_in_force(tmp_path, soffice):
    """Fonts, sizes and margins as LibreOffice works them out."""
    names = ["", "Base", "Derived", "heading 1"]
    lines = [p(run(f"第{n}段公园"), style=name or None) for n, name in enumerate(names)]
    lines.append(p(run("直接公园", font("仿宋", 33)), style="Derived"))
    lines.append(p(run("字符公园", '<w:rStyle w:val="Strong"/>'), style="Derived"))
    path = tmp_path / "a.docx"
    # It does not look up the font of a script.
    theme = THEME.replace('<a:ea typeface=""/>', '<a:ea typeface="宋体"/>')
    path.write_bytes(document(*lines, styles=CHAIN, theme1=theme))
    command = [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", "fodt", "--outdir", tmp_path, path],
        check=True,
        capture_output=True,
        timeout=PATIENCE,
    )
    theirs = etree.parse(tmp_path / "a.fodt").getroot()
    ours = read_path(path)
    assert ours.layout is not None
    for paragraph in ours.layout.paragraphs:
        words = ours.text[paragraph.start : paragraph.end]
        form = paragraph.texts[0].format
        assert (words, *in_fodt(theirs, words)) == (words, form.font.value, form.size.value)
    fo = theirs.nsmap["fo"]
    page = theirs.find(".//style:page-layout-properties[@fo:margin-left]", theirs.nsmap)
    section = ours.layout.sections[0]
    for name, value in (("page-width", section.width), ("margin-left", section.left), ("margin-right", section.right)):
        length = page.get(f"{{{fo}}}{name}")
        number = float(length.removesuffix("cm").removesuffix("in"))
        assert value == pytest.approx(number * (10 if length.endswith("cm") else 25.4), abs=0.1)


def in_fodt(root: etree._Element, words: str) -> tuple[str, float]:
    """The font and size of a text, by the styles of a flat ODF document: of the span, the paragraph and upwards."""
    names = root.nsmap
    styles = {e.get(f"{{{names['style']}}}name"): e for e in root.iterfind(".//style:style", names)}
    faces = {e.get(f"{{{names['style']}}}name"): e for e in root.iterfind(".//style:font-face", names)}
    (holder,) = [e for e in root.iterfind(".//office:body//*", names) if (e.text or "") == words]
    chain: list[etree._Element] = []
    for element in (holder, *holder.iterancestors(f"{{{names['text']}}}p", f"{{{names['text']}}}h")):
        style = styles.get(element.get(f"{{{names['text']}}}style-name"))
        while style is not None:
            chain.append(style)
            style = styles.get(style.get(f"{{{names['style']}}}parent-style-name"))
    chain.append(root.find(".//style:default-style[@style:family='paragraph']", names))

    def said(key: str) -> str:
        found = [e.find("style:text-properties", names) for e in chain]
        return next(e.get(key) for e in found if e is not None and e.get(key))

    face = faces[said(f"{{{names['style']}}}font-name-asian")].get(f"{{{names['svg']}}}font-family")
    return face.strip("'"), float(said(f"{{{names['style']}}}font-size-asian").removesuffix("pt"))


@pytest.mark.parametrize(
    ("font_name", "wanted", "expected"),
    [
        ("方正仿宋_GBK", "仿宋", True),
        ("FangSong_GB2312", "仿宋_GB2312", True),
        ("方正仿宋_GBK", "仿宋_GB2312", False),
        ("SimSun", "宋体", True),
        ("仿宋", "宋体", False),
        ("方正小标宋简体", "宋体", False),
        ("微软雅黑", "黑体", False),
        ("STKaiti", "楷体", True),
        ("Arial", "arial", True),
        ("", "仿宋", False),
    ],
)
def test_fonts_and_their_faces(font_name, wanted, expected):
    assert is_font(font_name, wanted) is expected


def test_sizes_and_their_names():
    assert (size_of("3号"), size_of(" 小四 "), size_of("大四"), size_of("小4")) == (16.0, 12.0, None, 12.0)
    assert (size_name(10.5), size_name(13.0), size_name(14.5)) == ("五号", "13 磅", "14.5 磅")


# FMT001


@pytest.mark.parametrize(
    ("margins", "message"),
    [
        ('w:top="2155" w:right="1474" w:bottom="1928" w:left="1644"', None),
        ('w:top="2098" w:right="1474" w:bottom="1985" w:left="1021" w:gutter="567"', None),
        ('w:top="-2098" w:right="1474" w:bottom="1985" w:left="1588"', None),
        ('w:top="x" w:right="1474" w:bottom="1985" w:left="1588"', None),
        (
            'w:top="1440" w:right="1800" w:bottom="1440" w:left="1800"',
            "页边距为上 25.4、下 25.4、左 31.8、右 31.8 毫米，应为上 37、下 35、左 28、右 26 毫米（允许误差 1 毫米）",
        ),
        ('w:top="2098" w:right="1474" w:bottom="1700" w:left="1588"', "页边距为上 37.0、下 30.0、左 28.0、右 26.0"),
    ],
)
def test_margins(tmp_path, margins, message):
    found = check(document(section=f"<w:sectPr>{FOOTERS}{A4}<w:pgMar {margins}/></w:sectPr>"), tmp_path)
    assert [message] if message is None else found["FMT001"][0].startswith(message)
    assert (found == {}) is (message is None)


def test_each_section_has_its_own_pages(tmp_path):
    def section(size: str, top: int) -> str:
        margins = f'<w:pgMar w:top="{top}" w:right="1474" w:bottom="1985" w:left="1588"/>'
        return p(properties=f"<w:sectPr>{size}{margins}</w:sectPr>")

    turned = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    lines = (*LINES, section(A4, 2098), p("横表。"), section(turned, 1000), p("窄页。"), section(A4, 1000), p("又窄。"))
    found = check(document(*lines, section(A4, 1000), p("末节。")), tmp_path)
    assert [message.rpartition("：")[2] for message in found["FMT001"]] == ["窄页。、又窄。"]
    (paper,) = check(document(*lines[:-1], section('<w:pgSz w:w="12240" w:h="15840"/>', 2098)), tmp_path)["FMT001"][1:]
    assert paper == "纸张为 216×279 毫米，应为 A4（210×297 毫米）："


def test_letters_have_a_form_of_their_own(tmp_path):
    lines = (p("示例区人民政府办公室关于征求公园管理意见的函", style="Heading"), *LINES[1:])
    section = f'<w:sectPr>{A4}<w:pgMar w:top="1701" w:right="1474" w:bottom="1985" w:left="1588"/></w:sectPr>'
    assert check(document(*lines, section=section), tmp_path) == {}


def test_what_is_no_official_document_is_left_alone(tmp_path):
    lines = (p("公园散步"), p("昨天去了公园，看见许多花，很高兴。"))
    assert check(document(*lines, section="<w:sectPr/>", styles=style("Normal")), tmp_path) == {}
    assert check(docx("".join(LINES), ""), tmp_path, codes="FMT001,FMT002,FMT003,FMT004,FMT007") == {}


OTHER_PAGES = f'<w:sectPr>{A4}<w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800"/></w:sectPr>'
PLAIN = DEFAULTS + style("Normal")


@pytest.mark.parametrize(
    "lines",
    [
        ("个人承诺书", "一、本人所填内容属实。", "二、如有不实，愿意承担责任。", "承诺人："),
        ("校园网设备技术规格书", "一、设备清单", "交换机支持远程管理，端口不少于二十四个。"),
        ("第一章　植物的分类", "一、什么是植物", "植物能够自己制造养分，动物不能。"),
        ("劳务合同", "一、工作内容", "乙方按照甲方的要求清理公园道路。"),
        ("实验报告", "一、实验目的", "了解种子发芽需要的温度和水分。"),
        ("附件1", "示例区书香家庭申报表", "一、基本情况", "家庭成员应当填写真实姓名和住址。"),
        ("读书会群规", "一、每天读书", "群友每天读书半小时，并写下一句感想。"),
    ],
)
def test_forms_contracts_and_textbooks_are_set_as_they_like(tmp_path, lines):
    data = document(*(p(line) for line in lines), section=OTHER_PAGES, styles=PLAIN, settings="")
    assert check(data, tmp_path) == {}
    # Unless somebody has said how this office sets them.
    tmp_path.joinpath("lawcheck.toml").write_text('[layout]\nbody-size = "四号"\n', encoding="utf-8")
    assert "FMT001" in check(data, tmp_path)


@pytest.mark.parametrize(
    "lines",
    [
        ("示例区公园管理实施方案", "一、总体要求", "先易后难，分批推进，把公园建在居民身边。"),
        ("关于开展公园清理的通知", "一、总体要求", "先易后难，分批推进，把公园建在居民身边。"),
        ("公园清理", "示区办发〔2024〕5号", "各街道办事处：", "先易后难，分批推进，把公园建在居民身边。"),
    ],
)
def test_official_documents_are_known_by_their_parts(tmp_path, lines):
    data = document(*(p(line) for line in lines), section=OTHER_PAGES, styles=PLAIN, settings="")
    assert "FMT001" in check(data, tmp_path)


def test_forms_behind_a_notice_are_set_as_they_like(tmp_path):
    form = (p("附件"), p("示例区公园志愿者登记表"), p("请志愿者用宋体小四号字填写本表，并于月底前交回。"))
    odd = style("Small", "", "Normal", run_properties=font("宋体", 24))
    lines = (*LINES, *(line.replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr>') for line in form))
    assert check(document(*lines, styles=STYLES + odd), tmp_path) == {}


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("·ÂËÎ_GB2312", "仿宋_GB2312"), ("ËÎÌå", "宋体"), ("ºÚÌå", "黑体"), ("¿¬Ìå", "楷体"), ("脣脦脤氓", "宋体")],
)
def test_names_of_fonts_that_a_program_misread(tmp_path, name, wanted):
    found = check(document(styles=STYLES.replace("仿宋_GB2312", name)), tmp_path)
    assert (found == {}) is (wanted == "仿宋_GB2312")
    if found:
        assert wanted in found["FMT002"][0]


@pytest.mark.parametrize("name", ["Arial", "Ünal", "ÄÖÜ", "方正姚体", "微软雅黑", ""])
def test_other_names_of_fonts_stay_as_they_are(name):
    assert font_name(name) == name


# FMT002, FMT003, FMT004


def test_a_text_in_another_font_is_one_finding(tmp_path):
    styles = STYLES.replace(font("仿宋_GB2312", 32), font("宋体", 24))
    found = check(document(styles=styles), tmp_path)
    place = "为了方便居民休息，根据区政府工作安排，现就做好公园管理工作通知如下。"
    assert found["FMT002"] == [f"正文有 4 段用宋体小四（样式 正文），一般用仿宋三号：{place}"]
    assert found["FMT004"] == [
        "第一层标题有 1 处用黑体小四（字体：样式 First；字号：样式 正文），一般用黑体三号：一、总体要求",
        "第二层标题有 1 处用楷体_GB2312小四（字体：样式 Second；字号：样式 正文），一般用楷体三号：（一）修整道路",
    ]


def test_what_deviates_here_and_there_is_named_place_by_place(tmp_path):
    pasted = run("先易后难，") + run("分批推进", font("宋体")) + run("，把公园建在") + run("居民身边。", font("宋体"))
    emphasised = run("一是清理道路。", font("楷体")) + run("各街道按照分工清理公园道路，安装座椅和路灯。")
    raised = run("面积一百平方米，按照规定公开，接受监督") + run(
        "注一", '<w:vertAlign w:val="superscript"/><w:sz w:val="18"/>'
    )
    lines = (
        *LINES,
        p(pasted),
        p(emphasised),
        p(raised + run("。")),
        p(run("abc，12。", font("宋体")) + run("照规定办理各项工作。")),
    )
    (found,) = check(document(*lines), tmp_path)["FMT002"]
    assert (
        found
        == "正文有 1 段用宋体三号（字体：直接格式；字号：样式 正文），一般用仿宋三号：分批推进，把公园建在居民身边。"
    )


@pytest.mark.parametrize(
    "name", ["仿宋", "FangSong", "方正仿宋_GBK", "方正仿宋简体", "华文仿宋", "STFangsong", "FangSong_GB2312"]
)
def test_every_fangsong_is_one(tmp_path, name):
    assert check(document(styles=STYLES.replace("仿宋_GB2312", name)), tmp_path) == {}


@pytest.mark.parametrize("name", ["方正小标宋_GBK", "FZXiaoBiaoSong-B05", "FZXBSJW--GB1-0", "华文小标宋"])
def test_every_xiaobiaosong_is_one(tmp_path, name):
    assert check(document(styles=STYLES.replace("方正小标宋简体", name)), tmp_path) == {}


@pytest.mark.parametrize(
    ("properties", "alignment", "found"),
    [
        (font("黑体", 32), "center", "标题为黑体三号、居中（直接格式），一般用小标宋二号，居中"),
        ("", "left", "标题为方正小标宋简体二号、左对齐（样式 Heading；对齐：直接格式），一般用小标宋二号，居中"),
        (
            font("微软雅黑"),
            "center",
            "标题为微软雅黑二号、居中（字体：直接格式；字号：样式 Heading），一般用小标宋二号，居中",
        ),
        (font("方正大标宋简体"), "center", "标题为方正大标宋简体二号、居中（字体：直接格式；字号：样式 Heading）"),
    ],
)
def test_titles(tmp_path, properties, alignment, found):
    title = p(run("示例区公园管理方案", properties), style="Heading", properties=f'<w:jc w:val="{alignment}"/>')
    (message,) = check(document(title, *LINES[1:]), tmp_path)["FMT003"]
    assert message.startswith(found)
    assert message.endswith("：示例区公园管理方案")


def test_a_title_over_several_lines_and_its_letterhead(tmp_path):
    head = p("示例区人民政府办公室文件", properties='<w:jc w:val="center"/>') + p("示政办发〔2024〕5号")
    title = p("示例区人民政府办公室关于", style="Heading") + p("做好公园管理工作的通知", style="Heading")
    assert check(document(head, title, *LINES[1:]), tmp_path) == {}


def test_a_table_of_contents_is_no_heading(tmp_path):
    lines = [p(run(f"{marker}、总体要求") + "<w:r><w:tab/></w:r>" + run("3")) for marker in "一二"]
    dotted = p("（一）清理道路…………4")
    assert check(document(TITLE, *lines, dotted, *LINES[2:]), tmp_path) == {}


# FMT005, FMT006


@pytest.mark.parametrize(
    ("spacing", "grid", "found"),
    [
        ('<w:spacing w:line="560" w:lineRule="exact"/>', "", None),
        ('<w:spacing w:line="580" w:lineRule="exact"/>', "", None),
        ('<w:spacing w:line="600" w:lineRule="exact"/>', "", "固定值 30 磅（样式 正文），每面约 21 行"),
        ('<w:spacing w:line="580" w:lineRule="atLeast"/>', "", None),
        ('<w:spacing w:line="400" w:lineRule="atLeast"/>', "", "最小值 20 磅（样式 正文），每面约 30 行"),
        ('<w:spacing w:line="360"/>', "", "1.5 倍行距（样式 正文），每面约 20 行"),
        ("", '<w:docGrid w:type="lines" w:linePitch="579"/>', None),
        ("", '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>', None),
        ("", '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="8000"/>', "每面约 22 行、每行 24 字"),
        (
            "",
            '<w:docGrid w:type="lines" w:linePitch="312"/>',
            "单倍行距、文档网格每行 15.6 磅（文件未指定），每面约 20 行",
        ),
        ("", '<w:docGrid w:type="lines" w:linePitch="-3"/>', "单倍行距（文件未指定），每面约 30 行"),
        ("", '<w:docGrid w:linePitch="579"/>', "单倍行距（文件未指定），每面约 30 行"),
        ('<w:snapToGrid w:val="0"/>', '<w:docGrid w:type="lines" w:linePitch="579"/>', "单倍行距（文件未指定）"),
        ('<w:spacing w:line="0" w:lineRule="exact"/>', "", "固定值 0 磅"),
    ],
)
def test_line_spacing(tmp_path, spacing, grid, found):
    section = SECTION.replace("</w:sectPr>", f"{grid}</w:sectPr>")
    told = check(document(styles=STYLES.replace(EXACT, spacing), section=section), tmp_path)
    assert found in told["FMT005"][0] if found else told == {}


def test_lines_and_characters_are_those_of_the_page_itself(tmp_path):
    section = SECTION.replace(MARGINS, '<w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800"/>')
    tight = STYLES.replace(EXACT, '<w:spacing w:line="540" w:lineRule="exact"/>')
    found = check(document(section=section, styles=tight), tmp_path, codes="FMT005")
    # 246.2 mm in lines of 27 points, 146.5 mm in characters of 16 points.
    assert "每面约 25 行、每行 26 字" in found["FMT005"][0]


def test_wrong_margins_are_not_told_twice(tmp_path):
    section = SECTION.replace(MARGINS, '<w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800"/>')
    assert list(check(document(section=section), tmp_path)) == ["FMT001"]


def test_most_of_the_text_decides_about_line_spacing(tmp_path):
    tight = p("挤在一页里，行距小一些。", properties='<w:spacing w:line="480" w:lineRule="exact"/>')
    assert check(document(*LINES, tight), tmp_path) == {}


def test_paragraphs_without_indent(tmp_path):
    found = check(document(*LINES, p("各单位要加强领导，抓好落实。", style="Flush")), tmp_path)
    assert found == {"FMT006": ["有 1 个自然段没有左空二字，应设首行缩进 2 字符：各单位要加强领导，抓好落实。"]}
    numbering = abstract(1, level(0, "decimal", "%1.")) + abstract(2, level(0, "bullet", "·")) + num(1, 1) + num(2, 2)
    styles = STYLES + style("Listed", in_list(2), "Flush")
    kept = (
        p("各单位要加强领导，抓好落实。", 1, 0, style="Flush"),
        p("各单位要加强领导，抓好落实。", style="Flush", properties='<w:jc w:val="center"/>'),
        p("各单位要加强领导，抓好落实。", properties='<w:ind w:left="640" w:firstLineChars="0" w:firstLine="0"/>'),
        p("各单位要加强领导，抓好落实。", style="Flush", properties='<w:ind w:firstLine="600"/>'),
        p("联系人：张某；电话：示例。", style="Flush"),
        p("（此件公开发布，请认真执行。）", style="Flush"),
        p("各单位要加强领导，抓好落实。", 2, 0, style="Flush"),
        p("各单位要加强领导，抓好落实。", style="Listed"),
        p(run("", "") + "<w:r><w:tab/></w:r>" + run("各单位要加强领导，抓好落实。"), style="Flush"),
    )
    assert check(document(*LINES, *kept, numbering=numbering, styles=styles), tmp_path) == {}
    unlisted = p("各单位要加强领导，抓好落实。", 0, 0, style="Listed")
    assert "FMT006" in check(document(*LINES, unlisted, numbering=numbering, styles=styles), tmp_path)


def test_spaces_in_place_of_an_indent(tmp_path):
    spaced = p("　　各单位要加强领导，抓好落实。", style="Flush")
    found = check(document(*LINES, spaced), tmp_path)
    assert found == {"FMT006": ["有 1 段用空格代替缩进，应设首行缩进 2 字符，再删除空格：　　"]}
    # All of them: one place stands for them.
    lines = [line.replace('<w:t xml:space="preserve">', '<w:t xml:space="preserve">    ') for line in LINES[2:8]]
    flush = [line.replace("<w:pPr>", f"<w:pPr>{FLUSH}") for line in lines]
    (message,) = check(document(TITLE, *flush), tmp_path)["FMT006"]
    assert message == "有 6 段用空格代替缩进，应设首行缩进 2 字符，再删除空格：    "


def test_spaces_beside_an_indent_are_removed(tmp_path):
    data = document(*LINES, p("　　各单位要加强领导，抓好落实。"), p("　　一、加强宣传", style="First"), p(" 无妨。"))
    assert check(data, tmp_path) == {"FMT006": ["有 2 段已有首行缩进，段首又打了空格：　　、　　"]}
    path = tmp_path / "示例.docx"
    assert lawcheck("check", path, "--fix", "--select", "FMT006").status == 0
    assert read_path(path).text.count("　") == 0
    assert check(path.read_bytes(), tmp_path) == {}


# FMT007


def footer(
    content: str, section: str = SECTION.replace('<w:footerReference w:type="even" r:id="footer2"/>', "")
) -> bytes:
    return document(section=section, settings="", footer1=content, footer2=p())


FIELD = f'<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT ">{run("1", NUMBER)}</w:fldSimple>'
FRAME = '<w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="{}"/>'


VML = f"<w:pict><v:shape><v:textbox><w:txbxContent>{number('left')}</w:txbxContent></v:textbox></v:shape></w:pict>"


def box(alignment: str) -> str:
    """A number in a text box, as WPS has it: drawn, and once more for old programs."""
    inner = f"<w:txbxContent>{number('left')}</w:txbxContent>"
    drawn = (
        f'<w:drawing><wp:anchor><wp:positionH relativeFrom="margin"><wp:align>{alignment}</wp:align></wp:positionH>'
        f"<a:graphic><a:graphicData><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing>"
    )
    old = f"<w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
    return p(
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawn}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (box("outside"), None),
        (p(f"<w:r>{VML}</w:r>"), None),
        (box("center"), "页码为“— 1 —”，宋体四号，居中，一般用"),
        (f"<w:sdt><w:sdtContent>{box('outside')}</w:sdtContent></w:sdt>", None),
        (p(run("— ", NUMBER) + FIELD + run(" —", NUMBER), properties=FRAME.format("outside")), None),
        (p(FIELD, properties=FRAME.format("center")), "页码为“1”，宋体四号，居中，一般用"),
        (p(run("—", NUMBER) + FIELD + run("—", NUMBER), properties='<w:jc w:val="right"/>'), "右对齐"),
        (p("<w:r><w:tab/></w:r>" + run("— ", NUMBER) + FIELD + run(" —", NUMBER)), None),
        (number("right", properties=NUMBER.replace("28", "18")), "页码为“— 1 —”，宋体小五，右对齐"),
        (number("right", dash="-"), "页码为“- 1 -”，宋体四号，右对齐"),
        (
            number("right", properties='<w:rFonts w:ascii="Arial"/><w:sz w:val="28"/>'),
            "页码为“— 1 —”，Arial四号，右对齐",
        ),
        (p(field(" PAGE ", "")), "页码为Calibri三号，左对齐"),
    ],
)
def test_page_numbers(tmp_path, content, found):
    told = check(footer(content), tmp_path)
    assert found in told["FMT007"][0] if found else told == {}


def test_even_and_first_pages(tmp_path):
    centred = number("center")
    (found,) = check(document(footer2=centred), tmp_path)["FMT007"]
    assert found.startswith("页码为“— 1 —”，宋体四号，居中")
    # What is not shown, or only on the first page, does not count.
    title_page = SECTION.replace('w:type="even"', 'w:type="first"').replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
    assert [m[:20] for m in check(footer(box("outside"), title_page), tmp_path).get("FMT007", [])] == []
    two = p(properties=f"<w:sectPr>{FOOTERS}{A4}{MARGINS}</w:sectPr>")
    assert check(document(*LINES, two, p("末节。"), section=f"<w:sectPr>{A4}{MARGINS}</w:sectPr>"), tmp_path) == {}


def test_no_page_numbers(tmp_path):
    assert check(document(footer1=p("第页"), footer2=p()), tmp_path) == {}
    assert check(document(section=SECTION.replace('"footer1"', '"none"'), footer2=p()), tmp_path) == {}
    long = p("各街道按照分工清理公园道路，安装座椅和路灯。" * 30)
    told = check(document(*LINES, long, footer1=p(field(" NUMPAGES ", "3")), footer2=p()), tmp_path)
    assert told == {"FMT007": ["没有页码：示例区人民政府办公室关于做好公园管理工作的通知"]}
    headers = SECTION.replace("footerReference", "headerReference").replace('"footer', '"header')
    above = {"header1": number("right"), "header2": number("left")}
    assert check(document(*LINES, long, section=headers, **above), tmp_path) == {}


# FMT008

CHANGED = p(
    run("各单位") + changed("ins", run("要加强领导")) + changed("del", run("须", tag="delText")) + run("，抓好落实。")
)
COMMENTED = p(
    run("各单位") + '<w:commentRangeStart w:id="3"/>' + run("抓好落实") + '<w:commentRangeEnd w:id="3"/>'
    '<w:r><w:commentReference w:id="3"/></w:r>' + run("，加强领导。")
)  # fmt: skip


ALL = "残留 1 处修订，定稿前应全部接受或者拒绝："
YELLOW, RED, NONE = ('<w:highlight w:val="yellow"/>', '<w:highlight w:val="red"/>', '<w:highlight w:val="none"/>')
HIDDEN_FIELD = '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>'
ROW = table([cell("甲"), cell("乙")]).replace("<w:tr>", f"<w:tr><w:trPr>{changed('ins', '')}</w:trPr>")
OLD = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="x"/><mc:Fallback>'
    + changed("ins", run("旧"))
    + "</mc:Fallback></mc:AlternateContent></w:r>"
)


def reformatted(kind: str) -> str:
    """A tracked change of the formatting of a run or paragraph."""
    return f'<w:{kind}Change w:id="1" w:author="示例"><w:{kind}/></w:{kind}Change>'


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (CHANGED, ["残留 2 处修订，定稿前应全部接受或者拒绝：要加强领导、"]),
        (COMMENTED, ["残留 1 条批注，定稿前应删除：抓好落实"]),
        (p(run("抓好") + run("保密", "<w:vanish/>") + run("落实。")), ["有 1 处隐藏文字，定稿前应删除："]),
        (p(run("抓好") + run("落", YELLOW) + run("实", RED)), ["有 1 处突出显示，定稿前应去掉：落实"]),
        (p(run("抓", YELLOW) + run("好") + run("落", RED)), ["有 2 处突出显示，定稿前应去掉：抓、落"]),
        (p(run("抓好", NONE + '<w:vanish w:val="0"/>')), []),
        (p(HIDDEN_FIELD + run("抓好")), []),
        (p(run("抓好", reformatted("rPr")) + run("落实")), [f"{ALL}抓好"]),
        (p("抓好", properties=reformatted("pPr")), [f"{ALL}抓好"]),
        (p("抓好", properties=f"<w:rPr>{changed('ins', '')}</w:rPr>"), [f"{ALL}抓好"]),
        (ROW, [f"{ALL}甲\t乙"]),
        (p(OLD + run("抓好")), []),
        ('<w:commentRangeStart w:id="9"/>' + p("抓好"), []),
    ],
)
def test_leftovers_of_review(tmp_path, line, found):
    assert check(document(*LINES, line), tmp_path, codes="FMT008").get("FMT008", []) == found


def test_guides_may_show_their_highlights(tmp_path):
    marked = p(run("填写时请注意", '<w:highlight w:val="yellow"/>'))
    guide = (p("报名系统使用手册"), p("一、登录"), marked)
    assert check(document(*guide), tmp_path) == {}
    assert list(check(document(*LINES, marked), tmp_path)) == ["FMT008"]


def test_leftovers_in_margins_and_of_whole_sections(tmp_path):
    marked = SECTION.replace("</w:sectPr>", '<w:sectPrChange w:id="1" w:author="示例"/></w:sectPr>')
    found = check(document(section=marked, footer1=p(changed("ins", run("页脚")))), tmp_path, codes="FMT008")
    assert found == {"FMT008": ["残留 2 处修订，定稿前应全部接受或者拒绝：、页脚"]}


def test_drafts_may_show_their_review(tmp_path):
    data = document(*LINES, CHANGED)
    for stage in ("draft", "review"):
        assert check(data, tmp_path, "--stage", stage) == {}
    assert "FMT008" in check(data, tmp_path, "--stage", "final")
    for title in ("示例区公园管理方案（征求意见稿）", "示例区公园管理方案"):
        lines = (p(title, style="Heading"), p("（送审稿）"), *LINES[1:], CHANGED)
        assert check(document(*lines), tmp_path) == {}


@pytest.mark.slow
def test_what_annotate_wrote_is_no_leftover(tmp_path):
    path, out = tmp_path / "a.docx", tmp_path / "b.docx"
    path.write_bytes(document(*LINES, p("各单位要加强领导,抓好落实。")))
    assert lawcheck("annotate", path, "-o", out, "--isolated").status == 0
    found = check(out.read_bytes(), tmp_path)
    assert found == {}


# House styles


def test_a_house_style(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lawcheck.toml").write_text(
        '[layout]\nbody-font = ["宋体"]\nbody-size = "小四"\ntitle-font = ["黑体"]\ntitle-size = 18\n'
        "margin-top = 25.4\nmargin-bottom = 25.4\nmargin-left = 31.8\nmargin-right = 31.8\n"
        'line-spacing = 20\npage-number = "center"\n'
        'heading-fonts = ["SimHei"]\n',
        encoding="utf-8",
    )
    found = check(document(), tmp_path)
    counts = {"FMT001": 1, "FMT002": 1, "FMT003": 1, "FMT004": 2, "FMT005": 1, "FMT007": 2}
    assert {code: len(messages) for code, messages in found.items()} == counts
    assert "，一般用宋体小四：" in found["FMT002"][0]
    assert "本单位的版式为 20 磅" in found["FMT005"][0]
    assert "居中" in found["FMT007"][0]
    styles = (
        STYLES.replace(font("仿宋_GB2312", 32), font("SimSun", 24))
        .replace(font("方正小标宋简体", 44), font("黑体", 36))
        .replace("楷体_GB2312", "黑体")
        .replace("579", "400")
    )
    margins = '<w:pgMar w:top="1440" w:right="1803" w:bottom="1440" w:left="1803"/>'
    section = f"<w:sectPr>{FOOTERS}{A4}{margins}</w:sectPr>"
    centred = {"footer1": number("center"), "footer2": number("center")}
    assert check(document(styles=styles, section=section, **centred), tmp_path) == {}


# Whatever it is


def test_a_regulation_has_looks_of_its_own(tmp_path):
    articles = [p(f"第{n}条　公园应当每天开放，方便居民休息。", style="Flush") for n in "一二三四"]
    found = check(document(p("示例区公园管理办法"), *articles, CHANGED, section=f"<w:sectPr>{A4}</w:sectPr>"), tmp_path)
    assert list(found) == ["FMT008"]


def test_messages_in_english(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(document(*LINES, CHANGED, styles=STYLES.replace(font("仿宋_GB2312", 32), font("宋体", 24))))
    out = lawcheck("check", path, "--isolated", "--select", "FMT", "--lang", "en").out
    assert "5 paragraph(s) of the text are in 宋体 12 pt (style Normal); the rule is 仿宋 16 pt" in out
    assert "2 tracked change(s) are left: accept or reject them" in out


RULES = tuple(rule for rule in all_rules() if rule.family == "FMT")
OPTIONS = Options(RULES)


@given(st.lists(st.sampled_from(LINES[1:]), max_size=12))
def test_conforming_paragraphs_in_any_order_have_no_finding(lines):
    assert pipeline.check(read_stream(document(TITLE, *lines)), OPTIONS).diagnostics == []


@given(
    st.lists(st.sampled_from((*LINES, CHANGED, COMMENTED, ROW)), max_size=8),
    st.lists(
        st.sampled_from(("579", "仿宋_GB2312", "200", "640", "Normal", "32", "center", "exact", "1985")), max_size=4
    ),
    st.sampled_from(("", "-1", "9" * 30, "nan", "B", "0", "\u0663")),
)
def test_any_values_give_findings_inside_the_text(lines, values, instead):
    styles = STYLES
    for value in values:
        styles = styles.replace(f'"{value}"', f'"{instead}"')
    source = read_stream(document(TITLE, *lines, styles=styles, section=SECTION.replace("1985", instead)))
    for diagnostic in pipeline.check(source, OPTIONS).diagnostics:
        assert diagnostic.code in {rule.code for rule in RULES}
        assert all(0 <= start <= end <= len(source.text) for start, end in diagnostic.spans)


@pytest.mark.growth
def test_many_sections_marks_and_formats_take_no_longer_each():
    def run_on(count: int) -> None:
        section = p(properties=f"<w:sectPr>{FOOTERS}{A4}{MARGINS}</w:sectPr>")
        marks = reformatted("pPr") * count
        lines = [p(run("各单位抓好落实。", f'<w:sz w:val="{n + 2}"/>')) + section for n in range(count)]
        pipeline.check(read_stream(document(TITLE, p("抓好", properties=marks), *lines)), OPTIONS)

    assert grows_linearly(run_on, 40)


def test_examples_of_rules_differ_only_in_what_there_is():
    with pytest.raises(RuleFileError, match="body-colour"):
        specimen("示例区公园管理方案\n", {"body-colour": "red"})


# Hostile files


@pytest.mark.parametrize(
    "attributes",
    ['w:w="99999999999999999999" w:h="-1"', 'w:w="１１９０６" w:h=""', 'w:w="nan" w:h="1e9"', "", 'w:orient="odd"'],
)
def test_pages_of_any_size(tmp_path, attributes):
    sizes = f"<w:pgSz {attributes}/><w:pgMar {attributes}/><w:docGrid w:type='lines' {attributes}/>"
    assert check(document(section=f"<w:sectPr>{sizes}</w:sectPr><w:sectPr/>"), tmp_path) == {}


def test_files_of_other_programs(tmp_path):
    """What a program writes without any regard for looks: a few findings, one for each matter."""
    made = python_docx.Document()
    made.add_heading("示例区公园管理方案", 0)
    for part in ("一、总体要求", "二、主要任务"):
        made.add_heading(part, 1)
        for _ in range(20):
            made.add_paragraph("先易后难，分批推进，把公园建在居民身边，让居民满意。")
    packed = io.BytesIO()
    made.save(packed)
    found = check(packed.getvalue(), tmp_path)
    assert {code: len(messages) for code, messages in found.items()} == {f"FMT00{n}": 1 for n in range(1, 8)}
    assert "（字体：文档默认，主题字体；字号：文档默认）" in found["FMT002"][0]


def test_what_libreoffice_converts_keeps_its_looks(tmp_path, soffice):
    path = tmp_path / "示例.docx"
    path.write_bytes(document())
    command = [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to"]
    subprocess.run([*command, "odt", "--outdir", tmp_path, path], check=True, capture_output=True, timeout=PATIENCE)
    done = lawcheck("check", Path(tmp_path, "示例.odt"), "--select", "FMT")
    assert (done.status, done.err) == (0, "")
    assert "没有发现问题" in done.out
