// Checks the text as it changes: when typing pauses, one request at a time, the newest text only.

import { Failure, screen } from "./api.js";

const pause = 350; // milliseconds

export class Checker {
  #timer = null;
  #request = null;
  #on;

  /** `on` has started(), finished(result), failed(failure), waiting(seconds). */
  constructor(on) {
    this.#on = on;
  }

  /** Checks a text once typing pauses; a check that is under way is given up. */
  schedule(text, delay = pause) {
    this.cancel();
    this.#timer = setTimeout(() => this.#check(text), delay);
  }

  /** Gives up what is planned or under way. */
  cancel() {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#request = null;
  }

  async #check(text) {
    const request = new AbortController();
    this.#request = request;
    this.#on.started();
    try {
      const result = await screen(text, request.signal);
      if (!request.signal.aborted) this.#on.finished(result);
    } catch (error) {
      if (request.signal.aborted) return;
      if (!(error instanceof Failure)) throw error;
      this.#settle(text, error);
    }
  }

  #settle(text, failure) {
    if (failure.kind === "busy" && failure.retryAfter && failure.retryAfter <= 60) {
      this.#on.waiting(failure.retryAfter);
      this.schedule(text, failure.retryAfter * 1000);
    } else {
      this.#on.failed(failure);
    }
  }
}
