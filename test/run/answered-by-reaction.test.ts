import { expect, it } from 'vitest';
import { type DeskAtWork, deskAtWork, runUntilQuiet } from './desk-at-work.ts';

async function scopeOf(desk: DeskAtWork): Promise<string[]> {
  const { labels } = await desk.as('priya').readIssue(1);
  return labels.filter((label) => label.startsWith('request::'));
}

it('an SME accepts by a reaction to the comment that told of the assignment, which has the calendar file', async () => {
  await using desk = await deskAtWork();
  await runUntilQuiet(desk);
  await desk.as('omar').setLabels(1, { add: ['request::approved'] });
  await runUntilQuiet(desk);

  const told = (await desk.as('priya').notes(1)).find((note) => note.body.includes('"assigned:1"'));
  const { assignees } = await desk.as('priya').readIssue(1);
  const [upload] = desk.sandbox.world.gitlab.projects[7]?.uploads ?? [];
  expect(told?.body).toContain(`[Calendar file](/uploads/${upload?.secret}/`);
  expect(await scopeOf(desk)).toEqual(['request::assigned']);

  await desk.as(assignees[0]?.username ?? '').react(1, told?.id ?? 0, 'thumbsup');

  expect(await runUntilQuiet(desk)).toEqual([0, 0]);
  expect(await scopeOf(desk)).toEqual(['request::engaged']);
});
