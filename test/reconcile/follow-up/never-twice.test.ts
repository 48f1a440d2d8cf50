import { describe, expect, it } from 'vitest';
import { insideHours } from '../../../src/domain/calendar/business-time.ts';
import { calendarOfPerson } from '../../../src/domain/calendar/calendar-of-person.ts';
import type { SlackFacts } from '../../../src/domain/snapshot.ts';
import { exampleConfig } from '../../builders/config.ts';
import { killedAnywhere } from '../../builders/killed-anywhere.ts';
import { PaperDesk } from '../../builders/paper-desk.ts';
import { hour, slackOn } from '../../builders/snapshot.ts';
import { runUntil } from '../../builders/week-on-paper.ts';

const far = { 'Proposed dates': '- 2027-01-13 15:00 Europe/Madrid' };
const twoZones = exampleConfig({ program: [['approvers: [priya, omar]', 'approvers: [omar, mei]']] });

/** One request that waits for two approvers in two zones, and one that waits for its SME. */
function scene(slack: SlackFacts): PaperDesk {
  const desk = new PaperDesk({ config: twoZones, world: { slack } });
  desk.open({}, far);
  desk.open({}, far);
  desk.run();
  desk.click(2, 'omar', 'request::approved');
  desk.run();
  desk.run();
  expect(desk.view(2).state).toBe('assigned');
  return desk;
}

it('in two weeks of runs, in the first every quarter of an hour, each step is told once, and nobody outside their hours', () => {
  const desk = scene(slackOn());
  const told = [
    ...runUntil(desk, '2026-11-28T08:00:00Z', { every: 15 }),
    ...runUntil(desk, '2026-12-07T08:00:00Z'),
  ];

  const outside = told.filter(
    ({ at, to }) => !insideHours(calendarOfPerson(twoZones, to), Date.parse(`${at}:00Z`)),
  );
  const twice = told.filter(
    (each, index) => told.findIndex(({ key, to }) => key === each.key && to === each.to) !== index,
  );
  expect(outside).toEqual([]);
  expect(twice).toEqual([]);
  expect(
    told
      .filter(({ key }) => key.includes('/clock/'))
      .map(({ to, key }) => `${key.split('/').at(-1)} ${to}`)
      .sort(),
  ).toEqual(['late jonas', 'late mei', 'late omar', 'lead omar', 'program priya', 'program priya']);
});

describe.each([
  ['on', slackOn()],
  ['off', { mode: 'off' }],
] as const)('killed anywhere, with Slack %s', (_, slack) => {
  it('the runs after it finish what was planned, and nothing twice', () => {
    const desk = scene(slack);
    desk.later(54 * hour);

    const { whole, killed } = killedAnywhere(desk);

    expect(killed.length).toBeGreaterThan(6);
    for (const { after, end } of killed) expect({ after, end }).toEqual({ after, end: whole });
  });
});
