/** Width of everything the demo prints. */
export const width = 100;

/** A text cut to a length, with an ellipsis where something is missing. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).trimEnd()}…`;
}

/** A text in lines of at most `length` characters, broken between words; what does not fit `most` lines is cut. */
export function wrap(text: string, length: number, most = Number.POSITIVE_INFINITY): string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > length && lines.length + 1 < most) {
    const space = rest.lastIndexOf(' ', length);
    const end = space > 0 ? space : length;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...lines, cut(rest, length)];
}
