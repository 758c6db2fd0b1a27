const silent = /<!--[\s\S]*?-->|<(style|script|xml)\b[\s\S]*?<\/\1\s*>/gi;
const tags = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/**
 * A page from foreign HTML. Chromium reports style and event attributes to the policy even when it only parses them,
 * so they take other names first: the style is still to be read, see `styleOf`.
 */
export function undress(html) {
  const quiet = html.replace(silent, "").replace(tags, (tag) => tag.replace(/\s(style|on[a-z]+)\s*=/gi, " data-$1="));
  return new DOMParser().parseFromString(quiet, "text/html");
}

export const styleOf = (element) => element.dataset.style ?? "";
