"""The text of Word documents: what Word shows, line for line, and the way back to the runs."""

import io
import subprocess
from pathlib import Path

import docx as python_docx
import pytest
from command import lawcheck
from docx_documents import (
    COMPARED,
    OFFICIAL,
    SECTION,
    abstract,
    cell,
    changed,
    docx,
    field,
    in_list,
    level,
    num,
    p,
    run,
    style,
    table,
)
from timing import PATIENCE, grows_linearly

from benchmarks.word import word
from lawcheck import check_path
from lawcheck.errors import SourceError
from lawcheck.reading import read_path, read_stream
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.word_text import WordText, read_text


def read(data: bytes, original: bool = False) -> WordText:
    return read_text(Package(data, "示例.docx"), original)


def body(data: bytes, original: bool = False) -> list[str]:
    """The lines of the body."""
    text = read(data, original)
    return text.text[: text.body_end].split("\n")[:-1]


def as_libreoffice(data: bytes) -> list[str]:
    """The lines as LibreOffice writes them: a space behind each label, each cell on a line of its own."""
    text = read(data)
    characters = list(text.text)
    for start, end in text.labels:
        characters[start:end] = [text.text[start:end].rstrip() + " ", *[""] * (end - start - 1)]
    for row in (row for each in text.tables for row in each.rows):
        for one in row[1:]:
            characters[one.at - 1] = "\n"
    return [line.strip(" ") for line in "".join(characters[: text.body_end]).split("\n")[:-1]]


@pytest.fixture(scope="module")
def libreoffice(tmp_path_factory, soffice) -> Path:
    """The folder with what LibreOffice makes of all documents, as text."""
    folder = tmp_path_factory.mktemp("libreoffice")
    for name, build in COMPARED.items():
        (folder / f"{name}.docx").write_bytes(build())
    command = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder)]
    files = [str(folder / f"{name}.docx") for name in COMPARED]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=PATIENCE)
    return folder


@pytest.mark.parametrize("name", COMPARED)
def test_reads_as_libreoffice_line_for_line(name, libreoffice):
    theirs = (libreoffice / f"{name}.txt").read_text(encoding="utf-8-sig").removesuffix("\n").split("\n")
    assert as_libreoffice(COMPARED[name]()) == [line.strip(" ") for line in theirs]


def test_levels_that_never_restart_or_only_after_some():
    # LibreOffice 7.4 does not know w:lvlRestart; this is ISO/IEC 29500-1, 17.9.10.
    levels = (
        level(0, "chineseCounting", "第%1章 "),
        level(1, "chineseCounting", "第%2节 "),
        level(2, "chineseCountingThousand", "第%3条 ", restart=0),
        level(3, "decimal", "（%4）"),
    )
    numbering = abstract(1, *levels) + num(1, 1)
    lines = body(docx("".join(p("甲", 1, depth) for depth in [0, 1, 2, 2, 3, 1, 2, 3, 0, 1, 2]), numbering=numbering))
    labels = [line[:-1].strip() for line in lines]
    assert labels == [
        "第一章",
        "第一节",
        "第一条",
        "第二条",
        "（1）",
        "第二节",
        "第三条",
        "（1）",
        "第二章",
        "第一节",
        "第四条",
    ]
    levels = (level(0, "decimal", "%1."), level(1, "decimal", "%1.%2 "), level(2, "lowerLetter", "%3)", restart=1))
    numbering = abstract(1, *levels) + num(1, 1)
    lines = body(docx("".join(p("甲", 1, depth) for depth in [0, 1, 2, 1, 2, 0, 1, 2]), numbering=numbering))
    assert lines == ["1.甲", "1.1 甲", "a)甲", "1.2 甲", "b)甲", "2.甲", "2.1 甲", "a)甲"]


def test_legal_levels_write_every_number_in_digits():
    # LibreOffice 7.4 does not know w:isLgl; this is ISO/IEC 29500-1, 17.9.4.
    levels = (
        level(0, "chineseCounting", "第%1章", suffix="space"),
        level(1, "decimal", "%1.%2", legal=True, suffix="space"),
        level(2, "upperRoman", "%1.%2.%3", legal=True, suffix="tab"),
    )
    data = docx("".join(p("甲", 1, depth) for depth in [0, 1, 2, 0, 1]), numbering=abstract(1, *levels) + num(1, 1))
    assert body(data) == ["第一章 甲", "1.1 甲", "1.1.1\t甲", "第二章 甲", "2.1 甲"]


