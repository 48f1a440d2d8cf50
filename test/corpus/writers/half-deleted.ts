import { american, british, iso, oneOf } from '../dates.ts';
import type { Layout } from '../layout.ts';
import { carefulPen, type Pen } from '../pen.ts';
import type { Writer } from '../writer.ts';

/** Whoever reads this group's name knows the field: it has only one. */
const onlyInGroup = new Set(['Area of expertise', 'I confirm']);

const pen: Pen = {
  ...carefulPen,
  date: oneOf(iso, british, american),
  choice: (random, offered, chosen) => {
    const { name, other } = chosen;
    const text = other === null ? name : `Other: ${other}`;
    if (random.chance(40)) return `- [x] ${text}`;
    if (random.chance(40)) return text;
    return carefulPen.choice(random, offered, chosen);
  },
};

/** Whole fields go, with their headings; of others the hint, half a hint, or a heading that the group's repeats. */
const layout: Layout = (random, answers) => {
  const left: string[] = [];
  let group = '';
  const parts = answers.map((answer) => {
    const { heading, hint, body } = answer;
    const title = answer.group === group ? '' : `## ${answer.group}\n\n`;
    group = answer.group;
    if (random.chance(12)) {
      left.push(heading);
      return title;
    }
    const keepsTitle = onlyInGroup.has(heading) || random.chance(50);
    const keepsHeading = !onlyInGroup.has(heading) || random.chance(60);
    const hints = random.pick([hint, '', `${hint.slice(0, 24)} -->`, '']);
    return `${keepsTitle ? title : ''}${keepsHeading ? `### ${heading}\n\n` : ''}${hints}\n${body}\n\n`;
  });
  return { text: parts.join('').replace(/^## Engagement\n\n(?=### Prop)/gm, ''), left };
};

/** Deletes what does not seem to matter, and some that does. */
export const halfDeleted: Writer = { name: 'half-deleted', pen, layout };
