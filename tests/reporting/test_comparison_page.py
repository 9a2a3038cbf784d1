"""The page of `lawcheck compare` in a real browser: narrow and wide, by keyboard, to people who do not see it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import started
from command import lawcheck
from revisions import EDITS, OLD_PLAN, revised


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("page")
    for name, text in (("old.txt", OLD_PLAN), ("new.txt", revised(EDITS).text())):
        (folder / name).write_text(text, encoding="utf-8")
    lawcheck("compare", folder / "old.txt", folder / "new.txt", "-o", folder / "report.html")
    return (folder / "report.html").as_uri()


@pytest.fixture(scope="module")
def browser():
    with started() as browser:
        yield browser


@pytest.fixture(scope="module")
def window(browser):
    # Without the policy of the page, which keeps axe out as well. A window takes long to open; an empty page keeps it.
    context = browser.new_context(bypass_csp=True)
    context.new_page()
    yield context
    context.close()


@pytest.fixture(params=[360, 1920])
def page(window, address, request):
    page = window.new_page()
    page.set_viewport_size({"width": request.param, "height": 900})
    page.goto(address)
    yield page
    page.close()


def test_everything_is_accessible_and_nothing_runs_out_of_the_page(page):
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_sides_stand_beside_each_other_where_there_is_room(page):
    left, right = (side.bounding_box() for side in page.locator("article .side").all()[:2])
    if page.viewport_size["width"] > 1000:
        assert left["y"] == right["y"] and left["x"] < right["x"]
    else:
        assert left["x"] == right["x"] and left["y"] < right["y"]


def test_the_keyboard_reaches_the_changes_and_unfolds_what_has_not_changed(page):
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到改动"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open")


def test_the_policy_lets_the_style_in(browser, address):
    page = browser.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(address)
    assert page.locator("del").first.evaluate("part => getComputedStyle(part).color") == "rgb(140, 16, 19)"
    assert complaints == []
    page.close()
