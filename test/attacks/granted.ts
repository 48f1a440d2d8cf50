import assert from 'node:assert/strict';
import type { PaperDesk } from '../builders/paper-desk.ts';

/** Everything a desk on paper has given anybody because of its requests. */
function grantsOf({ world }: PaperDesk): string[] {
  const { salesforce, slack } = world;
  const rows = salesforce.mode === 'on' ? salesforce.teamRows.map((row) => `team row of ${row.userId}`) : [];
  if (slack.mode !== 'on') return rows;
  const members = Object.entries(slack.members).flatMap(([channel, users]) =>
    users.map((user) => `${user} in ${channel}`),
  );
  const told = slack.messages.filter(({ text }) => text.includes('<@U')).map(({ text }) => text);
  return [...rows, ...members, ...told];
}

/** The claim of most stories: nobody was put on a team, invited to a channel or named. */
export function nobodyIsGranted(desk: PaperDesk): void {
  assert.deepEqual(grantsOf(desk), []);
}

/** That something is granted where nothing is wrong: without it {@link nobodyIsGranted} would prove nothing. */
export function somebodyIsGranted(desk: PaperDesk): void {
  assert.equal(grantsOf(desk).length, 3);
}

/** A request stands in one state, for everybody to see and in the desk's own reading. */
export function standsAt(desk: PaperDesk, iid: number, state: string): void {
  assert.deepEqual(desk.scope(iid), [`request::${state}`]);
  assert.equal(desk.view(iid).state, state);
}
