// What the page knows, and how it is shown. Every change goes through `draw`.

import { look } from "./categories.js";
import { drawCards } from "./cards.js";
import { drawComparison } from "./compare.js";
import { byId } from "./dom.js";
import { language } from "./language.js";
import { drawLegend } from "./legend.js";
import { matters, shifted } from "./matters.js";
import { drawPassed } from "./passed.js";
import { platforms } from "./platforms.js";
import { identityLines } from "./report.js";
import { drawScores } from "./scores.js";
import { drawVerdict, stateOf } from "./verdict.js";

/** A page without a draft. */
export const blank = () => ({
  text: "", before: null, phase: "empty", report: null, action: null, because: [], matters: [], passed: [],
  failure: null, seconds: 0, active: null,
});

/** The page after an edit: what was found elsewhere stays until the new answer is here. */
export function edited(page, text) {
  if (text.trim() === "") return { ...blank(), text };
  const kept = shifted(page.matters, page.text, text);
  return { ...page, text, before: page.before ?? text, phase: "checking", matters: kept, report: null, passed: [] };
}

/** The page with the answer to its text. */
export function answered(page, { report, action, because }) {
  return {
    ...page, phase: "done", report, action, because, failure: null,
    matters: matters(report.findings, page.text), passed: matters(report.suppressed, page.text),
  };
}

/** The page without an answer: what was found before must not pass for a result. */
export function unanswered(page, failure) {
  return { ...page, phase: "failed", failure, report: null, action: null, because: [], matters: [], passed: [] };
}

/** Shows the page; `on` has reveal(id), replace(id, option), setBefore(). Gives the verdict's state. */
export function draw(page, editor, on) {
  const state = drawVerdict(page);
  editor.show(page.matters, page.active);
  drawCards(byId("cards"), page.matters, page.active, on);
  drawStepper(page);
  // While a check is under way, the last scores stay: the verdict says that they are being renewed.
  if (page.report || state !== "checking") {
    drawScores(byId("scores"), page.report);
    drawPassed(byId("passed"), page.passed, page.text);
  }
  drawLegend(byId("legend"), state === "empty");
  drawCounter(page.text);
  byId("samples").hidden = page.text !== "";
  byId("clear").disabled = byId("copy").disabled = page.text === "";
  byId("report-button").disabled = page.report === null;
  byId("identity").textContent = page.report ? identityLines(page.report.identity).join("\n") : "–";
  if (!byId("view-compare").hidden) drawComparison(byId("view-compare"), page.before ?? "", page.text, on);
  return state;
}

function drawStepper({ matters, active }) {
  const text = language.words;
  const index = matters.findIndex((matter) => matter.id === active);
  byId("stepper").hidden = matters.length === 0;
  byId("position").textContent = text.position(index, matters.length);
  const mendable = matters.filter((matter) => matter.options.length > 0).length;
  byId("replace-all").hidden = mendable < 2;
  byId("replace-all").textContent = text.replaceAll(mendable);
}

/** Shows how much of a platform's limit is used. */
export function drawCounter(draft) {
  const text = language.words;
  const { limit, count } = platforms.find(({ id }) => id === byId("platform").value);
  const used = count(draft);
  const output = byId("counter");
  const meter = byId("counter-meter");
  output.textContent = text.count(used, limit);
  output.classList.toggle("over", limit !== null && used > limit);
  if (limit !== null && used > limit) output.textContent += ` · ${text.over(used - limit)}`;
  meter.hidden = limit === null;
  if (limit !== null) Object.assign(meter, { max: limit, high: limit * 0.9, value: used });
}

/** Fills the menu of platforms in the language of the page; the choice stays. */
export function drawPlatforms() {
  const select = byId("platform");
  const choice = select.value || "none";
  select.replaceChildren(...platforms.map(({ id, limit }) => {
    const name = language.words.platforms[id];
    return new Option(limit === null ? name : `${name} · ${limit}`, id);
  }));
  select.value = choice;
}

/** What a screen reader is told of a matter that the reader has moved to. */
export function spoken(matter) {
  const text = language.words;
  const advice = matter.lead.suggestion?.[language.code] ?? "";
  const kind = text.categories[matter.category] ?? look(matter.category);
  return `${kind}: ${text.quote(matter.words)}. ${matter.lead.message[language.code]} ${advice}`;
}

export { stateOf };
