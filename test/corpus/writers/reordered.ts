import { american, british, iso, oneOf } from '../dates.ts';
import type { Layout } from '../layout.ts';
import { carefulPen, type Pen } from '../pen.ts';
import type { Random } from '../random.ts';
import type { Writer } from '../writer.ts';

const pen: Pen = { ...carefulPen, date: oneOf(iso, british, american) };

/** The same heading by another hand. */
function retitled(random: Random, heading: string, place: number): string {
  return random.pick([
    heading,
    heading.toUpperCase(),
    heading.toLowerCase(),
    `${place}. ${heading}`,
    `${place}) ${heading}:`,
    `**${heading}**`,
    `${heading} *`,
    `${heading} (see below)`,
    `${heading}s`,
    `:point_right: ${heading}`,
    `_${heading}_`,
  ]);
}

/** Any order, any level, remarks under headings of their own, one answer given twice. */
const layout: Layout = (random, answers) => {
  const level = random.pick(['#', '##', '###', '####']);
  const order = random.shuffled(answers);
  const again = random.chance(30) ? order.filter(({ heading }) => heading === 'Expected duration') : [];
  const parts = [...order, ...again].map(({ heading, hint, body }, index) => {
    const marks = random.chance(80) ? level : '###';
    const space = random.chance(85) ? ' ' : '';
    const remark = random.chance(8) ? `${level} Note to the desk\n\nPlease be quick.\n\n` : '';
    const title = space === '' ? heading : retitled(random, heading, index + 1);
    return `${remark}${marks}${space}${title}\n${random.pick(['\n', '', `${hint}\n`])}${body}\n\n`;
  });
  return { text: parts.join(''), left: [] };
};

/** Moves, renames and renumbers the sections. */
export const reordered: Writer = { name: 'reordered', pen, layout };
