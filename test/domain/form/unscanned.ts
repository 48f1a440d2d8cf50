let texts = 0;

/**
 * The text with another end, as long as before. What was scanned once is not scanned again: who measures the reading
 * of a text needs one that nobody has read.
 */
export function unscanned(text: string): string {
  texts += 1;
  const end = String(texts).padStart(6, '0');
  return `${text.slice(0, -end.length)}${end}`;
}