@pytest.mark.parametrize(
    ("number_format", "start", "label"),
    [
        ("decimalFullWidth", 12, "１２"),
        ("ideographDigital", 105, "一〇五"),
        ("chineseCounting", 105, "一〇五"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseLegalSimplified", 10, "壹拾"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedParen", 3, "⑶"),
        ("decimalEnclosedFullstop", 3, "⒊"),
        ("ideographEnclosedCircle", 3, "㊂"),
        ("ideographTraditional", 11, "11"),
        ("upperRoman", 1949, "MCMXLIX"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 99999, "99999"),
        ("upperRoman", 0, "0"),
        ("numberInDash", 3, "- 3 -"),
        ("no-such-format", 7, "7"),
    ],
)
def test_number_formats(number_format, start, label):
    numbering = abstract(1, level(0, number_format, "%1", start=start, suffix="space")) + num(1, 1)
    assert body(docx(p("内容", 1, 0), numbering=numbering)) == [f"{label} 内容"]


def test_a_format_of_words_own_falls_back():
    own = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, …"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    numbering = (abstract(1, level(0, "decimal", "%1.")) + num(1, 1)).replace('<w:numFmt w:val="decimal"/>', own)
    assert body(docx(p("内容", 1, 0), numbering=numbering)) == ["1.内容"]


def test_bullets_are_no_text():
    levels = (level(0, "bullet", "\uf06c", suffix="tab"), level(1, "decimal", "%2.", suffix="tab"))
    data = docx("".join(p("甲", 1, depth) for depth in [0, 1, 1, 0, 1]), numbering=abstract(1, *levels) + num(1, 1))
    assert body(data) == ["甲", "1.\t甲", "2.\t甲", "甲", "1.\t甲"]


def test_lists_that_are_not_defined_are_no_lists():
    levels = level(0, "decimal", "%1.")
    circle = abstract(5, link='<w:numStyleLink w:val="Circle"/>') + num(5, 5)
    styles = style("Circle", in_list(5), kind="numbering") + style("A", "", "B") + style("B", "", "A")
    data = docx(
        p("甲", 9, 0) + p("乙", 1, 3) + p("丙", 5, 0) + p("丁", style="A") + p("戊", style="无") + p("己", 1),
        numbering=abstract(1, levels) + num(1, 1) + num(2, 7) + circle,
        styles=styles,
    )
    assert body(data) == ["甲", "乙", "丙", "丁", "戊", "1.己"]


def test_fields_show_their_result_and_hidden_text_is_out():
    nested = field(f" IF {field(' PAGE ', '1')} = 1 ", "首页")
    styles = style("Normal") + style("Ghost", kind="character", run_properties="<w:vanish/>")
    styles += style("Secret", run_properties="<w:vanish/>")
    data = docx(
        p(run("第") + field(" PAGE ", "3") + run("页"))
        + p(f'<w:fldSimple w:instr=" DATE ">{run("2024年")}</w:fldSimple>' + run("完成"))
        + p(nested + run("之后"))
        + p(run("看得见") + run("看不见", "<w:vanish/>") + run("影", '<w:rStyle w:val="Ghost"/>') + run("。"))
        + p(run("密") + run("显", '<w:vanish w:val="0"/>'), style="Secret")
        + p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("坏域"))
        + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("好段")),
        styles=styles,
    )
    assert body(data) == ["第3页", "2024年完成", "首页之后", "看得见。", "显", "", "好段"]


def test_a_hidden_paragraph_mark_and_a_deleted_one_join():
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    data = docx(
        p("标题", properties=hidden) + p("正文。") + p(run("无", "<w:vanish/>"), properties=hidden) + p("末段。")
    )
    assert body(data) == ["标题正文。", "末段。"]
    removed = f"<w:rPr>{changed('del', '')}</w:rPr>"
    data = docx(
        p("一。", 1, 0) + p(changed("del", run("删。", tag="delText")), 1, 0, properties=removed) + p("二。", 1, 0),
        numbering=OFFICIAL + num(1, 1),
    )
    assert body(data) == ["一、一。", "二、二。"]
    assert body(data, original=True) == ["一、一。", "二、删。", "三、二。"]


def test_the_number_of_joined_paragraphs_is_that_of_the_last_one():
    removed = f"<w:rPr>{changed('del', '')}</w:rPr>"
    gone = changed("del", run("删", tag="delText"))
    data = docx(
        p("一", 1, 0)
        + p(gone, properties=removed)
        + p("前半", properties=removed)
        + p("中间", properties=removed)
        + p("后半", 1, 0)
        + p("三", 1, 0),
        numbering=OFFICIAL + num(1, 1),
    )
    text = read(data)
    assert text.text == "一、一\n二、前半中间后半\n三、三\n"
    assert [text.text[a:b] for a, b in text.labels] == ["一、", "二、", "三、"]
    label = text.paragraph_at(text.text.index("二"))
    assert label is not None and text.text[label.body_start : label.end] == "前半"
    assert body(data, original=True) == ["一、一", "删", "前半", "中间", "二、后半", "三、三"]


