/** What holds on every screen: windows close by a click beside them, `data-autosubmit` sends its form, «/» goes to the search field. */
export function teachManners() {
  let pressed;
  document.addEventListener("pointerdown", (event) => { pressed = event.target; });
  document.addEventListener("click", (event) => {
    // Both ends of the click: a selection dragged out of a window must not close it.
    if (event.target instanceof HTMLDialogElement && pressed === event.target && isBeside(event, event.target)) {
      event.target.close();
    }

    const opener = event.target.closest?.("[data-dialog]");
    if (opener) {
      document.getElementById(opener.dataset.dialog)?.showModal();
    }
  });
  document.addEventListener("change", (event) => event.target.closest("[data-autosubmit]")?.form?.requestSubmit());
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.ctrlKey && !event.altKey && !event.metaKey && !isWriting(event.target) && !document.querySelector("dialog[open]")) {
      const search = document.querySelector("[data-search]") ?? document.querySelector("[role=search] input, input[type=search]");
      if (search) {
        event.preventDefault();
        search.focus();
        search.select();
      }
    }
  });
}

const isWriting = (element) => element.isContentEditable || element.matches("input, select, textarea");

function isBeside(event, dialog) {
  const box = dialog.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}
