// A notice that goes by itself, with a way back if there is one.

import { byId } from "./dom.js";
import { language } from "./language.js";

const duration = 8000; // milliseconds
let timer = null;
let way = null;

/** Shows a notice; `undo` takes back what it tells of. */
export function notify(text, undo = null) {
  way = undo;
  byId("toast-text").textContent = text;
  byId("toast-undo").hidden = undo === null;
  byId("toast").hidden = false;
  clearTimeout(timer);
  timer = setTimeout(dismiss, duration);
}

/** Takes the notice away; its way back is then closed. */
export function dismiss() {
  clearTimeout(timer);
  way = null;
  byId("toast").hidden = true;
}

/** Lets the notice's button do what it says. */
export function prepareNotices() {
  byId("toast-undo").addEventListener("click", () => {
    const undo = way;
    dismiss();
    undo?.();
    if (undo) notify(language.words.undone);
  });
}
