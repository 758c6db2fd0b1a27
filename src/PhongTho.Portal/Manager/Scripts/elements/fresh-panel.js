import { askHtml } from "../parts/ask.js";

/**
 * What stands beside the form: acts, reasons, dates. The first save of a page brings other ones (a new text can be handed in, a live one has a draft),
 * so the panel is drawn anew then, unless somebody is just filling something in there; the next save tries again.
 */
export class FreshPanel extends HTMLElement {
  #isStale = true;
  #watching;

  connectedCallback() {
    this.#watching = new AbortController();
    document.addEventListener("draft:saved", () => this.#refresh(), { signal: this.#watching.signal });
  }

  disconnectedCallback() {
    this.#watching.abort();
  }

  async #refresh() {
    if (!this.#isStale || this.#isInUse) {
      return;
    }

    this.#isStale = false;
    try {
      const page = document.createElement("template");
      page.innerHTML = await askHtml(location.pathname);
      const fresh = page.content.querySelector("fresh-panel");
      if (fresh && !this.#isInUse) {
        this.replaceChildren(...fresh.childNodes);
      }
    } catch {
      // The network is the form's to complain of; the old panel still acts, and the next save asks again.
      this.#isStale = true;
    }
  }

  get #isInUse() {
    return this.contains(document.activeElement)
      || [...this.querySelectorAll("textarea, input:not([type=hidden])")].some((field) => field.value !== field.defaultValue);
  }
}
