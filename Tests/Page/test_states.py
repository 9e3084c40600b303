"""What the page says when there is no result: never that the draft is clean."""

import json
import unittest

from browser import PageTest

CLAIM = "大蒜能治新冠😷"


def problem(status, detail="", headers=None):
    return lambda route: route.fulfill(
        status=status, content_type="application/problem+json", headers=headers or {},
        body=json.dumps({"status": status, "detail": detail}),
    )


def whole_answer(value):
    return lambda route: route.fulfill(json=value)


class StatesTest(PageTest):
    def fails(self, answer, words):
        """A page whose service answers so says the words, and neither shows nor claims a result."""
        page = self.open()
        self.write(page, CLAIM)  # A result of before must go too.
        page.route("**/v1/screen", answer)
        page.fill("#draft", CLAIM + "。")
        self.await_state(page, "failed")
        self.assertIn("未检查", page.inner_text("#verdict-text"))
        self.assertIn(words, page.inner_text("#verdict"))
        self.assertEqual(self.marks(page), [])
        self.assertEqual(page.locator(".card").count(), 0)
        self.assertEqual(page.inner_text("#scores"), "")
        self.assertTrue(page.is_disabled("#report-button"))
        self.assertEqual(self.draft(page), CLAIM + "。")
        return page

    def test_failures_are_named_and_nothing_passes_for_a_result(self):
        answers = {
            "连不上": lambda route: route.abort(),
            "服务出错": problem(500),
            "太长": problem(413),
            "字段太多": problem(422, "字段太多"),
            "无法读取": lambda route: route.fulfill(status=200, body="<html>"),
        }
        for words, answer in answers.items():
            with self.subTest(words):
                self.fails(answer, words)

    def test_answers_that_are_not_whole_are_no_results(self):
        whole = {
            "schema": "trustscreen.report/1", "findings": [], "suppressed": [], "categories": {},
            "completeness": {"status": "complete", "notices": []}, "identity": {},
        }
        outside = {"span": {"utf16": [0, 999]}, "message": {"zh": "", "en": ""}, "guidance": [], "evidence": []}
        broken = [
            {}, {"results": []}, {"results": [{"id": "draft", "action": "allow"}]},
            {"results": [{"report": whole | {"schema": "other/2"}}]},
            {"results": [{"report": {key: whole[key] for key in whole if key != "findings"}}]},
            {"results": [{"report": {key: whole[key] for key in whole if key != "completeness"}}]},
            {"results": [{"report": whole | {"findings": [outside]}}]},
            {"results": [{"id": "draft", "action": "review", "error": {"detail": "deadline"}}]},
        ]
        for answer in broken:
            with self.subTest(answer):
                self.fails(whole_answer(answer), "未检查")

    def test_a_part_is_shown_as_a_part(self):
        page = self.open()
        report = {
            "schema": "trustscreen.report/1", "id": "draft", "findings": [], "suppressed": [], "categories": {},
            "document": None, "completeness": {"status": "partial", "notices": [{"code": "truncated", "detail": "x"}]},
            "identity": {"engine": "e", "packs": [], "unicode": "16", "icu": "76", "calibration": None},
        }
        page.route("**/v1/screen", lambda route: route.fulfill(json={"results": [{"id": "draft", "action": "review", "report": report}]}))
        page.fill("#draft", CLAIM)
        self.await_state(page, "partial")
        self.assertIn("只检查了一部分", page.inner_text("#verdict-text"))
        self.assertIn("请勿当作通过", page.inner_text("#verdict-detail"))

    def test_a_busy_service_is_asked_again(self):
        page = self.open()
        page.route("**/v1/screen", problem(429, headers={"Retry-After": "1"}), times=1)
        page.fill("#draft", CLAIM)
        self.await_state(page, "waiting")
        self.await_state(page, "findings")

    def test_trying_again_works(self):
        page = self.fails(problem(500), "服务出错")
        page.unroute("**/v1/screen")
        page.click("#retry")
        self.await_state(page, "findings")

    def test_a_token_that_is_asked_for_is_sent_and_not_kept(self):
        page = self.open()

        def guard(route):
            if route.request.headers.get("authorization") == "Bearer open sesame":
                return route.continue_()
            return problem(401)(route)

        page.route("**/v1/screen", guard)
        page.fill("#draft", CLAIM)
        page.wait_for_selector("#token-dialog[open]")
        page.fill("#token", "open sesame")
        page.keyboard.press("Enter")
        self.await_state(page, "findings")
        self.assertEqual(page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})"), "{}")

    def test_only_the_newest_text_is_answered(self):
        page = self.open()
        held = []
        page.route("**/v1/screen", lambda route: held.append(route) if len(held) == 0 else route.continue_())
        page.fill("#draft", CLAIM)
        page.wait_for_timeout(600)
        page.fill("#draft", "今天天气很好。")
        self.await_state(page, "clean")
        self.assertEqual(len(held), 1)

    def test_clearing_the_draft_ends_in_waiting(self):
        page = self.open()
        self.write(page, CLAIM)
        page.click("#clear")
        self.await_state(page, "empty")
        page.wait_for_timeout(600)
        self.await_state(page, "empty")
        self.assertEqual(page.locator(".card").count(), 0)


if __name__ == "__main__":
    unittest.main()
