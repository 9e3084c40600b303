// The draft page: a text is typed, checked as it changes, and mended where guidance warns.

import { setToken } from "./api.js";
import { Checker } from "./checker.js";
import { prepareMenu, prepareTabs } from "./controls.js";
import { byId } from "./dom.js";
import { Editor } from "./editor.js";
import { copyText, saveReport } from "./exporting.js";
import { prepareFiles } from "./files.js";
import { choose, language, translate } from "./language.js";
import { answered, blank, draw, drawCounter, drawPlatforms, edited, spoken, stateOf, unanswered } from "./page.js";
import { markdown } from "./report.js";
import { samples } from "./samples.js";
import { dismiss, notify, prepareNotices } from "./toast.js";

let page = blank();

const editor = new Editor(byId("draft"), byId("backdrop"), { changed, moved: select });
const checker = new Checker({
  started: () => show({ ...page, phase: "checking" }),
  finished: (result) => {
    show(answered(page, result));
    announce();
  },
  waiting: (seconds) => show({ ...page, phase: "waiting", seconds }),
  failed: (failure) => {
    show(unanswered(page, failure));
    announce();
    if (failure.kind === "unauthorized") askForToken();
  },
});

// MARK: What the reader does

function changed(text, isComposing) {
  // Letters of an input method that are not words yet move the marks, but are not checked.
  if (text !== page.text) {
    dismiss();
    show(edited(page, text));
  }
  if (isComposing) return checker.cancel();
  if (stateOf(page) === "empty") checker.cancel();
  else if (page.phase !== "done") checker.schedule(text);
}

function check() {
  if (stateOf(page) === "empty") return;
  show({ ...page, phase: "checking" });
  checker.schedule(page.text, 0);
}

function select(id) {
  if (id === page.active) return;
  show({ ...page, active: id });
  if (id && isWide()) cardOf(id)?.scrollIntoView({ block: "nearest" });
}

function reveal(id) {
  const matter = page.matters.find((matter) => matter.id === id);
  if (!matter) return;
  show({ ...page, active: id });
  editor.focus();
  editor.reveal(matter);
}

function step(direction) {
  const { matters, active } = page;
  if (matters.length === 0) return;
  const index = matters.findIndex((matter) => matter.id === active);
  // Who is at none starts from the caret.
  const behind = matters.findIndex((matter) => matter.end > editor.caret);
  const from = index >= 0 ? index : (behind < 0 ? matters.length : behind) - (direction > 0 ? 1 : 0);
  const next = (from + direction + matters.length) % matters.length;
  const matter = matters[next];
  show({ ...page, active: matter.id });
  editor.reveal(matter);
  cardOf(matter.id)?.scrollIntoView({ block: "nearest" });
  say(`${language.words.position(next, matters.length)} ${spoken(matter)}`);
}

function replace(id, index = 0) {
  const matter = page.matters.find((matter) => matter.id === id);
  const option = matter?.options[index];
  if (!option) return;
  const words = page.text.slice(option.start, option.end);
  editor.replace(option.start, option.end, option.to);
  notify(language.words.replaced(words, option.to), () => {
    const end = option.start + option.to.length;
    if (page.text.slice(option.start, end) === option.to) editor.replace(option.start, end, words);
  });
}

function replaceAll() {
  const mendable = page.matters.filter((matter) => matter.options.length > 0);
  // From behind, so that the places before stay right.
  const mended = mendable.map((matter) => matter.options[0]).sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, to }) => text.slice(0, start) + to + text.slice(end), page.text);
  put(mended, language.words.replacedAll(mendable.length));
}

/** Puts a whole text in the draft's place; a notice offers the way back to one that was there. */
function put(text, notice) {
  const former = page.text;
  editor.replace(0, former.length, text);
  if (former.trim() === "") notify(notice);
  else notify(notice, () => editor.replace(0, page.text.length, former));
}

/** Starts with another draft, to which the later text will be compared. */
function load(text, notice) {
  put(text, notice);
  setBefore();
}

function setBefore() {
  show({ ...page, before: page.text || null });
}

async function copy() {
  const said = language.words;
  const state = stateOf(page);
  const isResult = ["clean", "findings"].includes(state);
  const notice = !isResult ? said.copiedUnchecked
    : page.matters.length ? said.copiedOpen(page.matters.length) : said.copied;
  notify((await copyText(page.text)) ? notice : said.copyFailed);
}

async function exportReport(form) {
  const verdict = `${byId("verdict-text").textContent}. ${byId("verdict-detail").textContent}`;
  if (form === "print") window.print();
  else if (form !== "copy") saveReport(form, { ...page, verdict });
  else notify((await copyText(markdown({ ...page, verdict }))) ? language.words.copiedReport : language.words.copyFailed);
}

// MARK: What the reader sees and hears

function show(next) {
  page = next;
  if (page.active && !page.matters.some((matter) => matter.id === page.active)) page = { ...page, active: null };
  return draw(page, editor, { reveal, replace, setBefore });
}

function announce() {
  say(`${byId("verdict-text").textContent}. ${byId("verdict-detail").textContent}`);
}

function say(text) {
  byId("announcer").textContent = text;
}

function askForToken() {
  byId("token-dialog").returnValue = ""; // That of an earlier answer stays otherwise.
  byId("token-dialog").showModal();
}

const cardOf = (id) => byId("cards").querySelector(`[data-matter="${id}"]`);
const isWide = () => matchMedia("(min-width: 62rem)").matches;

function speak(code) {
  choose(code);
  drawPlatforms();
  show(page);
}

// MARK: What is where

const keys = {
  "Alt+ArrowDown": () => step(1),
  "Alt+ArrowUp": () => step(-1),
  F8: () => step(1),
  "Shift+F8": () => step(-1),
  "Alt+Enter": () => page.active && replace(page.active),
};

document.addEventListener("keydown", (event) => {
  const name = `${event.altKey ? "Alt+" : ""}${event.shiftKey ? "Shift+" : ""}${event.key}`;
  if (event.isComposing || event.ctrlKey || event.metaKey || !keys[name]) return;
  event.preventDefault();
  keys[name]();
});
byId("next").addEventListener("click", () => step(1));
byId("previous").addEventListener("click", () => step(-1));
byId("replace-all").addEventListener("click", replaceAll);
byId("retry").addEventListener("click", check);
byId("copy").addEventListener("click", copy);
byId("clear").addEventListener("click", () => put("", language.words.cleared));
byId("platform").addEventListener("change", () => drawCounter(page.text));
byId("token-dialog").addEventListener("close", () => {
  if (byId("token-dialog").returnValue !== "send") return;
  setToken(byId("token").value);
  byId("token").value = "";
  check();
});
for (const button of document.querySelectorAll("[data-sample]")) {
  button.addEventListener("click", () => {
    editor.focus();
    editor.replace(0, page.text.length, samples[button.dataset.sample]);
    setBefore();
  });
}
for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => speak(button.dataset.language));
}
prepareTabs(document.querySelector("[role=tablist]"), () => show(page));
prepareMenu(byId("report-button"), byId("report-menu"), (item) => exportReport(item.dataset.report));
prepareFiles(load);
prepareNotices();
translate();
drawPlatforms();
// A browser may bring back what was typed before the page was reloaded.
changed(editor.text, false);
show(page);
