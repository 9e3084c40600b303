"""What the tests of the page share: a service, a browser, and a page that must not complain."""

import os
import pathlib
import shutil
import sys
import threading
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from playwright.sync_api import sync_playwright  # noqa: E402

import stand_in  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]


def program():
    """The program that the stand-in asks: TRUSTSCREEN_PROGRAM, else the release build."""
    path = os.environ.get("TRUSTSCREEN_PROGRAM", str(ROOT / ".build" / "release" / "trustscreen"))
    if not os.access(path, os.X_OK):
        raise RuntimeError(f"{path} is not there: build it, or set TRUSTSCREEN_PROGRAM or TRUSTSCREEN_URL")
    return path


class PageTest(unittest.TestCase):
    """A test in a browser. TRUSTSCREEN_URL is a running `trustscreen serve`; without it, the stand-in is asked."""

    @classmethod
    def setUpClass(cls):
        cls.server = None
        cls.url = os.environ.get("TRUSTSCREEN_URL")
        if cls.url is None:
            cls.server = stand_in.serve(program())
            threading.Thread(target=cls.server.serve_forever, daemon=True).start()
            cls.url = f"http://127.0.0.1:{cls.server.server_address[1]}/"
        cls.playwright = sync_playwright().start()
        browser = shutil.which("chromium") or shutil.which("chromium-browser")
        cls.browser = cls.playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()
        if cls.server:
            cls.server.shutdown()
            cls.server.server_close()

    def open(self, width=1280, height=860, locale="zh-CN", **options):
        """A fresh page; whatever it complains of fails the test at its end."""
        context = self.browser.new_context(viewport={"width": width, "height": height}, locale=locale, **options)
        self.addCleanup(context.close)
        page = context.new_page()
        complaints = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        # The failures that a test makes itself are no complaints.
        self.addCleanup(lambda: self.assertEqual([text for text in complaints if "Failed to load" not in text], []))
        page.goto(self.url)
        return page

    def write(self, page, text, state="findings"):
        """Types a draft and waits for its verdict."""
        page.fill("#draft", text)
        self.await_state(page, state)

    def await_state(self, page, state):
        page.wait_for_selector(f"#verdict[data-state={state}]", timeout=8_000)

    def draft(self, page):
        return page.input_value("#draft")

    def marks(self, page):
        """The marked words in the order of the draft."""
        return page.locator("#backdrop mark").all_text_contents()
