import { openDialog } from "../parts/dialog.js";
import { button, make, newId } from "../parts/make.js";
import { addressOf } from "./link.js";

/** Asks for the address of a link, and for its words when none are selected. */
export function askForLink(editor) {
  const isInside = editor.isActive("link");
  if (isInside) {
    editor.commands.extendMarkRange("link");
  }

  const needsWords = editor.state.selection.empty;
  const field = (label, attributes) => {
    const input = make("input", { id: newId(), autocomplete: "off", ...attributes });
    return [input, make("p", { class: "field" }, make("label", { for: input.id }, label), input)];
  };
  const problem = make("p", { class: "problem", id: newId(), role: "alert" });
  const [address, addressLine] = field("Địa chỉ", { type: "text", inputmode: "url", "aria-describedby": problem.id, placeholder: "https://… hoặc /gioi-thieu hoặc ten@laichau.gov.vn" });
  const [words, wordsLine] = field("Chữ hiện ra", { type: "text" });
  address.value = decodeURI(editor.getAttributes("link").href ?? "");

  const form = make("form", { class: "link-form", method: "dialog" }, addressLine, ...(needsWords ? [wordsLine] : []), problem,
    make("p", { class: "dialog-answers" },
      ...(isInside ? [button("Bỏ liên kết", () => { dialog.close(); editor.chain().focus().unsetMark("link").run(); }, { class: "quiet" })] : []),
      make("button", { type: "submit", class: "" }, "Đặt liên kết")));
  form.addEventListener("submit", (event) => {
    const href = addressOf(address.value);
    if (!href) {
      event.preventDefault();
      problem.textContent = "Địa chỉ chưa đúng. Ví dụ: https://laichau.gov.vn, /gioi-thieu, ten@laichau.gov.vn hoặc số điện thoại.";
      address.setAttribute("aria-invalid", "true");
      address.focus();
      return;
    }

    const text = (words.value.trim() || address.value.trim()).normalize("NFC");
    const chain = editor.chain().focus();
    if (needsWords) {
      chain.insertContent({ type: "text", text, marks: [{ type: "link", attrs: { href } }] }).run();
    } else {
      chain.setMark("link", { href }).run();
    }
  });
  const dialog = openDialog({ title: isInside ? "Sửa liên kết" : "Đặt liên kết", name: "link-dialog", content: form });
  dialog.addEventListener("close", () => editor.commands.focus());
  address.focus();
}
