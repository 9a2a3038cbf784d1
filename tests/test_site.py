"""The documentation site: whole, in both languages, and with nothing that is loaded from elsewhere."""

import re
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

import pytest
from chromium import started
from playwright.sync_api import expect

from lawcheck.rulebook.registry import all_rules

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "docs" / "tools"))

from site_builder import LANGUAGES, build_site  # noqa: E402

# What a page loads by itself; a link that a reader may follow is something else.
_LOADED = re.compile(r"<(?!a\b)\w+\b[^>]*?\b(?:src|href|srcset|data|action|poster)=[\"']?((?:https?:)?//[^\"'\s>]*)")
_TO_PAGES = re.compile(r"<a\b[^>]*?\bhref=[\"'](?![a-z]+:|//|#)([^\"'#?]+)")
_IN_STYLES = re.compile(r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^\"')]*)")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    build_site(folder)  # raises where a link leads nowhere
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_and_every_rule_has_its_page(site, language):
    for path in (ROOT / "docs" / language).glob("*.md"):
        place = site / language / ("" if path.stem == "index" else path.stem) / "index.html"
        assert "<h1" in place.read_text(encoding="utf-8")
    for rule in all_rules():
        text = (site / language / "rules" / rule.code / "index.html").read_text(encoding="utf-8")
        assert rule.name in text
        assert "⟦" in text


def test_every_link_leads_to_a_page_of_the_site_also_to_the_other_language(site):
    linked = {
        (path.parent / unquote(link)).resolve()
        for path in site.rglob("*.html")
        if path.name != "404.html"  # its links begin at the root of a server
        for link in _TO_PAGES.findall(path.read_text(encoding="utf-8"))
    }
    assert (site / "zh" / "rules" / "NUM002").resolve() in linked
    assert [path for path in linked if not (path / "index.html" if path.is_dir() else path).exists()] == []


def test_nothing_is_loaded_from_elsewhere(site):
    foreign = [
        (path.relative_to(site).as_posix(), address)
        for pattern, ending in ((_LOADED, "html"), (_IN_STYLES, "css"), (_IN_STYLES, "html"))
        for path in site.rglob(f"*.{ending}")
        for address in pattern.findall(path.read_text(encoding="utf-8"))
    ]
    assert foreign == []


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def address(site):
    handler = partial(Silent, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def browser():
    with started() as browser:
        yield browser


def test_chinese_words_are_found_without_asking_anybody(address, browser):
    asked = []
    page = browser.new_page()
    page.on("request", lambda sent: asked.append(sent.url))
    page.goto(f"{address}zh/")
    query = page.locator("input[data-md-component=search-query]")
    query.fill("丢失连接号")
    query.press("End")  # it listens to keys
    expect(page.locator(".md-search-result__item", has_text="glued-year-range").first).to_be_visible(timeout=20_000)
    assert asked
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
