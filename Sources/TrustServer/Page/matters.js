// A matter is what the reader sees as one thing: findings of one category on overlapping words.

import { wordingsIn } from "./wordings.js";

const severities = ["info", "low", "medium", "high", "critical"];

/** Whether a finding counts: as in the reports, its rule does and it is more likely right than not. */
export const isFlag = (finding) => finding.status !== "experimental" && finding.confidence >= 0.5;

/** The matters of a report, by place. */
export function matters(findings, text) {
  const groups = [];
  for (const finding of findings) {
    const group = groups.find((group) => group.some((other) => isSameMatter(finding, other)));
    if (group) group.push(finding);
    else groups.push([finding]);
  }
  const seen = new Map();
  return groups.map((group) => {
    const lead = group.reduce((best, finding) => (outranks(finding, best) ? finding : best));
    const [start, end] = lead.span.utf16;
    const times = (seen.get(lead.fingerprint) ?? 0) + 1;
    seen.set(lead.fingerprint, times);
    return {
      id: `${lead.fingerprint}-${times}`,
      category: lead.category,
      lead,
      others: group.filter((finding) => finding !== lead),
      start,
      end,
      words: text.slice(start, end),
      options: group.flatMap((finding) => options(finding, text)).filter(isNew),
    };
  }).sort((a, b) => a.start - b.start);
}

/** What may be put in the place of a finding's words: `{ start, end, to }`. */
function options(finding, text) {
  const [start, end] = finding.span.utf16;
  const words = text.slice(start, end);
  const exact = finding.replacement ? [finding.replacement] : wordingsIn(finding.suggestion, words);
  return exact.filter((to) => to !== words).map((to) => ({ start, end, to }));
}

const isNew = (option, index, all) => all.findIndex((other) => other.to === option.to) === index;

function isSameMatter(a, b) {
  return a.category === b.category && a.field === b.field
    && a.span.utf16[0] < b.span.utf16[1] && b.span.utf16[0] < a.span.utf16[1];
}

function outranks(a, b) {
  const rank = (finding) => [
    isFlag(finding) ? 1 : 0, finding.confidence, severities.indexOf(finding.severity),
    finding.span.utf16[1] - finding.span.utf16[0],
  ];
  const [left, right] = [rank(a), rank(b)];
  const index = left.findIndex((value, index) => value !== right[index]);
  return index >= 0 && left[index] > right[index];
}

/** The matters after an edit: those that it did not touch, where they stand now. */
export function shifted(all, before, after) {
  let start = 0;
  const most = Math.min(before.length, after.length);
  while (start < most && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const end = before.length - tail;
  const move = after.length - before.length;
  const moved = (range) => (range.end <= start ? range : { ...range, start: range.start + move, end: range.end + move });
  return all
    .filter((matter) => [matter, ...matter.options].every((range) => range.end <= start || range.start >= end))
    .map((matter) => ({ ...moved(matter), options: matter.options.map(moved) }));
}
