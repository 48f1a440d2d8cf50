import type { RecordWritten } from '../marker.ts';
import type { Rules } from '../rules.ts';
import { type Source, see } from '../see.ts';
import type { SeenIssue } from '../seen.ts';
import { fieldOf, type Hand, handOf } from './hand.ts';

/** What a planted fault works with. */
export interface Scene {
  readonly origin: string;
  readonly rules: Rules;
  readonly desk: Hand;
  readonly as: (username: string) => Hand;
  /** A request as the oracle sees it now. */
  readonly look: (iid: number) => Promise<SeenIssue>;
}

/** A running sandbox: its address, and what may be asked of it from inside. */
type Sandbox = Exclude<Source, string> & { readonly origin: string };

/** The scene of a running sandbox. */
export function sceneAt(sandbox: Sandbox, rules: Rules): Scene {
  const { origin } = sandbox;
  return {
    origin,
    rules,
    desk: handOf(origin, 'desk'),
    as: (username) => handOf(origin, username),
    look: async (iid) => {
      const issue = (await see(sandbox, rules)).issues.find((each) => each.iid === iid);
      if (issue === undefined) throw new Error(`there is no issue #${iid}`);
      return issue;
    },
  };
}

/** Where an issue is. */
export function issuePath(iid: number): string {
  return `/projects/7/issues/${iid}`;
}

/** A comment that is a record: some words, and what it says to the machine. */
export function recordBody(says: Partial<RecordWritten> & { readonly issue: number }): string {
  const empty = {
    digest: null,
    shownAfter: null,
    decided: [],
    approval: null,
    decision: null,
    team: [],
    invitations: [],
  };
  return `**In work.**\n\n<!-- sme-desk:record ${JSON.stringify({ project: 7, ...empty, ...says })} -->`;
}

/** Writes a record as the desk and gives the note's id. */
export async function writeRecord(
  scene: Scene,
  iid: number,
  says: Parameters<typeof recordBody>[0],
): Promise<number> {
  const answer = await scene.desk.gitlab('POST', `${issuePath(iid)}/notes`, { body: recordBody(says) });
  return Number(fieldOf(answer, 'id'));
}

/** Sets and takes labels. */
export function label(hand: Hand, iid: number, add: string, remove = ''): Promise<unknown> {
  return hand.gitlab('PUT', `${issuePath(iid)}`, { add_labels: add, remove_labels: remove });
}

/** What the desk says about a request in a channel, with its key. */
export function message(iid: number, channel: string, text: string): Record<string, string> {
  const metadata = JSON.stringify({ event_type: 'sme_desk', event_payload: { key: `7/${iid}/announce` } });
  return { channel, text, metadata, unfurl_links: 'false', unfurl_media: 'false' };
}

/** The newest label event of an issue: its id. */
export async function lastEvent(scene: Scene, iid: number): Promise<number> {
  return (await scene.look(iid)).labelEvents.at(-1)?.id ?? 0;
}

/** A form that reads well, for a request of somebody's own. */
export const form = [
  '### Opportunity ID or link\n\n006AB000001Init',
  '### Area of expertise\n\n- [x] AI',
  '### Type of engagement\n\n- [x] Workshop',
  '### Proposed dates\n\n- 2026-12-09 10:00 Europe/Madrid',
  '### Expected duration\n\n60 min',
  '### Description\n\nHow it works.',
  '### Questions for the SME\n\n- What is new?',
].join('\n\n');

/** Opens a request and gives its iid and global id. */
export async function openRequest(
  scene: Scene,
  who: string,
  confidential: boolean,
): Promise<{ iid: number; id: number }> {
  const body = { title: 'SME for AI, workshop', description: form, confidential };
  const answer = await scene.as(who).gitlab('POST', '/projects/7/issues', body);
  return { iid: Number(fieldOf(answer, 'iid')), id: Number(fieldOf(answer, 'id')) };
}
