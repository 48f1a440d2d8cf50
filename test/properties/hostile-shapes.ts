const size = 65_536;

/** As much of a text as the desk reads at most: 64 KiB of UTF-8. */
function cut(text: string): string {
  const bytes = new TextEncoder().encode(text.slice(0, size)).slice(0, size);
  return new TextDecoder().decode(bytes).replace(/\ufffd+$/, '');
}

function filled(piece: string): string {
  return cut(piece.repeat(Math.ceil(size / piece.length)));
}

/** The same with a number that grows, so that no two pieces are alike. */
function counted(piece: (index: number) => string): string {
  return cut(
    Array.from({ length: size / 4 }, (_, index) => piece(index))
      .join('')
      .slice(0, size),
  );
}

/** Texts of 64 KiB that people send who want the desk to be slow, to fall over or to read something else. */
export const hostileShapes: readonly (readonly [what: string, text: string])[] = [
  ['quotes in quotes', filled('>')],
  ['quotes of growing depth', counted((index) => `${'>'.repeat(index % 200)} a\n`)],
  ['lists in lists', counted((index) => `${' '.repeat(index % 300)}- a\n`)],
  ['lists on one line', filled('- 1. * ')],
  ['runs of backticks', counted((index) => `${'`'.repeat((index % 90) + 1)} `)],
  ['fences that nobody closes', filled('```a\n~~~\n')],
  ['brackets', filled('[')],
  ['links in links', filled('[a](')],
  ['references', filled('[a]: <b>\n')],
  ['emphasis', filled('*a_ **b__ ')],
  ['stars', filled('*')],
  ['struck out, never closed', filled('~~a~')],
  ['one line', filled('a')],
  ['one line of words', filled('word ')],
  ['spaces', filled(' ')],
  ['line ends of every kind', filled('\r\n\n\r\u2028\u2029\u0085\v\f')],
  ['NUL', filled('\0')],
  ['half surrogates', '\ud800'.repeat(size / 3)],
  ['direction marks', filled('\u202ea\u2066')],
  ['nothing that can be seen', filled('\u200b\u00ad\u2060')],
  ['accents on accents', filled('e\u0301\u0302\u0303\u0304')],
  ['bars', filled('|')],
  ['a table', filled('| Area | AI |\n')],
  ['openings of comments', filled('<!--')],
  ['comments that end late', filled('a <!-- b\n')],
  ['comments with comments in them', filled('<!-- <!-- --> ')],
  ['markers of the desk', filled('<!-- sme-desk:record {} -->')],
  ['headings', filled('### Area of expertise\n')],
  ['headings of all levels', counted((index) => `${'#'.repeat((index % 8) + 1)} a${index}\n`)],
  ['labels', filled('Area: Date: ')],
  ['boxes', filled('- [x] AI\n')],
  ['boxes on one line', filled('[x] ')],
  ['dates', filled('2026-12-03 15:00 CET or ')],
  ['dates on lines', filled('- 3. Dezember 2026 um 15 Uhr\n')],
  ['numbers', filled('1')],
  ['ids', counted((index) => `006AB${String(index).padStart(10, '0')} `)],
  ['addresses', filled('https://a.example/b?c=d&')],
  ['commands', filled('/close\n')],
  ['mentions', filled('@all ')],
  ['character entities', filled('&#64;')],
  ['tags', filled('<b><p><br>')],
  ['tags that nobody closes', filled('<p <p ')],
  ['the links of a page', filled('<a href="x">')],
  ['backslashes', filled('\\')],
  ['names of colons', filled(':a')],
];
