"""What the tests of the page share: a server, a browser, and a page that must not complain."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from playwright.sync_api import sync_playwright  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]


def start_server():
    """`trustscreen serve` on a free port, of TRUSTSCREEN_PROGRAM, else the release build; and its address."""
    path = os.environ.get("TRUSTSCREEN_PROGRAM", str(ROOT / ".build" / "release" / "trustscreen"))
    if not os.access(path, os.X_OK):
        raise RuntimeError(f"{path} is not there: build it, or set TRUSTSCREEN_PROGRAM or TRUSTSCREEN_URL")
    server = subprocess.Popen(
        [path, "serve", "--port", "0", "--set", "log-level=error"], stderr=subprocess.PIPE, text=True
    )
    line = server.stderr.readline()
    found = re.search(r"http://\S+", line)
    if not found:
        server.kill()
        raise RuntimeError(f"the server did not start: {line}{server.stderr.read()}")
    return server, found.group(0)


class PageTest(unittest.TestCase):
    """A test in a browser. TRUSTSCREEN_URL is a running `trustscreen serve`; without it, one is started."""

    @classmethod
    def setUpClass(cls):
        cls.server = None
        cls.url = os.environ.get("TRUSTSCREEN_URL")
        if cls.url is None:
            cls.server, cls.url = start_server()
        cls.playwright = sync_playwright().start()
        browser = shutil.which("chromium") or shutil.which("chromium-browser")
        cls.browser = cls.playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()
        if cls.server:
            cls.server.terminate()
            cls.server.wait(30)
            cls.server.stderr.close()

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
