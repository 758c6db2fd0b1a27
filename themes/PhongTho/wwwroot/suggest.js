// Completes a search while it is typed. Without this file the box is a plain form.
const pause = 120;
const kinds = { title: "Bài", name: "Tên", place: "Địa phương", section: "Chuyên trang" };

for (const box of document.querySelectorAll(".search-box")) {
  complete(box, box.querySelector("input[type=search]"));
}

function complete(box, input) {
  const list = document.createElement("ul");
  list.id = `${input.id}-goi-y`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Gợi ý");
  const status = document.createElement("p");
  status.className = "hidden";
  status.setAttribute("role", "status");
  box.append(list, status);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  let timer;
  let asking;
  let active = -1;

  const close = () => {
    clearTimeout(timer);
    asking?.abort();
    active = -1;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const choose = (item) => {
    close();
    if (item.path) {
      location.assign(item.path);
    } else {
      input.value = item.text;
      box.requestSubmit();
    }
  };

  const show = (items) => {
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren(...items.map((item, index) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${index}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      const text = document.createElement("span");
      text.textContent = item.text;
      const kind = document.createElement("small");
      kind.textContent = kinds[item.kind] ?? "";
      option.append(text, kind);
      // Before the input loses the focus and the list its place.
      option.addEventListener("pointerdown", (event) => event.preventDefault());
      option.addEventListener("click", () => choose(item));
      option.item = item;
      return option;
    }));
    list.hidden = items.length === 0;
    input.setAttribute("aria-expanded", String(items.length > 0));
    status.textContent = items.length > 0 ? `${items.length} gợi ý, dùng phím mũi tên để chọn` : "";
  };

  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const typed = input.value.trim();
    if (typed.length < 2) {
      close();
      return;
    }
    try {
      const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(typed)}`, { signal: asking.signal });
      if (answer.ok && document.activeElement === input) {
        show((await answer.json()).items.slice(0, 8));
      }
    } catch {
      // Typed on, or no network: the form still searches.
    }
  };

  const move = (by) => {
    const options = [...list.children];
    options[active]?.setAttribute("aria-selected", "false");
    // One step beyond either end is the box itself.
    active = ((active + 1 + by + options.length + 1) % (options.length + 1)) - 1;
    const option = options[active];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      choose(list.children[active].item);
    }
  });
}
