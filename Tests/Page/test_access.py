"""Keyboard, names and roles, contrast, narrow screens, and what the page may load."""

import unittest

from browser import PageTest

DRAFT = "内部消息，趁没删赶紧转发！大蒜水就能杀死流感病毒😷。店员里有艾滋病人。喝漂白水不能治新冠，千万别信。"

# What can be reached and has no name, and names that are used twice; in the spirit of axe.
NAMES = """() => {
  const problems = [];
  const shown = (node) => node.checkVisibility({visibilityProperty: true}) && !node.closest('[aria-hidden=true]');
  const name = (node) => (node.getAttribute('aria-label') ?? '').trim()
    || [...(node.labels ?? [])].map((label) => label.textContent.trim()).join(' ')
    || (node.tagName === 'IMG' ? node.alt : node.textContent.trim());
  for (const node of document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=tab], [role=menu], [role=group]')) {
    const isNamed = name(node) || node.hasAttribute('aria-labelledby');
    if (shown(node) && !isNamed) problems.push('no name: ' + node.outerHTML.slice(0, 80));
  }
  const ids = [...document.querySelectorAll('[id]')].map((node) => node.id);
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) problems.push('id twice: ' + id);
  for (const node of document.querySelectorAll('[aria-controls], [aria-labelledby], [aria-describedby]')) {
    for (const kind of ['aria-controls', 'aria-labelledby', 'aria-describedby'])
      for (const id of (node.getAttribute(kind) ?? '').split(' ').filter(Boolean))
        if (!document.getElementById(id)) problems.push(kind + ' of nothing: ' + id);
  }
  for (const node of document.querySelectorAll('img:not([alt])')) problems.push('no alt: ' + node.outerHTML);
  for (const node of document.querySelectorAll('[style]:not(.fill)')) problems.push('style: ' + node.outerHTML.slice(0, 80));
  const levels = [...document.querySelectorAll('h1, h2, h3, h4')].filter(shown).map((node) => Number(node.tagName[1]));
  levels.forEach((level, index) => { if (index && level > levels[index - 1] + 1) problems.push('heading skipped: ' + levels); });
  if (document.querySelectorAll('main').length !== 1) problems.push('main');
  return problems;
}"""

