import { announce } from "../parts/announce.js";
import { make } from "../parts/make.js";

/** Copies a text, and says so where the button stands. */
export class CopyText extends HTMLElement {
  connectedCallback() {
    const pressed = this.querySelector("button");
    const words = pressed.textContent;
    pressed.onclick = async () => {
      const isCopied = await copy(this.dataset.text ?? this.querySelector("input, textarea, code")?.value ?? this.querySelector("code")?.textContent ?? "");
      pressed.textContent = isCopied ? "Đã chép" : "Không chép được";
      announce(pressed.textContent);
      setTimeout(() => { pressed.textContent = words; }, 2000);
    };
  }
}

async function copy(text) {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(() => true, () => false);
  }

  // Without HTTPS, as on a district's inner network, browsers offer only the old way.
  const field = make("textarea", { class: "announcer", readonly: true });
  field.value = text;
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  return isCopied;
}
