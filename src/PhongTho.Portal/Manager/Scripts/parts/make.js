/** An element with attributes and children. Text goes in as text, never as HTML. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }

  element.append(...children);
  return element;
}

/** A button that does something here and never sends a form. */
export const button = (text, onclick, attributes = {}) => make("button", { type: "button", onclick, ...attributes }, text);

let made = 0;

/** A name for an element that script made and must refer to. */
export const newId = () => `made-${++made}`;

/**
 * What script adds to the server's markup. A copy of the markup leaves it behind and makes its own,
 * see parts/keys.js.
 */
export const own = (element) => {
  element.dataset.made = "";
  return element;
};

/** Takes away what an element added to itself before, so that a copied or returning one starts afresh. */
export const strip = (element) => element.querySelectorAll(":scope > [data-made]").forEach((part) => part.remove());

/** Takes away whatever script added anywhere inside. */
export const stripAll = (element) => element.querySelectorAll("[data-made]").forEach((part) => part.remove());

/** Tells the form, and whoever else listens, that a person changed this field. */
export const changed = (field) => field.dispatchEvent(new Event("input", { bubbles: true }));
