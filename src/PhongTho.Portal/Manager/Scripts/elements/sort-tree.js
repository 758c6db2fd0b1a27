import { announce } from "../parts/announce.js";
import { carryBy, place } from "../parts/carry.js";
import { button, changed, make, own, stripAll } from "../parts/make.js";

const indent = 28;
const moves = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "out", ArrowRight: "in" };
const names = { up: "Lên", down: "Xuống", out: "Ra ngoài", in: "Vào trong" };

/**
 * A tree put in order by hand: menus, pages. Order is the order of the hidden `order` inputs, and `parent.{id}` holds above whom each stands.
 * `data-depth` is how many levels may lie above each other.
 */
export class SortTree extends HTMLElement {
  connectedCallback() {
    stripAll(this);
    this.#nodes.forEach((node) => this.#dress(node));
    this.onclick = (event) => {
      const step = event.target.closest("[data-step]");
      if (step) {
        this.#step(step.closest("li"), step.dataset.step);
        step.focus();
      }
    };
    this.onkeydown = (event) => {
      const node = event.target.closest("li[data-id]");
      if (node && event.altKey && moves[event.key] && !event.target.matches("select")) {
        event.preventDefault();
        this.#step(node, moves[event.key]);
      }
    };
  }

  get #root() {
    return this.querySelector(":scope > ol");
  }

  get #nodes() {
    return [...this.querySelectorAll("li[data-id]")];
  }

  #dress(node) {
    const name = nameOf(node);
    const grip = own(button("", null, { class: "grip", "aria-label": `Dời «${name}»: kéo, hoặc giữ Alt và bấm các phím mũi tên`, title: "Kéo để dời" }));
    const steps = Object.entries(names).map(([step, text]) => button(text, null, { "data-step": step, "aria-label": `${text}: ${name}` }));
    const row = node.querySelector(":scope > .tree-row");
    row.prepend(grip);
    row.append(own(make("span", { class: "tree-steps" }, ...steps)));
    carryBy(grip, node, { find: (x, y) => this.#landing(node, x, y), drop: ({ list, before }) => this.#move(node, list, before) });
  }

  #step(node, step) {
    const list = node.parentElement;
    const previous = node.previousElementSibling;
    const next = node.nextElementSibling;
    const above = list.closest("li[data-id]");
    if (step === "up" && previous) {
      this.#move(node, list, previous);
    } else if (step === "down" && next) {
      this.#move(node, list, next.nextElementSibling);
    } else if (step === "in" && previous && this.#fits(node, levelOf(previous) + 1)) {
      this.#move(node, branchOf(previous), null);
    } else if (step === "out" && above) {
      this.#move(node, above.parentElement, above.nextElementSibling);
    } else {
      announce(`«${nameOf(node)}» không dời thêm được về phía đó.`);
    }
  }

  #move(node, list, before) {
    const left = node.parentElement;
    place(node, list, before);
    if (!left.children.length && left !== this.#root) {
      left.remove();
    }

    this.#nodes.forEach((each) => keep(each));
    changed(node);
    const above = list.closest("li[data-id]");
    const where = above ? `trong «${nameOf(above)}»` : "ở cấp ngoài cùng";
    announce(`«${nameOf(node)}» nay ${where}, vị trí ${[...list.children].indexOf(node) + 1} trên ${list.children.length}.`);
  }

  /** Between which rows by height, and how deep by how far the pointer is to the right. */
  #landing(node, x, y) {
    const rows = this.#nodes.filter((each) => !node.contains(each));
    const after = rows.findLast((row) => middleOf(row) < y);
    const deepest = after ? levelOf(after) + 1 : 0;
    const next = rows[rows.indexOf(after) + 1];
    const shallowest = next ? levelOf(next) : 0;
    const wanted = Math.floor((x - this.#root.getBoundingClientRect().left) / indent);
    let level = Math.max(shallowest, Math.min(deepest, wanted));
    while (level > shallowest && !this.#fits(node, level)) {
      level--;
    }

    if (!this.#fits(node, level)) {
      return null;
    }

    if (!after) {
      return { list: this.#root, before: rows[0] ?? null };
    }

    if (level === deepest) {
      const branch = branchOf(after);
      return { list: branch, before: [...branch.children].find((child) => child !== node && !child.matches(".drop-line")) ?? null };
    }

    let neighbour = after;
    while (levelOf(neighbour) > level) {
      neighbour = neighbour.parentElement.closest("li[data-id]");
    }

    const following = [...neighbour.parentElement.children].slice([...neighbour.parentElement.children].indexOf(neighbour) + 1);
    return { list: neighbour.parentElement, before: following.find((child) => child !== node && !child.matches(".drop-line")) ?? null };
  }

  #fits(node, level) {
    const inside = [...node.querySelectorAll("li[data-id]")];
    const height = Math.max(0, ...inside.map((each) => levelOf(each) - levelOf(node)));
    return level + height < Number(this.dataset.depth ?? 3);
  }
}

const nameOf = (node) => node.querySelector(":scope > .tree-row .tree-name").textContent.trim();

const branchOf = (node) => node.querySelector(":scope > ol") ?? node.appendChild(make("ol"));

function levelOf(node) {
  const above = node.parentElement.closest("li[data-id]");
  return above ? levelOf(above) + 1 : 0;
}

function middleOf(node) {
  const box = node.querySelector(":scope > .tree-row").getBoundingClientRect();
  return box.top + box.height / 2;
}

function keep(node) {
  const name = `parent.${node.dataset.id}`;
  const field = node.querySelector(`:scope > input[name="${CSS.escape(name)}"]`) ?? node.insertBefore(make("input", { type: "hidden", name }), node.children[1] ?? null);
  field.value = node.parentElement.closest("li[data-id]")?.dataset.id ?? "";
  if (!node.querySelector(":scope > input[name=order]")) {
    node.insertBefore(make("input", { type: "hidden", name: "order", value: node.dataset.id }), field);
  }
}
