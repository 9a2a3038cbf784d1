"""HTML, Markdown and line ends: what a reader sees stays, and keeps its place in the file."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timing import grows_linearly

from lawcheck.reading.formats import HTML, MARKDOWN
from lawcheck.text.file_format import PLAIN, FileFormat
from lawcheck.text.layers.markup import newline_cuts, read_markup
from lawcheck.text.view import View


def seen(text: str, text_format: FileFormat) -> str:
    view = View(text)
    return view.without(*read_markup(view, text_format)).text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>一、总体<b>要求</b></p>\n<p>二、任务</p>", "\n一、总体要求\n二、任务\n"),
        ("第一行<br>第二行<BR/>第三行", "第一行\n第二行\n第三行"),
        ("<p>推动\n      发展</p>", "\n推动发展\n"),
        ("<p>use\n  words</p>", "\nuse words\n"),
        ("<p>推动\r\n发展 \r\n</p>", "\n推动发展\n"),
        ("<pre>一\n 二</pre>", "\n一\n 二\n"),
        ("&lt;甲&gt;&amp;&#65292;&#xFF1B;&nosuch;&emsp;&nbsp;乙", "<甲>&，；&nosuch;\u3000 乙"),
        ("甲<!-- 注 -->乙<!-- 未完<p>", "甲乙"),
        ("甲<script>var a = '<p>乙</p>';</script>丙<style>p{}", "甲丙"),
        ('<a title="a>b" href=x>甲</a>乙', "甲乙"),
        ('<a title="甲</a>乙', "乙"),
        ("甲 < 乙，</>丙 <3 <", "甲 < 乙，</>丙 <3 <"),
        ("<td>甲</td> <td>乙</td>", "\n甲\n乙\n"),
        ("<!DOCTYPE html><?xml?>甲<svg/>乙", "甲乙"),
        ("<head><title>题</title><meta></head><body>文</body>", "\n题\n文\n"),
        ("<head><title>题_网站</title>x</head><body><h1>题</h1></body>", "\n题\n"),
        ("<head>没有结尾<p>文", "\n没有结尾\n文"),
        ("<p>甲 <span>乙</span> </p>", "\n甲 乙\n"),
    ],
)
def test_html(html, text):
    assert seen(html, HTML) == text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("---\ntitle: 题\n---\n# 标题 #\n", "\n标题\n"),
        ("---\n没有结尾", "\n没有结尾"),
        ("##标题\n\n####### 不是", "标题\n\n####### 不是"),
        ("> 引文\n> > 再引", "引文\n再引"),
        ("- 甲\n* 乙\n+ 丙\n1. 丁\n一、戊", "甲\n乙\n丙\n1. 丁\n一、戊"),
        ("**甲**、*乙*、__丙__、***丁***", "甲、乙、丙、丁"),
        ("达到__%以上，满意度__%，2 * 3 * 4", "达到__%以上，满意度__%，2 * 3 * 4"),
        ("见[附件](a_b*c.html)和![图](t.png)，〔2021〕5号，[2021]", "见附件和图，〔2021〕5号，[2021]"),
        ("**[附件](x)**", "附件"),
        ("甲\n```py\n**x**\n```\n乙\n~~~\n未完", "甲\n\n乙\n"),
        ("`代码`和``两``", "代码和两"),
        ("1\\. 甲\\*", "1. 甲*"),
        ("|甲|乙|\n|---|:-:|\n| 丙 | 丁 |", "甲\n\n乙\n\n丙\n\n丁\n\n"),
        ("甲\n===\n乙\n---\n* * *\n", "甲\n\n乙\n\n\n"),
        ("甲<br>乙<b>丙</b>&nbsp;丁<!-- 注 -->戊<!-- 未完", "甲\n乙丙 丁戊<!-- 未完"),
        ("3 < 5 &nosuch; > 2", "3 < 5 &nosuch; > 2"),
    ],
)
def test_markdown(markdown, text):
    assert seen(markdown, MARKDOWN) == text


@pytest.mark.parametrize(
    ("html", "read"),
    [
        ("<p>各街道按月报送<code>甲,乙</code>情况</p>", "各街道按月报送情况"),
        ("<p>各街道按月报送情况</p><pre class=x>甲,\n<code>乙</code></pre>", "各街道按月报送情况"),
        ("<p>各街道按月<tt>甲<tt>乙</tt>丙</tt>报送</p>", "各街道按月报送"),
        # Not closed, or nearly all that there is: it is the text.
        ("<p>各街道<code>按月报送", "各街道按月报送"),
        ("<p>甲</p><pre>一、总体要求\n二、任务</pre>", "甲一、总体要求二、任务"),
    ],
)
def test_code_in_html(html, read):
    view = View(html)
    view = view.without(*read_markup(view, HTML))
    assert len(view.prose) == len(view.text)
    assert "".join(a for a, b in zip(view.text, view.prose, strict=True) if a == b and not a.isspace()) == read


def test_a_text_has_no_markup():
    assert seen("# <b>甲</b>", PLAIN) == "# <b>甲</b>"


def test_every_line_end_becomes_one_newline():
    view = View("一\r\n二\r三\u2028四\u2029五\x85六\v七\f八\n九\r")
    assert view.without(newline_cuts(view)).text == "一\n二\n三\n四\n五\n六\n七\n八\n九\n"


MARKED = st.text(st.sampled_from("一a<>/!-&;#\"'= \n*_`[]()|\\\\\r"), max_size=60) | st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "<head>",
            "<title>",
            "</head>",
            "<pre>",
            "<br>",
            "&lt;",
            "&#0;",
            "**",
            "```\n",
            "[a](b)",
            "\n# ",
            "\n- ",
            "\n|",
            "---\n",
            "一",
            " ",
            "\n",
            '="',
            ">",
        ]
    ),
    max_size=30,
).map("".join)


@given(MARKED, st.sampled_from((HTML, MARKDOWN)))
def test_any_text_gives_cuts_in_order(text, text_format):
    cuts, *_ = read_markup(View(text), text_format)
    assert all(0 <= cut.start < cut.end <= len(text) for cut in cuts)
    assert all(a.end <= b.start for a, b in pairwise(cuts))


HOSTILE = ["<!--", "<script>", '<a ="x>" ', "<a =\"x' ", "<", "</", "&#", "<head>", "<title>", " \n", "<svg/"]
HOSTILE += [
    "[",
    "[](",
    "**a",
    "*",
    "__a",
    "`",
    "```\n",
    "|",
    "> ",
    "<pre>",
    "<code></code>",
    "# a #",
    "- ",
    "-",
    "*a",
    "\n|",
    "\\",
    "_ ",
    "<b ",
]


@pytest.mark.growth
@pytest.mark.parametrize("text_format", [HTML, MARKDOWN])
@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear(unit, text_format):
    assert grows_linearly(lambda size: read_markup(View(unit * (size // len(unit))), text_format), 10_000)
