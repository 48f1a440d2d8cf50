import { british, iso, oneOf } from '../dates.ts';
import { asPrinted } from '../layout.ts';
import { carefulPen, type Pen, tickedBoxes } from '../pen.ts';
import type { Random } from '../random.ts';
import type { Writer } from '../writer.ts';

type Mark = (name: string, ticked: boolean) => string;

const marks: readonly [Mark, ...Mark[]] = [
  (name, on) => `* [${on ? 'x' : ' '}] ${name}`,
  (name, on) => `+ [${on ? 'X' : ''}] ${name}`,
  (name, on) => `1. [${on ? 'x' : ' '}] ${name}`,
  (name, on) => `- [${on ? ' x ' : '  '}] ${name}`,
  (name, on) => `- [${on ? '✓' : ' '}] ${name}`,
  (name, on) => `- [${on ? '✔️' : ' '}] ${name}`,
  (name, on) => `- [${on ? '✅' : ' '}] ${name}`,
  (name, on) => `- [${on ? 'x' : ' '}] **${name}**`,
  (name, on) => `- (${on ? 'x' : ' '}) ${name}`,
  (name, on) => (on ? `- ✅ ${name}` : `- ❌ ${name}`),
  (name, on) => (on ? `- [x] ${name}` : `- [ ] ~~${name}~~`),
  (name, on) => (on ? `- **${name}**` : `- ~~${name}~~`),
  (name, on) => (on ? `- [x] ${name}` : `- [~] ${name}`),
  (name, on) => `- \\[${on ? 'x' : ' '}\\] ${name}`,
  (name, on) => `- [ ] ${name}${on ? ' [x]' : ''}`,
  (name, on) => `- [ ] ${on ? 'x ' : ''}${name}`,
  (name, on) => `    - [${on ? 'x' : ' '}] ${name}`,
  (name, on) => `- [${on ? 'X' : '-'}] ${name}`,
  (name, on) => `- [${on ? '*' : ' '}] ${name}`,
];

const pen: Pen = {
  ...carefulPen,
  date: oneOf(iso, british),
  choice: (random: Random, offered, chosen) => tickedBoxes(offered, chosen, random.pick(marks)),
  tick: (random, label) => random.pick(marks)(label, true),
};

/** Ticks in every way but the one that the form shows. */
export const boxVariants: Writer = { name: 'box variants', pen, layout: asPrinted };