# Texts that stand out too little from what is behind them, by the formula of WCAG 2.
CONTRAST = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const over = (color, ground) => {
    canvas.globalCompositeOperation = 'source-over';
    canvas.fillStyle = `rgb(${ground.join(' ')})`; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (color) => {
    const [r, g, b] = color.map((value) => value / 255).map((v) => (v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4));
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ground = (node) => {
    const behind = node.parentElement ? ground(node.parentElement) : [255, 255, 255];
    return over(getComputedStyle(node).backgroundColor, behind);
  };
  const weak = [];
  const nodes = [...document.querySelectorAll('body *')].filter((node) =>
    node.checkVisibility({visibilityProperty: true, opacityProperty: true}) && !node.closest('svg, .visually-hidden, #backdrop, :disabled')
    && (node.tagName === 'TEXTAREA' || [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim())));
  for (const node of nodes) {
    const style = getComputedStyle(node);
    const behind = ground(node);
    const [a, b] = [light(over(style.color, behind)), light(behind)];
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) weak.push([node.className || node.tagName, node.textContent.slice(0, 20), ratio.toFixed(2)]);
  }
  // The draft's own text stands on the marks behind it.
  const ink = getComputedStyle(document.getElementById('draft')).color;
  for (const mark of document.querySelectorAll('#backdrop mark')) {
    const behind = ground(mark);
    const [a, b] = [light(over(ink, behind)), light(behind)];
    if ((Math.max(a, b) + .05) / (Math.min(a, b) + .05) < 4.5) weak.push(['mark', mark.className]);
  }
  return [nodes.length, weak];
}"""


class AccessTest(PageTest):
    def test_everything_has_a_name_and_its_place(self):
        for locale in ("zh-CN", "en-US"):
            page = self.open(locale=locale)
            self.assertEqual(page.evaluate(NAMES), [])
            self.write(page, DRAFT)
            page.click("#report-button")
            self.assertEqual(page.evaluate(NAMES), [])
            page.keyboard.press("Escape")
            page.click("#tab-compare")
            self.assertEqual(page.evaluate(NAMES), [])

    def test_every_text_can_be_told_from_its_ground(self):
        for scheme in ("light", "dark"):
            page = self.open(color_scheme=scheme)
            self.assertEqual(page.evaluate(CONTRAST)[1], [], f"empty, {scheme}")
            self.write(page, DRAFT)
            page.click(".passed summary")
            page.click(".scores summary")
            page.click("#report-button")
            count, weak = page.evaluate(CONTRAST)
            self.assertGreater(count, 40)
            self.assertEqual(weak, [], scheme)
            page.route("**/v1/screen", lambda route: route.abort())
            page.fill("#draft", DRAFT + "。")
            self.await_state(page, "failed")
            self.assertEqual(page.evaluate(CONTRAST)[1], [], f"failed, {scheme}")

    def test_categories_differ_in_more_than_colour(self):
        page = self.open()
        self.write(page, DRAFT)
        styles = page.evaluate(
            "['remedy', 'stigma', 'claim'].map((name) => getComputedStyle(document.querySelector(`#backdrop .${name}`)).textDecorationStyle)"
        )
        self.assertEqual(styles, ["solid", "wavy", "dashed"])
        icons = page.evaluate("[...new Set([...document.querySelectorAll('.card-head use')].map((use) => use.getAttribute('href')))].length")
        self.assertEqual(icons, 3)

    def test_the_keyboard_alone_is_enough(self):
        page = self.open()
        page.keyboard.press("Tab")  # the way past the head
        self.assertEqual(page.evaluate("document.activeElement.className"), "skip")
        page.keyboard.press("Enter")
        page.keyboard.insert_text(DRAFT)
        self.assertEqual(self.draft(page), DRAFT)
        self.await_state(page, "findings")
        count = page.locator(".card").count()
        words = []
        for _ in range(count):
            page.keyboard.press("Alt+ArrowDown")
            words.append(page.evaluate("getSelection().toString()"))
            self.assertEqual(page.locator(".card.active").count(), 1)
        # The caret was behind the last word, so that moving on began at the first.
        self.assertEqual(words, page.evaluate("[...document.querySelectorAll('.quotation')].map((button) => button.firstChild.data.slice(1, -1))"))
        while page.evaluate("getSelection().toString()") != "艾滋病人":
            page.keyboard.press("Alt+ArrowUp")
        self.assertIn("艾滋病人", page.inner_text("#announcer"))
        page.keyboard.press("Alt+Enter")
        self.assertIn("艾滋病病毒感染者", self.draft(page))
        page.keyboard.press("Control+z")
        self.assertEqual(self.draft(page), DRAFT)

    def test_all_controls_are_reached_by_tab_in_reading_order(self):
        page = self.open()
        self.write(page, DRAFT)
        page.focus(".skip")
        reached = ["skip"]
        for _ in range(60):
            page.keyboard.press("Tab")
            reached.append(page.evaluate("document.activeElement.id || document.activeElement.className || document.activeElement.tagName"))
        order = ["skip", "tab-draft", "open", "clear", "draft", "platform", "report-button", "copy", "previous", "next", "quotation", "replace"]
        places = [reached.index(name) for name in order]
        self.assertEqual(places, sorted(places))

    def test_the_menu_and_the_tabs_work_by_keys(self):
        page = self.open()
        self.write(page, DRAFT)
        page.focus("#report-button")
        page.keyboard.press("Enter")
        page.keyboard.press("ArrowDown")
        self.assertEqual(page.evaluate("document.activeElement.dataset.report"), "markdown")
        page.keyboard.press("Escape")
        self.assertEqual(page.evaluate("document.activeElement.id"), "report-button")
        page.focus("#tab-draft")
        page.keyboard.press("ArrowRight")
        self.assertTrue(page.is_visible("#view-compare"))

    def test_results_are_announced(self):
        page = self.open(locale="en-US")
        self.write(page, DRAFT)
        self.assertIn("wordings to look at", page.inner_text("#announcer"))
        self.assertEqual(page.get_attribute("#announcer", "aria-live"), "polite")

    def test_a_narrow_screen_needs_no_scrolling_sideways(self):
        for width in (320, 360, 414):
            for locale in ("zh-CN", "en-US"):
                page = self.open(width=width, height=740, locale=locale, has_touch=True, is_mobile=True)
                self.write(page, DRAFT + "a" * 200)
                page.click(".passed summary")
                self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), width)

    def test_motion_and_forced_colours_are_respected(self):
        page = self.open(reduced_motion="reduce", forced_colors="active")
        self.write(page, DRAFT)
        page.route("**/v1/screen", lambda route: None)
        page.fill("#draft", DRAFT + "。")
        self.await_state(page, "checking")
        self.assertEqual(page.evaluate("getComputedStyle(document.querySelector('.verdict > .icon')).animationName"), "none")
        self.assertEqual(page.evaluate("getComputedStyle(document.querySelector('#draft')).backgroundColor"), "rgba(0, 0, 0, 0)")

    def test_nothing_is_asked_of_anyone_else(self):
        page = self.open()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.reload()
        self.write(page, DRAFT)
        page.click(".replace")
        page.wait_for_timeout(600)
        self.assertTrue(asked)
        self.assertEqual([url for url in asked if not url.startswith(self.url)], [])
        policy = page.request.get(self.url).headers["content-security-policy"]
        self.assertIn("default-src 'none'", policy)
        self.assertNotIn("unsafe", policy)


if __name__ == "__main__":
    unittest.main()
