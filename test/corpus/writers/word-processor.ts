import { american, british, type DatePen, inLanguage, oneOf } from '../dates.ts';
import { languages } from '../languages.ts';
import type { Layout } from '../layout.ts';
import { carefulPen, copiedId, type Pen, plainDuration, tickedBoxes } from '../pen.ts';
import type { Random } from '../random.ts';
import type { Writer } from '../writer.ts';

const space = '\u00a0';

/** What a word processor makes of keys: curly quotes, long dashes, an ellipsis, spaces that do not break. */
function typeset(random: Random, text: string): string {
  return text
    .replace(/'/g, '\u2019')
    .replace(/"([^"]*)"/g, '\u201c$1\u201d')
    .replace(/ - /g, ' \u2013 ')
    .replace(/\.\.\./g, '\u2026')
    .replace(/(\d) /g, random.chance(50) ? `$1${space}` : '$1 ');
}

const wordDate: DatePen = (random, moment) => {
  const written = oneOf(british, american, inLanguage(languages[0]))(random, moment);
  return { ...written, text: typeset(random, written.text) };
};

/** Dates with hyphens at which no line may break. */
const tied: DatePen = (random, moment) => {
  const { year, month, day } = moment;
  const date = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('\u2011');
  if (moment.time !== null || moment.place !== null) return wordDate(random, moment);
  return { text: date, sure: true };
};

/** Empty and ticked; the last pair is of a symbol font. */
const boxPairs = ['\u2610\u2612', '\u2610\u2611', '\u25a1\u25a0', '\u25a1\u2713', '\uf0a8\uf078'] as const;

function bullets(random: Random, items: readonly string[]): string {
  const bullet = random.pick([
    '\u2022\t',
    '\u00b7   ',
    `\u00b7${space}${space}${space}`,
    '\u25aa ',
    'o   ',
    '\uf0b7\t',
    '\u2013 ',
  ]);
  return items.map((each) => `${bullet}${each}`).join('\n');
}

const pen: Pen = {
  ...carefulPen,
  date: oneOf(wordDate, wordDate, tied),
  dates: (random, dates) => bullets(random, dates),
  opportunity: (random, short) => ({
    text: random.pick([
      copiedId(random, short),
      `${short}${space}`,
      `\u200b${copiedId(random, short)}`,
      `\u201c${short}\u201d`,
    ]),
    sure: true,
  }),
  duration: (random, minutes) => ({ text: typeset(random, plainDuration(random, minutes)), sure: true }),
  choice: (random, offered, chosen) => {
    const [empty = '', ticked = ''] = random.pick(boxPairs);
    const gap = random.pick([' ', space, '\t', '']);
    return tickedBoxes(offered, chosen, (name, on) => `${on ? ticked : empty}${gap}${name}`);
  },
  tick: (random, label) => `${random.pick(['\u2612', '\u2611', '\u2713'])}${space}${label}`,
  prose: (random, text) => typeset(random, `${text} They call it "phase 2" - we don't know why...`),
  list: (random, items) =>
    bullets(
      random,
      items.map((each) => typeset(random, each)),
    ),
  nothing: (random) => random.pick(['', space, '\u2013', '\u2026', 'n/a']),
};

/** Headings become bold lines, lines with a colon, or lines like any other; blank lines are full of spaces. */
const layout: Layout = (random, answers) => {
  const title = random.pick([
    (text: string) => `**${text}**`,
    (text: string) => `${text}:`,
    (text: string) => text,
    (text: string) => `### ${text}`,
    (text: string) => `__${text}__${space}`,
  ]);
  const gap = random.pick(['\n', `\n${space}\n`, '\n\n']);
  const end = random.pick(['\n', '\r\n']);
  const text = answers.map(({ heading, body }) => `${title(heading)}${gap}${body}`).join(gap);
  return { text: text.replaceAll('\n', end), left: [] };
};

/** Fills the form in as a document and pastes it. */
export const wordProcessor: Writer = { name: 'word processor', pen, layout };
