import type { OpportunityChange, PipelineFacts, Source } from '../../../src/domain/metrics/facts.ts';
import { later, moment, type Setting, shuffled } from './setting.ts';

/** Ids that requests name: of some of them Salesforce knows nothing. */
export const opportunityNames: readonly string[] = Array.from(
  { length: 14 },
  (_, index) => `006AB${String(index).padStart(10, '0')}YAC`,
);

const way = [
  '1-Discovery',
  '2-Scoping',
  '2-Scoping (old)',
  '3-Technical Evaluation',
  '4-Proposal',
  '5-Contract',
];
const ends = ['Closed Won', 'Closed Lost', 'Paid'];
const unknown = 'Lost Track';

const stages: PipelineFacts['stages'] = {
  ...Object.fromEntries(way.map((name) => [name, { closed: false, won: false }])),
  'Closed Won': { closed: true, won: true },
  'Closed Lost': { closed: true, won: false },
  Paid: { closed: true, won: true },
};

/** Its stages: the usual way with some left out, some backwards, closed and opened again; or anything. */
function path({ dice }: Setting): string[] {
  const all = [...way, ...ends, unknown];
  if (dice.chance(0.2)) return Array.from({ length: dice.whole(1, 9) }, () => dice.one(all));
  const forward = way.filter(() => dice.chance(0.75));
  const back = dice.chance(0.15) ? [dice.one(way), dice.one(way)] : [];
  const end = dice.chance(0.7) ? [dice.one(ends)] : [];
  const again = dice.chance(0.2) ? [dice.one(way), dice.one(ends)] : [];
  return [...forward, ...back, ...end, ...again];
}

function changesOf(setting: Setting, opportunityId: string): OpportunityChange[] {
  const { dice, to } = setting;
  let at = moment(setting);
  let amount: number | null = dice.chance(0.8) ? dice.whole(1, 90) * 1000 : null;
  const changes: OpportunityChange[] = [];
  for (const stage of path(setting)) {
    if (at >= to) break;
    const id = `008${String(dice.whole(0, 9_999_999)).padStart(9, '0')}${setting.nextId()}`;
    changes.push({ id, opportunityId, at, stage, amount, closeDate: '2026-12-18' });
    at = later(setting, at);
    if (dice.chance(0.2)) amount = dice.one([null, 0, -500, dice.whole(1, 90) * 1000 + 0.1]);
  }
  return changes;
}

/** What Salesforce knows; or that it is off, or down. */
export function wildPipeline(setting: Setting): Source<PipelineFacts> {
  const { dice, config } = setting;
  if (dice.chance(0.06)) return { kind: 'not available', reason: 'Salesforce is off' };
  const others = Array.from({ length: 8 }, (_, index) => `006XY${String(index).padStart(10, '0')}YAC`);
  const known = [...opportunityNames, ...others].filter(() => dice.chance(0.85));
  const changes = known.flatMap((id) => (dice.chance(0.93) ? changesOf(setting, id) : []));
  const stray = dice.chance(0.2) ? changesOf(setting, '006GONE0000000YAC') : [];
  const surveyed = config.salesforce.nps === null ? [] : known.filter(() => dice.chance(0.5));
  const nps = surveyed.map((id) => [id, dice.one([0, 3, 6, 6.5, 7, 8, 9, 9.5, 10, 11, -2])] as const);
  return {
    kind: 'read',
    value: {
      opportunities: shuffled(dice, known).map((id) => ({ id })),
      changes: shuffled(dice, [...changes, ...stray]),
      stages,
      nps: Object.fromEntries(nps),
    },
  };
}
