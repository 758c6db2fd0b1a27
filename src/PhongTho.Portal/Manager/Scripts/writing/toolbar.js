import { button, make, own } from "../parts/make.js";
import { draw } from "./icons.js";
import { askForLink } from "./link-dialog.js";

const styles = [["paragraph", "Đoạn văn"], ["2", "Đề mục lớn"], ["3", "Đề mục vừa"], ["4", "Đề mục nhỏ"]];

/** What each button does; `is` names what it shows as pressed. */
const tools = [
  { icon: "bold", name: "Đậm", keys: "Ctrl+B", is: "bold", run: (chain) => chain.toggleBold() },
  { icon: "italic", name: "Nghiêng", keys: "Ctrl+I", is: "italic", run: (chain) => chain.toggleItalic() },
  { icon: "strike", name: "Gạch ngang", is: "strike", run: (chain) => chain.toggleStrike() },
  { icon: "link", name: "Liên kết", keys: "Ctrl+K", is: "link", act: askForLink },
  null,
  { icon: "bullets", name: "Danh sách chấm", is: "bulletList", run: (chain) => chain.toggleBulletList() },
  { icon: "numbers", name: "Danh sách số", is: "orderedList", run: (chain) => chain.toggleOrderedList() },
  { icon: "quote", name: "Trích dẫn", is: "blockquote", run: (chain) => chain.toggleBlockquote() },
  { icon: "table", name: "Chèn bảng", isBlocked: (editor) => editor.isActive("table"), run: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }) },
  { icon: "rule", name: "Đường kẻ ngang", run: (chain) => chain.setHorizontalRule() },
  null,
  { icon: "undo", name: "Hoàn tác", keys: "Ctrl+Z", isBlocked: (editor) => !editor.can().undo(), run: (chain) => chain.undo() },
  { icon: "redo", name: "Làm lại", keys: "Ctrl+Y", isBlocked: (editor) => !editor.can().redo(), run: (chain) => chain.redo() },
];

const tableTools = [
  { name: "Thêm hàng", run: (chain) => chain.addRowAfter() },
  { name: "Thêm cột", run: (chain) => chain.addColumnAfter() },
  { name: "Xóa hàng", run: (chain) => chain.deleteRow() },
  { name: "Xóa cột", run: (chain) => chain.deleteColumn() },
  { name: "Hàng đầu là tiêu đề", run: (chain) => chain.toggleHeaderRow() },
  { name: "Gộp hoặc tách ô", run: (chain) => chain.mergeOrSplit() },
  { name: "Xóa bảng", run: (chain) => chain.deleteTable() },
];

/** The buttons over an editor. One stop for Tab; arrows go from button to button. */
export function toolbarFor(editor, label, textId) {
  const choice = make("select", { "aria-label": "Kiểu đoạn", onchange: () => applyStyle(editor, choice.value) }, ...styles.map(([value, name]) => make("option", { value }, name)));
  const buttons = tools.map((tool) => tool ? toolButton(editor, tool) : make("span", { class: "tool-gap" }));
  const inTable = make("span", { class: "table-tools", hidden: true }, ...tableTools.map((tool) => toolButton(editor, tool)));
  const bar = own(make("div", { class: "rich-tools", role: "toolbar", "aria-label": `Định dạng: ${label}`, "aria-controls": textId }, choice, ...buttons, inTable));
  const stops = () => [...bar.querySelectorAll("select, button")].filter((stop) => !stop.closest("[hidden]"));
  const rove = (to) => stops().forEach((stop) => { stop.tabIndex = stop === to ? 0 : -1; });

  bar.addEventListener("keydown", (event) => {
    const all = stops();
    const here = all.indexOf(document.activeElement);
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === "Escape") {
      editor.commands.focus();
    } else if (to !== undefined) {
      event.preventDefault();
      const next = all[(to + all.length) % all.length];
      rove(next);
      next.focus();
    }
  });
  bar.addEventListener("focusin", (event) => rove(event.target));
  // A press must not take the selection away from the text. A select needs its press to open.
  bar.addEventListener("mousedown", (event) => event.target.closest("button") && event.preventDefault());

  const show = () => {
    buttons.forEach((each) => each.show?.());
    inTable.hidden = !editor.isActive("table");
    choice.value = String(editor.getAttributes("heading").level ?? "paragraph");
  };
  editor.on("transaction", show);
  editor.on("link:wanted", () => askForLink(editor));
  rove(choice);
  show();
  return bar;
}

function toolButton(editor, { icon, name, keys, is, isBlocked, run, act }) {
  const pressed = button("", () => {
    if (!isBlocked?.(editor)) {
      act ? act(editor) : run(editor.chain().focus()).run();
    }
  }, { "aria-label": icon ? name : null, title: keys ? `${name} (${keys})` : name, "aria-pressed": is ? "false" : null, class: icon ? "tool" : "tool-word" });
  pressed.append(icon ? draw(icon) : name);
  pressed.show = () => {
    is && pressed.setAttribute("aria-pressed", String(editor.isActive(is)));
    isBlocked && pressed.setAttribute("aria-disabled", String(isBlocked(editor)));
  };
  return pressed;
}

function applyStyle(editor, value) {
  const chain = editor.chain().focus();
  (value === "paragraph" ? chain.setParagraph() : chain.setHeading({ level: Number(value) })).run();
}
