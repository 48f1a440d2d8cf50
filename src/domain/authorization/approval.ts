import type { Config } from '../../config/types.ts';
import type { Directory } from '../people.ts';
import type { RecordState } from '../record/record-state.ts';
import type { IssueFacts, LabelEvent } from '../snapshot.ts';
import { byEventId, newestByLabel } from '../timeline/fold-labels.ts';
import { reopenedAt } from '../timeline/reopened-at.ts';
import { requestLabel } from '../workflow/request-state.ts';
import { type Unfit, unfitToDecide } from './approvers.ts';
import type { BindingDigest } from './binding-digest.ts';

/** The failing condition of `docs/security.md#approval`, in words that a comment can carry. */
export type Refusal =
  | Unfit
  | 'early'
  | 'before-reopening'
  | 'renamed-label'
  | 'changed'
  | 'closed'
  | 'public';

/** The live human decision on a request, or why there is none. */
export type Approval =
  | { readonly kind: 'counts'; readonly event: number; readonly user: number; readonly digest: string }
  | { readonly kind: 'declined'; readonly event: number; readonly user: number; readonly at: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly event: number; readonly user: number; readonly refusal: Refusal };

/** What a decision about authority looks at; nothing else has a say. */
export interface AuthorityFacts {
  readonly issue: IssueFacts;
  readonly record: RecordState | null;
  /** Ids of the decision labels of today; only while no record names those that were shown. */
  readonly labels: RecordState['labels'];
  readonly digest: BindingDigest | null;
  readonly areaKey: string | null;
  readonly directory: Directory;
  readonly config: Pick<Config, 'areas' | 'program'>;
  readonly deskIds: readonly number[];
}

/** What people who may decide have decided, with all five conditions applied, in their order. */
export function approvalOf(facts: AuthorityFacts): Approval {
  const { record } = facts;
  const labels = record?.labels ?? facts.labels;
  const decisions = decisionsOfTheFit(facts, labels);
  const newest = newestByLabel(decisions);
  const approved = newest.get(labels.approved) ?? null;
  const declined = newest.get(labels.declined) ?? null;
  const reopened = reopenedAt(facts.issue, facts.deskIds);
  // Who declines may close the issue as well, and whoever closes it does not undo what was decided.
  if (declined !== null && declined.user !== null && declined.action === 'add' && declined.at > reopened) {
    const answered = approved?.action === 'add' && approved.id > declined.id;
    if (!answered) return { kind: 'declined', event: declined.id, user: declined.user.id, at: declined.at };
  }
  // A decline grants nothing, so it needs no record; an approval is of what a record has shown.
  if (record === null) return { kind: 'none' };
  if (approved === null || approved.user === null || approved.action === 'remove') return { kind: 'none' };
  const overtaken = decisions.some((event) => isDecline(event, labels) && event.id > approved.id);
  if (overtaken) return { kind: 'none' };
  const refusal = refusalOf(approved, facts, record, lastStateChange(facts.issue));
  if (refusal !== null) return { kind: 'refused', event: approved.id, user: approved.user.id, refusal };
  return { kind: 'counts', event: approved.id, user: approved.user.id, digest: facts.digest?.value ?? '' };
}

/**
 * Decisions by people who may decide, oldest first, on the labels with these **ids**. Everybody
 * else's clicks, the desk's included, are not in it: they count for nothing in either direction.
 */
function decisionsOfTheFit(facts: AuthorityFacts, labels: RecordState['labels']): LabelEvent[] {
  const ids = [labels.approved, labels.declined];
  const request = { areaKey: facts.areaKey, authorId: facts.issue.author.id };
  return byEventId(facts.issue.labelEvents).filter((event) => {
    if (event.label === null || event.user === null || !ids.includes(event.label.id)) return false;
    return unfitToDecide(facts.directory.byId(event.user.id), request, facts) === null;
  });
}

function isDecline(event: LabelEvent, labels: RecordState['labels']): boolean {
  return event.action === 'add' && event.label?.id === labels.declined;
}

function refusalOf(
  event: LabelEvent,
  facts: AuthorityFacts,
  record: RecordState,
  voided: number,
): Refusal | null {
  if (record.shownAfter === null || event.id <= record.shownAfter) return 'early';
  if (event.at <= voided) return 'before-reopening';
  if (event.label?.name !== requestLabel('approved')) return 'renamed-label';
  if (facts.issue.state !== 'opened') return 'closed';
  if (!facts.issue.confidential) return 'public';
  return stillTheSame(facts.digest, record) ? null : 'changed';
}

/** The form today is the form that was shown to the approver; a longer duration is another request. */
function stillTheSame(digest: BindingDigest | null, record: RecordState): boolean {
  if (digest === null || record.digest === null || digest.value !== record.digest) return false;
  return record.durationMinutes === null || digest.durationMinutes <= record.durationMinutes;
}

/** When the issue was last closed or reopened; approvals up to then are void. `-Infinity`: never. */
function lastStateChange(issue: IssueFacts): number {
  return issue.stateEvents.reduce((latest, event) => Math.max(latest, event.at), Number.NEGATIVE_INFINITY);
}

/**
 * Whether the authority that was recorded when an approval counted still stands
 * (`docs/security.md#approval`, last paragraph): the entry itself, the same form, open and confidential, no
 * newer word by somebody who may decide, and the approver still active.
 */
export function authorityStands(facts: AuthorityFacts): boolean {
  const approval = facts.record?.approval ?? null;
  if (facts.record === null || approval === null) return false;
  if (facts.issue.state !== 'opened' || !facts.issue.confidential) return false;
  if (facts.digest === null || approval.digest !== facts.digest.value) return false;
  if (!stillTheSame(facts.digest, facts.record)) return false;
  const approver = facts.directory.byId(approval.user);
  if (approver === null || !approver.active) return false;
  const { labels } = facts.record;
  const newer = decisionsOfTheFit(facts, labels).filter((event) => event.id > approval.event);
  return !newer.some(
    (event) => isDecline(event, labels) || (event.action === 'remove' && event.label?.id === labels.approved),
  );
}
