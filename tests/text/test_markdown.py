"""Markdown by CommonMark: what is code, an address or a tag is neither reported nor changed, and all else is read."""

import pytest
from checking import check
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_judge import other_than_words, words
from timing import grows_linearly

from lawcheck import pipeline
from lawcheck.reading.formats import MARKDOWN
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.registry import all_rules
from lawcheck.structure.settings import NO_SETTINGS
from lawcheck.text.layers.markup import read_markup
from lawcheck.text.source import Source
from lawcheck.text.view import View
from lawcheck.text.vocabulary.han import is_han


def view_of(text):
    view = View(text)
    return view.without(*read_markup(view, MARKDOWN))


def prose(text):
    """The ideographs that rules see, in order."""
    view = view_of(text)
    return "".join(seen for seen, there in zip(view.prose, view.text, strict=True) if seen == there and is_han(seen))


# Each: a text, and the ideographs of it that are words.
SECTIONS = {
    "code spans": [
        ("运行`审核(试行)`命令", "运行命令"),
        ("甲``乙`丙``丁", "甲丁"),
        ("甲`乙``丙", "甲乙丙"),
        ("甲`乙\n丙`丁", "甲丁"),
        ("甲`乙\n\n丙`丁", "甲乙丙丁"),
        ("甲\\`乙`丙", "甲乙丙"),
        ("甲`乙\\`丙`丁", "甲丙丁"),
        ('`<a href="`甲">`乙', "甲乙"),
        ("[甲`](乙`丙)", "甲丙"),
        ("- 甲`乙\n- 丙`丁", "甲乙丙丁"),
        ("# 甲`乙\n丙`丁", "甲乙丙丁"),
        ("甲`<!--`乙", "甲乙"),
    ],
    "fenced code": [
        ("甲\n```\n乙\n```\n丙", "甲丙"),
        ("甲\n~~~ 丁\n乙\n```\n~~~\n丙", "甲丙"),
        ("甲\n````\n乙\n```\n丙\n````\n丁", "甲丁"),
        ("甲\n```\n乙", "甲"),
        ("- 甲\n  ```\n  乙\n  ```\n- 丙", "甲丙"),
        ("> ```\n> 甲\n\n乙", "乙"),
        ("``` 甲`乙\n丙", "甲乙丙"),
        ("    ```\n甲\n    ```\n乙", "甲乙"),
        ("```\n甲\n``` 乙\n丙\n```\n丁", "丁"),
    ],
    "indented code": [
        ("甲\n\n    乙,丙(丁)\n\n戊", "甲戊"),
        ("甲\n    乙", "甲乙"),
        ("\t甲,乙\n\n丙", "丙"),
        ("- 甲\n\n    乙\n\n丙", "甲乙丙"),
        ("- 甲\n\n      乙\n\n丙", "甲丙"),
        ("# 甲\n    乙\n丙", "甲丙"),
        ("1. 甲\n\n   乙\n\n       丙", "甲乙"),
        ("甲\n\n    一、总体要求\n\n    各街道按月报送。\n", "甲一总体要求各街道按月报送"),
        ("    甲\n\n    乙\n\n    丙\n\n    丁\n", "甲乙丙丁"),
    ],
    "links and images": [
        ("见[说明](流程(一).md)", "见说明"),
        ("见[说明](<流程 一.md>)", "见说明"),
        ("见[说明](a.md '题(一)')和[说明](a.md (题))", "见说明和说明"),
        ('见[说明](a.md\n"题")', "见说明"),
        ("见![图](图(1).png){width=50%}", "见图"),
        ("[![图](一.png)甲](二.md)", "图甲"),
        ("[甲[乙](丙)丁](戊)", "甲乙丁戊"),
        ("[关于[2024]的说明](丙)", "关于的说明"),
        ("见[说明](流程 说明(一).md)", "见说明"),
        ("[甲](乙 丙)和[2024](丁", "甲乙丙和丁"),
        ("\\[甲](乙)", "甲乙"),
        ("[**甲**](乙)", "甲"),
    ],
    "definitions": [
        ('[甲][乙]\n\n[乙]: 丙 "丁"\n', "甲"),
        ("[甲]\n\n[甲]:\n丙\n'丁'\n戊", "甲戊"),
        ("[甲][]和[丙]\n\n[甲]: <乙 丁>\n", "甲和丙"),
        ("甲\n[乙]: 丙", "甲乙丙"),
        ("[乙]: 丙 丁", "乙丙丁"),
        ("> [乙]: 丙\n\n[甲][乙]", "甲"),
    ],
    "notes": [
        ("正文[^一]见下\n\n[^一]: 说明", "正文见下说明"),
    ],
    "autolinks and tags": [
        ("见<https://example.gov.cn/查询?名称=甲>和", "见和"),
        ('<b title="甲,乙">丙</b>丁', "丙丁"),
        ("<b title='甲'\n data-a=乙>丙", "丙"),
        ("甲<3 且 乙>丙", "甲且乙丙"),
        ("<甲>乙", "甲乙"),
        ("甲<!-- 乙\n丙 -->丁<?戊?>己", "甲丁己"),
        ("甲<!-- 乙", "甲乙"),
        ("甲<code>乙</code>丙<kbd>丁</kbd>", "甲丙"),
        ("<code>甲", "甲"),
    ],
    "blocks of HTML": [
        ("<script>\n甲\n\n乙</script>\n丙", "丙"),
        ("<pre>\n甲\n\n乙</pre>\n丙", "丙"),
        ("<!--\n甲\n\n乙\n-->\n丙", "丙"),
        ('<div class="甲">\n乙\n    丙\n</div>\n\n丁', "乙丙丁"),
        ("<div>\n甲`乙`丙\n</div>", "甲乙丙"),
        ("<table>\n\n    <tr><td>甲</td></tr>\n\n</table>\n\n    乙", "甲"),
    ],
    "formulas": [
        ("面积$S=长,宽$和", "面积和"),
        ("单价$5和$6,共100$和200$", "单价和共和"),
        ("甲\n\n$$\n乙,丙\n$$\n\n丁", "甲丁"),
        ("甲$$乙$$丙", "甲丙"),
        ("甲$乙。丙$丁\\$戊$己", "甲乙丙丁戊己"),
        ("甲:smile:乙，:+1:丙:丁:戊", "甲乙丙丁戊"),
    ],
    "front matter and shortcodes": [
        ("---\ntitle: 甲\n---\n乙", "乙"),
        ('+++\ntitle = "甲"\n+++\n乙', "乙"),
        ('甲{{< figure title="乙" >}}丙{% include "丁" %}戊', "甲丙戊"),
        ("{{% 甲\n", "甲"),
        ("## 甲 {#乙}\n丙{丁}", "甲丙丁"),
    ],
    "what is read": [
        ("# 甲\n\n- 乙\n- [ ] 丙\n\n> 丁\n\n**戊**~~己~~", "甲乙丙丁戊己"),
        ("|甲|`乙`|\n|-|-|\n|丙`|丁`|", "甲丙丁"),
    ],
}


