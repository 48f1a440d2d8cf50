import type { Random } from './random.ts';
import { closing, introduction } from './template.ts';
import type { Answer } from './write.ts';

/** A form on the page. */
export interface Page {
  readonly text: string;
  /** Headings of fields that did not get onto it. */
  readonly left: readonly string[];
}

/** How somebody arranges the answers on the page. */
export type Layout = (random: Random, answers: readonly Answer[]) => Page;

/** Puts the heading of a group above its first field. */
function grouped(answers: readonly Answer[], field: (answer: Answer) => string): string {
  let group = '';
  const parts: string[] = [];
  for (const answer of answers) {
    if (answer.group !== group) parts.push(`## ${answer.group}\n\n`);
    group = answer.group;
    parts.push(field(answer));
  }
  return parts.join('');
}

/** The template as it came, with the answers between hint and next heading. */
export const asPrinted: Layout = (_, answers) => ({
  text: `${introduction}${grouped(
    answers,
    ({ heading, hint, body }) => `### ${heading}\n\n${hint}\n\n${body}\n\n`,
  )}${closing}`,
  left: [],
});
