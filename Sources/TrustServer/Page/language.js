// The language of the page: chosen by the reader, else the browser's. It is all that is remembered.

import { words } from "./words.js";

const key = "trustscreen.language";

function remembered() {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // Storage is switched off; the choice lasts until the page is closed.
  }
}

function first() {
  const choice = remembered();
  if (choice === "zh" || choice === "en") return choice;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** The language in force, `zh` or `en`, and its words. */
export const language = { code: first(), words: null };
language.words = words[language.code];

/** Changes the language and remembers it. */
export function choose(code) {
  language.code = code;
  language.words = words[code];
  try {
    localStorage.setItem(key, code);
  } catch {
    // As above.
  }
  translate();
}

/** Writes the words of the page's own elements. */
export function translate() {
  const text = language.words;
  document.documentElement.lang = text.code;
  document.title = text.title;
  for (const node of document.querySelectorAll("[data-words]")) node.textContent = text[node.dataset.words];
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", text[node.dataset.label]);
  for (const node of document.querySelectorAll("[data-placeholder]")) node.placeholder = text[node.dataset.placeholder];
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language.code));
  }
}
