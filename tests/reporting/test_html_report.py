"""The report as a page: everything is in it, links lead both ways, and nothing of a document becomes part of it."""

import re
import sys
from base64 import b64encode
from hashlib import sha256
from html import unescape

import pytest
from command import lawcheck
from docx_documents import OFFICIAL, cell, docx, num, p, table
from html_pages import faults, parsed, shown_text, words
from hypothesis import given, settings
from test_properties import FORMATS, TEXTS

from lawcheck import pipeline
from lawcheck.reading.formats import HTML, MARKDOWN
from lawcheck.reporting.display.blocks import MOST_IN_PARAGRAPH
from lawcheck.reporting.excerpt import visible
from lawcheck.reporting.html import HtmlReporter
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.registry import all_rules
from lawcheck.text.file_format import PLAIN
from lawcheck.text.source import Source

PLAN = """示例区社区花园实施方案

为改善环境,根据工作安排,制定本方案。

一、总体要求

（一）工作目标。按照20242026年工作安排推进。

二、重点任务

（二）清理场地

1.清理杂物。清理楼道杂物。（牵头单位：区住房城乡建设局；参加单位：区财政局、区财政局；完成时限：2025年6月底前）

3.补种花木。补种花草树木。（牵头单位：区园林局；完成时限：2025年9月底前）
"""
HOSTILE = (
    "一、<script>alert(1)</script>,<img src=x onerror=alert(2)>\n\n"
    "（一）\"><a href='javascript:alert(3)'>点这里</a>,{{ 7*7 }}{% raw %}</style><b id=findings>\n\n"
    "三、&lt;b&gt;,<!-- </article> --><base href=//example.invalid>\n"
)


def report(*sources: Source, language: str = "zh") -> str:
    reporter = HtmlReporter()
    for source in sources:
        reporter.add(pipeline.check(source, Options(all_rules())), language)
    return reporter.finish((), language)


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "方案.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def called(path, *options):
    done = lawcheck("check", path, "--isolated", "--output-format", "html", *options)
    assert (done.status, done.err) == (1, "")
    page = parsed(done.out)
    assert faults(page) == []
    return page


def test_every_finding_is_there_with_place_reason_and_fix(plan):
    page = called(plan)
    found = lawcheck("check", plan, "--isolated", "--output-format", "json").json["files"][0]["diagnostics"]
    cards = page.xpath('//li[starts-with(@class, "card")]')
    assert [card.get("data-rule") for card in cards] == [each["code"] for each in found]
    for card, each in zip(cards, found, strict=True):
        text = words(card)
        assert each["message"] in text
        assert card.get("data-title") in text
        assert f"{each['start']['line']}:{each['start']['column']}" in card.xpath('.//a[@class="place"]/@title')
        assert {"error": "错误", "warning": "警告", "info": "提示"}[each["severity"]] in text
        assert (each["fix"] is None) == (not card.xpath('.//div[@class="fix"]'))
        assert all(source["title"] in text for source in each["source"])


def test_places_and_findings_lead_to_each_other(plan):
    page = called(plan)
    for card in page.xpath('//li[starts-with(@class, "card")]'):
        (place, *_) = card.xpath('.//a[@class="place"]/@href')
        (mark,) = page.xpath(f'//*[@id="{place[1:]}"]')
        if mark.tag == "a":
            assert mark.get("href") == f"#{card.get('id')}" or card.get("id") in mark.get("data-for")
    assert len(page.xpath('//a[starts-with(@class, "mark")]')) >= len(page.xpath('//li[starts-with(@class, "card")]'))


def test_a_fix_shows_what_would_change(plan):
    page = called(plan, "--select", "NUM002")
    (change,) = page.xpath('//p[@class="change"]')
    assert change.text_content().strip() == "…作目标。按照2024—2026年工作安排推…"
    assert [element.text for element in change.xpath("ins")] == ["—"]


def test_headings_outline_and_tasks(plan):
    page = called(plan)
    headings = [(h.get("aria-level"), h.text_content()) for h in page.xpath('//article//*[@role="heading"]')]
    assert headings == [("3", "一、总体要求"), ("3", "二、重点任务"), ("4", "（二）清理场地")]
    (title,) = page.xpath('//p[@class="line title"]')
    assert title.text_content() == "示例区社区花园实施方案"
    assert [a.text_content() for a in page.xpath('//section[@class="outline"]//a')] == [
        *("一、总体要求", "（一）工作目标", "二、重点任务", "（二）清理场地", "1.清理杂物", "3.补种花木"),
    ]
    rows = [[words(cell) for cell in row] for row in page.xpath('//section[@class="tasks"]//tbody/tr')]
    assert rows[0][0] == "1"
    assert rows[0][3] == "区住房城乡建设局"
    assert rows[0][6] == "2025年6月底前 2025-06-30"
    assert [row[0] for row in rows] == ["1", "3"]


