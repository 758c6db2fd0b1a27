import { announce } from "../parts/announce.js";
import { askHtml } from "../parts/ask.js";
import { changed, make, newId, own, strip } from "../parts/make.js";

/** A field that holds another item of the site: words are typed, titles are offered, the identifier is kept. */
export class ItemField extends HTMLElement {
  #list;
  #title = "";
  #asking;
  #pause;

  connectedCallback() {
    // Without its hidden field the server shows choices instead, found by a button for those without script.
    if (!this.#kept) {
      return;
    }

    strip(this);
    // Only without script the words themselves are sent.
    this.#typed.removeAttribute("name");
    this.#list = own(make("ul", { role: "listbox", id: newId(), class: "item-choices", hidden: true, "aria-label": "Các mục tìm thấy" }));
    this.append(this.#list);
    this.#title = this.#typed.value;
    const attributes = { role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.#list.id };
    Object.entries(attributes).forEach(([name, value]) => this.#typed.setAttribute(name, value));
    this.#typed.oninput = (event) => { event.stopPropagation(); this.#look(); };
    this.#typed.onkeydown = (event) => this.#keydown(event);
    this.#typed.onblur = () => this.#leave();
    this.#list.onpointerdown = (event) => {
      event.preventDefault();
      this.#take(event.target.closest("[role=option]"));
    };
  }

  get #typed() {
    return this.querySelector(":scope > input[type=search], :scope > input[type=text]");
  }

  get #kept() {
    return this.querySelector(":scope > input[type=hidden]");
  }

  get #options() {
    return [...this.#list.children];
  }

  #look() {
    clearTimeout(this.#pause);
    this.#asking?.abort();
    const words = this.#typed.value.trim();
    if (words) {
      this.#pause = setTimeout(() => this.#ask(words), 250);
    } else {
      this.#close();
    }
  }

  async #ask(words) {
    this.#asking = new AbortController();
    const address = new URL(this.dataset.lookup, document.baseURI);
    address.searchParams.set("q", words);
    try {
      this.#offer(await askHtml(address, { signal: this.#asking.signal }));
    } catch (refusal) {
      if (refusal.name !== "AbortError") {
        this.#list.replaceChildren(make("li", { class: "problem", role: "option", "aria-disabled": "true" }, refusal.message));
        this.#open();
      }
    }
  }

  #offer(html) {
    this.#list.innerHTML = html;
    for (const option of this.#options) {
      option.setAttribute("role", "option");
      option.id = newId();
    }

    const count = this.#options.length;
    if (!count) {
      this.#list.append(make("li", { role: "option", "aria-disabled": "true" }, "Không tìm thấy mục nào."));
    }

    this.#open();
    announce(count ? `${count} mục. Bấm mũi tên xuống để chọn.` : "Không tìm thấy mục nào.");
  }

  #keydown(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !event.altKey) {
      event.preventDefault();
      this.#list.hidden ? this.#look() : this.#mark(step);
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.#take(this.#marked);
    } else if (event.key === "Escape" && !this.#list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    }
  }

  get #marked() {
    return this.#list.querySelector("[aria-selected=true]");
  }

  #mark(step) {
    const choices = this.#options.filter((option) => option.dataset.id);
    const next = choices[(choices.indexOf(this.#marked) + step + choices.length) % choices.length] ?? choices[0];
    choices.forEach((option) => option.setAttribute("aria-selected", String(option === next)));
    this.#typed.setAttribute("aria-activedescendant", next?.id ?? "");
    next?.scrollIntoView({ block: "nearest" });
  }

  #take(option) {
    if (option?.dataset.id) {
      this.#title = option.dataset.title ?? option.textContent.trim();
      this.#typed.value = this.#title;
      this.#kept.value = option.dataset.id;
      this.#close();
      changed(this.#kept);
      announce(`Đã chọn ${this.#title}.`);
    }
  }

  /** Words that were not chosen mean nothing: the field shows again what it holds. Emptied, it holds nothing. */
  #leave() {
    this.#close();
    if (!this.#typed.value.trim() && this.#kept.value) {
      this.#kept.value = this.#title = "";
      changed(this.#kept);
    }

    this.#typed.value = this.#title;
  }

  #open() {
    this.#list.hidden = false;
    this.#typed.setAttribute("aria-expanded", "true");
  }

  #close() {
    clearTimeout(this.#pause);
    this.#asking?.abort();
    this.#list.hidden = true;
    this.#list.replaceChildren();
    this.#typed.setAttribute("aria-expanded", "false");
    this.#typed.removeAttribute("aria-activedescendant");
  }
}
