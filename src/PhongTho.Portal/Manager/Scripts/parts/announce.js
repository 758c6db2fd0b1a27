import { make } from "./make.js";

let region;
let waiting;

/** Says a sentence to whoever cannot see the screen. */
export function announce(sentence) {
  region ??= make("div", { class: "announcer", "aria-live": "polite" });

  // All outside an open dialog is silent, so the voice goes inside.
  const stage = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
  if (region.parentElement !== stage) {
    stage.append(region);
  }

  // A region that has just arrived, or says the same again, is not read without a pause.
  region.textContent = "";
  clearTimeout(waiting);
  waiting = setTimeout(() => { region.textContent = sentence; }, 60);
}