@pytest.mark.parametrize(("text", "read"), [case for cases in SECTIONS.values() for case in cases])
def test_what_is_words(text, read):
    assert prose(text) == read


# What Markdown itself does not know, or what is read although it would be code.
OURS = ("formulas", "notes", "front matter and shortcodes", "what is read")
LENIENT = ("    一、", "    甲\n\n    乙\n\n", "{width", "流程 说明", "<code>", "<kbd>", "<table>", "> [乙]")


@pytest.mark.parametrize(
    "text",
    [
        text
        for section, cases in SECTIONS.items()
        for text, _ in cases
        if section not in OURS and not any(mark in text for mark in LENIENT)
    ],
)
def test_the_other_parser_agrees(text):
    assert prose(text) == "".join(filter(is_han, words(text)))


# One text for each thing that CommonMark says of escapes, blocks in blocks, blanks, headings, links and tags.
BY_SECTION = [
    "甲\\*乙\\*丙",
    "甲&amp;乙&copy;丙",
    "甲&#35;乙",
    "\\# 甲",
    "甲\\\n乙",
    "甲  \n乙",
    "甲\n===\n乙",
    "甲\n---\n乙",
    "***\n甲\n___\n乙",
    "- - -\n甲",
    "> 甲\n乙\n\n> > 丙\n丁",
    "> - 甲\n>\n>       乙\n丙",
    "1) 甲\n2) 乙\n\n       丙",
    "- 甲\n\n\n  乙\n\n      丙",
    "10. 甲\n\n    乙\n\n        丙",
    "* 甲\n  * 乙\n    * 丙\n\n          丁",
    "-\n  甲\n\n-\n\n  乙",
    "甲\n1. 乙\n\n甲\n2. 丙",
    "- 甲\n 1. 乙",
    "*甲**乙**丙*",
    "__甲__乙_丙_",
    "**甲 (** 乙**丙)**",
    "甲*乙\n\n丙*丁",
    "[甲](<乙\\>丙>)",
    "[甲](乙\\)丙)",
    "[甲](( 乙 ))",
    "[甲]( 乙\n '丙' )",
    "![甲][]\n\n[甲]: 乙",
    "[甲] [乙]\n\n[乙]: /u",
    "[甲`]`乙](丙)",
    "[甲]: <>\n[甲]",
    "[甲]:\n\n乙",
    "[甲]: 乙 '丙\n丁'\n戊",
    "[甲\n乙]\n\n[甲 乙]: /u",
    "<甲@乙>丙",
    "<a@example.cn>甲",
    "<https://甲>乙",
    "<div 甲>\n乙\n</div>",
    "<DIV>\n甲",
    "</ins>\n甲`乙`",
    "<!-- 甲 -->乙\n丙",
    "<![CDATA[\n甲\n]]>\n乙",
    "<!甲>乙",
    "<!DOCTYPE 甲>\n乙",
    "甲<b\n丙='丁'>乙",
    "<b>甲`乙`</b>",
    '甲<a href="`">乙`丙',
    "```\n甲\n  ```\n乙",
    "   ```\n   甲\n   ```\n乙",
    "~~~甲`乙\n丙\n~~~\n丁",
    "```\n\n\n甲",
    "> ```\n甲",
    "- ```\n  甲\n乙",
    "`` 甲`乙 ``丙",
    "`甲",
    "`甲\\`乙`",
    "    甲\n  乙\n",
    "甲\n\n\t乙\n丙",
    "  - 甲\n\n\t乙",
    ">\t\t甲\n乙",
    "-\t\t甲\n乙",
    "# 甲 #\n## 乙 ##丙",
    "#甲",
    "####### 甲",
    "#\t甲",
    "甲 # 乙",
    "|甲|\n|-|\n|`乙|丙`|",
    "甲<br/>乙",
    "甲</b >乙",
    "甲<b / >乙",
    "甲< b>乙",
    '甲<b a="乙>丙',
]


