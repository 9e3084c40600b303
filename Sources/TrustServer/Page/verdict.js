// The verdict: one line that says where the draft stands. Only a whole report can be clean.

import { byId } from "./dom.js";
import { language } from "./language.js";

/** What the page knows of the draft, one of: empty, checking, waiting, failed, or a result. */
export function stateOf({ text, phase, report }) {
  if (text.trim() === "") return "empty";
  if (phase !== "done") return phase;
  if (report.completeness.status === "partial") return "partial";
  return report.findings.length ? "findings" : "clean";
}

/** Shows the verdict and says whether it is a result. */
export function drawVerdict(page) {
  const state = stateOf(page);
  const [headline, detail] = wording(state, page);
  const box = byId("verdict");
  box.dataset.state = state;
  const name = state === "waiting" ? "checking" : state;
  box.querySelector("use").setAttribute("href", `#icon-${name}`);
  byId("verdict-text").textContent = headline;
  byId("verdict-detail").textContent = detail;
  byId("retry").hidden = state !== "failed";
  return state;
}

function wording(state, { matters, report, failure, seconds, action, because }) {
  const { verdicts, failures, notices, actions, separator } = language.words;
  switch (state) {
    case "failed": {
      const [headline, detail] = failures[failure.kind];
      return [headline, [detail, failure.detail].filter(Boolean).join(" ")];
    }
    case "waiting":
      return verdicts.waiting(seconds);
    case "findings": {
      const [headline, detail] = verdicts.findings(matters.length);
      return [headline, [detail, decision(actions[action], because, separator)].filter(Boolean).join("\n")];
    }
    case "partial": {
      const [headline, detail] = verdicts.partial(matters.length);
      const why = report.completeness.notices.map((notice) => notices[notice.code] ?? notice.detail);
      return [headline, [detail, why.join(separator)].filter(Boolean).join(" ")];
    }
    case "clean":
      return [verdicts.clean[0],
        [verdicts.clean[1], action === "allow" ? "" : actions[action]].filter(Boolean).join("\n")];
    default:
      return verdicts[state];
  }
}

function decision(action, because, separator) {
  const clauses = because.map((reason) => reason.text).filter(Boolean).join(separator);
  return action && clauses ? `${action} (${clauses})` : action;
}
