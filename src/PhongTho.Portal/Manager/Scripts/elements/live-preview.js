import { button, make, own, strip } from "../parts/make.js";

const widths = [[360, "Điện thoại"], [768, "Máy tính bảng"], [1280, "Máy tính"]];

/** The page as readers will see it, beside the form, at three widths; drawn again after each save, where one was reading. */
export class LivePreview extends HTMLElement {
  #width = 360;
  #frame;
  #stage;
  #isStale = true;
  #watching;

  connectedCallback() {
    strip(this);
    this.#width = Number(this.dataset.width ?? 360);
    const buttons = widths.map(([width, name]) => button(name, () => this.#choose(width), { "aria-pressed": "false", "data-width": width }));
    this.#stage = own(make("div", { class: "preview-stage" }));
    this.append(own(make("div", { class: "preview-widths", role: "group", "aria-label": "Xem như trên" }, ...buttons)), this.#stage);
    const stop = new AbortController();
    document.addEventListener("draft:saved", () => { this.#isStale = true; this.#refresh(); }, { signal: stop.signal });
    const sizes = new ResizeObserver(() => this.#fit());
    const sight = new IntersectionObserver(() => this.#refresh());
    sizes.observe(this.#stage);
    sight.observe(this);
    this.#watching = () => { stop.abort(); sizes.disconnect(); sight.disconnect(); };
    this.#choose(this.#width);
  }

  disconnectedCallback() {
    this.#watching();
  }

  #choose(width) {
    this.#width = width;
    this.querySelectorAll("[data-width]").forEach((each) => each.setAttribute("aria-pressed", String(Number(each.dataset.width) === width)));
    this.#fit();
  }

  /** Draws again when there is something new and somebody can see it. The old page stays until the new one is there. */
  #refresh() {
    if (!this.#isStale || !this.checkVisibility() || this.querySelector("iframe.is-coming")) {
      return;
    }

    this.#isStale = false;
    const next = make("iframe", { title: "Xem trước trang", class: "is-coming", sandbox: "allow-same-origin", src: this.dataset.src, tabindex: "-1" });
    next.onload = () => {
      next.contentWindow.scrollTo(0, this.#frame?.contentWindow?.scrollY ?? 0);
      next.contentDocument?.addEventListener("click", (event) => event.target.closest("a") && event.preventDefault());
      next.className = "";
      next.onload = null;
      this.#frame?.remove();
      this.#frame = next;
      this.#fit();
      this.#refresh();
    };
    this.#stage.append(next);
    this.#fit();
  }

  #fit() {
    const scale = Math.min(1, this.#stage.clientWidth / this.#width) || 1;
    for (const frame of this.#stage.children) {
      frame.width = this.#width;
      frame.height = Math.round(this.#stage.clientHeight / scale);
      frame.style.transform = `scale(${scale})`;
    }
  }
}