@pytest.mark.parametrize("text", BY_SECTION)
def test_the_other_parser_agrees_by_section(text):
    assert prose(text) == "".join(filter(is_han, words(text)))


def test_what_is_kept_is_seen():
    view = view_of("运行`审核(试行)`，见$a,b$")
    assert view.text == "运行审核(试行)，见$a,b$"
    assert [view.source_text[start:end] for start, end in view.kept] == ["`审核(试行)`", "$a,b$"]
    assert len(view.prose) == len(view.text)


def test_an_ordinal_in_bold_heads_a_section():
    source = Source("# 示例区方案\n\n**一、**总体要求\n\n**二、重点任务**\n\n**（一）** 推进", format=MARKDOWN)
    document = pipeline.parse(source)
    assert [node.marker for node in document.walk()] == ["一、", "二、", "（一）"]


def codes(text):
    return {diagnostic.code for diagnostic in check(Source(text, format=MARKDOWN), all_rules()).diagnostics}


def test_a_note_is_no_end_of_the_text():
    body = "为做好保洁工作，制定本方案。\n\n一、总体要求\n加强领导[^1]，落实责任。\n\n二、保障措施\n加强督查。"
    text = f"# 示例区方案\n\n{body}\n\n[^1]: 说明，上年的文字"
    assert "STR013" not in codes(text)
    assert "STR013" in codes(text.replace("[^1]: ", ""))


def test_what_a_web_page_left_in_an_item_stays_with_the_mark():
    """Without it the paragraph below would be code."""
    text = "示例区方案\n\n- 首页 > 政务公开 > 文件\n\n    区,县\n\n加强管护。\n"
    fixed = pipeline.fix(Source(text, format=MARKDOWN), Options(tuple(all_rules()), "auto", NO_SETTINGS), unsafe=True)
    assert fixed.text == text.replace("区,县", "区，县")


