import { confirm } from "../parts/dialog.js";

/** A button that asks before it does: «Chắc chưa?» in a window of ours, with words that say what will happen. */
export class ConfirmButton extends HTMLElement {
  #isSure = false;

  connectedCallback() {
    this.addEventListener("click", this, { capture: true });
  }

  async handleEvent(event) {
    const pressed = event.target.closest("button");
    if (!pressed || this.#isSure) {
      return;
    }

    event.preventDefault();
    event.stopPropagation();
    const { question, yes = pressed.textContent.trim(), no, title } = this.dataset;
    if (await confirm(question, { yes, no, title, isGrave: pressed.classList.contains("danger") })) {
      this.#isSure = true;
      pressed.click();
      this.#isSure = false;
    }
  }
}