def test_blocks_in_wrappers():
    wrapped = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    rows = wrapped(f"<w:tr>{wrapped(cell('甲'))}</w:tr>")
    grid = table([cell("首")]).replace("</w:tbl>", f"{rows}</w:tbl>")
    choice = f'<mc:AlternateContent><mc:Choice Requires="w14">{p("选")}</mc:Choice></mc:AlternateContent>'
    fallback = f"<mc:AlternateContent><mc:Fallback>{p('替')}</mc:Fallback></mc:AlternateContent>"
    alternative = f'<mc:AlternateContent><mc:Choice Requires="w14">{run("选")}</mc:Choice></mc:AlternateContent>'
    bad_field = '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>'
    data = docx(grid + choice + fallback + "<mc:AlternateContent/>" + p(alternative + bad_field + run("后")))
    assert body(data) == ["首", "甲", "选", "替", "选后"]


@pytest.mark.parametrize("name", COMPARED)
def test_every_rule_runs_over_word_documents(name):
    result = lawcheck("check", "-", "--select", "ALL", "--output-format", "json", stdin=COMPARED[name]())
    (file,) = result.json["files"]
    assert not [d for d in file["diagnostics"] if d["code"] == "LAW000"]


@pytest.mark.growth
def test_reading_takes_time_in_proportion():
    assert grows_linearly(lambda pages: read_stream(word(pages)), 20)


def test_tracked_changes_as_accepted_or_as_they_were():
    added = f"<w:rPr>{changed('ins', '')}</w:rPr>"
    rows = [cell("原有")], [cell("新增")]
    grid = (
        table(*rows)
        .replace("<w:tr>", f"<w:tr><w:trPr>{changed('ins', '')}</w:trPr>", 2)
        .replace(f"<w:tr><w:trPr>{changed('ins', '')}</w:trPr>", "<w:tr>", 1)
    )
    data = docx(
        p(run("本办法") + changed("del", run("可以", tag="delText")) + changed("ins", run("应当")) + run("执行。"))
        + p(changed("moveFrom", run("移动", tag="delText")) + run("在此") + changed("moveTo", run("移动")))
        + p(changed("ins", run("新增段。")), properties=added)
        + p(
            "换表",
            1,
            0,
            properties='<w:pPrChange w:id="3" w:author="示例"><w:pPr><w:numPr><w:ilvl w:val="1"/>'
            '<w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>',
        )
        + grid,
        numbering=OFFICIAL + num(1, 1),
    )
    assert body(data) == ["本办法应当执行。", "在此移动", "新增段。", "一、换表", "原有", "新增"]
    assert body(data, original=True) == ["本办法可以执行。", "移动在此", "（一）换表", "原有"]


def test_alternatives_and_text_boxes_come_once_behind_the_body():
    box = f"<w:txbxContent>{p('框中文字。')}{p('又一段。')}</w:txbxContent>"
    drawing = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    text = read(docx(p(run("图前") + drawing + run("图后"))))
    assert text.text == "图前图后\n\n框中文字。\n又一段。\n"
    assert text.text[: text.body_end] == "图前图后\n"


def test_notes_headers_and_footers_stand_behind_the_body_in_their_parts():
    reference = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        '<w:headerReference w:type="first" r:id="header2"/>'
        '<w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    )
    note = '<w:footnote w:id="{}">{}</w:footnote>'
    data = docx(
        p(run("正文") + reference.format(2) + run("。")) + p(run("又一段") + reference.format(1) + run("。")),
        section,
        footnotes='<w:footnote w:type="separator" w:id="0">'
        + p("分隔")
        + "</w:footnote>"
        + note.format(1, p("后注。"))
        + note.format(2, p("先注。"))
        + note.format(3, p("无人引用。")),
        header1=p("页眉文字"),
        header2=p("首页页眉"),
        footer1=p(run("— ") + field(" PAGE ", "1") + run(" —")),
    )
    text = read(data)
    assert text.text == "正文。\n又一段。\n\n先注。\n\n后注。\n\n页眉文字\n\n— 1 —\n"
    parts = [paragraph.part for paragraph in text.paragraphs]
    assert parts == ["word/document.xml"] * 2 + ["word/footnotes.xml"] * 2 + ["word/header1.xml", "word/footer1.xml"]
    report = lawcheck("check", "-", "--select", "OCR013", stdin=data)
    assert report.status == 0, "a page number belongs into a footer"


