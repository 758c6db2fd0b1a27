import { announce } from "../parts/announce.js";
import { openDialog } from "../parts/dialog.js";
import { button, make, own } from "../parts/make.js";
import { finds } from "../parts/words.js";
import { focusFirst, OrderedItems, ownerOf } from "./ordered-items.js";

/** The blocks of a text: chosen from a picker, put in between, carried from column to column. */
export class BlockList extends OrderedItems {
  word = "khối";
  letter = "b";

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener("upload:wanted", (event) => this.#takePicture(event));
  }

  dress(item) {
    super.dress(item);
    item.prepend(own(button("Thêm khối ở đây", () => ownerOf(item).add(item), { class: "block-insert", "aria-label": `Thêm khối ở đây, trước ${this.titleOf(item)}` })));
  }

  /** Another list of the same form takes a block only if it could have been picked there. */
  homesFor(item) {
    const lists = [...this.closest("form").querySelectorAll("block-list")];
    return lists.filter((list) => list === this || list.kinds.some((kind) => kind.dataset.kind === item.dataset.kind)).map((list) => list.list);
  }

  get kinds() {
    const template = this.querySelector(":scope > template.block-kinds") ?? this.closest("form").querySelector("template.block-kinds");
    return [...template.content.querySelectorAll("[data-kind]")];
  }

  /** Opens the picker; the block chosen stands before the given one. */
  add(before) {
    const search = make("input", { type: "search", autocomplete: "off", placeholder: "Ví dụ: anh, bảng, trích dẫn", "aria-label": "Tìm loại khối" });
    const choices = this.kinds.map((kind) => document.importNode(kind, true));
    const list = make("ul", { class: "kind-choices" }, ...choices.map((choice) => make("li", {}, choice)));
    const none = make("p", { class: "quiet", hidden: true }, "Không có loại khối nào như vậy.");
    const problem = make("p", { class: "problem", role: "alert" });
    const dialog = openDialog({ title: "Thêm khối", name: "block-picker", content: make("div", {}, search, problem, list, none) });

    const shown = () => choices.filter((choice) => !choice.parentElement.hidden);
    search.addEventListener("input", () => {
      choices.forEach((choice) => { choice.parentElement.hidden = !finds(search.value, `${choice.textContent} ${choice.dataset.words ?? ""}`); });
      none.hidden = shown().length > 0;
      announce(none.hidden ? `${shown().length} loại khối` : none.textContent);
    });
    dialog.addEventListener("keydown", (event) => {
      const here = shown().indexOf(document.activeElement);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        (shown()[here + step] ?? (here + step < 0 ? search : document.activeElement)).focus();
      } else if (event.key === "Enter" && event.target === search) {
        event.preventDefault();
        shown()[0]?.click();
      }
    });
    choices.forEach((choice) => choice.addEventListener("click", async () => {
      try {
        await this.#choose(choice, before, dialog);
      } catch (refusal) {
        problem.textContent = refusal.message;
      }
    }));
    search.focus();
  }

  async #choose(choice, before, dialog) {
    choice.setAttribute("aria-busy", "true");
    try {
      const item = await this.insert({ kind: choice.dataset.kind }, before);
      dialog.close();
      focusFirst(item);
    } finally {
      choice.removeAttribute("aria-busy");
    }
  }

  /** A picture pasted or dropped in a text becomes a block of its own, after that text. */
  async #takePicture(event) {
    const block = this.items.find((item) => item.contains(event.target));
    if (!block || event.defaultPrevented || !this.kinds.some((kind) => kind.dataset.kind === "picture")) {
      return;
    }

    event.preventDefault();
    event.stopPropagation();
    try {
      const item = await this.insert({ kind: "picture" }, block.nextElementSibling);
      item.querySelector("media-field").upload(event.detail.file);
    } catch (refusal) {
      announce(refusal.message);
    }
  }
}
