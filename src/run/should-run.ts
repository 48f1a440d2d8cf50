/**
 * Whether a webhook's payload is worth a run. It saves minutes and is no authority: the payload is text that others
 * influence, so the one thing taken from it is an issue number, and every doubt ends in a run. A wrong `skip`
 * costs at most the time to the next scheduled run (`docs/security.md#roles`).
 *
 * Nothing is imported here, since this runs before `npm ci`.
 */

/** What to do with a webhook, and why in words that hold nothing of the payload. */
export type Verdict =
  | { readonly kind: 'run'; readonly issue: number | null; readonly reason: string }
  | { readonly kind: 'skip'; readonly reason: string };

/** What the pipeline knows of itself; null where it does not. */
export interface PipelineIdentity {
  readonly projectId: number | null;
  /** Set where the desk is no project access token, whose user name is known anyway. */
  readonly deskUserId: number | null;
}

/** Payloads above this many bytes are not read. */
export const payloadLimit = 2_000_000;

/** What of an issue the desk acts on; the keys of `changes` in GitLab's issue events. */
const interesting: readonly string[] = [
  'labels',
  'description',
  'title',
  'state',
  'state_id',
  'closed_at',
  'assignees',
  'confidential',
];

type Json = Readonly<Record<string, unknown>>;

/** Judges the text of a payload; null: there is none to read (no webhook, or too large). Never throws. */
export function judgePayload(text: string | null, self: PipelineIdentity): Verdict {
  if (text === null) return run(null, 'no readable payload');
  const payload = parse(text);
  if (payload === null) return run(null, 'the payload is not a JSON object');
  const project = integer(object(payload.project)?.id) ?? integer(payload.project_id);
  if (self.projectId !== null && project !== self.projectId)
    return run(null, 'the payload names another project');
  if (isDesk(object(payload.user), self)) return skip('the desk itself did this');
  switch (payload.object_kind) {
    case 'issue':
    case 'work_item':
      return judgeIssue(payload);
    case 'note':
      return judgeNote(payload);
    case 'emoji':
      return judgeReaction(payload);
    default:
      return run(null, 'not an event of an issue, a note or a reaction');
  }
}

/** The one line for the job: `skip`, `run`, or `run --issue <number>`. */
export function verdictLine(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'skip':
      return 'skip';
    case 'run':
      return verdict.issue === null ? 'run' : `run --issue ${verdict.issue}`;
    default:
      return verdict satisfies never;
  }
}

function judgeIssue(payload: Json): Verdict {
  const attributes = object(payload.object_attributes);
  const issue = issueNumber(attributes?.iid);
  const changes = object(payload.changes);
  if (attributes?.action !== 'update' || changes === null) return run(issue, 'an issue was opened or closed');
  const keys = Object.keys(changes);
  if (keys.length > 0 && !keys.some((key) => interesting.includes(key))) {
    return skip('nothing that the desk acts on has changed');
  }
  return run(issue, 'an issue has changed');
}

function judgeNote(payload: Json): Verdict {
  const note = object(payload.object_attributes);
  if (note?.system === true) return skip('a note by GitLab, not by a person');
  const on = note?.noteable_type;
  if (on === 'MergeRequest' || on === 'Commit' || on === 'Snippet') return skip('a note on something else');
  return run(issueNumber(object(payload.issue)?.iid), 'a person has written a note');
}

/** The desk asks for reactions to its own comments only; one to anything else, or taken back from it, changes nothing. */
function judgeReaction(payload: Json): Verdict {
  if (object(payload.object_attributes)?.awardable_type !== 'Note') return skip('a reaction to no comment');
  const issue = object(payload.issue);
  if (issue === null) return skip('a reaction to a comment on something else');
  return run(issueNumber(issue.iid), 'a person has reacted to a comment');
}

// A project access token writes as project_<id>_bot_<random>: https://docs.gitlab.com/user/project/settings/project_access_tokens/
function isDesk(user: Json | null, self: PipelineIdentity): boolean {
  if (user === null) return false;
  if (self.deskUserId !== null) return integer(user.id) === self.deskUserId;
  if (self.projectId === null || typeof user.username !== 'string') return false;
  const name = `project_${self.projectId}_bot`;
  return user.username === name || user.username.startsWith(`${name}_`);
}

function run(issue: number | null, reason: string): Verdict {
  return { kind: 'run', issue, reason };
}

function skip(reason: string): Verdict {
  return { kind: 'skip', reason };
}

function parse(text: string): Json | null {
  try {
    return object(JSON.parse(text));
  } catch {
    return null;
  }
}

function object(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function integer(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;
}

// GitLab's issue numbers are 32-bit; anything else was not written by GitLab.
function issueNumber(value: unknown): number | null {
  const number = integer(value);
  return number !== null && number <= 2_147_483_647 ? number : null;
}
