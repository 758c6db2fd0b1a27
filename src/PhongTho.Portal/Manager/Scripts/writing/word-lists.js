import { styleOf } from "./undress.js";

/**
 * Word does not paste lists: it pastes paragraphs that say in their style which list and level they belong to,
 * and carry their sign as text inside `mso-list:Ignore`. Here they become lists.
 */
export function gatherLists(body) {
  let open = [];
  for (const paragraph of body.querySelectorAll("p, h1, h2, h3, h4, h5, h6")) {
    const { list, level } = memberOf(paragraph);
    if (!level) {
      open = [];
      continue;
    }

    const sign = takeSign(paragraph);
    if (/^H\d$/.test(paragraph.tagName)) {
      // A numbered heading is a heading; its number was text to readers and stays so.
      paragraph.prepend(sign ? `${sign} ` : "");
      open = [];
      continue;
    }

    const isNext = open.length && (list === open[0].name || level > 1) && follows(paragraph, open[0].list);
    open = isNext ? open.filter((each) => each.level <= level) : [];
    if (open.at(-1)?.level !== level) {
      open.push({ level, name: list, list: begin(paragraph, sign, open.at(-1)) });
    }

    const item = body.ownerDocument.createElement("li");
    const text = body.ownerDocument.createElement("p");
    text.append(...paragraph.childNodes);
    item.append(text);
    open.at(-1).list.append(item);
    paragraph.remove();
  }
}

function memberOf(paragraph) {
  const [, list, level] = /mso-list:\s*(l\d+)\s+level(\d+)/i.exec(styleOf(paragraph)) ?? [];
  return { list, level: Number(level ?? 0) };
}

function takeSign(paragraph) {
  const signs = [...paragraph.querySelectorAll("span")].filter((each) => /mso-list:\s*ignore/i.test(styleOf(each)));
  const sign = signs.map((each) => each.textContent).join("").replace(/[\s\u00A0]+/g, " ").trim();
  signs.forEach((each) => each.remove());
  return sign;
}

function begin(paragraph, sign, above) {
  const number = /^\(?(\d+|[a-zđ]{1,2}|[ivxlc]+)[.)]/i.exec(sign)?.[1];
  const list = paragraph.ownerDocument.createElement(number ? "ol" : "ul");
  if (/^\d+$/.test(number) && number !== "1") {
    list.setAttribute("start", number);
  }

  if (above) {
    (above.list.lastElementChild ?? above.list).append(list);
  } else {
    paragraph.before(list);
  }

  return list;
}

/** Only spaces stand between a list and the paragraph that continues it. */
function follows(paragraph, list) {
  for (let before = paragraph.previousSibling; before; before = before.previousSibling) {
    if (before === list) {
      return true;
    }

    if (before.textContent.replace(/[\s\u00A0]/g, "")) {
      return false;
    }
  }

  return false;
}
