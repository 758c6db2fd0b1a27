import { stripAll } from "./make.js";

/** A key that no element of a list has, nor had: a deleted element may come back. */
export function newKey(letter) {
  const random = crypto.getRandomValues(new Uint32Array(2));
  return letter + [...random].map((number) => number.toString(36)).join("").slice(0, 9);
}

/**
 * Gives everything inside an element its place under another path: `blocks.b1.html` becomes `columns.c1.b1.html`.
 * Names have dots; identifiers may write the same path with dashes or low lines.
 */
export function rename(root, from, to) {
  const parts = from.split(".").map((part) => part.replace(/[^A-Za-z0-9]/g, "\\$&"));
  const path = new RegExp(`(?<![A-Za-z0-9])${parts[0]}([._-])${parts.slice(1).join("\\1")}(?![A-Za-z0-9])`, "g");
  const written = (match, separator) => to.replaceAll(".", separator);
  for (const element of everything(root)) {
    for (const attribute of element.attributes) {
      if (speaksOfPath(element, attribute.name) && path.test(attribute.value)) {
        path.lastIndex = 0;
        attribute.value = attribute.value.replace(path, written);
      }

      path.lastIndex = 0;
    }
  }
}

const speaksOfPath = (element, name) =>
  /^(name|id|for|list|href|data-.*|aria-.*)$/.test(name) || (name === "value" && element.name === "do");

function everything(root) {
  const inside = [...root.querySelectorAll("*")];
  const hidden = inside.filter((element) => element instanceof HTMLTemplateElement).flatMap((template) => everything(template.content));
  return root instanceof Element ? [root, ...inside, ...hidden] : [...inside, ...hidden];
}

/** The same element with what a person typed in it, and without what script added. */
export function copyOf(element) {
  const copy = element.cloneNode(true);
  const fields = element.querySelectorAll("input, select, textarea");
  const copies = copy.querySelectorAll("input, select, textarea");
  fields.forEach((field, index) => {
    if (field.type !== "file") {
      copies[index].value = field.value;
    }

    copies[index].checked = field.checked;
  });
  stripAll(copy);
  return copy;
}
