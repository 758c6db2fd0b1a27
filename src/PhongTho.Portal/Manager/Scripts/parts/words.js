/** Small letters without marks, so that «anh» finds «Ảnh» and «dien» finds «điện». */
export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

/** Whether every typed word begins some word of the text, in any order. */
export function finds(typed, text) {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  return fold(typed).split(/\s+/).every((part) => words.some((word) => word.startsWith(part)));
}
