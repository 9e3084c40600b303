// Files that are opened or dropped. The service reads them, so that drafts in files and in archives
// are read alike.

import { Failure, extract } from "./api.js";
import { byId } from "./dom.js";
import { language } from "./language.js";
import { notify } from "./toast.js";

/** Lets files come in; `take(text)` gets what is in them. */
export function prepareFiles(take) {
  const input = byId("file");
  byId("open").addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    if (input.files[0]) read(input.files[0], take);
    input.value = ""; // So that the same file can be opened again.
  });
  prepareDropping(take);
}

function prepareDropping(take) {
  const zone = byId("dropzone");
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  window.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return; // Text that is dragged goes where it is dropped.
    event.preventDefault();
    zone.hidden = false;
  });
  window.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) zone.hidden = true;
  });
  window.addEventListener("drop", (event) => {
    zone.hidden = true;
    if (!hasFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer.files[0]) read(event.dataTransfer.files[0], take);
  });
}

async function read(file, take) {
  const said = () => language.words.extracts;
  notify(said().reading(file.name));
  try {
    const text = await extract(file);
    if (text.trim() === "") return notify(said().empty(file.name));
    take(text, said().done(file.name));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const reason = [said().reasons[error.kind], error.detail].filter(Boolean).join(" – ");
    notify(said().failed(file.name, reason));
  }
}
