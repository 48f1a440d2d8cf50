import { type Intent, someIntent } from './intent.ts';
import { randomFrom } from './random.ts';
import { answers } from './write.ts';
import type { Writer } from './writer.ts';
import { boxVariants } from './writers/box-variants.ts';
import { careful } from './writers/careful.ts';
import { careless } from './writers/careless.ts';
import { halfDeleted } from './writers/half-deleted.ts';
import { html } from './writers/html.ts';
import { hurried } from './writers/hurried.ts';
import { mailReply } from './writers/mail-reply.ts';
import { otherLanguages } from './writers/other-languages.ts';
import { reordered } from './writers/reordered.ts';
import { table } from './writers/table.ts';
import { verbose } from './writers/verbose.ts';
import { wordProcessor } from './writers/word-processor.ts';

/** A form that somebody has filled in, with what they meant by it. */
export interface FilledForm {
  readonly writer: string;
  readonly seed: number;
  readonly text: string;
  readonly intent: Intent;
  /** Headings of fields that can be read in more than one way or not at all. */
  readonly unsure: ReadonlySet<string>;
  /** Headings of fields that are not on the page. */
  readonly left: ReadonlySet<string>;
}

const writers: readonly Writer[] = [
  careful,
  hurried,
  verbose,
  halfDeleted,
  wordProcessor,
  otherLanguages,
  mailReply,
  reordered,
  boxVariants,
  html,
  table,
  careless,
];

function fill(writer: Writer, seed: number): FilledForm {
  const random = randomFrom(seed);
  const intent = someIntent(random);
  const filled = answers(random, intent, writer.pen);
  const { text, left } = writer.layout(random, filled);
  const unsure = new Set(filled.filter(({ sure }) => !sure).map(({ heading }) => heading));
  return { writer: writer.name, seed, text, intent, unsure, left: new Set(left) };
}

/** So many forms by every writer, the same for the same first seed. */
export function formsFrom(firstSeed: number, each: number): readonly FilledForm[] {
  return writers.flatMap((writer, place) =>
    Array.from({ length: each }, (_, index) => fill(writer, firstSeed + place * 1000 + index)),
  );
}
