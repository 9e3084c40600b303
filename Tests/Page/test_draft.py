"""Typing, marks, replacing, files, languages and keys."""

import io
import unittest
import zipfile

from playwright.sync_api import expect

from browser import PageTest

DRAFT = "😷👩‍⚕️ 店员里有艾滋病人，大家小心𠮷。"

# Where in the text area the first character of each mark is drawn, and which one the mark is for.
CARET = """() => [...document.querySelectorAll('#backdrop mark')].map((mark) => {
  mark.scrollIntoView({block: 'center'});
  const box = mark.getClientRects()[0];
  const place = document.caretPositionFromPoint(box.left + 2, box.top + box.height / 2);
  const before = document.createRange();
  before.selectNodeContents(document.getElementById('backdrop'));
  before.setEndBefore(mark);
  return [place.offsetNode.id, place.offset, before.toString().length];
})"""


class DraftTest(PageTest):
    def test_marks_stand_on_their_words_behind_emoji(self):
        page = self.open()
        self.write(page, DRAFT)
        self.assertEqual(self.marks(page), ["艾滋病人"])
        start = len("😷👩‍⚕️ 店员里有".encode("utf-16-le")) // 2
        self.assertEqual(page.evaluate(CARET), [["draft", start, start]])

    def test_marks_stand_on_their_words_at_every_width(self):
        for width in (360, 700, 1000, 1500):
            page = self.open(width=width)
            filling = "今天的饭很好吃 really tasty，大家😷都来尝尝。\n\n\tTabbed  line，" * 6
            self.write(page, filling + DRAFT + "\n" + filling + "Two COVID suspects live upstairs. ")
            places = page.evaluate(CARET)
            self.assertGreaterEqual(len(places), 2)
            for element, drawn, meant in places:
                self.assertEqual((element, drawn), ("draft", meant), f"at {width} pixels")

    def test_replacing_mends_the_draft_and_can_be_undone(self):
        page = self.open()
        self.write(page, DRAFT)
        page.click(".replace")
        self.await_state(page, "clean")
        mended = DRAFT.replace("艾滋病人", "艾滋病病毒感染者")
        self.assertEqual(self.draft(page), mended)
        page.click("#toast-undo")
        self.assertEqual(self.draft(page), DRAFT)
        self.await_state(page, "findings")
        page.click(".replace")
        page.keyboard.press("Control+z")
        self.assertEqual(self.draft(page), DRAFT)

    def test_a_wording_named_by_an_advice_is_offered_in_the_language_of_the_draft(self):
        page = self.open(locale="zh-CN")
        self.write(page, "Two COVID suspects live upstairs.")
        offers = page.locator(".replace ins").all_text_contents()
        self.assertIn("people who have COVID-19", offers)
        page.locator(".replace", has_text="people who have COVID-19").click()
        self.assertEqual(self.draft(page), "Two people who have COVID-19 live upstairs.")

    def test_all_can_be_mended_at_once(self):
        page = self.open()
        self.write(page, "楼上有艾滋病人😷，楼下有肺痨鬼。")
        page.click("#replace-all")
        self.assertEqual(self.draft(page), "楼上有艾滋病病毒感染者😷，楼下有结核病患者。")
        page.click("#toast-undo")
        self.assertEqual(self.draft(page), "楼上有艾滋病人😷，楼下有肺痨鬼。")

    def test_marks_move_with_the_text_before_the_next_answer(self):
        page = self.open()
        self.write(page, DRAFT)
        page.route("**/v1/screen", lambda route: None)  # never answered
        page.evaluate("document.getElementById('draft').setSelectionRange(0, 0)")
        page.type("#draft", "前言😷。")
        self.assertEqual(self.marks(page), ["艾滋病人"])
        self.await_state(page, "checking")

    def test_what_context_explains_away_is_listed_with_its_cue(self):
        page = self.open()
        self.write(page, "喝漂白水不能治新冠，千万别信。", state="clean")
        page.click(".passed summary")
        self.assertIn("不能治", page.inner_text(".passed"))

    def test_the_language_changes_everything_and_is_all_that_is_remembered(self):
        page = self.open()
        self.write(page, DRAFT)
        page.click("[data-language=en]")
        self.assertEqual(page.get_attribute("html", "lang"), "en")
        self.assertEqual(page.inner_text("#verdict-text"), "1 wording to look at")
        self.assertIn("people", page.inner_text(".card .message").lower())
        page.reload()
        self.assertEqual(page.inner_text("#verdict-text"), "Waiting for a draft")
        stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
        self.assertEqual(stored, '[{"trustscreen.language":"en"},{},""]')

    def test_files_are_read_by_the_service(self):
        document = io.BytesIO()
        with zipfile.ZipFile(document, "w") as archive:
            archive.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
            archive.writestr(
                "word/document.xml",
                '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
                "<w:body><w:p><w:r><w:t>店员里有艾滋病人😷</w:t></w:r></w:p></w:body></w:document>",
            )
        page = self.open()
        page.set_input_files("#file", {"name": "draft.docx", "mimeType": "", "buffer": document.getvalue()})
        self.await_state(page, "findings")
        self.assertIn("店员里有艾滋病人😷", self.draft(page))

    def test_a_dropped_file_takes_the_place_of_the_draft_and_can_be_undone(self):
        page = self.open()
        self.write(page, "今天天气很好。", state="clean")
        drop = """(text) => {
          const data = new DataTransfer();
          data.items.add(new File([text], 'note.srt'));
          for (const type of ['dragover', 'drop'])
            window.dispatchEvent(new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}));
        }"""
        page.evaluate(drop, "1\n00:00:01,000 --> 00:00:02,000\n店员里有艾滋病人\n")
        self.await_state(page, "findings")
        self.assertEqual(self.draft(page).strip(), "店员里有艾滋病人")
        page.click("#toast-undo")
        self.assertEqual(self.draft(page), "今天天气很好。")

    def test_an_unreadable_file_leaves_the_draft_and_says_why(self):
        page = self.open()
        self.write(page, "今天天气很好。", state="clean")
        page.set_input_files("#file", {"name": "song.xyz", "mimeType": "", "buffer": b"\x00\x01"})
        expect(page.locator("#toast-text")).to_contain_text("没能读取")
        self.assertEqual(self.draft(page), "今天天气很好。")

    def test_before_and_after_stand_side_by_side(self):
        page = self.open()
        self.write(page, DRAFT)
        page.click(".replace")
        page.click("#tab-compare")
        self.assertIn("艾滋病人", page.locator(".side").nth(0).inner_text())
        self.assertIn("艾滋病病毒感染者", page.locator(".side").nth(1).inner_text())
        self.assertTrue(page.locator(".side ins").count() and page.locator(".side del").count())

    def test_platforms_count_in_their_own_way(self):
        page = self.open()
        page.fill("#draft", "abcd你好👩‍⚕️")
        counts = {"none": "7 字", "weibo": "5 / 2000 字", "tiktok": "11 / 2200 字"}
        for platform, count in counts.items():
            page.select_option("#platform", platform)
            self.assertEqual(page.inner_text("#counter"), count)
        page.fill("#draft", "好" * 1001)
        page.select_option("#platform", "xiaohongshu")
        self.assertEqual(page.inner_text("#counter"), "1001 / 1000 字 · 超出 1 字")

    def test_reports_are_saved_with_nothing_of_the_draft_acting_as_markup(self):
        page = self.open()
        hostile = "<img src=x onerror=alert(1)> ```` # 店员里有艾滋病人"
        self.write(page, hostile)
        texts = {}
        for form in ("markdown", "html", "json"):
            page.click("#report-button")
            with page.expect_download() as download:
                page.click(f"[data-report={form}]")
            with open(download.value.path(), encoding="utf-8") as file:
                texts[form] = file.read()
        self.assertIn(f"`````\n{hostile}\n`````", texts["markdown"])
        self.assertNotIn("<img", texts["html"])
        self.assertIn("艾滋病病毒感染者", texts["html"])
        self.assertIn('"trustscreen.report/1"', texts["json"])

    def test_text_that_is_no_text_is_checked_all_the_same(self):
        page = self.open()
        page.evaluate("""() => {
          const draft = document.getElementById('draft');
          draft.value = '\\ud83d 店员里有艾滋病人 \\u0000\\u202e';
          draft.dispatchEvent(new InputEvent('input'));
        }""")
        self.await_state(page, "findings")
        self.assertEqual(self.marks(page), ["艾滋病人"])

    def test_letters_of_an_input_method_are_not_checked(self):
        page = self.open()
        asked = []
        page.on("request", lambda request: asked.append(request.url) if "/v1/screen" in request.url else None)
        page.evaluate("""() => {
          const draft = document.getElementById('draft');
          draft.value = 'ni hao';
          draft.dispatchEvent(new InputEvent('input', {isComposing: true}));
        }""")
        page.wait_for_timeout(700)
        self.assertEqual(asked, [])
        page.evaluate("""() => {
          const draft = document.getElementById('draft');
          draft.value = '你好';
          draft.dispatchEvent(new InputEvent('input', {isComposing: true}));
          draft.dispatchEvent(new CompositionEvent('compositionend'));
        }""")
        self.await_state(page, "clean")


if __name__ == "__main__":
    unittest.main()
