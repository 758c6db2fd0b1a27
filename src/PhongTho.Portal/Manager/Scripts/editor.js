import { Editor } from "@tiptap/core";
import { changed, make, newId, own } from "./parts/make.js";
import { announce } from "./parts/announce.js";
import { readable, written } from "./writing/html.js";
import { addressOf } from "./writing/link.js";
import { cleanPaste, cleanText } from "./writing/paste.js";
import { extensions } from "./writing/schema.js";
import { toolbarFor } from "./writing/toolbar.js";
import { undress } from "./writing/undress.js";

/** Puts an editor over a textarea. The textarea holds the current HTML at every moment, and is left alone until somebody writes. */
export function write(host, text) {
  const label = text.labels?.[0] ?? text.closest("form")?.querySelector(`label[for="${CSS.escape(text.id)}"]`);
  const name = label?.textContent.trim() || text.getAttribute("aria-label") || "Văn bản";
  const id = newId();
  const page = own(make("div", { class: "rich-page" }));
  const hint = own(make("p", { class: "announcer", id: newId() }, "Alt+F10: tới thanh định dạng. Esc: ra khỏi khung viết."));
  const editor = new Editor({
    element: page,
    extensions,
    content: readable(text.value),
    // A style element would break the policy; editor.css has the same rules.
    injectCSS: false,
    // What is typed stays as typed: lines of dialogue begin with «- », headings of reports with «1. », years with «2023. ».
    enableInputRules: false,
    enablePasteRules: false,
    editorProps: {
      attributes: attributesOf(text, id, name, hint.id),
      transformPastedHTML: cleanPaste,
      transformPastedText: cleanText,
      handlePaste: (view, event) => pasteFiles(host, event) || pasteAddress(editor, event),
      handleDrop: (view, event) => offer(host, [...event.dataTransfer?.files ?? []], event),
    },
    onUpdate: () => {
      text.value = written(editor);
      changed(text);
    },
  });
  const bar = toolbarFor(editor, name, id);
  label?.addEventListener("click", () => editor.isDestroyed || editor.commands.focus());
  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape" || (event.altKey && event.key === "F10")) {
      event.preventDefault();
      bar.querySelector("[tabindex='0']").focus();
    }
  });
  text.required = false;
  host.append(bar, page, hint);
  return editor;
}

function attributesOf(text, id, name, hint) {
  const described = [text.getAttribute("aria-describedby"), hint].filter(Boolean).join(" ");
  return {
    id,
    role: "textbox",
    "aria-multiline": "true",
    "aria-label": name,
    "aria-describedby": described,
    ...(text.required ? { "aria-required": "true" } : {}),
    ...(text.getAttribute("aria-invalid") ? { "aria-invalid": text.getAttribute("aria-invalid") } : {}),
    class: "prose",
    spellcheck: text.getAttribute("spellcheck") ?? "false",
  };
}

/** Files count only when they come without words: Word sends a picture of every text beside the text. */
function pasteFiles(host, event) {
  const words = undress(event.clipboardData.getData("text/html")).body.textContent.trim() || event.clipboardData.getData("text/plain").trim();
  return !words && offer(host, [...event.clipboardData.files], event);
}

/** A picture is no part of a text: the page is asked to make a block of it. */
function offer(host, files, event) {
  if (!files.length) {
    return false;
  }

  event.preventDefault();
  for (const file of files) {
    const isRefused = host.dispatchEvent(new CustomEvent("upload:wanted", { bubbles: true, cancelable: true, detail: { file } }));
    if (isRefused) {
      announce("Ảnh và tệp không đặt vào giữa chữ được. Hãy thêm một khối Ảnh hoặc Tệp.");
    }
  }

  return true;
}

/** An address pasted over words makes them a link. */
function pasteAddress(editor, event) {
  const text = event.clipboardData.getData("text/plain").trim();
  const isAddress = /^(https?:\/\/\S+|mailto:\S+)$/i.test(text);
  if (!isAddress || editor.state.selection.empty || editor.isActive("codeBlock")) {
    return false;
  }

  return editor.chain().setMark("link", { href: addressOf(text) }).run();
}