def test_the_page_needs_nothing_and_may_run_only_its_own(plan):
    page = called(plan)
    (policy,) = page.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')
    assert policy.startswith("default-src 'none'; ")
    for kind, (element,) in (("style", page.xpath("//style")), ("script", page.xpath("//script"))):
        own = b64encode(sha256(element.text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{own}'" in policy
    assert not page.xpath("//link|//script/@src")
    assert not [link for link in page.xpath("//@href") if not link.startswith("#")]


def test_what_is_in_a_document_stays_text():
    for text_format in (PLAIN, HTML, MARKDOWN):
        page = parsed(report(Source(HOSTILE, "<i>甲</i>.txt", format=text_format)))
        assert faults(page) == []
        text = unescape(HOSTILE) if text_format is HTML else HOSTILE
        assert "".join(shown_text(page)) == text.replace("\n", "")
        assert len(page.xpath("//script")) == 1
        assert words(page.xpath("//h2")[0]) == "<i>甲</i>.txt"


@settings(max_examples=50, deadline=None)
@given(TEXTS, FORMATS)
def test_all_of_any_text_is_shown_once_and_in_order(text, text_format):
    text = text.encode("utf-8", "replace").decode()
    page = parsed(report(Source(text, format=text_format)))
    assert faults(page) == []
    if text_format is HTML and "&" in text:
        return  # what stands there for a character is shown as that
    written = "".join(visible(line) for line in text.replace("\r", "\n").split("\n"))
    assert "".join("".join(shown_text(page)).split()) == "".join(written.split())


def test_a_word_file_has_its_numbers_and_tables(tmp_path):
    head = [cell("任务"), cell("牵头单位"), cell("完成时限", span=2)]
    rows = ([cell("清理", merge="restart"), cell("区住房城乡建设局"), cell("2024年13月"), cell("")],)
    rows += ([cell("", merge="continue"), cell(p("区财政局") + p("区园林局")), cell("2025年,"), cell("")],)
    body = p("示例区方案") + p("总体要求", 1, 0) + table(head, *rows) + p("清理场地", 1, 0)
    path = tmp_path / "甲.docx"
    path.write_bytes(docx(body, numbering=OFFICIAL + num(1, 1)))
    for _ in range(2):  # the second time from what was kept
        page = called(path)
        assert [label.text for label in page.xpath('//span[contains(@class, "label")]')] == ["一、", "二、"]
        cells = [[words(cell) for cell in row] for row in page.xpath("//article//table//tr")]
        assert cells == [
            ["任务", "牵头单位", "完成时限"],
            ["清理", "区住房城乡建设局", "2024年13月", ""],
            ["区财政局 区园林局", "2025年,", ""],
        ]
        assert page.xpath("//article//td/@rowspan") == ["2"]
        assert page.xpath("//article//td/@colspan") == ["2"]
        assert page.xpath('//article//td//a[contains(@class, "mark")]')


def test_a_table_in_a_table_is_a_part_of_its_cell(tmp_path):
    path = tmp_path / "甲.docx"
    path.write_bytes(docx(table([cell(p("外,面") + table([cell("里面")]) + p()), cell("旁边")]) + p("之后。")))
    cells = [words(cell) for cell in called(path).xpath("//article//td")]
    assert cells == ["外,面 里面", "旁边"]


def test_what_stands_beside_the_body_is_set_apart(tmp_path):
    path = tmp_path / "乙.docx"
    box = "<w:r><w:pict><w:txbxContent>" + p("框中的,文字") + "</w:txbxContent></w:pict></w:r>"
    path.write_bytes(docx(p("正文,如下。") + f"<w:p>{box}</w:p>"))
    page = called(path)
    lines = [(line.get("class"), line.text_content()) for line in page.xpath("//article/p")]
    assert lines == [("line", "正文,如下。"), ("beyond", "文本框、注释、页眉页脚"), ("line", "框中的,文字")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "甲.html",
            "<html>\n<h1>示例区方案</h1>\n<p><b>一、总体要求</b></p>\n<p>改善<i>环境</i>,逐步见效。</p>\n</html>\n",
        ),
        ("甲.md", "---\na: 1\n---\n# 示例区方案\n\n## 一、总体要求\n\n改善**环境**,逐步见效。\n"),
    ],
)
def test_markup_has_its_effect_and_is_not_seen(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    page = called(path)
    for unseen in page.xpath('//*[contains(@class, "unseen") or @class="markup"]'):
        unseen.drop_tree()
    assert shown_text(page) == ["示例区方案", "一、总体要求", "改善环境,逐步见效。"]
    assert page.xpath('string(//p[@class="line title"])') == "示例区方案"
    assert page.xpath('string(//article//*[@role="heading"])') == "一、总体要求"


def test_several_documents_have_a_table_of_contents(tmp_path, plan):
    other = tmp_path / "另一份.txt"
    other.write_text("一、总体要求,\n", encoding="utf-8")
    (tmp_path / "坏.docx").write_bytes(b"PK")
    done = lawcheck("check", tmp_path, "--isolated", "--output-format", "html")
    assert done.status == 2
    page = parsed(done.out)
    assert faults(page) == []
    links = page.xpath('//nav[@class="contents"]//a')
    assert [words(link).rpartition("/")[2] for link in links] == ["另一份.txt", "方案.txt"]
    for link in links:
        (desk,) = page.xpath(f'//section[@id="{link.get("href")[1:]}"]')
        assert words(desk.xpath(".//h2")[0]) == words(link)
    (error,) = page.xpath('//section[@class="errors"]//li')
    assert words(error).endswith("坏.docx：不是 Word 文件（.docx），或者文件已损坏、不完整")


def test_english(plan):
    page = called(plan, "--lang", "en")
    assert page.get("lang") == "en"
    assert "Findings" in words(page)
    assert page.xpath("//article/@lang") == ["zh-CN"]
    assert "错误" not in "".join(page.xpath('//span[@class="badge"]/text()'))


def test_a_clean_document(tmp_path):
    path = tmp_path / "甲.txt"
    path.write_text("今天天气很好。\n", encoding="utf-8")
    done = lawcheck("check", path, "--isolated", "--output-format", "html")
    assert done.status == 0
    text = words(parsed(done.out))
    assert "没有发现问题。" in text
    assert "没有读出层次。" in text
    assert "没有读出任务。" in text


@pytest.mark.slow
def test_a_long_line_is_parted_and_too_many_findings_are_counted(monkeypatch):
    text = "发展,改革。" * 600 + "很长的一句" * 800
    page = parsed(report(Source(text)))
    assert faults(page) == []
    lines = shown_text(page)
    assert "".join(lines) == text
    assert max(map(len, lines)) <= MOST_IN_PARAGRAPH
    assert lines[0].endswith("。")
    monkeypatch.setattr("lawcheck.reporting.display.display.MOST_CARDS", 3)
    many = "".join(f"（{n}）清理杂物，202{n}年{12 + n}月底前完成。\n" for n in range(1, 8))
    page = parsed(report(Source(many)))
    assert len(page.xpath('//li[starts-with(@class, "card")]')) == 3
    assert "未列出" in words(page.xpath('//section[@class="findings"]')[0])


def test_places_inside_each_other_are_all_reached():
    text = "一、总体要求\n\n（一）按照20242026年，,工作安排“推进”,各项“工作“。\n"
    page = parsed(report(Source(text)))
    assert faults(page) == []
    assert "".join(shown_text(page)) == text.replace("\n", "")


def test_without_the_library_one_line_says_what_to_install(monkeypatch, plan):
    monkeypatch.setitem(sys.modules, "markupsafe", None)
    monkeypatch.delitem(sys.modules, "lawcheck.reporting.html", raising=False)
    done = lawcheck("check", plan, "--output-format", "html")
    assert (done.status, done.out) == (2, "")
    assert done.err == "lawcheck: 缺少 markupsafe，请安装：pip install 'lawcheck[web]'\n"


def test_what_is_cited_of_the_library_can_be_read(tmp_path):
    (tmp_path / "library").mkdir()
    regulation = (
        "示例市河道管护办法\n（2022年3月5日示例市人民政府令第8号公布）\n第一条 为了加强<b>河道</b>管护，制定本办法。\n"
        "第二条 镇街应当每日巡查河道。\n第三条 本办法自2022年5月1日起施行。\n"
    )
    (tmp_path / "library" / "regulation.txt").write_text(regulation, encoding="utf-8")
    (tmp_path / "lawcheck.toml").write_text('library = ["library"]', encoding="utf-8")
    notice = tmp_path / "notice.txt"
    notice.write_text(
        "示例区人民政府关于加强河道管护的通知\n各镇人民政府：\n"
        "依照《示例市河道管护办法》第二条、第九条办理。再依照《示例市河道管护办法》第二条办理。\n"
        "示例区人民政府\n2024年3月5日\n",
        encoding="utf-8",
    )
    first = lawcheck("check", notice, "--output-format", "html").out
    assert 'title="《示例市河道管护办法》第二条\n第二条 镇街应当每日巡查河道。"' in first
    assert "为了加强&lt;b&gt;河道" in first and "<b>河道" not in first
    shown = first[first.index('<details class="originals">') :]
    assert shown.count("<dt>《示例市河道管护办法》第二条 ") == 1
    assert shown.count("<dt>") == 2 and "不符" in shown
    assert f"{tmp_path / 'library' / 'regulation.txt'}，第 4 行" in shown
    links = re.findall(r'href="#(d1-o-[0-9]+)"', shown)
    assert links and all(f'id="{link}"' in first for link in links)
    # What is kept of the check knows the library too.
    assert lawcheck("check", notice, "--output-format", "html").out == first
    (tmp_path / "library" / "regulation.txt").unlink()
    assert '<details class="originals">' not in lawcheck("check", notice, "--output-format", "html").out
