import { british, iso, oneOf } from '../dates.ts';
import type { Layout } from '../layout.ts';
import { carefulPen, type Pen } from '../pen.ts';
import type { Writer } from '../writer.ts';

const pen: Pen = {
  ...carefulPen,
  date: oneOf(iso, british),
  dates: (random, dates) => dates.join(random.pick(['<br>', '; ', ' or '])),
  choice: (_, __, chosen) => (chosen.other === null ? chosen.name : `Other: ${chosen.other}`),
  tick: (random) => random.pick(['yes', 'x', '[x]', '✓']),
  list: (_, items) => items.join('<br>'),
  nothing: (random) => random.pick(['', '-', 'n/a']),
};

/** One row for each field, with or without the bars at its ends; words in bold; or lines of *label: answer*. */
const layout: Layout = (random, answers) => {
  const rows = answers.map(({ heading, body, boxes }) => {
    const empty = boxes.length > 0 && body.includes('- [ ]');
    return [heading, empty ? '' : body] as const;
  });
  const text = random.pick([
    () =>
      ['| Field | Answer |', '|---|---|', ...rows.map(([name, said]) => `| ${name} | ${said} |`)].join('\n'),
    () => ['Field | Answer', '--- | ---', ...rows.map(([name, said]) => `${name} | ${said}`)].join('\n'),
    () => rows.map(([name, said]) => `**${name}:** ${said}`).join('\n'),
    () => rows.map(([name, said]) => `- **${name}**: ${said}`).join('\n'),
    () => rows.map(([name, said]) => `${name}: ${said}`).join('\n\n'),
    () => rows.map(([name, said]) => `${name}\t${said}`).join('\n'),
    () => rows.map(([name, said]) => `* ${name} - ${said}`).join('\n'),
  ])();
  return { text: text.replaceAll('\n', random.pick(['\n', '\r\n'])), left: [] };
};

/** Makes a table or a list of the form. */
export const table: Writer = { name: 'table', pen, layout };
