// The score of each category, as a bar, a number and a word; and what such a score means.

import { categoryName, look, mainCategories } from "./categories.js";
import { element, icon } from "./dom.js";
import { language } from "./language.js";

const percent = (probability) => Math.round(probability * 100);

/** Which of `words.levels` says how high a score is. */
function level(score, count) {
  if (count === 0) return 0;
  return 1 + [0.25, 0.5, 0.8].filter((edge) => score >= edge).length;
}

/** Shows the scores of a report; those of the main categories also if nothing was found. */
export function drawScores(place, report) {
  if (!report) return place.replaceChildren();
  const text = language.words;
  const others = Object.keys(report.categories).filter((name) => !mainCategories.includes(name));
  const rows = [...mainCategories, ...others].map((name) => [name, report.categories[name]]);
  place.replaceChildren(element("section", { class: "scores" },
    element("h3", {}, text.scores),
    element("ul", {}, rows.map(([name, score]) => row(name, score))),
    element("details", { class: "more" },
      element("summary", {}, text.scoresWhy),
      element("dl", {}, rows.map(([name, score]) => [
        element("dt", {}, categoryName(name)), element("dd", {}, meaning(score)),
      ])))));
}

function row(name, score) {
  const text = language.words;
  const count = score?.findings.length ?? 0;
  const value = count ? score.calibrated ?? score.score : 0;
  const word = text.levels[level(value, count)];
  const bar = element("span", { class: "fill" });
  bar.style.inlineSize = `${percent(value)}%`;
  return element("li", { class: `score ${look(name)}` },
    icon(look(name)),
    element("span", { class: "name" }, categoryName(name)),
    element("span", { class: "bar", "aria-hidden": "true" }, bar),
    element("span", { class: "level" }, word),
    element("b", { class: "number" }, count ? `${percent(value)}%` : "–"));
}

function meaning(score) {
  const text = language.words;
  if (!score || (score.calibrated === null && score.findings.length === 0)) return text.levels[0];
  if (score.calibrated === null) return text.uncalibrated;
  if (score.findings.length === 0) return text.missed(percent(score.calibrated));
  return text.calibrated(percent(score.calibrated), percent(score.baseRate));
}
