// A card for each matter: why, what to say instead, the guidance, and a button that mends it.

import { classification, look } from "./categories.js";
import { element, icon } from "./dom.js";
import { language } from "./language.js";

/** Fills the list; `on` has reveal(id), replace(id, optionIndex). Cards that stay keep the focus. */
export function drawCards(list, matters, active, on) {
  const kept = new Map([...list.children].map((card) => [card.dataset.key, card]));
  const cards = matters.map((matter) => {
    const key = [language.code, matter.id, matter.words, matter.others.length].join("|");
    const made = kept.get(key) ?? card(matter, key, on);
    made.classList.toggle("active", matter.id === active);
    if (matter.id === active) made.setAttribute("aria-current", "true");
    else made.removeAttribute("aria-current");
    return made;
  });
  if (cards.length !== list.children.length || cards.some((made, index) => list.children[index] !== made)) {
    list.replaceChildren(...cards);
  }
  list.hidden = matters.length === 0;
}

function card(matter, key, on) {
  const text = language.words;
  const { lead } = matter;
  const kind = look(lead.category);
  return element("li", { class: `card ${kind}`, "data-key": key, "data-matter": matter.id },
    element("h4", { class: "card-head" },
      icon(kind),
      element("span", { class: "kind" }, classification(lead)),
      element("span", { class: `severity ${lead.severity}` }, text.severities[lead.severity] ?? lead.severity),
    ),
    element("button", {
      type: "button", class: "quotation", title: text.showInDraft, onclick: () => on.reveal(matter.id),
    }, text.quote(matter.words), element("span", { class: "visually-hidden" }, ` ${text.showInDraft}`)),
    element("p", { class: "message" },
      element("span", { class: "visually-hidden" }, `${text.why}: `), lead.message[language.code]),
    better(matter, on),
    guidance(lead),
    details(matter),
  );
}

function better(matter, on) {
  const text = language.words;
  const advice = matter.lead.suggestion?.[language.code];
  if (!advice && matter.options.length === 0) return null;
  const buttons = matter.options.map((option, index) =>
    element("button", { type: "button", class: "replace", onclick: () => on.replace(matter.id, index) },
      text.replaceWith, " ", element("ins", { lang: /\p{Script=Han}/u.test(option.to) ? "zh-CN" : "en" }, option.to)));
  return element("div", { class: "better" },
    element("p", {}, element("b", {}, text.better), " ", advice ?? ""),
    buttons.length ? element("div", { class: "replacements" }, buttons) : null);
}

/** A citation's title, as a link if it has an address on the web. */
export function citation(source) {
  const title = source.title[language.code];
  if (!/^https?:\/\//.test(source.url ?? "")) return element("span", {}, title);
  return element("a", { href: source.url, target: "_blank", rel: "noopener noreferrer" }, title);
}

function guidance(lead) {
  if (lead.guidance.length === 0) return null;
  const rows = lead.guidance.map((source) => element("li", {}, citation(source)));
  return element("ul", { class: "guidance", "aria-label": language.words.guidance }, rows);
}

function details({ lead, others }) {
  const text = language.words;
  const folds = [...new Set(lead.evidence.flatMap((evidence) => evidence.folds))];
  const rows = [
    [text.certainty, `${Math.round(lead.confidence * 100)}%${lead.status === "experimental" ? ` (${text.experimental})` : ""}`],
    [text.rule, lead.rule],
    [text.alsoFoundBy, others.map((other) => other.rule).join(text.separator)],
    [text.softened, lead.softenedBy.map((name) => text.contexts[name] ?? name).join(text.separator)],
    [text.disguise, folds.join(text.separator)],
  ].filter(([, value]) => value);
  return element("details", { class: "more" },
    element("summary", {}, text.details),
    element("dl", {}, rows.map(([term, value]) => [element("dt", {}, term), element("dd", {}, value)])));
}
