import { send } from "./ask.js";

const pauseAfterTyping = 1200;
const longestSilence = 10_000;
const longestSending = 60_000;
const longestPause = 60_000;

/**
 * Posts what a form holds while it is being written. One request at a time; while one is under way, newer words wait and then go whole.
 * Says what became of it by `tell(state, answer)`: "unsent", "sending", "saved", "retrying", "refused", and the ends "conflict", "signed-out", "gone".
 * After an end nothing is sent until `resume()`.
 */
export class DraftPost {
  #form;
  #tell;
  #timer;
  #firstUnsent = 0;
  #failures = 0;
  #saved;
  #tried;
  #running;
  #isRefreshed = false;
  #isRefused = false;
  #end = null;

  // Tells the server that two posts come from one window: an answer lost on the way is then no conflict with oneself.
  #window = crypto.getRandomValues(new Uint32Array(2)).join("");

  constructor(form, tell, isSaved) {
    this.#form = form;
    this.#tell = tell;
    this.#saved = isSaved ? this.#written() : null;
  }

  get isUnsent() {
    return this.#running !== undefined || this.#written() !== this.#saved;
  }

  get isEnded() {
    return this.#end !== null;
  }

  /** Something was typed: soon, but not at every letter, and not never while somebody types on. */
  changed() {
    if (this.#end || this.#running || (this.#isRefused && this.#written() === this.#tried)) {
      return;
    }

    if (this.#written() === this.#saved) {
      clearTimeout(this.#timer);
      this.#tell("saved");
      return;
    }

    this.#tell(this.#failures ? "retrying" : "unsent");
    this.#firstUnsent ||= performance.now();
    const left = longestSilence - (performance.now() - this.#firstUnsent);
    this.#wait(Math.max(0, Math.min(pauseAfterTyping, left)));
  }

  /** Sends now what is unsent; true when the server has all of it. */
  async flush() {
    clearTimeout(this.#timer);
    await this.#running;
    let isAccepted = true;
    while (isAccepted && !this.#end && this.isUnsent) {
      isAccepted = await this.#post();
    }

    return !this.isUnsent;
  }

  /** Tries again after a person removed the obstacle, or the network came back. */
  resume() {
    this.#end = null;
    this.#failures = 0;
    return this.flush();
  }

  #wait(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#post(), milliseconds);
  }

  #post() {
    clearTimeout(this.#timer);
    this.#running ??= this.#send().finally(() => {
      this.#running = undefined;
      if (!this.#end && this.#failures === 0 && this.#written() !== this.#tried) {
        this.changed();
      }
    });
    return this.#running;
  }

  /** One request; true when it was accepted. */
  async #send() {
    this.#firstUnsent = 0;
    this.#isRefused = false;
    const written = this.#tried = this.#written();
    this.#tell("sending");
    const answer = await send(this.#address, {
      method: "POST",
      body: new FormData(this.#form),
      headers: { Accept: "application/json", "Draft-Window": this.#window },
      signal: AbortSignal.timeout(longestSending),
    });
    const said = answer?.headers.get("Content-Type")?.includes("json") ? await answer.json().catch(() => null) : null;
    if (answer?.ok && said) {
      this.#accept(written, said);
    } else if (answer?.status === 400 && !said && !this.#isRefreshed) {
      await this.#renewToken();
    } else {
      this.#fail(answer, said);
    }

    return Boolean(answer?.ok && said);
  }

  #accept(written, said) {
    this.#saved = written;
    this.#failures = 0;
    this.#isRefreshed = false;
    this.#form.elements.version.value = said.version;
    if (said.id && /\/new\/[^/]+$/.test(new URL(this.#form.action).pathname)) {
      // The item exists from now on: sending again must not make another, and reloading must find it.
      this.#form.action = this.#form.action.replace(/\/new\/[^/?]+.*$/, `/${said.id}`);
      history.replaceState(null, "", this.#form.action);
    }

    this.#tell(this.#written() === written ? "saved" : "unsent", said);
  }

  #fail(answer, said) {
    if (answer?.status === 409 && said) {
      this.#stop("conflict", said);
    } else if (answer?.type === "opaqueredirect" || answer?.status === 401) {
      this.#stop("signed-out");
    } else if (answer?.status === 403 || answer?.status === 404 || answer?.status === 410) {
      this.#stop("gone", { ...said, status: answer.status });
    } else if (answer?.status === 413 || (answer?.status === 400 && said)) {
      // The same words would be refused again; the next change sends them.
      this.#failures = 0;
      this.#isRefused = true;
      this.#tell("refused", { ...said, status: answer.status });
    } else {
      this.#failures++;
      this.#tell("retrying");
      this.#wait(Math.min(longestPause, 1000 * 2 ** this.#failures));
    }
  }

  #stop(end, said) {
    this.#end = end;
    clearTimeout(this.#timer);
    this.#tell(end, said);
  }

  /** A token dies when somebody signs in anew in another tab; the page itself has a fresh one. */
  async #renewToken() {
    this.#isRefreshed = true;
    const answer = await send(location.href);
    const page = new DOMParser().parseFromString(answer?.ok ? await answer.text() : "", "text/html");
    const fresh = page.querySelector("[name=__RequestVerificationToken]")?.value;
    if (fresh) {
      document.querySelectorAll("[name=__RequestVerificationToken]").forEach((field) => { field.value = fresh; });
    }

    this.#failures = 1;
    this.#tell("retrying");
    this.#wait(0);
  }

  get #address() {
    const address = new URL(this.#form.action);
    address.searchParams.set("handler", "Autosave");
    return address;
  }

  /** What the person wrote, for comparing; not the version, which each save changes. */
  #written() {
    const fields = [...new FormData(this.#form)].filter(([name]) => name !== "version" && name !== "__RequestVerificationToken");
    return JSON.stringify(fields.map(([name, value]) => [name, typeof value === "string" ? value : [value.name, value.size]]));
  }
}
