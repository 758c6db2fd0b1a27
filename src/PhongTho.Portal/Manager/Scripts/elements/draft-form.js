import { announce } from "../parts/announce.js";
import { button, make, newId, own, strip } from "../parts/make.js";
import { DraftPost } from "../parts/draft-post.js";

/**
 * Keeps what is being written: saves it by itself, says truly whether it is saved, and lets nobody leave without knowing.
 * `data-unsaved` says that the page came back from the server with words that are not stored yet.
 */
export class DraftForm extends HTMLElement {
  #post;
  #isLeaving = false;
  #listening;
  #savedText;

  connectedCallback() {
    if (this.#post) {
      return;
    }

    strip(this);
    const form = this.#form;
    // A browser that fills a reloaded form from memory would bring back an old version number.
    form.autocomplete = "off";
    this.#savedText = this.dataset.saved ?? "";
    this.#status.setAttribute("aria-live", "off");
    this.#status.textContent ||= this.#savedText;
    // The first reading is what the server sent; it waits until every element of the form has begun.
    queueMicrotask(() => this.#begin(form));
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  get #form() {
    return this.querySelector("form");
  }

  get #status() {
    return this.querySelector(".draft-status") ?? this.#form.appendChild(own(make("output", { class: "draft-status" })));
  }

  #begin(form) {
    this.#post = new DraftPost(form, (state, said) => this.#tell(state, said), !("unsaved" in this.dataset));
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const change = () => {
      form.dispatchEvent(new CustomEvent("draft:changed", { bubbles: true }));
      this.#post.changed();
    };
    form.addEventListener("input", change, { signal });
    form.addEventListener("change", change, { signal });
    form.addEventListener("keydown", (event) => this.#keydown(event), { signal });
    form.addEventListener("submit", (event) => this.#submit(event), { signal });
    addEventListener("beforeunload", (event) => !this.#isLeaving && this.#post.isUnsent && event.preventDefault(), { signal });
    addEventListener("online", () => !this.#post.isEnded && this.#post.resume(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden && this.#post.flush(), { signal });
    // A page brought back from the browser's memory after it was sent holds a version that is gone.
    addEventListener("pageshow", (event) => event.persisted && this.#isLeaving && location.reload(), { signal });
    if ("unsaved" in this.dataset) {
      change();
    }
  }

  /** Enter in a line of a long form must not publish it; Ctrl+S is an old habit that deserves an answer. */
  #keydown(event) {
    if (event.key === "Enter" && event.target.matches("input:not([type=submit], [type=button], [type=file])") && !event.isComposing) {
      event.preventDefault();
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s" && !event.altKey) {
      event.preventDefault();
      this.#post.flush().then((isSaved) => isSaved && announce(this.#status.textContent));
    }
  }

  /** The words go first, by the way that can be tried again; then the browser goes. So a dead network shows no error page. */
  async #submit(event) {
    if (event.defaultPrevented || this.#isLeaving || event.submitter?.formTarget === "_blank") {
      return;
    }

    if (!this.#post.isUnsent) {
      this.#isLeaving = true;
      return;
    }

    event.preventDefault();
    const { submitter } = event;
    await this.#post.flush();
    // What the server refuses it answers with the same form and the reason, and everything typed in it.
    if (!this.#post.isUnsent || this.dataset.state === "refused" || this.dataset.state === "conflict") {
      this.#isLeaving = true;
      this.#form.requestSubmit(submitter);
    } else {
      announce(this.#status.textContent);
    }
  }

  #tell(state, said) {
    this.dataset.state = state;
    const line = {
      unsent: "Có thay đổi chưa lưu",
      sending: "Đang lưu…",
      saved: this.#savedText,
      retrying: "Chưa gửi được, còn thay đổi chưa lưu. Tự thử lại…",
    };
    if (said?.savedAt) {
      this.#savedText = `Đã lưu lúc ${said.savedAt}`;
      line.saved = this.#savedText;
    }

    this.#status.textContent = line[state] ?? line.unsent;
    if (state === "saved" || state === "sending" || state === "unsent") {
      this.#bar(null);
    }

    if (said?.version) {
      this.#form.dispatchEvent(new CustomEvent("draft:saved", { bubbles: true, detail: said }));
    }

    this.#explain(state, said ?? {});
  }

  #explain(state, said) {
    const again = () => button("Thử lại", () => { this.#bar(null); this.#post.resume(); }, { class: "quiet" });
    if (state === "conflict") {
      this.#form.dispatchEvent(new CustomEvent("draft:conflict", { bubbles: true, detail: said }));
      this.#bar(`${said.by} đã lưu bài này lúc ${said.at}. Phần bạn viết vẫn còn nguyên ở đây nhưng không tự lưu nữa, để không ghi đè lên bản kia.`,
        make("button", { type: "submit", class: "quiet", form: this.#form.id ||= newId(), formaction: said.compare, formmethod: "post", formtarget: "_blank" }, "So sánh hai bản ở thẻ mới"));
    } else if (state === "signed-out") {
      this.#bar("Bạn đã bị đăng xuất. Phần bạn viết vẫn còn nguyên ở đây. Hãy đăng nhập lại ở thẻ mới, rồi trở về bấm Thử lại.",
        make("a", { class: "button quiet", href: this.dataset.signIn ?? "/manager/sign-in", target: "_blank" }, "Đăng nhập ở thẻ mới"), again());
    } else if (state === "gone") {
      const why = said.message ?? (said.status === 403 ? "Bạn không còn quyền sửa bài này." : "Bài này không còn trên máy chủ, có thể đã bị xóa.");
      this.#bar(`${why} Phần bạn viết vẫn còn ở đây; hãy chép ra chỗ khác trước khi rời trang.`, again());
    } else if (state === "refused") {
      const why = said.status === 413 ? "Bài quá dài nên chưa lưu được. Hãy bớt lại hoặc tách thành hai bài." : said.message ?? "Chưa lưu được vì có chỗ chưa hợp lệ.";
      this.#bar(why, ...(said.problems ?? []).map((problem) => this.#pointer(problem)));
    }
  }

  /** A way to the field that has a problem. */
  #pointer({ field, message }) {
    return button(message, () => {
      const control = this.#form.elements[field];
      const seen = (control?.length && !control.options ? control[0] : control);
      (seen?.hidden ? seen.closest("rich-text, markdown-text, media-field, item-field")?.querySelector("[contenteditable=true], button, input:not([type=hidden])") : seen)?.focus();
    }, { class: "quiet" });
  }

  #bar(text, ...acts) {
    this.querySelector(":scope > .draft-bar")?.remove();
    if (text) {
      this.prepend(own(make("div", { class: "draft-bar", role: "alert" }, make("p", {}, text), ...acts)));
    }
  }
}
