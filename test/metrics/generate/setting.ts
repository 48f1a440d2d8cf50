import type { Config } from '../../../src/config/types.ts';
import type { Instant, UserRef } from '../../../src/domain/snapshot.ts';
import type { Dice } from '../../builders/program/dice.ts';

/** What everything in a generated program is made with. */
export interface Setting {
  readonly dice: Dice;
  readonly config: Config;
  /** The fourteen months and a half in which things happen. */
  readonly from: Instant;
  readonly to: Instant;
  /** The first moments of its months, at which things like to happen. */
  readonly edges: readonly Instant[];
  /** Whether clocks may run backwards against the ids of events. */
  readonly crooked: boolean;
  /** The next id of an event; ids never go down. */
  readonly nextId: () => number;
  readonly labelIds: Map<string, number>;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A moment of the whole time: often the very first of a month, or the one before it. */
export function moment({ dice, edges, from, to }: Setting): Instant {
  if (dice.chance(0.1)) return dice.one(edges) - (dice.chance(0.3) ? 1 : 0);
  const at = dice.between(from, to);
  return dice.chance(0.8) ? Math.floor(at / hour) * hour : Math.floor(at / 1000) * 1000;
}

/** How long something takes until the next: often nothing at all, and never round to the month. */
function pause({ dice }: Setting): number {
  const unit = dice.one([0, minute, hour, hour, day, day, 7 * day]);
  return dice.whole(0, 9) * unit;
}

/** A later moment: after a pause, or at the first moment of a month that comes soon. */
export function later(setting: Setting, at: Instant): Instant {
  const { dice, edges } = setting;
  if (dice.chance(0.06)) return edges.find((edge) => edge > at) ?? at;
  return at + pause(setting);
}

/** A time as the event tells it: where clocks are crooked, some lie hours before they were. */
export function told({ dice, crooked }: Setting, at: Instant): Instant {
  return crooked && dice.chance(0.08) ? at - dice.whole(1, 60) * hour : at;
}

/** The list in another order. */
export function shuffled<T>(dice: Dice, list: readonly T[]): T[] {
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const place = dice.whole(0, last);
    const [one, other] = [mixed[last], mixed[place]];
    if (one === undefined || other === undefined) continue;
    mixed[last] = other;
    mixed[place] = one;
  }
  return mixed;
}

/** User ids of the desk: of its token, and of the one before. */
export const deskIds: readonly number[] = [900, 901];

const desk: readonly UserRef[] = [
  { id: 900, username: 'project_7_bot_desk' },
  { id: 901, username: 'project_7_bot_former' },
];

/** What a deleted account leaves, and people without a part in the program. */
const strangers: readonly (UserRef | null)[] = [
  { id: 66, username: 'mallory' },
  { id: 50, username: 'ghost' },
  null,
];

/** Leads, managers and SMEs who click on labels; GitLab does not always write them as the configuration does. */
const people: readonly UserRef[] = [
  { id: 11, username: 'omar' },
  { id: 12, username: 'lena' },
  { id: 31, username: 'petra' },
  { id: 31, username: 'Petra' },
  { id: 41, username: 'ines' },
  { id: 42, username: 'jonas' },
  { id: 43, username: 'Mei' },
  { id: 44, username: 'ravi' },
];

/** Who writes a label: mostly the desk. */
export function mostlyDesk({ dice }: Setting): UserRef | null {
  const thrown = dice.next();
  if (thrown < 0.84) return dice.one(desk);
  return thrown < 0.92 ? dice.one(strangers) : dice.one(people);
}

/** Who moves a card or approves: mostly somebody. */
export function mostlyPeople({ dice }: Setting): UserRef | null {
  const thrown = dice.next();
  if (thrown < 0.75) return dice.one(people);
  return thrown < 0.9 ? dice.one(strangers) : dice.one(desk);
}
