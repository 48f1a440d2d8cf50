import { american, half, iso, numbers, oneOf } from '../dates.ts';
import type { Layout } from '../layout.ts';
import { carefulPen, copiedId, type Pen, plainDuration, tickedBoxes } from '../pen.ts';
import type { Random } from '../random.ts';
import type { Writer } from '../writer.ts';

/** Ticked and empty. */
const boxes: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['- [x]', '- [ ]'],
  ['- [X] ', '- [ ] '],
  ['- [x ] ', '- [ ] '],
  ['-[x] ', '-[ ] '],
  ['- [x]', '- []'],
  ['[x] ', '[ ] '],
];

function hurriedBoxes(
  random: Random,
  offered: readonly string[],
  chosen: Parameters<Pen['choice']>[2],
): string {
  const [tick, empty] = random.pick(boxes);
  return tickedBoxes(offered, chosen, (name, ticked) => `${ticked ? tick : empty}${name}`);
}

const pen: Pen = {
  ...carefulPen,
  date: oneOf(iso, iso, american, american, half, numbers),
  dates: (random, dates) => {
    const text = dates.join(random.pick([' or ', '\n', '; ', '\n- ']));
    return random.chance(50) ? text : `- ${text}`;
  },
  opportunity: (random, short) => {
    if (random.chance(10)) return { text: short.slice(0, 13), sure: false };
    return { text: random.pick(['', '', 'opp: ', 'id ']) + copiedId(random, short), sure: true };
  },
  duration: (random, minutes) => {
    if (random.chance(15))
      return random.pick([
        { text: '1-2h', sure: false },
        { text: '60', sure: false },
      ]);
    const quick = minutes < 480 ? `${minutes / 60}h` : `${minutes / 480}d`;
    return {
      text: random.pick([quick, `${minutes}min`, plainDuration(random, minutes), `~${quick}`]),
      sure: true,
    };
  },
  channel: (random, name) => random.pick([name, `#${name}`, `#${name} `]),
  choice: (random, offered, chosen) => {
    const word = chosen.other === null ? chosen.name : `other - ${chosen.other}`;
    if (random.chance(25)) return word.toLowerCase();
    return hurriedBoxes(random, offered, chosen);
  },
  tick: (random, label) => random.pick([`- [x] ${label}`, `- [X]${label}`, 'yes', 'x']),
  prose: (_, text) => text.toLowerCase().replace(/[.,]/g, ''),
  list: (random, items) => {
    const words = items.map((each) => each.toLowerCase());
    return random.chance(50) ? words.join('\n\n') : words.map((each) => `- ${each}`).join('\n');
  },
  nothing: (random) => random.pick(['', '-', 'n/a', 'tbd', '?']),
};

/** No blank lines, hints left where they were or gone, the cursor in any line. */
const layout: Layout = (random, answers) => {
  const text = answers
    .map(({ heading, hint, body }) => {
      const before = random.pick([`${hint}\n`, `\n${hint}`, `${hint} `, '', '\n\n']);
      return `### ${heading}\n${before}${body}${random.pick(['\n', '\n\n\n'])}`;
    })
    .join('');
  return { text, left: [] };
};

/** Has two minutes before the next call. */
export const hurried: Writer = { name: 'hurried', pen, layout };
