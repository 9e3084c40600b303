// What the page asks of the service. Whatever goes wrong is a Failure, never an empty result.

import { language } from "./language.js";

const patience = 20_000; // milliseconds

/** Why there is no result: `kind` is a key of `words.failures`, `detail` what the service said. */
export class Failure extends Error {
  constructor(kind, detail = "", retryAfter = null) {
    super(kind);
    this.kind = kind;
    this.detail = detail;
    this.retryAfter = retryAfter; // seconds
  }
}

// For a service that asks for one; kept in memory only.
let token = null;

/** Sets the access token of further requests. */
export function setToken(value) {
  token = value || null;
}

/** Screens a text; resolves to `{ report, action, because }`. */
export async function screen(text, signal) {
  // A lone surrogate cannot be sent; what replaces it is as long, so that places stay right.
  const items = [{ id: "draft", fields: { text: text.toWellFormed() } }];
  const body = JSON.stringify({ items, lang: language.code });
  const answer = await post("/v1/screen", body, "application/json", signal);
  const result = answer?.results?.[0];
  if (result?.error) throw new Failure("server", result.error.detail ?? "");
  if (!isReport(result?.report, text.length)) throw new Failure("bad-answer");
  return { report: result.report, action: result.action ?? null, because: result.because ?? [] };
}

/** Reads a file of any kind that the service knows; resolves to its text. */
export async function extract(file) {
  const path = `/v1/extract?name=${encodeURIComponent(file.name)}`;
  const answer = await post(path, file, "application/octet-stream");
  if (typeof answer?.text !== "string") throw new Failure("bad-answer");
  return answer.text;
}

async function post(path, body, type, signal) {
  const timeout = AbortSignal.timeout(patience);
  const headers = { "Content-Type": type };
  if (token) headers.Authorization = `Bearer ${token}`;
  try {
    const response = await fetch(path, {
      method: "POST", body, headers, cache: "no-store", credentials: "same-origin",
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    if (!response.ok) throw await refusal(response);
    return await response.json();
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (error instanceof Failure) throw error;
    if (timeout.aborted) throw new Failure("timeout");
    throw new Failure(error instanceof SyntaxError ? "bad-answer" : "offline");
  }
}

async function refusal(response) {
  const problem = await response.json().catch(() => null);
  const detail = typeof problem?.detail === "string" ? problem.detail : "";
  const retryAfter = Number(response.headers.get("Retry-After")) || null;
  const kinds = { 401: "unauthorized", 403: "unauthorized", 408: "timeout", 413: "too-long", 429: "busy", 503: "busy" };
  const kind = kinds[response.status] ?? (response.status < 500 ? "refused" : "server");
  return new Failure(kind, detail, retryAfter);
}

/** Whether an answer is a report on a text of this length; places outside the text are not to be shown. */
function isReport(report, length) {
  const isInside = (span) => {
    const [start, end] = span?.utf16 ?? [];
    return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= length;
  };
  return report?.schema === "trustscreen.report/1"
    && ["complete", "partial"].includes(report.completeness?.status)
    && Array.isArray(report.completeness.notices)
    && Array.isArray(report.findings) && Array.isArray(report.suppressed)
    && typeof report.categories === "object" && report.categories !== null
    && [...report.findings, ...report.suppressed].every((finding) =>
      isInside(finding.span) && typeof finding.message?.zh === "string" && typeof finding.message?.en === "string"
      && Array.isArray(finding.guidance) && Array.isArray(finding.evidence));
}
