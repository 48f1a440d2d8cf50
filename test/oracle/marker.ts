import { z } from 'zod';

const nullable = <Value extends z.ZodType>(value: Value) => value.nullable().default(null);

const record = z.object({
  project: z.number(),
  issue: z.number(),
  digest: nullable(z.string()),
  shownAfter: nullable(z.number()),
  decided: z.array(z.object({ to: z.string(), on: z.number() })).default([]),
  approval: nullable(z.object({ event: z.number(), user: z.number(), digest: z.string() })),
  decision: nullable(
    z.object({
      number: z.number(),
      username: z.string(),
      start: z.number(),
      end: z.number(),
      parts: z.array(z.object({ start: z.number(), end: z.number() })).default([]),
      hours: z.number(),
      /** User id of whoever has chosen by hand. */
      override: nullable(z.number()),
    }),
  ),
  team: z
    .array(z.object({ opportunity: z.string(), user: z.string(), row: z.string().nullable() }))
    .default([]),
  invitations: z.array(z.object({ channel: z.string(), user: z.string(), outcome: z.string() })).default([]),
  dateChanges: z.number().default(0),
  feedback: nullable(z.object({ outcome: nullable(z.string()) })),
  followUps: z
    .array(z.object({ kind: z.string(), issue: z.union([z.number(), z.string()]).nullable() }))
    .default([]),
});

const keyed = z.object({ issue: z.number(), key: z.string() });

const opened = z.object({ issue: z.number().nullable().default(null), key: z.string() });

/** What a record says to the machine, as far as the oracle asks. */
export type RecordSays = z.infer<typeof record>;

/** The same as it may be written: what is left out says nothing. */
export type RecordWritten = z.input<typeof record>;

/** The key of a comment, and the global id of the issue it says it is on. */
export type KeySays = z.infer<typeof keyed>;

/** What an issue of the desk's own is: its key, and the global id of the request that it follows from. */
export type OpenedSays = z.infer<typeof opened>;

/** The value in the last line of a body; undefined: it is no marker of this kind. */
function markerOf(kind: 'record' | 'note' | 'follow-up' | 'digest', body: string): unknown {
  const last = body.trimEnd().split('\n').at(-1) ?? '';
  const found = /^<!-- sme-desk:([a-z-]+) (.*) -->$/.exec(last);
  if (found === null || found[1] !== kind) return undefined;
  try {
    return JSON.parse(found[2] ?? '');
  } catch {
    return undefined;
  }
}

/** What a body says as a record, whoever wrote it; null: it is no readable record. */
export function recordIn(body: string): RecordSays | null {
  return record.safeParse(markerOf('record', body)).data ?? null;
}

/** The key a body carries, whoever wrote it; null: none. */
export function keyIn(body: string): KeySays | null {
  return keyed.safeParse(markerOf('note', body)).data ?? null;
}

/** What a description carries that says why the desk has opened the issue, whoever wrote it; null: nothing. */
export function openedAs(kind: 'follow-up' | 'digest', description: string): OpenedSays | null {
  return opened.safeParse(markerOf(kind, description)).data ?? null;
}

/** The body as people read it. */
export function withoutMarker(body: string): string {
  return body.replace(/<!-- sme-desk:[^\n]*-->/g, '').trimEnd();
}
