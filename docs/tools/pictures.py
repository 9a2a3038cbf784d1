"""Takes the pictures of the documentation: `make pictures` writes docs/images/page-zh.png and page-en.png.

The local page is started, examples/plan-defects.txt is dropped into it, and Chromium takes the picture. Needs
Chromium and Chinese fonts (Debian, Ubuntu: apt install chromium fonts-noto-cjk).
"""

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

DOCS = Path(__file__).parents[1]
DOCUMENT = DOCS.parent / "examples" / "plan-defects.txt"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SIZE = {"width": 1360, "height": 860}
# Enough for text and marks, and a third of the size.
COLOURS = 96
# A finding that can be fixed at once, and whose rule has a standard behind it.
SHOWN = ".card[data-rule=NUM002]"


def take(page: Page, address: str, language: str) -> None:
    """Opens the example on the local page, and keeps what a reader sees."""
    page.goto(f"{address}?lang={language}")
    page.locator("[name=file]").set_input_files(DOCUMENT)
    page.locator(SHOWN).wait_for()
    page.locator(f"{SHOWN} a.place").first.click()
    page.wait_for_timeout(500)
    picture = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
    few = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(DOCS / "images" / f"page-{language}.png", optimize=True)


def main() -> None:
    """Takes a picture in each language."""
    command = [sys.executable, "-m", "lawcheck", "serve", "--port", "0", "--isolated"]
    chromium = os.environ.get("LAWCHECK_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)))
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server, sync_playwright() as playwright:
        address = server.stdout.readline().strip() if server.stdout else ""
        browser = playwright.chromium.launch(executable_path=chromium, args=root)
        for language in ("zh", "en"):
            page = browser.new_page(viewport=SIZE)
            take(page, address, language)
            page.close()
        browser.close()
        server.terminate()


if __name__ == "__main__":
    main()
