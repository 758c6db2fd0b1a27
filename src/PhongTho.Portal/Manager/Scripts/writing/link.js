import { Mark } from "@tiptap/core";

const schemes = /^(https?:|mailto:|tel:)/i;

/** A link to the web, a mail address, a telephone or a page of this site. TipTap's own brings an automatic finder of links we do not want. */
export const Link = Mark.create({
  name: "link",
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: { default: null }, title: { default: null } }),
  parseHTML: () => [{ tag: "a[href]", getAttrs: (element) => isSafe(element.getAttribute("href")) && null }],
  renderHTML: ({ HTMLAttributes }) => ["a", HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { "Mod-k": () => { this.editor.emit("link:wanted", {}); return true; } };
  },
});

/** Whether an address may stand in a text. */
export const isSafe = (href) => schemes.test(href) || /^(\/(?![/\\])|#)/.test(href);

/** The address a person meant, or null: «laichau.gov.vn», «ten@xa.vn» and «0912 345 678» are what people type. */
export function addressOf(typed) {
  const text = typed.trim();
  if (!text) {
    return null;
  }

  if (isSafe(text)) {
    return encodeURI(decode(text));
  }

  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(text)) {
    return `mailto:${text}`;
  }

  if (/^\+?[\d .()-]{8,}$/.test(text)) {
    return `tel:${text.replace(/[^\d+]/g, "")}`;
  }

  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(:\d+)?([/?#]\S*)?$/u.test(text) ? `https://${encodeURI(decode(text))}` : null;
}

function decode(text) {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
