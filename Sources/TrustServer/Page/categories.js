// The three categories have a colour, an underline and an icon of their own; all others share one.

import { language } from "./language.js";

const looks = { "false-remedy": "remedy", "stigmatising-language": "stigma", "unverified-claim": "claim" };

/** The categories that are always shown, in this order. */
export const mainCategories = Object.keys(looks);

/** The class and icon of a category. */
export const look = (category) => looks[category] ?? "other";

/** A category's name for the reader. */
export const categoryName = (category) => language.words.categories[category] ?? category;

/** A category and its kind, such as `false remedy · cure`. */
export function classification(finding) {
  return `${categoryName(finding.category)} · ${language.words.kinds[finding.kind] ?? finding.kind}`;
}

/** Why something found was let pass: by the words that did it, or by the context's name. */
export function reason(passed, text) {
  const said = language.words;
  const name = said.contexts[passed.by];
  if (!passed.cue) return name ?? said.context(passed.by);
  const cue = said.cue(text.slice(...passed.cue.utf16));
  return `${cue} (${name ?? passed.by})`;
}
