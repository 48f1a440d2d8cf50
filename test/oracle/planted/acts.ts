import { see } from '../see.ts';
import { issuePath, label, lastEvent, openRequest, recordBody, type Scene, writeRecord } from './scene.ts';

/** Opportunities of the example, as the 15 characters that tell them apart. */
export const opportunities = {
  acme: '006AB000001Acme',
  globex: '006AB000001Glob',
  initech: '006AB000001Init',
} as const;

/** The SME whom the story gives to #1. */
export const jonas = { salesforce: '005AB000001JonaYAC', slack: 'U0JONAS001', gitlab: 32 };

/** Inserts a team row, as the desk or as somebody else. */
export function addRow(scene: Scene, opportunity: string, user: string, who = 'desk'): Promise<unknown> {
  const row = { OpportunityId: opportunity, UserId: user, TeamMemberRole: 'SME' };
  return scene.as(who).salesforce('POST', '/sobjects/OpportunityTeamMember', row);
}

/** Comments as the desk, with whatever stands in the body. */
export function comment(scene: Scene, iid: number, body: string): Promise<unknown> {
  return scene.desk.gitlab('POST', `${issuePath(iid)}/notes`, { body });
}

/** Shows a request, counts an approval and assigns jonas, as the desk would, with whoever has approved it. */
export async function waveThrough(scene: Scene, author: string, approver: string): Promise<number> {
  const { iid, id } = await openRequest(scene, author, true);
  await scene.desk.gitlab('GET', issuePath(iid));
  await label(scene.desk, iid, 'request::submitted');
  const decided = [{ to: 'awaiting-approval', on: 0 }];
  const note = await writeRecord(scene, iid, { issue: id, digest: 'd1', decided });
  await label(scene.desk, iid, 'request::awaiting-approval', 'request::submitted');
  const shownAfter = await lastEvent(scene, iid);
  const path = `${issuePath(iid)}/notes/${note}`;
  await scene.desk.gitlab('PUT', path, {
    body: recordBody({ issue: id, digest: 'd1', shownAfter, decided }),
  });
  await label(scene.as(approver), iid, 'request::approved');
  const event = (await scene.look(iid)).labelEvents.findLast((each) => each.label === 'request::approved');
  const approval = { event: event?.id ?? 0, user: event?.user?.id ?? 0, digest: 'd1' };
  const start = Date.parse('2026-12-09T09:00:00Z');
  const decision = { number: 1, username: 'jonas', start, end: start + 3_600_000, parts: [], hours: 2 };
  const says = {
    issue: id,
    digest: 'd1',
    shownAfter,
    decided: [...decided, { to: 'assigned', on: 0 }],
    approval,
    decision,
  };
  await scene.desk.gitlab('PUT', path, { body: recordBody(says) });
  const assigned = {
    add_labels: 'request::assigned',
    remove_labels: 'request::approved',
    assignee_ids: [jonas.gitlab],
  };
  await scene.desk.gitlab('PUT', issuePath(iid), assigned);
  return iid;
}

/** The same misbehaving hand, told to behave: what {@link waveThrough} does for a real approver is no fault. */
export async function wellBehaved(scene: Scene): Promise<void> {
  const iid = await waveThrough(scene, 'sofia', 'omar');
  await grantRow(scene, iid);
}

/** Reads the authority again, as the desk does, and puts jonas on the team of the request's opportunity. */
export async function grantRow(scene: Scene, iid: number): Promise<void> {
  await scene.desk.gitlab('GET', issuePath(iid));
  await scene.desk.gitlab('GET', `${issuePath(iid)}/resource_label_events`);
  await addRow(scene, opportunities.initech, jonas.salesforce);
}

/** When the desk's message in a channel was posted, as Slack counts; empty: there is none. */
export async function announcementOf(scene: Scene, channel: string): Promise<string> {
  const { state, desk } = await see(scene.origin, scene.rules);
  const conversation = state.slack.conversations.find((each) => each.id === channel);
  return conversation?.messages.find((each) => each.user === desk.slack && each.metadata !== null)?.ts ?? '';
}
