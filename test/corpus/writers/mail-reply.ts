import { american, british, iso, oneOf } from '../dates.ts';
import type { Layout } from '../layout.ts';
import { carefulPen, copiedId, type Pen, plainDuration } from '../pen.ts';
import type { Random } from '../random.ts';
import type { Answer } from '../write.ts';
import type { Writer } from '../writer.ts';

const pen: Pen = {
  ...carefulPen,
  date: oneOf(iso, british, american),
  dates: (random, dates) => dates.join(random.pick(['\n', ' or ', '; '])),
  opportunity: (random, short) => ({ text: copiedId(random, short), sure: true }),
  duration: (random, minutes) => ({ text: plainDuration(random, minutes), sure: true }),
  choice: (_, __, chosen) => (chosen.other === null ? chosen.name : `Other: ${chosen.other}`),
  tick: (random) => random.pick(['yes', 'Yes.', 'confirmed', 'x']),
  list: (_, items) => items.map((each) => `- ${each}`).join('\n'),
  nothing: (random) => random.pick(['', '-', 'none']),
};

const quote = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

/** The form quoted, the answers between its lines. */
function between(answers: readonly Answer[]): string {
  const parts = answers.map(({ heading, body }) => `${quote(`### ${heading}\n`)}\n\n${body}\n`);
  return `Hi all, answers below.\n\nOn Mon, 23 Nov 2026 at 09:12, SME desk wrote:\n\n${parts.join('\n')}`;
}

/** A form that somebody else has filled in, sent on. */
function sentOn(answers: readonly Answer[]): string {
  const form = answers.map(({ heading, body }) => `### ${heading}\n\n${body}\n`).join('\n');
  return `FYI, see below.\n\n-------- Forwarded message --------\n\n${quote(form)}\n`;
}

/** Lines of *what: answer*, as one answers a mail. */
function asLines(random: Random, answers: readonly Answer[]): string {
  const said = answers.filter(
    ({ body, boxes }) => body !== '' && !(boxes.length > 0 && body.includes('- [ ]')),
  );
  const lines = said.map(({ heading, body }) => `${heading}: ${body.includes('\n') ? `\n${body}` : body}`);
  const end = random.pick(['Thanks,\nSam', 'Best regards\nSam Okoye', '--\nSam Okoye\nAccount SA']);
  return `Hello,\n\nwe need an SME.\n\n${lines.join(random.pick(['\n', '\n\n']))}\n\n${end}\n`;
}

const layout: Layout = (random, answers) => {
  const text = random.pick([between, sentOn, (all: readonly Answer[]) => asLines(random, all)])(answers);
  return { text, left: [] };
};

/** Treats the issue like a mail: quotes, answers between the lines, a greeting at the end. */
export const mailReply: Writer = { name: 'mail', pen, layout };
