// The draft: a plain text area above its marks. Edits by the page can be undone like typing.

import { drawMarks } from "./marks.js";

export class Editor {
  #area;
  #backdrop;
  #matters = [];
  #active = null;

  /** `on` has changed(text, isComposing), moved(matterID). */
  constructor(area, backdrop, on) {
    this.#area = area;
    this.#backdrop = backdrop;
    area.addEventListener("input", (event) => on.changed(area.value, event.isComposing));
    area.addEventListener("compositionend", () => on.changed(area.value, false));
    for (const event of ["click", "keyup"]) area.addEventListener(event, () => on.moved(this.#matterAtCaret()));
  }

  get text() {
    return this.#area.value;
  }

  /** Where the caret is, in UTF-16 units as all places on this page. */
  get caret() {
    return this.#area.selectionStart;
  }

  focus() {
    this.#area.focus();
  }

  /** Shows matters, one of them as the one the reader is at. */
  show(matters, active) {
    this.#matters = matters;
    this.#active = active;
    // The fonts follow the draft's language, which need not be the page's.
    this.#area.parentElement.lang = /\p{Script=Han}/u.test(this.text) ? "zh-CN" : "";
    drawMarks(this.#backdrop, this.text, matters, active);
  }

  /** Selects a matter's words and brings them into sight. */
  reveal(matter) {
    this.#area.setSelectionRange(matter.start, matter.end);
    this.#backdrop.querySelector(`[data-matter="${matter.id}"]`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** Puts words in the place of others, as one step of the undo history. */
  replace(start, end, words) {
    const area = this.#area;
    // Focus would open the keyboard of a phone; there, the undo button of the notice has to do.
    const isTouch = matchMedia("(pointer: coarse)").matches;
    if (!isTouch) area.focus({ preventScroll: true });
    area.setSelectionRange(start, end);
    // The only way of changing a text area that browsers' own undo knows; deprecated, without a successor.
    const command = words === "" ? "delete" : "insertText";
    if (!isTouch && (start < end || words !== "") && document.execCommand(command, false, words)) return;
    area.setRangeText(words, start, end, "end");
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }

  #matterAtCaret() {
    const { selectionStart: start, selectionEnd: end } = this.#area;
    const hits = this.#matters.filter((matter) => matter.start <= start && end <= matter.end);
    if (hits.some((matter) => matter.id === this.#active)) return this.#active;
    return hits[0]?.id ?? null;
  }
}
