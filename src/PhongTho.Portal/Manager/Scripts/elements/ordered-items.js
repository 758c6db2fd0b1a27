import { announce } from "../parts/announce.js";
import { carryBy, landing, place } from "../parts/carry.js";
import { askHtml } from "../parts/ask.js";
import { copyOf, newKey, rename } from "../parts/keys.js";
import { button, changed, make, own } from "../parts/make.js";

/**
 * A list whose items are added, moved, copied and deleted in place. Without script its buttons post the form and the server does the same.
 * Each item carries its own hidden key, so that moving it in the page is moving it in the form.
 */
export class OrderedItems extends HTMLElement {
  #isDressed = false;

  connectedCallback() {
    if (this.#isDressed) {
      return;
    }

    this.#isDressed = true;
    this.items.forEach((item) => this.dress(item));
    this.addEventListener("click", (event) => this.#click(event));
    this.addEventListener("keydown", (event) => this.#keydown(event));
  }

  get list() {
    return this.querySelector(":scope > ol");
  }

  get items() {
    return [...this.list.children].filter((item) => item.dataset.key);
  }

  get prefix() {
    return this.dataset.prefix;
  }

  /** A grip to carry the item by. */
  dress(item) {
    const grip = own(button("", null, { class: "grip", "aria-label": `Dời ${this.titleOf(item)}: kéo, hoặc giữ Alt và bấm mũi tên lên, xuống`, title: "Kéo để dời" }));
    item.querySelector(":scope > header, :scope > .row-bar")?.prepend(grip);
    // Not `this`: by then the item may live in another list.
    carryBy(grip, item, {
      find: (x, y) => landing(ownerOf(item).homesFor(item), item, x, y),
      drop: (spot) => ownerOf(item).move(item, spot.before, spot.list),
    });
  }

  /** The lists in which an item of this list may land. */
  homesFor() {
    return [this.list];
  }

  /** What the item is called wherever it stands. */
  titleOf(item) {
    const name = item.querySelector(":scope > header .block-name, :scope > .row-bar .row-name")?.textContent.trim();
    return name ? `${this.word} «${name}»` : this.word;
  }

  nameOf(item) {
    const title = this.titleOf(item);
    return title === this.word ? `${this.word} ${this.items.indexOf(item) + 1}` : title;
  }

  move(item, before, list = this.list) {
    const home = list.parentElement;
    const hadKey = item.dataset.key;
    place(item, list, before);
    if (home !== this) {
      const key = home.items.some((other) => other !== item && other.dataset.key === hadKey) ? newKey(hadKey[0]) : hadKey;
      settle(item, `${this.prefix}.${hadKey}`, home.prefix, key);
    }

    changed(item);
    item.scrollIntoView({ block: "nearest" });
    announce(`${capital(home.nameOf(item))} nay ở vị trí ${home.items.indexOf(item) + 1} trên ${home.items.length}.`);
  }

  step(item, direction) {
    const items = this.items;
    const target = items[items.indexOf(item) + direction];
    if (target) {
      this.move(item, direction < 0 ? target : target.nextElementSibling);
    } else {
      announce(`${capital(this.nameOf(item))} đã ở ${direction < 0 ? "đầu" : "cuối"}.`);
    }
  }

  copy(item) {
    const copy = copyOf(item);
    settle(copy, `${this.prefix}.${item.dataset.key}`, this.prefix, newKey(item.dataset.key[0]));
    item.after(copy);
    this.dress(copy);
    changed(copy);
    focusFirst(copy);
    announce(`Đã nhân đôi ${this.nameOf(item)}.`);
  }

  /** What is deleted waits in its own place until somebody has seen that it is gone. */
  remove(item) {
    const name = this.nameOf(item);
    const path = `${this.prefix}.${item.dataset.key}`;
    const back = () => {
      bar.replaceWith(item);
      settle(item, path, this.prefix, item.dataset.key);
      changed(item);
      focusFirst(item);
      announce(`Đã lấy lại ${name}.`);
    };
    const undo = button("Lấy lại", back, { class: "quiet" });
    const leave = () => {
      const next = bar.nextElementSibling ?? this.addButton;
      bar.remove();
      (next?.querySelector?.("button") ?? next)?.focus();
    };
    const bar = own(make("li", { class: "undo-bar" }, make("span", {}, `Đã xóa ${name}.`), undo, button("Đóng", leave, { class: "quiet" })));
    item.replaceWith(bar);
    changed(this);
    undo.focus();
    announce(`Đã xóa ${name}. Bấm Lấy lại nếu xóa nhầm.`);
  }

  /** Asks the server for the HTML of an empty item and puts it in the list. */
  async insert(query, before = null) {
    const key = newKey(this.letter);
    const address = new URL(this.dataset.add, document.baseURI);
    Object.entries({ ...query, key }).forEach(([name, value]) => address.searchParams.set(name, value));
    if (!address.searchParams.has("prefix")) {
      address.searchParams.set("prefix", this.prefix);
    }

    const template = document.createElement("template");
    template.innerHTML = await askHtml(address);
    const item = document.importNode(template.content, true).firstElementChild;
    this.list.insertBefore(item, before);
    this.dress(item);
    changed(item);
    item.scrollIntoView({ block: "nearest" });
    focusFirst(item);
    announce(`Đã thêm ${this.nameOf(item)} ở vị trí ${this.items.indexOf(item) + 1}.`);
    return item;
  }

  get addButton() {
    return this.querySelector(":scope > [name=do]");
  }

  #click(event) {
    const pressed = event.target.closest("button[name=do]");
    if (!pressed || ownerOf(pressed) !== this) {
      return;
    }

    const verb = pressed.value.split(":")[0];
    const item = this.items.find((candidate) => candidate.contains(pressed));
    const acts = { up: () => this.step(item, -1), down: () => this.step(item, 1), copy: () => this.copy(item), remove: () => this.remove(item) };
    if (item && acts[verb]) {
      event.preventDefault();
      acts[verb]();
    } else if (!item && (verb === "pick" || verb === "add")) {
      event.preventDefault();
      this.add(null);
    }
  }

  #keydown(event) {
    const direction = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    // Alt and an arrow open a select; there the keys keep their meaning.
    if (!direction || !event.altKey || event.ctrlKey || event.shiftKey || event.target.matches("select") || ownerOf(event.target) !== this) {
      return;
    }

    const item = this.items.find((candidate) => candidate.contains(event.target));
    if (item) {
      event.preventDefault();
      this.step(item, direction);
    }
  }
}

export const ownerOf = (element) => {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (parent instanceof OrderedItems) {
      return parent;
    }
  }

  return null;
};

/** Gives an item its key and its place in a list of the form. */
function settle(item, from, prefix, key) {
  const keeper = item.querySelector("input[type=hidden]");
  rename(item, from, `${prefix}.${key}`);
  item.dataset.key = key;
  keeper.name = prefix;
  keeper.value = key;
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);

export function focusFirst(item) {
  const field = [...item.querySelectorAll("input:not([type=hidden]), select, textarea, [contenteditable=true], [data-choose]")].find((candidate) => candidate.checkVisibility());
  (field ?? item.querySelector("button"))?.focus({ preventScroll: true });
}
