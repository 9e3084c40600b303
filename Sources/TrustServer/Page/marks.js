// Draws the marks behind the draft: a copy of the text, invisible but for its underlines.

import { look } from "./categories.js";
import { element } from "./dom.js";

/** Fills the backdrop; `active` is the id of the matter that the reader is at. */
export function drawMarks(backdrop, text, matters, active) {
  const edges = new Set([0, text.length]);
  for (const { start, end } of matters) edges.add(start).add(end);
  const places = [...edges].sort((a, b) => a - b);
  const parts = places.slice(1).map((end, index) => {
    const start = places[index];
    const covering = matters.filter((matter) => matter.start <= start && end <= matter.end);
    return covering.reduceRight((inner, matter, layer) => mark(matter, layer, active, inner), text.slice(start, end));
  });
  // A line that ends the text has a height only if something stands on it.
  backdrop.replaceChildren(...parts, "\u200b");
}

function mark(matter, layer, active, inner) {
  const classes = ["mark", look(matter.category), `layer${Math.min(layer, 2)}`];
  if (matter.id === active) classes.push("active");
  return element("mark", { class: classes.join(" "), "data-matter": matter.id }, inner);
}