def test_items_of_a_list_are_no_broken_lines():
    items = "- 加强对各街道河道保洁工作的组织领导和统筹，\n- 完善各项制度，健全保洁机制，落实责任，\n- 强化监督。\n"
    text = f"# 示例区方案\n\n一、总体要求\n\n{items}"
    assert "OCR011" not in codes(text)
    assert view_of(text).text.count("\n") == text.count("\n")


def test_code_holds_no_ordinals():
    source = Source("# 示例区方案\n\n一、甲\n\n命令`三、丙`\n\n二、乙\n", format=MARKDOWN)
    assert [node.marker for node in pipeline.parse(source).walk()] == ["一、", "二、"]


PIECES = [
    *(
        "`",
        "``",
        "```\n",
        "\n```\n",
        "~~~\n",
        "\n\n",
        "\n",
        "    ",
        "\n\n    ",
        "\n- ",
        "\n1. ",
        "\n> ",
        "\n# ",
        "  \n",
    ),
    *("*", "**", "[", "](", "](<", "![", "]", "][", ")", ' "', '" ', "'", "(", "\n[甲]: ", "<b>", "</b>", '<a href="'),
    *(
        '">',
        "<!--",
        "-->",
        "\n<div>\n",
        "</div>",
        "<http://",
        "@x.cn>",
        ">",
        "\\",
        "|",
        "---",
        "\t",
        "\n\n- ",
        "\n\n  ",
    ),
    *("<pre>\n", "</pre>", "<?", "?>", "\n===\n"),
]
LETTERS = (
    "乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄宇宙洪荒日月盈昃宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨"
)


@st.composite
def markdown(draw, faults=()):
    """Marks of all sorts between words of which no two are the same, and enough lines that are not indented."""
    marks = draw(st.lists(st.sampled_from(PIECES), max_size=14))
    text = "".join(
        f"{LETTERS[3 * n : 3 * n + draw(st.integers(1, 3))]}{mark}{draw(st.sampled_from(faults)) if faults else ''}"
        for n, mark in enumerate(marks)
    )
    return text + "\n\n" + "\n\n".join("完" * 16)


@settings(max_examples=600)
@given(markdown())
def test_both_parsers_read_the_same_words(text):
    """Not in the same order, for markdown-it sets definitions apart; and a name of a definition is no word."""
    theirs = {c for c in words(text) if is_han(c)} - {"甲"}
    assert set(prose(text)) - {"甲"} == theirs


FAULTS = ("区,县", "甲;乙", "(试行)", "帐号", "０２", "区 县", "？！", "按排")


@settings(max_examples=80)
@given(markdown(FAULTS))
def test_fixes_change_words_alone(text):
    source = Source(text, format=MARKDOWN)
    fixed = pipeline.fix(source, Options(tuple(all_rules()), "auto", NO_SETTINGS), unsafe=True)
    assert other_than_words(fixed.text) == other_than_words(text)


@settings(max_examples=80)
@given(markdown(FAULTS))
def test_nothing_is_reported_in_code(text):
    found = check(Source(text, format=MARKDOWN), all_rules())
    kept = view_of(text).kept
    places = [span for diagnostic in found.diagnostics for span in diagnostic.spans]
    assert not [(a, b) for a, b in places for start, end in kept if start <= a and b <= end and (a, b) != (start, end)]


HOSTILE = [
    "[](",
    "[a](b",
    '[a](b "',
    "[](a '",
    "[a]: b\n",
    "[a]:\n",
    "<a b='",
    '<a b="c" ',
    "<!--",
    "<code>",
    "$a",
    "$$\n",
]
HOSTILE += [
    "{% ",
    "{{<",
    "    a\n\n",
    "- ",
    "- a\n\n      b\n",
    "> ",
    "> ```\n",
    "<table>\n",
    "<?",
    "<![CDATA[",
    "``` a\n",
]
HOSTILE += [
    "[^a]",
    "[^a]: ",
    "`" * 3 + "\n\n",
    "`a``",
    "1. ",
    "\t",
    "[[",
    "]]",
    "![",
    "\\\\",
    "(" * 40,
    "[a][b]",
    "<a@",
    "~~a",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear(unit):
    assert grows_linearly(lambda size: read_markup(View(unit * (size // len(unit))), MARKDOWN), 8_000)


def test_long_runs_of_backticks_take_linear_time():
    def run(size):
        read_markup(View("".join("`" * n + "a" for n in range(int((2 * size) ** 0.5)))), MARKDOWN)

    assert grows_linearly(run, 20_000)
