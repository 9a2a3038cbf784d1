"""OFD files: their text, where it stands, and those that nobody should trust."""

import json

import pytest
from command import lawcheck
from hypothesis import given
from hypothesis import strategies as st
from ofd_files import LEFT, PITCH, SIZE, lines, ofd, page, rule, words

from lawcheck import SourceError, check_bytes, parse_path
from lawcheck.reading import read_stream
from lawcheck.reading.paged import ofd_pages

LONG = (
    "为方便居民就近办理各类事项，区人民政府决定在全区各街道设立便民服务点，"
    "由各街道办事处负责选址和日常管理，年底前全部投入使用。"
)
PICTURE = page("<ofd:ImageObject ID='1' ResourceID='2'/>")


def text_of(data):
    return read_stream(data, "文件.ofd").text


def refused(data):
    with pytest.raises(SourceError) as caught:
        read_stream(data, "文件.ofd")
    return caught.value.reason.zh


@pytest.mark.slow
def test_lines_of_a_paragraph_are_joined_and_paragraphs_are_not():
    first, y = lines(LONG)
    second, _ = lines("各街道办事处要明确专人。", y)
    assert text_of(ofd(page(words("示例区便民服务方案", 70, 40), first, second))) == (
        f"示例区便民服务方案\n{LONG}\n各街道办事处要明确专人。\n"
    )


