// Niceties only: everything on the page works without this file.
for (const button of document.querySelectorAll("[data-copy]")) {
  const box = document.getElementById(button.dataset.copy);
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(box.value);
    button.textContent = "Đã chép";
  });
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
for (const button of document.querySelectorAll("[data-share]")) {
  button.hidden = !navigator.share;
  button.addEventListener("click", () => {
    const url = document.querySelector("link[rel=canonical]").href;
    navigator.share({ title: document.title, url }).catch(() => { /* closed by the reader */ });
  });
}
// A printed page shows what was folded.
addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("main details:not(.filter)")) {
    part.open = true;
  }
});
