import { announce } from "../parts/announce.js";
import { button, make, own } from "../parts/make.js";
import { sendFile } from "../parts/upload.js";

/**
 * A place to put files: dropped, pasted or chosen. They go one at a time, so that a weak line finishes some
 * instead of starting all. Fires `file:uploaded` with what the library answered, and how many of how many.
 */
export class FileDrop extends HTMLElement {
  #queue = [];
  #isSending = false;
  #listening;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.addEventListener("change", (event) => this.#choose(event), { signal });
    this.addEventListener("dragover", (event) => this.#over(event), { signal });
    this.addEventListener("dragleave", () => this.classList.remove("is-over"), { signal });
    this.addEventListener("drop", (event) => this.#drop(event), { signal });
    document.addEventListener("paste", (event) => this.#paste(event), { signal });
    addEventListener("beforeunload", (event) => this.#isSending && event.preventDefault(), { signal });
  }

  disconnectedCallback() {
    this.#listening.abort();
  }

  /** Takes files in the queue. */
  take(files) {
    const batch = { of: files.length, done: 0, failed: 0 };
    for (const file of files) {
      const bar = make("progress", { max: "1", value: "0", "aria-label": `Tải lên ${file.name}` });
      const state = make("span", { class: "upload-state" }, "chờ");
      const row = make("li", {}, make("span", { class: "upload-name" }, file.name), bar, state);
      this.#rows.append(row);
      this.#queue.push({ file, row, bar, state, batch });
    }

    this.#sendNext();
  }

  get #rows() {
    return this.querySelector(":scope > .uploads") ?? this.appendChild(own(make("ul", { class: "uploads" })));
  }

  async #sendNext() {
    if (this.#isSending || !this.#queue.length) {
      return;
    }

    this.#isSending = true;
    const job = this.#queue.shift();
    await this.#send(job);
    this.#isSending = false;
    this.#sendNext();
  }

  async #send(job) {
    const { file, row, bar, state, batch } = job;
    state.textContent = "đang tải";
    try {
      const answer = await sendFile(this.dataset.action, file, this, (share) => { bar.value = share; state.textContent = `${Math.round(share * 100)}%`; });
      batch.done++;
      bar.remove();
      row.className = "is-done";
      state.textContent = "xong";
      announce(`Đã tải lên ${file.name}.`);
      const isLast = batch.done + batch.failed === batch.of;
      this.dispatchEvent(new CustomEvent("file:uploaded", { bubbles: true, detail: { ...answer, of: batch.of, isLast } }));
    } catch (refusal) {
      batch.failed++;
      bar.value = 0;
      row.className = "is-failed";
      const again = button("Thử lại", () => {
        again.remove();
        row.className = "";
        batch.failed--;
        this.#queue.push(job);
        this.#sendNext();
      }, { class: "quiet", "aria-label": `Thử lại: tải ${file.name}` });
      state.textContent = refusal.message;
      row.append(again);
      announce(`${file.name}: ${refusal.message}`);
    }

    if (/^(true)?$/i.test(this.dataset.reload ?? "no") && batch.failed === 0 && batch.done === batch.of && !this.#queue.length) {
      this.#isSending = false;
      location.reload();
    }
  }

  #choose(event) {
    if (event.target.type === "file") {
      this.take([...event.target.files]);
      event.target.value = "";
    }
  }

  #over(event) {
    if (event.dataTransfer.types.includes("Files")) {
      event.preventDefault();
      this.classList.add("is-over");
    }
  }

  #drop(event) {
    event.preventDefault();
    event.stopPropagation();
    this.classList.remove("is-over");
    this.take([...event.dataTransfer.files]);
  }

  /** A screenshot pasted anywhere on the page, unless a text is being written. */
  #paste(event) {
    const files = [...event.clipboardData.files];
    if (files.length && this.checkVisibility() && !event.target.closest?.("input, textarea, [contenteditable=true]")) {
      event.preventDefault();
      this.take(files);
    }
  }
}
