// The report as a file: made in the browser from what the page shows.

import { categoryName, classification, reason } from "./categories.js";
import { element } from "./dom.js";
import { language } from "./language.js";

/** What a report says, once for all forms. `page` has text, report, matters, passed, verdict. */
function content({ report, matters, passed, text, verdict }) {
  const said = language.words;
  return {
    title: said.reportTitle,
    verdict,
    scores: Object.entries(report.categories).filter(([, score]) => score.findings.length).map(([name, score]) =>
      `${categoryName(name)}: ${Math.round((score.calibrated ?? score.score) * 100)}%`),
    findings: matters.map(({ lead, words, options }) => ({
      heading: `${said.quote(words)} · ${classification(lead)} · ${said.severities[lead.severity] ?? lead.severity}`,
      message: lead.message[language.code],
      better: [lead.suggestion?.[language.code], ...options.map((option) => said.quote(option.to))].filter(Boolean),
      sources: lead.guidance.map((source) => ({ title: source.title[language.code], url: source.url })),
      rule: lead.rule,
    })),
    passed: passed.map(({ lead, words }) => `${said.quote(words)}: ${said.passedBy(reason(lead, text))}`),
    draft: text,
    promise: said.promise,
    identity: identityLines(report.identity),
  };
}

/** What a report was made with, a line each. */
export function identityLines(identity) {
  const { engine, packs, unicode, icu, calibration } = identity;
  return [engine, ...packs, `Unicode ${unicode}`, `ICU ${icu}`, ...(calibration ? [`calibration ${calibration}`] : [])];
}

/** The report as Markdown. */
export function markdown(page) {
  const said = language.words;
  const { title, verdict, scores, findings, passed, draft, promise, identity } = content(page);
  // Markdown of a draft must not act in the report: it stands in a fence longer than any of its own.
  const fence = "`".repeat(Math.max(3, ...[...draft.matchAll(/`+/g)].map((run) => run[0].length + 1)));
  const plain = (text) => text.replace(/[\\`*_[\]<>#|]/g, "\\$&").replace(/\s*\n\s*/g, " ");
  const lines = [`# ${title}`, "", `**${plain(verdict)}**`, "", ...scores.map((score) => `- ${plain(score)}`), ""];
  for (const finding of findings) {
    lines.push(`## ${plain(finding.heading)}`, "", plain(finding.message), "");
    for (const better of finding.better) lines.push(`- ${said.better}: ${plain(better)}`);
    for (const { title, url } of finding.sources) {
      lines.push(`- ${said.guidance}: ${url ? `[${plain(title)}](<${url.replace(/[<>]/g, encodeURIComponent)}>)` : plain(title)}`);
    }
    lines.push(`- ${said.rule}: ${plain(finding.rule)}`, "");
  }
  if (passed.length) lines.push(`## ${said.passed(passed.length)}`, "", ...passed.map((row) => `- ${plain(row)}`), "");
  lines.push(`## ${said.reportDraft}`, "", fence, draft, fence, "", `> ${promise}`, "");
  lines.push(...identity.map((line) => `- \`${line}\``), "");
  return lines.join("\n");
}

const sheet = `body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.7 system-ui,"PingFang SC","Microsoft YaHei",
"Noto Sans CJK SC",sans-serif;color:#1b2b2a}article{border-left:4px solid #0f5e5a;padding:.2rem 1rem;margin:1rem 0}
pre{white-space:pre-wrap;background:#f4f5f2;padding:1rem;font:inherit}footer{color:#56625f;font-size:.85rem;overflow-wrap:anywhere}`;

/** The report as one HTML page. */
export function html(page) {
  const said = language.words;
  const { title, verdict, scores, findings, passed, draft, promise, identity } = content(page);
  const list = (rows) => element("ul", {}, rows.map((row) => element("li", {}, row)));
  const link = ({ title, url }) => (/^https?:\/\//.test(url ?? "") ? element("a", { href: url }, title) : title);
  const root = element("html", { lang: said.code },
    element("head", {}, element("meta", { charset: "utf-8" }), element("title", {}, title), element("style", {}, sheet)),
    element("body", {},
      element("h1", {}, title), element("p", {}, element("strong", {}, verdict)), list(scores),
      findings.map((finding) => element("article", {},
        element("h2", {}, finding.heading), element("p", {}, finding.message),
        list(finding.better.map((better) => `${said.better}: ${better}`)),
        list(finding.sources.map(link)), element("p", {}, element("code", {}, finding.rule)))),
      passed.length ? [element("h2", {}, said.passed(passed.length)), list(passed)] : [],
      element("h2", {}, said.reportDraft), element("pre", {}, draft),
      element("footer", {}, element("p", {}, promise), list(identity))));
  return `<!doctype html>\n${root.outerHTML}\n`;
}

/** The report as the service gave it, `trustscreen.report/1`. */
export const json = ({ report }) => `${JSON.stringify(report, null, 2)}\n`;
