// What was seen and let pass, and why: the reader is to see that context was read.

import { classification, look, reason } from "./categories.js";
import { element, icon } from "./dom.js";
import { language } from "./language.js";

/** Shows the matters that context explained away. */
export function drawPassed(place, matters, text) {
  if (matters.length === 0) return place.replaceChildren();
  const said = language.words;
  const wasOpen = place.querySelector("details")?.open ?? false;
  const rows = matters.map(({ lead, words }) =>
    element("li", { class: look(lead.category) },
      icon("clean"),
      element("div", {},
        element("p", { class: "words" }, said.quote(words),
          element("span", { class: "kind" }, ` ${classification(lead)}`)),
        element("p", { class: "reason" }, said.passedBy(reason(lead, text))))));
  place.replaceChildren(element("details", { class: "passed", open: wasOpen },
    element("summary", {}, said.passed(matters.length)),
    element("ul", {}, rows)));
}
