"""Both languages say everything, and the page calls things what the other reports call them."""

import json
import re
import unittest

from browser import ROOT, PageTest

SHAPE = """async () => {
  const { words } = await import('/words.js');
  const shape = (value) => typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
    : typeof value === 'function' ? value.length : value.trim() === '' ? 'empty' : 'text';
  return JSON.stringify([shape(words.zh), shape(words.en), words.zh, words.en]);
}"""


class WordsTest(PageTest):
    def test_both_languages_say_everything(self):
        zh, en, _, _ = json.loads(self.open().evaluate(SHAPE))
        self.assertEqual(zh, en)

    def test_names_are_those_of_the_other_reports(self):
        source = (ROOT / "Sources" / "TrustReport" / "Wording" / "Wording.swift").read_text()
        rows = dict()
        for name, zh, en in re.findall(r'"([a-z-]+)": Localized\(zh: "([^"]+)", en: "([^"]+)"\)', source):
            rows[name] = (zh, en)
        self.assertGreater(len(rows), 20)
        _, _, zh, en = json.loads(self.open().evaluate(SHAPE))
        for name, names in rows.items():
            # A kind and a context may share a name; either list may have it.
            said = [(zh[part].get(name), en[part].get(name)) for part in ("kinds", "contexts")]
            self.assertIn(names, said, name)

    def test_every_word_that_the_page_asks_for_is_there(self):
        page = self.open()
        for code in ("zh", "en"):
            page.click(f"[data-language={code}]")
            missing = page.evaluate(
                "[...document.querySelectorAll('[data-words], [data-label]')].filter((node) =>"
                " ['undefined', ''].includes(node.dataset.words ? node.textContent : node.getAttribute('aria-label')))"
                ".map((node) => node.outerHTML)"
            )
            self.assertEqual(missing, [])


if __name__ == "__main__":
    unittest.main()
