import { expect, it } from 'vitest';
import { emptyRecord } from '../../src/domain/record/record-state.ts';
import { lastEventId } from '../../src/domain/timeline/fold-labels.ts';
import { requestScope } from '../../src/domain/workflow/request-state.ts';
import type { Expect } from '../../src/plan/action.ts';
import { requestText } from '../builders/request-text.ts';
import { acme } from '../builders/snapshot.ts';
import { type DeskAtWork, deskAtWork } from './desk-at-work.ts';

const ines = '005AB000001InesYAC';
const inesInSlack = 'U0INES0001';
const channel = 'C0OPPACME1';
const row = '00qAB00000RowYAC';

async function onRequest(
  desk: DeskAtWork,
  iid: number,
): Promise<{ issue: number; expect: Expect; id: number }> {
  const issue = (await desk.observe()).snapshot.issues.find((each) => each.iid === iid);
  if (issue === undefined) throw new Error('the request is gone');
  const expected = {
    scope: requestScope(issue.labels),
    lastEvent: lastEventId(issue.labelEvents),
    state: issue.state,
    assignees: [],
    record: null,
  };
  return { issue: iid, expect: expected, id: issue.id };
}

/** Request 1 has completed with Ines on the team and in the channel; request 2 is about the same opportunity. */
async function completed(opportunity: string): Promise<DeskAtWork> {
  const desk = await deskAtWork();
  const { id, ...on } = await onRequest(desk, 1);
  const record = {
    ...emptyRecord({ project: 7, issue: id, labels: { approved: 1, declined: 2 } }),
    team: [{ opportunity, user: ines, row: 'was there', since: 0 }],
    invitations: [{ channel, user: inesInSlack, outcome: 'was there' as const }],
  };
  await desk.apply({
    ...on,
    kind: 'record.write',
    note: null,
    text: 'Done.',
    record,
    mentions: [],
    why: 'a test',
  });
  await desk.as('priya').setLabels(1, { add: ['type::sme-request', 'request::completed'] });
  await desk.as('project_7_bot_desk').close(1);
  await desk.as('sam').openIssue({ title: 'Once more', description: requestText(), confidential: true });
  return desk;
}

it('what a completed request wants stays, whoever has brought it about', async () => {
  await using desk = await completed(acme);
  const { issue, expect: expected } = await onRequest(desk, 2);
  const on = { issue, expect: expected, why: 'the request is declined' };
  desk.sandbox.clearJournal();

  const endings = await desk.apply(
    { ...on, kind: 'team.remove', opportunity: acme, user: ines, row },
    { ...on, kind: 'slack.remove', channel, user: inesInSlack },
  );

  expect(endings).toEqual([{ kind: 'there already' }, { kind: 'there already' }]);
  expect(desk.sandbox.world.journal.filter(({ writeIndex }) => writeIndex !== null)).toEqual([]);
});

it('what it does not want is taken back', async () => {
  await using desk = await completed('006AB000001OtheYAC');
  const { issue, expect: expected } = await onRequest(desk, 2);
  const [ending] = await desk.apply({
    kind: 'team.remove',
    issue,
    expect: expected,
    opportunity: acme,
    user: ines,
    row,
    why: 'the request is declined',
  });
  expect(ending).not.toEqual({ kind: 'there already' });
});
