import { button, make, newId } from "./make.js";

/** A window over the page with a title and a way out; it leaves the page when closed, and focus goes back by itself. */
export function openDialog({ title, name, content }) {
  const heading = make("h2", { id: newId() }, title);
  const dialog = make("dialog", { class: `room-dialog ${name}`, "aria-labelledby": heading.id },
    make("header", { class: "dialog-head" }, heading, button("Đóng", () => dialog.close(), { class: "dialog-close" })),
    make("div", { class: "dialog-body" }, content));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Asks yes or no. The safe answer has the focus, so that a hasty Enter harms nothing. */
export function confirm(question, { yes = "Đồng ý", no = "Thôi", title = "Xin xác nhận", isGrave = false } = {}) {
  return new Promise((resolve) => {
    const answer = (value) => { resolve(value); dialog.close(); };
    const refuse = button(no, () => answer(false), { class: "quiet" });
    const agree = button(yes, () => answer(true), { class: isGrave ? "danger" : "" });
    const dialog = openDialog({
      title,
      name: "confirm-dialog",
      content: make("div", {}, make("p", {}, question), make("p", { class: "dialog-answers" }, refuse, agree)),
    });
    dialog.addEventListener("close", () => resolve(false));
    refuse.focus();
  });
}