def test_a_paragraph_goes_on_overleaf_without_page_numbers():
    first, second = LONG[:52], LONG[52:]
    above, _ = lines(first, 50)
    below = "".join(words(second[at : at + 27], LEFT, 50 + at // 27 * PITCH) for at in range(0, len(second), 27))
    numbers = [words(f"— {at} —", 97, 280, 4.2) for at in (1, 2)]
    assert text_of(ofd(page(above, numbers[0]), page(below, numbers[1]))) == f"{LONG}\n"


def test_where_characters_stand_is_said_in_three_ways():
    said = (
        '<ofd:TextObject ID="1" Boundary="28 40 100 10" Font="2" Size="5">'
        '<ofd:TextCode X="0" Y="5" DeltaX="g 2 5 5">按期完成</ofd:TextCode><ofd:TextCode X="20">整改</ofd:TextCode>'
        "</ofd:TextObject>"
        '<ofd:TextObject ID="2" Boundary="28 60 100 10" CTM="0.3527 0 0 0.3527 0 0" Font="2" Size="14.2">'
        '<ofd:TextCode X="0" Y="14.2" DeltaX="14.2 14.2 14.2">按期上报</ofd:TextCode></ofd:TextObject>'
        '<ofd:PageBlock><ofd:TextObject ID="3" Boundary="28 80 100 10" Font="2" Size="5">'
        '<ofd:TextCode X="0" Y="5">2026年</ofd:TextCode></ofd:TextObject></ofd:PageBlock>'
    )
    assert text_of(ofd(page(said))) == "按期完成整改按期上报2026年\n"


def test_a_table_with_drawn_lines_is_a_table():
    grid = [rule(30, y, 150, y) for y in (60, 75, 90)] + [rule(x, 60, x, 90) for x in (30, 90, 150)]
    cells = [words("任务", 33, 70), words("牵头单位", 93, 70), words("清理楼道", 33, 85), words("区民政局", 93, 85)]
    source = read_stream(ofd(page(*grid, *cells)), "文件.ofd")
    assert [[source.text[cell.start : cell.end] for cell in row] for row in source.tables[0].rows] == [
        ["任务", "牵头单位"],
        ["清理楼道", "区民政局"],
    ]


def test_boxes_and_thin_areas_are_lines_and_curves_are_none():
    def drawn(data, more=""):
        path = f'<ofd:PathObject Boundary="20 20 80 40"{more}><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData>'
        return ofd_pages.read_ofd_pages(ofd(page(words("表"), path + "</ofd:PathObject>")), "a.ofd")[0][0].ruled

    assert len(drawn("M 0 0 L 80 0 L 80 40 L 0 40 C")) == 4
    assert len(drawn("S 0 0 M 0 0 L 80 0 L 80 0.2 L 0 0.2 C", ' Stroke="false" Fill="true"')) == 1
    assert len(drawn("M 0 0 L 0 30")) == 1
    assert drawn("M 0 0 L 80 40") == []
    assert drawn("M 0 0 L 0.5 0") == []
    assert drawn("M 0 0 L 80 40 L 3 3 C", ' Stroke="false"') == []
    assert drawn("M 0 0 L 80 0 L 80 40 C", ' Stroke="false" Fill="true"') == []
    assert len(drawn("M 0 0 B 1 1 2 2 80 0 Q 1 1 80 40 A 1 1 0 0 0 0 40 L 80 40")) == 1
    assert drawn("L x y M 0") == drawn("") == []
    assert drawn("M -90 0 L 80 0") == []


def test_a_template_stands_on_each_of_its_pages():
    under = page(words("示例区人民政府文件", 60, 30))
    used = '<ofd:Template TemplateID="t0" ZOrder="Background"/>'
    data = ofd(page(words("第一页。"), template=used), page(words("第二页。"), template=used), templates=[under])
    seen, _ = ofd_pages.read_ofd_pages(data, "a.ofd")
    assert ["".join(glyph.char for glyph in each.glyphs) for each in seen] == [
        "示例区人民政府文件第一页。",
        "示例区人民政府文件第二页。",
    ]
    assert text_of(ofd(page(words("没有模板。"), template=used))) == "没有模板。\n"


def test_what_does_not_stand_upright_is_not_read():
    across = words("内部资料", 60, 120, CTM="0.7 0.7 -0.7 0.7 0 0")
    shown = page(words("正文。"), across, words("竖排", 150, 60, ReadDirection="90"), words("不见", Visible="false"))
    assert text_of(ofd(shown)) == "正文。\n"


def test_the_size_of_a_page_is_its_own_or_that_of_the_document():
    area = "<ofd:Area><ofd:PhysicalBox>0 0 420 297</ofd:PhysicalBox></ofd:Area>"
    (wide, plain), _ = ofd_pages.read_ofd_pages(ofd(page(words("甲"), area=area), page(words("乙"))), "a.ofd")
    assert (wide.width, plain.width, plain.height) == (11906, 5953, 8419)


def test_only_the_pages_that_are_asked_for_are_read(tmp_path):
    path = tmp_path / "a.ofd"
    path.write_bytes(ofd(*(page(words(f"第{number}页。")) for number in "一二三")))
    assert lawcheck("text", path, "--pages", "2-3").out == "第二页。第三页。\n"
    done = lawcheck("text", path, "--pages", "9")
    assert (done.status, done.err) == (2, f"lawcheck: {path}：没有所要的页\n")


def test_findings_say_page_and_line_and_tasks_are_found(tmp_path):
    first, y = lines("二、重点任务")
    second, _ = lines("1.清理楼道,集中清理堆物。（牵头单位：区民政局）", y)
    path = tmp_path / "方案.ofd"
    path.write_bytes(ofd(page(first, second)))
    (found,) = json.loads(lawcheck("check", path, "--select", "PUN001", "--output-format", "json").out)["files"]
    (finding,) = found["diagnostics"]
    assert (found["encoding"], finding["start"]["page"], finding["start"]["page_line"]) == ("ofd", 1, 2)
    assert [unit.name for task in parse_path(path, "plan").tasks for unit in task.lead] == ["区民政局"]


def test_it_is_known_by_its_content_and_cannot_be_fixed(tmp_path):
    data = ofd(page(words("实施方案（20212025年）已经印发。", size=4)))
    assert [found.code for found in check_bytes(data).diagnostics] == ["NUM002"]
    path = tmp_path / "a.ofd"
    path.write_bytes(data)
    done = lawcheck("check", path, "--fix")
    assert done.status == 2 and path.read_bytes() == data and done.err.count("\n") <= 2


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 OFD.xml", "不是 OFD 文件，或者文件已损坏、不完整"),
        (ofd(page(), Encryptions="<a/>"), "文件已加密，请先去掉打开密码"),
        (
            ofd(page("<ofd:ImageObject ID='1' ResourceID='2'/>")),
            "没有文字层（扫描件），请在 OFD 阅读器中导出为 PDF 再检查",
        ),
        (ofd(page("<broken>")), "部件 Doc_0/Pages/Page_0/Content.xml 内容不是完好的 XML"),
        (ofd("<!DOCTYPE a><a/>"), "部件 Doc_0/Pages/Page_0/Content.xml 含有 DTD 或实体声明，拒绝读取"),
        (ofd(page(), locations=["../../../etc/passwd"]), "缺少部件 etc/passwd"),
        (ofd(page(), locations=["Pages/None.xml"]), "缺少部件 Doc_0/Pages/None.xml"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data, reason):
    assert refused(data) == reason


def test_a_file_without_a_document_is_refused(monkeypatch):
    monkeypatch.setattr(ofd_pages, "_ROOT", "Doc_0/Document.xml")
    assert refused(ofd(page(words("甲")))) == "不是 OFD 文件，或者文件已损坏、不完整"


def test_one_part_for_many_pages_is_one_page():
    name = "Pages/Page_0/Content.xml"
    assert text_of(ofd(page(words("只此一页。")), locations=[name] * 3000)) == "只此一页。\n"


def test_too_much_is_refused(monkeypatch):
    data = ofd(page(words("第一页。")), page(words("第二页。")))
    monkeypatch.setattr(ofd_pages, "_MOST_GLYPHS", 7)
    assert refused(data) == "内容过于庞大，拒绝读取"
    monkeypatch.setattr(ofd_pages, "_MOST_PAGES", 1)
    assert refused(data) == "页数过多，不能读取"


@pytest.mark.parametrize("delta", ["g 999999999999 5.6", "g 1e308 5.6", "nan inf x", "g", "5.6 " * 100_000, "g -5 5.6"])
def test_steps_that_make_no_sense_do_no_harm(delta):
    line = words("按期完成").replace(f'DeltaX="{SIZE} {SIZE} {SIZE}"', f'DeltaX="{delta}"')
    assert delta in line
    assert set(text_of(ofd(page(line, words("末行。", y=90)))).replace("\n", "")) <= set("按期完成末行。 ")


def test_blocks_within_blocks_without_end():
    deep = "<ofd:PageBlock>" * 200 + words("深处") + "</ofd:PageBlock>" * 200
    assert text_of(ofd(page(deep, words("浅处。")))) == "浅处。\n"


_VALUE = st.text("0123456789.-+eg naifNM LCSBQA", max_size=20)


@given(st.lists(st.tuples(_VALUE, _VALUE, _VALUE, _VALUE, st.text("按期完成，。A1 ", max_size=8)), max_size=5))
def test_whatever_is_said_of_places_a_file_is_read_or_refused(items):
    content = "".join(
        f'<ofd:TextObject Boundary="{box}" CTM="{turn}" Size="{size}"><ofd:TextCode X="{size}" DeltaX="{steps}">{text}'
        f'</ofd:TextCode></ofd:TextObject><ofd:PathObject Boundary="{box}"><ofd:AbbreviatedData>{steps}'
        "</ofd:AbbreviatedData></ofd:PathObject>"
        for box, turn, size, steps, text in items
    )
    source = read_stream(ofd(page(words("总有一行。"), content)), "a.ofd")
    assert "总有一行。" in source.text
