/**
 * Markers: how the desk finds its own comments again. One line of HTML comment at the end of the body, which
 * GitLab hides from readers. A marker proves nothing by itself: the author and the global issue id decide.
 */
const kinds = {
  record: 'sme-desk:record',
  card: 'sme-desk:card',
  note: 'sme-desk:note',
  'follow-up': 'sme-desk:follow-up',
  digest: 'sme-desk:digest',
  standing: 'sme-desk:standing',
  'standing-end': 'sme-desk:standing-end',
} as const;

export type MarkerKind = keyof typeof kinds;

/**
 * The marker line. JSON is written so that it can neither end the HTML comment nor start a line: `<`, `>`, `-`
 * and every line end inside strings are escaped. Values hold no negative numbers, so a minus sign is always text.
 */
export function markerLine(kind: MarkerKind, value: unknown): string {
  const json = JSON.stringify(value).replace(
    /[<>-]|[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `<!-- ${kinds[kind]} ${json} -->`;
}

/** Values that were read already: a run asks each comment several times. They are never changed. */
const read = new Map<string, unknown>();

/** Comments remembered; beyond them it begins anew. */
const mostRead = 1024;

/** The value in the last marker line of a body, or null: none, or damaged. */
export function readMarker(kind: MarkerKind, body: string): unknown {
  if (!body.includes(`<!-- ${kinds[kind]} `)) return null;
  const known = `${kind} ${body}`;
  const remembered = read.get(known);
  if (remembered !== undefined) return remembered;
  const value = valueIn(kind, body);
  if (read.size >= mostRead) read.clear();
  read.set(known, value);
  return value;
}

function valueIn(kind: MarkerKind, body: string): unknown {
  const start = body.lastIndexOf(`<!-- ${kinds[kind]} `);
  const from = start + `<!-- ${kinds[kind]} `.length;
  const end = body.indexOf(' -->', from);
  if (end < 0) return null;
  try {
    return JSON.parse(body.slice(from, end));
  } catch {
    return null;
  }
}

/** A comment's body: what people read, then the marker. */
export function withMarker(text: string, marker: string): string {
  return `${text.trimEnd()}\n\n${marker}`;
}
