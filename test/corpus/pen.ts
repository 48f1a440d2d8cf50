import { type DatePen, iso, type Written } from './dates.ts';
import { type Chosen, longId } from './intent.ts';
import type { Random } from './random.ts';

/** How one person writes each kind of answer under its heading. */
export interface Pen {
  readonly date: DatePen;
  /** Several dates together. */
  readonly dates: (random: Random, dates: readonly string[], series: boolean) => string;
  readonly opportunity: (random: Random, short: string) => Written;
  readonly duration: (random: Random, minutes: number) => Written;
  readonly channel: (random: Random, name: string) => string;
  /** `offered` are the names beside the boxes. */
  readonly choice: (random: Random, offered: readonly string[], chosen: Chosen) => string;
  /** The single box with this text; not called for boxes that stay empty. */
  readonly tick: (random: Random, label: string) => string;
  readonly prose: (random: Random, text: string) => string;
  readonly list: (random: Random, items: readonly string[]) => string;
  /** Where there is nothing to say. */
  readonly nothing: (random: Random) => string;
}

const site = 'https://acme.lightning.force.com';

/** The ways that an id of an opportunity comes out of the clipboard. */
export function copiedId(random: Random, short: string): string {
  const long = longId(short);
  return random.pick([
    long,
    short,
    `${site}/lightning/r/Opportunity/${long}/view`,
    `${site}/lightning/r/${long}/view`,
    `https://acme.my.salesforce.com/${short}`,
    `[Opportunity](${site}/lightning/r/Opportunity/${long}/view)`,
    `<${site}/lightning/r/Opportunity/${long}/view>`,
    `${site}/lightning/r/Opportunity/${long}/view?ws=%2Flightning%2Fr%2FOpportunity%2F${long}%2Fview`,
  ]);
}

function inHours(minutes: number): string {
  return minutes % 480 === 0 ? `${minutes / 480} day` : `${minutes / 60} h`;
}

export function plainDuration(random: Random, minutes: number): string {
  const days = minutes / 480;
  if (Number.isInteger(days))
    return random.pick([`${days} day${days > 1 ? 's' : ''}`, `${minutes / 60} hours`]);
  return random.pick([`${minutes} min`, `${minutes} minutes`, inHours(minutes), `${minutes}m`]);
}

/** The boxes of a choice with one of them ticked. */
export function tickedBoxes(
  offered: readonly string[],
  chosen: Chosen,
  mark: (name: string, ticked: boolean) => string,
): string {
  return offered
    .map((name) => {
      const other = name.startsWith('Other');
      const ticked = chosen.other === null ? name === chosen.name : other;
      return mark(ticked && other ? `Other: ${chosen.other}` : name, ticked);
    })
    .join('\n');
}

/** Somebody who reads the hints and does as they say. */
export const carefulPen: Pen = {
  date: iso,
  dates: (_, dates) => dates.map((each) => `- ${each}`).join('\n'),
  opportunity: (random, short) => ({ text: copiedId(random, short), sure: true }),
  duration: (random, minutes) => ({ text: plainDuration(random, minutes), sure: true }),
  channel: (_, name) => `#${name}`,
  choice: (_, offered, chosen) =>
    tickedBoxes(offered, chosen, (name, ticked) => `- [${ticked ? 'x' : ' '}] ${name}`),
  tick: (_, label) => `- [x] ${label}`,
  prose: (_, text) => text,
  list: (_, items) => items.map((each) => `- ${each}`).join('\n'),
  nothing: () => '',
};
