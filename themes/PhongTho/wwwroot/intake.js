// Niceties only: the form works without this file. It makes photographs small before they travel, and searches a number that
// shows a person's machine took the trouble, so that a whole village behind one address may send more.
const form = document.querySelector("[data-intake]");
const most = 1600;

document.getElementById("con-thieu")?.focus();
form?.addEventListener("input", prove, { once: true });
form?.elements.anh?.addEventListener("change", shrinkAll);
form?.addEventListener("submit", () => say("Đang gửi, xin đợi một chút…"));

function say(words) {
  form.querySelector("[data-say]").textContent = words;
}

async function prove() {
  if (!globalThis.crypto?.subtle) {
    return;
  }
  try {
    const { ve, bits } = await (await fetch(form.dataset.intake, { cache: "no-store" })).json();
    const number = await search(ve, bits);
    form.elements.ve.value = ve;
    form.elements.cong.value = String(number);
  } catch { /* a weak network: the form goes without */ }
}

async function search(ticket, bits) {
  const letters = new TextEncoder();
  for (let number = 0; ; number++) {
    const hash = new DataView(await crypto.subtle.digest("SHA-256", letters.encode(`${ticket}:${number}`)));
    if (hash.getUint32(0) >>> (32 - bits) === 0) {
      return number;
    }
  }
}

async function shrinkAll() {
  const input = form.elements.anh;
  const photos = [...input.files];
  if (photos.length === 0 || typeof createImageBitmap !== "function" || typeof DataTransfer !== "function") {
    return;
  }
  const small = new DataTransfer();
  for (const photo of photos) {
    small.items.add(await shrink(photo).catch(() => photo));
  }
  input.files = small.files;
}

async function shrink(photo) {
  const picture = await createImageBitmap(photo, { imageOrientation: "from-image" });
  const scale = Math.min(1, most / Math.max(picture.width, picture.height));
  if (scale === 1 && photo.size < 800_000) {
    return photo;
  }
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  const bytes = await new Promise((done) => canvas.toBlob(done, "image/jpeg", .82));
  return bytes && bytes.size < photo.size ? new File([bytes], photo.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" }) : photo;
}
