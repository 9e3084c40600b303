// Copies and saves; nothing is sent anywhere.

import { html, json, markdown } from "./report.js";

const forms = {
  markdown: { make: markdown, ending: "md", type: "text/markdown" },
  html: { make: html, ending: "html", type: "text/html" },
  json: { make: json, ending: "json", type: "application/json" },
};

/** Copies a text; resolves to whether the browser allowed it. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // No permission, or a page that is not served from this machine or by TLS.
  }
}

/** Saves a report in one of the forms `markdown`, `html`, `json`. */
export function saveReport(form, page) {
  const { make, ending, type } = forms[form];
  const address = URL.createObjectURL(new Blob([make(page)], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `trustscreen-report.${ending}`;
  link.click();
  // The browser has begun to read the file when the next task runs.
  setTimeout(() => URL.revokeObjectURL(address));
}
