/** What the editor holds, as the small HTML we store: no paragraph where an item or cell has only one, header rows in their head. NFC. */
export function written(editor) {
  const page = new DOMParser().parseFromString(editor.isEmpty ? "" : editor.getHTML(), "text/html");
  page.querySelectorAll("li, td, th").forEach((holder) => {
    const first = holder.firstElementChild;
    if (first?.localName === "p" && !first.attributes.length && ![...holder.children].slice(1).some((child) => child.localName === "p")) {
      first.replaceWith(...first.childNodes);
    }
  });
  page.querySelectorAll("table").forEach(crown);
  for (let last = page.body.lastElementChild; last?.localName === "p" && !last.childNodes.length; last = page.body.lastElementChild) {
    last.remove();
  }

  return page.body.innerHTML.normalize("NFC");
}

function crown(table) {
  const heads = [];
  for (const row of table.rows) {
    if ([...row.cells].some((cell) => cell.localName !== "th")) {
      break;
    }

    heads.push(row);
  }

  if (heads.length && heads.length < table.rows.length) {
    const body = table.tBodies[0];
    table.createTHead().append(...heads);
    table.append(body);
  }
}

/** What is stored, as the editor reads it. It knows no captions; their words become a paragraph before the table. */
export function readable(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll("caption").forEach((caption) => {
    const paragraph = page.createElement("p");
    paragraph.append(...caption.childNodes);
    caption.closest("table").before(paragraph);
    caption.remove();
  });
  return page.body.innerHTML;
}
