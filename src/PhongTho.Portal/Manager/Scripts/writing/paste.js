import { isSafe } from "./link.js";
import { styleOf, undress } from "./undress.js";
import { gatherLists } from "./word-lists.js";

const unwanted = "script, style, meta, link, title, xml, template, noscript, iframe, object, embed, img, picture, svg, math, video, audio, form, input, button, select, textarea";
const kept = ["href", "title", "colspan", "rowspan", "start", "lang"];
const levels = { H1: "h2", H5: "h4", H6: "h4" };

/** Pasted HTML as we would have written it: Word's and other programs' dress falls away, structure stays. */
export function cleanPaste(html) {
  const { body } = undress(html);
  removeComments(body);
  gatherLists(body);
  body.querySelectorAll(unwanted).forEach((element) => element.remove());
  keepTypeface(body);
  body.querySelectorAll("h1, h5, h6").forEach((heading) => retag(heading, levels[heading.tagName]));
  body.querySelectorAll("p[class^=MsoTitle]").forEach((title) => retag(title, "h2"));
  body.querySelectorAll("a").forEach((link) => isSafe(link.getAttribute("href") ?? "") && !/^#/.test(link.getAttribute("href")) || unwrap(link));
  body.querySelectorAll("table").forEach(tidyTable);
  body.querySelectorAll("*").forEach((element) => {
    [...element.attributes].filter(({ name }) => !kept.includes(name)).forEach(({ name }) => element.removeAttribute(name));
    if (element.localName.includes(":") || element.localName === "font" || element.localName === "span") {
      unwrap(element);
    }
  });
  tidyText(body);
  body.querySelectorAll("p, h2, h3, h4, blockquote, li, a, strong, em, s").forEach((element) => {
    if (!element.textContent.trim() && !element.querySelector("br, table") || isOnlyBreak(element)) {
      element.remove();
    }
  });
  return body.innerHTML;
}

/** Plain text in the one form in which «ệ» is one sign. */
export const cleanText = (text) => text.normalize("NFC").replace(/[\u00AD\u200B\uFEFF]/g, "");

function removeComments(body) {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const comments = [];
  while (walker.nextNode()) {
    comments.push(walker.currentNode);
  }

  comments.forEach((comment) => comment.remove());
}

/** Bold, italic and the like live in styles there and in tags here. */
function keepTypeface(body) {
  // Documents of Google come wrapped in a bold that is none.
  [...body.querySelectorAll("b")].filter((bold) => /(?<![\w-])font-weight:\s*(normal|400)/.test(styleOf(bold))).forEach(unwrap);
  body.querySelectorAll("b, i, strike, del").forEach((element) => retag(element, { b: "strong", i: "em" }[element.localName] ?? "s"));
  body.querySelectorAll("span, font").forEach((span) => {
    const style = styleOf(span);
    const tags = [
      /(?<![\w-])font-weight:\s*(bold|[6-9]00)/.test(style) && "strong",
      /(?<![\w-])font-style:\s*italic/.test(style) && "em",
      /text-decoration[^;]*line-through/.test(style) && "s",
      /vertical-align:\s*super/.test(style) && "sup",
      /vertical-align:\s*sub/.test(style) && "sub",
    ].filter(Boolean);
    tags.forEach((tag) => {
      if (!span.closest(tag)) {
        const inner = span.ownerDocument.createElement(tag);
        inner.append(...span.childNodes);
        span.append(inner);
      }
    });
  });
}

/** A first row all in bold is a head; a table of one cell was only a frame. */
function tidyTable(table) {
  const rows = [...table.rows];
  if (rows.length === 1 && rows[0].cells.length === 1) {
    table.replaceWith(...rows[0].cells[0].childNodes);
    return;
  }

  const isHead = (row) => row.parentElement.localName === "thead" || (row === rows[0] && rows.length > 1 && [...row.cells].every(isAllBold));
  rows.filter(isHead).forEach((row) => [...row.cells].forEach((cell) => {
    cell.querySelectorAll("strong").forEach(unwrap);
    retag(cell, "th");
  }));
  table.querySelectorAll("col, colgroup").forEach((column) => column.remove());
}

function isAllBold(cell) {
  const bold = [...cell.querySelectorAll("strong")].filter((each) => !each.parentElement.closest("strong")).map((each) => each.textContent).join("");
  return cell.textContent.trim() !== "" && bold.replace(/\s/g, "") === cell.textContent.replace(/\s/g, "");
}

function tidyText(body) {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.parentElement.closest("pre")) {
      text.data = cleanText(text.data).replace(/[\s\u00A0]+/g, " ");
    }
  }
}

const isOnlyBreak = (element) => element.localName === "p" && element.children.length === 1 && element.firstElementChild.localName === "br" && !element.textContent.trim();

export function retag(element, tag) {
  const fresh = element.ownerDocument.createElement(tag);
  [...element.attributes].forEach(({ name, value }) => kept.includes(name) && fresh.setAttribute(name, value));
  fresh.append(...element.childNodes);
  element.replaceWith(fresh);
  return fresh;
}

function unwrap(element) {
  element.replaceWith(...element.childNodes);
}