def test_headers_of_first_and_even_pages_where_they_are_shown():
    section = (
        '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:headerReference w:type="even" r:id="header2"/>'
        "<w:titlePg/></w:sectPr>"
    )
    data = docx(p("正文。"), section, header1=p("首页"), header2=p("偶数页"))
    assert read(data).text == "正文。\n\n首页\n"
    data = docx(p("正文。"), section, header1=p("首页"), header2=p("偶数页"), settings="<w:evenAndOddHeaders/>")
    assert read(data).text == "正文。\n\n首页\n\n偶数页\n"


def test_characters_that_are_elements():
    data = docx(
        p("<w:r><w:t>2024</w:t><w:noBreakHyphen/><w:t>2026</w:t><w:softHyphen/></w:r>")
        + p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F0B7"/></w:r>' + run("已办"))
        + p('<w:r><w:sym w:font="Wingdings 2" w:char="0052"/><w:sym w:char="4E00"/><w:sym w:char="坏"/></w:r>')
        + p('<w:r><w:br w:type="page"/></w:r>' + run("新页"))
        + p(run("前") + '<w:r><w:br w:type="page"/></w:r>' + run("后"))
        + p(
            "<w:r><w:ruby><w:rt><w:r><w:t>zhào</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>曌</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        )
        + p("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>" + run("之和"))
        + p("<w:r><w:t>甲\n\t乙</w:t></w:r>"),
    )
    assert body(data) == ["2024-2026", "☑□已办", "☑一", "新页", "前", "后", "曌", "a+b之和", "甲  乙"]


def test_tables_with_merged_cells_once():
    rows = (
        [cell("任务"), cell("单位"), cell("时限")],
        [cell("共同", merge="restart"), cell("甲局"), cell("2024年")],
        [cell("看不见", merge="continue"), cell("乙局"), cell("2025年")],
        [cell("横跨", span=2), cell(p("一段") + p("二段"))],
        [cell(table([cell("内"), cell("层")])), cell("外")],
    )
    text = read(docx(p("表前") + table(*rows) + p("表后")))
    assert text.text == (
        "表前\n任务\t单位\t时限\n共同\t甲局\t2024年\n\t乙局\t2025年\n横跨\t一段\n二段\n内\t层\t外\n表后\n"
    )
    outer = text.tables[-1]
    second = outer.rows[2][0]
    assert (text.text[second.start : second.end], second.continued) == ("共同", True)
    assert [(c.column, c.width) for c in outer.rows[3]] == [(0, 2), (2, 1)]


def test_every_character_knows_its_run_and_labels_have_none():
    data = docx(p("题目") + p(run("总体") + run("要求", "<w:b/>"), 1, 0), numbering=OFFICIAL + num(1, 1))
    text = read(data)
    start = text.text.index("体要")
    assert [(text.text[a:b], e.text) for a, b, e in text.anchor(start, start + 2)] == [("体", "总体"), ("要", "要求")]
    label = text.text.index("一、")
    assert text.anchor(label, label + 2) == []
    found = text.paragraph_at(label)
    assert found is not None and text.text[found.body_start : found.end] == "总体要求"
    for paragraph in text.paragraphs:
        assert "".join(text.text[a:b] for a, b, _ in paragraph.runs) == text.text[paragraph.body_start : paragraph.end]


def test_documents_of_python_docx(tmp_path):
    document = python_docx.Document()
    document.add_heading("示例区工作方案", 0)
    document.add_paragraph("一、总体要求")
    document.add_table(1, 2).cell(0, 1).text = "单元格"
    document.add_paragraph("二、重点任务")
    document.save(str(tmp_path / "a.docx"))
    assert read_path(tmp_path / "a.docx").text == "示例区工作方案\n一、总体要求\n\t单元格\n二、重点任务\n"


def test_untouched_parts_stay_as_they_are():
    before = Package(COMPARED["official"](), "a.docx")
    with pytest.raises(SourceError, match="不是普通的 Word 文件"):
        Package(before.packed({"word/document.xml": b"<new/>"}, {"word/comments.xml": b"<added/>"}), "b.docx")
    after = Package(before.packed({}, {"word/comments.xml": b"<added/>"}), "b.docx")
    assert after.names == (*before.names, "word/comments.xml")
    assert all(after.read(name) == before.read(name) for name in before.names)
    assert after.read("word/comments.xml") == b"<added/>"


def test_findings_on_automatic_numbers_speak_of_the_list(tmp_path):
    # A list that begins anew by accident, and a number typed beside the automatic ones.
    numbering = OFFICIAL + num(1, 1) + num(2, 1, level0=2)
    text = "做好登记造册、分类处置和公开公示工作，定期通报进展情况。"
    data = docx(
        p("示例区楼道整治方案")
        + "".join(p(f"{name}\n", 1, 0) + p(text) for name in ("总体要求", "重点任务"))
        + p("保障措施", 2, 0)
        + p(text)
        + p("五、附则")
        + p(text),
        numbering=numbering,
    )
    path = tmp_path / "方案.docx"
    path.write_bytes(data)
    result = lawcheck("check", path, "--select", "STR", "--output-format", "json")
    (file,) = result.json["files"]
    assert file["encoding"] == "docx"
    found = {d["code"]: d for d in file["diagnostics"]}
    assert "自动编号" in found["STR001"]["message"] and found["STR001"]["fix"] is None
    assert "自动编号" not in found["STR002"]["message"], "五、 is typed"


def _findings(body: str, **parts: str) -> list[tuple[str, str, str]]:
    """Code, place and message of what the rules on structure say."""
    data = docx(p("示例区楼道整治方案") + body, **parts)
    report = lawcheck("check", "-", "--select", "STR001,STR003", "--output-format", "json", stdin=data).json
    text = read_stream(data).text
    found = report["files"][0]["diagnostics"]
    return [(d["code"], text[d["offset"] : d["end_offset"]], d["message"]) for d in found]


SENTENCE = p("做好登记造册、分类处置和公开公示工作，定期通报进展情况。")


def test_numbers_typed_beside_automatic_ones():
    headings = ("一、总体要求", 0), ("重点任务", 0), ("（一）清理楼道", 1), ("摸清底数", 1), ("保障措施", 0)
    body = "".join(p(text, 1, depth) + SENTENCE for text, depth in headings)
    found = _findings(body, numbering=OFFICIAL + num(1, 1))
    assert found == [
        ("STR001", "一、", "自动编号“一、”后面又手写了序号“一、”，应删去手写的"),
        ("STR001", "（一）", "自动编号“（一）”后面又手写了序号“（一）”，应删去手写的"),
    ]


def test_lists_that_begin_anew_by_accident():
    numbering = OFFICIAL + num(1, 1) + num(2, 1, level0=1)
    first = p("总体要求", 1, 0) + SENTENCE + p("重点任务", 1, 0) + SENTENCE
    second = p("保障措施", 2, 0) + SENTENCE + p("附则", 2, 0) + SENTENCE
    ((code, place, message),) = _findings(first + second, numbering=numbering)
    assert (code, place) == ("STR003", "一、")
    assert message.startswith("编号数到“二、”后又从“一、”重新开始，中间没有另起的标题，应接着编（这是自动编号")
    # A title or an introduction between them begins another list.
    assert _findings(first + p("示例区楼道整治考核办法") + second, numbering=numbering) == []
    assert _findings(first + p("考核内容如下：") + second, numbering=numbering) == []


def test_fixes_never_touch_an_automatic_number():
    numbering = abstract(1, level(0, "decimal", "%1,")) + num(1, 1)
    text = "清理楼道堆放的杂物,登记造册。"
    data = docx(p("示例区楼道整治方案") + "".join(p(text, 1, 0) for _ in range(3)), numbering=numbering)
    source = read_stream(data)
    assert source.text.count("1,") == 1
    report = lawcheck("check", "-", "--select", "ALL", "--output-format", "json", stdin=data).json
    labels = [range(a, b) for a, b in source.labels]
    edits = [e for d in report["files"][0]["diagnostics"] if d["fix"] for e in d["fix"]["edits"]]
    assert edits
    assert not any(e["offset"] in label for e in edits for label in labels)


def test_the_text_command_and_the_python_interface(tmp_path):
    path = tmp_path / "方案.docx"
    path.write_bytes(docx(p("一") + p(changed("del", run("删", tag="delText")) + run("留"))))
    assert lawcheck("text", path).out == "一\n留\n"
    assert lawcheck("text", path, "--revisions", "original").out == "一\n删留\n"
    report = check_path(path)
    assert (report.files[0].encoding, report.files[0].characters) == ("docx", 4)


def test_a_stream_of_word_is_known_by_its_content():
    assert read_stream(docx(p("正文。"), SECTION)).text == "正文。\n"
    assert io.BytesIO(docx(p("正文。"))).getvalue().startswith(b"PK")
