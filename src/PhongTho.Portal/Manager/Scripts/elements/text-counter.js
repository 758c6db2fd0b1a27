import { make, newId, own, strip } from "../parts/make.js";

const says = { empty: "", short: "hơi ngắn", good: "vừa đẹp", long: "hơi dài", over: "quá dài" };

/** Counts the letters of a field and says whether they are few, right or many. It never cuts. */
export class TextCounter extends HTMLElement {
  connectedCallback() {
    strip(this);
    const field = this.querySelector("input:not([type=hidden]), textarea");
    const shown = own(make("small", { class: "counter", id: newId() }));
    this.append(shown);
    const others = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !id.startsWith("made-"));
    field.setAttribute("aria-describedby", [...others, shown.id].join(" "));
    const count = () => {
      // NFC, because «ệ» typed as three signs is one letter to a reader and to the server.
      const length = [...field.value.normalize("NFC").trim()].length;
      const state = this.#judge(length);
      shown.dataset.state = state;
      shown.textContent = [`${length}${this.dataset.most ? `/${this.dataset.most}` : ""} ký tự`, says[state]].filter(Boolean).join(" · ");
    };
    field.addEventListener("input", count);
    count();
  }

  #judge(length) {
    const [few, many] = (this.dataset.good ?? "").split("-").map(Number);
    if (length === 0) {
      return "empty";
    }

    if (this.dataset.most && length > Number(this.dataset.most)) {
      return "over";
    }

    if (!many) {
      return "empty";
    }

    return length < few ? "short" : length > many ? "long" : "good";
  }
}
