const shapes = {
  bold: "M7 5h6a3.5 3.5 0 0 1 0 7H7zm0 7h7a3.5 3.5 0 0 1 0 7H7z",
  italic: "M10 5h8M6 19h8M14 5l-4 14",
  strike: "M4 12h16M17 7.5C16.5 6 14.7 5 12 5 9 5 7 6.3 7 8.3c0 .7.2 1.3.6 1.7M7 16c.6 1.8 2.5 3 5 3 3 0 5-1.4 5-3.5 0-.6-.1-1-.4-1.5",
  link: "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.700l1-1",
  bullets: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  numbers: "M10 6h10M10 12h10M10 18h10M4 4.5 5.5 4v5M4 14.500c0-2 3-2 3-.300C7 15.5 4 17 4 18.500h3",
  quote: "M4 8v8M8 7h12M8 12h12M8 17h8",
  table: "M4 5h16v14H4zM4 10h16M4 14.500h16M10 5v14",
  rule: "M4 12h16M7 7h10M7 17h10",
  undo: "M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
  redo: "m15 14 5-5-5-5M20 9H10a6 6 0 0 0 0 12h3",
};

/** A drawing for a button that has its name elsewhere. */
export function draw(name) {
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.setAttribute("aria-hidden", "true");
  picture.setAttribute("class", "icon");
  path.setAttribute("d", shapes[name]);
  picture.append(path);
  return picture;
}
