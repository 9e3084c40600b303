// What differs between two texts, in words.

const most = 4_000_000; // cells of the table; more would make the page wait

/**
 * The parts of both texts in order, as `{ kind: "same" | "removed" | "added", text }`, or null if the
 * texts differ in more than can be compared at once.
 */
export function differences(before, after) {
  const [a, b] = [tokens(before), tokens(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - start && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const [left, right] = [a.slice(start, a.length - tail), b.slice(start, b.length - tail)];
  if (left.length * right.length > most) return null;
  return joined([
    ...a.slice(0, start).map((text) => ({ kind: "same", text })),
    ...middle(left, right),
    ...a.slice(a.length - tail).map((text) => ({ kind: "same", text })),
  ]);
}

function tokens(text) {
  const words = new Intl.Segmenter(undefined, { granularity: "word" });
  return [...words.segment(text)].map(({ segment }) => segment);
}

/** By the longest common subsequence. */
function middle(a, b) {
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = a[i] === b[j]
        ? common[(i + 1) * width + j + 1] + 1
        : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  const parts = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push({ kind: "same", text: a[i] });
      i += 1;
      j += 1;
    } else if (j === b.length || (i < a.length && common[(i + 1) * width + j] >= common[i * width + j + 1])) {
      parts.push({ kind: "removed", text: a[i] });
      i += 1;
    } else {
      parts.push({ kind: "added", text: b[j] });
      j += 1;
    }
  }
  return parts;
}

/** Neighbours of one kind as one part; within a change, what was removed before what was added. */
function joined(parts) {
  const made = [];
  for (const { kind, text } of parts) {
    const last = made.at(-1);
    const other = made.at(-2);
    if (last?.kind === kind) last.text += text;
    else if (kind === "removed" && last?.kind === "added" && other?.kind === "removed") other.text += text;
    else made.push({ kind, text });
  }
  return made;
}
