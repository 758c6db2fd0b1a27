import { button, make, own, strip } from "../parts/make.js";

let writing;

// A name beside this file, which the bundler must not follow: the editor weighs ten times all the rest, and only forms need it.
const open = () => (writing ??= import(new URL("editor.js", import.meta.url).href).catch((error) => { writing = undefined; throw error; }));

/** Formatted text over a textarea of HTML, which always holds what will be sent. */
export class RichText extends HTMLElement {
  #editor;

  connectedCallback() {
    if (!this.#editor) {
      strip(this);
      this.#start();
    }
  }

  disconnectedCallback() {
    // Moving is leaving and coming back at once; only who stays away is closed.
    queueMicrotask(() => {
      if (!this.isConnected) {
        this.#editor?.destroy();
        this.#editor = undefined;
      }
    });
  }

  focus() {
    this.#editor?.commands.focus();
  }

  async #start() {
    const text = this.querySelector("textarea");
    const note = own(make("p", { class: "rich-loading" }, "Đang mở trình soạn thảo…"));
    text.hidden = true;
    this.append(note);
    try {
      const { write } = await open();
      note.remove();
      if (this.isConnected && !this.#editor) {
        this.#editor = write(this, text);
      }
    } catch {
      note.replaceChildren("Chưa tải được trình soạn thảo, có thể do mạng yếu. ", button("Thử lại", () => { note.remove(); this.#start(); }, { class: "quiet" }));
    }
  }
}
