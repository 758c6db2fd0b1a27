/** Why the server, or the way to it, did not do what was asked; the message is for the person. */
export class Refusal extends Error {
  constructor(message, status = 0) {
    super(message);
    this.status = status;
  }
}

// Without this header the cookie sign-in answers with a redirect to its page instead of 401.
const headers = { "X-Requested-With": "XMLHttpRequest" };

/** The answer to a request, whatever its status; undefined when the network failed. A redirect means: signed out. */
export async function send(url, options = {}) {
  try {
    return await fetch(url, { redirect: "manual", ...options, headers: { ...headers, ...options.headers } });
  } catch (error) {
    if (options.signal?.aborted && options.signal.reason?.name !== "TimeoutError") {
      throw error;
    }

    return undefined;
  }
}

/** A piece of HTML from our own server. */
export async function askHtml(url, options) {
  const answer = await send(url, options);
  if (!answer?.ok) {
    throw new Refusal(await reason(answer), answer?.status);
  }

  return answer.text();
}

/** The antiforgery token of the form an element stands in, or of any form of the page. */
export const token = (element) =>
  (element?.closest("form") ?? document).querySelector("[name=__RequestVerificationToken]")?.value
  ?? document.querySelector("[name=__RequestVerificationToken]")?.value ?? "";

/** The server's own words when it has some, otherwise ours for the status. */
export async function reason(answer) {
  if (!answer) {
    return "Chưa nối được với máy chủ. Hãy kiểm tra mạng rồi thử lại.";
  }

  if (answer.headers?.get("Content-Type")?.includes("json")) {
    const said = await answer.json().catch(() => ({}));
    if (said.message) {
      return said.message;
    }
  }

  return reasonOf(answer.type === "opaqueredirect" ? 401 : answer.status);
}

export function reasonOf(status) {
  switch (status) {
    case 0: return "Chưa nối được với máy chủ. Hãy kiểm tra mạng rồi thử lại.";
    case 401: return "Bạn đã bị đăng xuất. Hãy đăng nhập lại ở một thẻ khác rồi thử lại.";
    case 403: return "Bạn không có quyền làm việc này.";
    case 404: return "Không tìm thấy. Có thể mục này vừa bị xóa.";
    case 413: return "Nội dung gửi lên quá lớn.";
    case 429: return "Bạn thao tác quá nhanh. Hãy chờ một phút rồi thử lại.";
    default: return "Máy chủ đang gặp lỗi. Hãy thử lại sau ít phút.";
  }
}

/** Puts the HTML of our own server in an element; scripts inside would not run, and the policy forbids them. */
export function swap(element, html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  element.replaceChildren(template.content);
}
