import { reason, send, swap, token } from "../parts/ask.js";
import { button, make, newId, own, strip } from "../parts/make.js";

/** Text with signs, and how it will look: two tabs, one textarea. */
export class MarkdownText extends HTMLElement {
  connectedCallback() {
    strip(this);
    const text = this.querySelector("textarea");
    text.id ||= newId();
    const look = own(make("div", { role: "tabpanel", id: newId(), class: "markdown-preview prose", tabindex: "0" }));
    const panels = [text, look];
    const tabs = ["Viết", "Xem trước"].map((name, index) => button(name, () => choose(index), { role: "tab", id: newId(), "aria-controls": panels[index].id }));
    const choose = (index) => {
      tabs.forEach((tab, at) => { tab.setAttribute("aria-selected", String(at === index)); tab.tabIndex = at === index ? 0 : -1; });
      panels.forEach((panel, at) => { panel.hidden = at !== index; });
      if (index === 1) {
        this.#preview(text, look);
      }
    };
    const bar = own(make("div", { role: "tablist", class: "tabs", "aria-label": "Viết hay xem trước" }, ...tabs));
    bar.onkeydown = (event) => {
      if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
        event.preventDefault();
        const other = 1 - tabs.indexOf(document.activeElement);
        choose(other);
        tabs[other].focus();
      }
    };
    look.setAttribute("aria-labelledby", tabs[1].id);
    this.prepend(bar);
    this.append(look);
    choose(0);
  }

  async #preview(text, look) {
    look.textContent = "Đang dựng…";
    const body = new URLSearchParams({ text: text.value, __RequestVerificationToken: token(this) });
    const answer = await send(this.dataset.preview, { method: "POST", body });
    if (answer?.ok) {
      swap(look, await answer.text());
    } else {
      look.replaceChildren(make("p", { class: "problem" }, await reason(answer)));
    }
  }
}
