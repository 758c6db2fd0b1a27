import { changed, button, own, stripAll } from "../parts/make.js";

const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The point of a picture that must stay in sight when it is cropped: two fields in thousandths, set by pointing. */
export class FocalPoint extends HTMLElement {
  #dot;

  connectedCallback() {
    stripAll(this);
    const image = this.querySelector("img");
    const frame = image.parentElement;
    frame.classList.add("focal-frame");
    this.#dot = own(button("", null, { class: "focal-dot", title: "Điểm chính của ảnh" }));
    image.after(this.#dot);
    const point = (event) => {
      const box = image.getBoundingClientRect();
      this.#set((event.clientX - box.left) / box.width * 1000, (event.clientY - box.top) / box.height * 1000);
    };
    frame.onpointerdown = (event) => {
      event.preventDefault();
      this.#dot.focus();
      frame.setPointerCapture(event.pointerId);
      point(event);
    };
    frame.onpointermove = (event) => frame.hasPointerCapture(event.pointerId) && point(event);
    this.#dot.onkeydown = (event) => {
      const [right, down] = steps[event.key] ?? [];
      if (right !== undefined && !event.altKey) {
        event.preventDefault();
        const length = event.shiftKey ? 100 : 20;
        this.#set(Number(this.#fields[0].value) + right * length, Number(this.#fields[1].value) + down * length);
      }
    };
    this.#fields.forEach((field) => field.addEventListener("input", () => this.#show()));
    this.#show();
  }

  get #fields() {
    return [...this.querySelectorAll("input")];
  }

  #set(...values) {
    this.#fields.forEach((field, index) => { field.value = Math.round(Math.min(1000, Math.max(0, values[index]))); });
    changed(this.#fields[1]);
  }

  #show() {
    const [x, y] = this.#fields.map((field) => Number(field.value) / 10);
    this.#dot.style.left = `${x}%`;
    this.#dot.style.top = `${y}%`;
    this.#dot.setAttribute("aria-label", `Điểm chính của ảnh: ngang ${Math.round(x)}%, dọc ${Math.round(y)}%. Bấm các phím mũi tên để dời.`);
  }
}
