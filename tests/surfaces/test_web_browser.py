"""The local page and the report in a real browser, as people use them: with the mouse, by keyboard, on a telephone."""

import os
import re
import subprocess
import sys
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import started
from command import lawcheck
from docx import Document as WordDocument
from docx_documents import OFFICIAL, cell, docx, num, p, table
from openpyxl import load_workbook
from playwright.sync_api import expect
from test_web import PLAN
from timing import PATIENCE

from lawcheck.reading import read_path
from lawcheck.reading.word.package import Package

WIDE, NARROW = {"width": 1920, "height": 1080}, {"width": 360, "height": 740}
# All rules of axe-core that are of WCAG 2.2 A and AA, or good practice.
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    # It would read the styles of what is in a shadow tree into a page that may have none.
    "preload": False,
}


# Only what never comes fails a test, not what comes late on a busy machine.
expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture(scope="module")
def browser():
    with started() as browser:
        yield browser


@pytest.fixture(scope="module")
def address():
    command = [sys.executable, "-m", "lawcheck", "serve", "--port", "0", "--isolated"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            address = server.stdout.readline().strip()
            assert address.startswith("http://"), "it has not started"
            yield address
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def window(browser):
    """Where most tests open their pages: a new window takes as long as a test, so an empty page keeps it open."""
    context = browser.new_context()
    context.set_default_timeout(PATIENCE * 1000)
    context.new_page()
    yield context
    context.close()


@pytest.fixture
def page(window, request):
    """An empty page; when the test is over, nothing has gone wrong in it and nothing was asked of anybody else."""
    page = window.new_page()
    page.set_viewport_size(getattr(request, "param", WIDE))
    wrong = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request",
        lambda sent: wrong.append(sent.url) if not re.match(r"http://127\.0\.0\.1|file:|data:", sent.url) else 0,
    )
    yield page
    page.close()
    assert wrong == []


def opened(page, address, content=PLAN, name="方案.txt"):
    page.goto(address)
    data = content.encode() if isinstance(content, str) else content
    page.locator("[name=file]").set_input_files({"name": name, "mimeType": "", "buffer": data})
    expect(page.locator(".told")).to_have_text(re.compile("检查完毕"))
    return page


def card(page, code):
    return page.locator(f".card[data-rule={code}]")


def download(page, words, folder):
    page.get_by_text("下载", exact=True).click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name=words).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def accessible(page):
    # It is put into a page once, and runs as often as the page changes.
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate("rules => axe.run(rules)", RULES)["violations"]
    return [(each["id"], [node["html"][:200] for node in each["nodes"]][:3]) for each in found]


