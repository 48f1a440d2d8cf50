/** A part of a page that opens on a click. Its title is HTML: only words of our own. */
export function folded(title: string, content: string): string {
  return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}
