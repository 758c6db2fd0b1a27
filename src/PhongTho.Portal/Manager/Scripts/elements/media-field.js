import { announce } from "../parts/announce.js";
import { askHtml, swap } from "../parts/ask.js";
import { openDialog } from "../parts/dialog.js";
import { changed, make, own, strip } from "../parts/make.js";
import { sendFile } from "../parts/upload.js";

const titles = { image: "Chọn ảnh", audio: "Chọn âm thanh", video: "Chọn video", file: "Chọn tệp" };

/** A picture or file of the library: chosen in a window whose inside the server draws, or dropped here. */
export class MediaField extends HTMLElement {
  connectedCallback() {
    // Without its hidden field the server shows choices instead, found by a button for those without script.
    if (!this.#field) {
      return;
    }

    strip(this);
    this.addEventListener("click", this);
    this.addEventListener("dragover", this);
    this.addEventListener("drop", this);
  }

  handleEvent(event) {
    if (event.type === "click") {
      this.#click(event);
    } else if (event.dataTransfer.types.includes("Files")) {
      event.preventDefault();
      if (event.type === "drop" && event.dataTransfer.files.length) {
        this.upload(event.dataTransfer.files[0]);
      }
    }
  }

  /** Shows and keeps what was chosen; an empty description is filled from the library's. */
  take({ id, src, alt, name }) {
    this.#field.value = id;
    const figure = this.querySelector("figure") ?? this.insertBefore(make("figure"), this.#field.nextSibling);
    figure.hidden = false;
    figure.replaceChildren(...(src ? [make("img", { src, alt: alt ?? "" })] : []), make("figcaption", {}, name ?? ""));
    this.classList.remove("is-empty");
    const described = this.closest("form")?.elements[this.#field.name.replace(/\.[^.]+$/, ".alt")];
    if (alt && described && !described.value) {
      described.value = alt;
      changed(described);
    }

    changed(this.#field);
  }

  /** Sends a file to the library and takes it. */
  async upload(file) {
    const bar = make("progress", { max: "1", value: "0", "aria-label": `Đang tải ${file.name}` });
    const note = own(make("p", { class: "upload-note" }, `Đang tải ${file.name} `, bar));
    this.querySelectorAll(":scope > .upload-note").forEach((old) => old.remove());
    this.append(note);
    try {
      this.take(await sendFile(this.dataset.upload ?? "/manager/media?handler=Upload", file, this, (share) => { bar.value = share; }));
      note.remove();
      announce(`Đã tải lên ${file.name}.`);
    } catch (refusal) {
      note.replaceChildren(`${file.name}: ${refusal.message}`);
      note.classList.add("problem");
      announce(note.textContent);
    }
  }

  get #field() {
    return this.querySelector(":scope > input[type=hidden]");
  }

  #click(event) {
    if (event.target.closest("[data-choose]")) {
      this.#choose();
    } else if (event.target.closest("[data-clear]")) {
      this.#field.value = "";
      this.querySelector("figure").hidden = true;
      this.classList.add("is-empty");
      changed(this.#field);
      this.querySelector("[data-choose]")?.focus();
      announce("Đã bỏ.");
    }
  }

  #choose() {
    const inside = make("div", { class: "media-picker" }, "Đang mở thư viện…");
    const dialog = openDialog({ title: titles[this.dataset.kind] ?? titles.file, name: "media-dialog", content: inside });
    const picker = new Picker(inside, (media) => { dialog.close(); this.take(media); });
    picker.open(new URL(this.dataset.picker, document.baseURI));
  }
}

/** The inside of the window: its links and searches are answered in place. */
class Picker {
  #address;
  #latest;
  #pause;

  constructor(inside, choose) {
    this.inside = inside;
    inside.addEventListener("click", (event) => {
      const media = event.target.closest("[data-media-id]");
      const link = event.target.closest("a[href]:not([target])");
      if (media) {
        event.preventDefault();
        const { mediaId: id, mediaSrc: src, mediaAlt: alt, mediaName: name } = media.dataset;
        choose({ id, src, alt, name });
      } else if (link) {
        event.preventDefault();
        this.open(new URL(link.href));
      }
    });
    inside.addEventListener("submit", (event) => { event.preventDefault(); this.#search(event.target); });
    inside.addEventListener("input", (event) => {
      const form = event.target.closest("form[method=get], form:not([method])");
      clearTimeout(this.#pause);
      if (form) {
        this.#pause = setTimeout(() => this.#search(form), 300);
      }
    });
    inside.addEventListener("file:uploaded", (event) => {
      if (event.detail.of === 1) {
        choose(event.detail);
      } else if (event.detail.isLast) {
        this.open(this.#address);
      }
    });
  }

  /** Shows another page of the library; a page that was asked before and comes late is forgotten. */
  async open(address) {
    this.#address = address;
    const mine = this.#latest = {};
    this.inside.setAttribute("aria-busy", "true");
    try {
      const html = await askHtml(address);
      if (mine === this.#latest) {
        this.#show(html);
      }
    } catch (refusal) {
      if (mine === this.#latest) {
        this.inside.prepend(make("p", { class: "problem", role: "alert" }, refusal.message));
      }
    } finally {
      this.inside.removeAttribute("aria-busy");
    }
  }

  #search(form) {
    const address = new URL(form.getAttribute("action") || this.#address, document.baseURI);
    address.search = new URLSearchParams(new FormData(form));
    this.open(address);
  }

  /** Only the results change where the server marks them: the field being typed in must stay. */
  #show(html) {
    const fresh = make("div");
    swap(fresh, html);
    const results = fresh.querySelector("[data-results]");
    const old = this.inside.querySelector("[data-results]");
    this.inside.querySelector(":scope > .problem")?.remove();
    if (results && old) {
      old.replaceWith(results);
    } else {
      this.inside.replaceChildren(...fresh.childNodes);
      this.inside.querySelector("input[type=search]")?.focus();
    }

    const count = this.inside.querySelectorAll("[data-media-id]").length;
    announce(count ? `${count} mục` : "Không có mục nào.");
  }
}
