import { half, iso, numbers, oneOf } from '../dates.ts';
import { longId, someId } from '../intent.ts';
import { asPrinted } from '../layout.ts';
import { carefulPen, type Pen } from '../pen.ts';
import type { Writer } from '../writer.ts';

/** Changes the case of a letter in the middle. */
function mistyped(id: string): string {
  const letter = id.charAt(4);
  return (
    id.slice(0, 4) +
    (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()) +
    id.slice(5)
  );
}

const pen: Pen = {
  ...carefulPen,
  date: oneOf(half, numbers, iso, half),
  dates: (random, dates) => {
    const struck = random.chance(25) ? '- ~~2026-12-15 10:00~~\n' : '';
    return struck + dates.map((each) => `- ${each}`).join('\n');
  },
  opportunity: (random, short) =>
    random.pick([
      { text: mistyped(longId(short)), sure: false },
      { text: longId(short).slice(0, 17), sure: false },
      { text: `${short} or ${someId(random)}`, sure: false },
      { text: longId(short).toLowerCase(), sure: false },
      { text: '001AB000001AcmeYAE', sure: false },
      { text: 'Acme renewal', sure: false },
      { text: `~~${someId(random)}~~ ${short}`, sure: true },
      { text: `https://acme.lightning.force.com/lightning/r/Account/001AB000001AcmeYAE/view`, sure: false },
      { text: `${short.slice(0, 8)} ${short.slice(8)}`, sure: false },
      { text: `0O6${short.slice(3)}`, sure: false },
    ]),
  duration: (random) =>
    random.pick([
      { text: '1-2 hours', sure: false },
      { text: '90', sure: false },
      { text: 'a while', sure: false },
      { text: '5 min', sure: false },
      { text: '3 weeks', sure: false },
      { text: 'half an hour or an hour', sure: false },
      { text: '1 h or 90 min', sure: false },
      { text: '2 x 60 min', sure: false },
      { text: 'max. 2 h, min. 1 h', sure: false },
      { text: '-60 min', sure: false },
    ]),
};

/** Gets nearly everything wrong, and has to be asked. */
export const careless: Writer = { name: 'careless', pen, layout: asPrinted };
