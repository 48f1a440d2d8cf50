import { american, british, oneOf } from '../dates.ts';
import { asPrinted } from '../layout.ts';
import { carefulPen, copiedId, type Pen, plainDuration, tickedBoxes } from '../pen.ts';
import type { Writer } from '../writer.ts';

const asides = [
  'Region: eu-west-1, three sites\nContact: the CTO (Dana)\nDate: they want to decide this quarter',
  '```\n### Expected duration\nERROR: job failed after 2 h on 2026-01-03\n```',
  '> ### Area of expertise\n> - [x] Agile\n\nThat is what they sent us last year.',
  '#### Today\n\n- Jenkins 2.4\n- 40 nodes\n\n#### Tomorrow\n\n1. GitLab\n2. autoscaling',
] as const;

const pen: Pen = {
  ...carefulPen,
  date: oneOf(british, american),
  dates: (random, dates, series) => {
    const lead = random.pick(['', 'Preferred: ', 'Option 1: ', 'Ideally ', 'Preferably on ']);
    const [first = '', ...others] = dates;
    const alternative = random.pick(['', 'Alternatively: ', 'Alternatively ', 'or ', 'Second choice: ']);
    const lines = [lead + first, ...others.map((each) => alternative + each)].map((each) => `- ${each}`);
    return series ? ['All of these, as a series:', ...lines].join('\n') : lines.join('\n');
  },
  opportunity: (random, short) => ({
    text: random.pick([
      `The opportunity is the renewal: ${copiedId(random, short)}`,
      `Renewal 2027 – ${copiedId(random, short)}.`,
      `${copiedId(random, short)} (please have a look at the notes there)`,
      `Salesforce: ${copiedId(random, short)}\n\nThe account is https://acme.lightning.force.com/lightning/r/Account/001AB000001AcmeYAE/view`,
    ]),
    sure: true,
  }),
  duration: (random, minutes) => {
    const plain = plainDuration(random, minutes);
    if (random.chance(12))
      return { text: `${plain}, perhaps twice that if they have questions`, sure: false };
    return {
      text: random.pick([
        `About ${plain}.`,
        `We would need ${plain}`,
        `${plain} in total`,
        `Approximately ${plain}`,
        `${plain} should be enough`,
        `${plain} (including questions)`,
        `Probably ${plain}.`,
      ]),
      sure: true,
    };
  },
  channel: (random, name) =>
    random.pick([
      `#${name}`,
      `#${name} (private, please ask me for an invite)`,
      `We have #${name} for this.`,
      `It is #${name}`,
    ]),
  choice: (_, offered, chosen) => {
    const remark = chosen.other === null ? ' (this is their main topic)' : '';
    return tickedBoxes(
      offered,
      chosen,
      (name, ticked) => `- [${ticked ? 'x' : ' '}] ${name}${ticked ? remark : ''}`,
    );
  },
  prose: (random, text) => `Hello everybody,\n\n${text}\n\n${random.pick(asides)}\n\nThank you so much!`,
  list: (_, items) =>
    items.map((each, index) => `${index + 1}. ${each} We have been asked this twice.`).join('\n'),
  nothing: (random) => random.pick(['', 'None so far.', 'Not known yet', 'There is none', 'No']),
};

/** Writes whole sentences everywhere and a story into the description. */
export const verbose: Writer = { name: 'verbose', pen, layout: asPrinted };
