// The draft as it was and as it is, side by side.

import { differences } from "./diff.js";
import { element } from "./dom.js";
import { language } from "./language.js";

/** Shows both texts with their differences; `on.setBefore()` makes the text of now the earlier one. */
export function drawComparison(place, before, after, on) {
  const text = language.words;
  if (before === after) return place.replaceChildren(element("p", { class: "note" }, text.same));
  const parts = differences(before, after);
  const note = parts ? null : element("p", { class: "note" }, text.tooDifferent);
  const all = parts ?? [{ kind: "removed", text: before }, { kind: "added", text: after }];
  place.replaceChildren(...[
    note,
    element("div", { class: "sides" },
      side(text.before, all.filter((part) => part.kind !== "added"), "del", text.removed),
      side(text.after, all.filter((part) => part.kind !== "removed"), "ins", text.added)),
    element("button", { type: "button", class: "chip", onclick: on.setBefore }, text.setBefore),
  ].filter(Boolean));
}

function side(title, parts, tag, word) {
  const body = parts.map((part) => (part.kind === "same" ? part.text : element(tag, { title: word }, part.text)));
  return element("section", { class: "side" }, element("h3", {}, title), element("div", { class: "paper" }, body));
}
