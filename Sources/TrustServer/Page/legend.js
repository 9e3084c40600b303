// What the page will mark, for a reader who has no draft yet.

import { categoryName, look, mainCategories } from "./categories.js";
import { element, icon } from "./dom.js";
import { language } from "./language.js";

/** Shows the three kinds of wording with their underlines, or nothing. */
export function drawLegend(place, isShown) {
  if (!isShown) return place.replaceChildren();
  const text = language.words;
  const rows = mainCategories.map((name) => {
    const [line, meaning, example] = text.legend[name];
    return element("li", { class: look(name) },
      icon(look(name)),
      element("div", {},
        element("h4", {}, categoryName(name), element("span", { class: "line" }, line)),
        element("p", {}, meaning),
        element("p", {}, element("span", { class: `mark ${look(name)}` }, example))));
  });
  place.replaceChildren(element("section", { class: "legend" },
    element("h3", {}, text.legendTitle), element("ul", {}, rows),
    element("p", { class: "note" }, text.legendNote)));
}
