"""A real browser for the tests of pages."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")


@contextmanager
def started() -> Iterator[Browser]:
    """Chromium: the one that LAWCHECK_CHROMIUM names, or that is installed."""
    path = os.environ.get("LAWCHECK_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)))
    root = ["--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=root)
        yield browser
        browser.close()
