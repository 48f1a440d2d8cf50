import type { GitLabIssue, IssueQuery, NewIssue } from '../../clients/gitlab/types.ts';
import { bodyVersion } from '../../domain/record/find-notes.ts';
import type { Ending } from './applied.ts';
import { type Applier, endingOf, failedAs } from './applier.ts';
import { refusalOfBody, refusalOfTitle } from './send-body.ts';

/** An issue of the desk's own, and how it is known among all that the desk has opened. */
export interface Opening {
  /** With its marker in the description. */
  readonly wanted: NewIssue;
  readonly mentions: readonly string[];
  readonly isTheSame: (opened: GitLabIssue) => boolean;
  /** Bounds the look for one that is there already. */
  readonly query: Pick<IssueQuery, 'state' | 'createdAfter'>;
}

/** The issue that is there now, and how that came. */
export interface Opened {
  readonly ending: Ending;
  readonly iid: number | null;
}

/**
 * Opens an issue unless one with its marker is there, open or closed: the answer to an earlier opening may have been
 * lost. Where two runs at once have opened it, the older one stays, and the younger one is closed and loses its labels.
 */
export async function openOnce(applier: Applier, opening: Opening): Promise<Opened> {
  const { title, description } = opening.wanted;
  const refusal = refusalOfTitle(title, opening.mentions) ?? refusalOfBody(description, opening.mentions);
  if (refusal !== null) return { ending: refusal, iid: null };
  const before = await oldest(applier, opening);
  if (before !== null) return { ending: { kind: 'there already' }, iid: before.iid };
  const { gitlab } = applier.clients;
  const created = await gitlab.createIssue(opening.wanted);
  if (created.kind !== 'applied') return { ending: endingOf(created), iid: null };
  const own = created.value;
  const older = await oldest(applier, opening);
  if (older === null || older.iid >= own.iid) return { ending: compare(opening.wanted, own), iid: own.iid };
  const closed = await gitlab.updateIssue(own.iid, {
    stateEvent: 'close',
    removeLabels: opening.wanted.labels,
  });
  return {
    ending: closed.kind === 'applied' ? { kind: 'there already' } : endingOf(closed),
    iid: older.iid,
  };
}

/** The oldest issue of the desk's own that is the same one, or null. */
async function oldest({ clients, snapshot }: Applier, opening: Opening): Promise<GitLabIssue | null> {
  const found: GitLabIssue[] = [];
  for (const author of snapshot.desk.ids) {
    found.push(...(await clients.gitlab.issues({ ...opening.query, author })));
  }
  const [first] = found.filter(opening.isTheSame).sort((a, b) => a.iid - b.iid);
  return first ?? null;
}

/** GitLab answers 201 and leaves out what the token may not set, and executes what it takes for a command. */
function compare(wanted: NewIssue, answer: GitLabIssue): Ending {
  if (!answer.confidential)
    return failedAs('gitlab-write-ignored', 'GitLab did not make the issue confidential');
  const missing = wanted.labels.filter((label) => !answer.labels.includes(label));
  if (missing.length > 0) {
    return failedAs('gitlab-write-ignored', `GitLab did not set the labels ${missing.join(', ')}`);
  }
  if (bodyVersion(answer.description) === bodyVersion(wanted.description)) return { kind: 'applied' };
  return failedAs('note-altered', 'GitLab has stored another description than the one that was sent');
}
