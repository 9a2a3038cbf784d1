"""Addresses, paths, names of files and identifiers: where they begin and end, and that nothing in them is a fault."""

import pytest
from checking import check
from hypothesis import given
from hypothesis import strategies as st
from timing import grows_linearly

from lawcheck import check_text, parse, pipeline
from lawcheck.reading.formats import HTML, MARKDOWN
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.registry import all_rules
from lawcheck.structure.settings import NO_SETTINGS
from lawcheck.text.file_format import PLAIN
from lawcheck.text.layers import clean
from lawcheck.text.layers.addresses import addresses
from lawcheck.text.source import Source


def marked(text, text_format=PLAIN):
    """The text with ⟦ ⟧ around what is kept."""
    view = clean(Source(text, format=text_format))
    for start, end in reversed(view.kept):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text


@pytest.mark.parametrize(
    "text",
    [
        "请登录⟦http://map.example.cn/index.html⟧下载，或者访问⟦www.example.cn⟧。",
        "详见⟦https://example.cn/文件/1.pdf⟧，逾期不候",
        "详见⟦https://example.cn/文件(一),二/1.附件.pdf⟧，逾期不候",
        "详见⟦https://example.cn/文件/流程说明(一).md⟧, 逾期",
        "详见⟦https://example.cn/a⟧,逾期不候;见⟦https://example.cn/b⟧.请填写",
        "(见 ⟦http://example.cn/a(b)c⟧)",
        "“⟦http://example.cn/a⟧”、《⟦http://example.cn/b⟧》（⟦http://example.cn/c⟧）",
        "请登录⟦www.example.cn⟧查询,逾期不候",
        "登录⟦www.example.gov.cn/查询?名称=保洁&年份=2026⟧;截止",
        "是否访问⟦http://example.cn/a⟧?请填写",
        "见⟦http://示例.中国/文件⟧。",
        "⟦http://www.example.com.cn:8080/路/a_b?x=1,2#三⟧",
        "⟦http://a.community/x⟧与⟦https://localhost:80/⟧",
        "发至⟦ab_c@example.gov.cn⟧,联系",
        "存于⟦D:\\资料\\示例区(一).docx⟧，⟦\\\\server\\共享\\表(二).xlsx⟧",
        "路径⟦/usr/local/lib/a.so⟧和⟦./附件/表(一).xlsx⟧",
        "下载任务表⟦(终稿).docx⟧和⟦list-2.pdf⟧",
        "字段⟦user_name⟧和⟦v1.2.3⟧",
        "摘要⟦d41d8cd98f00b204e9800998ecf8427e⟧，⟦12345678-1234-1234-1234-123456789abc⟧",
        "确保⟦&nbsp;⟧各项，甲⟦&#x3000;⟧乙⟦&amp;⟧丙",
    ],
)
def test_where_they_end(text):
    assert marked(text.replace("⟦", "").replace("⟧", "")) == text


@pytest.mark.parametrize(
    "text",
    [
        "见http:/map与http：//map和www。map。cn",
        "甲和/或乙，GB/T 9704—2012，km/h，2024/5/6，24/7",
        "____年__月，达到__%以上",
        "1.2.3. 总体，2.3.1工作，PM2.5，A4，5G，3.5万元，2024.5.6",
        "证号123456789012345678，电话0571-88888888",
        "AT&T;R&D;投入",
        "示例区完善清单.落实责任，作者阿·列夫.托尔斯泰",
        "比例1:500，时间8:30，1,000份",
    ],
)
def test_what_is_none(text):
    assert marked(text) == text


@pytest.mark.parametrize("text_format", [PLAIN, MARKDOWN, HTML])
@pytest.mark.parametrize(
    "text",
    [
        "查询地址为https://example.cn/帐号,名单(一)/按排.pdf，请各单位及时下载并组织填报。",
        "发件地址zhang_0l@example.cn，存于D:\\帐号,名单\\按排(一).docx，请各单位下载。",
    ],
)
def test_nothing_in_them_is_reported_or_changed(text, text_format):
    source = Source(f"示例区保洁工作方案\n\n{text}\n", format=text_format)
    kept = clean(source).kept
    found = check(source, all_rules())
    places = [span for diagnostic in found.diagnostics for span in diagnostic.spans]
    assert kept
    assert not [(a, b) for a, b in places for start, end in kept if start <= a and b <= end]
    assert pipeline.fix(source, Options(tuple(all_rules()), "auto", NO_SETTINGS), unsafe=True).text == source.text


def test_what_stands_around_them_is_reported():
    text = "请登录www.example.cn查询,逾期不候;见http://example.cn/a(b),谢谢。"
    places = [span for d in check(Source(text), all_rules()).diagnostics if d.code == "PUN001" for span in d.spans]
    assert [text[start:end] for start, end in places] == [",", ";", ","]


def test_the_outline_shows_them_as_they_are():
    document = pipeline.parse(Source("示例区方案\n\n一、登录https://example.cn/甲,乙办理\n内容。\n"))
    assert [node.title for node in document.nodes] == ["登录https://example.cn/甲,乙办理"]


@pytest.mark.parametrize(
    ("text", "text_format", "fixed"),
    [
        ("确保&nbsp;各项,并&amp;且&#x3000;落实。", PLAIN, "确保&nbsp;各项，并&amp;且&#x3000;落实。"),
        ("确保&nbsp;各项,并&amp;且&#x3000;落实。", MARKDOWN, "确保&nbsp;各项，并&amp;且&#x3000;落实。"),
        ("<p>确保&nbsp;各项,并&amp;且&#x3000;落实。</p>", HTML, "<p>确保&nbsp;各项，并&amp;且&#x3000;落实。</p>"),
    ],
)
def test_entities_are_kept(text, text_format, fixed):
    rules = tuple(rule for rule in all_rules() if rule.code != "OCR014")
    assert (
        pipeline.fix(Source(text, format=text_format), Options(rules, "auto", NO_SETTINGS), unsafe=True).text == fixed
    )


WORDS = st.sampled_from(
    [
        "http://",
        "www.",
        "a",
        "1",
        ".cn",
        ".",
        "/",
        "\\",
        "文",
        "(",
        ")",
        ",",
        "?",
        "=",
        "@",
        "_",
        "v",
        " ",
        "。",
        "&",
        ";",
    ]
)


@given(st.lists(WORDS, max_size=30).map("".join))
def test_any_text_has_spans_in_it(text):
    assert all(0 <= start < end <= len(text) for start, end in addresses(text))


HOSTILE = [
    "http://",
    "://",
    "a://",
    "http://a/,文",
    "www.",
    "a.cn/",
    ".cn",
    "a@",
    "@a.",
    "a_",
    "_",
    "/a",
    "C:\\",
    "\\\\a",
    "./",
    "v1.",
]
HOSTILE += [
    "(.pdf",
    "a.pdf",
    ").pdf",
    "0a",
    "f-",
    "http://a/(",
    "http://a/?文",
    "&a",
    "&#1",
    "a.",
    "文.",
    "http://a/文.文",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear(unit):
    assert grows_linearly(lambda size: clean(Source(unit * (size // len(unit)))), 10_000)


@pytest.mark.parametrize("word", ["网络安全", "政务公开", "公司治理", "中国标准", "公益项目"])
def test_an_item_whose_first_word_is_also_the_end_of_addresses_is_an_item(word):
    text = f"一、重点任务\n1.示例建设。\n2.{word}。\n3.示例验收。\n"
    assert [d.code for d in check_text(text).diagnostics] == []
    assert [node.number for node in parse(text).nodes[0].children] == [1, 2, 3]
