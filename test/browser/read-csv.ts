/** Reads CSV by RFC 4180, character by character, as the desk's writer does not. */
export function readCsv(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === ',') {
      line.push(cell);
      cell = '';
    } else if (sign === '\r' && text[index + 1] === '\n') {
      lines.push([...line, cell]);
      line = [];
      cell = '';
      index += 1;
    } else cell += sign;
  }
  if (quoted || cell !== '' || line.length > 0) throw new Error('The file ends within a line.');
  return lines;
}
