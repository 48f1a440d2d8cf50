import pLimit from 'p-limit';
import type { GitLab, GitLabIssue } from '../../clients/gitlab/types.ts';
import { digestKeyOf } from '../../domain/record/own-issues.ts';
import { isMailed } from '../../domain/request/is-mailed.ts';
import { requestTypeLabel } from '../../domain/request/request-type-label.ts';
import { isRequest } from '../../domain/request/request-view.ts';
import type { Instant, IssueFacts } from '../../domain/snapshot.ts';
import { finalStates, requestLabel } from '../../domain/workflow/request-state.ts';
import { DeskError } from '../../errors.ts';
import { withReactions } from './observe-reactions.ts';

/** How many reads are under way at once. */
const connections = 8;

/** The live issues with their history, and the numbers of those whose history could not be read. */
export interface ObservedIssues {
  readonly issues: readonly IssueFacts[];
  readonly unread: readonly { readonly iid: number; readonly error: DeskError }[];
}

const day = 86_400_000;

/**
 * How long a closing by a person is looked at whatever label the request bears: longer than any outage of the desk
 * that nobody notices.
 */
const closingsLast = 14 * day;

/**
 * Reads every live issue: the open ones, closed requests without a final label, closed ones with an outbox label, and
 * those a person has closed of late, since people can set a final label too. A list that fails stops the run; a
 * history that fails leaves out that one issue.
 */
export async function observeIssues(
  gitlab: GitLab,
  deskIds: readonly number[],
  now: Instant,
): Promise<ObservedIssues> {
  const closed = { state: 'closed', labels: [requestTypeLabel] } as const;
  const lists = await Promise.all([
    gitlab.issues({ state: 'opened' }),
    gitlab.issues({ ...closed, notLabels: finalStates.map(requestLabel) }),
    ...['salesforce::pending', 'slack::pending'].map((label) =>
      gitlab.issues({ state: 'closed', labels: [requestTypeLabel, label] }),
    ),
    closedByPeople(gitlab, deskIds, now - closingsLast),
  ]);
  const live = new Map(lists.flat().map((issue) => [issue.iid, issue]));
  const limit = pLimit(connections);
  const unread: { iid: number; error: DeskError }[] = [];
  const read = [...live.values()]
    .sort((a, b) => a.iid - b.iid)
    .map((issue) =>
      limit(async (): Promise<IssueFacts | null> => {
        try {
          return await withHistory(gitlab, issue, deskIds);
        } catch (error) {
          if (!(error instanceof DeskError)) throw error;
          unread.push({ iid: issue.iid, error });
          return null;
        }
      }),
    );
  const issues = (await Promise.all(read)).filter((issue) => issue !== null);
  return { issues, unread: unread.sort((a, b) => a.iid - b.iid) };
}

/**
 * What the desk has closed itself has ended; what somebody else has closed may have been given its final label by
 * hand, and on Premium that has taken the place of the desk's own.
 */
async function closedByPeople(
  gitlab: GitLab,
  deskIds: readonly number[],
  since: Instant,
): Promise<readonly GitLabIssue[]> {
  const closed = await gitlab.issues({ state: 'closed', labels: [requestTypeLabel], updatedAfter: since });
  return closed.filter(({ closedBy }) => closedBy === null || !deskIds.includes(closedBy.id));
}

/** The history of an issue, as far as anybody reads it: of requests all, of the standing issue its comments. */
async function withHistory(
  gitlab: GitLab,
  issue: GitLabIssue,
  deskIds: readonly number[],
): Promise<IssueFacts> {
  const bare = { ...issue, labelEvents: [], stateEvents: [], notes: [], reactions: [] };
  if (isRequest(bare)) return await withReactions(gitlab, await readHistory(gitlab, issue), deskIds);
  if (isMailed(bare)) return await readHistory(gitlab, issue);
  if (digestKeyOf(bare, deskIds) === null) return bare;
  return { ...bare, notes: await gitlab.notes(issue.iid) };
}

/** Reads label events, state events and notes of one issue; whoever needs reactions reads them as well. */
export async function readHistory(gitlab: GitLab, issue: GitLabIssue): Promise<IssueFacts> {
  const [labelEvents, stateEvents, notes] = await Promise.all([
    gitlab.labelEvents(issue.iid),
    gitlab.stateEvents(issue.iid),
    gitlab.notes(issue.iid),
  ]);
  return { ...issue, labelEvents, stateEvents, notes, reactions: [] };
}