def fits(page):
    """Whether nothing has to be scrolled sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_text_is_pasted(page, address):
    page.goto(address)
    page.get_by_role("button", name="检查这段文字").click()
    expect(page.get_by_role("alert")).to_have_text("还没有文字。")
    page.get_by_label("或者把文字粘贴在这里").fill(PLAN)
    page.get_by_label("文种").select_option("方案")
    page.get_by_role("button", name="检查这段文字").click()
    expect(page.get_by_role("heading", name="粘贴的文字.txt")).to_be_focused()
    expect(page.locator(".line.title")).to_have_text("示例区社区花园实施方案")
    expect(page.get_by_role("status").first).to_have_text(re.compile(r"检查完毕，\d+ 个问题"))
    expect(page.locator(".start")).to_be_hidden()


def test_a_document_is_dropped(page, address):
    page.goto(address)
    page.evaluate(
        """text => {
            const data = new DataTransfer();
            data.items.add(new File([text], "方案.txt"));
            document.querySelector(".drop").dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true}));
        }""",
        PLAN,
    )
    expect(page.locator("#name")).to_have_text("方案.txt")


def test_text_and_list_are_in_step(page, address):
    opened(page, address, PLAN + "\n".join(f"{n}.清理场地。" for n in range(4, 90)))
    card(page, "RSP004").get_by_role("link").first.click()
    mark = page.locator(".mark.selected")
    expect(mark).to_be_focused()
    expect(mark).to_be_in_viewport()
    page.locator(".mark", has_text="20242026").click()
    expect(card(page, "NUM002")).to_be_focused()
    expect(page.locator(".card.selected")).to_have_count(1)
    expect(page.locator(".mark.selected")).to_have_text("20242026年")
    page.get_by_role("button", name="下一个").click()
    expect(card(page, "NUM002")).not_to_have_class(re.compile("selected"))
    page.get_by_role("button", name="上一个").click()
    expect(card(page, "NUM002")).to_have_class(re.compile("selected"))
    card(page, "PUN001").locator(".message").click()
    expect(card(page, "PUN001")).to_have_class(re.compile("selected"))


def test_findings_are_filtered_and_arranged(page, address):
    opened(page, address)
    count = page.locator(".card").count()
    warnings = page.locator(".card.warning").count()
    page.get_by_role("checkbox", name="警告").uncheck()
    expect(page.locator(".card:visible")).to_have_count(count - warnings)
    expect(page.locator(".shown")).to_have_text(f"显示 {count - warnings} 个，共 {count} 个")
    expect(page.locator(".mark.warning").first).to_have_class(re.compile("off"))
    page.get_by_role("checkbox", name="警告").check()
    page.get_by_text("筛选和排列").click()
    page.locator("[name=rule]").select_option("NUM002")
    expect(page.locator(".card:visible")).to_have_count(1)
    page.locator("[name=rule]").select_option("")
    page.locator("[name=section]").select_option(index=2)
    expect(page.locator(".card:visible")).not_to_have_count(count)
    page.locator("[name=section]").select_option("")
    page.locator("[name=group]").select_option("group")
    expect(page.locator(".group").first).to_have_text(re.compile("错误"))
    page.locator("[name=group]").select_option("rule")
    codes = page.locator(".group").all_text_contents()
    assert codes == sorted(codes)
    # What was chosen holds after a change.
    page.get_by_role("button", name=re.compile("采用改法.*")).first.click()
    expect(page.locator(".card")).to_have_count(count - 1)
    expect(page.locator("[name=group]")).to_have_value("rule")


def test_fix_ignore_and_undo(page, address, tmp_path):
    opened(page, address)
    count = page.locator(".card").count()
    card(page, "NUM002").get_by_role("button", name="采用改法").click()
    expect(page.locator(".card")).to_have_count(count - 1)
    expect(page.locator(".text")).to_contain_text("2024—2026年")
    expect(page.locator(".told")).to_have_text(f"NUM002：在两个年份之间补一字线（1 处）。还有 {count - 1} 个问题。")
    expect(page.locator(".card.selected")).to_be_focused()
    card(page, "RSP004").get_by_role("button", name="忽略").click()
    expect(page.get_by_role("dialog")).to_contain_text("区财政局")
    page.get_by_role("button", name="取消").click()
    expect(card(page, "RSP004").get_by_role("button", name="忽略")).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_label("理由").fill("名单如此")
    page.keyboard.press("Enter")
    expect(card(page, "RSP004")).to_have_count(0)
    page.get_by_role("button", name=re.compile("改正全部安全的")).click()
    expect(page.get_by_role("dialog")).to_contain_text("PUN001")
    page.get_by_role("button", name="改正", exact=True).click()
    expect(card(page, "PUN001")).to_have_count(0)
    page.get_by_role("link", name="记录").click()
    expect(page.locator(".record")).to_contain_text("名单如此")
    expect(page.locator(".record ol li")).to_have_count(3)
    assert download(page, "文件（已改）", tmp_path).read_text(encoding="utf-8") == (
        PLAN.replace("20242026", "2024—2026").replace("环境,", "环境，").replace("树木,", "树木，")
    )
    for left in (2, 1, 0):
        page.get_by_role("button", name="撤销").click()
        expect(page.locator(".record ol li")).to_have_count(left)
    expect(page.locator(".card")).to_have_count(count)
    expect(page.get_by_role("button", name="撤销")).to_be_disabled()
    assert download(page, "文件（已改）", tmp_path).read_text(encoding="utf-8") == PLAN


def test_outline_and_tasks_lead_into_the_text(page, address):
    opened(page, address)
    page.get_by_role("link", name="大纲").click()
    expect(page.locator(".text")).to_be_hidden()
    page.locator(".outline").get_by_role("link", name="二、重点任务").click()
    expect(page.locator(".line", has_text="二、重点任务")).to_be_focused()
    page.get_by_role("link", name="任务", exact=True).click()
    expect(page.locator(".tasks tbody tr").first).to_contain_text("区住房城乡建设局")
    page.locator(".tasks").get_by_role("link", name="3").click()
    expect(page.locator(".line", has_text="3.补种花木")).to_be_focused()
    expect(page.get_by_role("link", name="正文 · 问题")).to_have_attribute("aria-current", "true")


def test_a_word_file_is_fixed_and_every_file_is_read_again(page, address, tmp_path):
    rows = ([cell("任务"), cell("牵头单位")], [cell("清理,整治"), cell("区住房城乡建设局")])
    body = p("示例区方案") + p("总体要求", 1, 0) + p("改善环境,20242026年推进。") + table(*rows)
    opened(page, address, docx(body, numbering=OFFICIAL + num(1, 1)), "方案.docx")
    expect(page.locator(".text table td").last).to_have_text("区住房城乡建设局")
    layout = page.locator(".card[data-group=layout]")
    expect(layout.first).to_be_visible()
    expect(layout.get_by_role("button", name="改写所在段落")).to_have_count(0)  # no words mend it
    page.get_by_role("checkbox", name="版式").uncheck()
    expect(page.locator(".card:visible")).to_have_count(page.locator(".card:not([data-group=layout])").count())
    page.get_by_role("checkbox", name="版式").check()
    expect(page.locator(".label")).to_have_text("一、")
    card(page, "NUM002").get_by_role("button", name="采用改法").click()
    expect(card(page, "NUM002")).to_have_count(0)
    text = [each.text for each in WordDocument(download(page, "文件（已改）", tmp_path)).paragraphs]
    assert text[2] == "改善环境,2024—2026年推进。"
    package = Package(download(page, "批注和修订", tmp_path).read_bytes(), "批注.docx")
    (comments,) = package.related(package.main, "comments")
    assert "PUN001" in package.read(comments).decode()
    assert list(load_workbook(download(page, "台账（.xlsx）", tmp_path))["任务"].values)[1][6] == "区住房城乡建设局"
    for words, start in (
        ("报告（.json）", "{"),
        ("报告（.md）", "### lawcheck"),
        ("台账（.csv）", "\ufeff文件"),
        ("台账（.json）", "{"),
    ):
        assert download(page, words, tmp_path).read_text(encoding="utf-8").startswith(start)
    report = download(page, "报告（.html）", tmp_path)
    page.goto(report.as_uri())
    expect(page.locator(".card").first).to_be_visible()


def test_everything_by_keyboard(page, address):
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    for _ in range(5):  # the other language, the kind, the stage, whether it is a scan
        page.keyboard.press("Tab")
    expect(page.locator("[name=file]")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.insert_text(PLAN)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#name")).to_be_focused()
    count = page.locator(".card").count()
    page.keyboard.press("F8")
    expect(page.locator(".card").nth(0)).to_be_focused()
    page.keyboard.press("F8")
    expect(page.locator(".card").nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".mark.selected").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".card").nth(1)).to_be_focused()
    page.keyboard.press("Shift+F8")
    expect(page.locator(".card").nth(0)).to_be_focused()
    page.locator(".card:has([data-do=fix])").first.focus()
    page.locator(".card:has([data-do=fix]) .message").first.click()
    page.keyboard.press("a")
    expect(page.locator(".card")).to_have_count(count - 1)
    expect(page.locator(".card").nth(0)).to_be_focused()
    page.keyboard.press("Shift+F8")
    expect(page.locator(".card").nth(count - 2)).to_be_focused()


def test_the_document_stays_when_the_page_is_loaded_again_and_goes_when_it_is_closed(page, address):
    opened(page, address)
    count = page.locator(".card").count()
    page.reload()
    expect(page.locator(".card")).to_have_count(count)
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()
    expect(page.locator(".card")).to_have_count(count)
    id_ = page.locator(".desk").get_attribute("data-id")
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.locator(".start")).to_be_visible()
    expect(page.locator("[name=file]")).to_be_focused()
    assert page.request.get(f"{address}documents/{id_}").status == 404


def test_what_cannot_be_read_is_said(browser, address):
    page = browser.new_page()
    page.goto(address)
    page.locator("[name=file]").set_input_files({"name": "坏.docx", "mimeType": "", "buffer": b"PK"})
    expect(page.get_by_role("alert")).to_have_text("坏.docx：不是 Word 文件（.docx），或者文件已损坏、不完整")
    expect(page.locator(".start")).to_be_visible()
    page.close()


def test_nothing_of_a_document_is_run(page, address):
    script = "document.title='x'"
    hostile = f'一、<script>{script}</script>,<img src=x onerror="{script}">，</style>\n\n（一）{{{{7*7}}}},\n'
    for name in ("<img src=x>.html", "甲.txt"):
        opened(page, address, hostile, name)
        assert "lawcheck" in page.title()
        expect(page.locator(".text")).to_contain_text("<script>document.title='x'</script>")
        assert page.locator(".desk img, .desk script").count() == 0


@pytest.mark.parametrize("page", [WIDE, NARROW], indirect=True, ids=["wide", "narrow"])
def test_a_document_is_held_against_others_in_the_page(page, address, tmp_path):
    page.emulate_media(color_scheme="dark")
    opened(page, address)
    old = PLAN.replace("区园林局", "区水务局")
    dropped(page, "main", ("上级.txt", old))
    tabs = page.locator(".documents li[data-id]")
    expect(tabs).to_have_count(2)
    tabs.first.get_by_role("link").click()
    expect(page.locator("#name")).to_have_text("方案.txt")
    page.get_by_role("link", name="比较").click()
    page.get_by_label("另一份").select_option(label="上级.txt")
    page.get_by_role("button", name="开始比较").click()
    expect(page.locator(".beside-said")).to_have_text("改动 1 处")
    expect(page.locator(".held del")).to_have_text("区水务局")
    assert page.evaluate("document.querySelector('.beside').checkVisibility()")
    assert accessible(page) == []
    assert fits(page)
    for kind in ("html", "docx", "xlsx"):
        with page.expect_download() as waiting:
            page.get_by_role("link", name=f"保存结果（.{kind}）").click()
        waiting.value.save_as(tmp_path / f"比较.{kind}")
    assert "区水务局" in WordDocument(tmp_path / "比较.docx").tables[0].rows[1].cells[3].text
    assert "区园林局" in load_workbook(tmp_path / "比较.xlsx").active["F2"].value
    page.locator(".held .go").last.click()
    expect(page.locator(".arrived")).to_contain_text("补种花木")
    expect(page.locator(".arrived")).to_be_in_viewport()
    page.get_by_role("link", name="比较").click()
    page.get_by_label("方式").select_option("cover")
    page.locator("[name=old]").set_input_files({"name": "上级.txt", "mimeType": "", "buffer": old.encode()})
    expect(page.locator(".beside-said")).to_have_text(re.compile("^上级任务"))
    expect(page.get_by_role("link", name="保存结果（.docx）")).to_be_hidden()
    assert accessible(page) == []
    page.get_by_role("link", name="正文 · 问题").click()
    card(page, "NUM002").get_by_role("button", name="采用改法").click()
    page.get_by_role("link", name="比较").click()
    expect(page.locator(".beside-said")).to_have_text(re.compile("重新比较"))
    page.get_by_text("全部文件", exact=True).click()
    with page.expect_download() as waiting:
        page.locator(".together a", has_text="台账").click()
    waiting.value.save_as(tmp_path / "台账.xlsx")
    assert waiting.value.suggested_filename == "全部文件-台账.xlsx"
    page.evaluate("onbeforeunload = null; document.querySelector('.documents').replaceChildren()")


@pytest.mark.parametrize("page", [WIDE, NARROW], indirect=True, ids=["wide", "narrow"])
@pytest.mark.parametrize(("lang", "scheme"), [("zh", "light"), ("en", "light"), ("zh", "dark")])
def test_it_is_accessible_at_any_width(page, address, lang, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}?lang={lang}")
    assert accessible(page) == []
    assert fits(page)
    page.locator("[name=file]").set_input_files({"name": "方案.txt", "mimeType": "", "buffer": PLAN.encode()})
    expect(page.locator(".desk.live")).to_be_visible()
    page.keyboard.press("F8")
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = !each.matches('.menu'); })")
    assert accessible(page) == []
    assert fits(page)
    for link in page.locator(".tabs a").all()[1:]:
        link.click()
        expect(page.locator(".panel:visible")).to_have_count(1)
        expect(page.locator(".text")).to_be_hidden()
        assert accessible(page) == []
        assert fits(page)
    page.locator(".menu summary").click()
    assert accessible(page) == []
    assert fits(page)


@pytest.mark.parametrize("page", [NARROW], indirect=True, ids=["narrow"])
def test_the_list_hides_nothing_that_has_the_focus(page, address):
    opened(page, address, "".join(PLAN.replace("。", f"见第{n}处，共{n}处。") for n in range(4)))
    page.locator(".mark").first.focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        mark, panel = (page.locator(found).bounding_box() for found in (".mark:focus", ".findings"))
        assert mark["y"] >= 0
        assert mark["y"] + mark["height"] <= panel["y"]


@pytest.mark.parametrize("page", [WIDE, NARROW], indirect=True, ids=["wide", "narrow"])
def test_both_sides_of_a_finding_are_seen(page, address):
    opened(page, address, "".join(PLAN.replace("。", f"见第{n}处，共{n}处。") for n in range(9)))
    for key in ["F8"] * 9 + ["Shift+F8"] * 12:
        page.keyboard.press(key)
        mark, card, panel = (
            page.locator(found).first.bounding_box() for found in (".mark.selected", ".card.selected", ".findings")
        )
        assert 0 <= mark["y"] < page.viewport_size["height"]
        assert 0 <= card["y"] < page.viewport_size["height"]
        assert page.viewport_size == WIDE or mark["y"] + mark["height"] <= panel["y"]


def test_the_list_is_reached_without_all_of_the_text(page, address):
    opened(page, address)
    link = page.get_by_role("link", name="跳到问题")
    link.focus()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator(".findings")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="上一个")).to_be_focused()


def test_targets_are_large_enough(page, address):
    opened(page, address)
    small = page.locator("button:visible, select:visible, summary:visible, .card a, .tabs a").evaluate_all(
        "all => all.filter(e => e.checkVisibility({contentVisibilityAuto: true}))"
        ".map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])"
        ".filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html)"
    )
    assert small == []


def test_it_can_be_enlarged_four_times(page, address):
    page.set_viewport_size({"width": 320, "height": 256})
    opened(page, address)
    assert fits(page)
    page.keyboard.press("F8")
    expect(page.locator(".card").first).to_be_in_viewport()


MANY = "示例区河道整治方案\n\n" + "".join(
    f"{n // 10 + 1}.巡查河段。" * (n % 10 == 0) + f"对第{n}段河道开展巡查，建立台账。" * 20 + f"第{n}段按期完成。。\n"
    for n in range(50)
)


@pytest.mark.parametrize("page", [{"width": 1366, "height": 768}, NARROW], indirect=True, ids=["wide", "narrow"])
def test_many_findings_are_worked_through_by_keys_alone(page, address):
    assert len(MANY) > 12_000
    opened(page, address, MANY)
    page.locator(".filter .finer summary").click()
    page.locator("[name=rule]").select_option("PUN012")
    page.locator("#name").focus()
    page.keyboard.press("j")
    places = page.locator(".mark[data-for].selected")
    count = places.count()
    assert count > 30
    card(page, "PUN012").locator(".each summary").click()
    for left in (count - 1, count - 2, count - 3):
        page.locator(".each li [data-do=fix]").first.press("Enter")
        expect(page.locator(".mark.selected")).to_have_count(left)
        expect(page.locator(".mark.selected").first).to_be_in_viewport(ratio=1)
        expect(page.get_by_role("button", name="撤销")).to_be_in_viewport()
        expect(page.locator(".told")).to_have_text(re.compile("^PUN012"))
    page.locator("#name").focus()
    page.keyboard.press("Control+z")
    expect(page.locator(".mark.selected")).to_have_count(left + 1)
    page.keyboard.press("Control+Shift+Z")
    expect(page.locator(".told")).to_have_text(re.compile("^已重做"))


def test_the_place_stays_and_quick_clicks_are_all_done(page, address):
    lines = "".join(
        f"{n}.第{n}项工作完成后，于20{n}2029年进行评估，{'并由各单位继续推进。' * 9}\n" for n in range(10, 40)
    )
    opened(page, address, "示例区工作方案\n\n" + lines)
    cards = page.locator(".card[data-rule=NUM002]")
    count = cards.count()
    assert count > 15
    cards.nth(9).locator(".message").click()
    key, following = (cards.nth(n).get_attribute("id") for n in (9, 10))
    line = page.locator(".mark.selected").locator("xpath=ancestor::*[contains(@class, 'line')]")
    top = "n => document.querySelectorAll('.text > *')[n].getBoundingClientRect().top"
    index = line.evaluate("line => [...line.parentElement.children].indexOf(line)")
    before = page.evaluate(top, index)
    page.keyboard.press("a")
    expect(page.locator(f"#{key}")).to_have_count(0)
    expect(page.locator(f"#{following}")).to_have_class(re.compile("selected"))
    expect(page.locator(".mark.selected")).to_be_in_viewport()
    assert abs(page.evaluate(top, index) - before) < 2
    expect(page.locator(".progress")).to_have_text(re.compile(r"第 \d+/\d+ 条"))
    page.evaluate(
        "for (const card of [...document.querySelectorAll('.card[data-rule=NUM002]')].slice(0, 4))"
        " card.querySelector('.acts [data-do=fix]').click()"
    )
    expect(cards).to_have_count(count - 5)


@contextmanager
def slow(page, what):
    """As on a busy machine: what is asked for is answered when the block ends, and not before."""
    page.evaluate(
        """what => {
            const [real, held] = [fetch, new Promise((done) => { window.release = done; })];
            window.fetch = async (...asked) => { if (asked[0].includes(what)) await held; return real(...asked); };
        }""",
        f"/{what}?",
    )
    yield
    page.evaluate("release()")


def test_one_who_is_quicker_than_the_answers_goes_on_and_asks_for_nothing_twice(page, address):
    lines = "".join(f"{n}.第{n}项工作于20{n}2029年进行评估。\n" for n in range(10, 40))
    opened(page, address, "示例区工作方案\n\n" + lines)
    cards = page.locator(".card[data-rule=NUM002]")
    count = cards.count()
    keys = [cards.nth(n).get_attribute("id") for n in range(5)]
    cards.nth(0).locator(".message").click()
    with slow(page, "fix"):
        for key, following in pairwise(keys[:4]):
            page.keyboard.press("a")
            expect(page.locator(f"#{key}")).to_have_class(re.compile("pending"))
            expect(page.locator(f"#{following}")).to_be_focused()
            expect(page.locator(".mark.selected")).to_be_in_viewport()
        cards.nth(0).locator(".acts [data-do=fix]").click()  # it is asked for already
        page.locator(f"#{keys[4]} .message").click()
    expect(cards).to_have_count(count - 3)
    expect(page.locator(f"#{keys[4]}")).to_have_class(re.compile("selected"))
    expect(page.locator(".failed")).to_be_empty()


def test_paragraphs_are_written_one_after_another_however_slow_the_answers(page, address, tmp_path):
    opened(page, address, PLAN)
    with slow(page, "type"):
        page.locator(".line", has_text="工作目标").click(position={"x": 3, "y": 3})
        page.keyboard.press("End")
        page.keyboard.type("每月调度。")
        page.locator(".line", has_text="补种花木").click(position={"x": 3, "y": 3})
        page.keyboard.press("End")
        page.keyboard.type("专人看护。")
        page.wait_for_timeout(200)
    page.keyboard.press("Enter")
    expect(page.locator("body.busy")).to_have_count(0)
    expect(page.locator(".failed")).to_be_empty()
    text = download(page, "文件（已改）", tmp_path).read_text(encoding="utf-8")
    assert "工作安排推进。每月调度。" in text
    assert "9月底前）专人看护。" in text


def test_a_paragraph_is_edited_where_it_stands(page, address, tmp_path):
    rows = ([cell("任务"), cell("牵头单位")], [cell("清理整治"), cell("区住房城乡建设局")])
    body = p("示例区方案") + p("总体要求", 1, 0) + p("改善环境，按期推进。") + table(*rows)
    opened(page, address, docx(body, numbering=OFFICIAL + num(1, 1)), "方案.docx")
    expect(card(page, "NUM002")).to_have_count(0)
    page.locator(".line", has_text="改善环境").click()
    line = page.get_by_role("textbox", name="改写这一段")
    expect(line).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type("按20242026年安排。", delay=30)
    expect(card(page, "NUM002")).to_have_count(1)
    expect(line).to_be_focused()
    page.keyboard.type("改,")
    expect(card(page, "PUN001")).to_have_count(1)
    assert accessible(page) == []
    page.keyboard.press("Enter")
    expect(page.locator(".mark", has_text="20242026")).to_be_visible()
    page.locator("td .line", has_text="清理整治").click()
    page.keyboard.press("End")
    page.keyboard.type("河道")
    page.keyboard.press("Enter")
    expect(page.locator(".text td", has_text="清理整治河道")).to_be_visible()
    page.get_by_role("link", name="记录").click()
    expect(page.locator(".record ol li")).to_have_count(2)  # what is written in one go is one change
    text = read_path(download(page, "文件（已改）", tmp_path)).text
    assert "改善环境，按期推进。按20242026年安排。改,\n" in text
    assert "清理整治河道" in text
    page.get_by_role("link", name="正文 · 问题").click()
    page.locator(".line", has_text="改善环境").click(position={"x": 3, "y": 3})
    page.keyboard.type("放弃")
    page.keyboard.press("Escape")
    expect(page.locator(".text")).not_to_contain_text("放弃")
    page.locator(".line", has_text="总体要求").click()
    page.keyboard.press("End")
    page.keyboard.type("和目标")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="总体要求和目标")).to_be_visible()


UNITS = (("清理整治", "区住房城乡建设局"), ("补种花木", "区园林局"), ("巡查河道", "区水务局"), ("整理绿地", "区财政局"))


def test_what_is_missing_is_written_into_fields(page, address):
    rows = [[cell(task), cell(unit), cell("无")] for task, unit in UNITS]
    rows = ([cell("任务"), cell("牵头单位"), cell("备注")], *rows, [cell("整修"), cell(""), cell("")])
    body = p("示例区方案") + p("1.清理淤泥。每月巡查。（牵头单位：区水务局；完成时限：2025年6月底前）")
    body += p("2.修建步道。建成步道。（牵头单位：；完成时限：）") + p("3.依照《中华人民共和国水环境保护法》推进。")
    opened(page, address, docx(body + table(*rows)), "方案.docx")
    empty = card(page, "RSP002")
    empty.get_by_label("补写").fill("区园林局")
    empty.get_by_label("补写").press("Enter")
    expect(empty).to_have_count(0)
    expect(page.locator(".told")).to_have_text(re.compile("^改写为“牵头单位：区园林局”"))
    expect(page.locator(".mark.selected")).to_be_in_viewport()
    card(page, "CIT003").get_by_role("button", name="改为“中华人民共和国环境保护法”").click()
    expect(card(page, "CIT003")).to_have_count(0)
    expect(page.locator(".text")).to_contain_text("2.修建步道。建成步道。（牵头单位：区园林局；完成时限：）")
    expect(page.locator(".text")).to_contain_text("《中华人民共和国环境保护法》")
    card(page, "RSP001").get_by_label("补写").fill("区城市管理局")
    card(page, "RSP001").get_by_role("button", name="写入").click()
    expect(page.get_by_role("cell", name="区城市管理局")).to_be_visible()
    # A cell with nothing in it can be written in too, and nothing moves meanwhile.
    page.locator("td .line:empty").click()
    line = page.get_by_role("textbox", name="改写这一段")
    page.keyboard.type("按20242026年安排", delay=60)
    expect(card(page, "NUM002")).to_have_count(1)
    expect(line).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("cell", name="按20242026年安排")).to_be_visible()
    assert accessible(page) == []
    card(page, "TGT009").get_by_role("button", name="改写所在段落").click()
    expect(page.get_by_role("textbox", name="改写这一段")).to_be_focused()
    page.keyboard.press("Escape")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_text("下载", exact=True).click()
    page.get_by_role("button", name="复制全文").click()
    expect(page.locator(".told")).to_have_text("已复制全文。")
    assert "牵头单位：区园林局" in page.evaluate("navigator.clipboard.readText()")


def test_a_file_is_followed_in_the_page(page, tmp_path):
    path = tmp_path / "方案.txt"
    path.write_text(PLAN, encoding="utf-8")
    command = [sys.executable, "-m", "lawcheck", "serve", "--port", "0", "--isolated", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            page.goto(server.stdout.readline().strip())
            expect(page.locator("#name")).to_have_text("方案.txt")
            expect(page.locator(".documents")).to_contain_text("跟随保存")
            card(page, "RSP004").get_by_role("button", name="忽略").click()
            page.keyboard.press("Enter")
            expect(card(page, "RSP004")).to_have_count(0)
            fixed = PLAN.replace("20242026", "2024—2026") + "4.整修步道,。\n"
            for text, left, mended in ((fixed, 0, 1), (PLAN, 1, 0), (fixed, 0, 1)):
                beside = path.with_suffix(".tmp")  # as LibreOffice and Word save: another file takes the place
                beside.write_text(text, encoding="utf-8")
                beside.replace(path)
                expect(card(page, "NUM002")).to_have_count(left)
                expect(page.locator(".told")).to_have_text(re.compile(f"换上新一稿.*已改好 {mended}"))
                expect(card(page, "RSP004")).to_have_count(0)
            page.goto("about:blank")
        finally:
            server.terminate()


def test_a_rule_is_switched_off_and_units_are_added(page, address):
    opened(page, address)
    card(page, "PUN001").get_by_role("button", name="不查此规则").click()
    page.get_by_role("button", name="只在这份文件").click()
    expect(card(page, "PUN001")).to_have_count(0)
    page.get_by_role("link", name="记录").click()
    page.locator(".chosen").get_by_label("文种").select_option("statute")
    page.get_by_role("button", name="按此重新检查").click()
    expect(page.locator("#name + .about")).to_contain_text("法规")
    page.locator(".chosen").get_by_label("文种").select_option("")
    page.get_by_role("button", name="按此重新检查").click()
    expect(page.locator("#name + .about")).to_contain_text("方案")
    page.get_by_label("检查 Word 文件的版式").uncheck()
    expect(page.locator("body.busy")).to_have_count(0)
    page.get_by_label("检查 Word 文件的版式").check()
    expect(page.locator("body.busy")).to_have_count(0)
    page.get_by_label("类别").select_option("terms")
    page.get_by_label("内容").fill("示例用语")
    page.get_by_role("button", name="添加").click()
    expect(page.locator(".house")).to_contain_text("示例用语")
    accessible(page)
    page.locator(".house li", has_text="示例用语").get_by_role("button").click()
    expect(page.locator(".house")).not_to_contain_text("示例用语")
    page.locator(".house li", has_text="PUN001").get_by_role("button").click()
    expect(page.locator(".house li")).to_have_count(0)


def test_printed_it_is_the_document_with_its_remarks(page, address):
    opened(page, address)
    page.emulate_media(media="print")
    for unseen in (".stay", ".documents", ".close", ".acts", ".filter", ".menu"):
        expect(page.locator(unseen).first).to_be_hidden()
    expect(page.locator(".text")).to_be_visible()
    expect(page.locator(".card").first).to_be_visible()


def test_what_is_shown_alone_is_fixed_and_told_before(page, address):
    opened(page, address, PLAN + "4.补种花木。，按期完成。\n")
    page.get_by_text("筛选和排列").click()
    page.locator("[name=rule]").select_option("NUM002")
    page.get_by_role("button", name="改正所列安全的（1 处）").click()
    expect(page.locator("dialog.all li")).to_have_count(1)
    expect(page.locator("dialog.all")).to_contain_text("NUM002 年份区间丢失")
    page.get_by_role("button", name="取消").click()
    page.get_by_role("button", name="改正所列安全的（1 处）").click()
    page.get_by_role("button", name="改正", exact=True).click()
    expect(card(page, "NUM002")).to_have_count(0)
    expect(card(page, "PUN001")).to_have_count(1)


def dropped(page, where, *files):
    page.evaluate(
        """([where, files]) => {
            const data = new DataTransfer();
            for (const [name, text] of files) data.items.add(new File([text], name));
            document.querySelector(where).dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true}));
        }""",
        [where, files],
    )


def test_nothing_that_is_open_is_lost(browser, address, tmp_path):
    context = browser.new_context()
    page = context.new_page()
    opened(page, address)
    card(page, "NUM002").get_by_role("button", name="采用改法").click()
    tabs = page.locator(".documents li[data-id]")
    expect(tabs.first).to_contain_text("有修改未下载")
    dropped(page, "main", ("甲.txt", PLAN), ("乙.docx", "PK"), ("丙.txt", ""))
    expect(page.locator("#name")).to_have_text("甲.txt")
    expect(tabs).to_have_count(3)
    expect(page.locator(".told")).to_have_text("打开了 2 份文件，1 份未能打开。")
    expect(page.get_by_role("alert")).to_have_text(re.compile("^乙.docx：不是 Word 文件"))
    tabs.nth(2).get_by_role("link").click()
    expect(page.locator(".totals")).to_have_text("文件里没有文字，没有可以检查的内容。")
    page.go_back()
    expect(page.locator("#name")).to_have_text("甲.txt")
    page.go_back()
    expect(page.locator("#name")).to_have_text("方案.txt")
    expect(card(page, "NUM002")).to_have_count(0)
    page.get_by_role("link", name="比较").click()
    dropped(page, ".old", ("旧稿.txt", PLAN))
    expect(page.locator(".told")).to_have_text("改动 1 处")
    expect(tabs).to_have_count(3)
    page.reload()
    expect(tabs).to_have_count(3)
    expect(page.locator("#name")).to_have_text("方案.txt")
    # Another page of the service knows them too.
    other = context.new_page()
    other.goto(address)
    expect(other.locator(".documents li[data-id]")).to_have_count(3)
    other.close()
    tabs.first.get_by_role("button", name="关闭 方案.txt").click()
    expect(page.get_by_role("dialog")).to_contain_text("不能恢复")
    page.get_by_role("button", name="取消").click()
    expect(tabs).to_have_count(3)
    assert "2024—2026" in download(page, "文件（已改）", tmp_path).read_text(encoding="utf-8")
    expect(tabs.first).not_to_contain_text("有修改未下载")
    tabs.first.get_by_role("button", name="关闭 方案.txt").click()
    expect(tabs).to_have_count(2)
    context.close()


@contextmanager
def keeping_service(folder, port="0"):
    """A service of a user whose data are in this folder."""
    environment = {**os.environ, "XDG_DATA_HOME": str(folder), "LOCALAPPDATA": str(folder), "HOME": str(folder)}
    command = [sys.executable, "-m", "lawcheck", "serve", "--port", port]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=folder, env=environment) as server:
        try:
            yield server.stdout.readline().strip()
        finally:
            server.terminate()


def test_a_new_start_goes_on_where_it_was(browser, tmp_path):
    context = browser.new_context()
    page = context.new_page()
    with keeping_service(tmp_path) as address:
        page.goto(address)
        page.get_by_label("存在这台电脑上").check()
        opened(page, address)
        card(page, "NUM002").get_by_role("button", name="采用改法").click()
        expect(page.locator(".documents")).to_contain_text("有修改未下载")
    with keeping_service(tmp_path, re.search(r":(\d+)/", address)[1]):
        page.reload()
        expect(page.locator("#name")).to_have_text("方案.txt")
        expect(page.locator(".text")).to_contain_text("2024—2026")
        page.close()
        page = context.new_page()
        page.goto(address)
        expect(page.locator("#name")).to_have_text("方案.txt")
        page.get_by_role("button", name="打开其他文件").click()
        assert accessible(page) == []
        page.get_by_label("存在这台电脑上").uncheck()
        expect(page.locator(".plain")).to_be_visible()
        expect(page.locator("body.busy")).to_have_count(0)
        context.close()
    assert not list(tmp_path.glob("**/state.json"))


def test_the_true_cause_is_told(browser, address):
    page = browser.new_page()
    page.goto(address)
    dropped(page, "main")
    expect(page.get_by_role("alert")).to_have_text(re.compile("没有可检查的文件"))
    page.goto(f"{address}#other.0123456789")
    page.reload()
    expect(page.get_by_role("alert")).to_have_text(re.compile("服务已重新启动"))
    page.evaluate("document.querySelector('meta[name=lawcheck-token]').content = 'x'")
    page.reload()
    page.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    (folder / "方案.txt").write_text(PLAN, encoding="utf-8")
    (folder / "另一份.txt").write_text("一、总体要求,\n", encoding="utf-8")
    path = folder / "报告.html"
    lawcheck("check", folder, "--isolated", "--output-format", f"html={path}")
    return path


@pytest.mark.parametrize("page", [WIDE, NARROW], indirect=True, ids=["wide", "narrow"])
def test_the_report_is_accessible_and_in_step(page, report):
    page.goto(report.as_uri())
    assert accessible(page) == []
    assert fits(page)
    page.locator(".mark", has_text="20242026").click()
    expect(card(page, "NUM002")).to_be_focused()
    page.get_by_role("link", name=re.compile(r"方案\.txt")).first.click()
    page.locator(".desk").last.get_by_role("link", name="任务").click()
    expect(page.locator(".desk").last.locator(".tasks")).to_be_visible()
    assert fits(page)


def test_the_report_does_without_scripts(browser, report):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report.as_uri())
    expect(page.locator(".tasks").last).to_be_visible()
    expect(page.locator(".filter").first).to_be_hidden()
    link = page.locator(".mark", has_text="20242026")
    link.click()
    expect(card(page, "NUM002")).to_be_in_viewport()
    card(page, "NUM002").get_by_role("link").first.click()
    expect(link).to_be_in_viewport()
    context.close()


def test_the_report_can_be_printed(browser, report, tmp_path):
    page = browser.new_page()
    page.goto(report.as_uri())
    page.emulate_media(media="print")
    expect(page.locator(".tasks").last).to_be_visible()
    expect(page.locator(".filter").first).to_be_hidden()
    path = tmp_path / "报告.pdf"
    page.pdf(path=path)
    page.close()
    assert path.read_bytes().startswith(b"%PDF")
    assert Path(path).stat().st_size > 10_000
