import { reasonOf, Refusal, token } from "./ask.js";

/** Sends one file with the hidden fields around it. XMLHttpRequest, because fetch does not tell how far an upload is. */
export function sendFile(address, file, element, tellShare) {
  const body = new FormData();
  if (element.localName === "file-drop") {
    element.querySelectorAll("input[type=hidden]").forEach((field) => body.set(field.name, field.value));
  }

  if (!body.has("__RequestVerificationToken")) {
    body.set("__RequestVerificationToken", token(element));
  }

  body.append("file", file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => event.lengthComputable && tellShare(event.loaded / event.total));
    request.addEventListener("load", () => {
      const said = parse(request.responseText);
      if (request.status < 300 && said?.id) {
        resolve(said);
      } else {
        reject(new Refusal(said?.message ?? (request.status === 413 ? "Tệp quá lớn." : reasonOf(request.status)), request.status));
      }
    });
    request.addEventListener("error", () => reject(new Refusal(reasonOf(0))));
    request.addEventListener("timeout", () => reject(new Refusal(reasonOf(0))));
    request.send(body);
  });
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
