import type { Config, Level, Sme } from '../../../src/config/types.ts';
import { exampleConfig } from '../../builders/config.ts';
import type { Dice } from '../../builders/program/dice.ts';

const zones = ['UTC', 'America/New_York', 'Europe/Madrid', 'Asia/Kolkata', 'Pacific/Auckland'];
const levels: readonly Level[] = ['associate', 'sme', 'sme', 'lead'];

function sme(dice: Dice, base: Sme, areas: readonly string[], regions: readonly string[]): Sme {
  const term = dice.one([
    null,
    { from: '2025-01-01', to: '2027-12-31' },
    { from: '2026-02-10', to: '2026-10-09' },
    { from: '2026-11-01', to: '2027-03-31' },
    { from: '2024-01-01', to: '2025-06-30' },
  ]);
  const serves = areas.filter(() => dice.chance(0.6));
  return {
    ...base,
    region: dice.one(regions),
    areas: Object.fromEntries(serves.map((area) => [area, dice.one(levels)])),
    weeklyHours: dice.whole(1, 16) / 2,
    stackOverflowUser: dice.chance(0.7) ? base.stackOverflowUser : null,
    term,
  };
}

/** The example program with three areas, two regions and a roster of its own; now and then something is not set. */
export function wildConfig(dice: Dice): Config {
  const example = exampleConfig();
  const regions = example.regions.slice(0, dice.one([1, 2]));
  const areas = example.areas.slice(0, dice.one([1, 2, 2, 3])).map((area) => ({
    ...area,
    leads: dice.chance(0.5) ? ['Omar'] : area.leads,
    productManagers: dice.chance(0.7) ? area.productManagers : [],
    stackOverflowTags: dice.chance(0.8) ? area.stackOverflowTags : [],
  }));
  const keys = areas.map(({ key }) => key);
  const named = dice.chance(0.9) ? '3-Technical Evaluation' : null;
  return {
    ...example,
    calendar: { ...example.calendar, timezone: dice.one(zones) },
    areas,
    regions,
    roster: example.roster
      .filter(() => dice.chance(0.7))
      .map((each) => sme(dice, each, keys, ['emea', 'amer'])),
    requests: { ...example.requests, declineReasons: ['not enough notice', 'Too early!', 'duplicate'] },
    privacy: { minimumN: dice.one([2, 3, 5]) },
    salesforce: {
      ...example.salesforce,
      nps: dice.chance(0.8) ? example.salesforce.nps : null,
      stages: {
        '2': ['2-Scoping', '2-Scoping (old)'],
        ...(named === null ? {} : { '3': [named] }),
        '4': ['4-Proposal'],
        ...(dice.chance(0.5) ? { '5': ['5-Contract'] } : {}),
      },
    },
  };
}
