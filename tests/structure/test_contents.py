"""Tables of contents: the outline has their headings once, and nothing is found in them."""

import pytest

from lawcheck import check_text
from lawcheck.pipeline import parse
from lawcheck.reading.formats import HTML, MARKDOWN
from lawcheck.text.file_format import PLAIN, FileFormat
from lawcheck.text.source import Source

BODY = (
    "一、工作目标\n到2024年底，管护绿道20公里。\n二、主要任务\n（一）加强巡查\n每周巡查一次。\n（二）及时修补\n"
    "发现破损，三日内修补。\n三、工作要求\n各单位按时报送情况。\n"
)
OUTLINE = ["一、工作目标", "二、主要任务", "（一）加强巡查", "（二）及时修补", "三、工作要求"]
HEAD = "示例区绿道管护工作方案\n"
STATUTE = (
    "第一章　总则\n第一条　为了管好绿道，制定本办法。\n第二章　巡查养护\n第二条　绿道每周巡查一次。\n"
    "第三章　附则\n第三条　本办法自2024年5月1日起施行。\n"
)
CHAPTERS = ["第一章总则", "第二章巡查养护", "第三章附则"]


def outline(text: str, form: FileFormat = PLAIN) -> list[str]:
    nodes = parse(Source(text, format=form)).walk()
    return ["".join((node.marker + node.title).split()) for node in nodes if node.level != "article"]


@pytest.mark.parametrize(
    "contents",
    [
        "目录\n一、工作目标\n二、主要任务\n三、工作要求\n",
        "目　录\n一、工作目标\n二、主要任务\n三、工作要求\n\n",
        "目次\n一、工作目标\n二、主要任务\n三、工作要求\n",
        "【目录】\n一、工作目标\n二、主要任务\n三、工作要求\n",
        "目录：\n一、工作目标\n二、主要任务\n三、工作要求\n",
        "目录\n一、工作目标\t1\n二、主要任务\t2\n三、工作要求\t4\n",
        "目录\n一、工作目标……………………1\n二、主要任务……………………2\n三、工作要求……………………4\n",
        "目录\n一、工作目标........1\n二、主要任务........2\n三、工作要求........4\n",
        "目录\n一、工作目标·······（1）\n二、主要任务·······（2）\n三、工作要求·······（4）\n",
        "目录\n一、工作目标 1\n二、主要任务 2\n三、工作要求 4\n",
        "目录\n一、工作目标……1\n二、主要任务……2\n（一）加强巡查……2\n（二）及时修补……3\n三、工作要求……4\n",
        "目录\n　　一、工作目标\n　　二、主要任务\n　　　　（一）加强巡查\n　　　　（二）及时修补\n　　三、工作要求\n",
        "一、工作目标……1\n二、主要任务……2\n三、工作要求……4\n",
        "一、工作目标\n二、主要任务\n三、工作要求\n",
        "目 录\n\n一、工作目标\n\n二、主要任务\n\n三、工作要求\n\n",
    ],
)
def test_contents_of_a_plan(contents: str):
    text = HEAD + contents + BODY
    assert outline(text) == OUTLINE
    assert check_text(text).diagnostics == []


@pytest.mark.parametrize(
    "contents",
    [
        "目　录\n第一章　总则\n第二章　巡查养护\n第三章　附则\n",
        "目录\n第一章　总则……1\n第二章　巡查养护……2\n第三章　附则……3\n",
        "第一章　总则\n第二章　巡查养护\n第三章　附则\n",
    ],
)
def test_contents_of_a_statute(contents: str):
    text = f"示例区绿道管理办法\n{contents}{STATUTE}"
    assert outline(text) == CHAPTERS
    assert check_text(text).diagnostics == []


@pytest.mark.parametrize(
    ("contents", "form"),
    [
        ("## 目录\n\n- 一、工作目标\n- 二、主要任务\n- 三、工作要求\n\n", MARKDOWN),
        ("## 目录\n\n- [一、工作目标](#a)\n- [二、主要任务](#b)\n- [三、工作要求](#c)\n\n", MARKDOWN),
        (
            "<h2>目录</h2><ul><li><a href='#a'>一、工作目标</a></li><li>二、主要任务</li><li>三、工作要求</li></ul>",
            HTML,
        ),
        ("<p>目　录</p><p>一、工作目标</p><p>二、主要任务</p><p>三、工作要求</p>", HTML),
    ],
)
def test_contents_in_markup(contents: str, form: FileFormat):
    body = "".join(f"<p>{line}</p>" for line in BODY.splitlines()) if form == HTML else BODY.replace("\n", "\n\n")
    assert outline(contents + body, form) == OUTLINE


@pytest.mark.parametrize(
    "text",
    [
        "示例区政务事项方案\n一、编制目录\n各部门编制目录。\n二、公布目录\n区政务服务局公布。\n",
        "示例区事项目录\n一、行政许可\n设立学校审批。\n二、行政确认\n残疾等级评定。\n",
        "示例区方案\n目录\n各部门编制事项目录，按月公布。\n一、范围\n全区。\n二、时间\n每月五日。\n",
    ],
)
def test_what_only_speaks_of_contents_is_none(text: str):
    assert parse(Source(text)).frame.contents == ()


def test_entries_are_tied_to_their_headings():
    text = HEAD + "目录\n一、工作目标……1\n二、主要任务……2\n三、资金……4\n" + BODY
    document = parse(Source(text))
    (contents,) = document.frame.contents
    assert [(entry.title, entry.page) for entry in contents.entries] == [
        ("一、工作目标", 1),
        ("二、主要任务", 2),
        ("三、资金", 4),
    ]
    assert [entry.heading for entry in contents.entries] == [
        text.rindex("一、工作目标"),
        text.rindex("二、主要任务"),
        None,
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "{}……………Ⅱ",
        "{}……第{}页",
        "{}　　- {} -",
        "{} . . . . . . {}",
        "{}．．．．．．{}",
        "{}\t（{}）",
        "{} …………………………\n{}",
    ],
)
def test_pages_of_entries(entry: str):
    entries = "".join(
        entry.format(name, n) + "\n" for n, name in enumerate(("一、工作目标", "二、主要任务", "三、工作要求"), 1)
    )
    text = f"{HEAD}目录\n{entries}{BODY}"
    assert outline(text) == OUTLINE
    assert check_text(text).diagnostics == []


@pytest.mark.parametrize(
    "contents",
    [
        "## 目录\n\n1. 工作目标\n2. 主要任务\n3. 工作要求\n\n",
        "## 目录\n\n| 章节 | 页码 |\n|---|---|\n| 一、工作目标 | 1 |\n| 二、主要任务 | 2 |\n| 三、工作要求 | 5 |\n\n",
    ],
)
def test_contents_that_markdown_numbers_or_divides(contents: str):
    document = parse(Source(contents + BODY.replace("\n", "\n\n"), format=MARKDOWN))
    assert ["".join((node.marker + node.title).split()) for node in document.walk()] == OUTLINE
    (found,) = document.frame.contents
    assert found.entries[0].title.endswith("工作目标")
    assert all(entry.heading for entry in found.entries)


def test_two_items_of_markdown_are_no_contents():
    """What the text has not is listed for itself."""
    text = "## 目录\n\n1. 借用手续\n2. 归还时限\n3. 赔偿标准\n\n各班按时归还图书。\n"
    assert parse(Source(text, format=MARKDOWN)).frame.contents == ()
